import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, ORIGIN, type World } from "../../../app/testing/world.ts";
import { projectFile } from "../../../kernel/project-file.ts";

/** Results of the reference implementations, as the library of measures is held to them. */
const { inputs, expected } = JSON.parse(
  readFileSync(projectFile("analytics/golden/cases/panel-12x15-a.json"), "utf8"),
) as {
  inputs: { regions: string[]; X: number[][]; X2: number[][]; group: number[] };
  expected: { reference: string; measure: string; tolerance: number; value: unknown }[];
};

function golden<T>(measure: string, reference = "definition"): { value: T; tolerance: number } {
  const found = expected.find((one) => one.measure === measure && one.reference === reference)!;
  return { value: found.value as T, tolerance: found.tolerance };
}

const { regions, group, X, X2 } = inputs;
/** The industries of one group are classes of one division of NACE. */
const DIVISIONS = [10, 20, 24];
const seen = [0, 0, 0];
const industries = group.map((one) => `C${DIVISIONS[one]}.${++seen[one]!}`);

let world: World;
const HOME = "/clusters/alpha/observatory";

beforeAll(async () => {
  world = await makeWorld();
  await bring("now", { 2020: X });
  await bring("change", { 2019: X, 2020: X2 });
});
afterAll(() => world.close());

/** A file through the door of those who keep data, and what the worker does with it. */
async function bring(title: string, periods: Record<string, number[][]>): Promise<void> {
  const visit = await world.as("analyst");
  const lines = Object.entries(periods).flatMap(([year, table]) =>
    table.flatMap((row, r) => row.map((value, c) => `${regions[r]},${industries[c]},${year},${value}`)),
  );
  const file = new File([["region,activity,year,value", ...lines, ""].join("\n")], `${title}.csv`);
  const sent = await visit.upload(`${HOME}/imports`, {}, { file });
  const path = new URL(sent.headers.get("location")!, ORIGIN).pathname;
  const importId = path.split("/").at(-1)!;
  const work = (job: string) =>
    world.job(`observatory.data.${job}`, { clusterId: world.cluster.alpha, importId });
  await work("look");
  const { columns } = (await visit.api("GET", `/api/v1${path}`)).json;
  await visit.post(`${path}/columns`, {
    ...Object.fromEntries((columns as string[]).map((role, at) => [`column.${at}`, role])),
    ...{ decimal: ".", titleEn: title, titleDe: title, activityList: "nace-rev2" },
  });
  await work("check");
  await visit.post(`${path}/write`);
  await work("write");
  const ref = await world.house.gateway.system("a look", ({ db }) =>
    db
      .selectFrom("dataset")
      .select(["clusterId", "id as datasetId", "version"])
      .where("slug", "=", title)
      .executeTakeFirstOrThrow(),
  );
  await world.job("observatory.panel.compute", { ...ref });
}

const answer = async (path: string, query: Record<string, string>) =>
  (await (await world.as("analyst")).api("GET", `/api/v1${HOME}/${path}?${new URLSearchParams(query)}`)).json;

/** As the files say: so far, for numbers beyond one in proportion. */
function expectNear(found: (number | null)[], value: (number | null)[], tolerance: number) {
  expect(found).toHaveLength(value.length);
  for (const [i, one] of value.entries()) {
    if (one === null) expect(found[i]).toBeNull();
    else expect(Math.abs(found[i]! - one)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(one)));
  }
}

type Row = Record<string, number | null> & { activity: { code: string } };
/** In the order of the golden file. */
const inOrder = (rows: Row[], key: string) =>
  industries.map((code) => rows.find(({ activity }) => activity.code === code)![key]!);

describe("figures of an imported panel, at the program's door", () => {
  it.each(regions.map((code, r) => [code, r] as const))(
    "are the reference's for region %s",
    async (code, r) => {
      const now = await answer(`regions/${code}`, { dataset: "now" });
      const quotients = golden<number[][]>("location_quotient", "EconGeo");
      expectNear(inOrder(now.activities, "quotient"), quotients.value[r]!, quotients.tolerance);
      const ginis = golden<number[]>("locational_gini", "EconGeo");
      expectNear(inOrder(now.activities, "gini"), ginis.value, ginis.tolerance);
      const pci = golden<number[]>("pci_z_ddof0");
      expectNear(inOrder(now.activities, "complexity"), pci.value, pci.tolerance);
      for (const [key, measure] of [
        ["krugman", "krugman_national"],
        ["complexity", "eci_z_ddof0"],
        ["outlook", "coi_diag0_pci_z"],
        ["unrelatedVariety", "unrelated_variety"],
        ["relatedVariety", "related_variety"],
      ] as const) {
        const { value, tolerance } = golden<number[]>(measure);
        expectNear([now.figures[key]], [value[r]!], tolerance);
      }
      expect(now.figures.strengths).toBe(golden<number[]>("diversity", "EconGeo").value[r]);
    },
  );

  it.each(regions.map((code, r) => [code, r] as const))(
    "are the reference's for the options of region %s",
    async (code, r) => {
      const { options } = await answer("diversification", { dataset: "now", region: code });
      const { value, tolerance } = golden<number[][]>("density_diag0");
      const has = golden<number[][]>("rca_binary").value[r]!;
      const lacks = industries.filter((_, c) => has[c] === 0);
      expect(options.map(({ activity }: Row) => activity.code).toSorted()).toEqual(lacks.toSorted());
      const density = (row: Row) => value[r]![industries.indexOf(row.activity.code)]!;
      expectNear(
        options.map(({ density }: Row) => density),
        options.map(density),
        tolerance,
      );
    },
  );

  it("are the reference's for the relatedness of every two industries", async () => {
    const { value, tolerance } = golden<number[][]>("proximity_max_diag0");
    for (const [i, code] of industries.entries()) {
      const { related } = await answer(`diversification/${code}`, { dataset: "now" });
      const own = value[i]!.filter((near, j) => j !== i && near > 0).sort((a, b) => b - a);
      expectNear(
        related.map(({ proximity }: Row) => proximity),
        own.slice(0, 12),
        tolerance,
      );
      for (const { activity, proximity } of related)
        expectNear([proximity], [value[i]![industries.indexOf(activity.code)]!], tolerance);
    }
  });

  it.each(regions.map((code, r) => [code, r] as const))(
    "are the reference's for the change of region %s",
    async (code, r) => {
      const { activities, parts, entered, left } = await answer(`regions/${code}`, { dataset: "change" });
      const rates = golden<(number | null)[][]>("growth_matrix_percent");
      expectNear(inOrder(activities, "growth"), rates.value[r]!, rates.tolerance);
      const { value, tolerance } = golden<Record<string, number[]>>("shift_share");
      expectNear(
        [parts.national, parts.mix, parts.regional],
        [value.national![r]!, value.industry_mix![r]!, value.regional![r]!],
        tolerance,
      );
      for (const [moved, measure] of [
        [entered, "entry"],
        [left, "exit"],
      ] as const)
        expect(moved.map(({ activity }: Row) => activity.code).toSorted()).toEqual(
          industries.filter((_, c) => golden<(number | null)[][]>(measure).value[r]![c] === 1).toSorted(),
        );
    },
  );
});

it("stands on the page and in its file as the program is told it", async () => {
  const { value } = golden<number[][]>("location_quotient", "EconGeo");
  const visit = await world.as("analyst");
  const { text } = await visit.get(`${HOME}/specialisation?dataset=now&region=r03&lang=en`);
  const highest = Math.max(...value[2]!);
  expect(text).toContain(`${+highest.toFixed(1)} times as frequent`);
  expect(text).toContain(`${+highest.toFixed(2)}</td>`);
  const file = await visit.get(`${HOME}/specialisation?dataset=now&region=r03&format=csv`);
  for (const [c, code] of industries.entries()) {
    const line = file.text.split("\r\n").find((one) => one.startsWith(code))!;
    expect(line).toContain(String(value[2]![c]).slice(0, 12));
  }
});
