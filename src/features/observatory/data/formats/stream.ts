import type { Context } from "../../../../access/context.ts";
import { MARKS } from "../blocks.ts";
import { type PanelHead, panelCells } from "../panel.ts";

/** A text made piece by piece, so that a panel of any size leaves the house without being held whole. */
export function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

export interface Block {
  measure: string;
  period: string;
  cells: Float64Array;
  marks: Uint8Array;
}

/** Every measure and period, each read in a transaction of its own: nobody's download holds one open. */
export async function* blocksOf(ctx: Context, head: PanelHead): AsyncGenerator<Block> {
  for (const { key: measure } of head.measures)
    for (const period of head.periods) {
      const block = await ctx.read((db) => panelCells(db, head, measure, period));
      if (block) yield { measure, period, ...block };
    }
}

export const markWord = (mark: number | undefined) => MARKS[mark ?? 1] ?? "missing";

/** A cell of a CSV file. Codes and names come from files too: what a spreadsheet would calculate is text. */
export const csvText = (text: string) => {
  const safe = /^[\s]*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
