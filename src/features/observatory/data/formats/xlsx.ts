import type { Context } from "../../../../access/context.ts";
import { type ExportColumn, toXlsx } from "../../../../ui/index.ts";
import { VALUE } from "../blocks.ts";
import type { PanelHead } from "../panel.ts";
import { blocksOf, markWord } from "./stream.ts";

/** A workbook is made in one piece, and others wait for it: larger panels come as CSV. */
export const MOST_ROWS = 20_000;

export const fitsWorkbook = ({ regions, activities, measures }: PanelHead) =>
  regions.codes.length * activities.codes.length * measures.length <= MOST_ROWS;

interface Row {
  region: string;
  regionName: string;
  activity: string;
  activityName: string;
  measure: string;
  cells: (number | string)[];
}

/** A line for each region and activity, a column for each period; what is not known stands there as its mark. */
export async function panelXlsx(ctx: Context, head: PanelHead): Promise<Uint8Array<ArrayBuffer>> {
  const rows: Row[] = [];
  const { regions, activities, periods } = head;
  const names = { r: regions.names[ctx.locale], a: activities.names[ctx.locale] };
  const starts = new Map<string, number>();
  for await (const { measure, period, cells, marks } of blocksOf(ctx, head)) {
    let start = starts.get(measure);
    if (start === undefined) {
      start = rows.length;
      starts.set(measure, start);
      for (const [r, region] of regions.codes.entries())
        for (const [a, activity] of activities.codes.entries())
          rows.push({
            region,
            regionName: names.r[r]!,
            activity,
            activityName: names.a[a]!,
            measure,
            cells: periods.map(() => ""),
          });
    }
    const column = periods.indexOf(period);
    for (const [at, cell] of cells.entries()) {
      const mark = marks[at] === VALUE ? "" : markWord(marks[at]);
      rows[start + at]!.cells[column] = Number.isNaN(cell) ? mark : cell;
    }
  }
  const columns: ExportColumn<Row>[] = [
    { label: "region", value: (row) => row.region },
    { label: "regionName", value: (row) => row.regionName, width: 30 },
    { label: "activity", value: (row) => row.activity },
    { label: "activityName", value: (row) => row.activityName, width: 30 },
    { label: "measure", value: (row) => row.measure },
    ...periods.map((period, i) => ({ label: period, value: (row: Row) => row.cells[i] })),
  ];
  return toXlsx(columns, rows, head.slug);
}
