-- Annual reports: a draft that the team writes, and versions of it, each frozen on a day with its figures, as a page and as documents.
-- A report has no wall: it is made of nothing that has one.

create table report (
  cluster_id uuid not null references cluster (id),
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  created_by uuid references person (id) on delete set null,
  created_at timestamptz not null default now(),
  primary key (cluster_id, id),
  unique (cluster_id, slug)
);

create table report_draft (
  cluster_id uuid not null,
  report_id uuid not null,
  -- by language
  title jsonb not null check (jsonb_typeof(title) = 'object'),
  period_from date not null,
  period_to date not null,
  visibility text not null default 'public' check (visibility in ('public', 'peers', 'cluster')),
  -- every change makes it one more: who changes an older one is told
  revision integer not null default 1,
  changed_by uuid references person (id) on delete set null,
  changed_at timestamptz not null default now(),
  -- as the records of then told them to those the report is for
  figures jsonb check (jsonb_typeof(figures) = 'object'),
  figures_at timestamptz,
  primary key (cluster_id, report_id),
  foreign key (cluster_id, report_id) references report (cluster_id, id) on delete cascade,
  check (period_to >= period_from)
);

create table report_section (
  cluster_id uuid not null,
  report_id uuid not null,
  id uuid not null,
  kind text not null check (length(kind) <= 40),
  position integer not null,
  title jsonb not null check (jsonb_typeof(title) = 'object'),
  text jsonb not null check (jsonb_typeof(text) = 'object' and pg_column_size(text) <= 200000),
  -- of the catalogue, in the order of the catalogue
  figures text[] not null default '{}' check (cardinality(figures) <= 60),
  revision integer not null default 1,
  -- put away; until the next freeze it can be put back
  removed_at timestamptz,
  primary key (cluster_id, id),
  foreign key (cluster_id, report_id) references report (cluster_id, id) on delete cascade
);
create index report_section_of_report on report_section (cluster_id, report_id, position);

create table report_story (
  cluster_id uuid not null,
  report_id uuid not null,
  section_id uuid not null,
  id uuid not null,
  position integer not null,
  title jsonb not null check (jsonb_typeof(title) = 'object'),
  text jsonb not null check (jsonb_typeof(text) = 'object' and pg_column_size(text) <= 200000),
  -- whom it is about
  organisation_id uuid references organisation (id) on delete set null,
  revision integer not null default 1,
  removed_at timestamptz,
  primary key (cluster_id, id),
  foreign key (cluster_id, report_id) references report (cluster_id, id) on delete cascade,
  foreign key (cluster_id, section_id) references report_section (cluster_id, id) on delete cascade
);
create index report_story_of_section on report_story (cluster_id, section_id, position);
create index report_story_of_organisation on report_story (organisation_id) where organisation_id is not null;

-- Never changed but for who may read it. Those not published are the team's.
create table report_version (
  cluster_id uuid not null,
  report_id uuid not null,
  number integer not null check (number > 0),
  state text not null default 'making' check (state in ('making', 'done', 'failed')),
  visibility text not null check (visibility in ('public', 'peers', 'cluster')),
  title jsonb not null check (jsonb_typeof(title) = 'object'),
  period_from date not null,
  period_to date not null,
  -- records after this day do not count
  frozen_on date not null,
  frozen_by uuid references person (id) on delete set null,
  asked_at timestamptz not null default now(),
  frozen_at timestamptz,
  -- sections with their texts and stories as they stood when it was asked for
  sections jsonb not null check (jsonb_typeof(sections) = 'array'),
  figures jsonb check (jsonb_typeof(figures) = 'object'),
  checksum text check (length(checksum) <= 100),
  published_at timestamptz,
  published_by uuid references person (id) on delete set null,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person (id) on delete set null,
  primary key (cluster_id, report_id, number),
  foreign key (cluster_id, report_id) references report (cluster_id, id) on delete cascade,
  check (published_at is null or state = 'done')
);

create table report_document (
  cluster_id uuid not null,
  report_id uuid not null,
  number integer not null,
  locale text not null check (locale in ('en', 'de')),
  made_at timestamptz not null,
  pages integer not null,
  bytes bytea not null check (length(bytes) <= 20000000),
  primary key (cluster_id, report_id, number, locale),
  foreign key (cluster_id, report_id, number) references report_version (cluster_id, report_id, number) on delete cascade
);

do $$
declare
  name text;
begin
  foreach name in array array['report', 'report_draft', 'report_section', 'report_story', 'report_version', 'report_document']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I to kontor_owner, kontor_system using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to kontor_system', name);
    execute format('grant select on %I to kontor_app', name);
  end loop;
  -- What is being written is the team's own.
  foreach name in array array['report_draft', 'report_section', 'report_story']
  loop
    execute format('create policy see on %I for select to kontor_app
      using (cluster_id = app_cluster() and app_office() in (''manager'', ''facilitator'', ''analyst'', ''auditor''))', name);
    execute format('create policy add on %I for insert to kontor_app
      with check (cluster_id = app_cluster() and app_office() in (''manager'', ''facilitator'', ''analyst''))', name);
    execute format('create policy edit on %I for update to kontor_app
      using (cluster_id = app_cluster() and app_office() in (''manager'', ''facilitator'', ''analyst''))
      with check (cluster_id = app_cluster() and app_office() in (''manager'', ''facilitator'', ''analyst''))', name);
  end loop;
end $$;

grant insert on report to kontor_app;
grant insert on report_draft to kontor_app;
grant update (title, period_from, period_to, visibility, revision, changed_by, changed_at) on report_draft to kontor_app;
grant insert on report_section to kontor_app;
grant update (position, title, text, figures, revision, removed_at) on report_section to kontor_app;
grant insert on report_story to kontor_app;
grant update (position, title, text, organisation_id, revision, removed_at) on report_story to kontor_app;
grant delete on report_section, report_story to kontor_app;
create policy clear on report_section for delete to kontor_app
  using (cluster_id = app_cluster() and app_office() in ('manager', 'facilitator', 'analyst') and removed_at is not null);
create policy clear on report_story for delete to kontor_app
  using (cluster_id = app_cluster() and app_office() in ('manager', 'facilitator', 'analyst') and removed_at is not null);

create policy see on report_version for select to kontor_app
  using (cluster_id = app_cluster() and app_office() in ('manager', 'facilitator', 'analyst', 'auditor')
    or published_at is not null and withdrawn_at is null and app_sees(cluster_id, visibility, '{}', null, null, '{}'));
create policy see on report_document for select to kontor_app
  using (app_has_asker() and exists (select from report_version v
    where v.cluster_id = report_document.cluster_id and v.report_id = report_document.report_id and v.number = report_document.number));
create policy see on report for select to kontor_app
  using (cluster_id = app_cluster() and app_office() in ('manager', 'facilitator', 'analyst', 'auditor')
    or app_has_asker() and exists (select from report_version v where v.cluster_id = report.cluster_id and v.report_id = report.id
      and v.published_at is not null and v.withdrawn_at is null));

create policy add on report for insert to kontor_app
  with check (cluster_id = app_cluster() and app_office() in ('manager', 'facilitator', 'analyst') and created_by = app_person());

-- A version is asked for; a job makes it. Giving it out and taking it back is the manager's.
grant insert (cluster_id, report_id, number, visibility, title, period_from, period_to, frozen_on, frozen_by, asked_at, sections)
  on report_version to kontor_app;
grant update (published_at, published_by, withdrawn_at, withdrawn_by) on report_version to kontor_app;
create policy ask on report_version for insert to kontor_app
  with check (cluster_id = app_cluster() and app_office() in ('manager', 'analyst') and state = 'making' and frozen_by = app_person());
create policy give_out on report_version for update to kontor_app
  using (cluster_id = app_cluster() and app_office() = 'manager' and state = 'done')
  with check (cluster_id = app_cluster() and app_office() = 'manager' and state = 'done');
