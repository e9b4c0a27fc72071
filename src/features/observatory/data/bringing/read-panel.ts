import { ESTIMATED, MISSING, SECRET, VALUE } from "../blocks.ts";
import { type By, translateGrid } from "../correspondence/translate.ts";
import { Grid, type Places } from "../grid.ts";
import { codeList } from "../lists.ts";
import { keyOf } from "../mapping/key.ts";
import { numberOf } from "../mapping/numbers.ts";
import { periodOf } from "../mapping/period.ts";
import type { Mapping, PanelRole } from "../mapping/roles.ts";
import type { Source } from "../reading/source.ts";
import { readRows, type Shape } from "../reading/table.ts";
import { type Findings, noFindings, noteProblem, type Reason } from "./findings.ts";

export interface PanelRead {
  grid: Grid;
  findings: Findings;
  measures: { key: string; label: string }[];
  /** The lists its codes are of. */
  lists: { region: string | null; activity: string | null };
}

/** What stands for the region or the activity where a file has none. */
export const ALL = "TOTAL";

interface ValueColumn {
  at: number;
  measure: string;
  period: string | null;
}

/** Reads a file into a panel, cell by cell. Nothing is written; what cannot be used is told by its row. */
export async function readPanel(
  source: Source,
  shape: Shape,
  mapping: Mapping,
  {
    by = { region: null, activity: null },
    progress = () => {},
  }: { by?: By; progress?: (rows: number) => Promise<void> | void } = {},
): Promise<PanelRead> {
  // A text ends where it was cut; a workbook leaves out what is empty at the end of its rows.
  const reader = new Reader(mapping, by, shape.format === "csv");
  await readRows(source, shape, async ({ first, rows }) => {
    for (const [i, cells] of rows.entries()) {
      const row = first + i;
      if (row <= shape.headRow) continue;
      reader.take(row, cells);
    }
    await progress(reader.findings.rows);
  });
  return reader.done();
}

class Reader {
  readonly grid = new Grid();
  readonly findings: Findings = noFindings();
  readonly #mapping: Mapping;
  readonly #by: By;
  readonly #at: Record<Exclude<PanelRole, "value" | "ofPeriod">, number>;
  /** What every row has to reach. */
  readonly #last: number;
  readonly #values: ValueColumn[];
  readonly #labels = new Map<string, string>();
  readonly #periods = new Map<string, string | null>();
  readonly #regions: Codes;
  readonly #activities: Codes;
  readonly #secret: ReadonlySet<string>;
  readonly #missing: ReadonlySet<string>;
  readonly #estimated: ReadonlySet<string>;

  constructor(mapping: Mapping, by: By, ragged: boolean) {
    this.#mapping = mapping;
    this.#by = by;
    const at = (role: PanelRole) => mapping.columns.indexOf(role);
    this.#at = {
      region: at("region"),
      regionName: at("regionName"),
      activity: at("activity"),
      activityName: at("activityName"),
      period: at("period"),
      measure: at("measure"),
      flag: at("flag"),
      secrecy: at("secrecy"),
    };
    const several = mapping.columns.filter((role) => role === "value").length > 1;
    this.#values = mapping.columns.flatMap((role, at): ValueColumn[] => {
      const name = mapping.head[at] ?? "";
      if (role === "ofPeriod") return [{ at, measure: "value", period: periodOf(name) ?? name.slice(0, 20) }];
      if (role !== "value") return [];
      const measure = several ? keyOf(name, at) : "value";
      if (several) this.#labels.set(measure, name);
      return [{ at, measure, period: null }];
    });
    const { region, activity, period } = this.#at;
    this.#last = ragged ? Math.max(region, activity, period, ...this.#values.map(({ at }) => at)) : -1;
    this.#regions = new Codes(this.grid.regions, mapping.regionList, by.region);
    this.#activities = new Codes(this.grid.activities, mapping.activityList, by.activity);
    this.#secret = new Set(mapping.secret);
    this.#missing = new Set(mapping.missing);
    this.#estimated = new Set(mapping.estimated.map((flag) => flag.toLowerCase()));
  }

  take(row: number, cells: readonly string[]) {
    if (cells.length <= 1 && (cells[0] ?? "").trim() === "") return;
    this.findings.rows += 1;
    const { region, regionName, activity, activityName, period, measure, flag, secrecy } = this.#at;
    if (cells.length <= this.#last)
      return this.#problem(row, cells.length, "short-row", cells.join(" ").trim());
    const code = cells[region] ?? "";
    const r =
      region < 0
        ? this.grid.regions.at(ALL)
        : this.#regions.place(code, regionName >= 0 ? cells[regionName] : undefined);
    if (r < 0)
      return this.#problem(
        row,
        region,
        code.trim() === "" ? "no-region" : this.#regions.why("region", code),
        code,
      );
    const a =
      activity < 0
        ? this.grid.activities.at(ALL)
        : this.#activities.place(cells[activity] ?? "", activityName >= 0 ? cells[activityName] : undefined);
    if (a < 0)
      return this.#problem(
        row,
        activity,
        this.#activities.why("activity", cells[activity] ?? ""),
        cells[activity] ?? "",
      );
    const when = period < 0 ? null : this.#period(cells[period] ?? "");
    if (period >= 0 && when === null) return this.#problem(row, period, "bad-period", cells[period] ?? "");
    const what = measure < 0 ? null : keyOf(cells[measure] ?? "", measure);
    if (what !== null && !this.#labels.has(what)) {
      if ((cells[measure] ?? "").trim() === "" || this.#labels.size >= 50)
        return this.#problem(row, measure, "bad-measure", cells[measure] ?? "");
      this.#labels.set(what, (cells[measure] ?? "").trim());
    }
    const said = flag < 0 ? "" : (cells[flag] ?? "").trim();
    const secret = secrecy >= 0 && !["", "F"].includes((cells[secrecy] ?? "").trim());
    for (const column of this.#values) {
      const text = (cells[column.at] ?? "").trim();
      const [value, mark] = this.#figure(text, said, secret);
      if (value === null) {
        this.#problem(row, column.at, "not-a-number", text);
        continue;
      }
      if (value < 0 && !this.#mapping.negative) {
        this.#problem(row, column.at, "negative", text);
        continue;
      }
      if (!this.grid.set(what ?? column.measure, column.period ?? when!, r, a, value, mark))
        this.#problem(row, column.at, "duplicate", text);
      else this.findings.cells[mark]! += 1;
    }
  }

  done(): PanelRead {
    const { findings } = this;
    const by = this.#by;
    const grid = by.region || by.activity ? translateGrid(this.grid, by) : this.grid;
    findings.regions = grid.regions.codes.length;
    findings.activities = grid.activities.codes.length;
    findings.periods = grid.periods;
    findings.measures = grid.measures;
    findings.padded = this.#regions.padded + this.#activities.padded;
    if (grid !== this.grid) findings.cells = cellsByMark(grid);
    return {
      grid,
      findings,
      measures: grid.measures.map((key) => ({ key, label: this.#labels.get(key) ?? "" })),
      lists: {
        region: by.region?.to ?? this.#mapping.regionList,
        activity: by.activity?.to ?? this.#mapping.activityList,
      },
    };
  }

  /** The figure and its mark; `null` where the text is neither a number nor a known sign. */
  #figure(text: string, flag: string, secret: boolean): [number | null, 0 | 1 | 2 | 3] {
    const marked = flagMark(flag, this.#estimated);
    if (text === "") {
      if (secret || marked === SECRET) return [Number.NaN, SECRET];
      if (marked === MISSING) return [Number.NaN, MISSING];
      return [Number.NaN, this.#mapping.blank === "secret" ? SECRET : MISSING];
    }
    const plain = numberOf(text, this.#mapping.decimal);
    if (plain !== null) {
      if (secret || marked === SECRET) return [Number.NaN, SECRET];
      return [plain, marked === ESTIMATED ? ESTIMATED : VALUE];
    }
    if (this.#secret.has(text)) return [Number.NaN, SECRET];
    if (this.#missing.has(text)) return [Number.NaN, secret || marked === SECRET ? SECRET : MISSING];
    // As Eurostat writes it: the figure, or a colon, and its flags in one cell.
    const both = /^(\S+)\s+([A-Za-z]{1,4})$/.exec(text) ?? /^([-−]?[\d.,]*\d)([a-z]{1,3})$/.exec(text);
    if (both && flag === "" && both[2] !== text) return this.#figure(both[1]!, both[2]!, secret);
    return [null, MISSING];
  }

  #period(text: string): string | null {
    const known = this.#periods.get(text);
    if (known !== undefined) return known;
    const period = periodOf(text);
    if (this.#periods.size < 10_000) this.#periods.set(text, period);
    return period;
  }

  #problem(row: number, at: number, reason: Reason, said: string) {
    noteProblem(this.findings, row, this.#mapping.head[at] ?? "", reason, said);
  }
}

/** Codes of one side: looked up once, and from then on by their place. */
class Codes {
  padded = 0;
  readonly #places: Places;
  readonly #listed: ReadonlyMap<string, unknown> | null;
  readonly #known: ReadonlyMap<string, unknown> | null;
  readonly #leads: boolean;
  readonly #pads: boolean;
  readonly #seen = new Map<string, number>();

  constructor(places: Places, list: string | null, by: By["region"]) {
    this.#places = places;
    this.#listed = codeList(list)?.known() ?? null;
    this.#known = by?.targets ?? this.#listed;
    this.#leads = by !== null;
    this.#pads = list === "ags";
  }

  /** -1 where the list does not know the code. */
  place(said: string, name: string | undefined): number {
    const before = this.#seen.get(said);
    if (before !== undefined) return before;
    let code = said.trim();
    let place = -1;
    if (code !== "" && code.length <= 60) {
      // A spreadsheet takes 01001 for a number.
      if (this.#pads && /^\d{4}$/.test(code)) {
        code = code.padStart(5, "0");
        this.padded += 1;
      }
      if (!this.#known || this.#known.has(code)) {
        place = this.#places.at(code);
        if (name && name.trim() !== "") this.#name(code, name.trim().slice(0, 200));
      }
    }
    this.#seen.set(said, place);
    return place;
  }

  /** A code of the list that the correspondence leads nowhere, or one that is in no list. */
  why<S extends "region" | "activity">(side: S, code: string): `unmapped-${S}` | `unknown-${S}` {
    return this.#leads && (this.#listed?.has(code.trim()) ?? true) ? `unmapped-${side}` : `unknown-${side}`;
  }

  #name(code: string, name: string) {
    this.#places.names.set(code, { en: name, de: name });
  }
}

/** What a flag says: our own words, the code lists of SDMX, or Eurostat's letters, several of which may stand together. */
function flagMark(flag: string, estimated: ReadonlySet<string>): 0 | 1 | 2 | 3 {
  if (flag === "" || flag === "A" || flag === "value") return VALUE;
  if (flag === "missing" || flag === "M" || flag === "O" || flag === "L") return MISSING;
  if (flag === "secret") return SECRET;
  if (flag === "estimated") return ESTIMATED;
  const letters = [...flag.toLowerCase()].filter((sign) => /[a-z]/.test(sign));
  if (letters.includes("c")) return SECRET;
  return letters.some((letter) => estimated.has(letter)) ? ESTIMATED : VALUE;
}

function cellsByMark(grid: Grid): Findings["cells"] {
  const cells: Findings["cells"] = [0, 0, 0, 0];
  for (const measure of grid.measures)
    for (const period of grid.periods)
      for (const mark of grid.block(measure, period)?.marks ?? []) cells[mark]! += 1;
  return cells;
}
