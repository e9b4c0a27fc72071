import { CONVENTIONS, type Convention } from "../core/convention.ts";
import { AnalyticsError } from "../core/error.ts";
import type { Table } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import { checkWords } from "../core/one-of.ts";
import { Presence } from "../core/presence.ts";
import { SPREADS, type Spread, standardise } from "../core/statistics.ts";
import { trimToCore } from "../presence/core.ts";
import { portfolioMean, untrimmed } from "./portfolio.ts";

/** How often each side is updated, 0 being diversity and ubiquity themselves. */
export type ReflectionSteps = { regions: number; activities: number };

export type ReflectionsOptions = {
  /** 18 and 19 unless given: an even number speaks of the regions' complexity, an odd one of the activities'. */
  steps?: ReflectionSteps;
  /** "none" (the default): as they come. "z": mean 0, standard deviation 1. "range": from 0 to 100. */
  scaling?: "none" | "z" | "range";
  /** For "z": divided by n ("population", the default) or n - 1 ("sample"). */
  spread?: Spread;
  /**
   * "oec" and "economiccomplexity": "z" with n - 1; with "oec" one empty region or activity makes everything `NaN`. "econgeo":
   * from step 3 on moved to 0 … 100 after every step.
   */
  convention?: Convention;
};

/**
 * Method of reflections: averages of averages. Each step gives a region the mean of what its activities had before, and an
 * activity the mean of what its regions had before.
 *
 *     k(r, n) = 1/k(r, 0) Σ_c M(r, c) k(c, n-1),   k(c, n) = 1/k(c, 0) Σ_r M(r, c) k(r, n-1)
 *     k(r, 0) = diversity,   k(c, 0) = ubiquity
 *
 * Parity decides what is measured: for regions even steps generalise diversity and odd ones the ubiquity of what they have;
 * for activities odd steps generalise the diversity of who has them. Values of one side and step are comparable, others are
 * not. All converge to one constant, and their deviations from it to ECI and PCI, which `economicComplexity` computes at once.
 *
 * Takes a presence (regions × activities); returns one value for each region and for each activity. Empty ones are trimmed,
 * `NaN`, and listed in a note. O(ones × steps).
 *
 * C. Hidalgo and R. Hausmann, "The building blocks of economic complexity", PNAS 106 (2009), 10570–10575.
 *
 * @example
 * reflections([[1, 1], [1, 0]], { steps: { regions: 1, activities: 1 } }).regions; // [1.5, 2]
 */
export function reflections(
  table: Presence | Table,
  options: ReflectionsOptions = {},
): { regions: Float64Array; activities: Float64Array; notes: Note[] } {
  checkWords(options, { scaling: ["none", "z", "range"], spread: SPREADS, convention: CONVENTIONS });
  const { steps = { regions: 18, activities: 19 }, convention = "kontor" } = options;
  for (const [side, count] of Object.entries(steps))
    if (!(Number.isInteger(count) && count >= 0))
      throw new AnalyticsError(
        "option",
        `${count} steps for the ${side} cannot be`,
        "Give a whole number from 0.",
      );
  const presence = Presence.from(table);
  const core = trimToCore(presence);
  const isSpoilt = convention === "oec" && core.notes.length > 0;
  const found = iterate(core.presence, steps, convention === "econgeo");
  const finish = finishing(options);
  return {
    regions: spoil(isSpoilt, untrimmed(finish(found.regions), core.regions, presence.rows)),
    activities: spoil(isSpoilt, untrimmed(finish(found.activities), core.activities, presence.columns)),
    notes: core.notes,
  };
}

function iterate(presence: Presence, steps: ReflectionSteps, isMoved: boolean) {
  const byActivity = presence.transpose();
  const result: Record<keyof ReflectionSteps, Float64Array> = {
    regions: new Float64Array(0),
    activities: new Float64Array(0),
  };
  let regions: Float64Array = Float64Array.from(presence.rowCounts());
  let activities: Float64Array = Float64Array.from(presence.columnCounts());
  for (let step = 0; ; step++) {
    if (step === steps.regions) result.regions = regions;
    if (step === steps.activities) result.activities = activities;
    if (step >= steps.regions && step >= steps.activities) return result;
    const move = isMoved && step + 1 >= 3 ? toRange : (values: Float64Array) => values;
    const nextRegions = move(portfolioMean(presence, activities));
    activities = move(portfolioMean(byActivity, regions));
    regions = nextRegions;
  }
}

function finishing({
  convention,
  scaling,
  spread,
}: ReflectionsOptions): (values: Float64Array) => Float64Array {
  const isPackage = convention === "oec" || convention === "economiccomplexity";
  const wanted = scaling ?? (isPackage ? "z" : "none");
  if (wanted === "none") return (values) => values;
  if (wanted === "range") return toRange;
  return (values) => standardise(values, spread ?? (isPackage ? "sample" : "population"));
}

function toRange(values: Float64Array): Float64Array {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return values.map((value) => (most > least ? (100 * (value - least)) / (most - least) : Number.NaN));
}

const spoil = (isSpoilt: boolean, values: Float64Array): Float64Array =>
  isSpoilt ? values.fill(Number.NaN) : values;
