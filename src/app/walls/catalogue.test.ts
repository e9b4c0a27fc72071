import { spawnSync } from "node:child_process";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { STRANGER } from "../../kernel/actor.ts";
import { uuidv7 } from "../../kernel/ids.ts";
import { statedAsker } from "../database/gateway.ts";
import { makePool } from "../database/pool.ts";
import { walledOff } from "../database/roles.ts";
import { TYPES_COMMAND } from "../testing/types-command.ts";
import { makeWorld, type World } from "../testing/world.ts";

let world: World;
let pool: pg.Pool;
let admin: pg.Pool;

beforeAll(async () => {
  world = await makeWorld();
  pool = makePool(world.databaseUrl, 2);
  admin = makePool(world.adminUrl, 1);
});
afterAll(async () => {
  await pool.end();
  await admin.end();
  await world.close();
});

/** Tables without a policy, each because it holds nothing but what everybody may see. */
const OPEN = [
  "commons_version",
  "competence",
  "installation",
  "migration",
  "organisation_competence",
  "organisation_search",
  "project_search",
];

describe("the generated table types", () => {
  it("are those of the migrated schema", async () => {
    const [command, ...args] = TYPES_COMMAND;
    const { status, stdout, stderr } = spawnSync(command!, [...args, "--verify"], {
      env: { ...process.env, DATABASE_URL: world.adminUrl },
      encoding: "utf8",
    });
    expect([status, status === 0 ? "" : stdout + stderr]).toEqual([0, ""]);
  });
});

describe("the second wall", () => {
  it("stands around every table but those that hold public things alone", async () => {
    const { rows } = await admin.query(
      `select relname from pg_class where relkind in ('r', 'p', 'm') and relnamespace = 'public'::regnamespace
       and not (relrowsecurity and relforcerowsecurity) order by relname`,
    );
    expect(rows.map((row) => row.relname).filter((name) => !OPEN.includes(name))).toEqual([]);
  });

  it("lets no row through without an asker", async () => {
    const client = await pool.connect();
    try {
      await client.query("begin");
      await client.query("set local role kontor_app");
      for (const table of await tablesOf(client)) {
        const { rows } = await client.query(`select count(*)::int as n from ${table}`);
        expect([table, rows[0].n]).toEqual([table, 0]);
      }
      await client.query("rollback");
    } finally {
      client.release();
    }
  });

  it("forgets the asker with the transaction", async () => {
    const client = await pool.connect();
    try {
      await client.query(`begin; ${statedAsker({ ...STRANGER, clusterId: world.cluster.alpha })}`);
      expect((await client.query("select count(*)::int as n from organisation")).rows[0].n).toBeGreaterThan(
        0,
      );
      await client.query("commit");
      await client.query("begin; set local role kontor_app");
      expect((await client.query("select count(*)::int as n from organisation")).rows[0].n).toBe(0);
      await client.query("rollback");
    } finally {
      client.release();
    }
  });

  it("keeps accounts out of reach of those who ask", async () => {
    for (const role of ["kontor_app", "kontor_system"]) {
      const client = await pool.connect();
      await client.query(`begin; set local role ${role}`);
      await expect(client.query('select * from auth."user"')).rejects.toThrow(/permission denied/);
      await client.query("rollback");
      client.release();
    }
  });

  it("lets nobody rewrite the log, not even the house itself", async () => {
    for (const role of ["kontor_app", "kontor_system"]) {
      for (const change of [
        "update audit_entry set action = 'x'",
        "delete from audit_entry",
        "truncate audit_entry",
      ]) {
        const client = await pool.connect();
        await client.query(`begin; set local role ${role}`);
        await expect(client.query(change)).rejects.toThrow(/permission denied/);
        await client.query("rollback");
        client.release();
      }
    }
  });

  it("has no view that looks with its owner's eyes and no function that runs as its owner unseen", async () => {
    const views = await admin.query(
      `select relname from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace
       and coalesce((select option_value from pg_options_to_table(reloptions) where option_name = 'security_invoker'), 'false') <> 'true'
       and not exists (select from pg_depend d where d.objid = pg_class.oid and d.deptype = 'e')`,
    );
    expect(views.rows).toEqual([]);
    const definers = await admin.query(
      "select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by proname",
    );
    expect(definers.rows.map((row) => row.proname)).toEqual([
      "address_owner",
      "agree_to_terms",
      "attendee_names",
      "enqueue",
      "follow_need",
      "grant_named",
      "hidden_meetings",
      "hidden_registrations",
      "introduction_people",
      "is_member_here",
      "knows",
      "leave_membership",
      "mediates_need",
      "outcome_sums",
      "own_events",
      "own_introductions",
      "own_meetings",
      "owns_need",
      "reads_need_to",
      "redact_audit",
      "refresh_statistics",
      "released_needs",
      "released_step",
      "renew_membership",
      "roles_of",
      "suggestions_open",
      "tell_names",
      "tell_webhooks",
      "touch_clusters",
      "touch_commons",
      "walled_introductions",
    ]);
  });

  it("does not let a record be carried into another cluster", async () => {
    const actor = (await world.context("owner", "alpha")).actor;
    const write = world.house.gateway.write(
      actor,
      { door: "page", address: null, actingAs: null },
      ({ db }) =>
        db
          .updateTable("fact")
          .set({ clusterId: world.cluster.beta })
          .where("id", "=", world.record.factPublic!)
          .execute(),
    );
    await expect(write).rejects.toThrow(/row-level security/);
  });

  it("does not let a rival write for the firm next door", async () => {
    const actor = (await world.context("rival", "alpha")).actor;
    const write = world.house.gateway.write(
      actor,
      { door: "page", address: null, actingAs: null },
      ({ db }) =>
        db
          .insertInto("fact")
          .values({
            clusterId: world.cluster.alpha,
            id: uuidv7(),
            organisationId: world.organisation.anker,
            field: "description",
            value: "Insolvent",
            visibility: "public",
            origin: "declared",
          })
          .execute(),
    );
    await expect(write).rejects.toThrow(/row-level security/);
  });

  it("refuses a login that could look over it", async () => {
    expect(await walledOff(pool)).toBeNull();
    expect(await walledOff(admin)).toMatch(/superuser/);
  });
});

async function tablesOf(client: pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query(
    `select quote_ident(relname) as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relrowsecurity
     and has_table_privilege('kontor_app', oid, 'select') order by 1`,
  );
  return rows.map((row) => row.name);
}
