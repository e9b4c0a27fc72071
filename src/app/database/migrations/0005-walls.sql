-- The second wall. kontor_app is the role of everybody who asks; kontor_system that of work nobody asked for (imports,
-- layouts, the chain's verification). Neither owns a table nor bypasses a policy, and the owner is held by the policies too.

create function is_member_here(organisation uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return exists (
    select from membership m
    where m.cluster_id = app_cluster() and m.organisation_id = organisation
      and m.since <= current_date and (m.until is null or m.until > current_date)
  );

-- Whom the asker may know by name: themselves, colleagues of the organisation they act for, the team of the cluster they are in,
-- and for the team the people of member organisations.
create function knows(other uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return other = app_person()
    or exists (select from seat s where s.person_id = other and s.organisation_id = app_organisation())
    or ('cluster' = any (app_levels()) and exists (
      select from office f where f.person_id = other and f.cluster_id = app_cluster()
        and f.since <= current_date and (f.until is null or f.until > current_date)))
    or (app_office() is not null and exists (
      select from seat s where s.person_id = other and is_member_here(s.organisation_id)));

do $$
declare
  name text;
begin
  foreach name in array array['cluster', 'organisation', 'project', 'participation', 'person', 'seat', 'office', 'membership', 'fact',
    'link', 'network_layout', 'audit_head', 'audit_entry', 'mail', 'api_token', 'idempotency']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I to kontor_owner, kontor_system using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to kontor_system', name);
  end loop;
  foreach name in array array['competence', 'organisation_competence', 'organisation_search', 'commons_version', 'installation']
  loop
    execute format('grant select, insert, update, delete on %I to kontor_system', name);
    execute format('grant select on %I to kontor_app', name);
  end loop;
end $$;

-- The log only ever grows, for the system as well.
revoke update, delete on audit_entry from kontor_system;

grant select on cluster, person, seat, office, membership, fact, link, organisation, project, participation, network_layout to kontor_app;
grant insert, update on seat, office, membership, organisation to kontor_app;
grant insert, update, delete on fact, link to kontor_app;
grant update (locale) on person to kontor_app;
grant select, insert, update on api_token, idempotency, audit_head to kontor_app;
grant select, insert on audit_entry to kontor_app;
grant insert on mail to kontor_app;
grant select on mail to kontor_app;
grant insert, update, delete on organisation_search to kontor_app;

create policy see on cluster for select to kontor_app
  using (app_has_asker() and (visibility = 'public' or id = app_cluster() and visibility = any (app_levels())));

create policy see on organisation for select to kontor_app
  using (app_sees(cluster_id, visibility, array[id], null, null, wall));
create policy add on organisation for insert to kontor_app
  with check (app_office() is not null and cluster_id in (app_cluster(), commons()));
create policy edit on organisation for update to kontor_app
  using (id = app_organisation() or app_office() is not null and is_member_here(id))
  with check (id = app_organisation() or app_office() is not null and is_member_here(id));

create policy see on project for select to kontor_app
  using (app_sees(cluster_id, visibility, array[organisation_id], group_id, person_id, wall));
create policy see on participation for select to kontor_app
  using (app_sees(cluster_id, visibility, array[organisation_id], null, null, wall));

create policy see on membership for select to kontor_app
  using (app_sees(cluster_id, visibility, array[organisation_id], null, null, wall));
create policy add on membership for insert to kontor_app
  with check (cluster_id = app_cluster() and app_office() is not null);
create policy edit on membership for update to kontor_app
  using (cluster_id = app_cluster() and app_office() is not null)
  with check (cluster_id = app_cluster() and app_office() is not null);

create policy see on fact for select to kontor_app
  using (app_sees(cluster_id, visibility, array[organisation_id], group_id, person_id, wall));
create policy change on fact to kontor_app
  using (cluster_id = app_cluster() and app_sees(cluster_id, visibility, array[organisation_id], group_id, person_id, wall)
    and (organisation_id = app_organisation() or app_office() is not null))
  with check (cluster_id = app_cluster() and (organisation_id = app_organisation() or app_office() is not null and is_member_here(organisation_id)));

create policy see on link for select to kontor_app
  using (app_sees(cluster_id, visibility, array[from_organisation_id, to_organisation_id], group_id, person_id, wall));
create policy change on link to kontor_app
  using (cluster_id = app_cluster()
    and app_sees(cluster_id, visibility, array[from_organisation_id, to_organisation_id], group_id, person_id, wall)
    and (app_organisation() in (from_organisation_id, to_organisation_id) or app_office() is not null))
  with check (cluster_id = app_cluster()
    and (app_organisation() in (from_organisation_id, to_organisation_id) or app_office() is not null));

create policy see on network_layout for select to kontor_app
  using (app_has_asker() and (audience = 'public' or cluster_id = app_cluster() and audience = any (app_levels())));

create policy see on person for select to kontor_app using (app_has_asker() and knows(id));
create policy edit on person for update to kontor_app using (id = app_person()) with check (id = app_person());

create policy see on seat for select to kontor_app
  using (person_id = app_person() or organisation_id = app_organisation() or app_office() is not null and is_member_here(organisation_id));
create policy add on seat for insert to kontor_app
  with check (organisation_id = app_organisation() or app_office() is not null and is_member_here(organisation_id));
create policy edit on seat for update to kontor_app
  using (organisation_id = app_organisation() or app_office() is not null and is_member_here(organisation_id))
  with check (organisation_id = app_organisation() or app_office() is not null and is_member_here(organisation_id));

create policy see on office for select to kontor_app
  using (person_id = app_person() or cluster_id = app_cluster() and 'cluster' = any (app_levels()));
create policy add on office for insert to kontor_app
  with check (cluster_id = app_cluster() and app_office() = 'manager');
create policy edit on office for update to kontor_app
  using (cluster_id = app_cluster() and app_office() = 'manager')
  with check (cluster_id = app_cluster() and app_office() = 'manager');

-- Whoever acts writes the log; only the cluster's manager and auditor (of the installation's own chain: the operator) read it.
create policy see on audit_entry for select to kontor_app
  using (cluster_id = app_cluster() and app_office() in ('manager', 'auditor') or cluster_id = commons() and app_operator());
create policy add on audit_entry for insert to kontor_app
  with check (app_has_asker() and person_id is not distinct from app_person() and cluster_id in (app_cluster(), commons()));
create policy head on audit_head to kontor_app
  using (app_has_asker() and cluster_id in (app_cluster(), commons()))
  with check (app_has_asker() and cluster_id in (app_cluster(), commons()));

create policy add on mail for insert to kontor_app with check (app_has_asker());
create policy see on mail for select to kontor_app using (app_operator());

create policy own on api_token to kontor_app using (person_id = app_person()) with check (person_id = app_person());
create policy own on idempotency to kontor_app using (person_id = app_person()) with check (person_id = app_person());

-- What a person can act as, asked once per request before there is an asker.
create function roles_of(person uuid, today date) returns jsonb
  language sql stable security definer set search_path = public, pg_temp
  return (
    select jsonb_build_object(
      'name', p.name, 'email', p.email, 'locale', p.locale, 'operator', p.operator,
      'seats', coalesce((
        select jsonb_agg(jsonb_build_object('id', s.id, 'role', s.role, 'title', s.title, 'organisationId', o.id,
            'organisationName', o.name, 'organisationSlug', o.slug, 'organisationKind', o.kind,
            'memberships', coalesce((
              select jsonb_agg(jsonb_build_object('clusterId', m.cluster_id, 'slug', c.slug, 'role', m.role) order by c.slug)
              from membership m join cluster c on c.id = m.cluster_id
              where m.organisation_id = o.id and m.since <= today and (m.until is null or m.until > today)), '[]'::jsonb))
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
revoke execute on function roles_of(uuid, date) from public;
grant execute on function roles_of(uuid, date) to kontor_system;
