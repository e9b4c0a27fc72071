import { LRUCache } from "lru-cache";
import type { Context } from "../../../access/context.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { type DatasetRow, findDatasets, type Measure, namedSides, type PanelHead } from "../data/panel.ts";
import { readResult } from "../data/results.ts";
import { outlinesOfDistrict } from "./ags-nuts.ts";
import { KEPT, type Ready, RULE } from "./kept.ts";
import { activitiesOf, type Level, levelsOf } from "./levels.ts";
import type { Asked } from "./schema.ts";

/** Everything the pages of one panel lean on: what was asked, made sure of. */
export interface Stage {
  head: PanelHead;
  ready: Ready;
  computedAt: Date;
  measure: Measure;
  period: string;
  /** The period from which growth is counted, before `period`; `null` where there is none. */
  from: string | null;
  level: Level;
  /** Positions in the panel. */
  region: number;
  activity: number | null;
  /** Regions to compare with, the region itself not among them. */
  compared: number[];
  counted: number[];
  datasets: DatasetRow[];
}

export type Staged =
  | { kind: "ready"; stage: Stage }
  /** Nothing was imported yet, or nothing that the asker sees. */
  | { kind: "none" }
  | { kind: "computing"; dataset: DatasetRow; datasets: DatasetRow[] }
  | { kind: "not-found" };

/**
 * The panel asked for, or the first that has pictures. What is odd in the address falls back to what is there; a dataset, region or
 * activity named in the path (`strict`) must exist.
 */
export async function stageFor(
  db: Db,
  ctx: Context,
  asked: Asked,
  strict: { region?: boolean; activity?: boolean } = {},
): Promise<Staged> {
  const clusterId = ctx.cluster!.id;
  const [seen, cluster] = await Promise.all([
    findDatasets(db, ctx.actor, clusterId),
    db.selectFrom("cluster").select("regions").where("id", "=", clusterId).executeTakeFirst(),
  ]);
  const datasets = seen.filter((one) => one.kind === "panel" && one.version > 0);
  if (asked.dataset !== undefined && !datasets.some((one) => one.slug === asked.dataset))
    return { kind: "not-found" };
  if (datasets.length === 0)
    return strict.region || strict.activity ? { kind: "not-found" } : { kind: "none" };
  const { dataset, ready, computedAt } = await chosen(db, datasets, asked);
  if (!ready || !computedAt) return { kind: "computing", dataset, datasets };
  const head = await headOf(db, dataset);
  if (!head) return { kind: "not-found" };
  const measure =
    head.measures.find(({ key }) => key === asked.measure && ready.measures.includes(key)) ??
    head.measures.find(({ key }) => ready.measures.includes(key));
  if (!measure) return { kind: "computing", dataset, datasets };

  const levels = levelsOf(head.regionList, head.regions.codes);
  const place = (code: string | undefined) => (code === undefined ? -1 : head.regions.codes.indexOf(code));
  const region =
    place(asked.region) >= 0 ? place(asked.region) : homeOf(head, levels, cluster?.regions ?? []);
  const level = levels.find((one) => one.regions.includes(region));
  if (!level || (strict.region && place(asked.region) < 0)) return { kind: "not-found" };
  const counted = activitiesOf(head.activities.codes);
  const activity = asked.activity === undefined ? -1 : head.activities.codes.indexOf(asked.activity);
  if (strict.activity && !counted.includes(activity)) return { kind: "not-found" };
  const { period, from } = windowOf(ready.periods, asked);
  return {
    kind: "ready",
    stage: {
      head,
      ready,
      computedAt,
      measure,
      period,
      from,
      level,
      region,
      activity: counted.includes(activity) ? activity : null,
      compared: [...new Set((asked.with ?? []).map(place))].filter(
        (one) => one !== region && level.regions.includes(one),
      ),
      counted,
      datasets,
    },
  };
}

type Sides = NonNullable<Awaited<ReturnType<typeof namedSides>>>;

/** A version is never changed: its codes and names are read once. Whoever comes here was shown the dataset. */
const sides = new LRUCache<string, Sides>({ max: 30 });

async function headOf(db: Db, dataset: DatasetRow): Promise<PanelHead | null> {
  const key = `${dataset.datasetId} ${dataset.version}`;
  const found = sides.get(key) ?? (await namedSides(db, dataset));
  if (!found || dataset.madeAt === null) return null;
  sides.set(key, found);
  return { ...dataset, madeAt: dataset.madeAt, ...found };
}

/** The dataset asked for; else the first whose pictures are ready, those of districts before those of countries. */
async function chosen(db: Db, datasets: readonly DatasetRow[], asked: Asked) {
  const wanted = asked.dataset
    ? datasets.filter((one) => one.slug === asked.dataset)
    : datasets.toSorted((a, b) => rankOf(a) - rankOf(b));
  for (const dataset of wanted) {
    const kept = await readResult(db, dataset, KEPT.ready, "");
    const ready = kept?.value as Ready | undefined;
    if (kept && ready?.rule === RULE && ready.measures.length > 0)
      return { dataset, ready, computedAt: kept.computedAt };
  }
  return { dataset: wanted[0]!, ready: null, computedAt: null };
}

const rankOf = ({ regionList, derivedFrom }: DatasetRow) => (derivedFrom ? 2 : regionList === "ags" ? 0 : 1);

/** The last period, and the first before it, unless asked otherwise. */
function windowOf(
  periods: readonly string[],
  asked: Pick<Asked, "period" | "from">,
): { period: string; from: string | null } {
  const period = asked.period && periods.includes(asked.period) ? asked.period : periods.at(-1)!;
  const earlier = periods.slice(0, periods.indexOf(period));
  const from = asked.from && earlier.includes(asked.from) ? asked.from : (earlier[0] ?? null);
  return { period, from };
}

/** The first region of the cluster that the panel knows, by NUTS code or by the outline of a district. */
function homeOf(head: PanelHead, levels: readonly Level[], regions: readonly string[]): number {
  const fine = levels.toReversed().flatMap(({ regions }) => regions);
  for (const wanted of regions) {
    const found = fine.find((i) => nutsOf(head, i).some((code) => code.startsWith(wanted)));
    if (found !== undefined) return found;
  }
  return fine[0] ?? 0;
}

/** The NUTS codes of a region of a panel. */
export function nutsOf({ regionList, regions }: Pick<PanelHead, "regionList" | "regions">, index: number) {
  const code = regions.codes[index]!;
  return regionList?.startsWith("ags") ? outlinesOfDistrict(code) : [code];
}
