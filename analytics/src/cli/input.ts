import {
  AnalyticsError,
  Graph,
  type Marks,
  Matrix,
  type Panel,
  panelFromCsv,
  readAmount,
  readCsv,
  type TextTable,
} from "../index.ts";
import type { Series, Units } from "./measure.ts";

/** How the columns of the file are to be read; a name that is not given is guessed where that is safe. */
export type Mapping = Marks & {
  separator?: string;
  region?: string;
  activity?: string;
  value?: string;
  period?: string;
  source?: string;
  target?: string;
  weight?: string;
  unit?: string;
  directed?: boolean;
  duplicates?: "sum" | "first" | "last" | "error";
};

/** A panel in long form: columns region, activity, value and, where there is one, period; or one value column a period. */
export function readPanel(text: string, mapping: Mapping): Panel {
  const table = readCsv(text, mapping);
  const roles = ["region", "activity", "value"] as const;
  // Without any name said, a file of exactly three columns is taken in the order everybody writes them.
  const isPlain = table.columns.length === 3 && roles.every((role) => mapping[role] === undefined);
  const [region, activity, value] = roles.map((role, k) =>
    isPlain && !table.columns.includes(role) ? table.columns[k]! : (mapping[role] ?? role),
  );
  const values = table.columns.includes(value!) ? value! : value!.split(",").map((name) => name.trim());
  const period = mapping.period ?? (table.columns.includes("period") ? "period" : undefined);
  at(table, region!, "region");
  at(table, activity!, "activity");
  for (const name of [values].flat()) at(table, name, "value");
  if (period !== undefined) at(table, period, "period");
  return panelFromCsv(
    text,
    {
      region: region!,
      activity: activity!,
      value: typeof values === "string" || values.length > 1 ? values : values[0]!,
      ...(period === undefined ? {} : { period }),
    },
    mapping,
  );
}

/** Edges: columns source, target and, where there is one, weight. A file of two or three columns may call them otherwise. */
export function readGraph(text: string, mapping: Mapping): Graph {
  const table = readCsv(text, mapping);
  const roles = ["source", "target", "weight"] as const;
  const isPlain =
    table.columns.length <= 3 &&
    roles.every((role) => mapping[role] === undefined && !table.columns.includes(role));
  const [sourceName, targetName, weightName] = roles.map((role, k) =>
    isPlain
      ? table.columns[k]
      : (mapping[role] ?? (role !== "weight" || table.columns.includes(role) ? role : undefined)),
  );
  const source = at(table, sourceName ?? "source", "source");
  const target = at(table, targetName ?? "target", "target");
  const weight = weightName === undefined ? -1 : at(table, weightName, "weight");
  const edges = table.records.map((record, row): [string, string, number] => [
    record[source]!,
    record[target]!,
    weight < 0 ? 1 : known(table, record, row, weight, mapping),
  ]);
  const nodes = [...new Set([...edges.map(([from]) => from), ...edges.map(([, to]) => to)])];
  return Graph.from({
    nodes,
    edges: weight < 0 ? edges.map(([from, to]) => [from, to] as const) : edges,
    directed: mapping.directed ?? false,
  });
}

/** Units by indicators: the first column (or `--unit`) names the unit, all others are indicators. */
export function readUnits(text: string, mapping: Mapping): Units {
  const table = readCsv(text, mapping);
  const unit = mapping.unit === undefined ? 0 : at(table, mapping.unit, "unit");
  const places = table.columns.map((_, k) => k).filter((k) => k !== unit);
  const rows = table.records.map((record, row) =>
    places.map((k) => amount(table, record, row, k, mapping, true)),
  );
  const units = table.records.map((record) => record[unit]!);
  const seen = new Set<string>();
  units.forEach((name, row) => {
    if (seen.has(name))
      throw new AnalyticsError(
        "duplicate",
        `"${name}" has a line already`,
        "Give each unit one line and each indicator a column; say which column names the unit with --unit NAME.",
        { row, columnName: table.columns[unit]! },
      );
    seen.add(name);
  });
  return {
    units,
    indicators: places.map((k) => table.columns[k]!),
    values: Matrix.from(
      rows.map((row) => row.map((value) => (typeof value === "number" ? value : Number.NaN))),
    ),
  };
}

/** A series: the columns period and value, or the first two; in the order of the file. */
export function readSeries(text: string, mapping: Mapping): Series {
  const table = readCsv(text, mapping);
  const has = (name: string) => table.columns.includes(name);
  const period = at(table, mapping.period ?? (has("period") ? "period" : table.columns[0]!), "period");
  const value = at(table, mapping.value ?? (has("value") ? "value" : (table.columns[1] ?? "value")), "value");
  return {
    periods: table.records.map((record) => record[period]!),
    values: Float64Array.from(table.records, (record, row) => known(table, record, row, value, mapping)),
  };
}

function at(table: TextTable, name: string, role: string): number {
  const place = table.columns.indexOf(name);
  if (place >= 0) return place;
  throw new AnalyticsError(
    "unknown-name",
    `There is no column "${name}"`,
    `The columns are: ${table.columns.join(", ")}. Say which one it is with --${role} NAME.`,
  );
}

function amount(
  table: TextTable,
  record: readonly string[],
  row: number,
  column: number,
  marks: Marks,
  signed = false,
) {
  const value = readAmount(record[column]!, marks);
  if (value === undefined || (typeof value === "number" && value < 0 && !signed))
    throw new AnalyticsError(
      value === undefined ? "not-a-number" : "negative",
      value === undefined ? `"${record[column]}" is not a number` : `${value} is below zero`,
      value === undefined
        ? "Correct the cell, or say --decimal , where a comma separates the fraction."
        : "Amounts start at 0; leave the cell empty where one is unknown.",
      { row, column, rowName: record[0]!, columnName: table.columns[column]! },
    );
  return value;
}

function known(
  table: TextTable,
  record: readonly string[],
  row: number,
  column: number,
  marks: Marks,
): number {
  const value = amount(table, record, row, column, marks, true);
  if (typeof value === "number") return value;
  throw new AnalyticsError("not-a-number", "A number is missing here", "Fill it in or leave the line out.", {
    row,
    column,
    columnName: table.columns[column]!,
  });
}
