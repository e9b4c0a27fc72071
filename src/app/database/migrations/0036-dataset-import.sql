-- A file on its way into a dataset: kept as it came until it is written or thrown away, so that its columns can be meant otherwise.

create table dataset_import (
  cluster_id uuid not null,
  id uuid not null,
  -- the dataset it becomes a version of; null while it is to be a new one
  dataset_id uuid,
  -- who brought it, and the office they did it from; null where the clock did
  person_id uuid references person (id) on delete set null,
  acting text check (length(acting) <= 60),
  file_name text not null check (length(file_name) between 1 and 200),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null,
  state text not null check (state in ('read', 'checking', 'checked', 'writing', 'done', 'stopped')),
  -- how it was read: format, encoding, separator, head, the first rows
  shape jsonb not null,
  -- what each column means, and how numbers and marks are written
  mapping jsonb not null,
  -- the dataset it is to be: title, source, licence, credit, level
  about jsonb not null default '{}',
  -- what the check found: counts, problems by row
  findings jsonb not null default '{}',
  rows_done integer not null default 0,
  problem text check (length(problem) <= 200),
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  -- when work on it was last seen: after a crash somebody else takes it up
  beat_at timestamptz,
  primary key (cluster_id, id),
  foreign key (cluster_id, dataset_id) references dataset (cluster_id, id) on delete cascade
);
create index dataset_import_by_age on dataset_import (cluster_id, created_at desc);
create index dataset_import_at_work on dataset_import (beat_at) where state in ('checking', 'writing');
create index dataset_import_of_dataset on dataset_import (cluster_id, dataset_id);

create table dataset_piece (
  cluster_id uuid not null,
  import_id uuid not null,
  position integer not null,
  bytes bytea not null,
  primary key (cluster_id, import_id, position),
  foreign key (cluster_id, import_id) references dataset_import (cluster_id, id) on delete cascade
);
alter table dataset_piece alter column bytes set storage external;

do $$
declare
  name text;
begin
  foreach name in array array['dataset_import', 'dataset_piece']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I to kontor_owner, kontor_system using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to kontor_system, kontor_app', name);
    execute format($policy$
      create policy keepers on %I to kontor_app
        using (cluster_id = app_cluster() and app_office() in ('manager', 'analyst'))
        with check (cluster_id = app_cluster() and app_office() in ('manager', 'analyst'))
    $policy$, name);
  end loop;
end $$;
