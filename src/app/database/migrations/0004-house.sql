-- The audit log: append-only, one hash chain per cluster (the commons has the installation's own).
create table audit_head (
  cluster_id uuid primary key,
  seq bigint not null,
  hash text not null
);

create table audit_entry (
  cluster_id uuid not null,
  seq bigint not null,
  at timestamptz not null,
  person_id uuid,
  acting_as text,
  action text not null,
  subject_kind text not null,
  subject_id text,
  -- exactly the text that was hashed
  body text not null,
  previous_hash text not null,
  hash text not null,
  primary key (cluster_id, seq)
);
create index audit_entry_of_subject on audit_entry (cluster_id, subject_kind, subject_id);

create table mail (
  id uuid primary key,
  to_address text not null check (length(to_address) <= 254),
  subject text not null check (length(subject) <= 400),
  body text not null,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  problem text
);

create table api_token (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  name text not null check (length(name) between 1 and 100),
  hash text not null unique,
  scope text not null check (scope in ('read', 'write')),
  -- the seat or office the token acts from
  acting_as text not null check (length(acting_as) <= 60),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index api_token_of_person on api_token (person_id);

create table idempotency (
  person_id uuid not null,
  route text not null,
  key text not null check (length(key) <= 200),
  body_hash text not null,
  status integer,
  answer text,
  created_at timestamptz not null default now(),
  primary key (person_id, route, key)
);

-- What the installation knows about itself: name of the region, demo or not.
create table installation (
  key text primary key,
  value jsonb not null
);
