-- The ladder of a confidential need, climbed.

-- A time can be read from an id of version 7, and a teaser has the id of its need: the moment of writing could tell whose it is.
alter table need add constraint need_id_tells_no_time check (substr(id::text, 15, 1) <> '7');

-- A wall put up later, and a draft, end what was granted before; over a wall nobody's own organisation reaches either.
create or replace function owns_need(cluster uuid, need uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (
    select from need n
    where n.cluster_id = cluster and n.id = need and n.organisation_id = app_organisation()
      and not n.wall && app_own_organisations());

create or replace function released_step(cluster uuid, need uuid) returns integer
  language sql stable security definer set search_path = public, pg_temp
  return coalesce((
    select max(step_rank(r.step))
    from need_release r join need n on n.cluster_id = r.cluster_id and n.id = r.need_id
    where r.cluster_id = cluster and r.need_id = need and r.organisation_id = app_organisation() and r.state = 'granted'
      and n.state <> 'draft' and not n.wall && app_own_organisations()), 0);

-- Asked once for a query, not once for a row: what the organisation acted for was told by its name.
create function released_needs() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
  return (
    select coalesce(array_agg(distinct n.id), '{}')
    from need_release r join need n on n.cluster_id = r.cluster_id and n.id = r.need_id
    where r.organisation_id = app_organisation() and r.state = 'granted' and step_rank(r.step) >= step_rank('named')
      and n.state <> 'draft' and not n.wall && app_own_organisations());
revoke execute on function released_needs() from public;
grant execute on function released_needs() to kontor_app, kontor_system, kontor_owner;

drop policy see on need;
create policy see on need for select to kontor_app
  using (app_has_asker() and (wall = '{}' or not wall && app_own_organisations()) and (
    organisation_id = app_organisation()
    or cluster_id = app_cluster() and app_office() in ('manager', 'facilitator')
      and (mediated and state <> 'draft' or state = 'draft' and gathered_by = app_person() and confirmed_at is null)
    or state <> 'draft' and step in ('named', 'full') and (
      app_sees(cluster_id, visibility, '{}', null, null, wall)
      or across and visibility in ('peers', 'cluster') and 'cluster' = any (app_levels()))
    or id = any ((select released_needs())::uuid[])));

-- What is open with its name opens the files that go with the name.
create or replace function reads_need_to(cluster uuid, need uuid) returns integer
  language sql stable security definer set search_path = public, pg_temp
  return greatest(released_step(cluster, need), coalesce((
    select step_rank(n.step) from need n
    where n.cluster_id = cluster and n.id = need and n.state <> 'draft' and n.step in ('named', 'full')
      and not n.wall && app_own_organisations()
      and (app_sees(n.cluster_id, n.visibility, '{}', null, null, n.wall)
        or n.across and n.visibility in ('peers', 'cluster') and 'cluster' = any (app_levels()))), 0));

-- The teaser repeats what decides who reads it, and follows the need in it; where others may read no teaser of the need any more, it goes.
-- Its text is written anew by whoever changes the need.
create function follow_need() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.step = 'teaser' and new.state in ('open', 'in-talks') and new.visibility in ('peers', 'cluster') then
    update need_teaser set visibility = new.visibility, wall = new.wall, across = new.across
    where cluster_id = new.cluster_id and need_id = new.id;
  else
    delete from need_teaser where cluster_id = new.cluster_id and need_id = new.id;
  end if;
  return null;
end $$;
create trigger follow_need after update on need for each row
  when ((old.state, old.step, old.visibility, old.wall, old.across) is distinct from (new.state, new.step, new.visibility, new.wall, new.across))
  execute function follow_need();

-- Offered: the owner has said yes, and it holds once the other side has agreed to the terms.
alter table need_release drop constraint need_release_state_check;
alter table need_release add constraint need_release_state_check
  check (state in ('asked', 'offered', 'granted', 'refused', 'revoked', 'withdrawn', 'expired')
    and (state <> 'offered' or step = 'agreed'));
drop index need_release_once;
create unique index need_release_once on need_release (cluster_id, need_id, organisation_id, step)
  where state in ('asked', 'offered', 'granted');

-- A row says what the reader asked and agreed to in the reader's name alone: the owner answers it, and writes neither.
revoke update on need_release from kontor_app;
grant update (state, answered_at, reason, revoked_at) on need_release to kontor_app;
drop policy ask on need_release;
create policy ask on need_release for insert to kontor_app
  with check (case when owns_need(cluster_id, need_id) then organisation_id <> app_organisation() and state in ('granted', 'offered')
      and asked_by is null and asked_at is null and agreed_by is null and agreed_at is null
    else organisation_id = app_organisation() and state = 'asked' and asked_by = app_person() and (agreed_by is null or agreed_by = app_person())
      and (released_step(cluster_id, need_id) >= 3
        or exists (select from need_teaser t where t.cluster_id = need_release.cluster_id and t.need_id = need_release.need_id)
        or exists (select from need n where n.cluster_id = need_release.cluster_id and n.id = need_release.need_id)) end);

-- Who of the owner's people answered. A person's name or id would tell the side that asked whose the need is.
alter table need_release drop column answered_by;
create table need_release_act (
  cluster_id uuid not null,
  id uuid not null,
  release_id uuid not null,
  need_id uuid not null,
  act text not null check (act in ('granted', 'offered', 'refused', 'revoked', 'restored')),
  person_id uuid references person (id) on delete set null,
  at timestamptz not null default now(),
  primary key (cluster_id, id),
  foreign key (cluster_id, release_id) references need_release (cluster_id, id) on delete cascade
);
create index need_release_act_of_release on need_release_act (cluster_id, release_id);
alter table need_release_act enable row level security;
alter table need_release_act force row level security;
create policy system on need_release_act to kontor_owner, kontor_system using (true) with check (true);
grant select, insert, update, delete on need_release_act to kontor_system;
grant select, insert on need_release_act to kontor_app;
create policy see on need_release_act for select to kontor_app using (app_has_asker() and owns_need(cluster_id, need_id));
create policy add on need_release_act for insert to kontor_app
  with check (owns_need(cluster_id, need_id) and person_id is not distinct from app_person());

-- The reader's part of an offered step. The terms are frozen as they stand, if they are those that were read.
create function agree_to_terms(cluster uuid, need uuid, terms text, name text, at timestamptz) returns boolean
  language sql volatile security definer set search_path = public, pg_temp as $$
  with agreed as (
    update need_release r
    set state = 'granted', answered_at = at, agreed_text = n.secrecy, agreed_by = app_person(), agreed_name = name, agreed_at = at
    from need n
    where n.cluster_id = r.cluster_id and n.id = r.need_id
      and r.cluster_id = cluster and r.need_id = need and r.organisation_id = app_organisation()
      and r.step = 'agreed' and r.state = 'offered' and n.state <> 'draft' and not n.wall && app_own_organisations()
      and name <> '' and n.secrecy <> '' and n.secrecy = terms
    returning true
  ) select exists (select from agreed)
$$;

-- The name, once both have said yes to an introduction about this need; whichever of the two was the last to say so.
create function grant_named(need uuid, organisation uuid, release uuid, at timestamptz) returns boolean
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into need_release (cluster_id, id, need_id, organisation_id, step, state, answered_at)
  select n.cluster_id, release, n.id, organisation, 'named', 'granted', at
  from need n
  where n.id = need and n.state <> 'draft' and organisation <> n.organisation_id
    and not organisation = any (n.wall)
    and exists (
      select from introduction_side o
      join introduction_side s on s.cluster_id = o.cluster_id and s.introduction_id = o.introduction_id and s.side <> o.side
      where o.need_id = n.id and o.organisation_id = n.organisation_id and o.agreed_at is not null
        and s.organisation_id = organisation and s.agreed_at is not null
        and app_organisation() in (o.organisation_id, s.organisation_id)
        -- what was taken back since is not given again by an old yes
        and not exists (
          select from need_release r
          where r.cluster_id = n.cluster_id and r.need_id = n.id and r.organisation_id = organisation and r.step = 'named'
            and r.state = 'revoked' and r.revoked_at > greatest(o.agreed_at, s.agreed_at)))
  on conflict (cluster_id, need_id, organisation_id, step) where state in ('asked', 'offered', 'granted')
    do update set state = 'granted', answered_at = coalesce(need_release.answered_at, excluded.answered_at), expires_at = null
  returning true
$$;
revoke execute on function agree_to_terms(uuid, uuid, text, text, timestamptz), grant_named(uuid, uuid, uuid, timestamptz) from public;
grant execute on function agree_to_terms(uuid, uuid, text, text, timestamptz), grant_named(uuid, uuid, uuid, timestamptz)
  to kontor_app, kontor_system, kontor_owner;
