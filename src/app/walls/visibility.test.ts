import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { levelsOpen } from "../../access/identity.ts";
import { maySee, seenBy } from "../../access/visibility.ts";
import { type Actor, MEMBERSHIP_ROLES, OFFICE_ROLES, SEAT_ROLES, STRANGER } from "../../kernel/actor.ts";
import { uuidv7 } from "../../kernel/ids.ts";
import { COMMONS, VISIBILITIES, type Visible } from "../../kernel/visibility.ts";
import { makeWorld, type World } from "../testing/world.ts";

let world: World;
let organisations: string[];
let clusters: string[];
let persons: string[];
const groups = [uuidv7(), uuidv7()];

beforeAll(async () => {
  world = await makeWorld();
  organisations = Object.values(world.organisation).slice(0, 4);
  clusters = Object.values(world.cluster);
  persons = Object.values(world.person).slice(0, 3);
});
afterAll(() => world.close());

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
      kind: fc.constantFrom("enterprise", "authority", "research"),
      groups: fc.subarray(groups),
      grantedSee: fc.subarray(organisations),
      operator: fc.boolean(),
    })
    .map(({ others, kind, ...rest }) => ({
      ...rest,
      grantedEdit: rest.grantedSee.slice(0, 1),
      ownOrganisations: rest.organisationId ? [...new Set([rest.organisationId, ...others])] : others,
      levels: levelsOpen(rest.clusterId ? rest.office : null, rest.clusterId ? rest.membership : null, kind),
      readOnly: false,
    }));

interface Row extends Visible {
  organisationId: string;
}

const aFact = (): fc.Arbitrary<Row> =>
  fc
    .record({
      clusterId: fc.constantFrom(...clusters),
      visibility: fc.constantFrom(...VISIBILITIES),
      organisationId: fc.constantFrom(...organisations),
      groupId: fc.constantFrom(...groups),
      personId: fc.constantFrom(...persons),
      wall: fc.subarray(organisations, { maxLength: 2 }),
    })
    .map((row) => ({
      ...row,
      owners: [row.organisationId],
      groupId: row.visibility === "group" ? row.groupId : null,
      personId: row.visibility === "private" ? row.personId : null,
    }));

describe("one rule of visibility, said in code, as a filter and in the database", () => {
  it("gives the same rows for random facts and random askers", async () => {
    const facts = fc.sample(aFact(), { numRuns: 400, seed: 7 }).map((fact) => ({ ...fact, id: uuidv7() }));
    await world.house.gateway.system("facts for the property", async ({ db }) => {
      await db.deleteFrom("fact").execute();
      await db
        .insertInto("fact")
        .values(
          facts.map(({ owners: _, ...fact }) => ({
            ...fact,
            wall: [...fact.wall],
            field: "interests",
            value: "x",
            origin: "declared",
            groupId: fact.groupId ?? null,
            personId: fact.personId ?? null,
          })),
        )
        .execute();
    });
    await fc.assert(
      fc.asyncProperty(anActor(), async (actor) => {
        const inCode = facts.filter((fact) => maySee(actor, fact)).map((fact) => fact.id);
        const [filtered, walled] = await world.house.gateway.read(actor, async (db) => [
          await db
            .selectFrom("fact")
            .select("id")
            .where(seenBy(actor, { table: "fact", owners: ["organisationId"], group: true, person: true }))
            .execute(),
          await db.selectFrom("fact").select("id").execute(),
        ]);
        const behindFilterAlone = await world.house.gateway.system("the filter without its net", ({ db }) =>
          db
            .selectFrom("fact")
            .select("id")
            .where(seenBy(actor, { table: "fact", owners: ["organisationId"], group: true, person: true }))
            .execute(),
        );
        const sorted = (rows: { id: string }[]) => rows.map((row) => row.id).sort();
        expect(sorted(behindFilterAlone)).toEqual(inCode.sort());
        expect(sorted(walled)).toEqual(inCode);
        expect(sorted(filtered)).toEqual(inCode);
      }),
      { numRuns: 120, seed: 11 },
    );
  });

  it("holds for links, which two organisations own", async () => {
    const links = fc
      .sample(fc.tuple(aFact(), fc.constantFrom(...organisations)), { numRuns: 300, seed: 3 })
      .filter(([row, other]) => row.organisationId !== other)
      .map(([row, other]) => ({ ...row, id: uuidv7(), owners: [row.organisationId, other], other }));
    await world.house.gateway.system("links for the property", async ({ db }) => {
      await db.deleteFrom("link").execute();
      await db
        .insertInto("link")
        .values(
          links.map((link) => ({
            clusterId: link.clusterId,
            id: link.id,
            type: "formal",
            nature: "alliance",
            fromOrganisationId: link.organisationId,
            toOrganisationId: link.other,
            origin: "declared",
            visibility: link.visibility,
            groupId: link.groupId ?? null,
            personId: link.personId ?? null,
            wall: [...link.wall],
          })),
        )
        .execute();
    });
    await fc.assert(
      fc.asyncProperty(anActor(), async (actor) => {
        const inCode = links
          .filter((link) => maySee(actor, link))
          .map((link) => link.id)
          .sort();
        const seen = seenBy(actor, {
          table: "link",
          owners: ["fromOrganisationId", "toOrganisationId"],
          group: true,
          person: true,
        });
        const walled = await world.house.gateway.read(actor, (db) =>
          db.selectFrom("link").select("id").orderBy("id").execute(),
        );
        const filtered = await world.house.gateway.system("the filter without its net", ({ db }) =>
          db.selectFrom("link").select("id").where(seen).orderBy("id").execute(),
        );
        expect(walled.map((row) => row.id)).toEqual(inCode);
        expect(filtered.map((row) => row.id)).toEqual(inCode);
      }),
      { numRuns: 120, seed: 5 },
    );
  });

  it("opens what two own together to a third only by the grants of both", () => {
    const [own, one, other] = organisations as [string, string, string];
    const actor: Actor = { ...STRANGER, clusterId: clusters[0]!, organisationId: own };
    const link = {
      clusterId: clusters[0]!,
      visibility: "organisation",
      owners: [one, other],
      wall: [],
    } as const;
    expect(maySee({ ...actor, grantedSee: [one] }, link)).toBe(false);
    expect(maySee({ ...actor, grantedSee: [one, other] }, link)).toBe(true);
    expect(maySee({ ...actor, grantedSee: [one] }, { ...link, owners: [one] })).toBe(true);
    expect(maySee({ ...actor, organisationId: other }, link)).toBe(true);
  });

  it("shows nothing of a cluster to somebody who stands in another one", () => {
    fc.assert(
      fc.property(anActor(), aFact(), (actor, fact) => {
        fc.pre(fact.visibility !== "public" && actor.clusterId !== fact.clusterId);
        expect(maySee(actor, fact)).toBe(false);
      }),
    );
  });

  it("never shows a walled record to a person with any seat in a walled organisation", () => {
    fc.assert(
      fc.property(anActor(), aFact(), (actor, fact) => {
        fc.pre(fact.wall.some((walled) => actor.ownOrganisations.includes(walled)));
        expect(maySee(actor, fact)).toBe(false);
      }),
    );
  });

  it("shows the commons to everybody", () => {
    fc.assert(
      fc.property(anActor(), (actor) => {
        expect(maySee(actor, { clusterId: COMMONS, visibility: "public", owners: [], wall: [] })).toBe(true);
      }),
    );
  });
});
