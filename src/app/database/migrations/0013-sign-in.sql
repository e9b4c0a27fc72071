-- The second factor, in the columns the accounts' library works with. Secret and recovery codes are encrypted with the house's secret.
alter table auth."user" add column "twoFactorEnabled" boolean not null default false;
create table auth."twoFactor" (
  id uuid primary key,
  secret text not null,
  "backupCodes" text not null,
  "userId" uuid not null unique references auth."user" (id) on delete cascade,
  verified boolean not null default true,
  "failedVerificationCount" integer not null default 0,
  "lockedUntil" timestamptz
);

-- An identity elsewhere belongs to one person here.
create unique index account_once on auth.account ("providerId", "accountId");

create table auth.passkey (
  id uuid primary key,
  person_id uuid not null references auth."user" (id) on delete cascade,
  credential_id text not null unique check (length(credential_id) <= 1400),
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null check (length(name) between 1 and 100),
  backed_up boolean not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index passkey_of_person on auth.passkey (person_id);

-- What a passkey is asked to sign: for one purpose, one browser, one answer.
create table auth.challenge (
  hash text primary key,
  challenge text not null,
  person_id uuid references auth."user" (id) on delete cascade,
  expires_at timestamptz not null
);
grant select, insert, update, delete on auth."twoFactor", auth.passkey, auth.challenge to kontor_auth;

-- Links in letters: a new password, a confirmed address. Only the hash of the link is kept, and only until it is used.
create table account_link (
  hash text primary key,
  kind text not null check (kind in ('reset', 'address')),
  person_id uuid not null references person (id) on delete cascade,
  email text not null check (length(email) <= 254),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index account_link_of_person on account_link (person_id, kind);
alter table account_link enable row level security;
alter table account_link force row level security;
create policy system on account_link to kontor_owner, kontor_system using (true) with check (true);
grant select, insert, update, delete on account_link to kontor_system;
