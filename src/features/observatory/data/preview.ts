import { sql } from "kysely";
import type { Db } from "../../../kernel/gateway.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { fromBlock, MISSING } from "./blocks.ts";
import type { PanelHead, PanelRef } from "./panel.ts";
import { type Cell, sumOfRow, totalRows } from "./totals.ts";

export interface PreviewRow {
  code: string;
  name: string;
  /** In the order of the periods. */
  cells: Cell[];
}

export interface Asked {
  measure: string;
  /** One activity by its code, or the sum of all. */
  activity: string | null;
  query?: string | undefined;
}

/** The places of the regions whose name or code has these words in it. */
export function regionsCalled({ regions }: PanelHead, locale: Locale, query: string | undefined): number[] {
  const words = query?.toLowerCase().split(/\s+/) ?? [];
  return regions.codes.flatMap((code, at) => {
    const text = `${code} ${regions.names[locale][at]}`.toLowerCase();
    return words.every((word) => text.includes(word)) ? [at] : [];
  });
}

/** Rows of the table of regions by periods. Only what is shown leaves the disk. */
export async function previewRows(
  db: Db,
  head: PanelHead,
  locale: Locale,
  { measure, activity }: Pick<Asked, "measure" | "activity">,
  places: readonly number[],
): Promise<PreviewRow[]> {
  const row = (at: number, cells: Cell[]): PreviewRow => ({
    code: head.regions.codes[at]!,
    name: head.regions.names[locale][at]!,
    cells,
  });
  const totals = activity === null ? await totalRows(db, head, measure, places, head.periods.length) : null;
  if (totals) return places.map((at, i) => row(at, totals[i]!));
  const column = activity === null ? -1 : head.activities.codes.indexOf(activity);
  const width = head.activities.codes.length;
  const span = column < 0 ? { from: 0, length: width } : { from: column, length: 1 };
  const blocks = await pieces(db, head, measure, places, width, span);
  return places.map((at, i) =>
    row(
      at,
      head.periods.map((period) => {
        const block = blocks.get(period);
        if (!block) return { value: null, mark: MISSING };
        const [begin, end] = [i * span.length, (i + 1) * span.length];
        return sumOfRow(block.cells.subarray(begin, end), block.marks.subarray(begin, end));
      }),
    ),
  );
}

export interface SeriesRow {
  period: string;
  /** In the order of the activities. */
  cells: Cell[];
}

/** A panel of one region is a series: its activities side by side, the latest period first. */
export async function seriesRows(db: Db, head: PanelHead, measure: string): Promise<SeriesRow[]> {
  const width = head.activities.codes.length;
  const blocks = await pieces(db, head, measure, [0], width, { from: 0, length: width });
  return head.periods.toReversed().map((period) => {
    const block = blocks.get(period);
    return {
      period,
      cells: head.activities.codes.map((_, a) => {
        const value = block?.cells[a] ?? Number.NaN;
        return { value: Number.isNaN(value) ? null : value, mark: block?.marks[a] ?? MISSING };
      }),
    };
  });
}

/** The same stretch of the rows of some regions, one behind the other, for every period. */
async function pieces(
  db: Db,
  ref: PanelRef,
  measure: string,
  places: readonly number[],
  width: number,
  { from, length }: { from: number; length: number },
): Promise<Map<string, { cells: Float64Array; marks: Uint8Array }>> {
  if (places.length === 0) return new Map();
  const { rows } = await sql<{ period: string; cells: Buffer; marks: Buffer }>`
    select b.period,
      string_agg(substring(b.cells from (r.place * ${width}::int + ${from}::int) * 8 + 1 for ${length}::int * 8), '' order by r.nth) as cells,
      string_agg(substring(b.marks from r.place * ${width}::int + ${from}::int + 1 for ${length}::int), '' order by r.nth) as marks
    from dataset_block b, unnest(${`{${places.join(",")}}`}::int[]) with ordinality as r (place, nth)
    where b.cluster_id = ${ref.clusterId} and b.dataset_id = ${ref.datasetId} and b.version = ${ref.version}
      and b.measure = ${measure}
    group by b.period`.execute(db);
  return new Map(
    rows.map((row) => [row.period, { cells: fromBlock(row.cells), marks: new Uint8Array(row.marks) }]),
  );
}
