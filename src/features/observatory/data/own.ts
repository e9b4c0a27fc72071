import { createHash } from "node:crypto";
import type { Job, JobHouse } from "../../../access/feature.ts";
import type { SystemUnit } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { SECRET, VALUE } from "./blocks.ts";
import { Grid } from "./grid.ts";
import { type Count, THEMES, type Theme } from "./own-themes.ts";
import { writeVersion } from "./write-version.ts";

const REASON = "the cluster's own records counted";
const MONTHS = 60;
const YEARS = 15;

/** The months or years that are counted, up to the one that is under way. */
function periodsOf(grain: Theme["grain"], today: string): { from: string; periods: string[] } {
  const [year, month] = today.split("-").map(Number) as [number, number];
  if (grain === "year") {
    const periods = Array.from({ length: YEARS }, (_, i) => String(year - YEARS + 1 + i));
    return { from: `${periods[0]}-01-01`, periods };
  }
  const last = year * 12 + month - 1;
  const periods = Array.from({ length: MONTHS }, (_, i) => {
    const at = last - MONTHS + 1 + i;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  });
  return { from: `${periods[0]}-01`, periods };
}

/** Counts the records of one cluster, or of all of them, anew. */
export const countOwnRecords: Job = async ({ clusterId }, house) => {
  const clusters = await house.system(REASON, ({ db }) =>
    db
      .selectFrom("cluster")
      .select(["id", "slug", "nameEn", "nameDe"])
      .$if(typeof clusterId === "string", (query) => query.where("id", "=", String(clusterId)))
      .execute(),
  );
  for (const cluster of clusters) for (const theme of THEMES) await countTheme(house, cluster, theme);
};

interface Cluster {
  id: string;
  slug: string;
  nameEn: string;
  nameDe: string;
}

async function countTheme(house: JobHouse, cluster: Cluster, theme: Theme): Promise<void> {
  const today = house.now().toISOString().slice(0, 10);
  const { from, periods } = periodsOf(theme.grain, today);
  await house.system(REASON, async (unit) => {
    const counted = await theme.count(unit.db, cluster.id, from, today);
    // Neither a figure nor a sum nor a checksum may tell what is kept.
    const counts = counted.map((one) => ({ ...one, n: one.n! < (theme.least ?? 0) ? null : one.n }));
    // Of a cluster that has none of them, or none that may be told, there is nothing to show.
    const dataset = await ownDataset(
      unit,
      cluster,
      theme,
      counts.some(({ n }) => n !== null),
    );
    if (!dataset) return;
    const grid = gridOf(cluster, theme, sinceFirst(periods, counts), counts);
    const checksum = createHash("sha256")
      .update(JSON.stringify([periods, counts.map(Object.values).sort()]))
      .digest("hex");
    if (dataset.checksum === checksum) return;
    const ref = await writeVersion(unit, {
      dataset,
      grid,
      measures: theme.measures,
      rows: counts.reduce((sum, { measure, n }) => sum + (measure === "new" ? (n ?? 0) : 0), 0),
      fileName: null,
      checksum,
      madeBy: null,
    });
    // What was open once may be kept in confidence today: earlier counts do not stay, nor what changed since.
    await unit.db
      .deleteFrom("datasetVersion")
      .where("clusterId", "=", ref.clusterId)
      .where("datasetId", "=", ref.datasetId)
      .where("version", "<", ref.version)
      .execute();
    await unit.db
      .updateTable("datasetVersion")
      .set({ changes: "{}" })
      .where("clusterId", "=", ref.clusterId)
      .where("datasetId", "=", ref.datasetId)
      .execute();
  });
}

/** A count of nothing is a zero: every cell has a figure, or is kept. */
function gridOf(cluster: Cluster, theme: Theme, periods: readonly string[], counts: readonly Count[]): Grid {
  const grid = new Grid();
  const region = grid.regions.at(cluster.slug);
  grid.regions.names.set(cluster.slug, { en: cluster.nameEn, de: cluster.nameDe });
  const known = new Map(counts.map((one) => [`${one.measure} ${one.period} ${one.activity}`, one.n]));
  for (const [code, words] of Object.entries(theme.activities)) {
    const activity = grid.activities.at(code);
    grid.activities.names.set(code, words);
    for (const { key } of theme.measures)
      for (const period of periods)
        setCount(grid, [key, period, region, activity], known.get(`${key} ${period} ${code}`));
  }
  return grid;
}

function setCount(grid: Grid, at: [string, string, number, number], n: number | null | undefined) {
  if (n === null) grid.set(...at, Number.NaN, SECRET);
  else grid.set(...at, n ?? 0, VALUE);
}

/** The time before the first record says nothing: the records begin there. */
function sinceFirst(periods: readonly string[], counts: readonly Count[]): readonly string[] {
  const first = counts.map(({ period }) => period).sort()[0];
  return first === undefined ? periods : periods.filter((period) => period >= first);
}

async function ownDataset(unit: SystemUnit, cluster: Cluster, theme: Theme, hasSome: boolean) {
  const found = await unit.db
    .selectFrom("dataset as d")
    .leftJoin("datasetVersion as v", (join) =>
      join
        .onRef("v.clusterId", "=", "d.clusterId")
        .onRef("v.datasetId", "=", "d.id")
        .onRef("v.version", "=", "d.version"),
    )
    .select(["d.clusterId", "d.id", "d.version", "d.regionList", "d.activityList", "v.checksum"])
    .where("d.clusterId", "=", cluster.id)
    .where("d.derivedFrom", "=", theme.rule)
    .executeTakeFirst();
  if (found || !hasSome) return found ?? null;
  const row = await unit.db
    .insertInto("dataset")
    .values({
      ...{ clusterId: cluster.id, id: uuidv7(), slug: theme.slug },
      kind: "series",
      title: JSON.stringify(theme.title),
      text: JSON.stringify(theme.text),
      measures: JSON.stringify(theme.measures),
      source: cluster.nameDe,
      derivedFrom: theme.rule,
      visibility: "cluster",
    })
    .onConflict((conflict) => conflict.columns(["clusterId", "slug"]).doNothing())
    .returning(["clusterId", "id", "version", "regionList", "activityList"])
    .executeTakeFirst();
  return row ? { ...row, checksum: null } : null;
}
