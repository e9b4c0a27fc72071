import { atomsOf, type Disclosure, type DisclosureRules, settled } from "./figures.ts";
import { Reader } from "./reader.ts";
import { targetsOf } from "./targets.ts";

/** Something a reader can work out though it should stay unknown. */
export interface Breach {
  /** Contributors whose sum is laid open. */
  contributors: number;
  because: "few" | "dominated";
  /** The figure this is, if it is one of them; a difference of figures has none. */
  figure: number | null;
  /** The true sum, and what the reader can tell of it. */
  value: number;
  low: number;
  high: number;
  /** Figures that tell it, by position. */
  from: number[];
}

/**
 * Plays the reader who knows every figure shown and tries to work out one that says too much of somebody: by adding and subtracting
 * figures of all tables, and by knowing that nothing is below zero. `shown` says of each figure whether it is out.
 *
 * Returns what can be told though it should not, empty if nothing can: for each group of fewer than `minimum` contributors, or with one
 * that has more than `dominance` of it, the interval a reader can work out (by linear programming), where that is narrower than `width`.
 * Groups are the figures themselves and whatever differences of figures could single out. Values are those of one contributor in one
 * time: figures of another time whose contributors changed are other contributors, those that stayed the same are the same.
 *
 * A. Hundepool et al., Statistical Disclosure Control, Wiley 2012, chapter 4 (sliding protection); M. Fischetti, J. J. Salazar-González,
 * "Solving the Cell Suppression Problem on Tabular Data with Linear Constraints", Management Science 47 (2001), 1008–1027.
 *
 * @example
 * // Three firms in the north, one in the south, and how many there are.
 * const figures = [[0, 1, 2], [3], [0, 1, 2, 3]];
 * attackFigures({ values: null, figures }, [true, false, true]).map(({ figure, low, high }) => [figure, low, high]); // [[1, 1, 1]]
 * attackFigures({ values: null, figures }, [false, false, true]); // []
 */
export function attackFigures(
  disclosure: Disclosure,
  shown: readonly boolean[],
  rules: DisclosureRules = {},
): Breach[] {
  const fixed = settled(rules, disclosure.values === null);
  const atoms = atomsOf(disclosure);
  const reader = new Reader(
    atoms,
    fixed,
    atoms.figures.flatMap((_, figure) => (shown[figure] ? [figure] : [])),
  );
  return targetsOf(atoms, fixed).flatMap((target) => {
    const { open, ...told } = reader.tell(target);
    if (!open) return [];
    const contributors = target.atoms.reduce((sum, atom) => sum + atoms.sizes[atom]!, 0);
    return [{ contributors, because: target.because, figure: target.figure, ...told }];
  });
}
