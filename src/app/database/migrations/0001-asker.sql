-- Who is asking. The query gateway states these settings for one transaction; after commit they read '' again,
-- hence nullif(). Without them every function answers null, false or an empty list, and no policy lets a row through.

create function app_has_asker() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.asker', true), '') = 'on';

create function app_cluster() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.cluster_id', true), '')::uuid;

create function app_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.person_id', true), '')::uuid;

-- The organisation of the seat the person acts from.
create function app_organisation() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.organisation_id', true), '')::uuid;

-- Every organisation the person has a seat in: a wall looks at all of them, whatever the person acts as.
create function app_own_organisations() returns uuid[] language sql stable parallel safe
  return string_to_array(coalesce(current_setting('app.own_organisations', true), ''), ',')::uuid[];

create function app_levels() returns text[] language sql stable parallel safe
  return string_to_array(coalesce(current_setting('app.levels', true), ''), ',');

create function app_groups() returns uuid[] language sql stable parallel safe
  return string_to_array(coalesce(current_setting('app.groups', true), ''), ',')::uuid[];

-- The office held in the cluster: manager, facilitator, analyst, auditor, or null.
create function app_office() returns text language sql stable parallel safe
  return nullif(current_setting('app.office', true), '');

create function app_operator() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.operator', true), '') = 'on';

-- The commons: what belongs to no single cluster because everybody may see it.
create function commons() returns uuid language sql immutable parallel safe
  return '00000000-0000-0000-0000-000000000000'::uuid;

-- The one rule of visibility, said to the database. access/visibility.ts says it in code; a property test holds both together.
-- `owners` lists the organisations whose record it is.
create function app_sees(
  cluster_id uuid, visibility text, owners uuid[], group_id uuid, person_id uuid, wall uuid[]
) returns boolean language sql stable parallel safe
  return app_has_asker()
    and (wall = '{}' or not wall && app_own_organisations())
    and (
      visibility = 'public'
      or cluster_id = app_cluster() and (
        visibility in ('peers', 'cluster') and visibility = any (app_levels())
        or visibility = 'group' and group_id = any (app_groups())
        or visibility <> 'private' and app_organisation() = any (owners)
        or person_id = app_person()
      )
    );

-- Spelling and case folded away: the same for the text that is searched and for the words typed.
create function folded(text) returns text language sql immutable parallel safe strict
  return lower(unaccent('unaccent'::regdictionary, $1));
