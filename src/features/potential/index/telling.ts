import { quartilesOf } from "./quartiles.ts";

/** Nothing is said of fewer. */
export const LEAST = 5;

/** What one or two have done alone could be worked out from a figure of all. */
const FEW = 3;
export const isFew = (count: number) => count > 0 && count < FEW;

/**
 * Of whom aggregates may be made. One or two answers that are kept from the team, among others that the team has read, could be worked
 * out from figures of all: then these are made of the shared ones.
 */
export function telling<U extends { shared: boolean }>(units: readonly U[]): readonly U[] | null {
  const shared = units.filter((one) => one.shared);
  const used = isFew(units.length - shared.length) ? shared : units;
  return used.length >= LEAST ? used : null;
}

/** What one member adds to a figure. */
export interface Part {
  /** The same from round to round. */
  member: string;
  shared: boolean;
  value: number;
}

/** Who has come, gone or changed between two tellings. */
export function whoMoved(
  now: readonly Pick<Part, "member" | "value">[],
  then: ReadonlyMap<string, number>,
): string[] {
  const values = new Map(
    now.map(({ member, value }) => [member, Number.isFinite(value) ? value : undefined]),
  );
  const alike = (a: number | undefined, b: number | undefined) =>
    a === undefined || b === undefined ? a === b : Math.abs(a - b) < 1e-9;
  return [...new Set([...values.keys(), ...then.keys()])].filter(
    (member) => !alike(values.get(member), then.get(member)),
  );
}

/** A figure as it was told, and of what: what it would be made of again. */
export interface Before<T> {
  parts: ReadonlyMap<string, number>;
  told: T | null | undefined;
}

/** A figure of many; `null` where it may not be told. One that only one or two have moved would tell how, and stays as it was. */
export function figureOf<T>(
  parts: readonly Part[],
  make: (values: number[]) => T,
  before?: Before<T> | null,
): T | null {
  const used = telling(parts.filter(({ value }) => Number.isFinite(value)));
  if (!used) return null;
  if (before?.told && isFew(whoMoved(used, before.parts).length)) return before.told;
  return make(used.map(({ value }) => value));
}

export interface Quartiles {
  q1: number;
  median: number;
  q3: number;
}

/** In whole points, and in steps of five while they are few: finer ones would be somebody's own. */
export function toldQuartiles(values: readonly number[]): Quartiles {
  const [q1, median, q3] = quartilesOf(values).map((value) => stepped(value, values.length));
  return { q1: q1!, median: median!, q3: q3! };
}

const ENOUGH_FOR_POINTS = 10;

export const stepped = (value: number, of: number) =>
  of < ENOUGH_FOR_POINTS ? Math.round(value / 5) * 5 : Math.round(value);

/** Which quarter of the cluster a value lies in, 1 to 4. */
export function quarterOf(value: number | undefined, quartiles: Quartiles | null): 1 | 2 | 3 | 4 | null {
  if (value === undefined || !quartiles) return null;
  if (value < quartiles.q1) return 1;
  if (value < quartiles.median) return 2;
  return value < quartiles.q3 ? 3 : 4;
}
