import { AnalyticsError } from "../core/error.ts";
import { checkWords } from "../core/one-of.ts";
import type { Observation, PanelOptions } from "./panel.ts";

export type Names = { regions: readonly string[]; activities: readonly string[]; periods: readonly string[] };

/** The cells of one period, row by row (compressed sparse rows). A value of `NaN` is secret or missing, see `states`. */
export type Slice = { starts: Int32Array; columns: Int32Array; values: Float64Array; states: Uint8Array };

type Cells = {
  period: number[];
  region: number[];
  activity: number[];
  value: number[];
  state: number[];
  row: number[];
};

/** Gives names their places and keeps the observations as numbers. */
export class Collector {
  readonly #options: PanelOptions;
  readonly #regions: Roll;
  readonly #activities: Roll;
  readonly #periods: Roll;
  readonly #cells: Cells = { period: [], region: [], activity: [], value: [], state: [], row: [] };

  constructor(options: PanelOptions) {
    checkWords(options, {
      duplicates: ["sum", "first", "last", "error"],
      unknown: ["error", "skip"],
      order: ["appearance", "name"],
      absent: ["zero", "missing"],
    });
    this.#options = options;
    this.#regions = new Roll("region", options.regions, options);
    this.#activities = new Roll("activity", options.activities, options);
    this.#periods = new Roll("period", options.periods?.map(String), options);
  }

  add(observation: Observation, row: number) {
    const { value } = observation;
    const region = this.#regions.place(observation.region, row);
    const activity = this.#activities.place(observation.activity, row);
    const period = this.#periods.place(String(observation.period ?? ""), row);
    if (region < 0 || activity < 0 || period < 0) return;
    if (typeof value === "number" && !(value >= 0 && value < Number.POSITIVE_INFINITY))
      throw badValue(observation, row);
    const cells = this.#cells;
    cells.region.push(region);
    cells.activity.push(activity);
    cells.period.push(period);
    cells.value.push(typeof value === "number" ? value : Number.NaN);
    cells.state.push(value === "secret" ? 1 : value === "missing" ? 2 : 0);
    cells.row.push(row);
  }

  /** The names in their order and one slice a period. */
  finish(): { names: Names; slices: Slice[]; repeated: number } {
    const regions = this.#regions.finish();
    const activities = this.#activities.finish();
    const periods = this.#periods.finish();
    const cells = this.#cells;
    const names = { regions: regions.names, activities: activities.names, periods: periods.names };
    const placed: Cells = {
      ...cells,
      region: cells.region.map((r) => regions.at[r]!),
      activity: cells.activity.map((c) => activities.at[c]!),
      period: cells.period.map((t) => periods.at[t]!),
    };
    const sorted = merged(placed, names, this.#options.duplicates ?? "sum");
    return {
      names,
      slices: names.periods.map((_, period) => slice(sorted, period, names, this.#options)),
      repeated: cells.value.length - sorted.value.length,
    };
  }
}

function badValue({ value, region, activity }: Observation, row: number): AnalyticsError {
  const place = { row, rowName: region, columnName: activity };
  return (value as number) < 0
    ? new AnalyticsError(
        "negative",
        `${value} is below zero`,
        'Amounts start at 0; say "missing" where one is unknown.',
        place,
      )
    : new AnalyticsError(
        "not-a-number",
        `${value} is not a finite number`,
        'Say "secret" or "missing" where an amount is unknown.',
        place,
      );
}

/** The names of one dimension and their places. */
class Roll {
  readonly #what: string;
  readonly #fixed: boolean;
  readonly #skip: boolean;
  readonly #sorted: boolean;
  readonly #places: Map<string, number>;

  constructor(what: string, fixed: readonly string[] | undefined, { unknown, order }: PanelOptions) {
    this.#what = what;
    this.#fixed = fixed !== undefined;
    this.#skip = unknown === "skip";
    // Years told out of order are still one after the other.
    this.#sorted = !this.#fixed && (order === "name" || what === "period");
    this.#places = new Map(fixed?.map((name, place) => [name, place]));
    if (fixed && this.#places.size < fixed.length)
      throw new AnalyticsError("duplicate", `A ${what} is listed twice`, "Give each name once.");
  }

  place(name: string, row: number): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    if (this.#fixed) {
      if (this.#skip) return -1;
      throw new AnalyticsError(
        "unknown-name",
        `"${name}" is no ${this.#what} of this panel`,
        'Correct the name, add it to the list, or leave such rows out with unknown: "skip".',
        { row },
      );
    }
    this.#places.set(name, this.#places.size);
    return this.#places.size - 1;
  }

  /** The names in their final order, and the final place of each provisional one. */
  finish(): { names: string[]; at: number[] } {
    const names = [...this.#places.keys()];
    if (!this.#sorted) return { names, at: names.map((_, place) => place) };
    const ordered = [...names].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
    const final = new Map(ordered.map((name, place) => [name, place]));
    return { names: ordered, at: names.map((name) => final.get(name)!) };
  }
}

/** The cells sorted by period, region and activity, each once. */
function merged(cells: Cells, names: Names, duplicates: NonNullable<PanelOptions["duplicates"]>): Cells {
  const width = names.activities.length;
  const height = names.regions.length;
  const key = Float64Array.from(
    cells.value,
    (_, k) => (cells.period[k]! * height + cells.region[k]!) * width + cells.activity[k]!,
  );
  const order = Uint32Array.from(key, (_, k) => k).sort((i, j) => key[i]! - key[j]! || i - j);
  const kept: Cells = { period: [], region: [], activity: [], value: [], state: [], row: [] };
  let last = -1;
  for (const k of order) {
    const top = kept.value.length - 1;
    if (top < 0 || key[k] !== last) {
      for (const part of Object.keys(kept) as (keyof Cells)[]) kept[part].push(cells[part][k]!);
      last = key[k]!;
      continue;
    }
    if (duplicates === "error")
      throw new AnalyticsError(
        "duplicate",
        `The cell of row ${kept.row[top]} is given again`,
        'Give each cell once, or say duplicates: "sum", "first" or "last".',
        {
          row: cells.row[k]!,
          rowName: names.regions[cells.region[k]!]!,
          columnName: names.activities[cells.activity[k]!]!,
        },
      );
    if (duplicates === "first") continue;
    // NaN + anything stays NaN: a sum with a secret part is no amount one may quote.
    kept.value[top] = duplicates === "last" ? cells.value[k]! : kept.value[top]! + cells.value[k]!;
    kept.state[top] = duplicates === "last" ? cells.state[k]! : kept.state[top]! || cells.state[k]!;
  }
  return kept;
}

function slice(cells: Cells, period: number, names: Names, { absent }: PanelOptions): Slice {
  const starts = new Int32Array(names.regions.length + 1);
  // A plain zero takes no place, unless what is not there counts as missing.
  const isKept = (k: number) => absent === "missing" || cells.value[k] !== 0;
  const here: number[] = [];
  for (let k = firstOf(cells.period, period); cells.period[k] === period; k++) if (isKept(k)) here.push(k);
  for (const k of here) starts[cells.region[k]! + 1]!++;
  for (let r = 0; r < names.regions.length; r++) starts[r + 1]! += starts[r]!;
  return {
    starts,
    columns: Int32Array.from(here, (k) => cells.activity[k]!),
    values: Float64Array.from(here, (k) => cells.value[k]!),
    states: Uint8Array.from(here, (k) => cells.state[k]!),
  };
}

/** Where a period begins in the sorted list. */
function firstOf(periods: readonly number[], period: number): number {
  let low = 0;
  let high = periods.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (periods[middle]! < period) low = middle + 1;
    else high = middle;
  }
  return low;
}
