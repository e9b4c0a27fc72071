-- After a large import the planner must not reckon with the sizes of before. Only a table's owner may tell it.
create function refresh_statistics() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze organisation, project, participation, competence, organisation_competence, organisation_search, project_search, link, membership, fact;
end $$;
revoke execute on function refresh_statistics() from public;
grant execute on function refresh_statistics() to kontor_system;
