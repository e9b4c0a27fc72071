-- What organisations look for and what they have. A confidential need climbs a ladder, step by step and reader by reader:
-- match (only matching knows) → teaser (a text without a name) → named → agreed (after an agreement of secrecy) → full (with its files).

create function step_rank(step text) returns integer language sql immutable parallel safe
  return array_position(array['match', 'teaser', 'named', 'agreed', 'full'], step);

create table need (
  cluster_id uuid not null references cluster (id),
  id uuid not null,
  organisation_id uuid not null references organisation (id),
  -- who looks after it
  person_id uuid references person (id) on delete set null,
  kind text not null check (kind in
    ('partner', 'technology', 'supplier', 'funding', 'skill', 'test-facility', 'customer', 'space', 'data')),
  intent text not null check (intent in
    ('joint-project', 'purchase', 'licence', 'hire', 'rent', 'investment', 'advice', 'exchange')),
  title text not null check (length(title) between 1 and 200),
  text text not null default '' check (length(text) <= 8000),
  -- what the others are told of a confidential one
  teaser text not null default '' check (length(teaser) <= 1000),
  -- what has to be agreed to before more is told
  secrecy text not null default '' check (length(secrecy) <= 8000),
  language text not null default 'en' check (language in ('en', 'de')),
  -- words as they were chosen, and the codes of those that a vocabulary knows
  competences text[] not null default '{}' check (cardinality(competences) <= 40),
  codes text[] not null default '{}' check (cardinality(codes) <= 40),
  countries text[] not null default '{}' check (cardinality(countries) <= 60),
  place text check (length(place) <= 200),
  lat double precision check (lat between -90 and 90),
  lon double precision check (lon between -180 and 180),
  radius_km integer check (radius_km between 1 and 20000),
  deadline date,
  state text not null default 'draft' check (state in ('draft', 'open', 'in-talks', 'met', 'closed', 'expired')),
  -- to whom it is open at all, and how much of it those are told without asking
  visibility text not null default 'cluster' check (visibility in ('public', 'peers', 'cluster', 'organisation')),
  wall uuid[] not null default '{}',
  step text not null default 'full' check (step in ('match', 'teaser', 'named', 'full')),
  -- the team of the cluster knows it and its owner, to bring the two together
  mediated boolean not null default true,
  -- matched in the other clusters of this installation too
  across boolean not null default false,
  repeats text check (repeats in ('monthly', 'quarterly', 'yearly')),
  series_id uuid,
  origin text not null default 'typed' check (origin in ('typed', 'visit', 'campaign', 'import', 'demo')),
  -- the record or the public source it was made from
  origin_note text check (length(origin_note) <= 400),
  -- gathered by the team: it waits for the member's yes
  gathered_by uuid references person (id) on delete set null,
  confirmed_at timestamptz,
  created_by uuid references person (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  opened_at timestamptz,
  closed_at timestamptz,
  closed_because text check (length(closed_because) <= 400),
  reminded_at timestamptz,
  version integer not null default 1,
  words tsvector not null generated always as (
    setweight(to_tsvector('english', folded(title)) || to_tsvector('german', folded(title)), 'A')
    || to_tsvector('english', folded(text)) || to_tsvector('german', folded(text))
  ) stored,
  primary key (cluster_id, id),
  check (step not in ('match', 'teaser') or visibility <> 'public'),
  check (step <> 'teaser' or teaser <> '' or state = 'draft')
);
create unique index need_by_id on need (id);
create index need_open on need (cluster_id, state, opened_at desc);
create index need_of_organisation on need (organisation_id);
create index need_across on need (state) where across;
create index need_by_deadline on need (deadline) where deadline is not null and state in ('open', 'in-talks');
create index need_words on need using gin (words);

-- A confidential need as the others know it: without its owner, its title, its place or the day it was written.
create table need_teaser (
  cluster_id uuid not null,
  need_id uuid not null,
  kind text not null,
  intent text not null,
  text text not null check (length(text) between 1 and 1000),
  language text not null check (language in ('en', 'de')),
  competences text[] not null default '{}',
  codes text[] not null default '{}',
  -- the month: a day could tell whose it is
  since date not null check (extract(day from since) = 1),
  deadline date,
  visibility text not null check (visibility in ('peers', 'cluster')),
  wall uuid[] not null default '{}',
  across boolean not null default false,
  words tsvector not null generated always as (
    to_tsvector('english', folded(text)) || to_tsvector('german', folded(text))
  ) stored,
  primary key (cluster_id, need_id),
  foreign key (cluster_id, need_id) references need (cluster_id, id) on delete cascade
);
create index need_teaser_words on need_teaser using gin (words);

create table offer (
  cluster_id uuid not null references cluster (id),
  id uuid not null,
  organisation_id uuid not null references organisation (id),
  person_id uuid references person (id) on delete set null,
  kind text not null check (kind in
    ('partner', 'technology', 'supplier', 'funding', 'skill', 'test-facility', 'customer', 'space', 'data')),
  intent text not null check (intent in
    ('joint-project', 'purchase', 'licence', 'hire', 'rent', 'investment', 'advice', 'exchange')),
  title text not null check (length(title) between 1 and 200),
  text text not null default '' check (length(text) <= 8000),
  language text not null default 'en' check (language in ('en', 'de')),
  competences text[] not null default '{}' check (cardinality(competences) <= 40),
  codes text[] not null default '{}' check (cardinality(codes) <= 40),
  countries text[] not null default '{}' check (cardinality(countries) <= 60),
  place text check (length(place) <= 200),
  lat double precision check (lat between -90 and 90),
  lon double precision check (lon between -180 and 180),
  radius_km integer check (radius_km between 1 and 20000),
  available_from date,
  deadline date,
  state text not null default 'draft' check (state in ('draft', 'open', 'in-talks', 'met', 'closed', 'expired')),
  visibility text not null default 'cluster' check (visibility in ('public', 'peers', 'cluster', 'organisation')),
  wall uuid[] not null default '{}',
  across boolean not null default false,
  repeats text check (repeats in ('monthly', 'quarterly', 'yearly')),
  series_id uuid,
  origin text not null default 'typed' check (origin in ('typed', 'visit', 'campaign', 'import', 'demo')),
  origin_note text check (length(origin_note) <= 400),
  gathered_by uuid references person (id) on delete set null,
  confirmed_at timestamptz,
  created_by uuid references person (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  opened_at timestamptz,
  closed_at timestamptz,
  closed_because text check (length(closed_because) <= 400),
  reminded_at timestamptz,
  version integer not null default 1,
  words tsvector not null generated always as (
    setweight(to_tsvector('english', folded(title)) || to_tsvector('german', folded(title)), 'A')
    || to_tsvector('english', folded(text)) || to_tsvector('german', folded(text))
  ) stored,
  primary key (cluster_id, id)
);
create unique index offer_by_id on offer (id);
create index offer_open on offer (cluster_id, state, opened_at desc);
create index offer_of_organisation on offer (organisation_id);
create index offer_across on offer (state) where across;
create index offer_by_deadline on offer (deadline) where deadline is not null and state in ('open', 'in-talks');
create index offer_words on offer using gin (words);

-- What is told only after an agreement of secrecy.
create table need_detail (
  cluster_id uuid not null,
  need_id uuid not null,
  text text not null check (length(text) between 1 and 8000),
  primary key (cluster_id, need_id),
  foreign key (cluster_id, need_id) references need (cluster_id, id) on delete cascade
);

-- Files of a need open at a step of the ladder; those of an offer with it.
create table need_file (
  cluster_id uuid not null,
  id uuid not null,
  need_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  type text not null check (length(type) <= 100),
  bytes bytea not null check (length(bytes) between 1 and 10000000),
  from_step text not null default 'full' check (from_step in ('named', 'agreed', 'full')),
  added_by uuid references person (id) on delete set null,
  added_at timestamptz not null default now(),
  primary key (cluster_id, id),
  foreign key (cluster_id, need_id) references need (cluster_id, id) on delete cascade
);
create index need_file_of_need on need_file (cluster_id, need_id);

create table offer_file (
  cluster_id uuid not null,
  id uuid not null,
  offer_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  type text not null check (length(type) <= 100),
  bytes bytea not null check (length(bytes) between 1 and 10000000),
  added_by uuid references person (id) on delete set null,
  added_at timestamptz not null default now(),
  primary key (cluster_id, id),
  foreign key (cluster_id, offer_id) references offer (cluster_id, id) on delete cascade
);
create index offer_file_of_offer on offer_file (cluster_id, offer_id);

-- One step of the ladder for one reader: asked for, granted, refused, taken back. Whoever asks shows themselves; whoever is asked
-- does not, before a yes. That is why the owner's name is not in it.
create table need_release (
  cluster_id uuid not null,
  id uuid not null,
  need_id uuid not null,
  organisation_id uuid not null references organisation (id),
  step text not null check (step in ('named', 'agreed', 'full')),
  state text not null check (state in ('asked', 'granted', 'refused', 'revoked', 'withdrawn', 'expired')),
  message text not null default '' check (length(message) <= 2000),
  asked_by uuid references person (id) on delete set null,
  asked_at timestamptz,
  expires_at timestamptz,
  answered_by uuid references person (id) on delete set null,
  answered_at timestamptz,
  reason text check (length(reason) <= 400),
  -- the words that were agreed to, by whom and when
  agreed_text text check (length(agreed_text) <= 8000),
  agreed_by uuid references person (id) on delete set null,
  agreed_name text check (length(agreed_name) <= 200),
  agreed_at timestamptz,
  revoked_at timestamptz,
  primary key (cluster_id, id),
  foreign key (cluster_id, need_id) references need (cluster_id, id) on delete cascade,
  check (step <> 'agreed' or state <> 'granted' or agreed_at is not null)
);
create unique index need_release_once on need_release (cluster_id, need_id, organisation_id, step)
  where state in ('asked', 'granted');
create index need_release_of_organisation on need_release (organisation_id);
create index need_release_by_end on need_release (expires_at) where state = 'asked';

-- Entries of the log about what an organisation keeps in confidence: nobody else's log has them.
alter table audit_entry add column own_of uuid;
drop policy see on audit_entry;
create policy see on audit_entry for select to kontor_app
  using ((own_of is null or own_of = app_organisation())
    and (cluster_id = app_cluster() and app_office() in ('manager', 'auditor') or cluster_id = commons() and app_operator()
      or own_of is not null and own_of = app_organisation() and cluster_id = app_cluster()));

-- A calendar's file that goes with a letter.
alter table mail add column calendar text check (length(calendar) <= 20000);

-- Policies may not look into one another's tables in a ring: these two look for them, and say nothing but yes, no or a step.
create function owns_need(cluster uuid, need uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (select from need n where n.cluster_id = cluster and n.id = need and n.organisation_id = app_organisation());

create function mediates_need(cluster uuid, need uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return cluster = app_cluster() and app_office() in ('manager', 'facilitator')
    and exists (select from need n where n.cluster_id = cluster and n.id = need and n.mediated and n.state <> 'draft'
      and not n.wall && app_own_organisations());

-- The highest step that was granted to the organisation acted for.
create function released_step(cluster uuid, need uuid) returns integer
  language sql stable security definer set search_path = public, pg_temp
  return coalesce((
    select max(step_rank(r.step)) from need_release r
    where r.cluster_id = cluster and r.need_id = need and r.organisation_id = app_organisation() and r.state = 'granted'), 0);

revoke execute on function owns_need(uuid, uuid), mediates_need(uuid, uuid), released_step(uuid, uuid) from public;
grant execute on function owns_need(uuid, uuid), mediates_need(uuid, uuid), released_step(uuid, uuid)
  to kontor_app, kontor_system, kontor_owner;

do $$
declare
  name text;
begin
  foreach name in array array['need', 'need_teaser', 'need_detail', 'offer', 'need_file', 'offer_file', 'need_release']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I to kontor_owner, kontor_system using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to kontor_system', name);
    execute format('grant select, insert, update, delete on %I to kontor_app', name);
  end loop;
end $$;

-- Its own people; the team where it mediates, or gathered it; those it is open to with its name; those it was released to.
create policy see on need for select to kontor_app
  using (app_has_asker() and (wall = '{}' or not wall && app_own_organisations()) and (
    organisation_id = app_organisation()
    or cluster_id = app_cluster() and app_office() in ('manager', 'facilitator')
      and (mediated and state <> 'draft' or state = 'draft' and gathered_by = app_person() and confirmed_at is null)
    or state <> 'draft' and step in ('named', 'full') and (
      app_sees(cluster_id, visibility, '{}', null, null, wall)
      or across and visibility in ('peers', 'cluster') and 'cluster' = any (app_levels()))
    or state <> 'draft' and released_step(cluster_id, id) >= 3));
create policy add on need for insert to kontor_app
  with check (cluster_id = app_cluster() and (organisation_id = app_organisation()
    or app_office() in ('manager', 'facilitator') and is_member_here(organisation_id) and gathered_by = app_person()
      and state = 'draft' and not organisation_id = any (app_own_organisations())));
create policy edit on need for update to kontor_app
  using (cluster_id = app_cluster() and (organisation_id = app_organisation()
    or app_office() in ('manager', 'facilitator') and state = 'draft' and gathered_by = app_person() and confirmed_at is null))
  with check (cluster_id = app_cluster() and (organisation_id = app_organisation()
    or app_office() in ('manager', 'facilitator') and state = 'draft' and gathered_by = app_person() and confirmed_at is null));
create policy remove on need for delete to kontor_app
  using (cluster_id = app_cluster() and state = 'draft'
    and (organisation_id = app_organisation() or gathered_by = app_person() and confirmed_at is null));

create policy see on need_teaser for select to kontor_app
  using (app_sees(cluster_id, visibility, '{}', null, null, wall)
    or app_has_asker() and across and 'cluster' = any (app_levels()) and not wall && app_own_organisations()
    or owns_need(cluster_id, need_id));
create policy change on need_teaser to kontor_app
  using (cluster_id = app_cluster() and owns_need(cluster_id, need_id))
  with check (cluster_id = app_cluster() and owns_need(cluster_id, need_id));

create policy see on offer for select to kontor_app
  using (app_has_asker() and (wall = '{}' or not wall && app_own_organisations()) and (
    organisation_id = app_organisation()
    or cluster_id = app_cluster() and app_office() in ('manager', 'facilitator')
      and state = 'draft' and gathered_by = app_person() and confirmed_at is null
    or state <> 'draft' and (app_sees(cluster_id, visibility, '{}', null, null, wall)
      or across and visibility in ('peers', 'cluster') and 'cluster' = any (app_levels()))));
create policy add on offer for insert to kontor_app
  with check (cluster_id = app_cluster() and (organisation_id = app_organisation()
    or app_office() in ('manager', 'facilitator') and is_member_here(organisation_id) and gathered_by = app_person()
      and state = 'draft' and not organisation_id = any (app_own_organisations())));
create policy edit on offer for update to kontor_app
  using (cluster_id = app_cluster() and (organisation_id = app_organisation()
    or app_office() in ('manager', 'facilitator') and state = 'draft' and gathered_by = app_person() and confirmed_at is null))
  with check (cluster_id = app_cluster() and (organisation_id = app_organisation()
    or app_office() in ('manager', 'facilitator') and state = 'draft' and gathered_by = app_person() and confirmed_at is null));
create policy remove on offer for delete to kontor_app
  using (cluster_id = app_cluster() and state = 'draft'
    and (organisation_id = app_organisation() or gathered_by = app_person() and confirmed_at is null));

-- How far the asker may read a need: by a grant of its own, or because all of it is open to those who see it. The team that mediates
-- reads the need, and neither its details nor its files.
create function reads_need_to(cluster uuid, need uuid) returns integer
  language sql stable security definer set search_path = public, pg_temp
  return greatest(released_step(cluster, need), coalesce((
    select 5 from need n where n.cluster_id = cluster and n.id = need and n.state <> 'draft' and n.step = 'full'
      and (n.wall = '{}' or not n.wall && app_own_organisations())
      and (app_sees(n.cluster_id, n.visibility, '{}', null, null, n.wall)
        or n.across and n.visibility in ('peers', 'cluster') and 'cluster' = any (app_levels()))), 0));
revoke execute on function reads_need_to(uuid, uuid) from public;
grant execute on function reads_need_to(uuid, uuid) to kontor_app, kontor_system, kontor_owner;

create policy see on need_detail for select to kontor_app
  using (app_has_asker() and (owns_need(cluster_id, need_id) or reads_need_to(cluster_id, need_id) >= 4));
create policy change on need_detail to kontor_app
  using (cluster_id = app_cluster() and owns_need(cluster_id, need_id))
  with check (cluster_id = app_cluster() and owns_need(cluster_id, need_id));
create policy see on need_file for select to kontor_app
  using (app_has_asker() and (owns_need(cluster_id, need_id) or reads_need_to(cluster_id, need_id) >= step_rank(from_step)));
create policy change on need_file to kontor_app
  using (cluster_id = app_cluster() and owns_need(cluster_id, need_id))
  with check (cluster_id = app_cluster() and owns_need(cluster_id, need_id));
create policy see on offer_file for select to kontor_app
  using (exists (select from offer o where o.cluster_id = offer_file.cluster_id and o.id = offer_file.offer_id));
create policy change on offer_file to kontor_app
  using (cluster_id = app_cluster() and exists (select from offer o where o.cluster_id = offer_file.cluster_id
    and o.id = offer_file.offer_id and o.organisation_id = app_organisation()))
  with check (cluster_id = app_cluster() and exists (select from offer o where o.cluster_id = offer_file.cluster_id
    and o.id = offer_file.offer_id and o.organisation_id = app_organisation()));

-- Who asked, and whose need it is. A grant comes from the owner alone.
create policy see on need_release for select to kontor_app
  using (app_has_asker() and (organisation_id = app_organisation() or owns_need(cluster_id, need_id)));
create policy ask on need_release for insert to kontor_app
  with check (organisation_id = app_organisation() and state = 'asked'
      and exists (select from need_teaser t where t.cluster_id = need_release.cluster_id and t.need_id = need_release.need_id)
    or organisation_id = app_organisation() and state = 'asked' and released_step(cluster_id, need_id) >= 3
    or organisation_id = app_organisation() and state = 'asked'
      and exists (select from need n where n.cluster_id = need_release.cluster_id and n.id = need_release.need_id)
    or owns_need(cluster_id, need_id));
create policy answer on need_release for update to kontor_app
  using (owns_need(cluster_id, need_id)) with check (owns_need(cluster_id, need_id));
-- Whoever asked may agree to the terms, or ask no longer; never grant.
create policy withdraw on need_release for update to kontor_app
  using (organisation_id = app_organisation() and state = 'asked')
  with check (organisation_id = app_organisation() and state in ('asked', 'withdrawn'));
