import type { Table } from "../../core/matrix.ts";
import { checkWords, oneOf } from "../../core/one-of.ts";
import { Presence } from "../../core/presence.ts";
import { Graph } from "../graph/index.ts";

/**
 * What a column that two of its k rows share adds to their tie: 1 ("count"), 1 / (k - 1) ("newman": a meeting of many says
 * less; each row gives away 1 in all), 1 / k ("hyperbolic"). "binary" says only whether they share any.
 */
export type ProjectionWeight = "count" | "binary" | "newman" | "hyperbolic";

export type ProjectionOptions = {
  /** Which side becomes the nodes; default "rows". */
  side?: "rows" | "columns";
  /** Default "count". */
  weight?: ProjectionWeight;
  names?: readonly string[];
};

/**
 * One-mode projection of a two-mode network: rows (organisations, regions) are tied where they share columns (projects,
 * activities), or, with `side: "columns"`, the other way round. An undirected, weighted graph without self-loops.
 *
 * O(Σ over columns k²). For columns that nearly everybody has, "newman" keeps the ties from saying nothing.
 *
 * M. E. J. Newman, "Scientific collaboration networks. II", Physical Review E 64 (2001), 016132.
 *
 * @example
 * const graph = bipartiteProjection([[1, 1], [1, 0], [1, 1]], { weight: "newman" });
 * [...graph.weights]; // [0.5, 1.5, 0.5] for 0–1, 0–2, 1–2
 */
export function bipartiteProjection(table: Presence | Table, options: ProjectionOptions = {}): Graph {
  checkWords(options, { side: ["rows", "columns"], weight: ["count", "binary", "newman", "hyperbolic"] });
  const { side = "rows", weight = "count", names } = options;
  const given = Presence.from(table);
  const rows = side === "rows" ? given : given.transpose();
  const columns = rows.transpose();
  const shares = Float64Array.from({ length: columns.rows }, (_, c) => {
    const k = columns.starts[c + 1]! - columns.starts[c]!;
    if (weight === "newman") return 1 / (k - 1);
    return weight === "hyperbolic" ? 1 / k : 1;
  });
  const from: number[] = [];
  const to: number[] = [];
  const weights: number[] = [];
  const tie = new Float64Array(rows.rows);
  const touched: number[] = [];
  for (let r = 0; r < rows.rows; r++) {
    for (let k = rows.starts[r]!; k < rows.starts[r + 1]!; k++) {
      const c = rows.indices[k]!;
      for (let i = columns.starts[c + 1]! - 1; i >= columns.starts[c]!; i--) {
        const other = columns.indices[i]!;
        if (other <= r) break;
        if (tie[other] === 0) touched.push(other);
        tie[other]! += shares[c]!;
      }
    }
    touched.sort((a, b) => a - b);
    for (const other of touched) {
      from.push(r);
      to.push(other);
      weights.push(weight === "binary" ? 1 : tie[other]!);
      tie[other] = 0;
    }
    touched.length = 0;
  }
  return Graph.from({ nodes: names ?? rows.rows, edges: { from, to, weight: weights } });
}

/**
 * How much of what one row has would come to another, were each unit handed to the row's columns in equal parts and by these
 * to their rows in equal parts: a projection that is not symmetric, as a directed graph with self-loops. The weights of a
 * row's outgoing ties add up to its number of columns.
 *
 *     w(i → j) = Σ_c a_ic a_jc / k_c
 *
 * divided by the degree of i where `perUnit` (they then add up to 1). O(Σ over columns k²).
 *
 * T. Zhou, J. Ren, M. Medo, Y.-C. Zhang, "Bipartite network projection and personal recommendation", Physical Review E 76
 * (2007), 046115.
 *
 * @example
 * const graph = resourceProjection([[1, 1], [1, 0]]);
 * [...graph.weights]; // [0.75, 0.25, 0.5, 0.5] for 0–0, 0–1, 1–0, 1–1
 */
export function resourceProjection(
  table: Presence | Table,
  {
    side = "rows",
    perUnit = true,
    names,
  }: { side?: "rows" | "columns"; perUnit?: boolean; names?: readonly string[] } = {},
): Graph {
  oneOf(side, ["rows", "columns"], "side");
  const given = Presence.from(table);
  const rows = side === "rows" ? given : given.transpose();
  const columns = rows.transpose();
  const from: number[] = [];
  const to: number[] = [];
  const weights: number[] = [];
  const tie = new Float64Array(rows.rows);
  for (let r = 0; r < rows.rows; r++) {
    const own = rows.of(r);
    const touched = new Set<number>();
    for (const c of own)
      for (const other of columns.of(c)) {
        touched.add(other);
        tie[other]! += 1 / (columns.starts[c + 1]! - columns.starts[c]!);
      }
    for (const other of [...touched].sort((a, b) => a - b)) {
      from.push(r);
      to.push(other);
      weights.push(tie[other]! / (perUnit ? own.length : 1));
      tie[other] = 0;
    }
  }
  return Graph.from({ nodes: names ?? rows.rows, edges: { from, to, weight: weights }, directed: true });
}
