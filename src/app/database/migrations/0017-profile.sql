-- Profiles: what is said of an organisation as items of one kind each, the words they use, and the picture that goes with it.

alter table fact
  -- NACE (C25.62), EuroSciVoc (/23/51), ESCO (esco:…), ISO 639-1 (de), or the cluster's own word (own:…)
  add column code text check (length(code) <= 160),
  add column valid_until date,
  -- the rest of an item; its shape by field is kept in the code
  add column detail jsonb check (jsonb_typeof(detail) = 'object' and pg_column_size(detail) <= 20000),
  -- somebody looked at it and said that it is still true
  add column checked_at timestamptz,
  add column checked_by uuid references person (id) on delete set null,
  -- when its owners were last told that it ends
  add column reminded_at timestamptz,
  -- of the link by which a person listed here takes themselves out
  add column erase_hash text check (length(erase_hash) <= 80);
alter table fact drop column words;
alter table fact add column words tsvector not null generated always as (
  to_tsvector('english', folded(value || ' ' || coalesce(detail ->> 'text', '') || ' ' || coalesce(detail ->> 'maker', '')))
  || to_tsvector('german', folded(value || ' ' || coalesce(detail ->> 'text', '')))
  || to_tsvector('simple', folded(value || ' ' || coalesce(detail ->> 'model', '')))
) stored;
create index fact_by_code on fact (cluster_id, code) where code is not null;
create index fact_by_end on fact (valid_until) where valid_until is not null;
create unique index fact_by_erase_hash on fact (erase_hash) where erase_hash is not null;
create index fact_of_person_listed on fact (lower(detail ->> 'email')) where field = 'people';

-- When somebody of it or of a team last touched or confirmed anything of its profile, in whichever cluster.
alter table organisation add column touched_at timestamptz;
create index organisation_silent on organisation (coalesce(touched_at, created_at));

-- How an organisation keeps its profile in one cluster: who sees what is added to a field, and when it was last reminded.
create table profile (
  cluster_id uuid not null references cluster (id),
  organisation_id uuid not null references organisation (id),
  levels jsonb not null default '{}' check (jsonb_typeof(levels) = 'object'),
  reminded_at timestamptz,
  primary key (cluster_id, organisation_id)
);
create index profile_of_organisation on profile (organisation_id);

-- The vocabulary of a cluster is the words its facts use. Kept here is only which of its own words the team reads as another one:
-- the facts stay as they were said, and the merge can be undone.
create table term (
  cluster_id uuid not null references cluster (id),
  code text not null check (code like 'own:%' and length(code) <= 160),
  name text not null check (length(name) between 1 and 200),
  merged_into text not null check (length(merged_into) <= 160 and merged_into <> code),
  into_name text not null check (length(into_name) between 1 and 200),
  -- words it went through before, the latest last: a merge of a merge can be undone one by one
  via text[] not null default '{}',
  merged_by uuid references person (id) on delete set null,
  merged_at timestamptz not null default now(),
  primary key (cluster_id, code)
);

-- Drawn anew from what was uploaded: nothing of the file that came is kept. One for everybody, and perhaps one for a cluster.
create table logo (
  cluster_id uuid not null default commons(),
  organisation_id uuid not null references organisation (id) on delete cascade,
  type text not null check (type in ('image/webp', 'image/png')),
  bytes bytea not null check (length(bytes) <= 1000000),
  width integer not null check (width between 1 and 512),
  height integer not null check (height between 1 and 512),
  hash text not null check (length(hash) <= 40),
  visibility text not null default 'public'
    check (visibility in ('public', 'cluster') and (visibility = 'public') = (cluster_id = commons())),
  wall uuid[] not null default '{}',
  uploaded_by uuid references person (id) on delete set null,
  uploaded_at timestamptz not null default now(),
  primary key (cluster_id, organisation_id)
);
create index logo_of_organisation on logo (organisation_id);

do $$
declare
  name text;
begin
  foreach name in array array['profile', 'term', 'logo']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I to kontor_owner, kontor_system using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to kontor_system', name);
    execute format('grant select, insert, update, delete on %I to kontor_app', name);
  end loop;
end $$;

create policy own on profile to kontor_app
  using (cluster_id = app_cluster()
    and (organisation_id = app_organisation() or organisation_id = any (app_granted_edit()) or app_office() is not null))
  with check (cluster_id = app_cluster() and (organisation_id = app_organisation() or organisation_id = any (app_granted_edit())
    or app_office() is not null and is_member_here(organisation_id)));

-- A merge is known to whoever sees a fact that says the word, and to the team.
create policy see on term for select to kontor_app
  using (cluster_id = app_cluster() and app_office() is not null
    or exists (select from fact f where f.cluster_id = term.cluster_id and f.code = term.code));
create policy change on term to kontor_app
  using (cluster_id = app_cluster() and app_office() is not null)
  with check (cluster_id = app_cluster() and app_office() is not null);

-- As far as the organisation itself is seen, and no further than the picture's own level.
create policy see on logo for select to kontor_app
  using (app_sees(cluster_id, visibility, array[organisation_id], null, null, wall)
    and exists (select from organisation o where o.id = organisation_id));
create policy change on logo to kontor_app
  using (app_sees(cluster_id, visibility, array[organisation_id], null, null, wall)
    and (organisation_id = app_organisation() or organisation_id = any (app_granted_edit())
      or app_office() is not null and is_member_here(organisation_id)))
  with check (cluster_id in (app_cluster(), commons())
    and (organisation_id = app_organisation() or organisation_id = any (app_granted_edit())
      or app_office() is not null and is_member_here(organisation_id)));
