import { economicComplexity } from "../complexity/economic-complexity.ts";
import { complexityOutlookGain } from "../complexity/outlook.ts";
import { amounts, Matrix, type Table } from "../core/matrix.ts";
import { oneOf } from "../core/one-of.ts";
import { Presence } from "../core/presence.ts";
import { sum } from "../core/statistics.ts";
import { relatednessDensity } from "../relatedness/density.ts";
import { proximity } from "../relatedness/proximity.ts";
import { relativeRelatedness } from "../relatedness/relative.ts";
import { locationQuotient } from "../specialisation/location-quotient.ts";

/**
 * What may help to tell who enters what. "quotient": ln(1 + LQ). "density": relatedness density. "relative": the same,
 * compared with the other options of the region. "complexity": PCI. "gain": complexity outlook gain. "ubiquity", "diversity":
 * the share of the regions that have the activity, of the activities that the region has. "regionSize", "activitySize":
 * ln(1 + total).
 */
export type EntryFeature =
  | "quotient"
  | "density"
  | "relative"
  | "complexity"
  | "gain"
  | "ubiquity"
  | "diversity"
  | "regionSize"
  | "activitySize";

export type EntryFeaturesOptions = {
  features?: readonly EntryFeature[];
  /** The location quotient from which a region has an activity: 1 unless given. */
  threshold?: number;
};

/** Without those that others nearly tell. */
export const USUAL_FEATURES: readonly EntryFeature[] = ["quotient", "density", "complexity", "ubiquity"];

/**
 * What is known of each region and activity before any entry, one matrix for each feature asked for, in that order (density,
 * complexity, ubiquity and quotient unless told).
 *
 * Takes amounts (regions × activities) of one period; returns matrices of that shape, of cells in which the region has the
 * activity as well. `NaN` where a feature is not defined. O(regions × activities² / 64) for the proximities.
 *
 * @example
 * const [quotient, ubiquity] = entryFeatures([[8, 2], [2, 8]], { features: ["quotient", "ubiquity"] });
 * quotient; // [[0.956, 0.336], [0.336, 0.956]]
 * ubiquity; // [[0.5, 0.5], [0.5, 0.5]]
 */
export function entryFeatures(table: Table, options: EntryFeaturesOptions = {}): Matrix[] {
  const { features = USUAL_FEATURES, threshold = 1 } = options;
  const given = amounts(table);
  const quotients = locationQuotient(given);
  const has = Presence.where(quotients, (lq) => lq >= threshold);
  const facts = new Facts(has);
  return features.map((feature) => {
    const make = MAKERS[oneOf(feature, Object.keys(MAKERS) as EntryFeature[], "features")];
    return make(facts, quotients, given);
  });
}

/** What several features are made of, computed when first asked for. */
class Facts {
  readonly has: Presence;
  #near: Matrix | undefined;
  #density: Matrix | undefined;
  #pci: Float64Array | undefined;

  constructor(has: Presence) {
    this.has = has;
  }

  get near(): Matrix {
    this.#near ??= proximity(this.has);
    return this.#near;
  }

  get density(): Matrix {
    this.#density ??= relatednessDensity(this.has, this.near);
    return this.#density;
  }

  get pci(): Float64Array {
    this.#pci ??= economicComplexity(this.has).pci;
    return this.#pci;
  }
}

const MAKERS: Record<EntryFeature, (facts: Facts, quotients: Matrix, given: Matrix) => Matrix> = {
  quotient: (_, quotients) => quotients.map(Math.log1p),
  density: ({ density }) => density,
  relative: ({ has, density }) => relativeRelatedness(has, density),
  complexity: ({ has, pci }) => ofActivities(has, pci),
  gain: ({ has, near, pci }) => complexityOutlookGain(has, near, pci),
  ubiquity: ({ has }) =>
    ofActivities(
      has,
      Float64Array.from(has.columnCounts(), (n) => n / has.rows),
    ),
  diversity: ({ has }) =>
    ofRegions(
      has,
      Float64Array.from(has.rowCounts(), (n) => n / has.columns),
    ),
  regionSize: ({ has }, _, given) =>
    ofRegions(
      has,
      Float64Array.from({ length: given.rows }, (_row, r) => Math.log1p(sum(given.row(r)))),
    ),
  activitySize: ({ has }, _, given) =>
    ofActivities(
      has,
      Float64Array.from({ length: given.columns }, (_column, c) => Math.log1p(sum(given.column(c)))),
    ),
};

const ofActivities = (has: Presence, values: Float64Array) =>
  new Matrix(has.rows, has.columns).map((_, _r, c) => values[c]!);

const ofRegions = (has: Presence, values: Float64Array) =>
  new Matrix(has.rows, has.columns).map((_, r) => values[r]!);
