import { type Table, type Vector, vector } from "../core/matrix.ts";
import { checkWords } from "../core/one-of.ts";
import { Presence } from "../core/presence.ts";
import { SPREADS, type Spread, standardise } from "../core/statistics.ts";
import { portfolioMean } from "./portfolio.ts";

export type SubnationalComplexityOptions = {
  /** "none" (the default): on the scale of the PCI given. "z": mean 0, standard deviation 1. */
  scaling?: "none" | "z";
  /** For "z": divided by n ("population", the default) or n - 1 ("sample", as Datawheel does). */
  spread?: Spread;
};

/**
 * Complexity of regions by what activities are worth elsewhere: the mean of an external PCI, such as that of world trade, over
 * what a region has. For a few regions of one country this says more than an ECI of their own, and it is comparable abroad.
 *
 *     ECI(r) = Σ_c M(r, c) PCI(c) / Σ_c M(r, c)
 *
 * Takes a presence (regions × activities) and one PCI for each activity; `NaN` where it is unknown, which leaves the activity
 * out. Returns one value for each region, `NaN` where none of its activities is known. O(ones).
 *
 * C. Hidalgo, "The policy implications of economic complexity", Research Policy 52 (2023), 104863.
 *
 * @example
 * subnationalComplexity([[1, 1], [1, 0]], [-1, 2]); // [0.5, -1]
 */
export function subnationalComplexity(
  table: Presence | Table,
  pci: Vector,
  options: SubnationalComplexityOptions = {},
): Float64Array {
  checkWords(options, { scaling: ["none", "z"], spread: SPREADS });
  const presence = Presence.from(table);
  const means = portfolioMean(presence, vector(pci, presence.columns, "The list of PCI"));
  return options.scaling === "z" ? standardise(means, options.spread) : means;
}
