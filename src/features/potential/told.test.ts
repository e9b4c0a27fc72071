import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../app/testing/world.ts";
import { uuidv7 } from "../../kernel/ids.ts";
import { findPotentialHeadline } from "./headline.ts";

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
    await handIn("gruendung", "2");
    await compute();
    const { json } = await (await world.as("authority")).api(
      "GET",
      "/api/v1/clusters/alpha/potential/questionnaires/innovation-potential/index",
    );
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
});
