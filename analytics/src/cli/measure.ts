import type { Graph, Matrix, Note, Panel, Vector } from "../index.ts";

/** What a user may say beside the file, besides the columns. */
export type Option = {
  summary: string;
  type: "number" | "text" | "flag";
  choices?: readonly string[];
};

/** The answer of a measure: a table to be written, and what its reader has to know. */
export type Output = {
  columns: readonly string[];
  records: readonly (readonly (string | number)[])[];
  notes?: readonly Note[];
};

/** One period of a panel, which most measures look at alone. */
export type Slice = {
  panel: Panel;
  regions: readonly string[];
  activities: readonly string[];
  amounts: Matrix;
};

/** Units (regions, firms) by indicators. */
export type Units = { units: readonly string[]; indicators: readonly string[]; values: Matrix };

/** A number for each period, in order. */
export type Series = { periods: readonly string[]; values: Float64Array };

/** What was said beside the file, read and checked. */
export type Said = Readonly<Record<string, number | string | boolean | undefined>>;

type Common = { summary: string; options?: Readonly<Record<string, Option>> };

/** One command: what it takes and how it answers. */
export type Measure = Common &
  (
    | { takes: "panel"; run(input: Slice, said: Said): Output }
    | { takes: "two periods"; run(before: Slice, after: Slice, said: Said): Output }
    | { takes: "edges"; run(input: Graph, said: Said): Output }
    | { takes: "units"; run(input: Units, said: Said): Output }
    | { takes: "series"; run(input: Series, said: Said): Output }
  );

/** Each cell a line: region, activity and one column a matrix; empty where nothing is defined. */
export function perCell(
  { regions, activities }: Pick<Slice, "regions" | "activities">,
  columns: Readonly<Record<string, Matrix>>,
  notes: readonly Note[] = [],
): Output {
  const matrices = Object.values(columns);
  const records = regions.flatMap((region, r) =>
    activities.map((activity, c) => [region, activity, ...matrices.map((matrix) => matrix.at(r, c))]),
  );
  return { columns: ["region", "activity", ...Object.keys(columns)], records, notes };
}

/** Each unit a line. */
export function perUnit(
  unit: string,
  names: readonly string[],
  columns: Readonly<Record<string, Vector | Int32Array | readonly string[]>>,
  notes: readonly Note[] = [],
): Output {
  return {
    columns: [unit, ...Object.keys(columns)],
    records: names.map((name, k) => [name, ...Object.values(columns).map((values) => values[k]!)]),
    notes,
  };
}

/** Each pair a line, the upper half alone where both directions say the same. */
export function perPair(
  unit: string,
  names: readonly string[],
  value: string,
  matrix: Matrix,
  { directed = false, notes = [] }: { directed?: boolean; notes?: readonly Note[] } = {},
): Output {
  const records = names.flatMap((from, i) =>
    names.flatMap((to, j) => {
      const skipped = directed ? i === j : j <= i;
      return skipped ? [] : [[from, to, matrix.at(i, j)]];
    }),
  );
  return { columns: [unit, `other ${unit}`, value], records, notes };
}

/** A line with a number for each name. */
export const whole = (values: Readonly<Record<string, number>>, notes: readonly Note[] = []): Output => ({
  columns: Object.keys(values),
  records: [Object.values(values)],
  notes,
});
