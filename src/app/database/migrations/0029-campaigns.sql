-- Asking all members what they look for: a short questionnaire, answered from the letter. What they look for becomes their needs; what
-- else they answer is between them and the team.

create table campaign (
  cluster_id uuid not null references cluster (id),
  id uuid not null,
  title_en text not null check (length(title_en) between 1 and 160),
  title_de text not null check (length(title_de) between 1 and 160),
  intro_en text not null default '' check (length(intro_en) <= 4000),
  intro_de text not null default '' check (length(intro_de) <= 4000),
  -- the questions besides what is looked for; their shape is kept in the code
  questions jsonb not null default '[]' check (jsonb_typeof(questions) = 'array' and pg_column_size(questions) <= 40000),
  -- which members are asked: by their roles; empty for all
  roles text[] not null default '{}',
  due date not null,
  remind_after integer not null default 7 check (remind_after between 1 and 60),
  state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  created_by uuid references person (id) on delete set null,
  created_at timestamptz not null default now(),
  opened_at timestamptz,
  closed_at timestamptz,
  version integer not null default 1,
  primary key (cluster_id, id)
);
create index campaign_open on campaign (due) where state = 'open';

-- Whom the letter went to, in which seat. Its link dies with the seat.
create table campaign_ask (
  cluster_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  organisation_id uuid not null references organisation (id),
  person_id uuid not null references person (id) on delete cascade,
  seat_id uuid not null references seat (id) on delete cascade,
  -- of the links in its letters: the first one still opens when a reminder has come
  hashes text[] not null default '{}' check (cardinality(hashes) <= 8),
  asked_at timestamptz not null,
  reminders integer not null default 0,
  reminded_at timestamptz,
  primary key (cluster_id, id),
  unique (cluster_id, campaign_id, organisation_id, person_id),
  foreign key (cluster_id, campaign_id) references campaign (cluster_id, id) on delete cascade
);
create index campaign_ask_by_hash on campaign_ask using gin (hashes);
create index campaign_ask_of_organisation on campaign_ask (organisation_id);
create index campaign_ask_of_person on campaign_ask (person_id);

create table campaign_answer (
  cluster_id uuid not null,
  campaign_id uuid not null,
  organisation_id uuid not null references organisation (id),
  -- by the key of the question
  answers jsonb not null default '{}' check (jsonb_typeof(answers) = 'object' and pg_column_size(answers) <= 60000),
  person_id uuid references person (id) on delete set null,
  answered_at timestamptz not null,
  version integer not null default 1,
  primary key (cluster_id, campaign_id, organisation_id),
  foreign key (cluster_id, campaign_id) references campaign (cluster_id, id) on delete cascade
);
create index campaign_answer_of_organisation on campaign_answer (organisation_id);

-- Which needs came of it: seen by those who see the need.
create table campaign_need (
  cluster_id uuid not null,
  campaign_id uuid not null,
  need_id uuid not null,
  primary key (cluster_id, campaign_id, need_id),
  foreign key (cluster_id, campaign_id) references campaign (cluster_id, id) on delete cascade,
  foreign key (cluster_id, need_id) references need (cluster_id, id) on delete cascade
);
create index campaign_need_of_need on campaign_need (cluster_id, need_id);

do $$
declare
  name text;
begin
  foreach name in array array['campaign', 'campaign_ask', 'campaign_answer', 'campaign_need']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I to kontor_owner, kontor_system using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to kontor_system', name);
    execute format('grant select, insert, update, delete on %I to kontor_app', name);
  end loop;
end $$;

create policy see on campaign for select to kontor_app
  using (cluster_id = app_cluster() and (app_office() in ('manager', 'facilitator')
    or state <> 'draft' and exists (select from campaign_ask a
      where a.cluster_id = campaign.cluster_id and a.campaign_id = campaign.id and a.organisation_id = app_organisation())));
create policy change on campaign to kontor_app
  using (cluster_id = app_cluster() and app_office() in ('manager', 'facilitator'))
  with check (cluster_id = app_cluster() and app_office() in ('manager', 'facilitator'));

create policy see on campaign_ask for select to kontor_app
  using (cluster_id = app_cluster() and (app_office() in ('manager', 'facilitator') or organisation_id = app_organisation()));

-- Somebody of the team who also works for one of the members reads what that member's rivals said as the team does, and no more than
-- the team: the needs among the answers are needs, with their own ladder and walls.
create policy see on campaign_answer for select to kontor_app
  using (cluster_id = app_cluster() and (app_office() in ('manager', 'facilitator') or organisation_id = app_organisation()));
create policy say on campaign_answer for insert to kontor_app
  with check (cluster_id = app_cluster() and organisation_id = app_organisation() and exists (select from campaign c
    where c.cluster_id = campaign_answer.cluster_id and c.id = campaign_answer.campaign_id and c.state = 'open'));
create policy mend on campaign_answer for update to kontor_app
  using (cluster_id = app_cluster() and organisation_id = app_organisation())
  with check (cluster_id = app_cluster() and organisation_id = app_organisation() and exists (select from campaign c
    where c.cluster_id = campaign_answer.cluster_id and c.id = campaign_answer.campaign_id and c.state = 'open'));

create policy see on campaign_need for select to kontor_app
  using (exists (select from need n where n.cluster_id = campaign_need.cluster_id and n.id = campaign_need.need_id));
create policy add on campaign_need for insert to kontor_app
  with check (cluster_id = app_cluster() and owns_need(cluster_id, need_id));
