import { createHash } from "node:crypto";
import { crossTable, type DisclosureRules, protectFigures } from "@kontor/analytics";
import type { Contribution } from "./topics.ts";

/** The cells of a table with the digests of who stands behind each, and what each of them adds. */
export interface Cell {
  codes: (string | null)[];
  keys: string[];
  amounts: number[];
}

/** A figure that is out already. */
export type Source = Pick<Cell, "keys" | "amounts">;

export interface SafeCell extends Cell {
  /** `null` where it is kept back. */
  value: number | null;
}

/**
 * The same organisation with the same amount is the same contributor in every table and at every time. A digest, because a list of who is
 * in a cell is nothing to keep.
 */
export const keyOf = (clusterId: string, { organisationId, amount }: Contribution): string =>
  createHash("sha256").update(`${clusterId} ${organisationId} ${amount}`).digest("base64url").slice(0, 22);

/** Every cell and total of a table. An organisation with several rows counts once in each cell. */
export function cellsOf(clusterId: string, rows: readonly Contribution[]): Cell[] {
  const width = rows[0]?.codes.length ?? 0;
  const dimensions = Array.from({ length: width }, (_, d) => rows.map((row) => row.codes[d] ?? null));
  return crossTable(dimensions).map(({ codes, contributors }) => {
    const amounts = new Map(contributors.map((at) => [keyOf(clusterId, rows[at]!), rows[at]!.amount]));
    return { codes, keys: [...amounts.keys()], amounts: [...amounts.values()] };
  });
}

/**
 * The cells with the values that may be shown, beside everything of the same unit that is out already. Figures of the same contributors are
 * one figure: what is out is not kept back again, and is not asked about twice.
 */
export function safeCells(
  cells: readonly Cell[],
  out: readonly Source[],
  rules: DisclosureRules,
  counts: boolean,
): SafeCell[] {
  const amounts = new Map<string, number>();
  const figures = new Map<string, string[]>();
  const nameOf = ({ keys }: Source) => keys.toSorted().join(" ");
  const add = (source: Source) => {
    source.keys.forEach((key, i) => {
      amounts.set(key, source.amounts[i]!);
    });
    figures.set(nameOf(source), [...source.keys]);
  };
  out.forEach(add);
  const published = figures.size;
  cells.forEach(add);

  const at = new Map([...amounts.keys()].map((key, i) => [key, i]));
  const kept = protectFigures(
    {
      values: counts ? null : [...amounts.values()],
      figures: [...figures.values()].map((keys) => keys.map((key) => at.get(key)!)),
      published,
    },
    rules,
  );
  const whyOf = new Map([...figures.keys()].map((name, i) => [name, kept[i]!]));
  return cells.map((cell) => ({
    ...cell,
    value: whyOf.get(nameOf(cell)) === null ? cell.amounts.reduce((sum, amount) => sum + amount, 0) : null,
  }));
}
