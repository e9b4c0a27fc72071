import { amounts, type Table } from "../core/matrix.ts";
import { oneOf } from "../core/one-of.ts";
import { totals } from "../specialisation/totals.ts";
import { weightedGinis } from "./ginis.ts";

export type LocationalGiniOptions = {
  /** "half" (the default): from 0 to ½, as Krugman draws it. "unit": from 0 to 1, comparable with other Ginis. */
  range?: "half" | "unit";
};

/**
 * Locational Gini coefficient: the Gini coefficient of an activity relative to all activity. 0 means spread over the
 * regions as everything else is.
 *
 *     G(c) = ½ (1 - Σ_r w_r (S_r + S_(r-1))),   regions in the order of their location quotient
 *
 * w_r is the region's share of everything, S_r the shares of the activity added up to r. Takes amounts (regions ×
 * activities), returns one number per activity from 0 to below ½ (with `range: "unit"` to below 1); `NaN` for one without
 * anything. A region whose amount is unknown is left out for that activity.
 * O(regions × activities + m log m) for m cells that are not 0.
 *
 * P. Krugman, Geography and Trade, MIT Press (1991), 55–57.
 *
 * @example
 * locationalGini([[3, 1], [1, 3]]); // Float64Array [0.125, 0.125]
 * locationalGini([[3, 1], [1, 3]], { range: "unit" }); // Float64Array [0.25, 0.25]
 */
export function locationalGini(table: Table, options: LocationalGiniOptions = {}): Float64Array {
  const range = oneOf(options.range ?? "half", ["half", "unit"], "range");
  const matrix = amounts(table);
  const found = weightedGinis(matrix, totals(matrix).rows);
  return range === "half" ? found.map((x) => x / 2) : found;
}
