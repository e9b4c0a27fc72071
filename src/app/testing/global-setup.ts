import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "../embedded/embedded.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The superuser's address of the one PostgreSQL of this run. */
    adminUrl: string;
    /** Begins the name of every database that this run makes. */
    databasePrefix: string;
  }
}

/** One PostgreSQL for the whole run: our own, or the one named by KONTOR_TEST_DATABASE_URL (as its superuser). */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer();
  const prefix = `kontor_test_${randomBytes(4).toString("hex")}_`;
  await ensureRole(server.adminUrl);
  project.provide("adminUrl", server.adminUrl);
  project.provide("databasePrefix", prefix);
  return async () => {
    await dropDatabases(server.adminUrl, prefix);
    await server.stop();
  };
}

async function startServer(): Promise<{ adminUrl: string; stop(): Promise<void> }> {
  const given = process.env.KONTOR_TEST_DATABASE_URL;
  if (given) return { adminUrl: given, stop: async () => {} };

  const parent = await mkdtemp(join(tmpdir(), "kontor-test-"));
  const embedded = await startEmbedded({ folder: join(parent, "postgres"), durable: false });
  const stop = async () => {
    await embedded.stop();
    await rm(parent, { recursive: true, force: true });
  };
  return { adminUrl: embedded.adminUrl(), stop };
}

/** A server that is not ours lacks the role; it gets the same rights there as at home. */
const ensureRole = (adminUrl: string) =>
  withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query("select 1 from pg_roles where rolname = 'kontor'");
    if (rowCount) return;
    await client.query(
      "create role kontor login createrole nosuperuser nobypassrls nocreatedb password 'kontor'",
    );
  });

const dropDatabases = (adminUrl: string, prefix: string) =>
  withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      "select datname from pg_database where starts_with(datname, $1)",
      [prefix],
    );
    for (const { datname } of rows) await client.query(`drop database "${datname}" with (force)`);
  });

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await work(client).finally(() => client.end());
}
