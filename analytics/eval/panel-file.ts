import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { readCsv } from "../src/csv/index.ts";
import { Matrix } from "../src/index.ts";

export interface PanelFile {
  regions: string[];
  activities: string[];
  years: number[];
  /** One a year, regions × activities; `NaN` where blank or no line is there. */
  tables: Matrix[];
}

/** A panel from a file with region, activity and a column for each year (y2013, 2013); plain or .gz. */
export function readPanelFile(path: string): PanelFile {
  const bytes = readFileSync(path);
  const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const { columns, records } = readCsv((zipped ? gunzipSync(bytes) : bytes).toString("utf8"));
  const years = columns
    .map((name, at) => ({ at, year: Number(/^[^\d]*(\d{4})$/.exec(name.trim())?.[1]) }))
    .filter(({ at, year }) => at >= 2 && !Number.isNaN(year))
    .sort((a, b) => a.year - b.year);
  if (years.length < 3)
    throw new Error(`${path} has ${years.length} columns of years; name them y2013, y2014, …`);

  const regions = new Map<string, number>();
  const activities = new Map<string, number>();
  const numberOf = (names: Map<string, number>, name: string) => {
    if (!names.has(name)) names.set(name, names.size);
    return names.get(name)!;
  };
  const cells = records.map((record) => ({
    r: numberOf(regions, record[0]!.trim()),
    c: numberOf(activities, record[1]!.trim()),
    record,
  }));
  const tables = years.map(() => {
    const table = new Matrix(regions.size, activities.size);
    table.values.fill(Number.NaN);
    return table;
  });
  for (const { r, c, record } of cells)
    years.forEach(({ at }, t) => {
      const text = record[at]?.trim() ?? "";
      const value = text === "" ? Number.NaN : Number(text);
      // Whatever is no amount is a mark of the office that says why there is none.
      tables[t]!.values[r * activities.size + c] = value >= 0 ? value : Number.NaN;
    });
  return {
    regions: [...regions.keys()],
    activities: [...activities.keys()],
    ...everyYear(
      years.map(({ year }) => year),
      tables,
    ),
  };
}

/** A year between that has no column is one in which nothing is known. */
function everyYear(years: number[], tables: Matrix[]): { years: number[]; tables: Matrix[] } {
  const all = Array.from({ length: years.at(-1)! - years[0]! + 1 }, (_, k) => years[0]! + k);
  return {
    years: all,
    tables: all.map((year) => tables[years.indexOf(year)] ?? tables[0]!.map(() => Number.NaN)),
  };
}
