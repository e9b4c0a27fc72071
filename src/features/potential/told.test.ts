import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../app/testing/world.ts";
import { uuidv7 } from "../../kernel/ids.ts";
import { findPotentialHeadline } from "./headline.ts";

const API = "/api/v1/clusters/alpha/potential";

describe("what a round tells", () => {
  let world: World;
  let round: string;
  beforeAll(async () => {
    world = await makeWorld();
    [{ id: round }] = await rows(`select id from assessment_round`);
  });
  afterAll(() => world.close());

  const rows = async (query: string, values: unknown[] = []) =>
    (await world.house.gateway.system("test", ({ client }) => client.query(query, values))).rows;

  /** Hands in, for a member, the same answer to a few questions. */
  async function handIn(name: "anker" | "gruendung" | "rivale" | "uni" | "verborgen", step: string) {
    const { alpha } = world.cluster;
    const organisation = world.organisation[name];
    await rows(
      `insert into assessment (cluster_id, id, round_id, organisation_id) values ($1, $2, $3, $4)
      on conflict (cluster_id, round_id, organisation_id) do nothing`,
      [alpha, uuidv7(), round, organisation],
    );
    await rows(
      `insert into assessment_answer (cluster_id, assessment_id, organisation_id, question, value)
      select a.cluster_id, a.id, a.organisation_id, q, to_jsonb($4::text)
      from assessment a, unnest(array['test-space', 'staying-power']) as q
      where a.cluster_id = $1 and a.round_id = $2 and a.organisation_id = $3
      on conflict (cluster_id, assessment_id, question) do update set value = excluded.value`,
      [alpha, round, organisation, step],
    );
    await rows(
      `update assessment set state = 'submitted', shared = true, submitted_at = now()
      where cluster_id = $1 and round_id = $2 and organisation_id = $3`,
      [alpha, round, organisation],
    );
  }

  const headline = async (name: "owner" | "manager" | "authority" | "applicant" | "elsewhere" | "stranger") =>
    findPotentialHeadline(await world.context(name, "alpha"));

  it("stands in one line on the observatory's first page, for all who may see it, once five have answered", async () => {
    for (const name of ["anker", "rivale", "uni", "verborgen"] as const) await handIn(name, "2");
    await rows(`update assessment_round set state = 'closed', closed_at = now()`);
    const compute = () =>
      world.job("potential.round.compute", { clusterId: world.cluster.alpha, roundId: round });
    await compute();
    expect(await headline("manager")).toBeNull();
    // Not even how many have answered: by watching, one would know who.
    const index = `${API}/questionnaires/innovation-potential/index`;
    const few = await (await world.as("authority")).api("GET", index);
    expect(few.json).toMatchObject({ of: null, sections: null, index: null });
    expect(few.json).not.toHaveProperty("answered");
    await handIn("gruendung", "2");
    await compute();
    const { json } = await (await world.as("authority")).api("GET", index);
    for (const name of ["owner", "manager", "authority"] as const)
      expect([name, await headline(name)]).toMatchObject([
        name,
        {
          figure: String(json.index["equal.arithmetic"].median),
          text: expect.stringContaining("median of 5 members"),
        },
      ]);
    for (const name of ["applicant", "elsewhere", "stranger"] as const)
      expect([name, await headline(name)]).toEqual([name, null]);
  });

  it("is nobody's own answer: neither a page nor a file nor the API tells an authority or a rival one", async () => {
    const obstacle = "Only the word nobody else has said";
    await rows(
      `update assessment_answer set value = to_jsonb($1::text), evidence = $1 where question = 'obstacle'`,
      [obstacle],
    );
    const ids = (await rows("select id from assessment")).map(({ id }) => id as string);
    const base = "/clusters/alpha/potential";
    for (const name of ["authority", "rival", "applicant", "elsewhere", "stranger"] as const) {
      const visit = await world.as(name);
      for (const path of [
        ...["", "?format=csv", "/innovation-potential", "/innovation-potential?format=csv"],
        ...[
          "/innovation-potential?chart=radar.svg",
          "?chart=innovation-potential.csv",
          "/platforms",
          "/platforms?format=csv",
          "/stage",
        ],
      ]) {
        const { text } = await visit.get(`${base}${path}`);
        expect([name, path, text.includes(obstacle)]).toEqual([name, path, false]);
        // A rival knows its own alone.
        const known = ids.filter((id) => text.includes(id));
        expect([name, path, known.length]).toEqual([
          name,
          path,
          known.length > 0 && name === "rival" ? 1 : 0,
        ]);
      }
    }
    const nobodys = "00000000-0000-4000-8000-000000000000";
    for (const name of ["authority", "rival", "auditor"] as const) {
      const visit = await world.as(name);
      const [id] = await rows("select id from assessment where organisation_id = $1", [
        world.organisation.anker,
      ]);
      for (const [method, tail, body] of [
        ["GET", "", undefined],
        ["PUT", "/answers/age", { value: "under-5" }],
        ["PUT", "/answers/unheard-of", { value: 1 }],
        ["POST", "/submit", { shared: true }],
        ["PUT", "/shared", { shared: true }],
      ] as const) {
        const there = await visit.api(method, `${API}/assessments/${id.id}${tail}`, body);
        const nowhere = await visit.api(method, `${API}/assessments/${nobodys}${tail}`, body);
        expect([name, method, tail, there.status, there.json]).toEqual([
          name,
          method,
          tail,
          404,
          nowhere.json,
        ]);
      }
    }
  });

  it("hands the team what was shared, with what came before it only where that was shared as well", async () => {
    const [now] = await rows("select * from assessment where organisation_id = $1", [world.organisation.uni]);
    const earlier = uuidv7();
    const mine = uuidv7();
    await rows(
      `insert into assessment_round (cluster_id, id, questionnaire, questionnaire_version, about, content, due, state, opened_at)
      select cluster_id, $1, questionnaire, questionnaire_version, about, content, '2025-06-01', 'closed', '2025-05-01'
      from assessment_round where id = $2`,
      [earlier, round],
    );
    await rows(
      `insert into assessment (cluster_id, id, round_id, organisation_id, state, shared) values ($1, $2, $3, $4, 'submitted', false)`,
      [now.cluster_id, mine, earlier, world.organisation.uni],
    );
    await rows(
      `insert into assessment_score (cluster_id, assessment_id, organisation_id, value)
      select cluster_id, $1, organisation_id, jsonb_set(value, '{index,equal.arithmetic}', '12') from assessment_score
      where assessment_id = $2`,
      [mine, now.id],
    );
    const page = async () =>
      (await (await world.as("manager")).get(`/clusters/alpha/potential/assessments/${now.id}`)).text;
    expect(await page()).not.toContain(mine);
    await rows("update assessment set shared = true where id = $1", [mine]);
    expect(await page()).toContain(mine);
  });

  it("shows what somebody uses to nobody who may not know that it is a member", async () => {
    const { alpha } = world.cluster;
    const { verborgen } = world.organisation;
    await rows(
      `insert into platform_use (cluster_id, id, platform_id, organisation_id, process)
      select cluster_id, $1, id, $2, 'sales' from platform where cluster_id = $3`,
      [uuidv7(), verborgen, alpha],
    );
    const users = async (name: "rival" | "owner") => {
      const { json } = await (await world.as(name)).api("GET", `${API}/platforms`);
      return json.uses.map((use: { organisation: { slug: string } }) => use.organisation.slug);
    };
    expect(await users("owner")).toContain("verborgen");
    expect(await users("rival")).not.toContain("verborgen");
    for (const path of ["platforms", "platforms?format=csv"])
      expect((await (await world.as("rival")).get(`/clusters/alpha/potential/${path}`)).text).not.toContain(
        "Verborgen",
      );
  });

  it("is no share that one or two firms make, nor all but one or two", async () => {
    await world.job("potential.cluster.compute", { clusterId: world.cluster.alpha });
    const { json } = await (await world.as("authority")).api("GET", `${API}/stage`);
    const { json: full } = await (await world.as("manager")).api("GET", `${API}/stage`);
    let hidden = 0;
    for (const [measure, { part, whole }] of Object.entries<{ part: number; whole: number }>(full.measures)) {
      const few = [part, whole - part].some((count) => count > 0 && count < 3);
      if (!few || measure === "processes" || measure === "public") continue;
      hidden++;
      expect([measure, json.measures[measure].value]).toEqual([measure, null]);
    }
    expect(hidden).toBeGreaterThan(0);
  });

  it("is drawn for the team as marks within their ranges, and as a file", async () => {
    const manager = await world.as("manager");
    const page = `/clusters/alpha/potential/rounds/${round}`;
    const { text } = await manager.get(page);
    expect(text.match(/class="f1" y="0"/g)).toHaveLength(5);
    const svg = await manager.get(`${page}?chart=ranking.svg`);
    expect([svg.status, svg.headers.get("content-type")]).toEqual([200, "image/svg+xml; charset=utf-8"]);
    expect(svg.text).not.toMatch(/(x|width)="[\d.]+%"/);
    expect((await (await world.as("authority")).get(`${page}?chart=ranking.svg`)).status).toBe(404);
  });
});
