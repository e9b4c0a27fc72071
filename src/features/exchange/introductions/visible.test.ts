import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type OrganisationName, PERSONA_NAMES, type World } from "../../../app/testing/world.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { introductionsSeenBy, partyOf, sideSeenBy } from "./visible.ts";
import { STATES } from "./words.ts";

interface Known {
  id: string;
  clusterId: string;
  from: string;
  to: string;
  hidden: "from" | "to" | null;
  asked: boolean;
  told: boolean;
  mediated: boolean;
  wall: string[];
}

let world: World;
let all: Known[];
beforeAll(async () => {
  world = await makeWorld();
  all = await world.house.gateway.system("introductions of every sort", async ({ db }) => {
    await db.deleteFrom("introduction").execute();
    const made: Known[] = [];
    const members: OrganisationName[] = ["anker", "rivale", "uni", "gruendung", "amt"];
    const { alpha, beta } = world.cluster;
    let n = 0;
    for (const from of members)
      for (const to of [...members, "fern"] as OrganisationName[]) {
        if (from === to) continue;
        n++;
        // Every combination comes round, because the lengths of the rounds have no common divisor.
        const told = n % 2 === 0;
        const known: Known = {
          id: uuidv7(),
          clusterId: alpha,
          from: world.organisation[from],
          to: world.organisation[to],
          hidden: ([null, "from", "to"] as const)[n % 3]!,
          asked: told || n % 5 > 1,
          told,
          mediated: n % 7 > 2,
          wall: n % 4 === 0 ? [world.organisation[members.find((one) => one !== from && one !== to)!]] : [],
        };
        made.push(known);
        const needId = crypto.randomUUID();
        const at = new Date();
        await db
          .insertInto("need")
          .values({
            clusterId: alpha,
            id: needId,
            organisationId: known.from,
            kind: "partner",
            intent: "advice",
            title: "A need",
            state: "open",
            wall: known.wall,
            step: known.hidden ? "match" : "named",
            mediated: known.mediated,
          })
          .execute();
        await db
          .insertInto("introduction")
          .values({
            clusterId: alpha,
            id: known.id,
            state: told ? STATES[2 + (n % 2)]! : known.asked ? "asked" : "proposed",
            origin: "member",
            via: "direct",
            hidden: known.hidden,
            mediated: known.mediated,
            createdAt: at,
            turnAt: at,
            movedAt: at,
            askedAt: known.asked ? at : null,
            toldAt: told ? at : null,
          })
          .execute();
        await db
          .insertInto("introductionSide")
          .values(
            (["from", "to"] as const).map((side) => ({
              clusterId: alpha,
              introductionId: known.id,
              side,
              organisationId: known[side],
              atClusterId: known[side] === world.organisation.fern ? beta : alpha,
              needId: side === "from" ? needId : null,
              shown: told || known.hidden !== side,
            })),
          )
          .execute();
      }
    return made;
  });
});
afterAll(() => world.close());

describe("who knows of an introduction", () => {
  it("is the same in code, in queries and in the database, for everybody", async () => {
    for (const persona of PERSONA_NAMES)
      for (const cluster of ["alpha", "beta"] as const) {
        const ctx = await world.context(persona, cluster);
        const { actor } = ctx;
        const at = (organisation: string) =>
          organisation === world.organisation.fern ? world.cluster.beta : world.cluster.alpha;
        const expected = all.filter((one) =>
          partyOf(actor, {
            ...one,
            fromAt: at(one.from),
            toAt: at(one.to),
            walled: one.wall.some((walled) => actor.ownOrganisations.includes(walled)),
          }),
        );
        const { filtered, plain } = await ctx.read(async (db) => ({
          filtered: await sql<{ id: string }>`
            select i.id from introduction i
            left join introduction_side f on f.introduction_id = i.id and f.side = 'from' and ${sideSeenBy(actor, "f")}
            left join introduction_side t on t.introduction_id = i.id and t.side = 'to' and ${sideSeenBy(actor, "t")}
            where ${introductionsSeenBy(actor)}`.execute(db),
          plain: await db.selectFrom("introduction").select("id").execute(),
        }));
        const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).toSorted();
        expect([persona, cluster, ids(filtered.rows)]).toEqual([persona, cluster, ids(expected)]);
        // The database knows no addresses: it lets the organisation's own people see it from wherever they look.
        const beyond = plain.filter(({ id }) => !expected.some((one) => one.id === id));
        for (const { id } of beyond) {
          const one = all.find((known) => known.id === id)!;
          expect([one.from, one.to]).toContain(actor.organisationId);
          expect(actor.clusterId).not.toBe(at(actor.organisationId!));
        }
      }
  });

  it("never reads whose the unnamed side is before both have said yes", async () => {
    let unnamed = 0;
    for (const persona of PERSONA_NAMES) {
      const ctx = await world.context(persona, "alpha");
      const sides = await ctx.read((db) =>
        db
          .selectFrom("introductionSide")
          .select(["introductionId", "side", "organisationId", "needId"])
          .execute(),
      );
      for (const one of all) {
        const read = sides.filter((side) => side.introductionId === one.id);
        if (one.hidden === null || one.told || read.length === 0) continue;
        const owner = one[one.hidden];
        if (ctx.actor.organisationId === owner || ctx.actor.office !== null) continue;
        unnamed++;
        expect([persona, read.map((side) => side.organisationId)]).toEqual([
          persona,
          [ctx.actor.organisationId],
        ]);
      }
    }
    expect(unnamed).toBeGreaterThan(5);
  });

  it("is told the names by the database itself, only with two yeses", async () => {
    const secret = all.find(
      (one) => one.hidden === "from" && !one.told && one.asked && one.wall.length === 0,
    )!;
    const tell = () =>
      world.house.gateway.system("a try", async ({ db }) => {
        const { rows } = await sql<{ told: boolean }>`
          select tell_names(${secret.clusterId}::uuid, ${secret.id}::uuid) as told`.execute(db);
        return rows[0]!.told;
      });
    const agree = (side: "from" | "to") =>
      world.house.gateway.system("a yes", ({ db }) =>
        db
          .updateTable("introductionSide")
          .set({ agreedAt: new Date() })
          .where("introductionId", "=", secret.id)
          .where("side", "=", side)
          .execute(),
      );
    expect(await tell()).toBe(false);
    await agree("from");
    expect(await tell()).toBe(false);
    await agree("to");
    expect(await tell()).toBe(true);
  });

  it("cannot be shown by whoever asks", async () => {
    const ctx = await world.context("rival", "alpha");
    const show = ctx.write(({ db }) =>
      db.updateTable("introductionSide").set({ shown: true }).where("side", "=", "from").execute(),
    );
    await expect(show).rejects.toThrow(/permission denied/);
  });
});
