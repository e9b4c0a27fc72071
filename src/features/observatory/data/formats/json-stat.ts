import type { Context } from "../../../../access/context.ts";
import { VALUE } from "../blocks.ts";
import { type PanelHead, panelCells } from "../panel.ts";
import { markWord } from "./stream.ts";

/** JSON-stat 2.0: values in the order measure, period, region, activity; what is not a plain value says so in `status`. */
export async function* panelJsonStat(ctx: Context, head: PanelHead): AsyncGenerator<string> {
  const { locale } = ctx;
  const { regions, activities, measures, periods } = head;
  const size = [measures.length, periods.length, regions.codes.length, activities.codes.length];
  const side = (label: string, codes: readonly string[], names: readonly string[]) => ({
    label,
    category: { index: codes, label: Object.fromEntries(codes.map((code, i) => [code, names[i]])) },
  });
  const about = {
    version: "2.0",
    class: "dataset",
    label: head.title[locale],
    source: head.source,
    updated: head.madeAt.toISOString(),
    note: [head.text[locale], head.credit].filter(Boolean),
    id: ["measure", "period", "region", "activity"],
    size,
    role: { time: ["period"], geo: ["region"], metric: ["measure"] },
    dimension: {
      measure: {
        label: "measure",
        category: {
          index: measures.map(({ key }) => key),
          label: Object.fromEntries(measures.map(({ key, label }) => [key, label[locale]])),
          unit: Object.fromEntries(measures.map(({ key, unit }) => [key, { label: unit[locale] }])),
        },
      },
      period: side("period", periods, periods),
      region: side("region", regions.codes, regions.names[locale]),
      activity: side("activity", activities.codes, activities.names[locale]),
    },
    extension: { licence: head.licence, credit: head.credit, version: head.version },
  };
  yield `${JSON.stringify(about).slice(0, -1)},"value":[`;
  const area = regions.codes.length * activities.codes.length;
  const blockOf = (measure: string, period: string) =>
    ctx.read((db) => panelCells(db, head, measure, period));
  let first = true;
  for (const { key } of measures)
    for (const period of periods) {
      const block = await blockOf(key, period);
      const cells = block?.cells ?? new Float64Array(area).fill(Number.NaN);
      yield `${first ? "" : ","}${Array.from(cells, (cell) => (Number.isNaN(cell) ? "null" : cell)).join(",")}`;
      first = false;
    }
  yield '],"status":{';
  let at = 0;
  let begun = false;
  for (const { key } of measures)
    for (const period of periods) {
      const marks = (await blockOf(key, period))?.marks;
      const said: string[] = [];
      for (let i = 0; i < area; i++)
        if (marks?.[i] !== VALUE) said.push(`"${at + i}":"${markWord(marks?.[i])}"`);
      at += area;
      if (said.length > 0) yield `${begun ? "," : ""}${said.join(",")}`;
      begun ||= said.length > 0;
    }
  yield "}}";
}
