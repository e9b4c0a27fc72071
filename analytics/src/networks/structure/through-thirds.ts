import type { Graph } from "../graph/index.ts";

/**
 * What reaches contacts through third parties, from each triangle of an undirected graph once. For an edge from i to j,
 * `forth` is Σ_q p_iq p_qj and `back` Σ_q p_jq p_qi with p_iq = tie / strength of i; `redundant` is for each i the sum over
 * its contacts j and q of p_iq tie_jq / strongest of j. Edges of tie 0 are none.
 *
 * Every edge is looked at from its end of lower degree: O(edges^1.5) at most.
 */
export function throughThirds(
  graph: Graph,
  tie: Float64Array,
  strength: Float64Array,
  strongest: Float64Array,
): { forth: Float64Array; back: Float64Array; redundant: Float64Array } {
  const { size, from, edgeCount } = graph;
  const { starts, nodes, edges } = upward(graph, tie);
  const forth = new Float64Array(edgeCount);
  const back = new Float64Array(edgeCount);
  const redundant = new Float64Array(size);
  const edgeTo = new Int32Array(size).fill(-1);
  for (let a = 0; a < size; a++) {
    const first = starts[a]!;
    const end = starts[a + 1]!;
    if (end - first < 2) continue;
    for (let k = first; k < end; k++) edgeTo[nodes[k]!] = edges[k]!;
    for (let k = first; k < end; k++) {
      const b = nodes[k]!;
      const ab = edges[k]!;
      const last = starts[b + 1]!;
      for (let i = starts[b]!; i < last; i++) {
        const c = nodes[i]!;
        const ac = edgeTo[c]!;
        if (ac === -1) continue;
        const bc = edges[i]!;
        const wab = tie[ab]!;
        const wac = tie[ac]!;
        const wbc = tie[bc]!;
        // The two ways round the third party: p_a,third × p_third,b and so on.
        const abcForth = (wac / strength[a]!) * (wbc / strength[c]!);
        const abcBack = (wbc / strength[b]!) * (wac / strength[c]!);
        const acbForth = (wab / strength[a]!) * (wbc / strength[b]!);
        const acbBack = (wbc / strength[c]!) * (wab / strength[b]!);
        const bcaForth = (wab / strength[b]!) * (wac / strength[a]!);
        const bcaBack = (wac / strength[c]!) * (wab / strength[a]!);
        const abTurned = from[ab] !== a;
        forth[ab]! += abTurned ? abcBack : abcForth;
        back[ab]! += abTurned ? abcForth : abcBack;
        const acTurned = from[ac] !== a;
        forth[ac]! += acTurned ? acbBack : acbForth;
        back[ac]! += acTurned ? acbForth : acbBack;
        const bcTurned = from[bc] !== b;
        forth[bc]! += bcTurned ? bcaBack : bcaForth;
        back[bc]! += bcTurned ? bcaForth : bcaBack;
        redundant[a]! +=
          (wab * wbc) / strength[a]! / strongest[c]! + (wac * wbc) / strength[a]! / strongest[b]!;
        redundant[b]! +=
          (wab * wac) / strength[b]! / strongest[c]! + (wbc * wac) / strength[b]! / strongest[a]!;
        redundant[c]! +=
          (wac * wab) / strength[c]! / strongest[b]! + (wbc * wab) / strength[c]! / strongest[a]!;
      }
    }
    for (let k = first; k < end; k++) edgeTo[nodes[k]!] = -1;
  }
  return { forth, back, redundant };
}

/** Each edge once, in the row of its end of lower degree (of equal ones, the lower node). */
function upward({ size, from, to, edgeCount, out }: Graph, tie: Float64Array) {
  const lower = (a: number, b: number) => {
    const difference = out.starts[a + 1]! - out.starts[a]! - out.starts[b + 1]! + out.starts[b]!;
    return difference < 0 || (difference === 0 && a < b);
  };
  const starts = new Int32Array(size + 1);
  const begin = new Int32Array(edgeCount);
  for (let e = 0; e < edgeCount; e++) {
    begin[e] = lower(from[e]!, to[e]!) ? from[e]! : to[e]!;
    if (tie[e]! > 0) starts[begin[e]! + 1]!++;
  }
  for (let v = 0; v < size; v++) starts[v + 1]! += starts[v]!;
  const next = starts.slice();
  const nodes = new Int32Array(starts[size]!);
  const edges = new Int32Array(starts[size]!);
  for (let e = 0; e < edgeCount; e++) {
    if (tie[e] === 0) continue;
    const k = next[begin[e]!]!++;
    nodes[k] = begin[e] === from[e] ? to[e]! : from[e]!;
    edges[k] = e;
  }
  return { starts, nodes, edges };
}
