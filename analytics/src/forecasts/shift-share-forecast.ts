import { AnalyticsError } from "../core/error.ts";
import { Matrix, type Table } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import { checkWords } from "../core/one-of.ts";
import { matched } from "../dynamics/periods.ts";
import { totals } from "../specialisation/totals.ts";

export type ShiftShareForecastOptions = {
  /** Periods ahead: 1 unless told, or as many as `national` has. */
  horizon?: number;
  /** How many periods lie between the two tables: 1 unless told. */
  apart?: number;
  /**
   * "constant-shift" (the default): a region goes on gaining or losing against the whole in each activity as it did between
   * the tables. "constant-share": it keeps its share of each activity.
   */
  variant?: "constant-shift" | "constant-share";
  /** What is expected of each activity over all regions (activities × horizon, amounts). As it grew before unless given. */
  national?: Table;
  /** Whether the regions are brought to add up to the whole of each activity: true unless told. */
  balanced?: boolean;
};

/** A forecast of every activity in every region, and what the growth of each region is made of. */
export type ShiftShareForecast = {
  /** For each period ahead, regions × activities, in the unit of the amounts. */
  periods: Matrix[];
  /** Sums over the activities, regions × horizon. */
  regions: Matrix;
  /** What was expected of the whole, activities × horizon. */
  national: Matrix;
  /** The change from now to the end of the horizon of each region, in three parts that add up to it. */
  change: { national: Float64Array; industryMix: Float64Array; share: Float64Array };
  notes: Note[];
};

/**
 * Forecasts employment (or any amount) by region and activity from how the whole is expected to grow, and how each region
 * did beside it. The growth of an activity in a region has the three parts of shift-share analysis:
 *
 *     x(r, c, h) = x(r, c) (1 + G_c + s_rc)^h,   G_c = G + (G_c - G),   s_rc = g_rc - g_c      (0 for "constant-share")
 *
 * G_c is the growth expected of the activity over all regions per period: that between the tables, or what `national` says;
 * s_rc how much faster the activity grew in the region than in the whole. Rates are per period, compound over `apart`. With
 * `balanced` all regions' amounts of an activity are multiplied by one factor so that they add up to the whole.
 *
 * Takes the amounts of two periods (regions × activities, same order), the later last. An activity new in a region has no rate
 * of its own and grows as the whole; one new altogether stays as it is, with a note. What is unknown now or then is `NaN` and
 * in no total. A rate below -100 % counts as that. O(regions × activities × horizon).
 *
 * H. J. Brown, "Shift and Share Projections of Regional Economic Growth: An Empirical Test", Journal of Regional Science 9
 * (1969), 1–18; C. C. Hellman, "Shift-Share Models as Predictive Tools", Growth and Change 7 (1976), 3–8.
 *
 * @example
 * const { regions } = shiftShareForecast([[100, 100], [100, 100]], [[120, 100], [100, 100]], { variant: "constant-share" });
 * regions; // [[232], [210]]
 */
export function shiftShareForecast(
  before: Table,
  now: Table,
  options: ShiftShareForecastOptions = {},
): ShiftShareForecast {
  checkWords(options, { variant: ["constant-shift", "constant-share"] });
  const { apart = 1, variant = "constant-shift", balanced = true } = options;
  const { first, second } = matched(before, now);
  if (!(apart > 0 && apart < Number.POSITIVE_INFINITY))
    throw new AnalyticsError("option", `Tables ${apart} periods apart cannot be`, "Give a number above 0.");
  const x1 = totals(first);
  const x2 = totals(second);
  const rates = x2.columns.map((x, c) => (x1.columns[c]! > 0 ? (x / x1.columns[c]!) ** (1 / apart) - 1 : 0));
  const national = expected(options, x2.columns, rates);
  const notes = newcomers(x1.columns, x2.columns, options.national !== undefined);
  const shift = second.map((x, r, c) => {
    const from = first.at(r, c);
    if (variant === "constant-share" || !(from > 0) || !(x1.columns[c]! > 0)) return 0;
    return (x / from) ** (1 / apart) - 1 - rates[c]!;
  });

  const periods: Matrix[] = [];
  let at = second;
  for (let h = 0; h < national.columns; h++) {
    const last = h === 0 ? x2.columns : national.column(h - 1);
    at = at.map((x, r, c) => {
      const growth = last[c]! > 0 ? national.at(c, h) / last[c]! : 1;
      return x * Math.max(0, growth + shift.at(r, c));
    });
    if (balanced) at = brought(at, national.column(h));
    periods.push(at);
  }
  const sums = periods.map((table) => totals(table).rows);
  const regions = new Matrix(second.rows, national.columns).map((_, r, h) => sums[h]![r]!);
  return { periods, regions, national, change: partsOf(second, at, x2, national), notes };
}

function expected(
  { horizon, national }: ShiftShareForecastOptions,
  now: Float64Array,
  rates: Float64Array,
): Matrix {
  if (!national) {
    const ahead = horizon ?? 1;
    if (!(Number.isInteger(ahead) && ahead >= 1))
      throw new AnalyticsError(
        "option",
        `A horizon of ${ahead} periods cannot be`,
        "Give a whole number from 1.",
      );
    return new Matrix(now.length, ahead).map((_, c, h) => now[c]! * (1 + rates[c]!) ** (h + 1));
  }
  const given = Matrix.from(national);
  if (given.rows !== now.length || (horizon !== undefined && given.columns !== horizon))
    throw new AnalyticsError(
      "shape",
      `The national forecast has ${given.rows} × ${given.columns} cells where ${now.length} activities${horizon === undefined ? "" : ` × ${horizon} periods`} are needed`,
      "Give one row for each activity, one column for each period ahead.",
    );
  given.values.forEach((value, k) => {
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY))
      throw new AnalyticsError("negative", `${value} is no amount`, "Give amounts from 0 that are known.", {
        row: Math.floor(k / given.columns),
        column: k % given.columns,
      });
  });
  return given;
}

function newcomers(then: Float64Array, now: Float64Array, isGiven: boolean): Note[] {
  const positions = Array.from(now.keys()).filter((c) => now[c]! > 0 && !(then[c]! > 0));
  if (positions.length === 0 || isGiven) return [];
  const text = `${positions.length} activities are new, so they have no growth to go by and stay as they are.`;
  return [{ code: "degenerate", text, positions }];
}

/** Each activity multiplied to its wanted total. What nobody has cannot be distributed. */
function brought(table: Matrix, wanted: Float64Array): Matrix {
  const { columns } = totals(table);
  return table.map((x, _r, c) => (columns[c]! > 0 ? (x * wanted[c]!) / columns[c]! : x));
}

function partsOf(
  now: Matrix,
  then: Matrix,
  { columns, all }: { columns: Float64Array; all: number },
  national: Matrix,
): ShiftShareForecast["change"] {
  const wanted = national.column(national.columns - 1);
  const growth = all > 0 ? wanted.reduce((sum, x) => sum + x, 0) / all - 1 : 0;
  const parts = {
    national: new Float64Array(now.rows),
    industryMix: new Float64Array(now.rows),
    share: new Float64Array(now.rows),
  };
  for (let r = 0; r < now.rows; r++)
    for (let c = 0; c < now.columns; c++) {
      const x = now.at(r, c);
      if (Number.isNaN(x)) continue;
      const ofActivity = columns[c]! > 0 ? wanted[c]! / columns[c]! - 1 : growth;
      parts.national[r]! += x * growth;
      parts.industryMix[r]! += x * (ofActivity - growth);
      parts.share[r]! += then.at(r, c) - x * (1 + ofActivity);
    }
  return parts;
}
