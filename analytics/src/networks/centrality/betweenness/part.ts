import { bytesFor, workspace } from "../../../engine/workspace.ts";
import { betweenness as kernel } from "../../../wasm/betweenness.ts";
import type { Adjacency } from "../../graph/adjacency.ts";
import { dependencies } from "./plain.ts";
import { type Relabelled, relabel } from "./relabel.ts";
import { lengthDependencies } from "./weighted.ts";

/** What betweenness needs of a graph: plain data, which a worker can be sent. A `Graph` is one. */
export type GraphArrays = {
  readonly size: number;
  readonly directed: boolean;
  readonly out: Adjacency;
  readonly in: Adjacency;
};

/** How many sources the kernel takes at once. */
const LANES = 16;
/** Bytes the kernel needs for each node beside the graph, and once. */
const SCRATCH = 336;

/** Some sources; how much each node counts as the end of a path; the length of each edge, where hops are not meant. */
export type BetweennessPart = {
  sources: Int32Array;
  targets: Float64Array;
  lengths?: Float64Array | undefined;
};

/**
 * The betweenness that comes from some sources alone, by hops: for each node the sum, over the sources s and all other nodes t,
 * of the share of the shortest paths from s to t that lead through it. Parts add up: all sources together give the raw
 * betweenness (twice, where the graph is undirected). Runs in any thread.
 *
 * `targets` has how much each node counts as the end of a path, usually 1 or 0; all count 1 where it is left out.
 * O(sources × edges), 16 sources at a time in WebAssembly where that runs.
 *
 * @example
 * const path = Graph.from({ nodes: 3, edges: [[0, 1], [1, 2]] });
 * betweennessPart(path, Int32Array.of(0)); // [0, 1, 0]
 */
export function betweennessPart(
  graph: GraphArrays,
  sources: Int32Array,
  targets?: Float64Array,
): Float64Array {
  return dependenciesOf(graph)(sources, targets ?? new Float64Array(graph.size).fill(1));
}

/** Several parts of one graph. */
export function betweennessParts(graph: GraphArrays, parts: readonly BetweennessPart[]): Float64Array[] {
  let byHops: ReturnType<typeof dependenciesOf> | undefined;
  return parts.map(({ sources, targets, lengths }) => {
    if (!lengths) {
      byHops ??= dependenciesOf(graph);
      return byHops(sources, targets);
    }
    const nodes = new Float64Array(graph.size);
    lengthDependencies(graph, lengths, sources, targets, { nodes });
    return nodes;
  });
}

/** As `betweennessPart`, for several parts of one graph, as a thread is given them. */
export function dependenciesOf(
  graph: GraphArrays,
): (sources: Int32Array, targets: Float64Array) => Float64Array {
  const relabelled = relabel(graph);
  const { label, node, size } = relabelled;
  return (sources, targets) => {
    const ends = Float64Array.from(node, (v) => targets[v]!);
    const sums = new Float64Array(size);
    const left = inLanes(relabelled, nearOnesTogether(relabelled, sources), ends, sums);
    dependencies(relabelled, left, ends, sums);
    return Float64Array.from(label, (l) => sums[l]!);
  };
}

/** Sources of one batch that share their best-connected neighbour reach most nodes in the same step: fewer levels to visit. */
function nearOnesTogether({ label, out }: Relabelled, sources: Int32Array): Int32Array {
  const hub = (l: number, k: number) => {
    const at = out.starts[l]! + k;
    return at < out.starts[l + 1]! ? out.nodes[at]! : -1;
  };
  return Int32Array.from(sources, (v) => label[v]!).sort(
    (a, b) => hub(a, 0) - hub(b, 0) || hub(a, 1) - hub(b, 1) || a - b,
  );
}

/** Does what it can in WebAssembly; returns the sources that are left. */
function inLanes(graph: Relabelled, sources: Int32Array, ends: Float64Array, sums: Float64Array): Int32Array {
  const { size } = graph;
  const isDirected = graph.in !== graph.out;
  const rows = isDirected ? [graph.out, graph.in] : [graph.out];
  const listBytes = rows.flatMap((side) => [4 * (size + 1), 4 * side.nodes.length]);
  const space =
    sources.length >= LANES / 2 &&
    workspace(kernel, bytesFor(...listBytes, 4 * LANES, 8 * size, 8 * size, SCRATCH * size + 64));
  if (!space) return sources;
  const [outStarts, outNodes, inStarts, inNodes] = rows.flatMap((side) =>
    [side.starts, side.nodes].map((list) => {
      const place = space.i32(list.length);
      place.set(list);
      return place.byteOffset;
    }),
  );
  const batch = space.i32(LANES);
  const targets = space.f64(size);
  const result = space.f64(size);
  const scratch = space.bytes(SCRATCH * size + 64);
  targets.set(ends);
  result.fill(0);
  const left: number[] = [];
  for (let k = 0; k < sources.length; k += LANES) {
    // What is too long or too manifold for it from here is so from nearly everywhere.
    if (left.length >= 2 * LANES) {
      left.push(...sources.subarray(k));
      break;
    }
    const some = sources.subarray(k, k + LANES);
    batch.set(some);
    const depth = space.run.betweenness(
      size,
      outStarts!,
      outNodes!,
      inStarts ?? outStarts!,
      inNodes ?? outNodes!,
      batch.byteOffset,
      some.length,
      targets.byteOffset,
      scratch.byteOffset,
      result.byteOffset,
    );
    if (depth < 0) left.push(...some);
  }
  for (let l = 0; l < size; l++) sums[l]! += result[l]!;
  return Int32Array.from(left);
}
