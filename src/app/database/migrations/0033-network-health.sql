-- The health of a cluster's network as it was last measured, in parts, each read alone. `eyes` says of what it was made: of what
-- everybody of an audience sees, or of what one person sees whose set differs; `digest` names the actors and links that went into it.
create table network_health (
  cluster_id uuid not null references cluster (id) on delete cascade,
  eyes text not null check (length(eyes) <= 36),
  part text not null check (length(part) <= 40),
  person_id uuid references person (id) on delete cascade,
  digest text not null check (length(digest) <= 64),
  computed_at timestamptz not null,
  took_ms integer not null,
  value jsonb not null,
  primary key (cluster_id, eyes, part),
  check (eyes = coalesce(person_id::text, eyes) and (person_id is not null or eyes in ('public', 'cluster')))
);
create index network_health_of_person on network_health (person_id) where person_id is not null;

-- What was measured on a day, for each audience: it cannot be reckoned again, since links and members come and go without a date.
create table network_figure (
  cluster_id uuid not null references cluster (id) on delete cascade,
  audience text not null check (audience in ('public', 'cluster')),
  day date not null,
  figures jsonb not null check (jsonb_typeof(figures) = 'object'),
  primary key (cluster_id, audience, day)
);

do $$
declare
  name text;
begin
  foreach name in array array['network_health', 'network_figure']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I to kontor_owner, kontor_system using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to kontor_system', name);
    execute format('grant select on %I to kontor_app', name);
  end loop;
end $$;

create policy see on network_health for select to kontor_app
  using (app_has_asker() and (eyes = 'public' or cluster_id = app_cluster() and (eyes = any (app_levels()) or person_id = app_person())));
create policy see on network_figure for select to kontor_app
  using (app_has_asker() and (audience = 'public' or cluster_id = app_cluster() and audience = any (app_levels())));
