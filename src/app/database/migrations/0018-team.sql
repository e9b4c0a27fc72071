-- What the team of a cluster keeps about organisations for itself: notes, labels, fields of its own. No level of visibility opens
-- them; the office does. And what anybody asks again and again: saved searches.

create table note (
  cluster_id uuid not null references cluster (id),
  id uuid not null,
  organisation_id uuid not null references organisation (id),
  text text not null check (length(text) between 1 and 8000),
  written_by uuid references person (id) on delete set null,
  written_at timestamptz not null default now(),
  edited_at timestamptz,
  -- Taken away, and still there for whoever took it away by mistake.
  removed_at timestamptz,
  version integer not null default 1,
  words tsvector not null generated always as (
    to_tsvector('english', folded(text)) || to_tsvector('german', folded(text)) || to_tsvector('simple', folded(text))
  ) stored,
  primary key (cluster_id, id)
);
create index note_of_organisation on note (cluster_id, organisation_id, written_at desc);
create index note_words on note using gin (words);

-- What a note said before: the log, which the auditor reads and nobody can shorten, only says that it was changed.
create table note_version (
  cluster_id uuid not null,
  note_id uuid not null,
  version integer not null,
  text text not null,
  said_by uuid references person (id) on delete set null,
  said_at timestamptz not null,
  primary key (cluster_id, note_id, version),
  foreign key (cluster_id, note_id) references note (cluster_id, id) on delete cascade
);

create table label (
  cluster_id uuid not null references cluster (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  tone text not null default 'plain' check (tone in ('plain', 'good', 'wait', 'stop')),
  removed_at timestamptz,
  primary key (cluster_id, id)
);
create unique index label_by_name on label (cluster_id, folded(name)) where removed_at is null;

create table organisation_label (
  cluster_id uuid not null,
  organisation_id uuid not null references organisation (id),
  label_id uuid not null,
  put_by uuid references person (id) on delete set null,
  put_at timestamptz not null default now(),
  primary key (cluster_id, organisation_id, label_id),
  foreign key (cluster_id, label_id) references label (cluster_id, id) on delete cascade
);
create index organisation_label_by_label on organisation_label (cluster_id, label_id);

create table own_field (
  cluster_id uuid not null references cluster (id),
  id uuid not null,
  -- Its name in addresses, files and the API; it never changes.
  key text not null check (key ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(key) <= 40),
  name_en text not null check (length(name_en) between 1 and 80),
  name_de text not null check (length(name_de) between 1 and 80),
  kind text not null check (kind in ('text', 'number', 'choice', 'date')),
  choices text[] not null default '{}' check (kind = 'choice' or choices = '{}'),
  position integer not null default 0,
  -- From then on nobody is asked for it; what it holds stays.
  ended_at timestamptz,
  primary key (cluster_id, id),
  unique (cluster_id, key)
);

create table own_value (
  cluster_id uuid not null,
  organisation_id uuid not null references organisation (id),
  field_id uuid not null,
  text_value text check (length(text_value) between 1 and 2000),
  number_value double precision,
  date_value date,
  set_by uuid references person (id) on delete set null,
  set_at timestamptz not null default now(),
  primary key (cluster_id, organisation_id, field_id),
  foreign key (cluster_id, field_id) references own_field (cluster_id, id),
  check (num_nonnulls(text_value, number_value, date_value) = 1)
);
create index own_value_of_field on own_value (cluster_id, field_id);

-- One act on many organisations, with what was there before, so that it can be taken back as one.
create table bulk_act (
  cluster_id uuid not null references cluster (id),
  id uuid not null,
  person_id uuid references person (id) on delete set null,
  kind text not null check (kind in ('label-put', 'label-taken', 'value-set')),
  label_id uuid,
  field_id uuid,
  at timestamptz not null default now(),
  undone_at timestamptz,
  primary key (cluster_id, id),
  foreign key (cluster_id, label_id) references label (cluster_id, id) on delete cascade,
  foreign key (cluster_id, field_id) references own_field (cluster_id, id),
  check (num_nonnulls(label_id, field_id) = 1)
);
create table bulk_change (
  cluster_id uuid not null,
  act_id uuid not null,
  organisation_id uuid not null references organisation (id),
  text_before text,
  number_before double precision,
  date_before date,
  text_after text,
  number_after double precision,
  date_after date,
  primary key (cluster_id, act_id, organisation_id),
  foreign key (cluster_id, act_id) references bulk_act (cluster_id, id) on delete cascade
);

create table saved_search (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  cluster_id uuid references cluster (id),
  -- The role it was saved from and is asked from again.
  acting text check (length(acting) <= 80),
  kind text not null check (kind in ('organisations', 'projects')),
  name text not null check (length(name) between 1 and 120),
  query text not null check (length(query) <= 4000),
  alert text not null default 'off' check (alert in ('off', 'at-once', 'daily', 'weekly')),
  -- Results known already, each by eight bytes of a hash that means nothing outside this search; null while nobody watches.
  seen bytea check (length(seen) <= 160000),
  asked_at timestamptz,
  alerted_at timestamptz,
  -- Why it is not being asked: the role has ended, or it finds more than can be watched.
  paused text check (paused in ('role', 'many')),
  created_at timestamptz not null default now()
);
create index saved_search_of_person on saved_search (person_id, created_at);
create index saved_search_to_ask on saved_search (alert, asked_at) where alert <> 'off';

do $$
declare
  name text;
begin
  foreach name in array array['note', 'note_version', 'label', 'organisation_label', 'own_field', 'own_value', 'bulk_act', 'bulk_change',
    'saved_search']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I to kontor_owner, kontor_system using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to kontor_system', name);
    execute format('grant select, insert, update, delete on %I to kontor_app', name);
  end loop;
end $$;

-- Notes are for those who look after members; and somebody of the team who also works for the organisation is the organisation.
create policy see on note for select to kontor_app
  using (cluster_id = app_cluster() and app_office() in ('manager', 'facilitator')
    and not organisation_id = any (app_own_organisations()));
create policy add on note for insert to kontor_app
  with check (cluster_id = app_cluster() and app_office() in ('manager', 'facilitator') and written_by = app_person()
    and not organisation_id = any (app_own_organisations()));
create policy edit on note for update to kontor_app
  using (cluster_id = app_cluster() and not organisation_id = any (app_own_organisations())
    and (app_office() = 'manager' or app_office() = 'facilitator' and written_by = app_person()))
  with check (cluster_id = app_cluster() and not organisation_id = any (app_own_organisations())
    and (app_office() = 'manager' or app_office() = 'facilitator' and written_by = app_person()));
create policy remove on note for delete to kontor_app
  using (cluster_id = app_cluster() and not organisation_id = any (app_own_organisations())
    and (app_office() = 'manager' or app_office() = 'facilitator' and written_by = app_person()));

create policy see on note_version for select to kontor_app
  using (cluster_id = app_cluster() and app_office() in ('manager', 'facilitator')
    and exists (select from note n where n.cluster_id = note_version.cluster_id and n.id = note_version.note_id));
create policy add on note_version for insert to kontor_app
  with check (cluster_id = app_cluster() and app_office() in ('manager', 'facilitator')
    and exists (select from note n where n.cluster_id = note_version.cluster_id and n.id = note_version.note_id));

do $$
declare
  name text;
begin
  foreach name in array array['label', 'organisation_label', 'own_field', 'own_value']
  loop
    execute format($p$create policy see on %I for select to kontor_app
      using (cluster_id = app_cluster() and app_office() in ('manager', 'facilitator', 'analyst'))$p$, name);
  end loop;
  foreach name in array array['label', 'organisation_label', 'own_field', 'own_value', 'bulk_act', 'bulk_change']
  loop
    execute format($p$create policy change on %I to kontor_app
      using (cluster_id = app_cluster() and app_office() in ('manager', 'facilitator'))
      with check (cluster_id = app_cluster() and app_office() in ('manager', 'facilitator'))$p$, name);
  end loop;
end $$;

create policy own on saved_search to kontor_app using (person_id = app_person()) with check (person_id = app_person());
