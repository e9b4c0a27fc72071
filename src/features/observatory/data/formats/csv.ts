import type { Context } from "../../../../access/context.ts";
import type { PanelHead } from "../panel.ts";
import { blocksOf, csvText, markWord } from "./stream.ts";

/** One line for each cell, with what kind of cell it is. */
export async function* panelCsv(ctx: Context, head: PanelHead): AsyncGenerator<string> {
  const { regions, activities } = head;
  yield "\ufeffregion,regionName,activity,activityName,period,measure,value,mark\r\n";
  const right = activities.codes.map(
    (code, a) => `${csvText(code)},${csvText(activities.names[ctx.locale][a]!)}`,
  );
  for await (const { measure, period, cells, marks } of blocksOf(ctx, head)) {
    const what = `${csvText(period)},${csvText(measure)}`;
    for (const [r, code] of regions.codes.entries()) {
      const left = `${csvText(code)},${csvText(regions.names[ctx.locale][r]!)}`;
      let text = "";
      for (let a = 0; a < right.length; a++) {
        const at = r * right.length + a;
        const cell = cells[at]!;
        text += `${left},${right[a]},${what},${Number.isNaN(cell) ? "" : cell},${markWord(marks[at])}\r\n`;
      }
      yield text;
    }
  }
}

/** Observations as SDMX-CSV 1.0 has them; observation and confidentiality status by the cross-domain code lists. */
export async function* panelSdmx(ctx: Context, head: PanelHead): AsyncGenerator<string> {
  const { regions, activities } = head;
  yield "DATAFLOW,REF_AREA,ACTIVITY,MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS\r\n";
  const flow = csvText(`KONTOR:${head.slug}(${head.version}.0)`);
  for await (const { measure, period, cells, marks } of blocksOf(ctx, head))
    for (const [r, code] of regions.codes.entries()) {
      let text = "";
      for (const [a, activity] of activities.codes.entries()) {
        const at = r * activities.codes.length + a;
        const cell = cells[at]!;
        const [status, secrecy] = SDMX[marks[at] ?? 1]!;
        text += `${flow},${csvText(code)},${csvText(activity)},${csvText(measure)},${csvText(period)},${Number.isNaN(cell) ? "" : cell},${status},${secrecy}\r\n`;
      }
      yield text;
    }
}

/** By mark: a value, missing, secret, estimated. */
const SDMX = [
  ["A", "F"],
  ["M", "F"],
  ["M", "C"],
  ["E", "F"],
] as const;
