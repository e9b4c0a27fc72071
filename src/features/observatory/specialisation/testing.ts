import type { SystemUnit } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { toBlock } from "../data/blocks.ts";
import type { PanelRef } from "../data/panel.ts";

interface TestPanel {
  slug: string;
  clusterId: string;
  visibility?: "public" | "cluster";
  wall?: string[];
  regionList?: string;
  activityList?: string;
  regions: { codes: string[]; names: string[] };
  activities: { codes: string[]; names: string[] };
  /** Regions by activities, NaN where secret, by period. */
  periods: Record<string, number[][]>;
}

/** A panel as an import leaves it: one measure, one version. */
export async function writePanel({ db }: SystemUnit, panel: TestPanel): Promise<PanelRef> {
  const ref = { clusterId: panel.clusterId, datasetId: uuidv7(), version: 1 };
  const measures = [
    {
      key: "persons",
      label: { en: "Employees", de: "Beschäftigte" },
      unit: { en: "persons", de: "Personen" },
    },
  ];
  await db
    .insertInto("dataset")
    .values({
      clusterId: ref.clusterId,
      id: ref.datasetId,
      slug: panel.slug,
      kind: "panel",
      title: JSON.stringify({ en: `Panel ${panel.slug}`, de: `Tafel ${panel.slug}` }),
      measures: JSON.stringify(measures),
      regionList: panel.regionList ?? null,
      activityList: panel.activityList ?? null,
      source: "a source of tests",
      licence: "CC BY 4.0",
      credit: "somebody",
      visibility: panel.visibility ?? "public",
      wall: panel.wall ?? [],
      version: 1,
    })
    .execute();
  await db
    .insertInto("datasetVersion")
    .values({
      ...ref,
      checksum: "0",
      rows: 1,
      periods: Object.keys(panel.periods),
    })
    .execute();
  for (const side of ["region", "activity"] as const) {
    const { codes, names } = side === "region" ? panel.regions : panel.activities;
    await db
      .insertInto("datasetCodes")
      .values({ ...ref, side, codes, names: JSON.stringify({ en: names, de: names }) })
      .execute();
  }
  for (const [period, rows] of Object.entries(panel.periods)) {
    const cells = Float64Array.from(rows.flat());
    await db
      .insertInto("datasetBlock")
      .values({
        ...ref,
        measure: "persons",
        period,
        cells: toBlock(cells),
        marks: Buffer.from(cells.map((value) => (Number.isNaN(value) ? 2 : 0))),
      })
      .execute();
  }
  return ref;
}

/** Twelve regions and twenty activities over four years, some of it secret; always the same. */
export function invented(): Pick<TestPanel, "regions" | "activities" | "periods"> {
  let seed = 7;
  const random = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  const regions = Array.from({ length: 12 }, (_, i) => `R${String(i + 1).padStart(2, "0")}`);
  const activities = Array.from({ length: 20 }, (_, i) => String(101 + i * 7));
  const base = regions.map((_, r) =>
    activities.map((_, c) => ((r + c) % 4 === 0 ? 400 * random() + 100 : 150 * random())),
  );
  const periods = Object.fromEntries(
    ["2013", "2014", "2015", "2016"].map((period) => [
      period,
      base.map((row, r) =>
        row.map((value, c) => {
          const now = Math.round(value * (0.6 + 0.8 * random()));
          return (r * 20 + c) % 31 === 1 ? Number.NaN : now;
        }),
      ),
    ]),
  );
  const called = (codes: string[], word: string) => ({
    codes,
    names: codes.map((code) => `${word} ${code}`),
  });
  return { regions: called(regions, "Region"), activities: called(activities, "Work"), periods };
}
