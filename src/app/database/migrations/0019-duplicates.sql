-- Organisations that are likely one, the word of a team that they are not, and merges that can be undone.

-- Found by a job; who may see a pair follows from who may see both.
create table duplicate (
  low_id uuid not null references organisation (id) on delete cascade,
  high_id uuid not null references organisation (id) on delete cascade,
  score real not null check (score between 0 and 1),
  -- what speaks for and against it, the weightiest first
  reasons text[] not null,
  found_at timestamptz not null default now(),
  primary key (low_id, high_id),
  check (low_id < high_id)
);
create index duplicate_of_high on duplicate (high_id);

create table not_duplicate (
  cluster_id uuid not null references cluster (id),
  low_id uuid not null references organisation (id) on delete cascade,
  high_id uuid not null references organisation (id) on delete cascade,
  said_by uuid references person (id) on delete set null,
  said_at timestamptz not null default now(),
  primary key (cluster_id, low_id, high_id),
  check (low_id < high_id)
);
create index not_duplicate_of_low on not_duplicate (low_id);
create index not_duplicate_of_high on not_duplicate (high_id);

-- A merge made in a cluster, or by the operator in the commons.
create table merge (
  cluster_id uuid not null default commons(),
  id uuid not null unique,
  -- what became of them; `kept_was` and `merged_id` say which they were
  kept_id uuid not null references organisation (id),
  kept_was uuid not null,
  merged_id uuid not null,
  merged_name text not null,
  merged_slug text not null,
  merged_by uuid references person (id) on delete set null,
  merged_at timestamptz not null,
  -- how many rows of which table moved, were joined or set aside
  counts jsonb not null,
  undone_by uuid references person (id) on delete set null,
  undone_at timestamptz,
  primary key (cluster_id, id)
);
create index merge_into on merge (kept_id);

-- Each row that a merge changed, as it was before and as it was after; null where it did not exist.
create table merge_row (
  cluster_id uuid not null,
  merge_id uuid not null,
  table_name text not null,
  key jsonb not null,
  before jsonb,
  after jsonb,
  primary key (cluster_id, merge_id, table_name, key),
  foreign key (cluster_id, merge_id) references merge (cluster_id, id) on delete cascade
);

-- Where the merged one is found now: by its address, its id, and by the keys of the sources it came from. For those who saw it.
create table organisation_alias (
  id uuid primary key,
  slug text not null unique,
  pic text,
  source text,
  source_key text,
  organisation_id uuid not null references organisation (id),
  cluster_id uuid not null default commons(),
  visibility text not null default 'public'
    check (visibility in ('public', 'peers', 'cluster', 'organisation') and (visibility = 'public') = (cluster_id = commons())),
  wall uuid[] not null default '{}'
);
create index organisation_alias_of on organisation_alias (organisation_id);
create index organisation_alias_pic on organisation_alias (pic) where pic is not null;
create index organisation_alias_source on organisation_alias (source, source_key) where source_key is not null;

do $$
declare
  name text;
begin
  foreach name in array array['duplicate', 'not_duplicate', 'merge', 'merge_row', 'organisation_alias']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I to kontor_owner, kontor_system using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to kontor_system', name);
  end loop;
end $$;

grant select on duplicate, merge, organisation_alias to kontor_app;
grant select, insert, delete on not_duplicate to kontor_app;

create policy see on duplicate for select to kontor_app
  using ((app_office() is not null or app_operator())
    and exists (select from organisation o where o.id = low_id) and exists (select from organisation o where o.id = high_id));
create policy own on not_duplicate to kontor_app
  using (cluster_id = app_cluster() and app_office() is not null)
  with check (cluster_id = app_cluster() and app_office() in ('manager', 'facilitator'));
-- An address that is known leads on for those who see the organisation it leads to, and would see the one that was merged.
create policy see on organisation_alias for select to kontor_app
  using (app_sees(cluster_id, visibility, array[organisation_id], null, null, wall)
    and exists (select from organisation o where o.id = organisation_id));
create policy see on merge for select to kontor_app
  using ((cluster_id = app_cluster() and app_office() is not null or app_operator())
    and (exists (select from organisation_alias a where a.id = merged_id) or exists (select from organisation o where o.id = merged_id)));
