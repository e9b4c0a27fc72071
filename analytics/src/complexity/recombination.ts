import { CONVENTIONS, type Convention } from "../core/convention.ts";
import type { Table } from "../core/matrix.ts";
import { checkWords } from "../core/one-of.ts";
import { Presence } from "../core/presence.ts";
import { round } from "../core/round.ts";
import { portfolioMean } from "./portfolio.ts";

export type RecombinationOptions = {
  /** "econgeo": rounded, ease and complexity to five decimals, averages to two. */
  convention?: Convention;
};

/**
 * Ease of recombination: how readily a technology has been combined with others, the number of different partners it ever had
 * for each of its patents.
 *
 *     E(t) = number of other technologies ever combined with t / number of patents with t
 *
 * Takes a presence, patents × technologies; returns one value for each technology, from 0 (only ever alone) on, `NaN` for one
 * without patents. O(Σ over patents of technologies²).
 *
 * L. Fleming and O. Sorenson, "Technology as a complex adaptive system: evidence from patent data", Research Policy 30 (2001),
 * 1019–1039.
 *
 * @example
 * easeOfRecombination([[1, 1, 0], [1, 0, 1], [1, 0, 0], [1, 0, 0]]); // [0.5, 1, 1]
 */
export function easeOfRecombination(
  table: Presence | Table,
  options: RecombinationOptions = {},
): Float64Array {
  checkWords(options, { convention: CONVENTIONS });
  const patents = Presence.from(table);
  const byTechnology = patents.transpose();
  const metBy = new Int32Array(patents.columns).fill(-1);
  const ease = Float64Array.from({ length: patents.columns }, (_, t) => {
    const own = byTechnology.of(t);
    metBy[t] = t;
    let partners = 0;
    for (const patent of own)
      for (const other of patents.of(patent)) {
        if (metBy[other] === t) continue;
        metBy[other] = t;
        partners++;
      }
    return partners / own.length;
  });
  return options.convention === "econgeo" ? ease.map((value) => round(value, 5)) : ease;
}

/**
 * Modular complexity of patents: how hard it is to combine what a patent combines, the number of its technologies divided by
 * the sum of their ease of recombination.
 *
 *     K(p) = number of technologies of p / Σ_{t in p} E(t)
 *
 * Takes a presence, patents × technologies; returns one value for each patent. 0 by convention where there is no ease to
 * divide by: for a patent whose technologies were never combined with any other, and for one without technologies.
 * O(Σ over patents of technologies²).
 *
 * L. Fleming and O. Sorenson, Research Policy 30 (2001), 1019–1039.
 *
 * @example
 * modularComplexity([[1, 1], [0, 1]]); // [1.3333333333333333, 2]
 */
export function modularComplexity(table: Presence | Table, options: RecombinationOptions = {}): Float64Array {
  checkWords(options, { convention: CONVENTIONS });
  const patents = Presence.from(table);
  const ease = easeOfRecombination(patents);
  const complexity = Float64Array.from({ length: patents.rows }, (_, p) => {
    const technologies = patents.of(p);
    let total = 0;
    for (const t of technologies) total += ease[t]!;
    return total > 0 ? technologies.length / total : 0;
  });
  return options.convention === "econgeo" ? complexity.map((value) => round(value, 5)) : complexity;
}

/**
 * Average modular complexity of technologies: the mean `modularComplexity` of the patents a technology is in.
 *
 * Takes a presence, patents × technologies; returns one value for each technology, `NaN` for one without patents.
 * O(Σ over patents of technologies²).
 *
 * L. Fleming and O. Sorenson, Research Policy 30 (2001), 1019–1039.
 *
 * @example
 * averageModularComplexity([[1, 1], [1, 0]]); // [1.6666666666666665, 1.3333333333333333]
 */
export function averageModularComplexity(
  table: Presence | Table,
  options: RecombinationOptions = {},
): Float64Array {
  checkWords(options, { convention: CONVENTIONS });
  const patents = Presence.from(table);
  const means = portfolioMean(patents.transpose(), modularComplexity(patents));
  return options.convention === "econgeo" ? means.map((value) => round(value, 2)) : means;
}
