import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type OrganisationName, type World } from "../../../../app/testing/world.ts";
import type { ClusterId } from "../../../../kernel/actor.ts";
import type { Unit } from "../../../../kernel/gateway.ts";
import type { Kind } from "../../../exchange/feature.ts";
import { needChanged } from "../../../exchange/needs/changed.ts";
import { findForecastHeadline } from "../headline.ts";
import { forecastNeeds } from "./rules.ts";
import { knownNeeds } from "./store.ts";

let world: World;

interface Said {
  of: OrganisationName;
  kind: Kind;
  monthsAgo: number;
  title?: string;
  step?: "match" | "teaser" | "named" | "full";
  wall?: OrganisationName[];
  visibility?: "public" | "cluster" | "organisation";
  competences?: string[];
}

async function say(needs: readonly Said[]): Promise<void> {
  const now = new Date();
  await world.house.gateway.system("needs for a test", ({ db }) =>
    db
      .insertInto("need")
      .values(
        needs.map(({ of, monthsAgo, wall = [], title = "A need", step = "full", visibility, ...rest }) => ({
          ...rest,
          clusterId: world.cluster.alpha,
          id: randomUUID(),
          organisationId: world.organisation[of],
          intent: "joint-project",
          title,
          step,
          teaser: step === "teaser" ? "Somebody looks for something" : "",
          visibility: visibility ?? "cluster",
          wall: wall.map((name) => world.organisation[name]),
          state: "open",
          openedAt: new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - monthsAgo, 10)),
        })),
      )
      .execute(),
  );
}

const compute = () => world.job("observatory.needs.forecast", { clusterId: world.cluster.alpha });
const path = "/clusters/alpha/observatory/forecast/needs";
const ask = async (who: Parameters<World["as"]>[0], as?: OrganisationName) =>
  (await world.as(who, as)).api("GET", `/api/v1${path}`);

beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

describe("the forecast of needs", () => {
  it("says that there are not enough data, instead of a line", async () => {
    await compute();
    const { json } = await ask("manager");
    expect([json.state, json.kinds]).toEqual(["not-enough", null]);
    const { text } = await (await world.as("manager")).get(`${path}?lang=en`);
    expect(text).toContain("Not enough data: a forecast needs 12 whole months with 24 needs");
    expect(text).not.toContain("line forecast");
  });

  it("is that of the library's rules over what everybody sees, through the job, the API and the page", async () => {
    await say(
      Array.from({ length: 18 }, (_, k) => k + 1).flatMap((monthsAgo): Said[] => [
        { of: "anker", kind: "partner", monthsAgo, competences: ["casting"] },
        { of: "gruendung", kind: "funding", monthsAgo, title: `Money for hulls ${monthsAgo}` },
        ...(monthsAgo % 6 === 0 ? [{ of: "uni", kind: "data", monthsAgo } satisfies Said] : []),
      ]),
    );
    await compute();
    const { json } = await ask("manager");
    expect(json.state).toBe("ready");
    const known = await world.house.gateway.system("what is known", ({ db }) =>
      knownNeeds(db, world.cluster.alpha),
    );
    const golden = forecastNeeds(known, new Date().toISOString().slice(0, 10));
    expect(json.kinds.parts.map(({ key }: { key: string }) => key)).toEqual(["funding", "partner", null]);
    json.kinds.parts.forEach((part: { ahead: { mean: number }[] }, k: number) => {
      expect(part.ahead.map(({ mean }) => mean)).toEqual(golden.kinds!.parts[k]!.expected.mean);
    });
    expect(json.kinds.tooFew).toEqual([{ key: "data", total: 3 }]);
    const { text } = await (await world.as("manager")).get(`${path}?lang=en`);
    expect(text).toContain("Not enough data for a line of their own: Data (3)");
    expect(text).toContain("Seasonal naive");
    const svg = await (await world.as("manager")).get(`${path}?chart=whole.svg&lang=en`);
    expect(svg.text).toMatch(/<path class="line forecast l1" d="M[\d.]+,/);
    expect(svg.text).toContain("All needs, by month");
  });

  it("counts nothing that is confidential, walled, kept at home or a draft", async () => {
    const before = (await ask("manager")).json;
    await say([
      { of: "anker", kind: "skill", monthsAgo: 2, step: "match", title: "Geheim" },
      { of: "anker", kind: "skill", monthsAgo: 2, step: "teaser", title: "Geheim" },
      { of: "anker", kind: "skill", monthsAgo: 2, wall: ["rivale"], title: "Geheim" },
      { of: "anker", kind: "skill", monthsAgo: 2, visibility: "organisation", title: "Geheim" },
    ]);
    await compute();
    for (const who of ["manager", "owner", "rival"] as const) {
      const { json } = await ask(who);
      // Not even the date tells that there is something more.
      expect([json.needs, json.kinds, json.computedAt]).toEqual([
        before.needs,
        before.kinds,
        before.computedAt,
      ]);
      expect(JSON.stringify(json)).not.toMatch(/skill|geheim/i);
    }
  });

  it("tells a member its own next needs, the team those of all, and others nothing", async () => {
    const team = (await ask("manager")).json.next.map((one: { organisation: string }) => one.organisation);
    expect(team).toEqual(expect.arrayContaining(["anker", "gruendung"]));
    const own = (await ask("owner")).json.next;
    expect(own.map((one: { organisation: string }) => one.organisation)).toEqual(["anker"]);
    expect(own[0].kinds[0].key).toBe("partner");
    for (const who of ["stranger", "customer", "applicant", "elsewhere", "authority"] as const)
      expect([who, (await (await world.as(who)).get(path)).status]).toEqual([who, 404]);
  });

  it("is computed anew when a need changes, without anybody opening a page", async () => {
    const before = (await ask("manager")).json;
    await say([{ of: "uni", kind: "data", monthsAgo: 3 }]);
    const jobs: string[] = [];
    const unit = { enqueue: async (task: string) => void jobs.push(task) } as unknown as Unit;
    await needChanged(unit, { clusterId: world.cluster.alpha as ClusterId, id: randomUUID(), side: "need" });
    expect(jobs).toContain("observatory.needs.forecast");
    await compute();
    const { json } = await ask("manager");
    expect(json.needs).toBe(before.needs + 1);
    expect(Date.parse(json.computedAt)).toBeGreaterThan(Date.parse(before.computedAt));
  });

  it("is headed by what is expected, and for those who see no needs by how far off forecasts were", async () => {
    const headline = async (who: Parameters<World["context"]>[0]) =>
      findForecastHeadline(await world.context(who, "alpha"));
    const { json } = await ask("manager");
    const expected = json.kinds.whole.ahead.reduce(
      (sum: number, { mean }: { mean: number }) => sum + mean,
      0,
    );
    expect((await headline("owner"))!.figure).toBe(String(Math.round(expected)));
    expect(await headline("stranger")).toBeNull();
  });
});
