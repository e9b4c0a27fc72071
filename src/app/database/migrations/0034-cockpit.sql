-- The self-check of a cluster: sets of indicators in versions, what the team entered, what was computed from records with the records
-- counted, how it stood month by month, and documents made of it.

-- A set of the cluster's own, mostly a copy of a shipped one, with its newest version.
create table cockpit_set (
  cluster_id uuid not null references cluster (id),
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  -- the shipped set it was copied from
  copied_from text check (length(copied_from) <= 60),
  version integer not null default 1 check (version > 0),
  created_by uuid references person (id) on delete set null,
  created_at timestamptz not null default now(),
  -- no longer used; its past stays
  ended_at timestamptz,
  primary key (cluster_id, id),
  unique (cluster_id, slug)
);

create table cockpit_set_version (
  cluster_id uuid not null,
  set_id uuid not null,
  version integer not null check (version > 0),
  -- by language
  title jsonb not null check (jsonb_typeof(title) = 'object'),
  -- in order; their shape is kept in the code
  indicators jsonb not null check (jsonb_typeof(indicators) = 'array' and pg_column_size(indicators) <= 200000),
  note text not null default '' check (length(note) <= 1000),
  made_by uuid references person (id) on delete set null,
  made_at timestamptz not null default now(),
  primary key (cluster_id, set_id, version),
  foreign key (cluster_id, set_id) references cockpit_set (cluster_id, id) on delete cascade
);

-- What no record tells: said by somebody of the team for a day, with what shows it. Never changed, only withdrawn.
create table cockpit_entry (
  cluster_id uuid not null references cluster (id),
  id uuid not null,
  indicator text not null check (length(indicator) <= 60),
  -- a number, a share in percent, 1 for yes and 0 for no; nothing where a day is what is said
  value double precision,
  said_on date not null,
  note text not null default '' check (length(note) <= 2000),
  url text check (length(url) <= 500),
  file_name text check (length(file_name) between 1 and 200),
  file_type text check (length(file_type) <= 100),
  file_bytes bytea check (length(file_bytes) between 1 and 5000000),
  invented boolean not null default false,
  entered_by uuid references person (id) on delete set null,
  entered_at timestamptz not null default now(),
  withdrawn_by uuid references person (id) on delete set null,
  withdrawn_at timestamptz,
  primary key (cluster_id, id),
  check ((file_name is null) = (file_bytes is null))
);
create index cockpit_entry_of_indicator on cockpit_entry (cluster_id, indicator, said_on);

-- The last value computed of each measure, made of records that are open to the whole cluster and behind no wall.
create table cockpit_result (
  cluster_id uuid not null references cluster (id),
  measure text not null check (length(measure) <= 60),
  computed_at timestamptz not null,
  value double precision,
  -- of a share: how many of how many
  part integer,
  whole integer,
  -- what it was computed with: the day, windows, numbers of records read
  inputs jsonb not null default '{}' check (jsonb_typeof(inputs) = 'object'),
  -- who of the team may read its records one by one: all four offices, or those who run the cluster
  inner_only boolean not null default false,
  took_ms integer not null default 0,
  primary key (cluster_id, measure)
);

-- The records counted, in order; those looked at and not counted too.
create table cockpit_evidence (
  cluster_id uuid not null,
  measure text not null,
  position integer not null,
  kind text not null check (length(kind) <= 40),
  subject_id uuid,
  organisation_id uuid references organisation (id) on delete cascade,
  happened_on date,
  -- the group it belongs to, the name of a check, a number beside it
  mark text check (length(mark) <= 200),
  counts boolean not null,
  inner_only boolean not null default false,
  primary key (cluster_id, measure, position),
  foreign key (cluster_id, measure) references cockpit_result (cluster_id, measure) on delete cascade
);
create index cockpit_evidence_of_organisation on cockpit_evidence (organisation_id) where organisation_id is not null;

-- How a measure stood at the ends of months: as dated records tell it today, or as it was kept then.
create table cockpit_month (
  cluster_id uuid not null references cluster (id),
  measure text not null check (length(measure) <= 60),
  month date not null,
  value double precision,
  kept boolean not null,
  primary key (cluster_id, measure, month)
);

-- How a set stood in a month, with the version and the thresholds it had then.
create table cockpit_snapshot (
  cluster_id uuid not null references cluster (id),
  set_slug text not null check (length(set_slug) <= 60),
  month date not null,
  version integer not null,
  taken_at timestamptz not null,
  reached integer not null,
  known integer not null,
  total integer not null,
  indicators jsonb not null check (jsonb_typeof(indicators) = 'array'),
  primary key (cluster_id, set_slug, month)
);

-- A document of a set, frozen on a day. It names no record that only those who run the cluster may read.
create table cockpit_document (
  cluster_id uuid not null references cluster (id),
  id uuid not null,
  set_slug text not null check (length(set_slug) <= 60),
  version integer not null,
  locale text not null check (locale in ('en', 'de')),
  asked_by uuid references person (id) on delete set null,
  asked_at timestamptz not null default now(),
  state text not null default 'waiting' check (state in ('waiting', 'done', 'failed')),
  made_at timestamptz,
  pages integer,
  -- of the figures and the records, not of the file: the same figures have the same sum
  checksum text check (length(checksum) <= 100),
  bytes bytea check (length(bytes) <= 20000000),
  primary key (cluster_id, id)
);

do $$
declare
  name text;
begin
  foreach name in array array['cockpit_set', 'cockpit_set_version', 'cockpit_entry', 'cockpit_result', 'cockpit_evidence',
    'cockpit_month', 'cockpit_snapshot', 'cockpit_document']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I to kontor_owner, kontor_system using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to kontor_system', name);
    execute format('grant select on %I to kontor_app', name);
  end loop;
  -- The team's own: members, authorities and strangers know of none of it.
  foreach name in array array['cockpit_set', 'cockpit_set_version', 'cockpit_entry', 'cockpit_result',
    'cockpit_month', 'cockpit_snapshot', 'cockpit_document']
  loop
    execute format('create policy see on %I for select to kontor_app
      using (cluster_id = app_cluster() and app_office() in (''manager'', ''facilitator'', ''analyst'', ''auditor''))', name);
  end loop;
end $$;

create policy see on cockpit_evidence for select to kontor_app
  using (cluster_id = app_cluster() and (app_office() in ('manager', 'facilitator')
    or not inner_only and app_office() in ('analyst', 'auditor')));

grant insert, update on cockpit_set to kontor_app;
grant insert on cockpit_set_version to kontor_app;
create policy add on cockpit_set for insert to kontor_app
  with check (cluster_id = app_cluster() and app_office() = 'manager');
create policy edit on cockpit_set for update to kontor_app
  using (cluster_id = app_cluster() and app_office() = 'manager')
  with check (cluster_id = app_cluster() and app_office() = 'manager');
create policy add on cockpit_set_version for insert to kontor_app
  with check (cluster_id = app_cluster() and app_office() = 'manager');

grant insert, update (withdrawn_by, withdrawn_at) on cockpit_entry to kontor_app;
create policy add on cockpit_entry for insert to kontor_app
  with check (cluster_id = app_cluster() and app_office() in ('manager', 'facilitator', 'analyst') and entered_by = app_person());
create policy withdraw on cockpit_entry for update to kontor_app
  using (cluster_id = app_cluster() and app_office() in ('manager', 'facilitator', 'analyst') and withdrawn_at is null)
  with check (cluster_id = app_cluster() and app_office() in ('manager', 'facilitator', 'analyst') and withdrawn_by = app_person());

grant insert on cockpit_document to kontor_app;
create policy add on cockpit_document for insert to kontor_app
  with check (cluster_id = app_cluster() and app_office() in ('manager', 'facilitator', 'analyst') and state = 'waiting');
