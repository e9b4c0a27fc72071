import { AnalyticsError } from "../core/error.ts";
import type { Vector } from "../core/matrix.ts";
import { oneOf } from "../core/one-of.ts";
import { sum } from "../core/statistics.ts";
import { population } from "../specialisation/population.ts";
import { inequality, type TheilIndex } from "./theil.ts";

export type TheilDecompositionOptions = {
  /** "T" unless told. */
  index?: TheilIndex;
  /** A size for each unit (people, area): inequality per head. All the same unless given. */
  weights?: Vector;
};

/** One class: its shares of amount and size, and the inequality inside it. */
export type TheilClass<Label> = { label: Label; share: number; sizeShare: number; inequality: number };

/** `total` = `between` + `within`, in nats. */
export type TheilDecomposition<Label> = {
  total: number;
  between: number;
  within: number;
  classes: TheilClass<Label>[];
};

/**
 * Splits a Theil index into the inequality between classes of units (countries, kinds of region) and that within them.
 *
 *     T = Σ_g S_g ln(S_g / W_g) + Σ_g S_g T_g,   L = Σ_g W_g ln(W_g / S_g) + Σ_g W_g L_g,   S = half of each
 *
 * S_g and W_g are a class's shares of amount and of size (W_g = n_g / n without weights). Takes one amount and one class
 * per unit; returns the parts in nats, and the classes in the order in which they first appear. `NaN` where the total is
 * not defined (see `theil`). Units with unknown amount or size are left out. O(units).
 *
 * F. Bourguignon, "Decomposable Income Inequality Measures", Econometrica 47 (1979), 901–920.
 *
 * @example
 * const parts = theilDecomposition([1, 3, 2, 2], ["east", "east", "west", "west"]);
 * parts.between; // 0
 * parts.within === parts.total; // true
 */
export function theilDecomposition<Label extends string | number>(
  values: Vector,
  classes: readonly Label[],
  options: TheilDecompositionOptions = {},
): TheilDecomposition<Label> {
  const { weights } = options;
  const index = oneOf(options.index ?? "T", ["T", "L", "S"], "index");
  const given = population(values, values.length, "The list of amounts");
  if (classes.length !== given.length)
    throw new AnalyticsError(
      "shape",
      `There are ${classes.length} classes for ${given.length} units`,
      "Give one class for each unit.",
    );
  const sizes = weights ? population(weights, given.length, "The list of weights") : given.map(() => 1);
  const groups = new Map<Label, number[]>();
  classes.forEach((label, i) => {
    if (Number.isNaN(given[i]!) || Number.isNaN(sizes[i]!)) return;
    const group = groups.get(label);
    if (group) group.push(i);
    else groups.set(label, [i]);
  });
  const members = [...groups.values()];
  const amount = members.map((group) => pick(given, group));
  const size = members.map((group) => pick(sizes, group));
  const amounts = Float64Array.from(amount, sum);
  const scale = Float64Array.from(size, sum);
  const inside = (kind: TheilIndex) => amount.map((list, g) => inequality(list, size[g]!, kind));
  const total = inequality(given, sizes, index);
  const within =
    index === "S"
      ? (weighted(inside("T"), amounts) + weighted(inside("L"), scale)) / 2
      : weighted(inside(index), index === "T" ? amounts : scale);
  const found = inside(index);
  return {
    total,
    between: total >= 0 ? inequality(amounts, scale, index) : Number.NaN,
    within: total >= 0 ? within : Number.NaN,
    classes: [...groups.keys()].map((label, g) => ({
      label,
      share: amounts[g]! / sum(amounts),
      sizeShare: scale[g]! / sum(scale),
      inequality: found[g]!,
    })),
  };
}

const pick = (list: Float64Array, group: readonly number[]) => Float64Array.from(group, (i) => list[i]!);

/** Mean of the classes' inequalities; a class that weighs nothing has no say, even where its inequality is not defined. */
function weighted(inequalities: readonly number[], weights: Float64Array): number {
  const whole = sum(weights);
  return inequalities.reduce((mean, x, g) => (weights[g]! > 0 ? mean + (weights[g]! / whole) * x : mean), 0);
}
