-- Events where members meet for short talks. Written so that events of other kinds can share it: an event has sessions, slots and
-- tables; a registration is one person who comes for one organisation; a meeting is a talk of registrations in a slot, at a table.

create table event (
  cluster_id uuid not null references cluster (id),
  id uuid not null,
  kind text not null default 'matchmaking' check (kind in ('matchmaking')),
  title text not null check (length(title) between 1 and 200),
  text text not null default '' check (length(text) <= 8000),
  place text check (length(place) <= 200),
  -- in which its times are said
  zone text not null default 'Europe/Berlin' check (length(zone) <= 60),
  state text not null default 'draft' check (state in ('draft', 'open', 'closed', 'published', 'over', 'cancelled')),
  visibility text not null default 'cluster' check (visibility in ('public', 'peers', 'cluster')),
  wall uuid[] not null default '{}',
  -- of its first and its last slot
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  talk_minutes integer not null check (talk_minutes between 5 and 240),
  pause_minutes integer not null default 0 check (pause_minutes between 0 and 120),
  register_until timestamptz not null,
  wish_until timestamptz not null,
  only_mutual boolean not null default false,
  once_for_organisations boolean not null default true,
  most_talks integer check (most_talks between 1 and 200),
  -- what participants come as, where rules say who meets whom
  roles text[] not null default '{}' check (cardinality(roles) <= 8),
  published_at timestamptz,
  cancelled_because text check (length(cancelled_because) <= 400),
  reminded_at timestamptz,
  created_by uuid references person (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (cluster_id, id),
  check (ends_at > starts_at),
  check (register_until <= wish_until and wish_until <= starts_at)
);
create index event_by_start on event (cluster_id, starts_at desc);
create index event_by_state on event (state, wish_until) where state in ('open', 'closed', 'published');

create table event_session (
  cluster_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz not null check (to_at > from_at),
  primary key (cluster_id, id),
  foreign key (cluster_id, event_id) references event (cluster_id, id) on delete cascade
);
create index event_session_of_event on event_session (cluster_id, event_id);

create table event_slot (
  cluster_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  session_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz not null check (to_at > from_at),
  primary key (cluster_id, id),
  foreign key (cluster_id, event_id) references event (cluster_id, id) on delete cascade,
  foreign key (cluster_id, session_id) references event_session (cluster_id, id) on delete cascade
);
create unique index event_slot_once on event_slot (cluster_id, event_id, from_at);

-- One person who comes for one organisation.
create table registration (
  cluster_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  organisation_id uuid not null references organisation (id),
  person_id uuid references person (id) on delete set null,
  state text not null default 'registered' check (state in ('registered', 'withdrawn', 'absent')),
  role text check (length(role) between 1 and 60),
  brings text not null default '' check (length(brings) <= 1000),
  seeks text not null default '' check (length(seeks) <= 1000),
  most_talks integer check (most_talks between 1 and 200),
  -- who does not learn that they come, and never sits at a table with them
  wall uuid[] not null default '{}',
  -- that wishes were written is told to the team; which, to nobody
  wished_at timestamptz,
  registered_by uuid references person (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  reason text check (length(reason) <= 400),
  primary key (cluster_id, id),
  foreign key (cluster_id, event_id) references event (cluster_id, id) on delete cascade
);
create unique index registration_once on registration (cluster_id, event_id, organisation_id, person_id) where state = 'registered';
create index registration_of_event on registration (cluster_id, event_id);
create index registration_of_organisation on registration (organisation_id);

-- A place for talks: a table in the hall, a room behind an address, or the stand of somebody who stays there.
create table event_table (
  cluster_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  position integer not null,
  name text not null check (length(name) between 1 and 80),
  link text check (length(link) <= 500),
  registration_id uuid,
  primary key (cluster_id, id),
  foreign key (cluster_id, event_id) references event (cluster_id, id) on delete cascade,
  foreign key (cluster_id, registration_id) references registration (cluster_id, id) on delete set null (registration_id)
);
create index event_table_of_event on event_table (cluster_id, event_id, position);

-- Slots in which somebody has no time.
create table registration_away (
  cluster_id uuid not null,
  registration_id uuid not null,
  slot_id uuid not null,
  primary key (cluster_id, registration_id, slot_id),
  foreign key (cluster_id, registration_id) references registration (cluster_id, id) on delete cascade,
  foreign key (cluster_id, slot_id) references event_slot (cluster_id, id) on delete cascade
);

create table event_wish (
  cluster_id uuid not null,
  registration_id uuid not null,
  to_organisation_id uuid not null references organisation (id),
  -- one of its people, or whoever of them has time
  to_registration_id uuid,
  wish text not null check (wish in ('not', 'gladly', 'very-gladly')),
  created_at timestamptz not null default now(),
  primary key (cluster_id, registration_id, to_organisation_id),
  foreign key (cluster_id, registration_id) references registration (cluster_id, id) on delete cascade,
  foreign key (cluster_id, to_registration_id) references registration (cluster_id, id) on delete set null (to_registration_id)
);
create index event_wish_for on event_wish (to_organisation_id);

-- Who meets whom: two roles that may meet, or organisations of which no two sit at one table.
create table event_rule (
  cluster_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  kind text not null check (kind in ('meet', 'apart')),
  one_role text check (length(one_role) between 1 and 60),
  other_role text check (length(other_role) between 1 and 60),
  primary key (cluster_id, id),
  foreign key (cluster_id, event_id) references event (cluster_id, id) on delete cascade,
  check ((kind = 'meet') = (one_role is not null) and (kind = 'meet') = (other_role is not null))
);
create index event_rule_of_event on event_rule (cluster_id, event_id);

create table event_rule_organisation (
  cluster_id uuid not null,
  rule_id uuid not null,
  organisation_id uuid not null references organisation (id),
  primary key (cluster_id, rule_id, organisation_id),
  foreign key (cluster_id, rule_id) references event_rule (cluster_id, id) on delete cascade
);
create index event_rule_organisation_of on event_rule_organisation (organisation_id);

create table event_plan (
  cluster_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  -- anew, or around the talks that are agreed
  mode text not null check (mode in ('anew', 'around')),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'published', 'replaced')),
  progress real not null default 0 check (progress between 0 and 1),
  quality jsonb,
  first_come jsonb,
  solver text check (length(solver) <= 20),
  problem text check (length(problem) <= 400),
  asked_by uuid references person (id) on delete set null,
  asked_at timestamptz not null default now(),
  started_at timestamptz,
  done_at timestamptz,
  published_at timestamptz,
  primary key (cluster_id, id),
  foreign key (cluster_id, event_id) references event (cluster_id, id) on delete cascade
);
create index event_plan_of_event on event_plan (cluster_id, event_id, asked_at desc);

create table meeting (
  cluster_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  slot_id uuid not null,
  table_id uuid not null,
  plan_id uuid,
  -- a draft is the team's until the plan is published
  state text not null check (state in ('draft', 'planned', 'held', 'no-show', 'cancelled')),
  -- how often it was moved, as calendars count
  sequence integer not null default 0,
  because text check (length(because) <= 400),
  -- both sides have said that they want to go on
  goes_on boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (cluster_id, id),
  foreign key (cluster_id, event_id) references event (cluster_id, id) on delete cascade,
  foreign key (cluster_id, slot_id) references event_slot (cluster_id, id),
  foreign key (cluster_id, table_id) references event_table (cluster_id, id),
  foreign key (cluster_id, plan_id) references event_plan (cluster_id, id)
);
create index meeting_of_event on meeting (cluster_id, event_id, state);
create index meeting_of_slot on meeting (cluster_id, slot_id);
create index meeting_of_table on meeting (cluster_id, table_id);
create index meeting_of_plan on meeting (cluster_id, plan_id);

create table meeting_party (
  cluster_id uuid not null,
  meeting_id uuid not null,
  registration_id uuid not null,
  slot_id uuid not null,
  -- of a talk that is agreed: nobody has two at once
  agreed boolean not null default false,
  came boolean,
  primary key (cluster_id, meeting_id, registration_id),
  foreign key (cluster_id, meeting_id) references meeting (cluster_id, id) on delete cascade,
  foreign key (cluster_id, registration_id) references registration (cluster_id, id) on delete cascade,
  foreign key (cluster_id, slot_id) references event_slot (cluster_id, id)
);
create index meeting_party_of_registration on meeting_party (cluster_id, registration_id);
create unique index meeting_party_once on meeting_party (cluster_id, registration_id, slot_id) where agreed;

-- What one side says of a talk: the team reads it, the other side only what both want.
create table meeting_result (
  cluster_id uuid not null,
  meeting_id uuid not null,
  registration_id uuid not null,
  result text not null check (result in ('nothing', 'follow-up', 'other-absent')),
  answered_by uuid references person (id) on delete set null,
  answered_at timestamptz not null default now(),
  primary key (cluster_id, meeting_id, registration_id),
  foreign key (cluster_id, meeting_id, registration_id) references meeting_party (cluster_id, meeting_id, registration_id) on delete cascade
);

-- Notes of one side, for itself.
create table meeting_note (
  cluster_id uuid not null,
  meeting_id uuid not null,
  registration_id uuid not null,
  text text not null check (length(text) between 1 and 4000),
  written_by uuid references person (id) on delete set null,
  written_at timestamptz not null default now(),
  primary key (cluster_id, meeting_id, registration_id),
  foreign key (cluster_id, meeting_id, registration_id) references meeting_party (cluster_id, meeting_id, registration_id) on delete cascade
);

-- The policies of these tables look into one another, where they would meet in a ring and ask once for every row. These functions look
-- once for a whole query, and answer with ids alone.

-- The events that the organisation acted for comes to.
create function own_events() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
  return coalesce((select array_agg(distinct r.event_id) from registration r
    where r.cluster_id = app_cluster() and r.organisation_id = app_organisation() and r.state <> 'withdrawn' and app_has_asker()), '{}');

-- Who comes and is hidden from the asker, by a wall of theirs or because their membership is. Who belongs through an association has no
-- membership that could be hidden.
create function hidden_registrations() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
  return coalesce((select array_agg(r.id) from registration r
    where r.cluster_id = app_cluster() and (r.wall && app_own_organisations() or r.organisation_id in (
      select m.organisation_id from membership m where m.cluster_id = app_cluster() group by m.organisation_id
      having not bool_or(app_sees(m.cluster_id, m.visibility, array[m.organisation_id], null, null, m.wall))))), '{}');

create function hidden_meetings() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
  return coalesce((select array_agg(p.meeting_id) from meeting_party p
    where p.cluster_id = app_cluster() and p.registration_id = any (hidden_registrations())), '{}');

-- The talks of the organisation acted for, once they are agreed.
create function own_meetings() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
  return coalesce((select array_agg(m.id) from meeting m
    join meeting_party p on p.cluster_id = m.cluster_id and p.meeting_id = m.id
    join registration r on r.cluster_id = p.cluster_id and r.id = p.registration_id
    where m.cluster_id = app_cluster() and m.state <> 'draft' and r.organisation_id = app_organisation() and app_has_asker()), '{}');

-- What comes of a talk lies behind the walls of those who held it, as the talk does.
create or replace function walled_introductions() returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  if cardinality(app_own_organisations()) = 0 then
    return '{}';
  end if;
  return (
    select coalesce(array_agg(w.introduction_id), '{}') from (
      select s.introduction_id from introduction_side s join need n on n.id = s.need_id
      where n.wall <> '{}' and n.wall && (select app_own_organisations())
      union
      select s.introduction_id from introduction_side s join offer o on o.id = s.offer_id
      where o.wall <> '{}' and o.wall && (select app_own_organisations())
      union
      select i.id from introduction i
      join meeting_party p on p.cluster_id = i.cluster_id and p.meeting_id = i.meeting_id
      join registration r on r.cluster_id = p.cluster_id and r.id = p.registration_id
      where i.meeting_id is not null and r.wall <> '{}' and r.wall && (select app_own_organisations())) w);
end $$;

-- By which names those who come are known to one another, and to the team.
create function attendee_names(cluster uuid, event uuid) returns table (registration_id uuid, name text)
  language sql stable security definer set search_path = public, pg_temp
  begin atomic
    select r.id, p.name from registration r join person p on p.id = r.person_id
    where r.cluster_id = cluster and r.event_id = event and cluster = app_cluster() and app_has_asker()
      and not r.id = any ((select hidden_registrations())::uuid[])
      and (app_office() in ('manager', 'facilitator') or event = any ((select own_events())::uuid[]) or r.organisation_id = app_organisation());
  end;

revoke execute on function own_events(), hidden_registrations(), hidden_meetings(), own_meetings(), attendee_names(uuid, uuid) from public;
grant execute on function own_events(), hidden_registrations(), hidden_meetings(), own_meetings(), attendee_names(uuid, uuid)
  to kontor_app, kontor_system, kontor_owner;

do $$
declare
  name text;
begin
  foreach name in array array['event', 'event_session', 'event_slot', 'registration', 'event_table', 'registration_away', 'event_wish',
    'event_rule', 'event_rule_organisation', 'event_plan', 'meeting', 'meeting_party', 'meeting_result', 'meeting_note']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I to kontor_owner, kontor_system using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to kontor_system, kontor_app', name);
  end loop;
end $$;

-- Nobody's place at a talk, and nobody's coming to an event, becomes another's.
revoke update on meeting_party, registration from kontor_app;
grant update (slot_id, agreed, came) on meeting_party to kontor_app;
grant update (state, role, brings, seeks, most_talks, wall, wished_at, updated_at, withdrawn_at, reason) on registration to kontor_app;

create policy see on event for select to kontor_app
  using (app_sees(cluster_id, visibility, '{}', null, null, wall)
    and (state <> 'draft' or cluster_id = app_cluster() and app_office() in ('manager', 'facilitator')));
create policy change on event to kontor_app
  using (cluster_id = app_cluster() and app_office() in ('manager', 'facilitator') and not wall && app_own_organisations())
  with check (cluster_id = app_cluster() and app_office() in ('manager', 'facilitator'));

-- What an event consists of is seen with it and laid out by the team; its rules and plans are the team's alone.
do $$
declare
  name text;
  of_event constant text := 'exists (select from event e where e.cluster_id = %1$I.cluster_id and e.id = %1$I.event_id)';
  by_team constant text := 'cluster_id = app_cluster() and app_office() in (''manager'', ''facilitator'') and ';
begin
  foreach name in array array['event_session', 'event_slot', 'event_table']
  loop
    execute format('create policy see on %1$I for select to kontor_app using (' || of_event || ')', name);
    execute format('create policy change on %1$I to kontor_app using (' || by_team || of_event || ') with check (' || by_team || of_event || ')', name);
  end loop;
  foreach name in array array['event_rule', 'event_plan']
  loop
    execute format('create policy change on %1$I to kontor_app using (' || by_team || of_event || ') with check (' || by_team || of_event || ')', name);
  end loop;
end $$;
create policy change on event_rule_organisation to kontor_app
  using (exists (select from event_rule r where r.cluster_id = event_rule_organisation.cluster_id and r.id = rule_id))
  with check (cluster_id = app_cluster() and exists (select from event_rule r where r.cluster_id = event_rule_organisation.cluster_id and r.id = rule_id));
-- Their own; those who come see one another, as far as each lets itself be seen.
create policy see on registration for select to kontor_app
  using (app_has_asker() and cluster_id = app_cluster() and not wall && app_own_organisations()
    and (organisation_id = app_organisation()
      or not id = any ((select hidden_registrations())::uuid[])
        and (app_office() in ('manager', 'facilitator') or event_id = any ((select own_events())::uuid[]))));
create policy add on registration for insert to kontor_app
  with check (cluster_id = app_cluster() and exists (select from event e where e.cluster_id = registration.cluster_id and e.id = event_id)
    and (organisation_id = app_organisation() or app_office() in ('manager', 'facilitator') and is_member_here(organisation_id)));
create policy edit on registration for update to kontor_app
  using (cluster_id = app_cluster() and (organisation_id = app_organisation() or app_office() in ('manager', 'facilitator')))
  with check (cluster_id = app_cluster() and (organisation_id = app_organisation() or app_office() in ('manager', 'facilitator')));

create policy see on registration_away for select to kontor_app
  using (exists (select from registration r where r.cluster_id = registration_away.cluster_id and r.id = registration_id
    and (r.organisation_id = app_organisation() or app_office() in ('manager', 'facilitator'))));
create policy change on registration_away to kontor_app
  using (exists (select from registration r where r.cluster_id = registration_away.cluster_id and r.id = registration_id
    and (r.organisation_id = app_organisation() or app_office() in ('manager', 'facilitator'))))
  with check (cluster_id = app_cluster() and exists (select from registration r where r.cluster_id = registration_away.cluster_id and r.id = registration_id
    and (r.organisation_id = app_organisation() or app_office() in ('manager', 'facilitator'))));

-- Nobody sees another's wishes, the team neither.
create policy own on event_wish to kontor_app
  using (exists (select from registration r where r.cluster_id = event_wish.cluster_id and r.id = registration_id
    and r.organisation_id = app_organisation()))
  with check (cluster_id = app_cluster() and exists (select from registration r where r.cluster_id = event_wish.cluster_id
    and r.id = registration_id and r.organisation_id = app_organisation()));

-- The team sees all talks but those behind a wall of its own; others those of their organisation.
create policy see on meeting for select to kontor_app
  using (app_has_asker() and cluster_id = app_cluster() and not id = any ((select hidden_meetings())::uuid[])
    and (app_office() in ('manager', 'facilitator') or id = any ((select own_meetings())::uuid[])));
create policy change on meeting to kontor_app
  using (cluster_id = app_cluster() and app_office() in ('manager', 'facilitator') and not id = any ((select hidden_meetings())::uuid[]))
  with check (cluster_id = app_cluster() and app_office() in ('manager', 'facilitator'));
-- Those who talk may call it off and say whether it was held; they never make one.
create policy answer on meeting for update to kontor_app
  using (state in ('planned', 'held', 'no-show') and id = any ((select own_meetings())::uuid[]))
  with check (cluster_id = app_cluster() and state in ('planned', 'held', 'no-show', 'cancelled'));

create policy see on meeting_party for select to kontor_app
  using (app_has_asker() and cluster_id = app_cluster() and not meeting_id = any ((select hidden_meetings())::uuid[])
    and (app_office() in ('manager', 'facilitator') or meeting_id = any ((select own_meetings())::uuid[])));
create policy change on meeting_party to kontor_app
  using (cluster_id = app_cluster() and app_office() in ('manager', 'facilitator') and not meeting_id = any ((select hidden_meetings())::uuid[]))
  with check (cluster_id = app_cluster() and app_office() in ('manager', 'facilitator'));
create policy answer on meeting_party for update to kontor_app
  using (meeting_id = any ((select own_meetings())::uuid[])) with check (cluster_id = app_cluster());

create policy see on meeting_result for select to kontor_app
  using (app_has_asker() and cluster_id = app_cluster() and not meeting_id = any ((select hidden_meetings())::uuid[])
    and (app_office() in ('manager', 'facilitator')
      or exists (select from registration r where r.cluster_id = meeting_result.cluster_id and r.id = registration_id
        and r.organisation_id = app_organisation())));
create policy change on meeting_result to kontor_app
  using (exists (select from registration r where r.cluster_id = meeting_result.cluster_id and r.id = registration_id
    and r.organisation_id = app_organisation()))
  with check (cluster_id = app_cluster() and exists (select from registration r where r.cluster_id = meeting_result.cluster_id
    and r.id = registration_id and r.organisation_id = app_organisation()));
create policy own on meeting_note to kontor_app
  using (exists (select from registration r where r.cluster_id = meeting_note.cluster_id and r.id = registration_id
    and r.organisation_id = app_organisation()))
  with check (cluster_id = app_cluster() and exists (select from registration r where r.cluster_id = meeting_note.cluster_id
    and r.id = registration_id and r.organisation_id = app_organisation()));
