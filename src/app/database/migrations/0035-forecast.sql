-- What is to be expected of a cluster's needs, computed by a job from needs that everybody of the cluster sees with their names: none that is
-- confidential, kept from somebody by a wall, or open to fewer. In parts, each read alone; `about` is the cluster or one of its members.
create table need_forecast (
  cluster_id uuid not null references cluster (id) on delete cascade,
  part text not null check (part in ('needs', 'topics', 'next')),
  about uuid not null,
  organisation_id uuid references organisation (id) on delete cascade,
  computed_at timestamptz not null,
  took_ms integer not null,
  value jsonb not null,
  primary key (cluster_id, part, about),
  check (about = coalesce(organisation_id, cluster_id)),
  check ((part = 'next') = (organisation_id is not null))
);
create index need_forecast_of_organisation on need_forecast (organisation_id) where organisation_id is not null;

alter table need_forecast enable row level security;
alter table need_forecast force row level security;
create policy system on need_forecast to kontor_owner, kontor_system using (true) with check (true);
grant select, insert, update, delete on need_forecast to kontor_system;
grant select on need_forecast to kontor_app;

-- What is the cluster's is for its members and team; what a member is likely to look for next, for that member and the team.
create policy see on need_forecast for select to kontor_app
  using (app_has_asker() and cluster_id = app_cluster() and 'cluster' = any (app_levels())
    and (organisation_id is null or organisation_id = app_organisation() or app_office() is not null));
