import { leadingEigen } from "./lanczos.ts";
import type { Level } from "./level.ts";

/**
 * The second smallest eigenvalue of the Laplacian of a connected graph, with its eigenvector: the greatest one of the
 * pseudo-inverse, of which the wanted end of the spectrum is far apart from the rest. Each application of the inverse is a
 * system solved by conjugate gradients.
 */
export function fiedler({ size, starts, nodes, weights }: Level) {
  const strength = new Float64Array(size);
  for (let v = 0; v < size; v++)
    for (let k = starts[v]!; k < starts[v + 1]!; k++) strength[v]! += weights[k]!;
  const laplacian = (x: Float64Array, into: Float64Array) => {
    for (let v = 0; v < size; v++) {
      let total = strength[v]! * x[v]!;
      const end = starts[v + 1]!;
      for (let k = starts[v]!; k < end; k++) total -= weights[k]! * x[nodes[k]!]!;
      into[v] = total;
    }
  };
  let settled = true;
  const inverse = (x: Float64Array, into: Float64Array) => {
    if (!solve(laplacian, strength, x, into)) settled = false;
  };
  const constant = new Float64Array(size).fill(1 / Math.sqrt(size));
  const { vector, converged } = leadingEigen(size, inverse, { away: [constant], tolerance: 1e-8 });
  const image = new Float64Array(size);
  laplacian(vector, image);
  return { value: Math.max(0, dot(vector, image)), vector, converged: converged && settled };
}

const MOST_STEPS = 5_000;

/** L y = x for an x without mean, by conjugate gradients preconditioned with the diagonal; false where that did not settle. */
function solve(
  multiply: (x: Float64Array, into: Float64Array) => void,
  diagonal: Float64Array,
  x: Float64Array,
  y: Float64Array,
): boolean {
  const n = x.length;
  const residual = x.slice();
  const ahead = new Float64Array(n);
  const direction = new Float64Array(n);
  const image = new Float64Array(n);
  const enough = 1e-12 * Math.sqrt(dot(x, x));
  let before = 0;
  y.fill(0);
  for (let step = 0; step < MOST_STEPS; step++) {
    for (let v = 0; v < n; v++) ahead[v] = residual[v]! / diagonal[v]!;
    const now = dot(residual, ahead);
    const keep = step === 0 ? 0 : now / before;
    for (let v = 0; v < n; v++) direction[v] = ahead[v]! + keep * direction[v]!;
    multiply(direction, image);
    const length = now / dot(direction, image);
    // Rounding alone is left: nothing more can be gained.
    if (!Number.isFinite(length)) return true;
    for (let v = 0; v < n; v++) {
      y[v]! += length * direction[v]!;
      residual[v]! -= length * image[v]!;
    }
    before = now;
    if (Math.sqrt(dot(residual, residual)) <= enough) return true;
  }
  return false;
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!;
  return total;
}
