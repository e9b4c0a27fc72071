import type { Presence } from "../core/presence.ts";
import { correlation } from "../core/statistics.ts";
import { sums } from "../wasm/sums.ts";
import { components } from "./components.ts";
import { dot } from "./lanczos.ts";
import { Layout } from "./layout.ts";
import { type Products, plainProducts, planVectors, quickProducts } from "./products.ts";
import { count, search } from "./second-direction.ts";
import { open } from "./workspace.ts";

/** The second eigenvectors of the two averaging matrices of a presence, as they are: neither scaled nor rounded. */
export type SecondPair = {
  /** One a region, `NaN` where it has nothing: the mean of `activity` over what it has. */
  region: Float64Array;
  /** One an activity, `NaN` where nobody has it. */
  activity: Float64Array;
  /** The leading ones, the trivial 1 first; fewer where the presence has fewer. */
  eigenvalues: number[];
  /** Products with the matrix that were needed. */
  iterations: number;
  converged: boolean;
  /** Parts without any link; with more than one the second eigenvalue is 1 as well. */
  components: number;
};

/** An eigenvalue below this is rounding: the presence has no second direction. */
const NOTHING = 1e-12;
const TOLERANCE = 1e-13;

/**
 * The pair of vectors behind the economic complexity indices: the eigenvectors of the second largest eigenvalue of D⁻¹ M U⁻¹ Mᵀ (regions)
 * and U⁻¹ Mᵀ D⁻¹ M (activities), by Lanczos' method on the symmetric form N Nᵀ, N = D^(-1/2) M U^(-1/2), on the smaller side. Its first
 * pair is known, (1, √d), and left out of the search. Both vectors come from one pair, so that a region's value is the mean over its
 * activities, and their common sign makes `region` correlate with diversity (where that decides nothing: `activity` against ubiquity,
 * then the largest entry, positive).
 *
 * Where there is no second direction (fewer than two regions or activities with anything, or all alike) both are `NaN`.
 * O(steps · ones), mostly 10 to 30 steps.
 *
 * C. Hidalgo and R. Hausmann, "The building blocks of economic complexity", PNAS 106 (2009), 10570–10575.
 *
 * @example
 * secondPair(Presence.from([[1, 1, 1], [1, 1, 0], [1, 0, 0]])).eigenvalues; // 1, 1/4 and 1/9
 */
export function secondPair(presence: Presence): SecondPair {
  return pairFrom(presence, quick(presence) ?? plainProducts(presence));
}

/** The same with given products. */
export function pairFrom(presence: Presence, products: Products): SecondPair {
  const diversity = presence.rowCounts();
  const ubiquity = presence.columnCounts();
  const parts = components(presence, ubiquity);
  const rows = count(diversity);
  const columns = count(ubiquity);
  const byRegion = rows <= columns;
  const found =
    Math.min(rows, columns) < 2
      ? undefined
      : search(
          byRegion ? diversity : ubiquity,
          byRegion ? ubiquity : diversity,
          byRegion ? products.overActivities : products.overRegions,
          byRegion ? products.overRegions : products.overActivities,
        );
  const whole = rows > 0 ? [1] : [];
  if (!found || !(found.values[0]! > NOTHING))
    return {
      region: new Float64Array(presence.rows).fill(Number.NaN),
      activity: new Float64Array(presence.columns).fill(Number.NaN),
      eigenvalues: whole,
      iterations: found?.steps ?? 0,
      converged: true,
      components: parts,
    };
  const { vector, values, steps, residual } = found;
  // An eigenvector of the symmetric form over √d is one of the averaging matrix; half a turn of it is the other side's.
  const mine = vector.map((x, k) => x / Math.sqrt((byRegion ? diversity : ubiquity)[k]!));
  const activity = byRegion ? means(products.overRegions(known(mine)), ubiquity) : mine;
  const length = Math.sqrt(dot(known(activity), known(activity)));
  for (let c = 0; c < activity.length; c++) activity[c]! /= length;
  const region = means(products.overActivities(known(activity)), diversity);
  orient(region, activity, diversity, ubiquity);
  return {
    region,
    activity,
    eigenvalues: [...whole, ...values.filter((value) => value > NOTHING)],
    iterations: steps,
    converged: residual <= TOLERANCE * 10,
    components: parts,
  };
}

/** With zeros for what is not defined, to be added up. */
const known = (values: Float64Array): Float64Array => values.map((x) => (Number.isNaN(x) ? 0 : x));
const means = (sums: Float64Array, counts: Int32Array): Float64Array => sums.map((x, k) => x / counts[k]!);

/** Turns both, in place, so that the more diverse regions stand higher. */
function orient(region: Float64Array, activity: Float64Array, diversity: Int32Array, ubiquity: Int32Array) {
  const sign =
    decided(correlation(region, Float64Array.from(diversity))) ||
    -decided(correlation(activity, Float64Array.from(ubiquity))) ||
    decided(largest(region));
  if (sign >= 0) return;
  for (let r = 0; r < region.length; r++) region[r] = -region[r]!;
  for (let c = 0; c < activity.length; c++) activity[c] = -activity[c]!;
}

const decided = (value: number): number => (Math.abs(value) > 1e-9 ? Math.sign(value) : 0);

/** The first of those that are largest but for rounding. */
function largest(values: Float64Array): number {
  let most = 0;
  for (const x of values) if (Math.abs(x) > Math.abs(most) * (1 + 1e-9)) most = x;
  return most;
}

function quick(presence: Presence): Products | undefined {
  const { rows, columns, starts, indices } = presence;
  const layout = new Layout();
  const places = {
    rows,
    columns,
    starts: layout.take(4 * starts.length),
    indices: layout.take(4 * indices.length),
    byColumn: layout.take(4 * (columns + 1)),
    regions: layout.take(4 * indices.length),
    vectors: planVectors(rows, columns, layout),
  };
  const next = layout.take(4 * (columns + 1));
  const opened = open(sums, (memory) => sums.on(memory), layout.end);
  if (!opened) return undefined;
  const { run, memory } = opened;
  new Int32Array(memory.buffer, places.starts, starts.length).set(starts);
  new Int32Array(memory.buffer, places.indices, indices.length).set(indices);
  run.turn(places.starts, places.indices, rows, columns, places.byColumn, places.regions, next);
  return quickProducts(places, run, memory.buffer);
}
