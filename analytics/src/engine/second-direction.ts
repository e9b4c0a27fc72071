import { type Random, seeded } from "../core/random.ts";
import { dot, type Leading, lanczos, normalise, type Operator, scattered } from "./lanczos.ts";

/** Up to this size a second search makes sure that no equal eigenvalue was missed. */
const DOUBTFUL = 256;
const SEED = 20090630;

/**
 * The leading pair of N Nᵀ beside the trivial one, on the side of `own`: `own` and `other` are the counts of the two sides, `toOwn` and
 * `toOther` sum over the links between them.
 */
export function search(
  own: Int32Array,
  other: Int32Array,
  toOwn: (x: Float64Array) => Float64Array,
  toOther: (x: Float64Array) => Float64Array,
): Leading | undefined {
  const root = Float64Array.from(own, (n) => (n > 0 ? 1 / Math.sqrt(n) : 0));
  const apply: Operator = (x) => {
    const across = toOther(times(x, root));
    for (let k = 0; k < across.length; k++) across[k] = other[k]! > 0 ? across[k]! / other[k]! : 0;
    const back = toOwn(across);
    for (let k = 0; k < back.length; k++) back[k]! *= root[k]!;
    return back;
  };
  const first = Float64Array.from(own, Math.sqrt);
  normalise(first);
  const random = seeded(SEED);
  const dimensions = count(own) - 1;
  const found = lanczos(apply, {
    known: [first],
    start: guess(first, root, own, other, toOwn, random),
    dimensions,
  });
  if (!found || dimensions < 2 || own.length > DOUBTFUL) return found;
  const rest = lanczos(apply, {
    known: [first, found.vector],
    start: scattered(own, random),
    dimensions: dimensions - 1,
    tolerance: 1e-8,
  });
  if (!rest) return found;
  const steps = found.steps + rest.steps;
  // The guess had nothing of the leading vector: it was the second search that found it.
  if (rest.values[0]! > found.values[0]! + 1e-9)
    return { ...againFrom(apply, first, rest, dimensions), steps: steps * 2 };
  return {
    ...found,
    steps,
    values: [found.values[0]!, Math.min(found.values[0]!, Math.max(rest.values[0]!, found.values[1] ?? 0))],
  };
}

function againFrom(apply: Operator, first: Float64Array, rest: Leading, dimensions: number): Leading {
  return lanczos(apply, { known: [first], start: rest.vector, dimensions }) ?? rest;
}

/** Near the answer in a nested presence, where those with much have what is rare; with some of everything else. */
function guess(
  first: Float64Array,
  root: Float64Array,
  own: Int32Array,
  other: Int32Array,
  toOwn: (x: Float64Array) => Float64Array,
  random: Random,
): Float64Array {
  const around = toOwn(Float64Array.from(other)).map((x, k) => (own[k]! > 0 ? x * root[k]! : 0));
  const part = dot(around, first);
  for (let k = 0; k < around.length; k++) around[k]! -= part * first[k]!;
  normalise(around);
  const noise = scattered(own, random);
  normalise(noise);
  return around.map((x, k) => x + 0.1 * noise[k]!);
}

function times(a: Float64Array, b: Float64Array): Float64Array {
  const product = new Float64Array(a.length);
  for (let k = 0; k < a.length; k++) product[k] = a[k]! * b[k]!;
  return product;
}

/** How many have anything. */
export const count = (numbers: Int32Array): number =>
  numbers.reduce((total, n) => total + (n > 0 ? 1 : 0), 0);
