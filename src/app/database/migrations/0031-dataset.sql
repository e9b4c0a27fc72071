-- The observatory's data. A dataset is a panel (region x activity x period), a series or a table, in versions: a new import makes a new
-- version, and what was computed says from which one.

create table dataset (
  cluster_id uuid not null,
  id uuid not null,
  -- in addresses
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  kind text not null check (kind in ('panel', 'series', 'table')),
  -- by language
  title jsonb not null check (jsonb_typeof(title) = 'object'),
  text jsonb not null default '{}' check (jsonb_typeof(text) = 'object'),
  -- what its cells say, by language, and in what
  measures jsonb not null default '[]' check (jsonb_typeof(measures) = 'array'),
  -- the code lists its codes belong to: nuts-2021, nuts-2013, ags, kldb-2010, nace-rev2, ...
  region_list text check (length(region_list) <= 40),
  activity_list text check (length(activity_list) <= 40),
  source text not null default '' check (length(source) <= 400),
  source_url text check (length(source_url) <= 500),
  licence text not null default '' check (length(licence) <= 200),
  credit text not null default '' check (length(credit) <= 400),
  visibility text not null default 'cluster' check (visibility in ('public', 'peers', 'cluster')),
  wall uuid[] not null default '{}',
  -- made from the cluster's own records, by the name of the rule; null where it was imported
  derived_from text check (length(derived_from) <= 60),
  -- fetched again from here
  address text check (length(address) <= 1000),
  schedule text not null default 'never' check (schedule in ('never', 'daily', 'weekly', 'monthly')),
  next_at timestamptz,
  last_problem text check (length(last_problem) <= 1000),
  -- how its files are read, by column
  mapping jsonb not null default '{}',
  version integer not null default 0,
  created_by uuid references person (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (cluster_id, id),
  unique (cluster_id, slug)
);
create index dataset_due on dataset (next_at) where next_at is not null;

create table dataset_version (
  cluster_id uuid not null,
  dataset_id uuid not null,
  version integer not null check (version > 0),
  made_at timestamptz not null default now(),
  made_by uuid references person (id) on delete set null,
  file_name text check (length(file_name) <= 200),
  checksum text not null check (length(checksum) <= 100),
  -- rows read, and what became of the cells
  rows integer not null,
  counts jsonb not null default '{}' check (jsonb_typeof(counts) = 'object'),
  periods text[] not null default '{}',
  -- what changed since the version before
  changes jsonb not null default '{}',
  note text check (length(note) <= 1000),
  primary key (cluster_id, dataset_id, version),
  foreign key (cluster_id, dataset_id) references dataset (cluster_id, id) on delete cascade
);

-- The codes of one side of a panel, in the order of its cells.
create table dataset_codes (
  cluster_id uuid not null,
  dataset_id uuid not null,
  version integer not null,
  side text not null check (side in ('region', 'activity')),
  codes text[] not null,
  -- by language, in the order of the codes
  names jsonb not null default '{}',
  primary key (cluster_id, dataset_id, version, side),
  foreign key (cluster_id, dataset_id, version) references dataset_version (cluster_id, dataset_id, version) on delete cascade
);

-- The cells of one measure and period: doubles, little-endian, a row for each region; and for each cell a byte that says how it is meant:
-- 0 a value, 1 missing, 2 secret, 3 estimated. Not compressed, so that one region's row is read without the others.
create table dataset_block (
  cluster_id uuid not null,
  dataset_id uuid not null,
  version integer not null,
  measure text not null check (length(measure) <= 60),
  period text not null check (length(period) <= 20),
  cells bytea not null,
  marks bytea not null,
  primary key (cluster_id, dataset_id, version, measure, period),
  foreign key (cluster_id, dataset_id, version) references dataset_version (cluster_id, dataset_id, version) on delete cascade
);
alter table dataset_block alter column cells set storage external, alter column marks set storage external;

-- The rows of a table that is no panel.
create table dataset_row (
  cluster_id uuid not null,
  dataset_id uuid not null,
  version integer not null,
  position integer not null,
  cells jsonb not null,
  primary key (cluster_id, dataset_id, version, position),
  foreign key (cluster_id, dataset_id, version) references dataset_version (cluster_id, dataset_id, version) on delete cascade
);

-- What was computed from a version of a dataset, by the name of what it is. `value` is small and read whole; `cells` is laid out as a
-- block's, by region and, a second time, by activity.
create table dataset_result (
  cluster_id uuid not null,
  dataset_id uuid not null,
  version integer not null,
  name text not null check (length(name) <= 60),
  -- period, window, option: what tells this result from its siblings
  params text not null default '' check (length(params) <= 200),
  computed_at timestamptz not null default now(),
  took_ms integer not null default 0,
  value jsonb not null default '{}',
  cells bytea,
  turned bytea,
  primary key (cluster_id, dataset_id, version, name, params),
  foreign key (cluster_id, dataset_id, version) references dataset_version (cluster_id, dataset_id, version) on delete cascade
);
alter table dataset_result alter column cells set storage external, alter column turned set storage external;

do $$
declare
  name text;
begin
  foreach name in array array['dataset', 'dataset_version', 'dataset_codes', 'dataset_block', 'dataset_row', 'dataset_result']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I to kontor_owner, kontor_system using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to kontor_system', name);
    execute format('grant select on %I to kontor_app', name);
  end loop;
end $$;
grant insert, update, delete on dataset to kontor_app;
grant insert on dataset_version to kontor_app;

create policy see on dataset for select to kontor_app
  using (app_sees(cluster_id, visibility, '{}', null, null, wall));
create policy add on dataset for insert to kontor_app
  with check (app_has_asker() and cluster_id = app_cluster() and app_office() in ('manager', 'analyst'));
create policy edit on dataset for update to kontor_app
  using (cluster_id = app_cluster() and app_office() in ('manager', 'analyst'))
  with check (cluster_id = app_cluster() and app_office() in ('manager', 'analyst'));
create policy remove on dataset for delete to kontor_app
  using (cluster_id = app_cluster() and app_office() in ('manager', 'analyst'));

-- What hangs on a dataset is seen with it.
do $$
declare
  name text;
begin
  foreach name in array array['dataset_version', 'dataset_codes', 'dataset_block', 'dataset_row', 'dataset_result']
  loop
    execute format('create policy see on %I for select to kontor_app
      using (app_has_asker() and (cluster_id, dataset_id) in (select d.cluster_id, d.id from dataset d))', name);
  end loop;
end $$;
create policy add on dataset_version for insert to kontor_app
  with check (cluster_id = app_cluster() and app_office() in ('manager', 'analyst'));
