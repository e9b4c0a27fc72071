import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type OrganisationName, type World } from "../../../app/testing/world.ts";
import { type Actor, STRANGER } from "../../../kernel/actor.ts";
import type { SystemUnit } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { addOrganisation } from "./add-organisation.ts";
import { membersOn, throughOn } from "./members-on.ts";
import { beginMembership, endMembership } from "./write.ts";

let world: World;
const level = { full: uuidv7(), association: uuidv7() };
beforeAll(async () => {
  world = await makeWorld();
  await change(async ({ db }) => {
    const clusterId = world.cluster.alpha;
    await db
      .insertInto("membershipLevel")
      .values([
        { clusterId, id: level.full, nameEn: "Full", nameDe: "Voll" },
        { clusterId, id: level.association, nameEn: "Association", nameDe: "Verband" },
      ])
      .execute();
    await db
      .insertInto("membershipLevelTerm")
      .values([
        {
          clusterId,
          levelId: level.full,
          since: "0001-01-01",
          votesDirect: 1,
          benefits: ["inner-space", "fair"],
        },
        {
          clusterId,
          levelId: level.association,
          since: "0001-01-01",
          votesDirect: 3,
          votesIndirect: 2,
          benefits: ["inner-space", "rebate"],
          inherited: ["inner-space", "rebate"],
        },
      ])
      .execute();
  });
});
afterAll(() => world.close());

const change = <T>(work: (unit: SystemUnit) => Promise<T>) =>
  world.house.gateway.system("a change in a test", work);
const team = (): Actor => ({
  ...STRANGER,
  personId: world.person.manager,
  clusterId: world.cluster.alpha,
  office: "manager",
  levels: ["public", "peers", "cluster"],
});
const on = (date: string, actor = team()) =>
  world.house.gateway.read(actor, (db) => membersOn(db, actor, world.cluster.alpha, date));
const memberOn = async (date: string, name: OrganisationName) =>
  (await on(date)).find((member) => member.id === world.organisation[name]);

const belongs = (
  firm: OrganisationName,
  association: OrganisationName,
  since: string,
  until: string | null = null,
) => ({
  clusterId: world.cluster.alpha,
  id: uuidv7(),
  type: "formal",
  nature: "member",
  origin: "confirmed",
  fromOrganisationId: world.organisation[firm],
  toOrganisationId: world.organisation[association],
  since,
  until,
  visibility: "cluster",
});

describe("nested membership", () => {
  beforeAll(() =>
    change(async (unit) => {
      const clusterId = world.cluster.alpha;
      // Two associations are members; the customer belongs to both of them, one of the cluster's own members to one.
      for (const name of ["stiftung", "fern"] as const)
        await beginMembership(unit, {
          clusterId,
          organisationId: world.organisation[name],
          role: "associate",
          since: "2022-01-01",
          levelId: level.association,
        });
      await unit.db
        .insertInto("link")
        .values([
          belongs("kunde", "stiftung", "2022-06-01"),
          belongs("kunde", "fern", "2022-06-01"),
          belongs("anker", "stiftung", "2022-01-01"),
          belongs("stiftung", "kunde", "2022-01-01"),
        ])
        .execute();
      await unit.db
        .updateTable("membership")
        .set({ levelId: level.full })
        .where("organisationId", "=", world.organisation.anker)
        .execute();
    }),
  );

  it("begins with the link and makes no double of two paths", async () => {
    expect(await memberOn("2022-05-31", "kunde")).toBeUndefined();
    const member = await memberOn("2022-06-01", "kunde");
    expect(member).toMatchObject({
      direct: false,
      role: "indirect",
      votes: 2,
      benefits: ["inner-space", "rebate"],
    });
    expect(member?.through.map(({ slug }) => slug).sort()).toEqual(["fern", "stiftung"]);
    expect((await on("2022-06-01")).filter(({ slug }) => slug === "kunde")).toHaveLength(1);
  });

  it("adds to one's own membership without replacing it", async () => {
    expect(await memberOn("2023-01-01", "anker")).toMatchObject({
      direct: true,
      role: "anchor",
      votes: 2,
      benefits: ["inner-space", "fair", "rebate"],
    });
  });

  it("opens the inner space to the seats of the firm", async () => {
    expect((await (await world.as("customer")).get("/clusters/alpha/team")).status).toBe(200);
    const { actor } = await world.context("customer", "alpha");
    expect([actor.membership, actor.levels]).toEqual(["indirect", ["public", "peers", "cluster"]]);
  });

  it("ends the day the parent's membership ends; one's own stays", async () => {
    const today = new Date().toISOString().slice(0, 10);
    for (const name of ["stiftung", "fern"] as const)
      await change((unit) =>
        endMembership(unit, {
          clusterId: world.cluster.alpha,
          organisationId: world.organisation[name],
          until: today,
          reason: "costs",
        }),
      );
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    expect(await memberOn(yesterday, "kunde")).toMatchObject({ votes: 2 });
    expect(await memberOn(today, "kunde")).toBeUndefined();
    expect(await memberOn(today, "anker")).toMatchObject({
      direct: true,
      votes: 1,
      benefits: ["inner-space", "fair"],
    });
    expect((await (await world.as("customer")).get("/clusters/alpha/team")).status).toBe(404);
    expect((await (await world.as("owner")).get("/clusters/alpha/team")).status).toBe(200);
  });
});

describe("the path rule, in code and in the database", () => {
  it("finds the same members for random links, cycles and dates", async () => {
    const names = Object.keys(world.organisation) as OrganisationName[];
    const day = fc.integer({ min: 1, max: 9 }).map((month) => `2023-0${month}-01`);
    const links = fc.array(
      fc.record({
        firm: fc.constantFrom(...names),
        association: fc.constantFrom(...names),
        since: day,
        months: fc.integer({ min: 0, max: 6 }),
      }),
      { maxLength: 14 },
    );
    await fc.assert(
      fc.asyncProperty(links, day, async (drawn, date) => {
        const { held, through, found } = await change(async ({ db }) => {
          await db.deleteFrom("link").where("nature", "=", "member").execute();
          const rows = drawn
            .filter(({ firm, association }) => firm !== association)
            .map(({ firm, association, since, months }) => {
              const until = new Date(Date.UTC(2023, Number(since.slice(5, 7)) - 1 + months, 1))
                .toISOString()
                .slice(0, 10);
              return belongs(firm, association, since, until);
            });
          if (rows.length > 0) await db.insertInto("link").values(rows).execute();
          const { rows: inherited } = await sql<{ firm: string; through: string }>`
            select o.id as firm, i.organisation_id as through from organisation o, inherited_memberships(o.id, ${date}::date) i
            where i.cluster_id = ${world.cluster.alpha}::uuid`.execute(db);
          return {
            held: await membersOn(db, team(), world.cluster.alpha, date),
            through: await throughOn(db, team(), world.cluster.alpha, date),
            found: inherited.map(({ firm, through }) => `${firm} ${through}`).sort(),
          };
        });
        expect(held.flatMap(({ id, through }) => through.map((root) => `${id} ${root.id}`)).sort()).toEqual(
          found,
        );
        expect(new Set(held.map(({ id }) => id)).size).toBe(held.length);
        expect(Object.fromEntries(through)).toEqual(
          Object.fromEntries(
            held.filter((one) => one.through.length > 0).map((one) => [one.id, one.through]),
          ),
        );
      }),
      { numRuns: 40, seed: 4 },
    );
  });
});

describe("a new organisation", () => {
  it("gets an address of its own and is found at once", async () => {
    const added = await (await world.context("manager", "alpha")).write(async (unit) => [
      await addOrganisation(unit, { name: "Anker GmbH", kind: "enterprise", city: "Kiel" }),
      await addOrganisation(unit, { name: "Anker GmbH", kind: "enterprise", city: "Kiel" }),
    ]);
    expect(added.map(({ slug }) => slug)).toEqual(["anker-gmbh", "anker-gmbh-kiel"]);
    const found = await (await world.as("stranger")).get("/api/v1/organisations?query=anker%20kiel");
    expect(found.json.items.map((item: { slug: string }) => item.slug)).toContain("anker-gmbh-kiel");
  });
});
