import { createHash } from "node:crypto";
import { crossTable, type DisclosureRules, protectFigures } from "@kontor/analytics";
import type { Contribution } from "./topics.ts";

/** What a figure is the sum of: the digests of who stands behind it, and what each of them adds. */
export interface Source {
  keys: string[];
  amounts: number[];
}

export interface Cell extends Source {
  codes: (string | null)[];
}

/** A cell that may be shown. */
export interface SafeCell extends Cell {
  value: number;
}

/**
 * The same organisation is the same contributor in every table of every cluster and at every time. A digest, because a list of who is in a
 * cell is nothing to keep.
 */
const keyOf = ({ organisationId }: Contribution): string =>
  createHash("sha256").update(`organisation ${organisationId}`).digest("base64url").slice(0, 22);

/** Every cell and total of a table. An organisation with several rows counts once in each cell. */
export function cellsOf(rows: readonly Contribution[]): Cell[] {
  const width = rows[0]?.codes.length ?? 0;
  const dimensions = Array.from({ length: width }, (_, d) => rows.map((row) => row.codes[d] ?? null));
  return crossTable(dimensions).map(({ codes, contributors }) => {
    const amounts = new Map(contributors.map((at) => [keyOf(rows[at]!), rows[at]!.amount]));
    return { codes, keys: [...amounts.keys()], amounts: [...amounts.values()] };
  });
}

/** Of the figures that are out those that share somebody with these cells, or with others that do: the rest tells nothing of them. */
export function sharing<T extends Source>(cells: readonly Source[], out: readonly T[]): T[] {
  const near = new Set(cells.flatMap(({ keys }) => keys));
  const found: T[] = [];
  let rest = [...out];
  for (;;) {
    const more = rest.filter(({ keys }) => keys.some((key) => near.has(key)));
    if (more.length === 0) return found;
    found.push(...more);
    rest = rest.filter((source) => !more.includes(source));
    for (const key of more.flatMap(({ keys }) => keys)) near.add(key);
  }
}

/** The cells that may be shown beside everything of the same unit that is out already. What is out is not kept back again. */
export function safeCells(
  cells: readonly Cell[],
  out: readonly Source[],
  rules: DisclosureRules,
  counts: boolean,
): SafeCell[] {
  const said = new Map(out.map((source) => [nameOf(source), source]));
  const asked = new Map(
    cells.flatMap((cell) => (said.has(nameOf(cell)) ? [] : [[nameOf(cell), cell] as const])),
  );
  const before = [...said.values()];
  const whole = shown(before, [...asked.values()], wholeOf, rules, counts);
  const steps = stepsOf([...before, ...whole]);
  const safe = steps ? shown(before, whole, steps, rules, counts) : whole;
  const names = new Set([...said.keys(), ...safe.map(nameOf)]);
  return cells
    .filter((cell) => names.has(nameOf(cell)))
    .map((cell) => ({ ...cell, value: cell.amounts.reduce((sum, amount) => sum + amount, 0) }));
}

/** The same amounts of the same organisations are one figure, in whatever table. */
const nameOf = ({ keys, amounts }: Source) =>
  keys
    .map((key, i) => `${key} ${amounts[i]}`)
    .sort()
    .join(", ");

type Parts = (source: Source) => { name: string; amount: number }[];

/** Each organisation as one contributor with all it adds: no figure may be of few, or mostly of one. */
const wholeOf: Parts = ({ keys, amounts }) =>
  keys.map((key, i) => ({ name: `${key} ${amounts[i]}`, amount: amounts[i]! }));

/**
 * Each organisation as what it added at least, and what it added more at another time or in another cluster: the difference of two figures
 * may not tell what one of them gained. `null` where all add the same everywhere.
 */
function stepsOf(sources: readonly Source[]): Parts | null {
  const levels = new Map<string, Set<number>>();
  for (const { keys, amounts } of sources)
    for (const [i, key] of keys.entries()) levels.set(key, (levels.get(key) ?? new Set()).add(amounts[i]!));
  if ([...levels.values()].every(({ size }) => size === 1)) return null;
  const stairs = new Map([...levels].map(([key, all]) => [key, [...all].sort((a, b) => a - b)]));
  return ({ keys, amounts }) =>
    keys.flatMap((key, i) =>
      stairs
        .get(key)!
        .filter((level) => level <= amounts[i]!)
        .map((level, step, all) => ({ name: `${key} ${level}`, amount: level - (all[step - 1] ?? 0) })),
    );
}

/** Those of the figures asked for that nothing follows from, when all of what is out is known as well. */
function shown(
  out: readonly Source[],
  asked: readonly Source[],
  partsOf: Parts,
  rules: DisclosureRules,
  counts: boolean,
): Source[] {
  const places = new Map<string, number>();
  const values: number[] = [];
  const figures = [...out, ...asked].map((source) =>
    partsOf(source).map(({ name, amount }) => {
      const place = places.get(name) ?? values.push(amount) - 1;
      places.set(name, place);
      return place;
    }),
  );
  const kept = protectFigures({ values: counts ? null : values, figures, published: out.length }, rules);
  return asked.filter((_, i) => kept[out.length + i] === null);
}
