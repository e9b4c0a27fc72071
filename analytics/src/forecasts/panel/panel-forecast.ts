import { AnalyticsError } from "../../core/error.ts";
import { Matrix, type Table } from "../../core/matrix.ts";
import type { Note } from "../../core/note.ts";
import { Bands } from "./bands.ts";
import { Growth, type Periods, periodsOf, SIGNALS } from "./growth.ts";
import { learnWeights, longer, startWeights, type Weights } from "./weights.ts";

export type PanelForecastOptions = {
  /** How many periods ahead: 1 unless told. */
  horizon?: number;
  /** The share of outcomes that should lie within the bounds: 0.8 unless told. */
  level?: number;
  /**
   * The wider region each region is part of (its country, its state), as a name or number: regions of one group are expected to
   * resemble one another. `groupsOfCodes` makes it from codes. Without it all are of one group.
   */
  groups?: readonly (string | number)[];
};

/** Amounts expected of a period to come, and between which bounds: `mean`, `lower` and `upper` are of one shape. */
export type PanelBounds = { mean: Matrix; lower: Matrix; upper: Matrix };

/** One period to come. */
export type PanelAhead = PanelBounds & {
  /** How many periods ahead. */
  ahead: number;
  /** Sums over activities (regions × 1) and over regions (activities × 1), with bounds from their own errors. */
  regions: PanelBounds;
  activities: PanelBounds;
  /** The weight of each signal, by its name. */
  weights: Record<string, number>;
  /** How many origins the weights were learnt from; with none they are those every panel begins with. */
  origins: number;
};

export type PanelForecast = {
  periods: PanelAhead[];
  /** In how many periods each cell is known, regions × activities. Under three, a forecast says little of that cell. */
  known: Matrix;
  notes: Note[];
};

/** Of how many cells errors are gathered for the bounds. */
const MOST_ERRORS = 1_000_000;

/**
 * Forecasts every cell of a panel (regions × activities, one table a period) by what its activity, its region, the group of its region
 * and the cell itself have been doing, each believed as much as it deserved in the past of this very panel:
 *
 *     x̂(r, c, h) = x(r, c) (1 + Σ_k w_k(h) g_k(r, c))
 *
 * The g are growth rates, last and mean (the cell's own: median) of the last three periods: of the whole; of the activity beyond the
 * whole; of region and group of regions beyond what their activities would have made of them; of the activity in the group beyond
 * those; of the cell beyond activity and region, as it is and times x / (x + half the mean amount): own growth of small cells is
 * mostly chance. Regions, groups and cells of little size are drawn towards 0 likewise, and single jumps are cut off.
 *
 * The weights w(h) are learnt by back-tests at every earlier period whose outcome is known by now (least absolute errors, as WAPE
 * counts them), drawn towards start values as strongly as if 0.5 to 6 more origins had said so: most for the whole, of which each
 * origin shows one case, least for cells. Start values for h come from the weights learnt for h - 1, as each signal fades; for the
 * first period and in panels too short they are constants that were set by hand. Nothing later than the last table is looked at.
 *
 * `NaN` is unknown: such a cell is carried on from the last period in which it was known, and one that never was stays `NaN`. What is 0
 * stays 0. Sums are sums of the cells, so all levels agree. Bounds are quantiles of the relative errors of the back-tests by size; beyond
 * the horizons that can be tested they widen with the horizon; with nothing to test they are `NaN`, with a note. They know of shocks
 * only what the past had of them. O(periods × cells × (horizon + signals²)); of more than 40,000 cells an origin the weights are learnt from
 * the largest and a part of the others.
 *
 * G. Gardner and E. McKenzie, "Forecasting Trends in Time Series", Management Science 31 (1985), 1237–1246, for damping; J. M. Bates and
 * C. W. J. Granger, "The Combination of Forecasts", OR 20 (1969), 451–468; H. J. Brown, "Shift and Share Projections of Regional
 * Economic Growth", Journal of Regional Science 9 (1969), 1–18, for what growth is made of; B. Efron and C. Morris, "Stein's Paradox in
 * Statistics", Scientific American 236 (5) (1977), 119–127, for shrinkage.
 *
 * @example
 * const growing = [[[100, 50]], [[110, 50]], [[121, 50]], [[133.1, 50]]];
 * const { periods } = panelForecast(growing);
 * periods[0].mean.at(0, 0) > 138; // true
 */
export function panelForecast(periods: readonly Table[], options: PanelForecastOptions = {}): PanelForecast {
  const { horizon, known, notes, at } = panelForecaster(periods, options);
  return { periods: Array.from({ length: horizon }, (_, h) => at(h + 1)), known, notes };
}

/**
 * As `panelForecast`, one period to come at a time: for panels whose forecasts do not all fit into memory.
 *
 * `at(h)` is what `panelForecast` has in its `periods`, from 1 to `horizon`. O(cells × origins) for each.
 *
 * @example
 * const { at } = panelForecaster([[[10, 20]], [[11, 20]], [[12, 20]]], { horizon: 2 });
 * at(2).ahead; // 2
 */
export function panelForecaster(
  periods: readonly Table[],
  options: PanelForecastOptions = {},
): { horizon: number; known: Matrix; notes: Note[]; at: (ahead: number) => PanelAhead } {
  const { horizon = 1, level = 0.8 } = options;
  const tables = checked(periods, horizon, level);
  const panel = periodsOf(tables);
  const groups = groupNumbers(options.groups, panel.rows);
  const last = tables.length - 1;
  const growths = tables.map((_, origin) => new Growth(panel, origin, groups));
  const weights = allWeights(panel, growths, horizon);

  const known = new Matrix(panel.rows, panel.columns);
  for (const table of panel.tables)
    for (let k = 0; k < table.length; k++) if (!Number.isNaN(table[k]!)) known.values[k]! += 1;

  const notes: Note[] = [];
  const most = Math.max(1, Math.floor(MOST_ERRORS / Math.max(1, panel.rows * panel.columns)));
  const tested = originsFor(last, 1).length > 0 ? last - 1 : 0;
  if (tested === 0)
    notes.push({
      code: "degenerate",
      text: `${tables.length} periods leave nothing to test, so there are no bounds and the weights are those every panel begins with.`,
    });
  const bands = new Map<number, { cells: Bands; regions: Bands; activities: Bands }>();
  const bandsFor = (ahead: number) => {
    const kept = bands.get(ahead) ?? errors(panel, growths, weights[ahead - 1]!, ahead, level, most);
    bands.set(ahead, kept);
    return kept;
  };

  const at = (ahead: number): PanelAhead => {
    if (!(Number.isInteger(ahead) && ahead >= 1 && ahead <= horizon))
      throw new AnalyticsError(
        "option",
        `There is no period ${ahead} ahead`,
        `Give one from 1 to ${horizon}.`,
      );
    const mean = new Matrix(
      panel.rows,
      panel.columns,
      forecastAt(growths[last]!, weights[ahead - 1]!, panel),
    );
    const from = Math.max(1, Math.min(ahead, tested));
    const times = ahead / from;
    const { cells, regions, activities } = bandsFor(from);
    return {
      ahead,
      ...bounded(mean, cells, times),
      regions: bounded(new Matrix(panel.rows, 1, mean.rowSums()), regions, times),
      activities: bounded(new Matrix(panel.columns, 1, mean.columnSums()), activities, times),
      weights: Object.fromEntries(SIGNALS.map(({ name }, k) => [name, weights[ahead - 1]![k]!])),
      origins: originsFor(last, ahead).length,
    };
  };
  return { horizon, known, notes, at };
}

/**
 * The groups of regions by the beginning of their codes: the first two characters, as countries have in NUTS and states in German and
 * American keys. Everything in one group where that would tell nearly all or no regions apart. O(codes).
 *
 * @example
 * groupsOfCodes(["DE11", "DE12", "FR10", "FR20"]); // ["DE", "DE", "FR", "FR"]
 * groupsOfCodes(["1", "2", "3"]); // ["", "", ""]
 */
export function groupsOfCodes(codes: readonly string[]): string[] {
  const groups = codes.map((code) => code.slice(0, 2));
  const count = new Set(groups).size;
  return count > 1 && count <= codes.length / 2 ? groups : codes.map(() => "");
}

/** Periods from which one looked so far ahead and knows by now what came of it; the first one has no growth to go by. */
const originsFor = (last: number, ahead: number): number[] =>
  Array.from({ length: Math.max(0, last - ahead) }, (_, k) => k + 1);

function allWeights(panel: Periods, growths: readonly Growth[], horizon: number): Weights[] {
  const last = growths.length - 1;
  const all: Weights[] = [];
  for (let ahead = 1; ahead <= horizon; ahead++) {
    const before = all.at(-1);
    const prior = before ? longer(before, ahead) : startWeights();
    const origins = originsFor(last, ahead);
    all.push(origins.length > 0 ? learnWeights(panel, growths, origins, ahead, prior) : prior);
  }
  return all;
}

function forecastAt(growth: Growth, weights: Weights, { rows, columns }: Periods): Float64Array {
  const signals = new Float64Array(SIGNALS.length);
  const mean = new Float64Array(rows * columns);
  for (let cell = 0; cell < mean.length; cell++) {
    let value = growth.signals(cell, signals);
    for (let k = 0; k < signals.length; k++) value += weights[k]! * signals[k]!;
    mean[cell] = Math.max(0, value);
  }
  return mean;
}

/** What forecasts so far ahead were off by, of the cells and of the sums, at the latest origins that can be tested. */
function errors(
  panel: Periods,
  growths: readonly Growth[],
  weights: Weights,
  ahead: number,
  level: number,
  most: number,
) {
  const cells = { forecast: [] as number[], actual: [] as number[] };
  const regions = { forecast: [] as number[], actual: [] as number[] };
  const activities = { forecast: [] as number[], actual: [] as number[] };
  for (const origin of originsFor(growths.length - 1, ahead).slice(-most)) {
    const mean = forecastAt(growths[origin]!, weights, panel);
    const actual = panel.tables[origin + ahead]!.slice();
    for (let k = 0; k < mean.length; k++) {
      if (Number.isNaN(mean[k]!)) actual[k] = Number.NaN;
      if (Number.isNaN(actual[k]!)) mean[k] = Number.NaN;
      else {
        cells.forecast.push(mean[k]!);
        cells.actual.push(actual[k]!);
      }
    }
    const expected = new Matrix(panel.rows, panel.columns, mean);
    const came = new Matrix(panel.rows, panel.columns, actual);
    regions.forecast.push(...expected.rowSums());
    regions.actual.push(...came.rowSums());
    activities.forecast.push(...expected.columnSums());
    activities.actual.push(...came.columnSums());
  }
  return {
    cells: new Bands(cells.forecast, cells.actual, level),
    regions: new Bands(regions.forecast, regions.actual, level, 4),
    activities: new Bands(activities.forecast, activities.actual, level, 4),
  };
}

function bounded(mean: Matrix, bands: Bands, times: number): PanelBounds {
  const lower = new Matrix(mean.rows, mean.columns);
  const upper = new Matrix(mean.rows, mean.columns);
  for (let k = 0; k < mean.values.length; k++) {
    const { low, high } = bands.around(mean.values[k]!, times);
    lower.values[k] = low;
    upper.values[k] = high;
  }
  return { mean, lower, upper };
}

function checked(periods: readonly Table[], horizon: number, level: number): Matrix[] {
  if (periods.length < 2)
    throw new AnalyticsError(
      "shape",
      `${periods.length} periods show no growth`,
      "Give two tables at least.",
    );
  if (!(Number.isInteger(horizon) && horizon >= 1))
    throw new AnalyticsError(
      "option",
      `A horizon of ${horizon} periods cannot be`,
      "Give a whole number from 1.",
    );
  if (!(level > 0 && level < 1))
    throw new AnalyticsError(
      "option",
      `A level of ${level} cannot be`,
      "Give a share between 0 and 1, such as 0.8.",
    );
  const tables = periods.map((period) => Matrix.from(period));
  tables.forEach((table, t) => {
    if (table.rows !== tables[0]!.rows || table.columns !== tables[0]!.columns)
      throw new AnalyticsError(
        "shape",
        `The table of period ${t} has ${table.rows} × ${table.columns} cells, the first ${tables[0]!.rows} × ${tables[0]!.columns}`,
        "Give every period the same regions and activities.",
      );
    table.values.forEach((value, k) => {
      if (value < 0 || value === Number.POSITIVE_INFINITY)
        throw new AnalyticsError(
          "negative",
          `${value} is no amount`,
          "Give amounts from 0; NaN where unknown.",
          {
            row: Math.floor(k / table.columns),
            column: k % table.columns,
          },
        );
    });
  });
  return tables;
}

function groupNumbers(groups: readonly (string | number)[] | undefined, rows: number): Int32Array {
  if (!groups) return new Int32Array(rows);
  if (groups.length !== rows)
    throw new AnalyticsError(
      "shape",
      `${groups.length} groups do not fit ${rows} regions`,
      "Name a group for each region.",
    );
  const numbers = new Map<string | number, number>();
  return Int32Array.from(groups, (group) => {
    if (!numbers.has(group)) numbers.set(group, numbers.size);
    return numbers.get(group)!;
  });
}
