import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../../app/testing/world.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { THEMES } from "./own-themes.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const API = "/api/v1/clusters/alpha/observatory/datasets";
const MONTH = new Date().toISOString().slice(0, 7);

const count = () => world.job("observatory.data.own", { clusterId: world.cluster.alpha });

/** The newest figures of a theme by kind. */
async function latest(slug: string, measure = "standing"): Promise<Record<string, number>> {
  const visit = await world.as("reader");
  const { json } = await visit.api("GET", `${API}/${slug}/cells?measure=${measure}`);
  return Object.fromEntries(
    (json.activities as string[]).map((code, at) => [code, json.cells.at(-1)[at].value]),
  );
}

describe("the cluster's own records", () => {
  it("are counted as everybody in the cluster may see them: without what stands behind a wall", async () => {
    await count();
    const { rows } = await (await world.as("reader")).api("GET", `${API}?origin=own`).then(({ json }) => ({
      rows: (json.items as { slug: string; periods: string[] }[]).map(({ slug, periods }) => [
        slug,
        periods.at(-1),
      ]),
    }));
    expect(rows).toContainEqual(["own-members", MONTH]);
    const members = await latest("own-members");
    const open = await world.house.gateway.system("a look", ({ db }) =>
      db
        .selectFrom("membership")
        .select(["id", "wall"])
        .where("clusterId", "=", world.cluster.alpha)
        .where("until", "is", null)
        .where("role", "<>", "applicant")
        .where("visibility", "<>", "organisation")
        .execute(),
    );
    expect(Object.values(members).reduce((sum, n) => sum + n, 0)).toBe(
      open.filter(({ wall }) => wall.length === 0).length,
    );
    const links = await latest("own-links");
    const confirmed = await world.house.gateway.system("a look", ({ db }) =>
      db
        .selectFrom("link")
        .select(["type", "wall"])
        .where("clusterId", "=", world.cluster.alpha)
        .where("origin", "=", "confirmed")
        .where("visibility", "in", ["public", "peers", "cluster"])
        .execute(),
    );
    expect(confirmed.some(({ wall }) => wall.length > 0)).toBe(true);
    expect(Object.values(links).reduce((sum, n) => sum + n, 0)).toBe(
      confirmed.filter(({ wall }) => wall.length === 0).length,
    );
  });

  it("do not count a confidential need, nor keep a count of one that has become so", async () => {
    const needs = () =>
      latest("own-needs").then((kinds) => Object.values(kinds).reduce((sum, n) => sum + n, 0));
    const before = await needs();
    const step = (to: string) =>
      world.house.gateway.system("another step", ({ db }) =>
        db
          .updateTable("need")
          .set({ step: to, teaser: "A firm looks for something." })
          .where("id", "=", world.record.needOpen!)
          .execute(),
      );
    expect(before).toBeGreaterThan(0);
    await step("teaser");
    await count();
    expect(await needs()).toBe(before - 1);
    const { json } = await (await world.as("manager")).api("GET", `${API}/own-needs`);
    expect(json.versions).toHaveLength(1);
    expect(json.versions[0].changes).toBeNull();
    await step("full");
    await count();
    expect(await needs()).toBe(before);
  });

  it("tell of introductions only what is no secret: neither few of a kind, nor those about a confidential need", async () => {
    const add = (
      count: number,
      state: string,
      more: { hidden?: string; mediated?: boolean; need?: string } = {},
    ) =>
      world.house.gateway.system("introductions", async ({ db }) => {
        for (let i = 0; i < count; i++) {
          const id = uuidv7();
          const { hidden = null, mediated = true, need } = more;
          const at = world.house.now();
          const cluster = world.cluster.alpha;
          await db
            .insertInto("introduction")
            .values({
              ...{ clusterId: cluster, id, state, hidden, mediated, origin: "member", via: "team" },
              ...{ createdAt: at, turnAt: at, movedAt: at },
            })
            .execute();
          if (need)
            await db
              .insertInto("introductionSide")
              .values({
                ...{ clusterId: cluster, introductionId: id, side: "from", needId: need },
                ...{ organisationId: world.organisation.anker, atClusterId: cluster },
              })
              .execute();
        }
      });
    const confidential = (step: string) =>
      world.house.gateway.system("another step", ({ db }) =>
        db
          .updateTable("need")
          .set({ step, teaser: "A firm looks for something." })
          .where("id", "=", world.record.needOpen!)
          .execute(),
      );
    await add(4, "met");
    await add(2, "declined");
    await add(3, "accepted", { mediated: false });
    await add(3, "accepted", { hidden: "from" });
    await confidential("teaser");
    await add(3, "accepted", { need: world.record.needOpen! });
    await count();
    const told = async () => {
      const { json } = await (await world.as("reader")).api("GET", `${API}/own-introductions/cells`);
      return Object.fromEntries(
        (json.activities as string[]).map((code, at) => [
          code,
          json.cells.at(-1)[at].value ?? json.cells.at(-1)[at].mark,
        ]),
      );
    };
    const before = await told();
    expect(before).toMatchObject({ open: 4, declined: "secret", contract: 0 });
    const { json } = await (await world.as("reader")).api("GET", `${API}/own-introductions`);
    // The rows of the version are those that are told: the sum gives nothing away.
    expect(json.versions[0].rows).toBe(4);
    await confidential("full");
    await count();
    // Those three, and one that has been about this need from the beginning.
    expect((await told()).open).toBe(8);
  });

  it("make no version where nothing has changed", async () => {
    const version = async () =>
      (await (await world.as("reader")).api("GET", `${API}/own-members`)).json.version;
    const before = await version();
    await count();
    expect(await version()).toBe(before);
  });

  it("are not there for strangers and other clusters", async () => {
    for (const persona of ["stranger", "elsewhere"] as const)
      for (const { slug } of THEMES)
        expect((await (await world.as(persona)).get(`/clusters/alpha/observatory/data/${slug}`)).status).toBe(
          404,
        );
  });
});
