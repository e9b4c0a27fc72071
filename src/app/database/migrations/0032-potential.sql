-- What members and a cluster are able to do. A round asks members the questions of a questionnaire; what a member says is the member's
-- alone. The team learns who has answered, and reads answers only where the member said so. Everybody else sees what was made of many.

-- A cluster's own questionnaires, in versions that are never changed. Those that ship with the house are kept in the code.
create table questionnaire (
  cluster_id uuid not null references cluster (id),
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 60),
  version integer not null check (version > 0),
  content jsonb not null check (jsonb_typeof(content) = 'object' and pg_column_size(content) <= 200000),
  created_by uuid references person (id) on delete set null,
  created_at timestamptz not null default now(),
  primary key (cluster_id, key, version)
);

-- How the parts of a questionnaire weigh, judged in pairs by those who know.
create table potential_weighting (
  cluster_id uuid not null references cluster (id),
  questionnaire text not null check (length(questionnaire) <= 60),
  -- by pair, as "a:b": how many times as important a is
  judgements jsonb not null check (jsonb_typeof(judgements) = 'object' and pg_column_size(judgements) <= 20000),
  judged_by uuid references person (id) on delete set null,
  judged_at timestamptz not null default now(),
  primary key (cluster_id, questionnaire)
);

create table assessment_round (
  cluster_id uuid not null references cluster (id),
  id uuid not null,
  questionnaire text not null check (length(questionnaire) <= 60),
  questionnaire_version integer not null,
  about text not null check (about in ('member', 'cluster')),
  -- the questions as they were asked, whatever becomes of the questionnaire
  content jsonb not null check (jsonb_typeof(content) = 'object' and pg_column_size(content) <= 200000),
  due date not null,
  remind_after integer not null default 7 check (remind_after between 1 and 60),
  state text not null default 'open' check (state in ('open', 'closed')),
  created_by uuid references person (id) on delete set null,
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  primary key (cluster_id, id)
);
create index assessment_round_of_questionnaire on assessment_round (cluster_id, questionnaire, opened_at desc);
create index assessment_round_open on assessment_round (due) where state = 'open';

create table assessment (
  cluster_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  -- null: the cluster itself, answered by its team
  organisation_id uuid references organisation (id),
  state text not null default 'open' check (state in ('open', 'submitted')),
  -- the member lets the team read its answers
  shared boolean not null default false,
  submitted_at timestamptz,
  -- who never sees it, even where it is shared: taken from the membership when asked
  wall uuid[] not null default '{}',
  -- for data that were invented to show how it looks
  note text check (length(note) <= 200),
  primary key (cluster_id, id),
  unique (cluster_id, round_id, organisation_id),
  foreign key (cluster_id, round_id) references assessment_round (cluster_id, id) on delete cascade
);
create index assessment_of_organisation on assessment (organisation_id);

create table assessment_answer (
  cluster_id uuid not null,
  assessment_id uuid not null,
  organisation_id uuid references organisation (id),
  question text not null check (length(question) <= 60),
  value jsonb not null check (pg_column_size(value) <= 8000),
  -- what shows it: a sentence or an address
  evidence text not null default '' check (length(evidence) <= 1000),
  person_id uuid references person (id) on delete set null,
  answered_at timestamptz not null default now(),
  primary key (cluster_id, assessment_id, question),
  foreign key (cluster_id, assessment_id) references assessment (cluster_id, id) on delete cascade
);
create index assessment_answer_of_organisation on assessment_answer (organisation_id);

-- Whom the letter went to, in which seat. Its link dies with the seat.
create table assessment_ask (
  cluster_id uuid not null,
  id uuid not null,
  assessment_id uuid not null,
  organisation_id uuid references organisation (id),
  person_id uuid not null references person (id) on delete cascade,
  seat_id uuid not null references seat (id) on delete cascade,
  hashes text[] not null default '{}' check (cardinality(hashes) <= 8),
  asked_at timestamptz not null,
  reminders integer not null default 0,
  reminded_at timestamptz,
  primary key (cluster_id, id),
  unique (cluster_id, assessment_id, person_id),
  foreign key (cluster_id, assessment_id) references assessment (cluster_id, id) on delete cascade
);
create index assessment_ask_of_organisation on assessment_ask (organisation_id);
create index assessment_ask_by_hash on assessment_ask using gin (hashes);
create index assessment_ask_of_person on assessment_ask (person_id);

-- What was computed of one assessment: seen with its answers.
create table assessment_score (
  cluster_id uuid not null,
  assessment_id uuid not null,
  organisation_id uuid references organisation (id),
  value jsonb not null check (jsonb_typeof(value) = 'object'),
  computed_at timestamptz not null default now(),
  primary key (cluster_id, assessment_id),
  foreign key (cluster_id, assessment_id) references assessment (cluster_id, id) on delete cascade
);
create index assessment_score_of_organisation on assessment_score (organisation_id);

-- What was made of many, by the name of what it is: nobody can be recognised in it, so all of the cluster see it.
create table potential_result (
  cluster_id uuid not null references cluster (id),
  name text not null check (length(name) <= 60),
  params text not null default '' check (length(params) <= 200),
  value jsonb not null check (jsonb_typeof(value) = 'object'),
  computed_at timestamptz not null default now(),
  took_ms integer not null default 0,
  primary key (cluster_id, name, params)
);

-- Digital platforms and tools, and who uses which for what.
create table platform (
  cluster_id uuid not null references cluster (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  text text not null default '' check (length(text) <= 1000),
  url text check (length(url) <= 500),
  provider text not null default '' check (length(provider) <= 120),
  area text not null check (length(area) <= 40),
  level text not null check (level in ('process', 'operations', 'public')),
  scale text not null check (scale in ('global', 'national', 'local')),
  side text not null check (side in ('inner', 'outer')),
  -- several members work together on it, rather than each on its own
  common boolean not null default false,
  note text check (length(note) <= 200),
  created_by uuid references person (id) on delete set null,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (cluster_id, id)
);
create unique index platform_name on platform (cluster_id, lower(name));

create table platform_use (
  cluster_id uuid not null,
  id uuid not null,
  platform_id uuid not null,
  organisation_id uuid not null references organisation (id),
  process text not null check (length(process) <= 40),
  since date,
  visibility text not null default 'cluster' check (visibility in ('public', 'peers', 'cluster', 'organisation')),
  wall uuid[] not null default '{}',
  stated_by uuid references person (id) on delete set null,
  stated_at timestamptz not null default now(),
  primary key (cluster_id, id),
  unique (cluster_id, platform_id, organisation_id, process),
  foreign key (cluster_id, platform_id) references platform (cluster_id, id) on delete cascade
);
create index platform_use_of_organisation on platform_use (organisation_id);

-- What leaving the platform would cost a member: its own to know.
create table platform_cost (
  cluster_id uuid not null,
  use_id uuid not null,
  organisation_id uuid not null references organisation (id),
  days integer not null check (days between 0 and 100000),
  primary key (cluster_id, use_id),
  foreign key (cluster_id, use_id) references platform_use (cluster_id, id) on delete cascade
);
create index platform_cost_of_organisation on platform_cost (organisation_id);

do $$
declare
  name text;
begin
  foreach name in array array['questionnaire', 'potential_weighting', 'assessment_round', 'assessment', 'assessment_answer',
    'assessment_ask', 'assessment_score', 'potential_result', 'platform', 'platform_use', 'platform_cost']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I to kontor_owner, kontor_system using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to kontor_system', name);
    execute format('grant select on %I to kontor_app', name);
  end loop;
end $$;
grant insert on questionnaire to kontor_app;
grant insert, update on potential_weighting, assessment_round, assessment, assessment_answer, platform, platform_use, platform_cost
  to kontor_app;
grant delete on assessment_answer, platform, platform_use, platform_cost to kontor_app;

-- Members, the team, and authorities that work with the cluster.
do $$
declare
  name text;
begin
  foreach name in array array['questionnaire', 'potential_weighting', 'assessment_round', 'potential_result', 'platform']
  loop
    execute format('create policy see on %I for select to kontor_app
      using (cluster_id = app_cluster() and app_levels() && array[''peers'', ''cluster''])', name);
  end loop;
end $$;

create policy add on questionnaire for insert to kontor_app
  with check (app_has_asker() and cluster_id = app_cluster() and app_office() in ('manager', 'analyst'));
create policy judge on potential_weighting for insert to kontor_app
  with check (app_has_asker() and cluster_id = app_cluster() and app_office() in ('manager', 'analyst'));
create policy judge_again on potential_weighting for update to kontor_app
  using (cluster_id = app_cluster() and app_office() in ('manager', 'analyst'))
  with check (cluster_id = app_cluster() and app_office() in ('manager', 'analyst'));
create policy open on assessment_round for insert to kontor_app
  with check (app_has_asker() and cluster_id = app_cluster() and app_office() in ('manager', 'analyst', 'facilitator'));
create policy close on assessment_round for update to kontor_app
  using (cluster_id = app_cluster() and app_office() in ('manager', 'analyst', 'facilitator'))
  with check (cluster_id = app_cluster() and app_office() in ('manager', 'analyst', 'facilitator'));

create policy see on assessment for select to kontor_app
  using (cluster_id = app_cluster()
    and (organisation_id = app_organisation() or app_office() in ('manager', 'analyst', 'facilitator')));
create policy open on assessment for insert to kontor_app
  with check (app_has_asker() and cluster_id = app_cluster() and app_office() in ('manager', 'analyst', 'facilitator')
    and not shared and state = 'open');
-- A member's own; the cluster's is its team's.
create policy answer on assessment for update to kontor_app
  using (cluster_id = app_cluster() and case when organisation_id is null
    then app_office() in ('manager', 'analyst', 'facilitator') else organisation_id = app_organisation() end)
  with check (cluster_id = app_cluster() and case when organisation_id is null
    then app_office() in ('manager', 'analyst', 'facilitator') else organisation_id = app_organisation() end);

create policy see on assessment_ask for select to kontor_app
  using (cluster_id = app_cluster() and (cluster_id, assessment_id) in (select a.cluster_id, a.id from assessment a));

do $$
declare
  name text;
begin
  foreach name in array array['assessment_answer', 'assessment_score']
  loop
    execute format('create policy see on %I for select to kontor_app
      using (cluster_id = app_cluster() and exists (select from assessment a
        where a.cluster_id = %I.cluster_id and a.id = %I.assessment_id and case
          when a.organisation_id = app_organisation() then true
          when app_office() is null or app_office() not in (''manager'', ''analyst'', ''facilitator'') then false
          when a.organisation_id is null then true
          else a.shared and a.state = ''submitted'' and not a.wall && app_own_organisations() end))', name, name, name);
  end loop;
end $$;

do $$
declare
  own constant text := 'cluster_id = app_cluster() and exists (select from assessment a
    join assessment_round r on r.cluster_id = a.cluster_id and r.id = a.round_id and r.state = ''open''
    where a.cluster_id = assessment_answer.cluster_id and a.id = assessment_answer.assessment_id
      and a.organisation_id is not distinct from assessment_answer.organisation_id and case when a.organisation_id is null
      then app_office() in (''manager'', ''analyst'', ''facilitator'') else a.organisation_id = app_organisation() end)';
begin
  execute format('create policy say on assessment_answer for insert to kontor_app with check (%s)', own);
  execute format('create policy mend on assessment_answer for update to kontor_app using (%s) with check (%s)', own, own);
  execute format('create policy unsay on assessment_answer for delete to kontor_app using (%s)', own);
end $$;

create policy add on platform for insert to kontor_app
  with check (app_has_asker() and cluster_id = app_cluster() and app_levels() && array['cluster']);
create policy edit on platform for update to kontor_app
  using (cluster_id = app_cluster() and app_office() in ('manager', 'analyst', 'facilitator'))
  with check (cluster_id = app_cluster() and app_office() in ('manager', 'analyst', 'facilitator'));
create policy remove on platform for delete to kontor_app
  using (cluster_id = app_cluster() and app_office() in ('manager', 'analyst', 'facilitator'));

create policy see on platform_use for select to kontor_app
  using (app_sees(cluster_id, visibility, array[organisation_id], null, null, wall));
create policy say on platform_use for insert to kontor_app
  with check (cluster_id = app_cluster() and organisation_id = app_organisation() and app_levels() && array['cluster']);
create policy mend on platform_use for update to kontor_app
  using (cluster_id = app_cluster() and organisation_id = app_organisation())
  with check (cluster_id = app_cluster() and organisation_id = app_organisation());
create policy unsay on platform_use for delete to kontor_app
  using (cluster_id = app_cluster() and organisation_id = app_organisation());

create policy own on platform_cost to kontor_app
  using (cluster_id = app_cluster() and organisation_id = app_organisation())
  with check (cluster_id = app_cluster() and organisation_id = app_organisation());
