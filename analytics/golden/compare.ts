import { Matrix } from "../src/core/matrix.ts";
import { correlation } from "../src/core/statistics.ts";
import { type Entry, Rounded } from "./golden.ts";

/** The cell that is farthest off: where it is, what stands in the file, what came out. */
export type Difference = { path: string; expected: unknown; actual: unknown; off: number };

/** How near to a tie the unrounded value has to be for both roundings to be right. */
const TIE = 1e-9;

/** What differs most between a golden entry and a result, or `undefined` where all is within the tolerance. */
export function difference(entry: Entry, result: unknown): Difference | undefined {
  if (isScaledByTheSumOfAnEigenvector(entry)) return uncorrelated(entry.value, plain(result));
  if (entry.measure.startsWith("best_modularity_")) return below(entry.value, plain(result));
  if (entry.measure === "ets_auto")
    return worst(only("mean", entry.value), only("mean", plain(result)), 0.02);
  if (result instanceof Rounded)
    return worst(entry.value, plain(result.value), entry.tolerance, plain(result.exact), result.digits);
  return worst(entry.value, plain(result), entry.tolerance);
}

/** Rounded before the decomposition and divided by a sum near zero: level and sign are arbitrary, the direction is not. */
const isScaledByTheSumOfAnEigenvector = ({ reference, measure }: Entry) =>
  reference === "EconGeo" && (measure === "kci" || measure === "tci");

function uncorrelated(expected: unknown, actual: unknown): Difference | undefined {
  const path = "|correlation|, at least 0.999";
  if (!isNumbers(expected) || !isNumbers(actual) || actual.length !== expected.length)
    return { path, expected, actual, off: Number.POSITIVE_INFINITY };
  const found = Math.abs(
    correlation(
      Array.from(expected, (x) => x ?? Number.NaN),
      actual,
    ),
  );
  return found >= 0.999 ? undefined : { path, expected: 1, actual: found, off: 1 - found };
}

/** The best of many runs of a random method: any good one comes within a hundredth of it, and may be better. */
function below(expected: unknown, actual: unknown): Difference | undefined {
  const least = Number(expected) - 0.01 * Math.abs(Number(expected));
  return typeof actual === "number" && actual >= least
    ? undefined
    : { path: "at least 99 % of", expected, actual, off: Number(expected) - Number(actual) };
}

function worst(
  expected: unknown,
  actual: unknown,
  tolerance: number,
  exact?: unknown,
  digits = 0,
  path = "",
): Difference | undefined {
  const differs = (off: number) => ({ path: path || "value", expected, actual, off });
  if (expected === null)
    return typeof actual === "number" && !Number.isFinite(actual)
      ? undefined
      : differs(Number.POSITIVE_INFINITY);
  if (typeof expected === "number" && typeof actual === "number") {
    const off = Math.abs(expected - actual);
    if (off <= tolerance * Math.max(1, Math.abs(expected))) return undefined;
    return onTie(expected, exact, digits) && off <= 1.000001 * 10 ** -digits ? undefined : differs(off);
  }
  if (typeof expected !== "object" || typeof actual !== "object" || actual === null)
    return expected === actual ? undefined : differs(Number.POSITIVE_INFINITY);
  if (Array.isArray(expected) && (!Array.isArray(actual) || actual.length !== expected.length))
    return { ...differs(Number.POSITIVE_INFINITY), expected: sayShape(expected), actual: sayShape(actual) };
  let most: Difference | undefined;
  for (const [key, value] of Object.entries(expected)) {
    const found = worst(value, child(actual, key), tolerance, child(exact, key), digits, `${path}[${key}]`);
    if (found && (most === undefined || found.off > most.off)) most = found;
  }
  return most;
}

function onTie(expected: number, exact: unknown, digits: number): boolean {
  if (typeof exact !== "number" || !Number.isFinite(exact)) return false;
  const scaled = Math.abs(exact) * 10 ** digits;
  const near = Math.abs(scaled - Math.floor(scaled) - 0.5) <= TIE * Math.max(1, scaled);
  return near && Math.abs(expected - exact) <= 0.500001 * 10 ** -digits;
}

const child = (of: unknown, key: string): unknown =>
  typeof of === "object" && of !== null ? (of as Record<string, unknown>)[key] : undefined;

const only = (key: string, of: unknown) => ({ [key]: child(of, key) });

const isNumbers = (value: unknown): value is number[] => Array.isArray(value);

const sayShape = (value: unknown): string =>
  Array.isArray(value)
    ? `list of ${value.length}${Array.isArray(value[0]) ? ` × ${value[0].length}` : ""}`
    : typeof value;

/** Typed arrays and matrices as plain lists, all the way down, so that they compare with what JSON holds. */
function plain(value: unknown): unknown {
  if (value instanceof Matrix) return value.toRows();
  if (value instanceof Rounded) return plain(value.value);
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
}
