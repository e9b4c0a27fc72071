-- Sheets brought in by the team of a cluster: the file, its rows, and every record they made or changed, so that all of it can be undone.

create table import_run (
  cluster_id uuid not null references cluster (id),
  id uuid not null,
  -- who brought it, and the seat or office they did it from
  person_id uuid references person (id) on delete set null,
  acting text not null check (length(acting) <= 60),
  file_name text not null check (length(file_name) between 1 and 300),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null,
  format text not null check (format in ('csv', 'xlsx', 'json')),
  state text not null check (state in
    ('read', 'checking', 'checked', 'writing', 'done', 'stopped', 'undoing', 'undone')),
  -- how the file was read: encoding, separator, sheets with their heads
  reading jsonb not null,
  -- what each column means
  mapping jsonb not null,
  options jsonb not null,
  counts jsonb not null default '{}',
  rows_total integer not null default 0,
  -- rows that came to an end, in the order of their position
  rows_done integer not null default 0,
  cancel_asked boolean not null default false,
  -- a letter of the alphabet for what stopped it, said in words by the pages
  problem text check (length(problem) <= 200),
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  -- when work on it was last seen: after a crash somebody else takes it up
  beat_at timestamptz,
  primary key (cluster_id, id)
);
create index import_run_by_age on import_run (cluster_id, created_at desc);
create index import_run_at_work on import_run (beat_at) where state in ('checking', 'writing', 'undoing');

-- The file as it came, in pieces, until it is imported or thrown away: encoding and separator can be chosen anew until then.
create table import_piece (
  cluster_id uuid not null,
  run_id uuid not null,
  position integer not null,
  bytes bytea not null,
  primary key (cluster_id, run_id, position),
  foreign key (cluster_id, run_id) references import_run (cluster_id, id) on delete cascade
);

create table import_row (
  cluster_id uuid not null,
  run_id uuid not null,
  -- the place in the file, all sheets counted through; `row` is what a spreadsheet shows beside it
  number integer not null,
  sheet integer not null,
  row integer not null,
  cells jsonb not null,
  -- the order of writing: firms before what speaks of them
  position integer,
  kind text check (kind in ('organisations', 'people', 'links', 'notes')),
  outcome text check (outcome in ('new', 'match', 'repeat', 'unchanged', 'error', 'skipped')),
  problems jsonb not null default '[]',
  organisation_id uuid references organisation (id) on delete set null,
  label text check (length(label) <= 400),
  primary key (cluster_id, run_id, number),
  foreign key (cluster_id, run_id) references import_run (cluster_id, id) on delete cascade
);
create index import_row_by_position on import_row (cluster_id, run_id, position) where position is not null;
create index import_row_with_problems on import_row (cluster_id, run_id, number) where problems <> '[]';
create index import_row_of_organisation on import_row (organisation_id) where organisation_id is not null;

-- What a row wrote: a record it made (`before` is null) or the columns it changed, before and after.
create table import_change (
  cluster_id uuid not null,
  run_id uuid not null,
  seq integer not null,
  number integer not null,
  record text not null check (record ~ '^[a-z_]+$'),
  key jsonb not null,
  before jsonb,
  after jsonb not null,
  -- after an undo: why it stayed
  kept text check (length(kept) <= 80),
  undone boolean not null default false,
  primary key (cluster_id, run_id, seq),
  foreign key (cluster_id, run_id) references import_run (cluster_id, id) on delete cascade
);

-- What the columns of a head meant last time.
create table import_mapping (
  cluster_id uuid not null references cluster (id),
  head text not null check (length(head) <= 64),
  mapping jsonb not null,
  used_at timestamptz not null default now(),
  primary key (cluster_id, head)
);

do $$
declare
  name text;
begin
  foreach name in array array['import_run', 'import_piece', 'import_row', 'import_change', 'import_mapping']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I to kontor_owner, kontor_system using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to kontor_system, kontor_app', name);
    execute format($policy$
      create policy team on %I to kontor_app
        using (cluster_id = app_cluster() and app_office() in ('manager', 'facilitator'))
        with check (cluster_id = app_cluster() and app_office() in ('manager', 'facilitator'))
    $policy$, name);
  end loop;
end $$;

-- A row about an organisation in which somebody of the team has a seat may hold notes that are not for that person.
create policy not_of_own on import_row as restrictive for select to kontor_app
  using (organisation_id is null or not organisation_id = any (app_own_organisations())
    or exists (select from import_run r where r.cluster_id = import_row.cluster_id and r.id = import_row.run_id
      and r.person_id = app_person()));

-- Firms are recognised by their VAT number, however it is spaced.
create function vat_key(text) returns text language sql immutable parallel safe strict
  return upper(regexp_replace($1, '[^A-Za-z0-9]', '', 'g'));
create index organisation_by_vat on organisation (vat_key(vat)) where vat is not null;
