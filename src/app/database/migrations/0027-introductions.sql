-- Bringing two together: who asked whom, the yes of both, the talk, and what came of it. Each side has a row of its own: the one of a side
-- that stays unnamed is read by nobody else before both have said yes.

create table introduction (
  -- where it was asked; each side reads it under the address of a cluster of its own
  cluster_id uuid not null references cluster (id),
  id uuid not null,
  state text not null check (state in
    ('proposed', 'asked', 'accepted', 'met', 'closed', 'declined', 'expired', 'withdrawn')),
  origin text not null check (origin in ('member', 'team', 'event')),
  -- through the team, which then reads along; or directly
  via text not null check (via in ('direct', 'team')),
  -- the side that stays unnamed until both have said yes
  hidden text check (hidden in ('from', 'to')),
  -- the team of the cluster knows of it
  mediated boolean not null,
  message text not null default '' check (length(message) <= 2000),
  -- what is looked for, as the other side is told before the names
  told_text text not null default '' check (length(told_text) <= 1000),
  kind text check (kind in
    ('partner', 'technology', 'supplier', 'funding', 'skill', 'test-facility', 'customer', 'space', 'data')),
  team_person_id uuid references person (id) on delete set null,
  team_note text not null default '' check (length(team_note) <= 2000),
  created_at timestamptz not null,
  -- since when it stands as it stands, and until when
  turn_at timestamptz not null,
  expires_at timestamptz,
  asked_at timestamptz,
  answered_at timestamptz,
  -- when both had said yes and each was told who the other is
  told_at timestamptz,
  met_at timestamptz,
  closed_at timestamptz,
  ended_by text check (ended_by in ('from', 'to', 'team', 'house')),
  reason text check (length(reason) <= 400),
  -- the last sign of life, and the last time somebody was reminded
  moved_at timestamptz not null,
  reminded_at timestamptz,
  -- when both sides were asked what came of it: after two weeks, after three months
  first_asked_at timestamptz,
  second_asked_at timestamptz,
  -- the talk at an event it came from
  meeting_id uuid,
  primary key (cluster_id, id)
);
create unique index introduction_by_id on introduction (id);
create index introduction_by_state on introduction (cluster_id, state, turn_at);
create unique index introduction_of_meeting on introduction (cluster_id, meeting_id) where meeting_id is not null;
create index introduction_by_end on introduction (expires_at) where expires_at is not null;

create table introduction_side (
  cluster_id uuid not null,
  introduction_id uuid not null,
  side text not null check (side in ('from', 'to')),
  organisation_id uuid not null references organisation (id),
  -- the cluster under whose address this side reads it
  at_cluster_id uuid not null references cluster (id),
  person_id uuid references person (id) on delete set null,
  -- what it is about, as far as this side knows
  need_id uuid references need (id) on delete set null,
  offer_id uuid references offer (id) on delete set null,
  -- whether the other side may read this row
  shown boolean not null default false,
  agreed_at timestamptz,
  zone text not null default 'Europe/Berlin' check (length(zone) between 1 and 60),
  read_at timestamptz,
  primary key (cluster_id, introduction_id, side),
  unique (cluster_id, introduction_id, organisation_id),
  foreign key (cluster_id, introduction_id) references introduction (cluster_id, id) on delete cascade
);
create index introduction_side_of_organisation on introduction_side (organisation_id);
create index introduction_side_by_introduction on introduction_side (introduction_id);
create index introduction_side_of_need on introduction_side (need_id) where need_id is not null;
create index introduction_side_of_offer on introduction_side (offer_id) where offer_id is not null;

-- What the two, and the team where it reads along, write to one another.
create table introduction_message (
  cluster_id uuid not null,
  id uuid not null,
  introduction_id uuid not null,
  by text not null check (by in ('from', 'to', 'team')),
  person_id uuid references person (id) on delete set null,
  text text not null check (length(text) between 1 and 4000),
  at timestamptz not null,
  primary key (cluster_id, id),
  foreign key (cluster_id, introduction_id) references introduction (cluster_id, id) on delete cascade
);
create index introduction_message_of on introduction_message (cluster_id, introduction_id, at);

-- A talk to be held: the times one side proposes are held by both until the other side answers or the request expires.
create table talk (
  cluster_id uuid not null,
  id uuid not null,
  introduction_id uuid not null,
  by text not null check (by in ('from', 'to')),
  from_person_id uuid references person (id) on delete set null,
  to_person_id uuid references person (id) on delete set null,
  state text not null check (state in
    ('proposed', 'agreed', 'declined', 'expired', 'withdrawn', 'cancelled', 'held', 'missed')),
  how text not null check (how in ('video', 'phone', 'place')),
  place text not null default '' check (length(place) <= 300),
  note text not null default '' check (length(note) <= 1000),
  proposed_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  -- the time both agreed on, also after it was called off
  agreed_slot_id uuid,
  -- counts the changes, for calendars
  sequence integer not null default 0,
  primary key (cluster_id, id),
  foreign key (cluster_id, introduction_id) references introduction (cluster_id, id) on delete cascade
);
create index talk_of_introduction on talk (cluster_id, introduction_id);
create index talk_by_end on talk (expires_at) where state = 'proposed';

create table talk_slot (
  cluster_id uuid not null,
  id uuid not null,
  talk_id uuid not null,
  introduction_id uuid not null,
  -- who proposed it, for those who see times but not places
  by text check (by in ('from', 'to')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  state text not null check (state in ('held', 'agreed', 'freed')),
  primary key (cluster_id, id),
  foreign key (cluster_id, talk_id) references talk (cluster_id, id) on delete cascade,
  foreign key (cluster_id, introduction_id) references introduction (cluster_id, id) on delete cascade,
  check (ends_at > starts_at)
);
create index talk_slot_of_talk on talk_slot (cluster_id, talk_id);
create index talk_slot_kept on talk_slot (introduction_id, starts_at) where state in ('held', 'agreed');

-- What came of it: one side says so, the other confirms.
create table outcome (
  cluster_id uuid not null,
  id uuid not null,
  introduction_id uuid not null,
  kind text not null check (kind in ('nothing', 'talks', 'contract', 'project', 'order', 'investment', 'hire')),
  state text not null check (state in ('stated', 'confirmed', 'disputed', 'withdrawn')),
  by text not null check (by in ('from', 'to')),
  stated_by uuid references person (id) on delete set null,
  stated_at timestamptz not null,
  answered_by uuid references person (id) on delete set null,
  answered_at timestamptz,
  happened_on date,
  note text not null default '' check (length(note) <= 1000),
  -- whether each side lets a link in the network follow from it
  link_from boolean,
  link_to boolean,
  link_id uuid,
  primary key (cluster_id, id),
  foreign key (cluster_id, introduction_id) references introduction (cluster_id, id) on delete cascade,
  foreign key (cluster_id, link_id) references link (cluster_id, id) on delete set null (link_id)
);
create index outcome_of_introduction on outcome (cluster_id, introduction_id);
create index outcome_by_time on outcome (cluster_id, stated_at) where state in ('stated', 'confirmed');

-- In confidence: only the two read it. Where both allow, it counts in the team's sums.
create table outcome_value (
  cluster_id uuid not null,
  outcome_id uuid not null,
  introduction_id uuid not null,
  cents bigint not null check (cents between 1 and 100000000000000),
  sums_from boolean not null default false,
  sums_to boolean not null default false,
  primary key (cluster_id, outcome_id),
  foreign key (cluster_id, outcome_id) references outcome (cluster_id, id) on delete cascade
);

-- Other programmes that count the same outcome as theirs.
create table outcome_claim (
  cluster_id uuid not null,
  id uuid not null,
  outcome_id uuid not null,
  introduction_id uuid not null,
  programme text not null check (length(programme) between 1 and 200),
  by text not null check (by in ('from', 'to', 'team')),
  stated_by uuid references person (id) on delete set null,
  stated_at timestamptz not null,
  primary key (cluster_id, id),
  foreign key (cluster_id, outcome_id) references outcome (cluster_id, id) on delete cascade
);
create index outcome_claim_of on outcome_claim (cluster_id, outcome_id);

-- How often one may ask, and how long an answer may take. Without a row the house's own measure holds.
create table introduction_setting (
  cluster_id uuid not null primary key references cluster (id),
  per_week integer not null check (per_week between 1 and 1000),
  answer_days integer not null check (answer_days between 2 and 90)
);

-- Asked once for a query, not once for a row: the introductions of the organisation acted for, as far as no wall stands before them.
-- Whoever is to be asked hears of it when they are asked, and never of what was refused before. In plpgsql, which keeps its plans.
create function walled_introductions() returns uuid[]
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
      where o.wall <> '{}' and o.wall && (select app_own_organisations())) w);
end $$;

create function own_introductions() returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  if app_organisation() is null then
    return '{}';
  end if;
  return (
    select coalesce(array_agg(s.introduction_id), '{}') from introduction_side s
    join introduction i on i.cluster_id = s.cluster_id and i.id = s.introduction_id
    where s.organisation_id = (select app_organisation()) and (s.side = 'from' or i.asked_at is not null)
      and not exists (
        select from introduction_side w left join need n on n.id = w.need_id left join offer o on o.id = w.offer_id
        where w.cluster_id = s.cluster_id and w.introduction_id = s.introduction_id
          and (n.wall && (select app_own_organisations()) or o.wall && (select app_own_organisations()))));
end $$;

-- Writes down the side of a need's owner for an asker who does not know them: whoever reads the teaser may ask, and learns nothing by it.
create function address_owner(cluster uuid, introduction uuid, wanted uuid) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  found need;
begin
  select n.* into found from need n join need_teaser t on t.cluster_id = n.cluster_id and t.need_id = n.id
  where n.id = wanted and n.state in ('open', 'in-talks') and n.organisation_id <> app_organisation()
    and introduction = any (own_introductions()) and not t.wall && app_own_organisations();
  if found.id is null then
    return false;
  end if;
  insert into introduction_side (cluster_id, introduction_id, side, organisation_id, at_cluster_id, person_id, need_id, shown)
  values (cluster, introduction, 'to', found.organisation_id, found.cluster_id, found.person_id, found.id, false)
  on conflict do nothing;
  -- What the team does not know of it learns by no question.
  update introduction i set mediated = i.mediated and found.mediated and found.cluster_id = cluster
  where i.cluster_id = cluster and i.id = introduction;
  return true;
end $$;

-- Each is told who the other is, once both have said yes and never before.
create function tell_names(cluster uuid, introduction uuid) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  if (select count(*) from introduction_side s
      where s.cluster_id = cluster and s.introduction_id = introduction and s.agreed_at is not null) < 2 then
    return false;
  end if;
  update introduction_side s set shown = true where s.cluster_id = cluster and s.introduction_id = introduction;
  update introduction i set told_at = coalesce(i.told_at, now()) where i.cluster_id = cluster and i.id = introduction;
  return true;
end $$;

-- The people of both sides by name, for those who speak with one another.
create function introduction_people(introduction uuid) returns table (person_id uuid, name text)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select p.id, p.name from person p
  where exists (
      select from introduction i where i.id = introduction and i.told_at is not null
        and (i.id = any (own_introductions())
          or i.via = 'team' and i.mediated and i.cluster_id = app_cluster() and app_office() in ('manager', 'facilitator')
            and i.id <> all (walled_introductions())))
    and p.id in (
      select s.person_id from introduction_side s where s.introduction_id = introduction
      union select m.person_id from introduction_message m where m.introduction_id = introduction
      union select i.team_person_id from introduction i where i.id = introduction)
$$;

-- Sums of what both sides allowed to be counted: by kind, from three pairs on, to two figures, so that none can be told from them.
create function outcome_sums(since date, until date) returns table (kind text, records integer, cents numeric)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select o.kind, count(*)::int, round(sum(v.cents), 1 - floor(log(sum(v.cents)))::int)
  from outcome o
  join outcome_value v on v.cluster_id = o.cluster_id and v.outcome_id = o.id
  join introduction i on i.cluster_id = o.cluster_id and i.id = o.introduction_id
  join introduction_side a on a.cluster_id = i.cluster_id and a.introduction_id = i.id and a.side = 'from'
  join introduction_side b on b.cluster_id = i.cluster_id and b.introduction_id = i.id and b.side = 'to'
  where o.cluster_id = app_cluster() and app_office() in ('manager', 'facilitator', 'analyst')
    and o.state = 'confirmed' and i.mediated and v.sums_from and v.sums_to
    and coalesce(o.happened_on, o.stated_at::date) >= since and coalesce(o.happened_on, o.stated_at::date) < until
  group by o.kind
  having count(distinct (least(a.organisation_id, b.organisation_id), greatest(a.organisation_id, b.organisation_id))) >= 3
$$;

revoke execute on function walled_introductions(), own_introductions(), address_owner(uuid, uuid, uuid), tell_names(uuid, uuid),
  introduction_people(uuid), outcome_sums(date, date) from public;
grant execute on function walled_introductions(), own_introductions(), address_owner(uuid, uuid, uuid), tell_names(uuid, uuid),
  introduction_people(uuid), outcome_sums(date, date) to kontor_app, kontor_system, kontor_owner;

do $$
declare
  name text;
begin
  foreach name in array array['introduction', 'introduction_side', 'introduction_message', 'talk', 'talk_slot', 'outcome', 'outcome_value',
    'outcome_claim', 'introduction_setting']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I to kontor_owner, kontor_system using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to kontor_system', name);
    execute format('grant select, insert on %I to kontor_app', name);
  end loop;
end $$;

-- Who is shown to whom, and that both have said yes, only `tell_names` writes.
grant update (state, team_person_id, team_note, turn_at, expires_at, asked_at, answered_at, met_at, closed_at, ended_by, reason, moved_at,
  reminded_at) on introduction to kontor_app;
grant update (person_id, agreed_at, zone, read_at) on introduction_side to kontor_app;
-- What was proposed or said stays as it was said; only what became of it changes.
grant update (state, answered_at, agreed_slot_id, sequence, from_person_id, to_person_id) on talk to kontor_app;
grant update (state) on talk_slot to kontor_app;
grant update (state, answered_by, answered_at, link_from, link_to, link_id) on outcome to kontor_app;
grant update on outcome_value, introduction_setting to kontor_app;
grant delete on outcome_value, outcome_claim to kontor_app;

create policy see on introduction for select to kontor_app
  using (app_has_asker() and (id = any ((select own_introductions())::uuid[])
    or mediated and cluster_id = app_cluster() and app_office() in ('manager', 'facilitator')
      and id <> all ((select walled_introductions())::uuid[])));
create policy add on introduction for insert to kontor_app
  with check (cluster_id = app_cluster() and told_at is null and state in ('proposed', 'asked')
    and (app_organisation() is not null or app_office() in ('manager', 'facilitator') and mediated));
create policy move on introduction for update to kontor_app
  using (id = any ((select own_introductions())::uuid[])
    or mediated and cluster_id = app_cluster() and app_office() in ('manager', 'facilitator')
      and id <> all ((select walled_introductions())::uuid[]))
  with check (app_has_asker());

create policy see on introduction_side for select to kontor_app
  using (app_has_asker() and (introduction_id = any ((select own_introductions())::uuid[]) and (organisation_id = app_organisation() or shown)
    or app_office() in ('manager', 'facilitator') and exists (
      select from introduction i where i.cluster_id = introduction_side.cluster_id and i.id = introduction_side.introduction_id and i.mediated
        and i.cluster_id = app_cluster())));
create policy add on introduction_side for insert to kontor_app
  with check (cluster_id = app_cluster() and (organisation_id = app_organisation()
    or introduction_id = any ((select own_introductions())::uuid[]) and agreed_at is null
    or app_office() in ('manager', 'facilitator') and agreed_at is null and not organisation_id = any (app_own_organisations())));
create policy move on introduction_side for update to kontor_app
  using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());

create policy see on introduction_message for select to kontor_app
  using (app_has_asker() and exists (
    select from introduction i where i.cluster_id = introduction_message.cluster_id and i.id = introduction_message.introduction_id
      and (i.via = 'team' or i.id = any ((select own_introductions())::uuid[]))));
create policy add on introduction_message for insert to kontor_app
  with check (person_id = app_person() and (case by when 'team' then app_office() in ('manager', 'facilitator') else exists (
      select from introduction_side s where s.cluster_id = introduction_message.cluster_id
        and s.introduction_id = introduction_message.introduction_id and s.side = introduction_message.by
        and s.organisation_id = app_organisation()) end) and exists (
    select from introduction i where i.cluster_id = introduction_message.cluster_id and i.id = introduction_message.introduction_id
      and i.told_at is not null and (i.via = 'team' or i.id = any ((select own_introductions())::uuid[]))));

-- Where the two talk and what they wrote with it is theirs; that times are proposed and when they talk the team sees as well.
create policy see on talk for select to kontor_app
  using (app_has_asker() and introduction_id = any ((select own_introductions())::uuid[]));
create policy add on talk for insert to kontor_app
  with check (introduction_id = any ((select own_introductions())::uuid[]) and exists (
    select from introduction i where i.cluster_id = talk.cluster_id and i.id = talk.introduction_id and i.told_at is not null));
create policy move on talk for update to kontor_app
  using (introduction_id = any ((select own_introductions())::uuid[])) with check (app_has_asker());

create policy see on talk_slot for select to kontor_app
  using (app_has_asker() and exists (
    select from introduction i where i.cluster_id = talk_slot.cluster_id and i.id = talk_slot.introduction_id));
create policy add on talk_slot for insert to kontor_app
  with check (introduction_id = any ((select own_introductions())::uuid[]));
create policy move on talk_slot for update to kontor_app
  using (introduction_id = any ((select own_introductions())::uuid[])) with check (app_has_asker());

create policy see on outcome for select to kontor_app
  using (app_has_asker() and exists (
    select from introduction i where i.cluster_id = outcome.cluster_id and i.id = outcome.introduction_id));
create policy add on outcome for insert to kontor_app
  with check (introduction_id = any ((select own_introductions())::uuid[]) and state = 'stated' and stated_by = app_person() and exists (
    select from introduction_side s where s.cluster_id = outcome.cluster_id and s.introduction_id = outcome.introduction_id
      and s.side = outcome.by and s.organisation_id = app_organisation()));
create policy move on outcome for update to kontor_app
  using (introduction_id = any ((select own_introductions())::uuid[])) with check (app_has_asker());

create policy own on outcome_value to kontor_app
  using (introduction_id = any ((select own_introductions())::uuid[]))
  with check (introduction_id = any ((select own_introductions())::uuid[]));

create policy see on outcome_claim for select to kontor_app
  using (app_has_asker() and exists (
    select from introduction i where i.cluster_id = outcome_claim.cluster_id and i.id = outcome_claim.introduction_id));
create policy add on outcome_claim for insert to kontor_app
  with check (exists (
    select from introduction i where i.cluster_id = outcome_claim.cluster_id and i.id = outcome_claim.introduction_id));
create policy remove on outcome_claim for delete to kontor_app
  using (introduction_id = any ((select own_introductions())::uuid[]));

create policy see on introduction_setting for select to kontor_app
  using (app_has_asker() and cluster_id = app_cluster());
create policy change on introduction_setting to kontor_app
  using (cluster_id = app_cluster() and app_office() = 'manager')
  with check (cluster_id = app_cluster() and app_office() = 'manager');
