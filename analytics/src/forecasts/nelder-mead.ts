/** Where a search ended: the best point, its value, how often the function was called, whether it settled. */
export type Minimum = { at: Float64Array; value: number; calls: number; converged: boolean };

export type NelderMeadOptions = {
  /** The search ends where the values of all corners are this near, relative to the first value. */
  tolerance?: number;
  /** It gives up after so many calls. */
  mostCalls?: number;
};

/** Stands for a value that is not finite: a corner outside the allowed region is worse than any inside. */
const OUTSIDE = 1e35;

/**
 * Finds a minimum of a function of several numbers without derivatives: a simplex of n + 1 corners is reflected, stretched
 * and shrunk until its corners are level. The first simplex steps a tenth of the largest coordinate away from the start, so
 * that the path is the same as that of other implementations of the algorithm. `undefined` where the function has no finite
 * value at the start.
 *
 * J. A. Nelder and R. Mead, "A Simplex Method for Function Minimization", The Computer Journal 7 (1965), 308–313; in the
 * form of J. C. Nash, Compact Numerical Methods for Computers (2nd ed., 1990), algorithm 19.
 */
export function nelderMead(
  of: (point: Float64Array) => number,
  start: Float64Array,
  { tolerance = Math.sqrt(2 ** -52), mostCalls = 2000 }: NelderMeadOptions = {},
): Minimum | undefined {
  const n = start.length;
  const first = of(start);
  if (!Number.isFinite(first)) return undefined;
  let calls = 1;
  const valueAt = (point: Float64Array): number => {
    calls++;
    const value = of(point);
    return Number.isFinite(value) ? value : OUTSIDE;
  };

  const level = tolerance * (Math.abs(first) + tolerance);
  const corners = firstSimplex(start);
  const values = new Float64Array(n + 1);
  values[0] = first;
  for (let k = 1; k <= n; k++) values[k] = valueAt(corners[k]!);
  let size = spread(start, corners);
  const centre = new Float64Array(n);
  const reflected = new Float64Array(n);
  const tried = new Float64Array(n);
  let best = 0;
  let converged = false;

  do {
    let worst = best;
    for (let k = 0; k <= n; k++) {
      if (values[k]! < values[best]!) best = k;
      if (values[k]! > values[worst]!) worst = k;
    }
    if (values[worst]! <= values[best]! + level) {
      converged = true;
      break;
    }
    centreWithout(worst, corners, centre);
    const high = corners[worst]!;
    for (let i = 0; i < n; i++) reflected[i] = 2 * centre[i]! - high[i]!;
    const atReflected = valueAt(reflected);

    if (atReflected < values[best]!) {
      for (let i = 0; i < n; i++) tried[i] = 2 * reflected[i]! - centre[i]!;
      const atTried = valueAt(tried);
      const stretches = atTried < atReflected;
      high.set(stretches ? tried : reflected);
      values[worst] = stretches ? atTried : atReflected;
      continue;
    }
    const isWorse = atReflected >= values[worst]!;
    if (!isWorse) {
      high.set(reflected);
      values[worst] = atReflected;
    }
    for (let i = 0; i < n; i++) tried[i] = 0.5 * high[i]! + 0.5 * centre[i]!;
    const atTried = valueAt(tried);
    if (atTried < values[worst]!) {
      high.set(tried);
      values[worst] = atTried;
    } else if (isWorse) {
      const shrunk = shrink(corners, best);
      if (shrunk >= size) break;
      size = shrunk;
      for (let k = 0; k <= n; k++) if (k !== best) values[k] = valueAt(corners[k]!);
    }
  } while (calls <= mostCalls);

  for (let k = 0; k <= n; k++) if (values[k]! < values[best]!) best = k;
  return { at: corners[best]!, value: values[best]!, calls, converged };
}

function firstSimplex(start: Float64Array): Float64Array[] {
  const step = 0.1 * start.reduce((most, x) => Math.max(most, Math.abs(x)), 0) || 0.1;
  return Array.from({ length: start.length + 1 }, (_, k) => {
    const corner = start.slice();
    // A step lost in rounding is made larger.
    for (let far = step; k > 0 && corner[k - 1] === start[k - 1]; far *= 10)
      corner[k - 1] = start[k - 1]! + far;
    return corner;
  });
}

/** The size that a shrinking simplex has to stay below: ten times the steps it was built with. */
function spread(start: Float64Array, corners: readonly Float64Array[]): number {
  let total = 0;
  for (let k = 1; k < corners.length; k++) total += 10 * Math.abs(corners[k]![k - 1]! - start[k - 1]!);
  return total;
}

function centreWithout(left: number, corners: readonly Float64Array[], centre: Float64Array): void {
  const n = centre.length;
  for (let i = 0; i < n; i++) {
    let total = -corners[left]![i]!;
    for (let k = 0; k <= n; k++) total += corners[k]![i]!;
    centre[i] = total / n;
  }
}

function shrink(corners: readonly Float64Array[], towards: number): number {
  const kept = corners[towards]!;
  let size = 0;
  corners.forEach((corner, k) => {
    if (k === towards) return;
    for (let i = 0; i < kept.length; i++) {
      corner[i] = 0.5 * (corner[i]! - kept[i]!) + kept[i]!;
      size += Math.abs(corner[i]! - kept[i]!);
    }
  });
  return size;
}
