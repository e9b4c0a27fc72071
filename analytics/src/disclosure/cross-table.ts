import { AnalyticsError } from "../core/error.ts";

/** One figure of a cross table: the code of each dimension, `null` for all of it. */
export interface TableCell {
  codes: (string | null)[];
  contributors: number[];
}

/**
 * A cross table with every total: one cell for each combination of the codes that occur, and for each combination with one or more of the
 * dimensions summed over. Takes the codes of each dimension by contributor; a contributor without a code (`null`) in one of them stands
 * only in cells that sum over it. Cells come in the order of the codes' first appearance, totals after what they sum over. Combinations
 * that nobody is in are left out unless `empty`. O(contributors × 2^dimensions).
 *
 * @example
 * crossTable([["north", "north", "south"]]).map(({ codes, contributors }) => [codes[0], contributors.length]);
 * // [["north", 2], ["south", 1], [null, 3]]
 */
export function crossTable(
  dimensions: readonly (readonly (string | null)[])[],
  { empty = false }: { empty?: boolean } = {},
): TableCell[] {
  const count = dimensions[0]?.length ?? 0;
  const uneven = dimensions.findIndex((codes) => codes.length !== count);
  if (uneven > 0)
    throw new AnalyticsError(
      "shape",
      `A dimension has ${dimensions[uneven]!.length} codes for ${count} contributors`,
      "Give one code for each contributor.",
      { column: uneven },
    );
  // All of a dimension comes after its parts.
  const lists = dimensions.map((codes) => [...new Set(codes.filter((code) => code !== null)), null]);
  const combinations = lists.reduce<(string | null)[][]>(
    (before, list) => before.flatMap((codes) => list.map((code) => [...codes, code])),
    [[]],
  );
  const cells = new Map(
    combinations.map((codes) => [JSON.stringify(codes), { codes, contributors: [] as number[] }]),
  );
  for (let one = 0; one < count; one++) {
    const own = dimensions.map((codes) => codes[one]!);
    for (let mask = 0; mask < 1 << own.length; mask++) {
      const codes = own.map((code, d) => (mask & (1 << d) ? code : null));
      if (own.some((code, d) => code === null && mask & (1 << d))) continue;
      cells.get(JSON.stringify(codes))!.contributors.push(one);
    }
  }
  const all = [...cells.values()];
  return empty ? all : all.filter(({ contributors }) => contributors.length > 0);
}
