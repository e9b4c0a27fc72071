-- An invitation to a seat (with an organisation) or to an office (without one), bound to an address. A seat's belongs to the cluster
-- it was made in, if it was made in one. Like seats themselves invitations are no single cluster's.
create table invitation (
  id uuid primary key,
  cluster_id uuid references cluster (id),
  organisation_id uuid references organisation (id),
  role text not null,
  title text check (length(title) <= 200),
  -- when the role begins and ends; without, it begins on the day of acceptance
  since date,
  until date,
  email text not null check (length(email) <= 254 and email = lower(email)),
  name text check (length(name) between 1 and 200),
  locale text not null check (locale in ('en', 'de')),
  -- of the link in the last letter; without, no letter has left yet
  token_hash text unique,
  invited_by uuid references person (id) on delete set null,
  -- the seat or office it was made from; without, the house made it by itself
  invited_as text check (length(invited_as) <= 60),
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  sendings integer not null default 0,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references person (id) on delete set null,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person (id) on delete set null,
  check (
    organisation_id is not null and role in ('owner', 'editor', 'reader')
    or organisation_id is null and cluster_id is not null and role in ('manager', 'facilitator', 'analyst', 'auditor')
  ),
  check (until > since),
  check (accepted_at is null or withdrawn_at is null)
);
create index invitation_of_organisation on invitation (organisation_id, created_at desc, id desc);
create index invitation_of_cluster on invitation (cluster_id, created_at desc, id desc);
create index invitation_open_by_email on invitation (email) where accepted_at is null and withdrawn_at is null;
create unique index invitation_open_once on invitation (coalesce(organisation_id, cluster_id), role, email)
  where accepted_at is null and withdrawn_at is null;

-- The domain of an organisation's addresses: whoever has a verified address there may ask to join. Declared by an owner with an
-- address there, or by the team of a cluster.
create table mail_domain (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  domain text not null check (length(domain) between 4 and 253 and domain = lower(domain)),
  declared_by uuid references person (id) on delete set null,
  -- the cluster whose team declared it; without, an owner did
  cluster_id uuid references cluster (id),
  declared_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by uuid references person (id) on delete set null
);
create index mail_domain_of_organisation on mail_domain (organisation_id);
create unique index mail_domain_once on mail_domain (domain) where ended_at is null;

-- A person asks to act for an organisation. Name and address are handed over by asking: whoever answers need not know the person.
create table join_request (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  person_id uuid not null references person (id) on delete cascade,
  name text not null check (length(name) between 1 and 200),
  email text not null check (length(email) <= 254),
  state text not null default 'waiting' check (state in ('waiting', 'confirmed', 'declined', 'withdrawn')),
  asked_at timestamptz not null default now(),
  reminded_at timestamptz,
  answered_at timestamptz,
  answered_by uuid references person (id) on delete set null,
  check ((state = 'waiting') = (answered_at is null))
);
create unique index join_request_waiting_once on join_request (person_id, organisation_id) where state = 'waiting';
create index join_request_of_organisation on join_request (organisation_id, asked_at desc);

-- Somebody without an account who says that an address is theirs; the letter's link proves it.
create table sign_up (
  id uuid primary key,
  email text not null check (length(email) <= 254 and email = lower(email)),
  name text not null check (length(name) between 1 and 200),
  locale text not null check (locale in ('en', 'de')),
  organisation_id uuid not null references organisation (id),
  token_hash text not null unique,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_up_by_age on sign_up (expires_at);

-- Who put the list of the first day aside, for which organisation.
create table first_day (
  person_id uuid not null references person (id) on delete cascade,
  organisation_id uuid not null references organisation (id),
  dismissed_at timestamptz not null default now(),
  primary key (person_id, organisation_id)
);

do $$
declare
  name text;
begin
  foreach name in array array['invitation', 'mail_domain', 'join_request', 'sign_up', 'first_day']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I to kontor_owner, kontor_system using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to kontor_system', name);
  end loop;
end $$;

grant select, insert, update on invitation, mail_domain, join_request to kontor_app;
grant select, insert, delete on first_day to kontor_app;

create policy see on invitation for select to kontor_app using (
  organisation_id = app_organisation()
  or app_office() is not null and (
    organisation_id is null and cluster_id = app_cluster()
    or (cluster_id is null or cluster_id = app_cluster()) and is_member_here(organisation_id)));
create policy add on invitation for insert to kontor_app with check (
  organisation_id = app_organisation() and (cluster_id is null or cluster_id = app_cluster())
  or app_office() = 'manager' and cluster_id = app_cluster() and (organisation_id is null or is_member_here(organisation_id)));
create policy edit on invitation for update to kontor_app
  using (
    organisation_id = app_organisation()
    or app_office() = 'manager' and (
      organisation_id is null and cluster_id = app_cluster()
      or (cluster_id is null or cluster_id = app_cluster()) and is_member_here(organisation_id)))
  with check (
    organisation_id = app_organisation()
    or app_office() = 'manager' and (
      organisation_id is null and cluster_id = app_cluster()
      or (cluster_id is null or cluster_id = app_cluster()) and is_member_here(organisation_id)));

create policy see on mail_domain for select to kontor_app
  using (organisation_id = app_organisation() or app_office() is not null and is_member_here(organisation_id));
create policy add on mail_domain for insert to kontor_app with check (
  organisation_id = app_organisation() and cluster_id is null
  or app_office() = 'manager' and cluster_id = app_cluster() and is_member_here(organisation_id));
create policy edit on mail_domain for update to kontor_app
  using (organisation_id = app_organisation() or app_office() = 'manager' and is_member_here(organisation_id))
  with check (organisation_id = app_organisation() or app_office() = 'manager' and is_member_here(organisation_id));

create policy see on join_request for select to kontor_app using (
  person_id = app_person() or organisation_id = app_organisation() or app_office() is not null and is_member_here(organisation_id));
-- A request begins as one that waits, and only for oneself.
create policy add on join_request for insert to kontor_app with check (person_id = app_person() and state = 'waiting');
create policy edit on join_request for update to kontor_app
  using (
    person_id = app_person() or organisation_id = app_organisation() or app_office() = 'manager' and is_member_here(organisation_id))
  with check (
    person_id = app_person() and state in ('waiting', 'withdrawn')
    or organisation_id = app_organisation() or app_office() = 'manager' and is_member_here(organisation_id));

create policy own on first_day to kontor_app using (person_id = app_person()) with check (person_id = app_person());
