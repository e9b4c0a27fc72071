import { described } from "../../core/described.ts";
import { AnalyticsError } from "../../core/error.ts";
import type { EdgeList } from "./adjacency.ts";

/** A node by its position from 0, or by its name where the graph has names. */
export type NodeKey = number | string;

/** Edges as a list of `[from, to]` or `[from, to, weight]`, or as columns of positions (typed arrays are best). */
export type Edges =
  | readonly (readonly [NodeKey, NodeKey] | readonly [NodeKey, NodeKey, number])[]
  | {
      readonly from: ArrayLike<number>;
      readonly to: ArrayLike<number>;
      readonly weight?: ArrayLike<number> | undefined;
    };

/** Refuses what is no list of edges and no columns of them, for callers whose types are not checked. */
export function checkEdges(edges: unknown): asserts edges is Edges {
  if (Array.isArray(edges)) {
    const row = edges.findIndex((edge) => !Array.isArray(edge));
    if (row < 0) return;
    throw new AnalyticsError("shape", `${described(edges[row])} is no edge`, REMEDY, { row });
  }
  if (typeof edges === "object" && edges !== null && "from" in edges && "to" in edges) return;
  throw new AnalyticsError("shape", `${described(edges)} has no edges`, REMEDY);
}

const REMEDY =
  "Give a list of [from, to] or [from, to, weight], or an object of the columns `from`, `to` and `weight`.";

/** The names in a list of edges, in the order of appearance. O(edges). */
export function namesIn(edges: Edges): string[] {
  const names = new Set<string>();
  const add = (key: NodeKey, row: number) => {
    if (typeof key === "string") names.add(key);
    else
      throw new AnalyticsError(
        "shape",
        "Edges between numbered nodes do not say how many nodes there are",
        "Give `nodes`: their number, or their names.",
        { row },
      );
  };
  if ("from" in edges) add(0, 0);
  else
    edges.forEach(([from, to], row) => {
      add(from, row);
      add(to, row);
    });
  return [...names];
}

/** Reads edges of any allowed shape into columns; refuses unknown nodes and weights that are negative or no finite number. */
export function readEdges(edges: Edges, size: number, names: ReadonlyMap<string, number>): EdgeList {
  return "from" in edges ? readColumns(edges, size) : readRows(edges, size, names);
}

function readRows(
  rows: Extract<Edges, readonly unknown[]>,
  size: number,
  names: ReadonlyMap<string, number>,
): EdgeList {
  const from = new Int32Array(rows.length);
  const to = new Int32Array(rows.length);
  const weights = new Float64Array(rows.length);
  rows.forEach((row, e) => {
    from[e] = position(row[0], e, size, names);
    to[e] = position(row[1], e, size, names);
    const weight = row[2];
    weights[e] = checked(weight ?? 1, e, row[0], row[1]);
  });
  return { from, to, weights };
}

function readColumns(columns: Exclude<Edges, readonly unknown[]>, size: number): EdgeList {
  const count = columns.from.length;
  if (columns.to.length !== count || (columns.weight && columns.weight.length !== count))
    throw new AnalyticsError(
      "shape",
      `The columns of edges have ${count}, ${columns.to.length}${columns.weight ? ` and ${columns.weight.length}` : ""} entries`,
      "Give `from`, `to` and `weight` the same length.",
    );
  const none = new Map<string, number>();
  const from = new Int32Array(count);
  const to = new Int32Array(count);
  const weights = new Float64Array(count).fill(1);
  for (let e = 0; e < count; e++) {
    from[e] = position(columns.from[e]!, e, size, none);
    to[e] = position(columns.to[e]!, e, size, none);
    if (columns.weight) weights[e] = checked(columns.weight[e]!, e, from[e]!, to[e]!);
  }
  return { from, to, weights };
}

function position(key: NodeKey, edge: number, size: number, names: ReadonlyMap<string, number>): number {
  const found = typeof key === "number" ? key : names.get(key);
  if (found !== undefined && Number.isInteger(found) && found >= 0 && found < size) return found;
  throw new AnalyticsError(
    "unknown-name",
    `Edge ${edge} ends at ${JSON.stringify(key)}, which is no node`,
    typeof key === "number" ? `Number the nodes from 0 to ${size - 1}.` : "Name every node in `nodes`.",
    { row: edge },
  );
}

function checked(weight: number, edge: number, from: NodeKey, to: NodeKey): number {
  if (typeof weight === "number" && weight >= 0 && weight < Number.POSITIVE_INFINITY) return weight;
  const what = `The weight ${weight} of edge ${edge} from ${JSON.stringify(from)} to ${JSON.stringify(to)}`;
  throw weight < 0
    ? new AnalyticsError(
        "negative",
        `${what} is below zero`,
        "Weights are strengths from 0; shift or drop such edges.",
        {
          row: edge,
        },
      )
    : new AnalyticsError(
        "not-a-number",
        `${what} is not a finite number`,
        "Leave an edge out where its weight is unknown.",
        {
          row: edge,
        },
      );
}
