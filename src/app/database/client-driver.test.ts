import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "../../kernel/gateway.ts";
import { makeWorld, type World } from "../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld({ features: [] });
});
afterAll(() => world.close());

describe("questions asked at once", () => {
  it("are answered each with its own, in reading and in the house's own work, and nobody complains", async () => {
    const complaints: string[] = [];
    const listen = (warning: Error) => complaints.push(warning.message);
    process.on("warning", listen);
    const ask = (db: Db) =>
      Promise.all([1, 2, 3].map((n) => sql<{ n: number }>`select ${n}::int as n`.execute(db)));
    const owner = await world.context("owner", "alpha");
    for (const answers of [
      await owner.read(ask),
      await world.house.gateway.system("asking", ({ db }) => ask(db)),
    ])
      expect(answers.map(({ rows }) => rows[0]!.n)).toEqual([1, 2, 3]);
    await new Promise((told) => setImmediate(told));
    process.off("warning", listen);
    expect(complaints).toEqual([]);
  });

  it("go on after one that failed, which says so itself", async () => {
    const outcome = world.house.gateway.system("asking", async ({ db }) => {
      const [failed] = await Promise.allSettled([sql`select 1 / 0`.execute(db), sql`select 1`.execute(db)]);
      expect(failed).toMatchObject({ status: "rejected", reason: { message: "division by zero" } });
      throw new Error("given up");
    });
    await expect(outcome).rejects.toThrow("given up");
  });
});
