import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";

export type TestDatabase = {
  /** As the application's role `kontor`, which owns the database. */
  url: string;
  /** The same database as superuser, to look behind row-level security. */
  adminUrl: string;
  drop(): Promise<void>;
};

/** A fresh database with nothing in it. */
export const testDatabase = (): Promise<TestDatabase> => asAdmin((admin) => create(admin, "template1"));

/** A fresh database as the migrations leave it: a copy of a template that the first caller of the run makes. */
export const migratedDatabase = (): Promise<TestDatabase> =>
  templateDatabase("migrated", async (url) => {
    const { migrate } = await import("../database/migrate.ts");
    await migrate(url);
  });

/** A copy of what `fill` once made of an empty database in this run. */
export const templateDatabase = (name: string, fill: (url: string) => Promise<void>): Promise<TestDatabase> =>
  asAdmin(async (admin) => create(admin, await template(admin, name, fill)));

async function create(admin: Client, template: string): Promise<TestDatabase> {
  const name = `${inject("databasePrefix")}${randomBytes(6).toString("hex")}`;
  // Copying files takes 50 ms; the usual way, through the log, ten times that.
  await admin.query(`create database "${name}" owner kontor template "${template}" strategy file_copy`);
  return {
    url: urlOf(name, "kontor"),
    adminUrl: urlOf(name),
    drop: () =>
      asAdmin(async (again) => {
        await again.query(`drop database if exists "${name}" with (force)`);
      }),
  };
}

/** Two workers may ask at once; the lock lets one fill, under a name that nobody takes for the finished template. */
async function template(admin: Client, what: string, fill: (url: string) => Promise<void>): Promise<string> {
  const name = `${inject("databasePrefix")}template_${what}`;
  const lock = `kontor test template ${what}`;
  await admin.query("select pg_advisory_lock(hashtext($1))", [lock]);
  try {
    const { rowCount } = await admin.query("select 1 from pg_database where datname = $1", [name]);
    if (rowCount) return name;

    await admin.query(`drop database if exists "${name}_half" with (force)`);
    await admin.query(`create database "${name}_half" owner kontor`);
    await fill(urlOf(`${name}_half`, "kontor"));
    await admin.query(`alter database "${name}_half" rename to "${name}"`);
    return name;
  } finally {
    await admin.query("select pg_advisory_unlock(hashtext($1))", [lock]);
  }
}

function urlOf(database: string, user?: string): string {
  const url = new URL(inject("adminUrl"));
  url.pathname = `/${database}`;
  if (user) {
    url.username = user;
    url.password = user;
  }
  return url.href;
}

async function asAdmin<T>(work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({ connectionString: inject("adminUrl") });
  await admin.connect();
  return await work(admin).finally(() => admin.end());
}
