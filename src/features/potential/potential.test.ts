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

  it("is kept as one goes, and asks first what an answer has just opened", async () => {
    const owner = await world.as("owner");
    const form = `${BASE}/assessments/${await idOf("anker")}/answer?part=1`;
    expect((await owner.get(form)).text).toContain("<draft-keeper>");
    const opened = new Date().toISOString();
    const said = {
      shown: "test-space age shared-equipment",
      opened,
      "q-test-space": "3",
      "q-age": "under-5",
    };
    const draft = { ...said, "q-shared-equipment": "yes", as: "draft" };
    expect((await owner.post(form, draft)).status).toBe(204);
    const logged = "select count(*)::int as n from audit_entry where action = 'assessment.answer'";
    const [{ n }] = await rows(logged);
    expect((await owner.post(form, draft)).status).toBe(204);
    // What has not changed is nothing to write down.
    expect(await rows(logged)).toEqual([{ n }]);
    const wrong = await owner.post(form, { ...draft, "q-age": "", "e-age": "a deed" });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("Answer the question as well");
    const { headers } = await owner.post(form, { ...said, "q-shared-equipment": "yes" });
    expect(headers.get("location")).toMatch(/part=1#field-q-shared-kinds$/);
    const next = await owner.post(form, {
      ...said,
      shown: `${said.shown} shared-kinds`,
      "q-shared-equipment": "yes",
    });
    expect(next.headers.get("location")).toMatch(/part=2$/);
  });

  it("takes back no answer that a colleague gave while the form stood open", async () => {
    const id = await idOf("anker");
    const form = `${BASE}/assessments/${id}/answer?part=1`;
    const opened = new Date().toISOString();
    const [owner, editor] = [await world.as("owner"), await world.as("editor")];
    await editor.post(form, { shown: "age", opened, "q-age": "over-15" });
    await owner.post(form, { shown: "age test-space", opened, "q-test-space": "3" });
    const said = `select value from assessment_answer where assessment_id = '${id}' and question = 'age'`;
    expect(await rows(said)).toEqual([{ value: "over-15" }]);
    await owner.post(form, { shown: "age", opened: new Date().toISOString() });
    expect(await rows(said)).toEqual([]);
    await owner.post(form, { shown: "age shared-equipment", opened, "q-age": "under-5" });
  });

  it("reminds whoever has not handed in, keeps the first link alive, and writes to nobody who has left", async () => {
    const letters = async () =>
      (await rows("select to_address, body from mail where body like '%/assess/%' order by id")) as {
        to_address: string;
        body: string;
      }[];
    const before = await letters();
    await rows(`update assessment_ask set asked_at = now() - interval '8 days'`);
    const gone = world.organisation.uni;
    await rows(`update membership set until = current_date where organisation_id = '${gone}'`);
    await world.job("potential.remind");
    await world.job("potential.remind");
    await rows(`update membership set until = null where organisation_id = '${gone}'`);
    const reminded = (await letters()).slice(before.length);
    const people = (
      await rows(`select p.email from assessment_ask k join person p on p.id = k.person_id
        join assessment a on a.id = k.assessment_id
        where a.state = 'open' and k.organisation_id <> '${gone}' and a.round_id = '${round}'`)
    ).map(({ email }) => email);
    expect(reminded.map(({ to_address }) => to_address).sort()).toEqual(people.sort());
    const [again] = reminded;
    const first = before.find(({ to_address }) => to_address === again!.to_address)!;
    const stranger = await world.as("stranger");
    for (const { body } of [first, again!])
      expect((await stranger.get(/\/assess\/[\w-]+/.exec(body)![0])).status).toBe(200);
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

  it("is followed by the team: each member once, with an index only where it was shared", async () => {
    const manager = await world.as("manager");
    const { json } = await manager.api("GET", `/api/v1/clusters/alpha/potential/rounds/${round}`);
    const told = json.asked.map((one: { organisation: { slug: string }; index: number | null }) => [
      one.organisation.slug,
      one.index === null,
    ]);
    expect(told.sort()).toEqual([
      ["anker", false],
      ["gruendung", true],
      ["rivale", true],
      ["uni", true],
      ["verborgen", true],
    ]);
    await rows(`insert into assessment_score (cluster_id, assessment_id, organisation_id, value)
      select cluster_id, id, organisation_id, '{"index": {"equal.arithmetic": 61}}' from assessment
      where round_id = '${round}' on conflict (cluster_id, assessment_id) do update set value = excluded.value`);
    const again = await manager.api("GET", `/api/v1/clusters/alpha/potential/rounds/${round}`);
    expect(again.json.asked).toHaveLength(5);
    expect(again.json.asked.filter((one: { index: number | null }) => one.index === 61)).toHaveLength(1);
  });

  it("tells an authority what was made of many, and of no firm that it answered", async () => {
    const authority = await world.as("authority");
    const page = await authority.get(`${BASE}/innovation-potential`);
    expect(page.status).toBe(200);
    for (const path of [BASE, `${BASE}/innovation-potential`, `${BASE}/platforms`, `${BASE}/stage`]) {
      const { status, text } = await authority.get(path);
      expect([path, status]).toEqual([path, 200]);
      expect(text).not.toMatch(/Anker|Rivale|assessments\/|hauswort/);
    }
    expect((await authority.get(`${BASE}/rounds/${round}`)).status).toBe(404);
    for (const name of ["stranger", "customer", "applicant", "elsewhere"] as const)
      expect([name, (await (await world.as(name)).get(BASE)).status]).toEqual([name, 404]);
  });

  it("weighs its parts by judgements of pairs, and says when these contradict one another", async () => {
    const manager = await world.as("manager");
    const address = "/api/v1/clusters/alpha/potential/questionnaires/innovation-potential/weights";
    const keys = ["material", "finance", "science", "organisation", "personnel", "information"];
    const pairs = keys.flatMap((a, at) => keys.slice(at + 1).map((b) => `${a}:${b}`));
    const all = (value: (at: number) => number) =>
      Object.fromEntries(pairs.map((pair, at) => [pair, value(at)]));
    expect((await manager.api("PUT", address, { judgements: { "material:finance": 3 } })).status).toBe(422);
    const alike = await manager.api("PUT", address, { judgements: all(() => 1) });
    expect(alike.json.consistencyRatio).toBeCloseTo(0, 6);
    const wild = await manager.api("PUT", address, { judgements: all((at) => (at % 2 ? 9 : 1 / 9)) });
    expect(wild.json.consistencyRatio).toBeGreaterThan(0.1);
    expect((await manager.get(`${BASE}/innovation-potential/weights`)).text).toContain(
      "contradict one another",
    );
    expect((await (await world.as("owner")).get(`${BASE}/innovation-potential/weights`)).status).toBe(404);
  });

  it("may be copied and changed by the manager; what was asked stays as it was asked", async () => {
    const manager = await world.as("manager");
    const form = await manager.get(`${BASE}/digital-maturity/edit`);
    expect(form.status).toBe(200);
    const { json } = await manager.api(
      "GET",
      "/api/v1/clusters/alpha/potential/questionnaires/digital-maturity",
    );
    const typed: Record<string, string> = {
      key: "our-maturity",
      "title-en": "Our own",
      "title-de": "Eigener",
    };
    for (const { key, text } of json.questions)
      Object.assign(typed, { [`en-${key}`]: text.en, [`de-${key}`]: text.de });
    typed["en-goals"] = "";
    const half = await manager.post(`${BASE}/digital-maturity/edit`, typed);
    expect(half.status).toBe(422);
    expect(half.text).toContain("Say it in both languages.");
    const taken = await manager.post(`${BASE}/digital-maturity/edit`, {
      ...typed,
      "de-goals": "",
      key: "stage",
    });
    expect(taken.status).toBe(422);
    expect((await manager.post(`${BASE}/digital-maturity/edit`, { ...typed, "de-goals": "" })).status).toBe(
      303,
    );
    await manager.post(`${BASE}/our-maturity/rounds`, { due: "2099-12-31", remindAfter: "7" });
    expect(
      (await manager.post(`${BASE}/our-maturity/edit`, { ...typed, "de-goals": "", "title-en": "Second" }))
        .status,
    ).toBe(303);
    const versions = await rows(
      `select version, content ->> 'basedOn' as based from questionnaire order by 1`,
    );
    expect(versions).toEqual([
      { version: 1, based: "digital-maturity 1" },
      { version: 2, based: "digital-maturity 1" },
    ]);
    const [asked] = await rows(`select questionnaire_version as version, content -> 'title' ->> 'en' as title
      from assessment_round where questionnaire = 'our-maturity'`);
    expect(asked).toEqual({ version: 1, title: "Our own" });
  });

  it("knows which platforms are in use as far as each member says, and what leaving costs for its own eyes", async () => {
    const owner = await world.as("owner");
    const api = "/api/v1/clusters/alpha/potential/platforms";
    const made = await owner.api("POST", api, {
      ...{ name: "Werftraum", area: "collaboration", level: "operations", scale: "local", side: "inner" },
      common: true,
    });
    expect(made.status).toBe(201);
    const uses = `${api}/${made.json.id}/uses`;
    expect(
      (await owner.api("POST", uses, { process: "cooperation", days: 17, visibility: "organisation" }))
        .status,
    ).toBe(201);
    expect((await owner.api("POST", uses, { process: "sales", days: 12 })).status).toBe(201);
    const seenBy = async (name: PersonaName) => {
      const { json } = await (await world.as(name)).api("GET", api);
      return json.uses.map((use: { process: string }) => use.process).sort();
    };
    expect(await seenBy("owner")).toEqual(["cooperation", "logistics", "sales"]);
    expect(await seenBy("rival")).toEqual(["sales"]);
    expect(await seenBy("manager")).toEqual(["sales"]);
    expect(await seenBy("authority")).toEqual([]);
    const costs = async (name: PersonaName) =>
      (await world.context(name, "alpha")).read(async (db) =>
        (await db.selectFrom("platformCost").select("days").execute()).map(({ days }) => days).sort(),
      );
    expect(await costs("owner")).toEqual([12, 17]);
    for (const name of ["manager", "rival", "authority"] as const)
      expect([name, await costs(name)]).toEqual([name, []]);
    expect((await (await world.as("rival")).post(`${BASE}/platforms/${made.json.id}/remove`)).status).toBe(
      404,
    );
  });

  it("gives the cluster a stage, made of what is open to all of it", async () => {
    await world.job("potential.cluster.compute", { clusterId: world.cluster.alpha });
    const { json } = await (await world.as("manager")).api("GET", "/api/v1/clusters/alpha/potential/stage");
    expect(json.measures.common).toEqual({ value: 20, part: 1, whole: 5 });
    const told = await (await world.as("authority")).api("GET", "/api/v1/clusters/alpha/potential/stage");
    expect(told.json.stage).toBe(json.stage);
    // One firm is too few to be told of.
    expect(told.json.measures.common).toEqual({ value: null, part: null, whole: null });
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
