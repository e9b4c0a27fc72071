import { parse } from "csv-parse/sync";
import { SEPARATORS, type Separator } from "./sheet.ts";

const LINES = 50;

/** The one that cuts the first lines into the most cells that agree in number. A comma where nothing does: one column. */
export function detectSeparator(start: string): Separator {
  const lines = start
    .split(/\r\n|\n|\r/)
    .slice(0, LINES)
    .join("\n");
  let best: { separator: Separator; score: number } = { separator: ",", score: 0 };
  for (const separator of SEPARATORS) {
    const score = scoreOf(lines, separator);
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

function scoreOf(lines: string, separator: Separator): number {
  const widths = recordsOf(lines, separator).map((record) => record.length);
  if (widths.length === 0) return 0;
  const common = mode(widths);
  if (common < 2) return 0;
  const agree = widths.filter((width) => width === common).length / widths.length;
  // Agreement first: a comma in every third description makes columns, but not the same number of them.
  return agree * agree * Math.log2(common + 1);
}

function recordsOf(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true });
  } catch {
    // The piece looked at may end within quotes.
    return text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => line.split(delimiter));
  }
}

function mode(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([a, m], [b, n]) => n - m || b - a)[0]![0];
}
