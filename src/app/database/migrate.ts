import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { projectFile } from "../../kernel/project-file.ts";

/** Nobody logs in as one of these; the login of DATABASE_URL takes them on for one transaction. */
export const ROLES = ["kontor_owner", "kontor_app", "kontor_system", "kontor_auth"] as const;

const LOCK = 7_240_151;

/** Brings the database to the newest schema, or to the one that `only` these make: numbered files, each in a transaction, under one advisory lock. */
export async function migrate(
  url: string,
  log: (line: string) => void = () => {},
  only?: readonly string[],
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await makeRoles(client);
    await makeGround(client);
    for (const file of await pending(client)) {
      if (only && !only.includes(file.name)) continue;
      log(`migrating: ${file.name}`);
      await apply(client, file);
    }
    await runMigrations({ connectionString: url });
    await makeQueueDoor(client);
  } finally {
    await client.end();
  }
}

async function makeRoles(client: pg.Client) {
  for (const role of ROLES) {
    const found = await client.query("select from pg_roles where rolname = $1", [role]);
    if (found.rowCount === 0) {
      await client.query(`create role ${role} nologin`).catch((error: pg.DatabaseError) => {
        // another installation on the same server made it a moment ago
        if (error.code !== "42710" && error.code !== "23505") throw error;
      });
    }
    // From version 16 on, whoever makes a role may give it away, and still not take it on.
    const held = await client.query(
      "select pg_has_role(current_user, $1, case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) as yes",
      [role],
    );
    if (!held.rows[0].yes) await client.query(`grant ${role} to current_user`);
  }
}

async function makeGround(client: pg.Client) {
  await client.query("create extension if not exists unaccent");
  await client.query("create extension if not exists pg_trgm");
  await client.query("grant usage, create on schema public to kontor_owner");
  await client.query("grant usage on schema public to kontor_app, kontor_system, kontor_auth");
  const database = (await client.query("select current_database() as name")).rows[0].name;
  await client.query(`grant create on database ${client.escapeIdentifier(database)} to kontor_owner`);
  await client.query(
    "create table if not exists migration (name text primary key, hash text not null, at timestamptz not null default now())",
  );
}

interface MigrationFile {
  name: string;
  sql: string;
  hash: string;
}

const folder = () => projectFile("src/app/database/migrations");

/** Every migration this version brings, by name, with the hash of its text. */
export async function knownMigrations(): Promise<Map<string, string>> {
  return new Map((await migrationFiles()).map(({ name, hash }) => [name, hash]));
}

async function migrationFiles(): Promise<MigrationFile[]> {
  const names = (await readdir(folder())).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(`${folder()}/${name}`, "utf8");
      return { name, sql, hash: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

async function pending(client: pg.Client): Promise<MigrationFile[]> {
  const done = new Map<string, string>(
    (await client.query("select name, hash from migration")).rows.map((row) => [row.name, row.hash]),
  );
  const files = await migrationFiles();
  for (const file of files) {
    const applied = done.get(file.name);
    if (applied && applied !== file.hash)
      throw new Error(
        `Migration ${file.name} was changed after it ran here. Put the file back as it was; write a new one instead.`,
      );
  }
  for (const name of done.keys())
    if (!files.some((file) => file.name === name))
      throw new Error(
        `This database has seen migration ${name}, which this version of Kontor does not know. Start the newer version.`,
      );
  return files.filter((file) => !done.has(file.name));
}

async function apply(client: pg.Client, file: MigrationFile) {
  await client.query("begin");
  try {
    await client.query("set local role kontor_owner");
    await client.query(file.sql);
    await client.query("reset role");
    await client.query("insert into migration (name, hash) values ($1, $2)", [file.name, file.hash]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`Migration ${file.name} failed: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * The outbox's slot: lets an asker's transaction queue a job without a right on the queue itself.
 */
async function makeQueueDoor(client: pg.Client) {
  await client.query(`
    create or replace function enqueue(task text, payload json, key text default null, at timestamptz default null)
      returns void language sql security definer set search_path = graphile_worker, pg_temp
      as $$ select graphile_worker.add_job(task, payload, job_key => key, run_at => at, max_attempts => 10) $$;
    revoke execute on function enqueue(text, json, text, timestamptz) from public;
    grant execute on function enqueue(text, json, text, timestamptz) to kontor_app, kontor_system;`);
}
