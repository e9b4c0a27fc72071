-- For migration 0008. Search over what is public about projects and over nothing else: like organisation_search it needs no policy,
-- and that is why its indexes work. A project that is walled or not public is not in it; the few of those are looked through one by one.
create table project_search (
  project_id uuid primary key references project (id) on delete cascade,
  signed date,
  year integer,
  programme text,
  -- with all their ancestors
  competences text[] not null,
  label text not null,
  words tsvector not null
);
create index project_search_words on project_search using gin (words);
create index project_search_label on project_search using gin (label gin_trgm_ops);
create index project_search_competences on project_search using gin (competences);
create index project_search_by_signed on project_search (signed desc nulls last, project_id desc);
grant select, insert, update, delete on project_search to kontor_system;
grant select on project_search to kontor_app;

-- The few projects that are not in project_search, found without walking over the many that are.
create index project_beyond on project (cluster_id, id) where visibility <> 'public' or wall <> '{}';

-- Called by every import after projects changed, in batches.
create function index_projects(ids uuid[]) returns void language sql as $$
  delete from project_search s where s.project_id = any (ids)
    and not exists (select from project p where p.id = s.project_id and p.visibility = 'public' and p.wall = '{}');
  insert into project_search (project_id, signed, year, programme, competences, label, words)
  select p.id, coalesce(p.signed, p.starts), extract(year from coalesce(p.signed, p.starts))::int, p.programme,
    coalesce(c.codes, '{}'), folded(concat_ws(' ', p.acronym, p.title)),
    setweight(to_tsvector('simple', folded(concat_ws(' ', p.acronym, p.source_key, p.call, p.topic))), 'A')
    || setweight(to_tsvector('english', folded(p.title)), 'A')
    || setweight(to_tsvector('english', folded(concat_ws(' ', array_to_string(p.keywords, ' '), p.topic_title, c.titles_en))), 'B')
    || setweight(to_tsvector('german', folded(coalesce(c.titles_de, ''))), 'B')
    || setweight(to_tsvector('english', folded(coalesce(p.objective, ''))), 'C')
  from project p
  left join lateral (
    with recursive up as (
      select k.code, k.parent, k.title_en, k.title_de from competence k where k.code = any (p.competences)
      union
      select k.code, k.parent, k.title_en, k.title_de from up join competence k on k.code = up.parent
    )
    select array_agg(code order by code) as codes, string_agg(title_en, ' ') as titles_en, string_agg(title_de, ' ') as titles_de from up
  ) c on true
  where p.id = any (ids) and p.visibility = 'public' and p.wall = '{}'
  on conflict (project_id) do update set signed = excluded.signed, year = excluded.year, programme = excluded.programme,
    competences = excluded.competences, label = excluded.label, words = excluded.words
$$;
select index_projects(array(select id from project));

-- A person who changes the public identity of an organisation moves the commons on, in the same transaction.
create function touch_commons() returns void language sql security definer set search_path = public, pg_temp as $$
  update commons_version set version = version + 1
$$;
revoke execute on function touch_commons() from public;
grant execute on function touch_commons() to kontor_app, kontor_system;

-- An organisation that is walled from anybody is looked up under its policy, not here where nobody's wall is asked about.
create or replace function index_organisations(ids uuid[]) returns void language sql as $$
  delete from organisation_search s where s.organisation_id = any (ids)
    and not exists (select from organisation o where o.id = s.organisation_id and o.visibility = 'public' and o.wall = '{}');
  insert into organisation_search (organisation_id, label, words)
  select o.id, folded(concat_ws(' ', o.name, o.short_name, o.city)),
    setweight(to_tsvector('simple', folded(concat_ws(' ', o.name, o.short_name, o.pic, o.vat))), 'A')
    || setweight(to_tsvector('german', folded(o.name)), 'B')
    || setweight(to_tsvector('simple', folded(concat_ws(' ', o.city, o.postal, o.country, o.nuts))), 'B')
    || setweight(to_tsvector('english', folded(coalesce(c.titles, ''))), 'C')
  from organisation o
  left join lateral (
    select string_agg(concat_ws(' ', k.title_en, k.title_de), ' ') as titles
    from organisation_competence oc join competence k on k.code = oc.code
    where oc.organisation_id = o.id
  ) c on true
  where o.id = any (ids) and o.visibility = 'public' and o.wall = '{}'
  on conflict (organisation_id) do update set label = excluded.label, words = excluded.words
$$;
