create table person (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  email text not null check (length(email) <= 254),
  locale text not null default 'en' check (locale in ('en', 'de')),
  operator boolean not null default false,
  suspended_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index person_by_email on person (lower(email));

-- A person's role in an organisation, dated: [since, until).
create table seat (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  organisation_id uuid not null references organisation (id),
  role text not null check (role in ('owner', 'editor', 'reader')),
  title text check (length(title) <= 200),
  since date not null,
  until date check (until >= since)
);
create index seat_of_person on seat (person_id);
create index seat_of_organisation on seat (organisation_id);

-- A person's role in the cluster team, dated: [since, until).
create table office (
  cluster_id uuid not null references cluster (id),
  id uuid not null,
  person_id uuid not null references person (id) on delete cascade,
  role text not null check (role in ('manager', 'facilitator', 'analyst', 'auditor')),
  title text check (length(title) <= 200),
  since date not null,
  until date check (until >= since),
  primary key (cluster_id, id)
);
create index office_of_person on office (person_id);

-- Everything below belongs to one cluster: cluster_id comes first in every key.

create table membership (
  cluster_id uuid not null references cluster (id),
  id uuid not null,
  organisation_id uuid not null references organisation (id),
  role text not null check (role in ('anchor', 'core', 'associate', 'partner', 'applicant')),
  since date not null,
  until date check (until >= since),
  visibility text not null default 'public' check (visibility in ('public', 'peers', 'cluster', 'organisation')),
  wall uuid[] not null default '{}',
  primary key (cluster_id, id),
  unique (cluster_id, organisation_id, since)
);
create index membership_of_organisation on membership (organisation_id);

-- What a cluster knows of an organisation beyond its public identity, one statement a row, each with its own visibility and origin.
create table fact (
  cluster_id uuid not null references cluster (id),
  id uuid not null,
  organisation_id uuid not null references organisation (id),
  field text not null check (length(field) <= 40),
  value text not null check (length(value) between 1 and 8000),
  language text check (language in ('en', 'de')),
  visibility text not null check (visibility in ('public', 'peers', 'cluster', 'group', 'organisation', 'private')),
  group_id uuid check ((visibility = 'group') = (group_id is not null)),
  person_id uuid check (visibility <> 'private' or person_id is not null),
  wall uuid[] not null default '{}',
  origin text not null check (origin in ('declared', 'confirmed', 'derived')),
  source text check (length(source) <= 400),
  declared_by uuid references person (id) on delete set null,
  stated_at timestamptz not null default now(),
  version integer not null default 1,
  words tsvector not null generated always as (
    to_tsvector('english', folded(value)) || to_tsvector('german', folded(value)) || to_tsvector('simple', folded(value))
  ) stored,
  primary key (cluster_id, id)
);
create index fact_of_organisation on fact (cluster_id, organisation_id);

-- A typed relation between two organisations. A derived link names the records it follows from.
create table link (
  cluster_id uuid not null default commons(),
  id uuid not null,
  type text not null check (type in ('formal', 'informal', 'industry', 'production', 'geographic')),
  from_organisation_id uuid not null references organisation (id),
  to_organisation_id uuid not null references organisation (id),
  nature text not null check (length(nature) <= 40),
  issue text check (issue in ('training', 'technology', 'design', 'marketing', 'export', 'distribution')),
  since date,
  until date,
  strength real not null default 1 check (strength > 0),
  digital_level text check (digital_level in ('none', 'mail', 'shared-file', 'portal', 'system')),
  origin text not null check (origin in ('declared', 'confirmed', 'derived')),
  declared_by uuid references person (id) on delete set null,
  declared_for uuid references organisation (id),
  confirmed_by uuid references person (id) on delete set null,
  confirmed_at timestamptz,
  evidence_kind text check (length(evidence_kind) <= 40),
  evidence uuid[] not null default '{}',
  note text check (length(note) <= 2000),
  visibility text not null check (visibility in ('public', 'peers', 'cluster', 'group', 'organisation', 'private')),
  group_id uuid,
  person_id uuid,
  wall uuid[] not null default '{}',
  created_at timestamptz not null default now(),
  primary key (cluster_id, id),
  check (from_organisation_id <> to_organisation_id),
  check (cluster_id <> commons() or visibility = 'public'),
  check (origin <> 'derived' or cardinality(evidence) > 0)
);
create unique index link_derived_once on link (cluster_id, from_organisation_id, to_organisation_id, type) where origin = 'derived';
create index link_from on link (from_organisation_id, to_organisation_id);
create index link_to on link (to_organisation_id, from_organisation_id);

-- The network as it was last laid out for one audience, so that no request computes it.
create table network_layout (
  cluster_id uuid not null references cluster (id),
  audience text not null check (audience in ('public', 'cluster')),
  computed_at timestamptz not null,
  places jsonb not null,
  primary key (cluster_id, audience)
);
