import { AnalyticsError } from "../core/error.ts";
import { amounts, type Table, type Vector } from "../core/matrix.ts";
import { population as people } from "../specialisation/population.ts";
import { totals } from "../specialisation/totals.ts";

/**
 * A curve of concentration as data, from (0, 0) to (1, 1): `share[i]` of the amount lies in the units that are `size[i]`
 * of all, the poorest first. `order[i]` is the unit between the points i and i + 1. The Gini coefficient is twice the
 * area between the curve and the diagonal.
 */
export type ConcentrationCurve = { size: Float64Array; share: Float64Array; order: Int32Array };

/**
 * Lorenz curve: which share of an amount lies in the poorest x percent of the units (regions, activities).
 *
 * Takes one amount per unit; returns one point more than units. Units that are unknown are left out; without any amount
 * the curve has no points. O(n log n).
 *
 * M. O. Lorenz, "Methods of Measuring the Concentration of Wealth", Publications of the American Statistical Association
 * 9 (1905), 209–219.
 *
 * @example
 * lorenzCurve([3, 0, 1, 0]).share; // Float64Array [0, 0, 0, 0.25, 1]
 */
export function lorenzCurve(values: Vector): ConcentrationCurve {
  const given = people(values, values.length, "The list of amounts");
  return curve(given, new Float64Array(given.length).fill(1));
}

/**
 * Hoover curve: which share of an activity lies in the regions that have the least of it per head, and which share of the
 * population they are.
 *
 * Takes one amount and one population per region; edges as for `lorenzCurve`. Regions with neither amount nor people are
 * left out. O(n log n).
 *
 * E. M. Hoover, "The Measurement of Industrial Localization", The Review of Economics and Statistics 18 (1936), 162–171.
 *
 * @example
 * const { size, share } = hooverCurve([3, 1], [1, 3]);
 * size; // Float64Array [0, 0.75, 1]
 * share; // Float64Array [0, 0.25, 1]
 */
export function hooverCurve(values: Vector, population: Vector): ConcentrationCurve {
  const given = people(values, values.length, "The list of amounts");
  return curve(given, people(population, given.length));
}

/**
 * Locational curve: the Hoover curve of one activity relative to all activity, the regions in the order of their location
 * quotient.
 *
 * Takes amounts (regions × activities) and the position of the activity; edges as for `hooverCurve`.
 * O(regions × activities).
 *
 * P. Krugman, Geography and Trade, MIT Press (1991), 55–57.
 *
 * @example
 * locationalCurve([[3, 1], [1, 3]], 0).share; // Float64Array [0, 0.25, 1]
 */
export function locationalCurve(table: Table, activity: number): ConcentrationCurve {
  const matrix = amounts(table);
  if (!(Number.isInteger(activity) && activity >= 0 && activity < matrix.columns))
    throw new AnalyticsError(
      "unknown-name",
      `There is no activity at ${activity}`,
      `Give a position from 0 to ${matrix.columns - 1}.`,
    );
  return curve(matrix.column(activity), totals(matrix).rows);
}

function curve(values: Float64Array, sizes: Float64Array): ConcentrationCurve {
  const ratio = values.map((x, i) => x / sizes[i]!);
  const order = Int32Array.from(values.keys())
    .filter((i) => !Number.isNaN(ratio[i]!))
    .sort((i, j) => (ratio[i]! === ratio[j]! ? i - j : ratio[i]! - ratio[j]!));
  const whole = order.reduce((sum, i) => sum + values[i]!, 0);
  const all = order.reduce((sum, i) => sum + sizes[i]!, 0);
  if (!(whole > 0 && all > 0))
    return { size: new Float64Array(), share: new Float64Array(), order: new Int32Array() };
  const size = new Float64Array(order.length + 1);
  const share = new Float64Array(order.length + 1);
  order.forEach((unit, i) => {
    size[i + 1] = size[i]! + sizes[unit]!;
    share[i + 1] = share[i]! + values[unit]!;
  });
  return { size: size.map((x) => x / all), share: share.map((x) => x / whole), order };
}
