import { parseArgs } from "node:util";
import manifest from "../../package.json" with { type: "json" };
import { AnalyticsError, type Note, type Panel, writeCsv } from "../index.ts";
import { type Mapping, readGraph, readPanel, readSeries, readUnits } from "./input.ts";
import type { Measure, Option, Output, Said, Slice } from "./measure.ts";
import { measures } from "./measures.ts";

/** The outside world, handed in so that tests need none. */
export type World = {
  read(path: string): Promise<string>;
  write(path: string | undefined, text: string): Promise<void>;
  /** Progress, notes and errors: not part of the answer. */
  say(line: string): void;
};

const { version } = manifest;

/** More periods than this are more likely a column of something else. */
const MANY_PERIODS = 500;

const COLUMNS: Record<Measure["takes"], readonly string[]> = {
  panel: ["region", "activity", "value", "period"],
  "two periods": ["region", "activity", "value", "period"],
  edges: ["source", "target", "weight"],
  units: ["unit"],
  series: ["period", "value"],
};

const HELP: Record<Measure["takes"], string> = {
  panel:
    "one line a region and activity: columns region, activity, value, and period where there are several",
  "two periods": "one line a region, activity and period: columns region, activity, value, period",
  edges: "one line an edge: columns source, target, and weight where edges have one",
  units: "one line a unit: its name, then one column an indicator",
  series: "one line a period: columns period, value",
};

/** Runs one command line and gives the exit code: 0 done, 1 bad input, 2 bad command. */
export async function run(argv: readonly string[], world: World): Promise<0 | 1 | 2> {
  const [name, ...rest] = argv;
  if (name === "--version" || name === "-v") {
    await world.write(undefined, `${version}\n`);
    return 0;
  }
  if (name === undefined || name === "help" || name === "--help" || name === "-h")
    return help(rest[0], world);
  const measure = measures[name];
  if (!measure) {
    world.say(`There is no measure "${name}". ${nearest(name)}The list: analytics help`);
    return 2;
  }
  if (rest.includes("--help")) return help(name, world);
  const parsed = read(name, measure, rest);
  if (typeof parsed === "string") {
    world.say(parsed);
    return 2;
  }
  try {
    const text = await world.read(parsed.file);
    const output = compute(measure, text, parsed, world);
    for (const note of output.notes ?? []) world.say(`Note: ${note.text}`);
    await world.write(
      parsed.out,
      parsed.format === "json" ? json(output) : writeCsv(output.columns, output.records),
    );
    return 0;
  } catch (error) {
    if (!(error instanceof AnalyticsError)) throw error;
    world.say(sayError(error));
    return 1;
  }
}

type Parsed = {
  file: string;
  mapping: Mapping;
  said: Said;
  format: "csv" | "json";
  out?: string;
  at?: string;
};

/** The command line taken apart, or a sentence on what is wrong with it. */
function read(name: string, measure: Measure, rest: string[]): Parsed | string {
  const own = measure.options ?? {};
  const text = { type: "string" } as const;
  const columns = Object.fromEntries(COLUMNS[measure.takes].map((column) => [column, text]));
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      allowPositionals: true,
      options: {
        ...columns,
        ...Object.fromEntries(
          Object.entries(own).map(([option, { type }]) => [
            option,
            { type: type === "flag" ? ("boolean" as const) : ("string" as const) },
          ]),
        ),
        at: text,
        separator: text,
        decimal: text,
        duplicates: text,
        directed: { type: "boolean" },
        format: text,
        out: text,
      },
    });
    if (positionals.length !== 1) return `Name one file, or - for standard input: analytics ${name} data.csv`;
    const { format = "csv", out, at, ...others } = values as Record<string, string | boolean | undefined>;
    if (format !== "csv" && format !== "json") return `--format is csv or json, not ${format}.`;
    return {
      file: positionals[0]!,
      mapping: others as Mapping,
      said: Object.fromEntries(
        Object.entries(own).map(([option, of]) => [option, readOption(option, of, others[option])]),
      ),
      format,
      ...(out === undefined ? {} : { out: String(out) }),
      ...(at === undefined ? {} : { at: String(at) }),
    };
  } catch (error) {
    return `${(error as Error).message.split(". To specify")[0]!.replace(/\.$/, "")}. More: analytics help ${name}`;
  }
}

function readOption(name: string, { type, choices }: Option, said: string | boolean | undefined) {
  if (said === undefined || type === "flag") return said;
  if (choices && !choices.includes(String(said)))
    throw new Error(`--${name} is one of ${choices.join(", ")}, not ${said}`);
  if (type === "text") return said;
  const value = Number(said);
  if (String(said).trim() === "" || Number.isNaN(value))
    throw new Error(`--${name} takes a number, not "${said}"`);
  return value;
}

function compute(measure: Measure, text: string, { mapping, said, at }: Parsed, world: World): Output {
  switch (measure.takes) {
    case "edges": {
      const graph = readGraph(text, mapping);
      world.say(`${graph.size} nodes, ${graph.edgeCount} edges${graph.weighted ? " with weights" : ""}.`);
      return measure.run(graph, said);
    }
    case "units": {
      const units = readUnits(text, mapping);
      world.say(`${units.units.length} units; indicators: ${units.indicators.join(", ")}.`);
      return measure.run(units, said);
    }
    case "series":
      return measure.run(readSeries(text, mapping), said);
    case "panel": {
      const panel = readPanel(text, mapping);
      world.say(size(panel));
      return eachPeriod(panel, at, (slice) => measure.run(slice, said));
    }
    case "two periods": {
      const panel = readPanel(text, mapping);
      world.say(size(panel));
      if (panel.periods.length < 2)
        throw new AnalyticsError(
          "shape",
          "The file has one period",
          "Give at least two, and say which column it is with --period NAME.",
        );
      return measure.run(sliceAt(panel, panel.periods[0]!), sliceAt(panel, panel.periods.at(-1)!), said);
    }
  }
}

/** Every period, or the one asked for; where there are several, a first column says which. */
function eachPeriod(panel: Panel, at: string | undefined, one: (slice: Slice) => Output): Output {
  if (at !== undefined) return one(sliceAt(panel, at));
  const outputs = panel.periods.map((period) => one(sliceAt(panel, period)));
  if (outputs.length === 1) return outputs[0]!;
  return {
    columns: ["period", ...(outputs[0]?.columns ?? [])],
    records: outputs.flatMap(({ records }, t) => records.map((record) => [panel.periods[t]!, ...record])),
    notes: outputs.flatMap(({ notes }, t) =>
      (notes ?? []).map((note) => ({ ...note, text: `${panel.periods[t]}: ${note.text}` })),
    ),
  };
}

const sliceAt = (panel: Panel, period: string): Slice => ({
  panel,
  regions: panel.regions,
  activities: panel.activities,
  amounts: panel.matrix(period),
});

function size(panel: Panel): string {
  const gaps = panel.periods.map((period) => panel.gaps(period));
  const [secret, missing] = (["secret", "missing"] as const).map((kind) =>
    gaps.reduce((n, gap) => n + gap[kind], 0),
  );
  const hidden = [...(secret ? [`${secret} secret`] : []), ...(missing ? [`${missing} missing`] : [])];
  const parts = [
    `${panel.regions.length} regions`,
    `${panel.activities.length} activities`,
    ...(panel.periods.length > 1 ? [`${panel.periods.length} periods`] : []),
  ];
  const told = [
    `${parts.join(", ")}${hidden.length > 0 ? `; cells not known: ${hidden.join(", ")}` : ""}.`,
    ...(panel.repeated > 0 ? [`Cells told again: ${panel.repeated}; see --duplicates.`] : []),
    ...(panel.periods.length > MANY_PERIODS ? ["So many periods: is that the right column?"] : []),
  ];
  return told.join(" ");
}

const json = ({ columns, records, notes = [] }: Output): string =>
  `${JSON.stringify(
    {
      notes: notes.map(({ code, text }: Note) => ({ code, text })),
      rows: records.map((record) =>
        Object.fromEntries(columns.map((column, k) => [column, Number.isNaN(record[k]) ? null : record[k]])),
      ),
    },
    null,
    1,
  )}\n`;

/** People count lines from 1 and the first one names the columns. */
function sayError({ message, place, what, remedy }: AnalyticsError): string {
  if (place.row === undefined) return message;
  const column = place.columnName === undefined ? "" : `, column "${place.columnName}"`;
  return `Line ${place.row + 2}${column}: ${what}. ${remedy}`;
}

function help(name: string | undefined, world: World): 0 | 2 {
  const measure = name === undefined ? undefined : measures[name];
  if (name !== undefined && !measure) {
    world.say(`There is no measure "${name}". ${nearest(name)}The list: analytics help`);
    return 2;
  }
  void world.write(undefined, measure ? helpOn(name!, measure) : overview());
  return 0;
}

function helpOn(name: string, { summary, takes, options = {} }: Measure): string {
  const columns = COLUMNS[takes].map(
    (column) =>
      [
        `--${column} NAME`,
        column === "value" && takes !== "series"
          ? "the column of amounts; several, with commas between, where each period has one"
          : `the column that says the ${column}`,
      ] as const,
  );
  const own = Object.entries(options).map(
    ([option, { type, choices, summary: said }]) =>
      [
        `--${option}${type === "flag" ? "" : type === "number" ? " N" : choices ? " WORD" : " NAME"}`,
        choices ? `${said}: ${choices.join(", ")}` : said,
      ] as const,
  );
  const common = [
    ...(takes === "panel" ? [["--at PERIOD", "this period alone"] as const] : []),
    ...(takes === "edges" ? [["--directed", "edges lead from source to target"] as const] : []),
    ...(takes.includes("p") && takes !== "units"
      ? [["--duplicates WORD", "a cell told twice: sum (as it is), first, last, error"] as const]
      : []),
    ["--decimal ,", "a comma separates the fraction"] as const,
    ["--separator X", "what separates fields (else found in the first line)"] as const,
    ["--format json", "JSON in place of CSV"] as const,
    ["--out FILE", "write there, not to standard output"] as const,
  ];
  return [
    `analytics ${name} FILE.csv`,
    "",
    summary,
    "",
    `The file has ${HELP[takes]}.`,
    "",
    ...[...columns, ...own, ...common].map(([option, said]) => `  ${option.padEnd(22)} ${said}`),
    "",
  ].join("\n");
}

function overview(): string {
  const groups = Object.keys(HELP) as Measure["takes"][];
  return [
    "analytics MEASURE FILE.csv [options]      CSV in, CSV or JSON out; - reads standard input",
    "analytics help MEASURE                    what it is and what it takes",
    ...groups.flatMap((takes) => [
      "",
      `From a file with ${HELP[takes]}:`,
      ...Object.entries(measures)
        .filter(([, measure]) => measure.takes === takes)
        .map(([name, { summary }]) => `  ${name.padEnd(22)} ${summary.split(". ")[0]!.replace(/\.$/, "")}`),
    ]),
    "",
  ].join("\n");
}

/** "Did you mean", where one name is close. */
function nearest(name: string): string {
  const close = Object.keys(measures).filter(
    (known) => known.includes(name) || name.includes(known) || distance(known, name) <= 2,
  );
  return close.length > 0 ? `Did you mean ${close.slice(0, 3).join(" or ")}? ` : "";
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
