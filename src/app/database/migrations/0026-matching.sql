-- What was suggested to whom, what they said of it, and what a cluster's answers have taught the ranking.

-- Which organisations were suggested for a need. `need`: to its owner and the team that mediates it. `organisation`: to the
-- organisation itself, among the needs that fit it.
create table match_suggestion (
  cluster_id uuid not null,
  need_id uuid not null,
  organisation_id uuid not null references organisation (id),
  side text not null check (side in ('need', 'organisation')),
  first_shown_at timestamptz not null default now(),
  shown_at timestamptz not null default now(),
  -- where it stood when it was first shown, and where it would have stood by relevance alone
  place integer not null check (place between 1 and 1000),
  plain_place integer not null check (plain_place between 1 and 100000),
  score real not null check (score between 0 and 1),
  -- by the name of each signal, between 0 and 1: what the ranking learns from
  signals jsonb not null default '{}',
  -- the version of the weights it was ranked by; 0 are the weights everybody starts with
  weights integer not null default 0,
  told_at timestamptz,
  primary key (cluster_id, need_id, organisation_id, side),
  foreign key (cluster_id, need_id) references need (cluster_id, id) on delete cascade
);
create index match_suggestion_of_organisation on match_suggestion (organisation_id);
create index match_suggestion_by_day on match_suggestion (cluster_id, first_shown_at);

-- How the last ranking of a need went: a need without a good match is a gap of the cluster.
create table match_run (
  cluster_id uuid not null,
  need_id uuid not null,
  computed_at timestamptz not null default now(),
  candidates integer not null,
  best real not null check (best between 0 and 1),
  good integer not null,
  weights integer not null default 0,
  primary key (cluster_id, need_id),
  foreign key (cluster_id, need_id) references need (cluster_id, id) on delete cascade
);

-- What somebody said of a suggestion. Taken back, it stays as history and counts no more.
create table match_feedback (
  cluster_id uuid not null,
  id uuid not null,
  need_id uuid not null,
  organisation_id uuid not null references organisation (id),
  side text not null check (side in ('need', 'organisation')),
  verdict text not null check (verdict in ('good', 'not-relevant')),
  reason text check (reason in
    ('other-topic', 'known-already', 'rival', 'too-far', 'wrong-size', 'no-capacity', 'bad-experience', 'other')),
  note text check (length(note) between 1 and 1000),
  said_by uuid references person (id) on delete set null,
  said_at timestamptz not null default now(),
  taken_back_at timestamptz,
  primary key (cluster_id, id),
  foreign key (cluster_id, need_id) references need (cluster_id, id) on delete cascade,
  check ((verdict = 'not-relevant') = (reason is not null))
);
create unique index match_feedback_once on match_feedback (cluster_id, need_id, organisation_id, side) where taken_back_at is null;
create index match_feedback_of_organisation on match_feedback (organisation_id);
create index match_feedback_by_day on match_feedback (cluster_id, said_at);

-- The weights a cluster has learned, each version with what it was learned from.
create table match_weights (
  cluster_id uuid not null references cluster (id),
  version integer not null check (version > 0),
  weights jsonb not null,
  examples integer not null,
  good integer not null,
  learned_at timestamptz not null default now(),
  primary key (cluster_id, version)
);

-- How often each organisation was suggested for the needs that are no secret, for a fair share of what comes next. Secrets count nowhere.
create function suggestions_open(since timestamptz) returns table (organisation_id uuid, shown integer)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select s.organisation_id, count(*)::integer from match_suggestion s
  join need n on n.cluster_id = s.cluster_id and n.id = s.need_id
  where s.cluster_id = app_cluster() and s.side = 'need' and s.place <= 5 and s.first_shown_at >= since
    and n.step in ('named', 'full') and n.state <> 'draft' and n.wall = '{}' and n.visibility <> 'organisation'
  group by s.organisation_id
$$;
revoke execute on function suggestions_open(timestamptz) from public;
grant execute on function suggestions_open(timestamptz) to kontor_app, kontor_system, kontor_owner;

do $$
declare
  name text;
begin
  foreach name in array array['match_suggestion', 'match_run', 'match_feedback', 'match_weights']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I to kontor_owner, kontor_system using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to kontor_system', name);
  end loop;
end $$;
grant select, insert, update on match_suggestion, match_run to kontor_app;
-- What somebody said stays theirs: it is taken back, never put into another's mouth.
grant select, insert, update (taken_back_at) on match_feedback to kontor_app;
grant select on match_weights to kontor_app;

-- The matches of a need are its owner's, and the team's where it mediates. One list of needs for the whole question: a policy asked
-- row by row would be slow.
create policy see on match_suggestion for select to kontor_app
  using (app_has_asker() and (side = 'organisation' and organisation_id = app_organisation()
    or (cluster_id, need_id) in (select n.cluster_id, n.id from need n where n.organisation_id = app_organisation()
      or n.mediated and n.cluster_id = app_cluster() and app_office() in ('manager', 'facilitator'))));
create policy add on match_suggestion for insert to kontor_app
  with check (case side when 'organisation' then organisation_id = app_organisation()
    else owns_need(cluster_id, need_id) or mediates_need(cluster_id, need_id) end);
create policy edit on match_suggestion for update to kontor_app
  using (case side when 'organisation' then organisation_id = app_organisation()
    else owns_need(cluster_id, need_id) or mediates_need(cluster_id, need_id) end)
  with check (case side when 'organisation' then organisation_id = app_organisation()
    else owns_need(cluster_id, need_id) or mediates_need(cluster_id, need_id) end);

create policy see on match_run for select to kontor_app
  using (app_has_asker() and (cluster_id, need_id) in (select n.cluster_id, n.id from need n where n.organisation_id = app_organisation()
    or n.mediated and n.cluster_id = app_cluster() and app_office() in ('manager', 'facilitator')));
create policy change on match_run to kontor_app
  using (owns_need(cluster_id, need_id) or mediates_need(cluster_id, need_id))
  with check (owns_need(cluster_id, need_id) or mediates_need(cluster_id, need_id));

-- What one side says of the other is told to the other by nobody; the team hears both of the needs it mediates.
create policy see on match_feedback for select to kontor_app
  using (app_has_asker() and (side = 'organisation' and organisation_id = app_organisation()
    or side = 'need' and (cluster_id, need_id) in (select n.cluster_id, n.id from need n where n.organisation_id = app_organisation())
    or (cluster_id, need_id) in (select n.cluster_id, n.id from need n
      where n.mediated and n.cluster_id = app_cluster() and app_office() in ('manager', 'facilitator'))));
create policy add on match_feedback for insert to kontor_app
  with check (taken_back_at is null and said_by = app_person() and case side
    when 'organisation' then organisation_id = app_organisation() and (
      exists (select from need n where n.cluster_id = match_feedback.cluster_id and n.id = match_feedback.need_id)
      or exists (select from need_teaser t where t.cluster_id = match_feedback.cluster_id and t.need_id = match_feedback.need_id))
    else owns_need(cluster_id, need_id) or mediates_need(cluster_id, need_id) end);
create policy edit on match_feedback for update to kontor_app
  using (case side when 'organisation' then organisation_id = app_organisation()
    else owns_need(cluster_id, need_id) or mediates_need(cluster_id, need_id) end)
  with check (case side when 'organisation' then organisation_id = app_organisation()
    else owns_need(cluster_id, need_id) or mediates_need(cluster_id, need_id) end);

create policy see on match_weights for select to kontor_app
  using (app_has_asker() and cluster_id = app_cluster() and 'cluster' = any (app_levels()));
