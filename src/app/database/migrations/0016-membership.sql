-- Levels, dues, terms of membership; applications; nested membership; links that are disputed, amended and grant rights.

-- What strangers see depends on clusters, memberships and the installation's settings: whoever writes those counts up.
alter table commons_version add column clusters bigint not null default 1;
create function touch_clusters() returns void language sql security definer set search_path = public, pg_temp as $$
  update commons_version set clusters = clusters + 1
$$;
revoke execute on function touch_clusters() from public;
grant execute on function touch_clusters() to kontor_app, kontor_system;

alter table cluster
  add column takes_applications boolean not null default true,
  add column members_renew boolean not null default false,
  add column ends_unrenewed boolean not null default false;

create table membership_level (
  cluster_id uuid not null references cluster (id),
  id uuid not null,
  name_en text not null check (length(name_en) between 1 and 80),
  name_de text not null check (length(name_de) between 1 and 80),
  position integer not null default 0,
  ended_at timestamptz,
  primary key (cluster_id, id)
);

-- What a level gives, dated: the list of votes of a past day is the same however often the level changed since.
create table membership_level_term (
  cluster_id uuid not null,
  level_id uuid not null,
  since date not null,
  votes_direct integer not null default 0 check (votes_direct between 0 and 1000),
  votes_indirect integer not null default 0 check (votes_indirect between 0 and 1000),
  benefits text[] not null default '{}',
  -- what a member of this level hands down to its own members
  inherited text[] not null default '{}',
  primary key (cluster_id, level_id, since),
  foreign key (cluster_id, level_id) references membership_level (cluster_id, id) on delete cascade,
  check (inherited <@ benefits)
);

create table dues_class (
  cluster_id uuid not null references cluster (id),
  id uuid not null,
  name_en text not null check (length(name_en) between 1 and 80),
  name_de text not null check (length(name_de) between 1 and 80),
  amount_cents bigint not null check (amount_cents between 0 and 100000000000),
  currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  note text check (length(note) <= 400),
  position integer not null default 0,
  ended_at timestamptz,
  primary key (cluster_id, id)
);

alter table membership
  add column level_id uuid,
  add column dues_class_id uuid,
  add column renews_on date,
  add column renewal_reminded_on date,
  add column reason text check (reason in
    ('own-wish', 'costs', 'no-benefit', 'closed', 'merged', 'moved', 'not-renewed', 'excluded', 'other')),
  add column reason_note text check (length(reason_note) <= 2000),
  add column recorded_at timestamptz not null default now(),
  add foreign key (cluster_id, level_id) references membership_level (cluster_id, id),
  add foreign key (cluster_id, dues_class_id) references dues_class (cluster_id, id);
-- What was there before is not called late.
update membership set recorded_at = since;
create index membership_renewal on membership (renews_on) where until is null;

-- What was said of the past and is said differently now; lists of the days between `since` and `until` show it.
create table membership_correction (
  cluster_id uuid not null,
  id uuid not null,
  membership_id uuid not null,
  organisation_id uuid not null references organisation (id),
  since date not null,
  until date,
  reason text not null check (length(reason) between 1 and 2000),
  before jsonb not null,
  after jsonb not null,
  corrected_by uuid references person (id) on delete set null,
  corrected_at timestamptz not null default now(),
  primary key (cluster_id, id),
  foreign key (cluster_id, membership_id) references membership (cluster_id, id) on delete cascade
);
create index membership_correction_of_organisation on membership_correction (organisation_id);

create table membership_application (
  cluster_id uuid not null references cluster (id),
  id uuid not null,
  state text not null check (state in ('unproven', 'sent', 'asked-back', 'answered', 'approved', 'declined', 'withdrawn')),
  -- an organisation that is in the registry; otherwise `proposed` says who it is
  organisation_id uuid references organisation (id),
  proposed jsonb,
  person_id uuid references person (id) on delete set null,
  name text check (length(name) between 1 and 200),
  email text check (length(email) <= 254),
  locale text not null default 'en' check (locale in ('en', 'de')),
  level_id uuid,
  statement text not null default '' check (length(statement) <= 4000),
  -- open the page for those without an account: one for each letter
  key_hashes text[] not null default '{}',
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  -- since when it is this side's turn
  turn_at timestamptz,
  reminded_at timestamptz,
  decided_at timestamptz,
  decided_by uuid references person (id) on delete set null,
  answer text check (length(answer) <= 2000),
  membership_id uuid,
  primary key (cluster_id, id),
  foreign key (cluster_id, level_id) references membership_level (cluster_id, id),
  foreign key (cluster_id, membership_id) references membership (cluster_id, id) on delete set null (membership_id),
  check (organisation_id is not null or proposed is not null),
  check (person_id is not null or email is not null or state in ('approved', 'declined', 'withdrawn'))
);
create unique index membership_application_open on membership_application (cluster_id, organisation_id)
  where state in ('sent', 'asked-back', 'answered') and person_id is not null;
create index membership_application_by_key on membership_application using gin (key_hashes);
create index membership_application_of_organisation on membership_application (organisation_id);

-- What was asked back and answered.
create table membership_application_word (
  cluster_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  side text not null check (side in ('team', 'applicant')),
  person_id uuid references person (id) on delete set null,
  text text not null check (length(text) between 1 and 4000),
  written_at timestamptz not null default now(),
  primary key (cluster_id, id),
  foreign key (cluster_id, application_id) references membership_application (cluster_id, id) on delete cascade
);
create index membership_application_words on membership_application_word (cluster_id, application_id, written_at);

-- That a firm belongs to an association is an agreement of the two.
update link set type = 'formal' where nature = 'member' and type <> 'formal';
alter table link
  add column disputed_at timestamptz,
  add column disputed_by uuid references person (id) on delete set null,
  add column dispute text check (length(dispute) between 1 and 2000),
  add check (disputed_at is null or origin = 'declared');
create index link_membership_from on link (from_organisation_id) where nature = 'member' and origin = 'confirmed';
create index link_membership_to on link (to_organisation_id) where nature = 'member' and origin = 'confirmed';

-- A change of what both sides have said: one side proposes, the other accepts.
create table link_proposal (
  cluster_id uuid not null,
  id uuid not null,
  link_id uuid not null,
  proposed_for uuid not null references organisation (id),
  proposed_by uuid references person (id) on delete set null,
  proposed_at timestamptz not null default now(),
  changes jsonb not null,
  note text check (length(note) <= 2000),
  answer text check (answer in ('accepted', 'refused', 'withdrawn')),
  answered_by uuid references person (id) on delete set null,
  answered_at timestamptz,
  primary key (cluster_id, id),
  foreign key (cluster_id, link_id) references link (cluster_id, id) on delete cascade
);
create unique index link_proposal_open on link_proposal (cluster_id, link_id) where answer is null;
create index link_proposal_by_organisation on link_proposal (proposed_for);

-- What one end of a link lets the other do with its own records: dated, and over as soon as it is taken back.
create table link_grant (
  cluster_id uuid not null,
  id uuid not null,
  link_id uuid not null,
  granted_by uuid not null references organisation (id),
  granted_to uuid not null references organisation (id),
  may text not null check (may in ('see', 'edit')),
  granted_at timestamptz not null default now(),
  granted_person uuid references person (id) on delete set null,
  revoked_at timestamptz,
  revoked_person uuid references person (id) on delete set null,
  primary key (cluster_id, id),
  foreign key (cluster_id, link_id) references link (cluster_id, id) on delete cascade,
  check (granted_by <> granted_to)
);
create index link_grant_to on link_grant (granted_to) where revoked_at is null;
create index link_grant_by on link_grant (granted_by);
create unique index link_grant_once on link_grant (cluster_id, link_id, granted_by) where revoked_at is null;

-- The organisations that let the asker's see, or edit, what is theirs.
create function app_granted_see() returns uuid[] language sql stable parallel safe
  return string_to_array(coalesce(current_setting('app.granted_see', true), ''), ',')::uuid[];
create function app_granted_edit() returns uuid[] language sql stable parallel safe
  return string_to_array(coalesce(current_setting('app.granted_edit', true), ''), ',')::uuid[];

-- What two organisations own together is opened to a third by both or not at all.
create or replace function app_sees(
  cluster_id uuid, visibility text, owners uuid[], group_id uuid, person_id uuid, wall uuid[]
) returns boolean language sql stable parallel safe
  return app_has_asker()
    and (wall = '{}' or not wall && app_own_organisations())
    and (
      visibility = 'public'
      or cluster_id = app_cluster() and (
        visibility in ('peers', 'cluster') and visibility = any (app_levels())
        or visibility = 'group' and group_id = any (app_groups())
        or visibility <> 'private' and (app_organisation() = any (owners) or owners <@ app_granted_see() and owners <> '{}')
        or person_id = app_person()
      )
    );

-- Counts from the day both sides agreed: what is confirmed today does not change who was a member yesterday.
create function link_holds(l link, day date) returns boolean language sql stable
  return l.origin = 'confirmed' and l.nature = 'member'
    and (l.since is null or l.since <= day) and (l.until is null or l.until > day)
    and (l.confirmed_at is null or (l.confirmed_at at time zone 'UTC')::date <= day);

-- Whether a level opened what the cluster level shows on a day, to the member itself or to the members of that member.
create function opens_inner_space(cluster uuid, level uuid, day date, hands_down boolean) returns boolean
  language sql stable
  return case when level is null then not hands_down else coalesce((
    select 'inner-space' = any (case when hands_down then t.inherited else t.benefits end) from membership_level_term t
    where t.cluster_id = cluster and t.level_id = level and t.since <= day order by t.since desc limit 1), false) end;

-- The memberships an organisation shares in on a day: along links from a firm to its association, to associations of associations,
-- to a member of the cluster. `union` stops at cycles and makes one of two paths.
create function inherited_memberships(organisation uuid, day date)
  returns table (cluster_id uuid, organisation_id uuid, level_id uuid) language sql stable as $$
  with recursive up as (
    select l.cluster_id, l.to_organisation_id as id from link l
    where l.from_organisation_id = organisation and l.nature = 'member' and l.origin = 'confirmed' and link_holds(l, day)
    union
    select case when up.cluster_id = commons() then l.cluster_id else up.cluster_id end, l.to_organisation_id
    from up join link l on l.from_organisation_id = up.id and l.nature = 'member' and l.origin = 'confirmed' and link_holds(l, day)
      and (up.cluster_id = commons() or l.cluster_id in (up.cluster_id, commons()))
  )
  select distinct m.cluster_id, m.organisation_id, m.level_id
  from up join membership m on m.organisation_id = up.id and (up.cluster_id = commons() or m.cluster_id = up.cluster_id)
  where m.organisation_id <> organisation and m.role <> 'applicant' and m.since <= day and (m.until is null or m.until > day)
$$;

create or replace function is_member_here(organisation uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (
      select from membership m
      where m.cluster_id = app_cluster() and m.organisation_id = organisation
        and m.since <= current_date and (m.until is null or m.until > current_date))
    or exists (
      select from inherited_memberships(organisation, current_date) i
      where i.cluster_id = app_cluster() and opens_inner_space(i.cluster_id, i.level_id, current_date, true));

-- The cluster's inner space opens by one's own membership or by an inherited one; one's own stays when the inherited ends.
create or replace function roles_of(person uuid, today date) returns jsonb
  language sql stable security definer set search_path = public, pg_temp
  return (
    select jsonb_build_object(
      'name', p.name, 'email', p.email, 'locale', p.locale, 'operator', p.operator,
      'seats', coalesce((
        select jsonb_agg(jsonb_build_object('id', s.id, 'role', s.role, 'title', s.title, 'organisationId', o.id,
            'organisationName', o.name, 'organisationSlug', o.slug, 'organisationKind', o.kind,
            'memberships', coalesce((
              select jsonb_agg(jsonb_build_object('clusterId', c.id, 'slug', c.slug, 'role', b.role, 'inner', b.inside) order by c.slug)
              from (
                select a.cluster_id, coalesce(min(a.role), 'indirect') as role, bool_or(a.inside) as inside
                from (
                  select m.cluster_id, m.role,
                    m.role <> 'applicant' and opens_inner_space(m.cluster_id, m.level_id, today, false) as inside
                  from membership m
                  where m.organisation_id = o.id and m.since <= today and (m.until is null or m.until > today)
                  union all
                  select i.cluster_id, null, true from inherited_memberships(o.id, today) i
                  where opens_inner_space(i.cluster_id, i.level_id, today, true)
                ) a group by a.cluster_id
              ) b join cluster c on c.id = b.cluster_id), '[]'::jsonb),
            'grants', coalesce((
              select jsonb_agg(jsonb_build_object('clusterId', g.cluster_id, 'organisationId', g.granted_by, 'may', g.may))
              from link_grant g join link l on l.cluster_id = g.cluster_id and l.id = g.link_id
              where g.granted_to = o.id and g.revoked_at is null and l.origin = 'confirmed'
                and (l.since is null or l.since <= today) and (l.until is null or l.until > today)), '[]'::jsonb))
          order by s.since, s.id)
        from seat s join organisation o on o.id = s.organisation_id
        where s.person_id = p.id and s.since <= today and (s.until is null or s.until > today)), '[]'::jsonb),
      'offices', coalesce((
        select jsonb_agg(jsonb_build_object('id', f.id, 'role', f.role, 'title', f.title, 'clusterId', c.id, 'clusterSlug', c.slug,
            'nameEn', c.name_en, 'nameDe', c.name_de) order by f.since, f.id)
        from office f join cluster c on c.id = f.cluster_id
        where f.person_id = p.id and f.since <= today and (f.until is null or f.until > today)), '[]'::jsonb))
    from person p where p.id = person and p.suspended_at is null
  );

-- A member ends or renews its own membership, and changes nothing else of it.
create function leave_membership(membership_id uuid, ends date, why text, note text) returns boolean
  language sql security definer set search_path = public, pg_temp as $$
  with done as (
    update membership m set until = ends, reason = why, reason_note = note
    where m.cluster_id = app_cluster() and m.id = membership_id and m.organisation_id = app_organisation()
      and ends >= current_date - 1 and ends >= m.since and (m.until is null or m.until > ends)
    returning 1)
  select exists (select from done)
$$;
create function renew_membership(membership_id uuid, until_day date) returns boolean
  language sql security definer set search_path = public, pg_temp as $$
  with done as (
    update membership m set renews_on = until_day
    from cluster c
    where m.cluster_id = app_cluster() and m.id = membership_id and m.organisation_id = app_organisation()
      and c.id = m.cluster_id and c.members_renew and m.until is null and m.role <> 'applicant'
      and m.renews_on < until_day and until_day <= m.renews_on + interval '13 months'
    returning 1)
  select exists (select from done)
$$;
revoke execute on function leave_membership(uuid, date, text, text), renew_membership(uuid, date) from public;
grant execute on function leave_membership(uuid, date, text, text), renew_membership(uuid, date) to kontor_app;

do $$
declare
  name text;
begin
  foreach name in array array['membership_level', 'membership_level_term', 'dues_class', 'membership_correction',
    'membership_application', 'membership_application_word', 'link_proposal', 'link_grant']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I to kontor_owner, kontor_system using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to kontor_system', name);
    execute format('grant select, insert, update on %I to kontor_app', name);
  end loop;
  -- What membership means and costs is part of the invitation to join.
  foreach name in array array['membership_level', 'membership_level_term', 'dues_class']
  loop
    execute format('grant delete on %I to kontor_app', name);
    execute format('create policy see on %I for select to kontor_app using (app_has_asker() and cluster_id = app_cluster())', name);
    execute format('create policy keep on %I to kontor_app using (cluster_id = app_cluster() and app_office() = ''manager'')
      with check (cluster_id = app_cluster() and app_office() = ''manager'')', name);
  end loop;
end $$;

grant update (takes_applications, members_renew, ends_unrenewed) on cluster to kontor_app;
create policy keep on cluster for update to kontor_app
  using (id = app_cluster() and app_office() = 'manager') with check (id = app_cluster() and app_office() = 'manager');

create policy see on membership_correction for select to kontor_app
  using (cluster_id = app_cluster() and (app_office() is not null or organisation_id = app_organisation() or 'cluster' = any (app_levels())));
create policy add on membership_correction for insert to kontor_app
  with check (cluster_id = app_cluster() and app_office() is not null);

-- An organisation that applies is an applicant from that day, by its own word, until it is answered or withdraws.
create policy apply on membership for insert to kontor_app
  with check (cluster_id = app_cluster() and organisation_id = app_organisation() and role = 'applicant' and level_id is null);
create policy withdraw on membership for update to kontor_app
  using (cluster_id = app_cluster() and organisation_id = app_organisation() and role = 'applicant')
  with check (cluster_id = app_cluster() and organisation_id = app_organisation() and role = 'applicant' and level_id is null);

create policy see on membership_application for select to kontor_app
  using (cluster_id = app_cluster() and state <> 'unproven'
    and (app_office() in ('manager', 'facilitator') or person_id is not null and organisation_id = app_organisation()));
create policy add on membership_application for insert to kontor_app
  with check (cluster_id = app_cluster() and app_has_asker() and (
    state = 'unproven' and person_id is null
    or state = 'sent' and person_id = app_person() and organisation_id = app_organisation()));
create policy edit on membership_application for update to kontor_app
  using (cluster_id = app_cluster() and state in ('sent', 'asked-back', 'answered')
    and (app_office() in ('manager', 'facilitator') or person_id is not null and organisation_id = app_organisation()))
  with check (cluster_id = app_cluster()
    and (app_office() in ('manager', 'facilitator')
      or person_id is not null and organisation_id = app_organisation() and state in ('answered', 'withdrawn')));
create policy see on membership_application_word for select to kontor_app
  using (cluster_id = app_cluster() and exists (
    select from membership_application a where a.cluster_id = membership_application_word.cluster_id and a.id = application_id));
create policy add on membership_application_word for insert to kontor_app
  with check (cluster_id = app_cluster() and person_id = app_person()
    and side = case when app_office() is null then 'applicant' else 'team' end
    and exists (select from membership_application a
      where a.cluster_id = membership_application_word.cluster_id and a.id = application_id));

-- A disputed link is a matter of its two ends and the team.
drop policy see on link;
create policy see on link for select to kontor_app
  using (app_sees(cluster_id, visibility, array[from_organisation_id, to_organisation_id], group_id, person_id, wall)
    and (disputed_at is null or cluster_id = app_cluster() and (app_office() is not null
      or app_organisation() in (from_organisation_id, to_organisation_id))));

-- Proposals and grants are a matter of the two ends.
create policy ends on link_proposal to kontor_app
  using (cluster_id = app_cluster() and exists (select from link l where l.cluster_id = link_proposal.cluster_id and l.id = link_id
    and app_organisation() in (l.from_organisation_id, l.to_organisation_id)))
  with check (cluster_id = app_cluster() and exists (select from link l where l.cluster_id = link_proposal.cluster_id and l.id = link_id
    and app_organisation() in (l.from_organisation_id, l.to_organisation_id)));
create policy see on link_grant for select to kontor_app
  using (cluster_id = app_cluster() and app_organisation() in (granted_by, granted_to));
create policy give on link_grant for insert to kontor_app
  with check (cluster_id = app_cluster() and granted_by = app_organisation() and exists (
    select from link l where l.cluster_id = link_grant.cluster_id and l.id = link_id and l.origin = 'confirmed'
      and (l.until is null or l.until >= current_date)
      and granted_by in (l.from_organisation_id, l.to_organisation_id) and granted_to in (l.from_organisation_id, l.to_organisation_id)));
-- Either end may end the link, and what both granted with it.
create policy revoke on link_grant for update to kontor_app
  using (cluster_id = app_cluster() and app_organisation() in (granted_by, granted_to))
  with check (cluster_id = app_cluster() and (granted_by = app_organisation() or granted_to = app_organisation() and revoked_at is not null));

drop policy edit on organisation;
create policy edit on organisation for update to kontor_app
  using (id = app_organisation() or id = any (app_granted_edit()) or app_office() is not null and is_member_here(id))
  with check (id = app_organisation() or id = any (app_granted_edit()) or app_office() is not null and is_member_here(id));

drop policy change on fact;
create policy change on fact to kontor_app
  using (cluster_id = app_cluster() and app_sees(cluster_id, visibility, array[organisation_id], group_id, person_id, wall)
    and (organisation_id = app_organisation() or organisation_id = any (app_granted_edit()) or app_office() is not null))
  with check (cluster_id = app_cluster() and (organisation_id = app_organisation() or organisation_id = any (app_granted_edit())
    or app_office() is not null and is_member_here(organisation_id)));
