import { AnalyticsError } from "../core/error.ts";
import { Matrix, type Table } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import { oneOf } from "../core/one-of.ts";

/**
 * Who is near whom: for region `i` the neighbours `indices` and their `weights`, from `starts[i]` to below `starts[i + 1]`
 * (compressed sparse rows, ascending). No region is its own neighbour. `notes` names the regions without any.
 */
export type SpatialWeights = {
  regions: number;
  starts: Int32Array;
  indices: Int32Array;
  weights: Float64Array;
  /** Whether the weights of each region add up to 1. */
  standardised: boolean;
  notes: Note[];
};

/** "row": the weights of a region add up to 1, so that what it sees is an average. "none": as they are. */
export type WeightStandard = "row" | "none";

/**
 * Spatial weights from a list of borders: 1 between regions that touch.
 *
 * Takes pairs of positions (each once or both ways round, both mean the same) and how many regions there are; returns
 * weights, row-standardised unless `standardise` is "none". Regions that touch nobody get a note. O(pairs log pairs).
 *
 * @example
 * contiguityWeights([[0, 1], [1, 2]], 3).weights; // Float64Array [1, 0.5, 0.5, 1]
 */
export function contiguityWeights(
  borders: readonly (readonly [number, number])[],
  regions: number,
  options: { standardise?: WeightStandard } = {},
): SpatialWeights {
  if (!(Number.isInteger(regions) && regions >= 0))
    throw new AnalyticsError("option", `${regions} regions cannot be`, "Give a whole number from 0.");
  const neighbours = Array.from({ length: regions }, () => new Map<number, number>());
  borders.forEach(([a, b], row) => {
    for (const region of [a, b])
      if (!(Number.isInteger(region) && region >= 0 && region < regions))
        throw new AnalyticsError(
          "unknown-name",
          `There is no region at ${region}`,
          `Give positions from 0 to ${regions - 1}.`,
          { row },
        );
    if (a === b) return;
    neighbours[a]!.set(b, 1);
    neighbours[b]!.set(a, 1);
  });
  return compress(neighbours, options.standardise);
}

/**
 * Spatial weights from a full table, for weights of one's own (flows, travel times).
 *
 * Takes a table regions × regions of weights from 0 (its diagonal must be 0); returns weights, row-standardised unless
 * `standardise` is "none". O(regions²).
 *
 * @example
 * weightsFromTable([[0, 3, 1], [3, 0, 0], [1, 0, 0]]).weights; // Float64Array [0.75, 0.25, 1, 1]
 */
export function weightsFromTable(
  table: Table,
  options: { standardise?: WeightStandard } = {},
): SpatialWeights {
  const matrix = Matrix.from(table);
  if (matrix.rows !== matrix.columns && matrix.rows > 0)
    throw new AnalyticsError(
      "shape",
      `A table of ${matrix.rows} × ${matrix.columns} is not square`,
      "Give one row and one column for each region.",
    );
  const neighbours = Array.from({ length: matrix.rows }, () => new Map<number, number>());
  matrix.values.forEach((weight, k) => {
    const row = Math.floor(k / matrix.columns);
    const column = k % matrix.columns;
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY) || (row === column && weight !== 0))
      throw new AnalyticsError(
        weight < 0 ? "negative" : "not-a-number",
        `${weight} cannot be a weight`,
        row === column ? "Write 0: no region is its own neighbour." : "Give numbers from 0.",
        { row, column },
      );
    if (weight > 0) neighbours[row]!.set(column, weight);
  });
  return compress(neighbours, options.standardise);
}

/** Weights from one list of neighbours for each region. */
export function compress(
  neighbours: readonly Map<number, number>[],
  standardise: WeightStandard = "row",
): SpatialWeights {
  const isRow = oneOf(standardise, ["row", "none"], "standardise") === "row";
  const starts = new Int32Array(neighbours.length + 1);
  const indices: number[] = [];
  const weights: number[] = [];
  const alone: number[] = [];
  neighbours.forEach((list, i) => {
    const sorted = [...list].sort((a, b) => a[0] - b[0]);
    const sum = isRow ? sorted.reduce((sum, [, weight]) => sum + weight, 0) : 1;
    for (const [j, weight] of sorted) {
      indices.push(j);
      weights.push(weight / sum);
    }
    starts[i + 1] = indices.length;
    if (sorted.length === 0) alone.push(i);
  });
  const text = `${alone.length === 1 ? "1 region has" : `${alone.length} regions have`} no neighbour.`;
  return {
    regions: neighbours.length,
    starts,
    indices: Int32Array.from(indices),
    weights: Float64Array.from(weights),
    standardised: isRow,
    notes: alone.length > 0 ? [{ code: "disconnected", text, positions: alone }] : [],
  };
}
