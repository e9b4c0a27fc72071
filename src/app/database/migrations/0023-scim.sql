-- Whom an organisation's own directory keeps here (SCIM): a person, or an address that is invited, and what the directory calls them.
-- People with a seat need no row; without a seat the row is what keeps them on the directory's list, as inactive. Like seats no single
-- cluster's.
create table scim_user (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  person_id uuid references person (id) on delete cascade,
  invitation_id uuid references invitation (id) on delete cascade,
  external_id text check (length(external_id) between 1 and 200),
  created_at timestamptz not null default now(),
  check (person_id is not null or invitation_id is not null)
);
create unique index scim_user_by_external_id on scim_user (organisation_id, external_id);
create unique index scim_user_of_person on scim_user (organisation_id, person_id);
create index scim_user_by_person on scim_user (person_id);
create unique index scim_user_of_invitation on scim_user (invitation_id);

alter table scim_user enable row level security;
alter table scim_user force row level security;
create policy system on scim_user to kontor_owner, kontor_system using (true) with check (true);
grant select, insert, update, delete on scim_user to kontor_system, kontor_app;

create policy keep on scim_user to kontor_app
  using (organisation_id = app_organisation() or app_office() = 'manager' and is_member_here(organisation_id))
  with check (organisation_id = app_organisation() or app_office() = 'manager' and is_member_here(organisation_id));
