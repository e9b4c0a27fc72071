-- Global: the public identity of clusters, organisations and projects, and what follows from them.

create table cluster (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  name_en text not null check (length(name_en) <= 200),
  name_de text not null check (length(name_de) <= 200),
  place text not null check (length(place) <= 200),
  about_en text not null default '' check (length(about_en) <= 8000),
  about_de text not null default '' check (length(about_de) <= 8000),
  regions text[] not null default '{}',
  industries text[] not null default '{}',
  competences text[] not null default '{}',
  url text check (length(url) <= 500),
  founded date,
  visibility text not null default 'public' check (visibility in ('public', 'peers', 'cluster')),
  created_at timestamptz not null default now()
);

create table organisation (
  id uuid primary key,
  cluster_id uuid not null default commons(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 120),
  name text not null check (length(name) between 1 and 400),
  short_name text check (length(short_name) <= 120),
  kind text not null check (kind in
    ('enterprise', 'research', 'authority', 'development', 'association', 'finance', 'service', 'inventor')),
  -- 'sme': a small or medium enterprise whose class the source does not tell
  size_class text check (size_class in ('micro', 'small', 'medium', 'large', 'sme')),
  industries text[] not null default '{}',
  country text check (country ~ '^[A-Z]{2}$'),
  nuts text check (length(nuts) <= 5),
  street text check (length(street) <= 300),
  postal text check (length(postal) <= 40),
  city text check (length(city) <= 200),
  lat double precision check (lat between -90 and 90),
  lon double precision check (lon between -180 and 180),
  url text check (length(url) <= 500),
  vat text check (length(vat) <= 40),
  lei text check (length(lei) <= 20),
  ror text check (length(ror) <= 40),
  pic text unique check (length(pic) <= 40),
  register_number text check (length(register_number) <= 80),
  source text not null default 'declared' check (length(source) <= 80),
  source_on date,
  visibility text not null default 'public'
    check (visibility in ('public', 'peers', 'cluster', 'organisation') and (visibility = 'public') = (cluster_id = commons())),
  wall uuid[] not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index organisation_by_name on organisation (folded(name), id);
create index organisation_by_place on organisation (country, nuts);
create index organisation_near on organisation (lat, lon) where lat is not null;

create table competence (
  code text primary key check (length(code) <= 120),
  parent text,
  title_en text not null,
  title_de text,
  depth integer not null
);

create table project (
  id uuid primary key,
  cluster_id uuid not null default commons(),
  slug text not null unique check (length(slug) <= 120),
  acronym text check (length(acronym) <= 200),
  title text not null check (length(title) <= 1000),
  objective text check (length(objective) <= 20000),
  keywords text[] not null default '{}',
  starts date,
  ends date,
  signed date,
  status text,
  total_cost_cents bigint,
  contribution_cents bigint,
  call text,
  topic text,
  topic_title text,
  programme text,
  scheme text,
  competences text[] not null default '{}',
  source text not null default 'declared',
  source_key text,
  visibility text not null default 'public'
    check (visibility in ('public', 'peers', 'cluster', 'group', 'organisation', 'private') and (visibility = 'public') = (cluster_id = commons())),
  organisation_id uuid references organisation (id),
  group_id uuid,
  person_id uuid,
  wall uuid[] not null default '{}',
  unique (source, source_key)
);
create index project_by_signed on project (signed desc, id);

create table participation (
  project_id uuid not null references project (id) on delete cascade,
  organisation_id uuid not null references organisation (id),
  role text not null check (role in ('coordinator', 'participant', 'associated-partner', 'third-party')),
  position integer not null default 0,
  contribution_cents bigint,
  ended boolean not null default false,
  cluster_id uuid not null default commons(),
  visibility text not null default 'public'
    check (visibility in ('public', 'peers', 'cluster', 'group', 'organisation', 'private') and (visibility = 'public') = (cluster_id = commons())),
  wall uuid[] not null default '{}',
  primary key (project_id, organisation_id, role)
);
create index participation_of_organisation on participation (organisation_id, project_id);

-- Derived from public projects alone: how many of an organisation's projects carry a competence, each rolled up to its ancestors.
create table organisation_competence (
  organisation_id uuid not null references organisation (id) on delete cascade,
  code text not null references competence (code),
  projects integer not null,
  latest date,
  direct boolean not null,
  primary key (organisation_id, code)
);
create index organisation_competence_by_code on organisation_competence (code, projects desc);

-- Full text over what is public about an organisation, and over nothing else: that is why it needs no policy, and why its indexes work.
create table organisation_search (
  organisation_id uuid primary key references organisation (id) on delete cascade,
  label text not null,
  words tsvector not null
);
create index organisation_search_words on organisation_search using gin (words);
create index organisation_search_label on organisation_search using gin (label gin_trgm_ops);

create function index_organisations(ids uuid[]) returns void language sql as $$
  delete from organisation_search s where s.organisation_id = any (ids)
    and not exists (select from organisation o where o.id = s.organisation_id and o.visibility = 'public');
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
  where o.id = any (ids) and o.visibility = 'public'
  on conflict (organisation_id) do update set label = excluded.label, words = excluded.words
$$;

-- Each change of the commons counts up, so that counts over everything can be kept until then.
create table commons_version (
  one boolean primary key default true check (one),
  version bigint not null default 1
);
insert into commons_version default values;
