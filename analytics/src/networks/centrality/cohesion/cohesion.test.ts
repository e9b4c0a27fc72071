import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Graph } from "../../graph/graph.ts";
import { aGraph } from "../../graph/testing.ts";
import { maximalCliques } from "./cliques.ts";
import { coreNumbers } from "./cores.ts";
import { trussNumbers } from "./truss.ts";

/** Takes away, for growing k, whatever has too little, until nothing changes. */
function peelByHand(
  count: number,
  enough: (left: Set<number>, item: number, k: number) => boolean,
  from: number,
) {
  const result = new Array<number>(count).fill(from);
  const left = new Set(result.keys());
  for (let k = from; left.size > 0; k++) {
    for (const item of left) result[item] = k;
    for (let changed = true; changed; ) {
      changed = false;
      for (const item of left)
        if (!enough(left, item, k + 1)) {
          left.delete(item);
          changed = true;
        }
    }
  }
  return result;
}

const ofAny = aGraph({ most: 9, edges: 30 });

describe("core numbers", () => {
  it("are the largest core a node stays in", () => {
    fc.assert(
      fc.property(ofAny, (graph) => {
        const enough = (left: Set<number>, v: number, k: number) => {
          const sides = graph.directed ? [graph.out, graph.in] : [graph.out];
          let degree = 0;
          for (const { starts, nodes } of sides)
            for (const w of nodes.subarray(starts[v]!, starts[v + 1]!)) if (w !== v && left.has(w)) degree++;
          return degree >= k;
        };
        expect([...coreNumbers(graph)]).toEqual(peelByHand(graph.size, enough, 0));
      }),
      { numRuns: 80 },
    );
  });
});

describe("truss numbers", () => {
  it("are the largest truss an edge stays in", () => {
    fc.assert(
      fc.property(ofAny, (given) => {
        const graph = given.undirected();
        const edgeOf = (a: number, b: number) =>
          [...graph.from.keys()].find(
            (e) => [a, b].every((v) => v === graph.from[e] || v === graph.to[e]) && a !== b,
          );
        const enough = (left: Set<number>, e: number, k: number) => {
          const [a, b] = [graph.from[e]!, graph.to[e]!];
          if (a === b) return k <= 2;
          let triangles = 0;
          for (let c = 0; c < graph.size; c++) {
            const [one, two] = [edgeOf(a, c), edgeOf(b, c)];
            if (one !== undefined && two !== undefined && left.has(one) && left.has(two)) triangles++;
          }
          return triangles >= k - 2;
        };
        const wanted = peelByHand(graph.edgeCount, enough, 2);
        const found = trussNumbers(given);
        for (let e = 0; e < given.edgeCount; e++) {
          const [a, b] = [given.from[e]!, given.to[e]!];
          expect(found[e]).toBe(a === b ? 2 : wanted[edgeOf(a, b)!]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("maximal cliques", () => {
  const sorted = (lists: number[][]) => lists.map((list) => list.join(" ")).sort();

  it("are all sets joined throughout that nobody can join", () => {
    fc.assert(
      fc.property(ofAny, (given) => {
        const graph = given.undirected();
        const sets = Array.from({ length: 2 ** graph.size - 1 }, (_, k) =>
          Array.from({ length: graph.size }, (_, v) => v).filter((v) => ((k + 1) >> v) & 1),
        );
        const isClique = (set: number[]) => set.every((a) => set.every((b) => a === b || graph.leads(a, b)));
        const cliques = sets.filter(isClique);
        const maximal = cliques.filter((set) => {
          for (let v = 0; v < graph.size; v++) if (!set.includes(v) && isClique([...set, v])) return false;
          return true;
        });
        expect(sorted(maximalCliques(given).cliques.map((clique) => [...clique]))).toEqual(sorted(maximal));
      }),
      { numRuns: 50 },
    );
  });

  it("are no more than asked for, with a note, and no smaller", () => {
    // Three groups of three, joined between groups only: 27 cliques.
    const edges = Array.from({ length: 9 }, (_, a) => Array.from({ length: 9 }, (_, b) => [a, b] as const))
      .flat()
      .filter(([a, b]) => a < b && a % 3 !== b % 3);
    const graph = Graph.from({ nodes: 10, edges });
    expect(maximalCliques(graph).cliques).toHaveLength(28);
    expect(maximalCliques(graph, { atLeast: 2 }).cliques).toHaveLength(27);
    expect(maximalCliques(graph, { most: 28 }).notes).toEqual([]);
    expect(maximalCliques(graph, { most: 10 })).toMatchObject({ notes: [{ code: "trimmed" }] });
    expect(maximalCliques(graph, { most: 10 }).cliques).toHaveLength(10);
  });
});
