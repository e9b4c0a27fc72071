-- Where other programs hear of what happened here. Of the cluster, or of one organisation in it.
create table webhook (
  cluster_id uuid not null references cluster (id),
  id uuid not null,
  organisation_id uuid references organisation (id),
  -- Whose rights decide what is told: asked anew each time.
  person_id uuid not null references person (id) on delete cascade,
  acting_as text not null check (length(acting_as) <= 60),
  name text not null check (length(name) between 1 and 100),
  url text not null check (length(url) <= 1000),
  -- Kinds of records; `*` is all of them.
  kinds text[] not null check (cardinality(kinds) > 0),
  secret text not null check (length(secret) <= 100),
  state text not null default 'on' check (state in ('on', 'paused', 'broken')),
  failing_since timestamptz,
  created_at timestamptz not null default now(),
  primary key (cluster_id, id)
);
create index webhook_of_person on webhook (person_id);
create index webhook_of_organisation on webhook (organisation_id);

-- One entry of the log on its way to one address.
create table webhook_delivery (
  cluster_id uuid not null,
  id uuid not null,
  webhook_id uuid not null,
  -- The entry of the log it tells of; null is a trial.
  seq bigint,
  type text not null check (length(type) <= 100),
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'dead')),
  attempts integer not null default 0,
  created_at timestamptz not null default now(),
  tried_at timestamptz,
  next_at timestamptz,
  status integer,
  problem text check (length(problem) <= 2000),
  ms integer,
  primary key (cluster_id, id),
  foreign key (cluster_id, webhook_id) references webhook (cluster_id, id) on delete cascade
);
create index webhook_delivery_latest on webhook_delivery (cluster_id, webhook_id, created_at desc, id);
-- An entry is told to an address once, however often the telling is begun.
create unique index webhook_delivery_once on webhook_delivery (cluster_id, webhook_id, seq) where seq is not null;

do $$
declare
  name text;
begin
  foreach name in array array['webhook', 'webhook_delivery']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I to kontor_owner, kontor_system using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to kontor_system', name);
  end loop;
end $$;
grant select, insert, update, delete on webhook to kontor_app;
grant select on webhook_delivery to kontor_app;

create policy keep on webhook to kontor_app
  using (cluster_id = app_cluster() and (organisation_id is null and app_office() = 'manager' or organisation_id = app_organisation()))
  with check (cluster_id = app_cluster() and (organisation_id is null and app_office() = 'manager' or organisation_id = app_organisation()));
-- Which of them one may see is the webhook's policy to say: queries join it.
create policy see on webhook_delivery for select to kontor_app
  using (cluster_id = app_cluster() and (app_office() = 'manager' or app_organisation() is not null)
    and exists (select from webhook w where w.cluster_id = webhook_delivery.cluster_id and w.id = webhook_delivery.webhook_id));

-- Puts entries of the log on their way to every address that asked for such ones. Called by whoever writes the log, who may see none of
-- these addresses; whether an address's keeper may know of the entry is asked as that keeper when it is sent.
create function tell_webhooks(clusters uuid[], entries bigint[], kinds text[], types text[])
  returns table (cluster uuid, delivery uuid)
  language sql volatile security definer set search_path = public, pg_temp
as $$
  insert into webhook_delivery (cluster_id, id, webhook_id, seq, type)
  select w.cluster_id, gen_random_uuid(), w.id, e.entry, e.type
  from unnest(clusters, entries, kinds, types) e (cluster, entry, kind, type)
  join webhook w on w.cluster_id = e.cluster and w.state = 'on' and w.kinds && array['*', e.kind] and e.kind <> 'webhook'
  on conflict do nothing
  returning cluster_id, id
$$;
revoke execute on function tell_webhooks(uuid[], bigint[], text[], text[]) from public;
grant execute on function tell_webhooks(uuid[], bigint[], text[], text[]) to kontor_app, kontor_system;
