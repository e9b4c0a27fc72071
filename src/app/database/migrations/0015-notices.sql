-- What one person is told: a sentence in both languages and the way to the thing. It is told to a role, and gone with it.
create table notice (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  cluster_id uuid references cluster (id),
  -- the seat or office it is told to with the roles it is meant for, as `seat:<id>:owner`; empty: the person, whatever their roles
  addressed text[] not null default '{}',
  wall uuid[] not null default '{}',
  topic text not null check (topic ~ '^[a-z][a-z.-]{0,39}$'),
  text_en text not null check (length(text_en) between 1 and 300),
  text_de text not null check (length(text_de) between 1 and 300),
  href text not null check (length(href) <= 2000 and href ~ '^/([^/\\]|$)'),
  -- an unread notice with the same key is replaced
  key text check (length(key) <= 200),
  act jsonb,
  -- which telling it comes from: the same telling done again tells nobody twice
  delivery uuid not null,
  created_at timestamptz not null,
  read_at timestamptz,
  -- the digest it waits for; null where no letter is outstanding
  due text check (due in ('daily', 'weekly', 'monthly')),
  told_at timestamptz,
  unique (person_id, delivery)
);
create index notice_of_person on notice (person_id, created_at desc);
create index notice_unread on notice (person_id) where read_at is null;
create index notice_due on notice (person_id) where due is not null;
create unique index notice_key on notice (person_id, key) where read_at is null and key is not null;

-- How often a person hears of a topic by letter; `*` is every topic without a choice of its own.
create table notice_choice (
  person_id uuid not null references person (id) on delete cascade,
  topic text not null check (topic = '*' or topic ~ '^[a-z][a-z.-]{0,39}$'),
  frequency text not null check (frequency in ('at-once', 'daily', 'weekly', 'monthly', 'never')),
  primary key (person_id, topic)
);

-- Secrets of one person's letters and feed.
create table notice_secret (
  person_id uuid primary key references person (id) on delete cascade,
  -- signs the addresses for unsubscribing; whoever holds one can do nothing but make letters rarer
  letter_key text not null,
  feed_hash text unique,
  feed_made_at timestamptz
);

-- A link in a letter that acts for one person, in one role, on one thing, once.
create table act_link (
  id uuid primary key,
  hash text not null unique,
  act text not null check (length(act) <= 60),
  subject jsonb not null,
  person_id uuid not null references person (id) on delete cascade,
  acting text check (length(acting) <= 60),
  cluster_id uuid references cluster (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  -- taken in hand; what was taken in hand and never finished can be taken again after a minute
  claimed_at timestamptz,
  used_at timestamptz,
  done text check (length(done) <= 1000),
  done_to text check (length(done_to) <= 2000)
);
create index act_link_of_person on act_link (person_id);

alter table mail add column headers jsonb not null default '{}';

create index idempotency_by_age on idempotency (created_at);

do $$
declare
  name text;
begin
  foreach name in array array['notice', 'notice_choice', 'notice_secret', 'act_link']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy system on %I to kontor_owner, kontor_system using (true) with check (true)', name);
    execute format('grant select, insert, update, delete on %I to kontor_system', name);
  end loop;
end $$;

grant select on notice to kontor_app;
grant update (read_at, due) on notice to kontor_app;
grant select, insert, update, delete on notice_choice to kontor_app;
grant select, insert, update on notice_secret to kontor_app;
-- Whoever writes the letter makes its link; only the house opens it.
grant insert on act_link to kontor_app;

create policy see on notice for select to kontor_app
  using (person_id = app_person() and (wall = '{}' or not wall && app_own_organisations()));
create policy edit on notice for update to kontor_app
  using (person_id = app_person()) with check (person_id = app_person());
create policy own on notice_choice to kontor_app using (person_id = app_person()) with check (person_id = app_person());
create policy own on notice_secret to kontor_app using (person_id = app_person()) with check (person_id = app_person());
create policy add on act_link for insert to kontor_app with check (app_has_asker());
