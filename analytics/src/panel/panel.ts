import { AnalyticsError } from "../core/error.ts";
import { Matrix, type Table } from "../core/matrix.ts";
import { oneOf } from "../core/one-of.ts";
import { closest } from "./closest.ts";
import { Collector, type Names, type Slice } from "./collect.ts";

/** What is known of a cell: an amount (zero included), that it is kept secret, or that nobody reported it. */
export type CellState = "known" | "secret" | "missing";

/** One observation: how much of an activity a region has in a period. `secret` and `missing` are not zeros. */
export type Observation = {
  region: string;
  activity: string;
  /** Without periods a panel has one, named "". */
  period?: string | number;
  value: number | "secret" | "missing";
};

export type PanelOptions = {
  /** What to do where a cell is given twice: add up (the default), keep the first or the last, or refuse. */
  duplicates?: "sum" | "first" | "last" | "error";
  /** Fix who is in the panel and in which order; a name beyond is refused, or left out with `unknown: "skip"`. */
  regions?: readonly string[];
  activities?: readonly string[];
  periods?: readonly (string | number)[];
  unknown?: "error" | "skip";
  /** The order of names that are not fixed: as they come (the default) or by name. */
  order?: "appearance" | "name";
  /** What a cell without any observation is: a zero (the default) or missing. */
  absent?: "zero" | "missing";
};

const STATES: readonly CellState[] = ["known", "secret", "missing"];

/**
 * Regions × activities × periods, sparse: only what is not a plain zero takes memory (16 bytes a cell). All periods share the
 * same regions and activities in the same order, so that their matrices can be compared cell by cell.
 *
 * @example
 * const panel = Panel.from([
 *   { region: "Hamburg", activity: "aviation", period: 2020, value: 40_000 },
 *   { region: "Bremen", activity: "aviation", period: 2020, value: 16_000 },
 * ]);
 * panel.matrix(2020).at(0, 0); // 40000
 */
export class Panel {
  readonly regions: readonly string[];
  readonly activities: readonly string[];
  readonly periods: readonly string[];
  readonly absent: "zero" | "missing";
  /** How many observations were of a cell that another one had told of already; see `duplicates`. */
  readonly repeated: number;
  readonly #slices: readonly Slice[];

  private constructor(names: Names, absent: "zero" | "missing", slices: readonly Slice[], repeated = 0) {
    this.regions = names.regions;
    this.activities = names.activities;
    this.periods = names.periods;
    this.absent = absent;
    this.repeated = repeated;
    this.#slices = slices;
  }

  /**
   * A panel of observations in any order. Throws `duplicate`, `unknown-name`, `negative` or `not-a-number`, naming the
   * observation by its place in the list. O(n log n) for n observations.
   */
  static from(observations: Iterable<Observation>, options: PanelOptions = {}): Panel {
    const collect = new Collector(options);
    let row = 0;
    for (const observation of observations) collect.add(observation, row++);
    const { names, slices, repeated } = collect.finish();
    return new Panel(names, options.absent ?? "zero", slices, repeated);
  }

  /** A panel of whole tables, one a period. `NaN` becomes missing. */
  static fromMatrices(parts: {
    regions: readonly string[];
    activities: readonly string[];
    periods?: readonly (string | number)[];
    matrices: readonly Table[];
  }): Panel {
    const periods = (parts.periods ?? parts.matrices.map((_, k) => (parts.matrices.length > 1 ? k : ""))).map(
      String,
    );
    if (periods.length !== parts.matrices.length)
      throw new AnalyticsError(
        "shape",
        `${periods.length} periods do not fit ${parts.matrices.length} tables`,
        "Give one table a period.",
      );
    const slices = parts.matrices.map((table) => {
      const matrix = Matrix.from(table);
      if (matrix.rows !== parts.regions.length || matrix.columns !== parts.activities.length)
        throw new AnalyticsError(
          "shape",
          `A table of ${matrix.rows} × ${matrix.columns} does not fit ${parts.regions.length} regions and ${parts.activities.length} activities`,
          "Give one row a region and one column an activity.",
        );
      return sliceOf(matrix);
    });
    return new Panel({ regions: parts.regions, activities: parts.activities, periods }, "zero", slices);
  }

  /** The amounts of a period, `NaN` where secret or missing. Without a period: the only or the last one. */
  matrix(period?: string | number): Matrix {
    const matrix = new Matrix(this.regions.length, this.activities.length);
    if (this.absent === "missing") matrix.values.fill(Number.NaN);
    const { starts, columns, values } = this.#slice(period);
    for (let r = 0; r < matrix.rows; r++)
      for (let k = starts[r]!; k < starts[r + 1]!; k++)
        matrix.values[r * matrix.columns + columns[k]!] = values[k]!;
    return matrix;
  }

  /** The row of a region in every matrix; throws `unknown-name` with names that are close. O(regions). */
  region(name: string): number {
    return position(this.regions, name, "region");
  }

  /** The column of an activity in every matrix; throws `unknown-name` with names that are close. O(activities). */
  activity(name: string): number {
    return position(this.activities, name, "activity");
  }

  /** What is known of one cell. */
  state(region: string, activity: string, period?: string | number): CellState {
    const r = position(this.regions, region, "region");
    const c = position(this.activities, activity, "activity");
    const { starts, columns, states } = this.#slice(period);
    const k = columns.subarray(starts[r], starts[r + 1]).indexOf(c);
    if (k < 0) return this.absent === "zero" ? "known" : "missing";
    return STATES[states[starts[r]! + k]!]!;
  }

  /** How many cells are secret and how many missing in a period, for the footnote of every table made of it. */
  gaps(period?: string | number): { secret: number; missing: number } {
    const { states, values } = this.#slice(period);
    let secret = 0;
    let missing = 0;
    for (const state of states) {
      if (state === 1) secret++;
      if (state === 2) missing++;
    }
    const cells = this.regions.length * this.activities.length;
    return { secret, missing: missing + (this.absent === "missing" ? cells - values.length : 0) };
  }

  /** The long form again: what is not a plain zero, in the order of periods, regions and activities. */
  *observations(): Generator<Required<Observation>> {
    for (const [t, period] of this.periods.entries()) {
      const { starts, columns, values, states } = this.#slices[t]!;
      for (const [r, region] of this.regions.entries())
        for (let k = starts[r]!; k < starts[r + 1]!; k++) {
          const state = STATES[states[k]!]!;
          yield {
            region,
            activity: this.activities[columns[k]!]!,
            period,
            value: state === "known" ? values[k]! : state,
          };
        }
    }
  }

  /** The part of a panel with these names, in this order. */
  select(names: {
    regions?: readonly string[];
    activities?: readonly string[];
    periods?: readonly (string | number)[];
  }): Panel {
    for (const region of names.regions ?? []) position(this.regions, region, "region");
    for (const activity of names.activities ?? []) position(this.activities, activity, "activity");
    for (const period of names.periods ?? []) position(this.periods, String(period), "period");
    return Panel.from(this.observations(), {
      regions: names.regions ?? this.regions,
      activities: names.activities ?? this.activities,
      periods: names.periods ?? this.periods,
      unknown: "skip",
      absent: this.absent,
    });
  }

  /**
   * A panel of coarser units: each region or activity replaced by what it belongs to, amounts added up. A group with a secret
   * or missing part is secret or missing itself: the sum of what is known would pass for the whole.
   */
  group(by: { region?: (name: string) => string; activity?: (name: string) => string }): Panel {
    const grouped = function* (panel: Panel): Generator<Observation> {
      for (const one of panel.observations())
        yield {
          ...one,
          region: by.region ? by.region(one.region) : one.region,
          activity: by.activity ? by.activity(one.activity) : one.activity,
        };
    };
    return Panel.from(grouped(this), {
      regions: unique(this.regions.map((name) => (by.region ? by.region(name) : name))),
      activities: unique(this.activities.map((name) => (by.activity ? by.activity(name) : name))),
      periods: this.periods,
      absent: this.absent,
    });
  }

  #slice(period?: string | number): Slice {
    const t =
      period === undefined ? this.periods.length - 1 : position(this.periods, String(period), "period");
    return this.#slices[t] ?? { starts: new Int32Array(this.regions.length + 1), ...NOTHING };
  }
}

/**
 * Panels over the same regions and activities, so that their tables can be compared: those that all have ("common") or those
 * that any has ("all").
 *
 * @example
 * const before = Panel.from([{ region: "Kiel", activity: "ports", value: 3 }]);
 * const after = Panel.from([{ region: "Kiel", activity: "energy", value: 2 }]);
 * align([before, after]).map((panel) => panel.matrix().toRows()); // [[[3, 0]], [[0, 2]]]
 */
export function align(panels: readonly Panel[], keep: "common" | "all" = "all"): Panel[] {
  oneOf(keep, ["common", "all"], "keep");
  const names = (of: (panel: Panel) => readonly string[]) => {
    const every = unique(panels.flatMap(of));
    if (keep === "all") return every;
    const sets = panels.map((panel) => new Set(of(panel)));
    return every.filter((name) => sets.every((set) => set.has(name)));
  };
  const regions = names((panel) => panel.regions);
  const activities = names((panel) => panel.activities);
  return panels.map((panel) =>
    Panel.from(panel.observations(), {
      regions,
      activities,
      periods: panel.periods,
      unknown: "skip",
      absent: panel.absent,
    }),
  );
}

const NOTHING = { columns: new Int32Array(0), values: new Float64Array(0), states: new Uint8Array(0) };

function sliceOf(matrix: Matrix): Slice {
  const starts = new Int32Array(matrix.rows + 1);
  const columns: number[] = [];
  const values: number[] = [];
  for (let r = 0; r < matrix.rows; r++) {
    for (let c = 0; c < matrix.columns; c++) {
      const value = matrix.at(r, c);
      if (value < 0 || value === Number.POSITIVE_INFINITY)
        throw new AnalyticsError("negative", `${value} is no amount`, "Amounts are finite and start at 0.", {
          row: r,
          column: c,
        });
      if (value === 0) continue;
      columns.push(c);
      values.push(value);
    }
    starts[r + 1] = columns.length;
  }
  const states = Uint8Array.from(values, (value) => (Number.isNaN(value) ? 2 : 0));
  return { starts, columns: Int32Array.from(columns), values: Float64Array.from(values), states };
}

function position(names: readonly string[], name: string, what: string): number {
  const place = names.indexOf(name);
  if (place < 0)
    throw new AnalyticsError(
      "unknown-name",
      `There is no ${what} "${name}"`,
      names.length <= 8
        ? `There are: ${names.join(", ")}.`
        : `Of the ${names.length} there are, the closest are ${closest(names, name, 5).join(", ")}.`,
    );
  return place;
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];
