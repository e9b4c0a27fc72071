import { CONVENTIONS, type Convention } from "../core/convention.ts";
import { AnalyticsError } from "../core/error.ts";
import { amounts, Matrix, type Table, type Vector } from "../core/matrix.ts";
import { checkWords } from "../core/one-of.ts";
import { Presence } from "../core/presence.ts";
import { specialised } from "../engine/specialised.ts";
import { locationQuotient } from "../specialisation/location-quotient.ts";
import { perCapitaLocationQuotient } from "../specialisation/per-capita.ts";

/**
 * What makes a region "have" an activity: its location quotient ("rca"), its quotient per head ("rpop"), both, at least
 * one of them ("either"), or the values of the table itself ("manual").
 */
export type PresenceTest = "rca" | "rpop" | "both" | "either" | "manual";

export type PresenceOptions = {
  /** "rca" unless given. */
  test?: PresenceTest;
  /** Present from here on, itself included: 1 unless given. */
  threshold?: number;
  /** The same for the quotient per head; `threshold` unless given. */
  populationThreshold?: number;
  /** People of each region, wherever the test looks at heads. */
  population?: Vector;
  /** "economiccomplexity": also a region or activity with nothing at all counts as present everywhere. */
  convention?: Convention;
};

/**
 * Who has what: 1 where a region has an activity by the test chosen, 0 elsewhere.
 *
 *     M(r, c) = 1  if  LQ(r, c) ≥ threshold
 *
 * Takes amounts (regions × activities; jobs, turnover, patents), or for `test: "manual"` any numbers, such as quotients
 * computed before or a table of zeros and ones. Returns a `Presence` of the same shape. A region or activity with nothing
 * at all has no quotient and is nowhere present; an unknown cell (`NaN`) is not present either. The R package
 * economiccomplexity reads both as present, which its convention reproduces. "both" is the intersection, "either" the union.
 *
 * O(regions × activities).
 *
 * C. Hidalgo, B. Klinger, A.-L. Barabási and R. Hausmann, "The Product Space Conditions the Development of Nations",
 * Science 317 (2007), 482–487.
 *
 * @example
 * presence([[8, 2], [2, 8]]).toMatrix().toRows(); // [[1, 0], [0, 1]]
 * presence([[0.4, 1.6], [2, 0]], { test: "manual", threshold: 0.5 }).of(0); // [1]
 */
export function presence(table: Table, options: PresenceOptions = {}): Presence {
  checkWords(options, { test: ["rca", "rpop", "both", "either", "manual"], convention: CONVENTIONS });
  const { test = "rca", threshold = 1, convention = "kontor" } = options;
  const { populationThreshold = threshold } = options;
  const reaches = convention === "economiccomplexity" ? notBelow : atLeast;
  if (test === "manual") return Presence.where(Matrix.from(table), (x) => reaches(x, threshold));
  if (test === "rca" && reaches === atLeast) return specialised(table, threshold);
  const given = amounts(table);
  if (test === "rca") return Presence.where(locationQuotient(given), (lq) => reaches(lq, threshold));
  const perHead = perCapitaLocationQuotient(given, peopleOf(options)).values;
  if (test === "rpop")
    return Presence.where(new Matrix(given.rows, given.columns, perHead), (x) =>
      reaches(x, populationThreshold),
    );
  const isEither = test === "either";
  return Presence.where(locationQuotient(given), (lq, r, c) => {
    const one = reaches(lq, threshold);
    const other = reaches(perHead[r * given.columns + c]!, populationThreshold);
    return isEither ? one || other : one && other;
  });
}

const atLeast = (x: number, threshold: number) => x >= threshold;

/** True for `NaN` as well. */
const notBelow = (x: number, threshold: number) => !(x < threshold);

function peopleOf({ population, test }: PresenceOptions): Vector {
  if (population) return population;
  throw new AnalyticsError(
    "option",
    `The presence test "${test}" needs the population of each region`,
    'Give it as `population`, or take the test "rca".',
  );
}
