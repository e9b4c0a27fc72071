import { described } from "../../core/described.ts";
import { AnalyticsError } from "../../core/error.ts";
import type { Table } from "../../core/matrix.ts";
import { checkWords } from "../../core/one-of.ts";
import { Presence } from "../../core/presence.ts";
import { type Adjacency, directedAdjacency, undirectedAdjacency } from "./adjacency.ts";
import { checkEdges, type Edges, type NodeKey, namesIn, readEdges } from "./edges.ts";
import { type Merged, mergeEdges, type ParallelEdges, type SelfLoops } from "./merge.ts";

/** What a graph is made of. */
export type GraphInput = {
  /** How many nodes there are, or their names; where edges name theirs, those in the order of appearance unless given. */
  nodes?: number | readonly string[];
  edges: Edges;
  /** Whether an edge leads one way only; default no. */
  directed?: boolean;
  /** Default "sum": several edges between the same nodes become one of their summed weight. */
  parallelEdges?: ParallelEdges;
  /** Default "keep". Paths and betweenness are untouched by self-loops; degree counts them twice. */
  selfLoops?: SelfLoops;
};

/**
 * A network: nodes 0 … `size` - 1 and edges between them, directed or not, with a weight each (1 where none was given).
 * Kept in typed arrays and never changed after it is made. Weights are strengths: a heavier edge joins more closely.
 *
 * `out` and `in` are the neighbours a node leads to and is led to from; undirected, both are the same object and every
 * edge is in it from both sides (a self-loop once). Edges are numbered in the order in which their pairs of nodes first
 * appeared, and `given[k]` is the number of the edge that was k-th in the input (-1: a self-loop left out): measures of
 * edges come in the order of edges, `graph.asGiven(values)` puts them in the order of the input.
 *
 * @example
 * const graph = Graph.from({ nodes: ["a", "b", "c"], edges: [["a", "b", 2], ["b", "c"]] });
 * graph.size; // 3
 * Graph.from({ edges: [["a", "b", 2], ["b", "c"]] }).names; // ["a", "b", "c"]
 * graph.neighbours(1); // [0, 2]
 */
export class Graph {
  readonly size: number;
  readonly directed: boolean;
  /** Whether weights other than 1 are in it: given ones, or those of parallel edges summed. */
  readonly weighted: boolean;
  readonly names: readonly string[] | null;
  /** One entry per edge: where it starts and ends, and its weight. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weights: Float64Array;
  readonly given: Int32Array;
  readonly out: Adjacency;
  readonly in: Adjacency;

  private constructor(
    size: number,
    names: readonly string[] | null,
    edges: Merged,
    kind: { directed: boolean },
  ) {
    this.size = size;
    this.names = names;
    this.directed = kind.directed;
    this.weighted = edges.weights.some((weight) => weight !== 1);
    this.from = edges.from;
    this.to = edges.to;
    this.weights = edges.weights;
    this.given = edges.given;
    if (kind.directed) {
      const sides = directedAdjacency(size, edges);
      this.out = sides.out;
      this.in = sides.in;
    } else {
      this.out = undirectedAdjacency(size, edges);
      this.in = this.out;
    }
  }

  /**
   * A graph from nodes and edges. Refuses edges that end nowhere and weights that are negative or no finite number, naming
   * the edge. An edge of weight 0 is an edge: it counts in the degree, and as a path it is infinitely long.
   * O(nodes + edges).
   */
  static from(input: GraphInput): Graph {
    if (typeof input !== "object" || input === null)
      throw new AnalyticsError(
        "shape",
        `${described(input)} is no graph`,
        'Give { edges: [["a", "b"]] }, for example.',
      );
    checkWords(input, { parallelEdges: ["sum", "error"], selfLoops: ["keep", "drop", "error"] });
    checkEdges(input.edges);
    const nodes = input.nodes ?? namesIn(input.edges);
    if (typeof nodes !== "number" && !Array.isArray(nodes))
      throw new AnalyticsError(
        "shape",
        `${described(nodes)} are no nodes`,
        "Give their number or a list of names.",
      );
    const names = typeof nodes === "number" ? null : nodes;
    const size = typeof nodes === "number" ? countOf(nodes) : nodes.length;
    const edges = readEdges(input.edges, size, positions(names ?? []));
    const directed = input.directed ?? false;
    const merged = mergeEdges(size, edges, {
      directed,
      parallelEdges: input.parallelEdges ?? "sum",
      selfLoops: input.selfLoops ?? "keep",
    });
    return new Graph(size, names, merged, { directed });
  }

  /**
   * The two-mode graph of a presence: node r for row r, node rows + c for column c, an edge where the row has the column.
   * Every edge is `from` a row `to` a column. O(rows + columns + ones).
   */
  static bipartite(
    table: Presence | Table,
    names?: { rows: readonly string[]; columns: readonly string[] },
  ): Graph {
    const presence = Presence.from(table);
    if (names && (names.rows.length !== presence.rows || names.columns.length !== presence.columns))
      throw new AnalyticsError(
        "shape",
        `${names.rows.length} and ${names.columns.length} names do not fit ${presence.rows} rows and ${presence.columns} columns`,
        "Give one name for each row and each column.",
      );
    const from = new Int32Array(presence.size);
    for (let r = 0; r < presence.rows; r++) from.fill(r, presence.starts[r]!, presence.starts[r + 1]!);
    const to = presence.indices.map((c) => presence.rows + c);
    const nodes = names ? [...names.rows, ...names.columns] : presence.rows + presence.columns;
    return Graph.from({ nodes, edges: { from, to } });
  }

  /** How many edges there are, after merging. */
  get edgeCount(): number {
    return this.from.length;
  }

  /** The nodes a node leads to, ascending, as a view. */
  neighbours(node: number): Int32Array {
    return this.out.nodes.subarray(this.out.starts[node]!, this.out.starts[node + 1]!);
  }

  /** Whether an edge leads from one node to another. O(log degree), as neighbours are in ascending order. */
  leads(from: number, to: number): boolean {
    return this.edgeBetween(from, to) >= 0;
  }

  /** The number of the edge that leads from one node to another, or -1. O(log degree). */
  edgeBetween(from: number, to: number): number {
    const { starts, nodes } = this.out;
    let low = starts[from]!;
    let high = starts[from + 1]!;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (nodes[middle]! < to) low = middle + 1;
      else high = middle;
    }
    return low < starts[from + 1]! && nodes[low] === to ? this.out.edges[low]! : -1;
  }

  /** The position of a node given by position or name; refuses what is no node of this graph. */
  node(key: NodeKey): number {
    const found = typeof key === "number" ? key : (this.names?.indexOf(key) ?? -1);
    if (Number.isInteger(found) && found >= 0 && found < this.size) return found;
    throw new AnalyticsError(
      "unknown-name",
      `${JSON.stringify(key)} is no node of this graph`,
      `Give a position below ${this.size} or one of its names.`,
    );
  }

  /** A list with one value per edge, put into the order of the edges as they were given; `NaN` for those left out. */
  asGiven(values: ArrayLike<number>): Float64Array {
    return Float64Array.from(this.given, (edge) => (edge < 0 ? Number.NaN : values[edge]!));
  }

  /** Every edge turned round; an undirected graph comes back as it is. */
  reverse(): Graph {
    if (!this.directed) return this;
    return new Graph(this.size, this.names, { ...this.list(), from: this.to, to: this.from }, this);
  }

  /** Without directions: an edge each way becomes one of the summed weight. An undirected graph comes back as it is. */
  undirected(): Graph {
    if (!this.directed) return this;
    const options = { directed: false, parallelEdges: "sum", selfLoops: "keep" } as const;
    const merged = mergeEdges(this.size, this.list(), options);
    const given = this.given.map((edge) => (edge < 0 ? -1 : merged.given[edge]!));
    return new Graph(this.size, this.names, { ...merged, given }, { directed: false });
  }

  /** The same edges with other weights, one per edge in the order of this graph's edges. */
  withWeights(weights: ArrayLike<number>): Graph {
    const nodes = this.names ?? this.size;
    const edges = { from: this.from, to: this.to, weight: weights };
    const { weights: checked } = Graph.from({ nodes, edges, directed: this.directed });
    return new Graph(this.size, this.names, { ...this.list(), weights: checked }, this);
  }

  /**
   * The nodes listed, renumbered in the order of the list, and the edges among them. `given` then refers to this graph's
   * edges: of each of them the number in the subgraph, or -1. O(nodes + edges).
   */
  subgraph(nodes: ArrayLike<number>): Graph {
    const place = new Int32Array(this.size).fill(-1);
    for (let k = 0; k < nodes.length; k++) {
      const node = this.node(nodes[k]!);
      if (place[node] !== -1)
        throw new AnalyticsError("duplicate", `Node ${node} is listed twice`, "List each node once.", {
          row: k,
        });
      place[node] = k;
    }
    const given = new Int32Array(this.edgeCount).fill(-1);
    const from: number[] = [];
    const to: number[] = [];
    const weights: number[] = [];
    for (let e = 0; e < this.edgeCount; e++) {
      const a = place[this.from[e]!]!;
      const b = place[this.to[e]!]!;
      if (a < 0 || b < 0) continue;
      given[e] = from.length;
      from.push(a);
      to.push(b);
      weights.push(this.weights[e]!);
    }
    const names = this.names && Array.from(nodes, (node) => this.names![node]!);
    const merged = {
      from: Int32Array.from(from),
      to: Int32Array.from(to),
      weights: Float64Array.from(weights),
      given,
    };
    return new Graph(nodes.length, names, merged, this);
  }

  private list(): Merged {
    return { from: this.from, to: this.to, weights: this.weights, given: this.given };
  }
}

function countOf(nodes: number): number {
  if (Number.isInteger(nodes) && nodes >= 0 && nodes < 2 ** 31 - 1) return nodes;
  throw new AnalyticsError("shape", `A graph of ${nodes} nodes cannot be`, "Give a whole number from 0.");
}

function positions(names: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  names.forEach((name, row) => {
    if (found.has(name))
      throw new AnalyticsError(
        "duplicate",
        `Two nodes are called "${name}"`,
        "Give each node its own name.",
        { row },
      );
    found.set(name, row);
  });
  return found;
}
