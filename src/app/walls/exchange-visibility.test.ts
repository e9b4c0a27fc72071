import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { levelsOpen } from "../../access/identity.ts";
import { syncTeaser } from "../../features/exchange/feature.ts";
import {
  type NeedVisible,
  needsSeenBy,
  type OfferVisible,
  offersSeenBy,
  openTo,
  readsTo,
  seesNeed,
  seesOffer,
  teasersSeenBy,
} from "../../features/exchange/visible.ts";
import { rankOf, STATES, STEPS } from "../../features/exchange/words.ts";
import { type Actor, MEMBERSHIP_ROLES, OFFICE_ROLES, SEAT_ROLES } from "../../kernel/actor.ts";
import type { Db } from "../../kernel/gateway.ts";
import { makeWorld, PERSONA_NAMES, type World } from "../testing/world.ts";

let world: World;
let organisations: string[];
let clusters: string[];
let persons: string[];

interface Need extends NeedVisible {
  id: string;
  personId: string;
  /** Granted steps by organisation. */
  granted: { organisationId: string; step: "named" | "agreed" | "full" }[];
}
type Offer = OfferVisible & { id: string };

const FILE_STEPS = ["named", "agreed", "full"] as const;
/** Each need has one file; from which step on it is read follows from the need's id. */
const fileStep = (need: string) => FILE_STEPS[Number.parseInt(need[0]!, 16) % 3]!;

const anOffer = (): fc.Arbitrary<Offer> =>
  fc
    .record({
      clusterId: fc.constantFrom(...clusters),
      organisationId: fc.constantFrom(...organisations),
      state: fc.constantFrom(...STATES),
      visibility: fc.constantFrom("public", "peers", "cluster", "organisation"),
      wall: fc.subarray(organisations, { maxLength: 2 }),
      across: fc.boolean(),
      gatheredBy: fc.option(fc.constantFrom(...persons)),
      confirmed: fc.boolean(),
    })
    .map(({ confirmed, ...rest }) => ({
      ...rest,
      id: randomUUID(),
      confirmedAt: confirmed ? new Date("2026-01-01") : null,
    }));

const aNeed = (): fc.Arbitrary<Need> =>
  fc
    .tuple(
      anOffer(),
      fc.record({
        step: fc.constantFrom("match", "teaser", "named", "full"),
        mediated: fc.boolean(),
        granted: fc.uniqueArray(
          fc.record({
            organisationId: fc.constantFrom(...organisations),
            step: fc.constantFrom(...FILE_STEPS),
          }),
          { maxLength: 3, selector: ({ organisationId, step }) => organisationId + step },
        ),
        personId: fc.constantFrom(...persons),
      }),
    )
    .map(([offer, more]) => ({
      ...offer,
      ...more,
      visibility:
        offer.visibility === "public" && rankOf(more.step) < rankOf("named") ? "cluster" : offer.visibility,
      released: 0,
    }));

const anActor = (): fc.Arbitrary<Actor> =>
  fc
    .record({
      personId: fc.option(fc.constantFrom(...persons)),
      clusterId: fc.option(fc.constantFrom(...clusters)),
      organisationId: fc.option(fc.constantFrom(...organisations)),
      others: fc.subarray(organisations, { maxLength: 2 }),
      seatRole: fc.constantFrom(...SEAT_ROLES),
      office: fc.option(fc.constantFrom(...OFFICE_ROLES)),
      membership: fc.option(fc.constantFrom(...MEMBERSHIP_ROLES)),
      kind: fc.constantFrom("enterprise", "authority"),
      grantedSee: fc.subarray(organisations),
      operator: fc.boolean(),
    })
    .map(({ others, kind, ...rest }) => ({
      ...rest,
      groups: [],
      grantedEdit: [],
      ownOrganisations: rest.organisationId ? [...new Set([rest.organisationId, ...others])] : others,
      levels: levelsOpen(rest.clusterId ? rest.office : null, rest.clusterId ? rest.membership : null, kind),
      readOnly: false,
    }));

/** One of the anchor's that every member of its cluster may ask about. */
const theTeaser = (): Need => ({
  id: randomUUID(),
  clusterId: world.cluster.alpha,
  organisationId: world.organisation.anker,
  personId: world.person.owner,
  state: "open",
  visibility: "cluster",
  wall: [],
  across: false,
  gatheredBy: null,
  confirmedAt: null,
  step: "teaser",
  mediated: false,
  released: 0,
  granted: [],
});

let needs: Need[];
let offers: Offer[];

beforeAll(async () => {
  world = await makeWorld();
  organisations = Object.values(world.organisation).slice(0, 4);
  clusters = Object.values(world.cluster);
  persons = Object.values(world.person).slice(0, 3);
  // Who could have gathered one.
  persons.push(world.person.facilitator);
  offers = fc.sample(anOffer(), { numRuns: 60, seed: 4 });
  needs = [...fc.sample(aNeed(), { numRuns: 110, seed: 9 }), theTeaser()];
  await world.house.gateway.system("needs for the property", async (unit) => {
    const { db } = unit;
    await db.deleteFrom("offer").execute();
    await db.deleteFrom("need").execute();
    const said = ({
      id,
      clusterId,
      organisationId,
      state,
      visibility,
      wall,
      across,
      gatheredBy,
      confirmedAt,
    }: Offer) => ({
      ...{ id, clusterId, organisationId, state, visibility, across, gatheredBy, confirmedAt },
      wall: [...wall],
      kind: "partner",
      intent: "advice",
      title: "A title",
    });
    await db.insertInto("offer").values(offers.map(said)).execute();
    await db
      .insertInto("need")
      .values(
        needs.map((need) => ({
          ...said(need),
          step: need.step,
          mediated: need.mediated,
          teaser: "A teaser",
        })),
      )
      .execute();
    for (const { clusterId, id: needId, granted } of needs) {
      await syncTeaser(unit, needId);
      await db.insertInto("needDetail").values({ clusterId, needId, text: "A detail" }).execute();
      await db
        .insertInto("needFile")
        .values({
          ...{ clusterId, needId, fromStep: fileStep(needId) },
          id: randomUUID(),
          name: "a file",
          type: "text/plain",
          bytes: Buffer.from("x"),
        })
        .execute();
      if (granted.length > 0)
        await db
          .insertInto("needRelease")
          .values(
            granted.map((grant) => ({
              ...grant,
              ...{ clusterId, needId, id: randomUUID(), state: "granted" },
              agreedAt: grant.step === "agreed" ? new Date() : null,
            })),
          )
          .execute();
    }
  });
});
afterAll(() => world.close());

/** The need with what was granted to the organisation acted for, as its row is loaded. */
const loaded = (actor: Actor, need: Need): NeedVisible => ({
  ...need,
  released:
    need.state === "draft" || need.wall.some((walled) => actor.ownOrganisations.includes(walled))
      ? 0
      : Math.max(
          0,
          ...need.granted
            .filter(({ organisationId }) => organisationId === actor.organisationId)
            .map(({ step }) => rankOf(step)),
        ),
});

/** Mediating opens the need, and neither its details nor its files. */
const reach = (actor: Actor, need: Need): number => {
  const asked = loaded(actor, need);
  const team = { ...asked, mediated: false, gatheredBy: null };
  return readsTo(actor, team);
};

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).sort();
const those = <T extends { id: string }>(all: readonly T[], fits: (one: T) => boolean) =>
  ids(all.filter(fits));

/** What the database alone lets through, and what the filters would without it. */
async function found(actor: Actor) {
  const { gateway } = world.house;
  const behindTheWall = await gateway.read(actor, async (db) => ({
    needs: ids(await db.selectFrom("need").select("id").execute()),
    offers: ids(await db.selectFrom("offer").select("id").execute()),
    teasers: ids(await db.selectFrom("needTeaser").select("needId as id").execute()),
    details: ids(await db.selectFrom("needDetail").select("needId as id").execute()),
    files: ids(await db.selectFrom("needFile").select("needId as id").execute()),
    releases: (await db.selectFrom("needRelease").select(["needId", "organisationId", "step"]).execute())
      .map(({ needId, organisationId, step }) => `${needId} ${organisationId} ${step}`)
      .sort(),
  }));
  const filtered = await gateway.system("the filters without their net", async ({ db }) => {
    // `released_step` asks for whom: said here, where no policy listens.
    await sql`select set_config('app.organisation_id', ${actor.organisationId ?? ""}, true),
      set_config('app.own_organisations', ${actor.ownOrganisations.join(",")}, true)`.execute(db);
    return {
      needs: ids(await db.selectFrom("need").select("id").where(needsSeenBy(actor)).execute()),
      offers: ids(await db.selectFrom("offer").select("id").where(offersSeenBy(actor)).execute()),
      teasers: ids(
        await db.selectFrom("needTeaser").select("needId as id").where(teasersSeenBy(actor)).execute(),
      ),
    };
  });
  return { behindTheWall, filtered };
}

async function holdsFor(actor: Actor) {
  const { behindTheWall, filtered } = await found(actor);
  const own = (need: Need) =>
    need.organisationId === actor.organisationId &&
    !need.wall.some((walled) => actor.ownOrganisations.includes(walled));
  const told = needs.filter((need) => TOLD.has(need.id));
  const expected = {
    needs: those(needs, (need) => seesNeed(actor, loaded(actor, need))),
    offers: those(offers, (offer) => seesOffer(actor, offer)),
    teasers: those(told, (need) => openTo(actor, need)),
  };
  expect(filtered).toEqual(expected);
  expect(behindTheWall).toEqual({
    ...expected,
    teasers: those(told, (need) => openTo(actor, need) || own(need)),
    details: those(needs, (need) => reach(actor, need) >= rankOf("agreed")),
    files: those(needs, (need) => reach(actor, need) >= rankOf(fileStep(need.id))),
    releases: needs
      .flatMap((need) =>
        need.granted
          .filter(({ organisationId }) => own(need) || organisationId === actor.organisationId)
          .map(({ organisationId, step }) => `${need.id} ${organisationId} ${step}`),
      )
      .sort(),
  });
}

const TOLD = {
  has: (id: string) => {
    const need = needs.find((one) => one.id === id)!;
    return (
      need.step === "teaser" &&
      (need.state === "open" || need.state === "in-talks") &&
      (need.visibility === "peers" || need.visibility === "cluster")
    );
  },
};

describe("one rule of who knows a need or an offer, said in code, as a filter and in the database", () => {
  it("gives the same rows for random askers: needs, offers, teasers, details, files, releases", async () => {
    await fc.assert(
      fc.asyncProperty(anActor(), (actor) => holdsFor(actor)),
      { numRuns: 60, seed: 12 },
    );
  }, 60_000);

  it("gives the same rows for everybody of the small world", async () => {
    for (const persona of PERSONA_NAMES)
      for (const cluster of ["alpha", "beta", null] as const)
        await holdsFor((await world.context(persona, cluster)).actor);
  }, 60_000);

  it("shows nobody of a walled organisation anything, whatever was granted and whoever they are", async () => {
    const [walled] = organisations as [string];
    const against = new Set(needs.filter(({ wall }) => wall.includes(walled)).map(({ id }) => id));
    expect(against.size).toBeGreaterThan(10);
    await fc.assert(
      fc.asyncProperty(anActor(), async (actor) => {
        const rival = { ...actor, ownOrganisations: [...new Set([...actor.ownOrganisations, walled])] };
        const { behindTheWall } = await found(rival);
        const seen = [
          ...behindTheWall.needs,
          ...behindTheWall.teasers,
          ...behindTheWall.details,
          ...behindTheWall.files,
        ];
        expect(seen.filter((id) => against.has(id))).toEqual([]);
      }),
      { numRuns: 20, seed: 2 },
    );
  });
});

const write = async (
  persona: "rival" | "manager" | "facilitator" | "professor",
  work: (db: Db) => Promise<unknown>,
) => {
  const { actor } = await world.context(persona, "alpha");
  return world.house.gateway.write(actor, { door: "page", address: null, actingAs: null }, ({ db }) =>
    work(db),
  );
};

describe("a release", () => {
  const aTeaser = () => needs.at(-1)!;
  const release = (more: object) => ({
    clusterId: world.cluster.alpha,
    id: randomUUID(),
    needId: aTeaser().id,
    organisationId: world.organisation.rivale,
    step: "named",
    state: "asked",
    ...more,
  });
  const add = (persona: Parameters<typeof write>[0], more: object) =>
    write(persona, (db) =>
      db
        .insertInto("needRelease")
        .values({ ...release(more), askedBy: world.person[persona] })
        .execute(),
    );

  it.each([
    ["granted by whoever asks", "rival", { state: "granted", step: "full" }],
    ["offered by whoever asks", "rival", { state: "offered", step: "agreed" }],
    ["asked in another's name", "professor", {}],
    ["granted by the team", "manager", { state: "granted" }],
  ] as const)("is not %s", async (_what, persona, more) => {
    await expect(add(persona, more)).rejects.toThrow(/row-level security/);
  });

  it("is not granted by changing one's own ask, nor made out of the past", async () => {
    const id = randomUUID();
    await add("rival", { id, step: "agreed" });
    for (const state of ["granted", "offered"])
      await expect(
        write("rival", (db) => db.updateTable("needRelease").set({ state }).where("id", "=", id).execute()),
      ).rejects.toThrow(/row-level security|check constraint/);
    await write("rival", (db) =>
      db.updateTable("needRelease").set({ state: "withdrawn" }).where("id", "=", id).execute(),
    );
    const again = await write("rival", (db) =>
      db.updateTable("needRelease").set({ state: "asked" }).where("id", "=", id).executeTakeFirst(),
    );
    expect((again as { numUpdatedRows: bigint }).numUpdatedRows).toBe(0n);
  });

  it("of the name follows from no introduction that one side alone has agreed to", async () => {
    const introduction = randomUUID();
    const { id: needId } = aTeaser();
    const side = (name: "from" | "to", organisationId: string, agreedAt: Date | null) => ({
      clusterId: world.cluster.alpha,
      introductionId: introduction,
      side: name,
      organisationId,
      atClusterId: world.cluster.alpha,
      needId: name === "to" ? needId : null,
      agreedAt,
    });
    await world.house.gateway.system("an introduction", async ({ db }) => {
      await db
        .insertInto("introduction")
        .values({
          ...{
            clusterId: world.cluster.alpha,
            id: introduction,
            state: "asked",
            origin: "member",
            via: "direct",
          },
          ...{
            hidden: "to",
            mediated: false,
            createdAt: new Date(),
            turnAt: new Date(),
            movedAt: new Date(),
          },
        })
        .execute();
      await db
        .insertInto("introductionSide")
        .values([
          side("from", world.organisation.rivale, new Date()),
          side("to", world.organisation.anker, null),
        ])
        .execute();
    });
    const grant = async (persona: "rival" | "professor", organisationId: string) =>
      write(persona, async (db) => {
        const { rows } = await sql<{ granted: boolean | null }>`
          select grant_named(${needId}::uuid, ${organisationId}::uuid, ${randomUUID()}::uuid, now()) as granted`.execute(
          db,
        );
        return rows[0]!.granted;
      });
    expect(await grant("rival", world.organisation.rivale)).toBeNull();
    await world.house.gateway.system("the owner's yes", ({ db }) =>
      db
        .updateTable("introductionSide")
        .set({ agreedAt: new Date() })
        .where("introductionId", "=", introduction)
        .execute(),
    );
    expect(await grant("professor", world.organisation.rivale)).toBeNull();
    expect(await grant("rival", world.organisation.uni)).toBeNull();
    expect(await grant("rival", world.organisation.rivale)).toBe(true);
    const { actor } = await world.context("rival", "alpha");
    const seen = await world.house.gateway.read(actor, (db) =>
      db.selectFrom("need").select("organisationId").where("id", "=", needId).execute(),
    );
    expect(seen).toEqual([{ organisationId: world.organisation.anker }]);
  });

  it("tells nobody the day a need was written: its id does not", async () => {
    const bad = world.house.gateway.system("an id of version 7", ({ db }) =>
      db
        .insertInto("need")
        .values({
          ...{ clusterId: world.cluster.alpha, organisationId: world.organisation.anker },
          ...{ id: "01936b2e-7c00-7abc-8abc-0123456789ab", kind: "partner", intent: "advice", title: "x" },
        })
        .execute(),
    );
    await expect(bad).rejects.toThrow(/need_id_tells_no_time/);
  });
});

describe("a teaser", () => {
  it.each([
    ["it is shown to fewer", { visibility: "organisation" }],
    ["it is for matching alone", { step: "match" }],
    ["it is over", { state: "closed" }],
  ])("falls silent when %s, even if nobody thinks of it", async (_what, change) => {
    const { id } = needs.find((need) => TOLD.has(need.id))!;
    await world.house.gateway
      .system("a change", async (unit) => {
        const { db } = unit;
        await syncTeaser(unit, id);
        const told = () => db.selectFrom("needTeaser").select("needId").where("needId", "=", id).execute();
        expect(await told()).toHaveLength(1);
        await db.updateTable("need").set(change).where("id", "=", id).execute();
        expect(await told()).toEqual([]);
        throw new Error("undone");
      })
      .catch((error: Error) => expect(error.message).toBe("undone"));
  });

  it("stands behind every wall its need stands behind, even if nobody thinks of it", async () => {
    const { id } = needs.find((need) => TOLD.has(need.id))!;
    const wall = [world.organisation.rivale];
    await world.house.gateway
      .system("a change", async (unit) => {
        const { db } = unit;
        await syncTeaser(unit, id);
        await db.updateTable("need").set({ wall }).where("id", "=", id).execute();
        expect(await db.selectFrom("needTeaser").select("wall").where("needId", "=", id).execute()).toEqual([
          { wall },
        ]);
        throw new Error("undone");
      })
      .catch((error: Error) => expect(error.message).toBe("undone"));
  });

  it("has every step of the ladder as one of the words that have a rank", () => {
    expect(STEPS.map(rankOf)).toEqual([1, 2, 3, 4, 5]);
  });
});
