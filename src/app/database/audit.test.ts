import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../testing/world.ts";
import { verifyAudit } from "./audit.ts";
import { makePool } from "./pool.ts";

let world: World;
let admin: pg.Pool;

beforeAll(async () => {
  world = await makeWorld({ features: [] });
  admin = makePool(world.adminUrl, 2);
});
beforeEach(async () => {
  await admin.query("truncate audit_entry, audit_head");
  const owner = await world.context("owner", "alpha");
  for (let i = 1; i <= 5; i++)
    await owner.write(async ({ audit }) =>
      audit({ action: `test.${i}`, subjectKind: "thing", subjectId: String(i), after: { i } }),
    );
});
afterAll(async () => {
  await admin.end();
  await world.close();
});

const verify = () => world.house.gateway.system("verifying", ({ client }) => verifyAudit(client));

describe("the audit log", () => {
  it("holds as it was written", async () => {
    expect(await verify()).toEqual({ entries: 5, breaks: [] });
  });

  it.each([
    [
      "a changed text",
      "update audit_entry set body = replace(body, 'test.3', 'test.9') where seq = 3",
      "changed",
    ],
    ["a changed column", "update audit_entry set action = 'test.9' where seq = 3", "changed"],
    ["a removed entry", "delete from audit_entry where seq = 3", "missing"],
    ["a cut tail", "delete from audit_entry where seq >= 4", "cut-off"],
    [
      "a rewritten entry with a hash of its own",
      "update audit_entry set body = '{}', hash = encode(sha256(convert_to(previous_hash || E'\\n{}', 'utf8')), 'hex') where seq = 3",
      "changed",
    ],
  ])("shows %s", async (_, tampering, reason) => {
    await admin.query(tampering);
    const { breaks } = await verify();
    expect(breaks.map((found) => found.reason)).toContain(reason);
  });

  it("keeps its order when many write at once", async () => {
    const owner = await world.context("owner", "alpha");
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        owner.write(async ({ audit }) =>
          audit({ action: "test.race", subjectKind: "thing", subjectId: String(i) }),
        ),
      ),
    );
    expect(await verify()).toEqual({ entries: 25, breaks: [] });
  });

  it("holds nothing of an act that failed", async () => {
    const owner = await world.context("owner", "alpha");
    const act = owner.write(async ({ audit, enqueue }) => {
      audit({ action: "test.failed", subjectKind: "thing" });
      await enqueue("probe.effect", { a: 1 });
      throw new Error("half-way");
    });
    await expect(act).rejects.toThrow("half-way");
    expect((await verify()).entries).toBe(5);
    const jobs = await admin.query(
      "select count(*)::int as n from graphile_worker.jobs where task_identifier = 'probe.effect'",
    );
    expect(jobs.rows[0].n).toBe(0);
  });

  it("queues an effect together with what caused it", async () => {
    const owner = await world.context("owner", "alpha");
    await owner.write(({ enqueue }) => enqueue("probe.effect", { a: 1 }));
    const jobs = await admin.query(
      "select count(*)::int as n from graphile_worker.jobs where task_identifier = 'probe.effect'",
    );
    expect(jobs.rows[0].n).toBe(1);
  });

  it("is read by the cluster's manager and auditor and by nobody else", async () => {
    const entriesFor = async (who: Parameters<World["context"]>[0]) =>
      (await world.context(who, "alpha")).read((db) => db.selectFrom("auditEntry").select("seq").execute());
    for (const who of ["manager", "auditor"] as const) expect(await entriesFor(who)).toHaveLength(5);
    for (const who of [
      "stranger",
      "owner",
      "rival",
      "analyst",
      "facilitator",
      "elsewhereManager",
      "operator",
      "authority",
    ] as const)
      expect([who, (await entriesFor(who)).length]).toEqual([who, 0]);
  });
});
