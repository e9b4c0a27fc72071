import { AnalyticsError } from "../core/error.ts";
import { atomsOf, type Disclosure, type DisclosureRules, sensitive, settled } from "./figures.ts";
import { Reader } from "./reader.ts";
import { type Target, targetsOf } from "./targets.ts";

/** Why a figure is kept back: it says too much itself, or another would follow from it. `null`: it is shown. */
export type KeptBack = "few" | "dominated" | "complementary" | null;

/**
 * Which figures may be shown so that none that is kept back can be worked out from them, not by subtraction over all tables and not by
 * knowing that nothing is below zero. `published` figures are out already and count as known; with the same contributors in an earlier
 * and a later table, what would follow from the change between the two is kept back as well.
 *
 * First come the figures that say too much themselves (fewer than `minimum` contributors; one with more than `dominance`), then, for as
 * long as a reader can work something out, the one of the figures that tell it which costs least: that with the fewest contributors.
 * At last those that need not be kept back after all are shown again, the largest first. Deterministic. Not the least possible number of
 * figures: that problem is NP-hard.
 *
 * Returns for each figure why it is kept back, `null` where it is shown. Figures of no contributor are shown, as 0. Throws where what is
 * `published` already tells too much. O(rounds × rows² × columns), made for hundreds of figures.
 *
 * Sources as `attackFigures`; the choice of what to keep back by the prices of the linear programme is our own.
 *
 * @example
 * // Firms by place and kind with totals: one alone in the south is a supplier.
 * const figures = [[0, 1, 2], [3, 4, 5], [6], [7, 8, 9], [0, 1, 2, 3, 4, 5], [6, 7, 8, 9], [0, 1, 2, 6], [3, 4, 5, 7, 8, 9]];
 * protectFigures({ values: null, figures });
 * // ["complementary", "complementary", "few", "complementary", null, null, null, null]
 */
export function protectFigures(disclosure: Disclosure, rules: DisclosureRules = {}): KeptBack[] {
  const fixed = settled(rules, disclosure.values === null);
  const atoms = atomsOf(disclosure);
  const published = disclosure.published ?? 0;
  const targets = targetsOf(atoms, fixed);
  const kept: KeptBack[] = atoms.figures.map((group, figure) =>
    figure < published ? null : sensitive(atoms, group, fixed),
  );
  const sizes = disclosure.figures.map((contributors) => contributors.length);

  let reader = new Reader(
    atoms,
    fixed,
    kept.flatMap((why, figure) => (why === null ? [figure] : [])),
  );
  for (let next = laidOpen(targets, reader); next; next = laidOpen(targets, reader)) {
    const [figure] = next.filter((one) => one >= published).sort((a, b) => sizes[a]! - sizes[b]! || a - b);
    if (figure === undefined)
      throw new AnalyticsError(
        "degenerate",
        "What is out already tells too much",
        "Protect the earlier figures first, or leave them out of `published`.",
      );
    kept[figure] = "complementary";
    reader = reader.without(figure);
  }

  const again = kept
    .flatMap((why, figure) => (why === "complementary" ? [figure] : []))
    .sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  for (const figure of again) {
    const tried = reader.with(figure);
    if (laidOpen(targets, tried)) continue;
    kept[figure] = null;
    reader = tried;
  }
  return kept;
}

/** The figures that lay the first open group open; `null` where none is. */
function laidOpen(targets: readonly Target[], reader: Reader): number[] | null {
  for (const target of targets) {
    const { open, from } = reader.tell(target);
    if (open) return from;
  }
  return null;
}
