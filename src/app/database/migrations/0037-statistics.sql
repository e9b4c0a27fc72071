-- Statistics that a cluster gives out: tables whose cells tell nothing of one firm, not by subtraction over all tables ever given out. What
-- is out stays out; a new table is made so that it and those before it together keep what each alone does.

create table statistic (
  cluster_id uuid not null references cluster (id),
  id uuid not null,
  topic text not null check (length(topic) <= 40),
  -- as of this day
  day date not null,
  state text not null default 'making' check (state in ('making', 'out', 'failed')),
  visibility text not null default 'peers' check (visibility in ('public', 'peers', 'cluster')),
  -- by which rules cells were kept back
  minimum integer not null check (minimum between 1 and 100),
  dominance real not null check (dominance > 0 and dominance <= 1),
  width real not null check (width >= 0),
  made_by uuid references person (id) on delete set null,
  made_at timestamptz not null default now(),
  primary key (cluster_id, id)
);
create index statistic_by_topic on statistic (cluster_id, topic, made_at desc);

-- A cell by the code of each dimension, null for all of it. Without a value it is kept back; why is told to nobody, for that tells as well.
create table statistic_cell (
  cluster_id uuid not null,
  statistic_id uuid not null,
  position integer not null,
  codes text[] not null,
  value double precision,
  primary key (cluster_id, statistic_id, position),
  foreign key (cluster_id, statistic_id) references statistic (cluster_id, id) on delete cascade
);

-- What stands behind the cells that are out, by a digest of whose it is: what the next table is protected against.
create table statistic_source (
  cluster_id uuid not null,
  statistic_id uuid not null,
  position integer not null,
  keys text[] not null,
  amounts double precision[] not null,
  primary key (cluster_id, statistic_id, position),
  foreign key (cluster_id, statistic_id) references statistic (cluster_id, id) on delete cascade
);

do $$
declare
  name text;
begin
  foreach name in array array['statistic', 'statistic_cell', 'statistic_source']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I to kontor_owner, kontor_system using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to kontor_system', name);
  end loop;
end $$;
grant select, insert on statistic to kontor_app;
grant select on statistic_cell to kontor_app;

create policy see on statistic for select to kontor_app
  using (app_sees(cluster_id, visibility, '{}', null, null, '{}')
    and (state = 'out' or cluster_id = app_cluster() and app_office() in ('manager', 'analyst')));
create policy add on statistic for insert to kontor_app
  with check (app_has_asker() and cluster_id = app_cluster() and state = 'making' and app_office() in ('manager', 'analyst'));
create policy see on statistic_cell for select to kontor_app
  using (app_has_asker() and (cluster_id, statistic_id) in (select s.cluster_id, s.id from statistic s where s.state = 'out'));
