import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonaName } from "../../app/testing/people.ts";
import { makeWorld, type World } from "../../app/testing/world.ts";

describe("an assessment", () => {
  let world: World;
  let round: string;
  beforeAll(async () => {
    world = await makeWorld();
    await rows(`update assessment_round set state = 'closed'`);
  });
  afterAll(() => world.close());

  const rows = async (query: string) =>
    (await world.house.gateway.system("test", ({ client }) => client.query(query))).rows;
  const BASE = "/clusters/alpha/potential";
  const idOf = async (slug: string) =>
    (
      await rows(`select a.id from assessment a join organisation o on o.id = a.organisation_id
      where o.slug = '${slug}' and a.round_id = '${round}'`)
    )[0].id as string;

  it("is asked of all members by the team, hidden ones included, authorities not", async () => {
    const manager = await world.as("manager");
    const late = await manager.post(`${BASE}/innovation-potential/rounds`, {
      due: "2020-01-01",
      remindAfter: "7",
    });
    expect(late.status).toBe(422);
    expect(late.text).toContain("This day has passed.");
    const made = await manager.post(`${BASE}/innovation-potential/rounds`, {
      due: "2099-12-31",
      remindAfter: "7",
    });
    expect(made.status).toBe(303);
    [{ id: round }] = await rows(`select id from assessment_round where state = 'open'`);
    const asked = await rows(`select o.slug from assessment a join organisation o on o.id = a.organisation_id
      where a.round_id = '${round}' order by 1`);
    expect(asked.map(({ slug }) => slug)).toEqual(["anker", "gruendung", "rivale", "uni", "verborgen"]);
  });

  it("is answered from the letter, without signing in, part by part", async () => {
    const payload = { clusterId: world.cluster.alpha, roundId: round };
    await world.job("potential.round.letters", payload);
    const first = await rows("select to_address, body from mail where body like '%/assess/%' order by id");
    await world.job("potential.round.letters", payload);
    expect(await rows("select to_address, body from mail where body like '%/assess/%' order by id")).toEqual(
      first,
    );
    const [{ email }] = await rows(`select email from person where id = '${world.person.owner}'`);
    const link = /\/assess\/[\w-]+/.exec(first.find(({ to_address }) => to_address === email)!.body)![0];
    const stranger = await world.as("stranger");
    const form = await stranger.get(link);
    expect(form.status).toBe(200);
    expect(form.text).toContain("There is space and equipment");
    const wrong = await stranger.post(`${link}?part=2`, { "q-rd-share": "lots", "q-new-share": "12,5" });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("A number from 0");
    expect(wrong.text).toContain("lots");
    // What was right is kept, and found again by the same link.
    expect((await stranger.get(`${link}?part=2`)).text).toContain("12.5");
    expect((await stranger.post(`${link}?part=1`, { "q-test-space": "3", "q-age": "under-5" })).status).toBe(
      303,
    );
    expect((await stranger.post(`${link}?part=7`)).status).toBe(303);
    expect(await rows(`select state, shared from assessment where id = '${await idOf("anker")}'`)).toEqual([
      { state: "submitted", shared: false },
    ]);
  });

  it("is read by its own organisation, by the team only where it was shared, and by nobody else", async () => {
    await world.job("potential.round.compute", { clusterId: world.cluster.alpha, roundId: round });
    const id = await idOf("anker");
    const seen = async () => {
      const found: string[] = [];
      for (const name of PEOPLE) {
        const visit = await world.as(name);
        const page = await visit.get(`${BASE}/assessments/${id}`);
        const told = await visit.api("GET", `/api/v1/clusters/alpha/potential/assessments/${id}`);
        expect([name, page.status === 200]).toEqual([name, told.status === 200]);
        if (page.status === 200) found.push(name);
      }
      return found;
    };
    expect(await seen()).toEqual(["reader", "editor", "owner"]);
    const owner = await world.as("owner");
    await owner.post(`${BASE}/assessments/${id}/share`, { shared: "yes" });
    expect(await seen()).toEqual(["reader", "editor", "owner", "facilitator", "manager", "analyst"]);
    await owner.post(`${BASE}/assessments/${id}/share`, { shared: "no" });
    expect(await seen()).toEqual(["reader", "editor", "owner"]);
  });

  it("is kept by the database as well: no answer and no score leaves it for others", async () => {
    const count = async (name: PersonaName) => {
      const ctx = await world.context(name, "alpha");
      return ctx.read(async (db) => [
        (await db.selectFrom("assessmentAnswer").select("question").execute()).length,
        (await db.selectFrom("assessmentScore").select("assessmentId").execute()).length,
        (await db.selectFrom("assessment").select("id").execute()).length,
      ]);
    };
    expect(await count("owner")).toEqual([4, 1, 2]);
    for (const name of ["rival", "authority", "applicant", "elsewhere", "auditor", "customer"] as const)
      expect([name, await count(name)]).toEqual([name, name === "rival" ? [0, 0, 1] : [0, 0, 0]]);
    expect(await count("manager")).toEqual([0, 0, 6]);
    await rows(
      `update assessment set shared = true, wall = '{${world.organisation.rivale}}' where state = 'submitted'`,
    );
    expect(await count("manager")).toEqual([3, 1, 6]);
    expect(await count("rival")).toEqual([0, 0, 1]);
  });
});

const PEOPLE: readonly (PersonaName | "stranger")[] = [
  "stranger",
  "customer",
  "applicant",
  "reader",
  "editor",
  "owner",
  "rival",
  "elsewhere",
  "authority",
  "facilitator",
  "manager",
  "analyst",
  "auditor",
  "operator",
  "professor",
];
