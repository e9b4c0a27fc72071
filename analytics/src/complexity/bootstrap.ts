import { AnalyticsError } from "../core/error.ts";
import type { Table, Vector } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import { Presence } from "../core/presence.ts";
import { below, type Random, seeded } from "../core/random.ts";
import { deviation, quantile } from "../core/statistics.ts";
import { economicComplexity } from "./economic-complexity.ts";
import { isOpposite, orientTo } from "./orientation.ts";

export type ComplexityIntervalOptions = {
  /** How many samples: 500 unless given. */
  draws?: number;
  /** The part of the samples inside: 0.95 unless given. */
  level?: number;
  /** The same seed gives the same intervals everywhere: 1 unless given. */
  seed?: number;
  /**
   * One value for each activity, such as `prody` or the wages paid in it: PCI and ECI are turned so that PCI correlates positively
   * with it. Without it they are turned after diversity, which with coarse activities may point the wrong way: there, rich regions
   * can be the less diverse ones. See `orientTo`.
   */
  orient?: Vector;
};

export type ComplexityIntervals = {
  /** The ECI of the presence as it is, z-scores with n. */
  eci: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
  /** Standard deviation over the samples. */
  error: Float64Array;
  notes: Note[];
};

/**
 * Bootstrap intervals for ECI: how far each region's index depends on which activities happen to be in the classification.
 * Activities are drawn with replacement, as many as there are, and ECI computed anew (with the sign that agrees with the one
 * of all activities); the bounds are percentiles of these.
 *
 * Takes a presence (regions × activities); returns one interval for each region. A region without any presence is `NaN`; in a
 * sample where it loses all of its activities it does not count, and samples without an index are left out and said.
 *
 * O(draws × cost of `economicComplexity`).
 *
 * B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap (Chapman & Hall, 1993), chapter 13.
 *
 * @example
 * const has = [[1, 1, 1, 1], [1, 1, 1, 0], [1, 1, 0, 0], [1, 0, 0, 0]];
 * const { eci, lower, upper } = complexityIntervals(has, { draws: 50 });
 * lower[0] <= eci[0] && eci[0] <= upper[0]; // true
 */
export function complexityIntervals(
  table: Presence | Table,
  options: ComplexityIntervalOptions = {},
): ComplexityIntervals {
  const { draws = 500, level = 0.95, seed = 1 } = options;
  if (!(Number.isInteger(draws) && draws > 0))
    throw new AnalyticsError("option", `${draws} draws cannot be`, "Give a whole number from 1.");
  if (!(level > 0 && level < 1))
    throw new AnalyticsError(
      "option",
      `A level of ${level} cannot be`,
      "Give a part between 0 and 1, such as 0.95.",
    );
  const presence = Presence.from(table);
  const found = economicComplexity(presence);
  const isTurned = isOpposite(found.pci, options.orient, "orient");
  const whole = { ...found, eci: isTurned ? found.eci.map((value) => -value) : found.eci };
  const byActivity = presence.transpose();
  const random = seeded(seed);
  const samples: Float64Array[] = [];
  for (let k = 0; k < draws; k++) {
    const { eci } = economicComplexity(sample(byActivity, random));
    if (!eci.every(Number.isNaN)) samples.push(orientTo(eci, whole.eci));
  }
  const missing = draws - samples.length;
  const note: Note = { code: "missing", text: `${missing} of ${draws} samples had no index.` };
  const of = (r: number) => Float64Array.from(samples, (values) => values[r]!);
  const each = (measure: (values: Float64Array) => number) =>
    Float64Array.from({ length: presence.rows }, (_, r) => measure(of(r)));
  return {
    eci: whole.eci,
    lower: each((values) => quantile(values, (1 - level) / 2)),
    upper: each((values) => quantile(values, (1 + level) / 2)),
    error: each((values) => deviation(values, "sample")),
    notes: missing > 0 ? [...whole.notes, note] : whole.notes,
  };
}

/** As many activities as there are, each drawn from all of them. */
function sample(byActivity: Presence, random: Random): Presence {
  const drawn = Int32Array.from({ length: byActivity.rows }, () => below(random, byActivity.rows));
  const starts = new Int32Array(drawn.length + 1);
  drawn.forEach((c, k) => {
    starts[k + 1] = starts[k]! + byActivity.of(c).length;
  });
  const indices = new Int32Array(starts[drawn.length]!);
  drawn.forEach((c, k) => {
    indices.set(byActivity.of(c), starts[k]!);
  });
  return new Presence(drawn.length, byActivity.columns, starts, indices).transpose();
}
