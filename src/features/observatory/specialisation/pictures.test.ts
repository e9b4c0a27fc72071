import { complexityPipeline, growth, locationQuotient, shiftShare } from "@kontor/analytics";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../../app/testing/world.ts";
import { COMMONS } from "../../../kernel/visibility.ts";
import { findDiversificationHeadline } from "../diversification/headline.ts";
import { findSpecialisationHeadline } from "./headline.ts";
import { invented, writePanel } from "./testing.ts";

let world: World;
const panel = invented();
/** Activities named by words that stand in single facts of the small world. */
const NAMES = ["Quellwort", "Mauerwort", "Hauswort"];
const told = {
  ...panel,
  activities: {
    codes: panel.activities.codes,
    names: panel.activities.names.map((name, i) => NAMES[i] ?? name),
  },
};
const before = panel.periods["2013"]!;
const after = panel.periods["2016"]!;

beforeAll(async () => {
  world = await makeWorld();
  const write = (slug: string, more: Partial<Parameters<typeof writePanel>[1]>) =>
    world.house.gateway.system("a panel", (unit) =>
      writePanel(unit, { ...told, slug, clusterId: COMMONS, ...more }),
    );
  const alpha = { clusterId: world.cluster.alpha, visibility: "cluster" } as const;
  for (const ref of [
    await write("open", {}),
    await write("kept", alpha),
    await write("walled", { ...alpha, wall: [world.organisation.rivale] }),
  ])
    await world.job("observatory.panel.compute", { ...ref });
});
afterAll(() => world.close());

const BASE = "/clusters/alpha/observatory";
const get = async (who: Parameters<World["as"]>[0], path: string) => (await world.as(who)).get(path);
const near = (value: number) => (Number.isNaN(value) ? null : expect.closeTo(value, 9));

describe("specialisation, from the dataset to the answer", () => {
  it("is what the library says of all regions together", async () => {
    const { json } = await get("stranger", `/api/v1${BASE}/specialisation?dataset=open&region=R02`);
    const lq = locationQuotient(after);
    const parts = shiftShare(before, after);
    const rates = growth(before, after).rates;
    expect(json.from).toMatchObject({ dataset: "open", period: "2016", from: "2013", regions: 12 });
    expect(json.activities).toHaveLength(20);
    for (const [i, row] of json.activities.entries())
      expect(row).toMatchObject({
        amount: near(after[1]![i]!),
        quotient: near(lq.at(1, i)),
        growth: near(rates.at(1, i)),
        mix: near(parts.industryMix.at(1, i)),
        regional: near(parts.regional.at(1, i)),
      });
    expect(json.parts).toEqual({
      change: near(parts.regions.national[1]! + parts.regions.industryMix[1]! + parts.regions.regional[1]!),
      national: near(parts.regions.national[1]!),
      mix: near(parts.regions.industryMix[1]!),
      regional: near(parts.regions.regional[1]!),
    });
  });

  it("calls a secret cell secret on the page and in the answer, and never zero", async () => {
    const { json } = await get("stranger", `/api/v1${BASE}/regions/R01?dataset=open`);
    expect(json.activities[1]).toMatchObject({ amount: null, cell: "secret", quotient: null });
    const { text } = await get("stranger", `${BASE}/specialisation?dataset=open&region=R01&format=csv`);
    expect(text).not.toContain("Mauerwort,0");
  });

  it("stands on the page, with its source, and in its files", async () => {
    const page = await get("stranger", `${BASE}/specialisation?dataset=open&region=R02&with=R03,R04`);
    expect(page.status).toBe(200);
    expect(page.text).toContain("a source of tests");
    expect(page.text).toContain("12 regions, 20 activities, 2016");
    expect(page.text).toContain("have no outlines here");
    const quotient = Math.max(
      ...locationQuotient(after)
        .row(1)
        .filter((value) => !Number.isNaN(value)),
    );
    expect(page.text).toContain(`${quotient.toFixed(1)} times as frequent`);
  });

  it.each([
    ["specialisation", "bubbles"],
    ["specialisation", "shift-share"],
    ["specialisation", "comparison"],
    ["diversification", "options"],
    ["diversification", "space"],
  ])(
    "%s has its chart %s as a picture and as figures, under an address that says all of it",
    async (page, chart) => {
      const state = "dataset=open&region=R02&with=R03%2CR04&period=2015&from=2014";
      const asked = `${BASE}/${page}?${state}&chart=${chart}`;
      const svg = await get("stranger", `${asked}.svg`);
      expect(svg.headers.get("content-type")).toContain("image/svg+xml");
      expect(svg.text).toMatch(/^<\?xml.*<(?:circle|rect).*a source of tests.*<\/svg>$/s);
      expect((await get("stranger", `${asked}.png`)).text.slice(1, 4)).toBe("PNG");
      const csv = await get("stranger", `${asked}.csv`);
      expect(csv.text.split("\n").length).toBeGreaterThan(5);
      const { text } = await get("stranger", `${BASE}/${page}?${state}`);
      const figure = (html: string) =>
        new RegExp(`<figure class="chart" id="chart-${chart}".*?</figure>`, "s").exec(html)![0];
      const [, address] = new RegExp(`href="([^"]*)#chart-${chart}"`).exec(text)!;
      const again = await get("stranger", address!.replaceAll("&amp;", "&"));
      expect(figure(again.text) === figure(text)).toBe(true);
    },
  );

  it("shows an activity in every region", async () => {
    const { json } = await get("stranger", `/api/v1${BASE}/activities/108?dataset=open`);
    expect(json.inRegions.map((row: { quotient: number }) => row.quotient)).toEqual(
      [...locationQuotient(after).column(1)].map(near),
    );
    expect((await get("stranger", `${BASE}/activities/nothing?dataset=open`)).status).toBe(404);
    expect((await get("stranger", `${BASE}/regions/nowhere?dataset=open`)).status).toBe(404);
  });
});

describe("diversification", () => {
  it("gives density and gain as the library does, with the accuracy beside it", async () => {
    const { json } = await get("stranger", `/api/v1${BASE}/diversification?dataset=open&region=R02`);
    const { density, cog, pci, presence } = complexityPipeline(after);
    expect(json.options).not.toHaveLength(0);
    for (const { activity, ...option } of json.options) {
      const i = panel.activities.codes.indexOf(activity.code);
      expect(presence.of(1)).not.toContain(i);
      expect(option).toMatchObject({
        density: near(density.at(1, i)),
        gain: near(cog.at(1, i)),
        complexity: near(pci[i]!),
      });
    }
    const page = await get("stranger", `${BASE}/diversification?dataset=open&region=R02`);
    const { model, baseline } = json.accuracy.tracks[0];
    expect(page.text).toContain(
      `AUC ${+model.areaUnderCurve.toFixed(3)} with relatedness, ${+baseline.areaUnderCurve.toFixed(3)} by the quotient alone`,
    );
  });

  it("names as members who can do it only those whose sign the asker sees", async () => {
    const found = async (who: Parameters<World["as"]>[0], code: number) => {
      const { json } = await get(
        who,
        `/api/v1${BASE}/diversification/${panel.activities.codes[code]}?dataset=open`,
      );
      return json.members.map(({ slug }: { slug: string }) => slug);
    };
    // Public; at cluster level with a wall against the rival; for the house alone.
    expect(await found("stranger", 0)).toEqual(["anker"]);
    expect(await found("reader", 1)).toEqual(["anker"]);
    for (const who of ["stranger", "rival", "elsewhere"] as const) expect(await found(who, 1)).toEqual([]);
    for (const who of ["stranger", "rival", "manager"] as const) expect(await found(who, 2)).toEqual([]);
  });
});

describe("the first page of the observatory", () => {
  it("is told the strengths and the near options of the first region, as the pages say them", async () => {
    const ctx = await world.context("reader", "alpha");
    const spec = await get("reader", `/api/v1${BASE}/specialisation`);
    const told = await findSpecialisationHeadline(ctx);
    expect(told).toMatchObject({ figure: String(spec.json.figures.strengths), at: expect.any(Date) });
    const near = await findDiversificationHeadline(ctx);
    const { json } = await get("reader", `/api/v1${BASE}/diversification`);
    const complex = json.options.filter(({ complexity }: { complexity: number }) => complexity > 0);
    expect(near!.text).toContain(complex[0].activity.name);
    expect(Number(near!.figure)).toBeLessThanOrEqual(complex.length);
  });

  it("is told nothing where nobody may see a panel", async () => {
    const ctx = await world.context("stranger", "beta");
    await world.house.gateway.system("no panel for all", ({ db }) =>
      db.updateTable("dataset").set({ visibility: "cluster" }).where("slug", "=", "open").execute(),
    );
    expect(await findSpecialisationHeadline(ctx)).toBeNull();
    expect(await findDiversificationHeadline(ctx)).toBeNull();
    await world.house.gateway.system("again", ({ db }) =>
      db.updateTable("dataset").set({ visibility: "public" }).where("slug", "=", "open").execute(),
    );
  });
});

describe("a dataset that is not for everybody", () => {
  const pages = ["specialisation", "diversification", "regions/R01", "activities/101", "diversification/101"];

  it.each([
    ["stranger", "kept"],
    ["elsewhere", "kept"],
    ["rival", "walled"],
  ] as const)("does not exist for %s: %s", async (who, dataset) => {
    for (const page of pages) {
      expect((await get(who, `${BASE}/${page}?dataset=${dataset}`)).status).toBe(404);
      expect((await get(who, `/api/v1${BASE}/${page}?dataset=${dataset}`)).status).toBe(404);
    }
    const { text } = await get(who, `${BASE}/specialisation`);
    expect(text).toContain("Panel open");
    expect(text).not.toContain(`Panel ${dataset}`);
  });

  it("is no choice for who may not see it on a page that was drawn for who may", async () => {
    for (const page of ["specialisation", "diversification", "activities/101"]) {
      const path = `${BASE}/${page}?dataset=open&region=R05`;
      expect((await get("reader", path)).text).toContain("Panel walled");
      expect((await get("rival", path)).text).not.toContain("Panel walled");
      expect((await get("stranger", path)).text).not.toContain("Panel kept");
      expect((await get("reader", path)).text).toContain("Panel walled");
    }
  });

  it("is there for those of the cluster", async () => {
    for (const page of pages)
      expect((await get("reader", `${BASE}/${page}?dataset=walled`)).status).toBe(200);
  });
});
