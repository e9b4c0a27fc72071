import { AnalyticsError } from "../core/error.ts";
import type { Note } from "../core/note.ts";
import { oneOf } from "../core/one-of.ts";
import { type Random, seeded, shuffle } from "../core/random.ts";
import { twoSided } from "./normal.ts";

export type SpatialTestOptions = {
  /** Where the variance comes from: "randomisation" (the default: values are given, places random) or "normality". */
  assumption?: "randomisation" | "normality";
  /** How often the values are put in random places for `permutationP`; 999 unless told, 0 for none. */
  draws?: number;
  seed?: number;
};

/** The assumption behind the variance, checked. */
export const assumptionOf = ({ assumption = "randomisation" }: SpatialTestOptions) =>
  oneOf(assumption, ["randomisation", "normality"], "assumption");

/**
 * A statistic of the whole map: its value, expectation and variance without any pattern, the standardised `z`, and how
 * likely one so far from expectation is by chance, on either side: `p` by the normal distribution, `permutationP` by
 * random placement.
 */
export type SpatialTest = {
  value: number;
  expected: number;
  variance: number;
  z: number;
  p: number;
  permutationP: number;
  notes: Note[];
};

/** Puts together what is known about one statistic. `again` computes it for values in other places. */
export function spatialTest(
  values: Float64Array,
  found: { value: number; expected: number; variance: number },
  again: (values: Float64Array) => number,
  notes: readonly Note[],
  options: SpatialTestOptions,
): SpatialTest {
  const { value, expected, variance } = found;
  const draws = count(options.draws);
  const z = variance > 0 ? (value - expected) / Math.sqrt(variance) : Number.NaN;
  const permutationP = Number.isNaN(value)
    ? Number.NaN
    : permuted(value, draws, seeded(options.seed ?? 1), values.slice(), again);
  const undefinedNote: Note = {
    code: "degenerate",
    text: "Not defined: there are too few regions, no neighbours, or all values are the same.",
  };
  return {
    value,
    expected,
    variance,
    z,
    p: twoSided(z),
    permutationP,
    notes: Number.isNaN(value) ? [...notes, undefinedNote] : [...notes],
  };
}

function permuted(
  value: number,
  draws: number,
  random: Random,
  places: Float64Array,
  again: (values: Float64Array) => number,
): number {
  const tally = new Tally(value);
  for (let k = 0; k < draws; k++) tally.add(again(shuffle(places, random)));
  return tally.p();
}

/** How many random placements there shall be. */
export function count(draws = 999): number {
  if (!(Number.isInteger(draws) && draws >= 0))
    throw new AnalyticsError("option", `${draws} draws cannot be`, "Give a whole number from 0.");
  return draws;
}

/** Counts results at least as high, and as low, as a value; equal ones that differ by rounding count as equal. */
export class Tally {
  readonly value: number;
  private readonly slack: number;
  private atLeast = 0;
  private atMost = 0;
  private all = 0;

  constructor(value: number, magnitude: number = Math.abs(value)) {
    this.value = value;
    this.slack = 1e-12 * magnitude;
  }

  add(other: number): void {
    this.all++;
    if (other >= this.value - this.slack) this.atLeast++;
    if (other <= this.value + this.slack) this.atMost++;
  }

  /** Two-sided: twice the smaller tail, the observed one counted in; `NaN` if nothing was added. */
  p(): number {
    if (this.all === 0) return Number.NaN;
    return Math.min(1, (2 * (1 + Math.min(this.atLeast, this.atMost))) / (this.all + 1));
  }
}
