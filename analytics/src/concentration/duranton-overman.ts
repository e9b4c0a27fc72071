import { AnalyticsError } from "../core/error.ts";
import type { Table, Vector } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import { seeded } from "../core/random.ts";
import { quantile } from "../core/statistics.ts";
import { type Metric, places } from "../spatial/distance.ts";
import { population } from "../specialisation/population.ts";
import { type Band, globalBand, localBand } from "./bands.ts";
import { bandwidthOf, smooth } from "./kernel.ts";
import { checkPlants, draw, pairs } from "./plant-pairs.ts";

export type DurantonOvermanOptions = {
  /** "plane" (the default) or "sphere" (latitude, longitude; kilometres). */
  metric?: Metric;
  /** One size (jobs) for each place: pairs count by the product. All the same unless given. */
  sizes?: Vector;
  /** At which distances; unless given, 101 from 0 to the median distance of all places. */
  distances?: Vector;
  /** Width of the Gaussian kernel; unless given, Silverman's rule of thumb for the activity's distances. */
  bandwidth?: number;
  /** How many activities of the same number of plants are drawn; 1,000 unless told, 0 for no bands. */
  draws?: number;
  /** How sure the bands are; 0.95 unless told: 5 % below the lower and 5 % above the upper one. */
  level?: number;
  seed?: number;
};

/**
 * The density of distances between an activity's plants, and what it would be by chance. At a single distance, `local`
 * holds nine draws in ten; a draw of the lot stays within `global` over all distances with the level asked for.
 * `localisation` is how far the density is above the global band, `dispersion` how far below it (only where the activity
 * is not localised at any distance), at each distance.
 */
export type DurantonOverman = {
  distances: Float64Array;
  density: Float64Array;
  bandwidth: number;
  local: Band;
  global: Band;
  localisation: Float64Array;
  dispersion: Float64Array;
  notes: Note[];
};

/**
 * Duranton and Overman's K-density: at which distances the plants of an activity are nearer together (localised) or
 * farther apart (dispersed) than if they had chosen at random among all places where there is a plant. No borders of
 * regions are involved, and the question "compared with what, and at which scale" is answered.
 *
 *     K(d) = Σ_(i<j) e_i e_j φ((d - d_ij) / h) / (h Σ_(i<j) e_i e_j)
 *
 * φ is the Gaussian kernel, reflected at 0 since no distance is negative. Takes all places (n × 2, see `Metric`) and the
 * positions of the activity's plants among them; densities are per unit of distance. The draws are without replacement,
 * carry the sizes of the places drawn, and are seeded. All `NaN` and a note with fewer than two plants or all plants in
 * one place. O(draws × plants² × distances).
 *
 * G. Duranton, H. G. Overman, "Testing for Localization Using Micro-Geographic Data", The Review of Economic Studies 72
 * (2005), 1077–1106.
 *
 * @example
 * const places = Array.from({ length: 40 }, (_, i) => [i, 0]);
 * const together = durantonOverman(places, [4, 5, 6, 7, 8], { draws: 200 });
 * together.localisation.some((excess) => excess > 0); // true
 */
export function durantonOverman(
  points: Table,
  plants: readonly number[],
  options: DurantonOvermanOptions = {},
): DurantonOverman {
  const { metric = "plane", draws = 1000, level = 0.95, seed = 1 } = options;
  const checked = places(points, metric);
  const n = checked.rows;
  const sizes = options.sizes
    ? population(options.sizes, n, "The list of sizes")
    : new Float64Array(n).fill(1);
  checkPlants(plants, n);
  const unknown = sizes.findIndex(Number.isNaN);
  if (unknown >= 0)
    throw new AnalyticsError(
      "not-a-number",
      "The size of a place is not known",
      "Leave such places out, or give all the same size.",
      { row: unknown },
    );
  if (!(Number.isInteger(draws) && draws >= 0))
    throw new AnalyticsError("option", `${draws} draws cannot be`, "Give a whole number from 0.");
  if (!(level > 0.5 && level < 1))
    throw new AnalyticsError("option", `${level} is no level`, "Give a share above 0.5 and below 1.");
  const observed = pairs(checked, plants, sizes, metric);
  const grid = options.distances
    ? Float64Array.from(options.distances)
    : upToMedian(pairs(checked, evenly(n), sizes, metric).distances);
  const bandwidth = options.bandwidth ?? bandwidthOf(observed);
  const density = smooth(observed, grid, bandwidth);
  const defined = density.every((k) => !Number.isNaN(k));
  const random = seeded(seed);
  const lot = Int32Array.from({ length: n }, (_, i) => i);
  const curves = Array.from({ length: defined ? draws : 0 }, () => {
    draw(lot, plants.length, random);
    return smooth(pairs(checked, lot.subarray(0, plants.length), sizes, metric), grid, bandwidth);
  });
  const global = globalBand(curves, grid.length, level);
  const localisation = density.map((k, d) => Math.max(0, k - global.upper[d]!));
  const localised = localisation.some((excess) => excess > 0);
  return {
    distances: grid,
    density,
    bandwidth,
    local: localBand(curves, grid.length, level),
    global,
    localisation,
    dispersion: density.map((k, d) => (localised ? 0 : Math.max(0, global.lower[d]! - k))),
    notes: notesOn(defined, n, options.distances === undefined),
  };
}

/** Of more places than this, only so many decide how far the grid reaches. */
const MOST_FOR_THE_GRID = 1500;

const evenly = (n: number) =>
  Int32Array.from({ length: Math.min(n, MOST_FOR_THE_GRID) }, (_, i) =>
    Math.floor((i * n) / Math.min(n, MOST_FOR_THE_GRID)),
  );

function upToMedian(distances: Float64Array): Float64Array {
  const median = quantile(distances, 0.5);
  return Float64Array.from({ length: 101 }, (_, i) => (i * median) / 100);
}

function notesOn(defined: boolean, n: number, ownGrid: boolean): Note[] {
  const notes: Note[] = [];
  if (!defined)
    notes.push({
      code: "degenerate",
      text: "Not defined: fewer than two plants of some size, or distances that do not vary; with those give a bandwidth.",
    });
  if (ownGrid && n > MOST_FOR_THE_GRID)
    notes.push({
      code: "sampled",
      text: `The median distance is that of ${MOST_FOR_THE_GRID} of the ${n} places.`,
    });
  return notes;
}
