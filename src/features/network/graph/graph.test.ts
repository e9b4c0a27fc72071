import { UndirectedGraph } from "graphology";
import reference from "graphology-metrics/centrality/betweenness.js";
import { describe, expect, test } from "vitest";
import { betweenness } from "./betweenness.ts";
import { communities } from "./communities.ts";
import { type Graph, makeGraph, pairsOf } from "./graph.ts";
import { componentsOf, isolatedOf, measure, partsWithout } from "./measures.ts";
import { circle, layOut } from "./places.ts";
import { seeded } from "./seeded.ts";
import { takingTurns } from "./turns.ts";

const graph = (order: number, ...pairs: [number, number][]): Graph =>
  makeGraph(
    order,
    pairs.map(([from, to]) => ({ from, to, weight: 1 })),
  );

const rest = () => {};

/** Two triangles joined by actor 3, and actor 7 alone. */
const bridge = graph(8, [0, 1], [1, 2], [0, 2], [2, 3], [3, 4], [4, 5], [5, 6], [4, 6]);

function random(order: number, pairs: number): Graph {
  const next = seeded(7);
  const found = pairsOf(
    Array.from({ length: pairs }, () => {
      const from = Math.floor(next() * order);
      return { from, to: (from + 1 + Math.floor(next() * (order - 1))) % order, strength: 1 };
    }),
  );
  return makeGraph(order, found);
}

describe("a network", () => {
  test("counts two links between the same two actors as one pair", () => {
    const pairs = pairsOf([
      { from: 0, to: 1, strength: 1 },
      { from: 1, to: 0, strength: 2 },
    ]);
    expect(pairs).toEqual([{ from: 0, to: 1, weight: 3 }]);
  });

  test("has the density, parts and lone actors one can count by hand", () => {
    expect(measure(bridge)).toEqual({
      actors: 8,
      pairs: 8,
      density: 8 / 28,
      components: 1,
      largest: 7,
      isolated: 1,
    });
    expect(isolatedOf(bridge)).toEqual([7]);
    expect([...componentsOf(bridge)]).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
  });

  test("without actors or with one has no density", () => {
    expect(measure(graph(0))).toMatchObject({ actors: 0, density: null, components: 0, isolated: 0 });
    expect(measure(graph(1))).toMatchObject({ density: null, isolated: 1 });
  });

  test("falls into two where its only bridge leaves", () => {
    expect(partsWithout(bridge, 3)).toBe(1);
    expect(partsWithout(bridge, 0)).toBe(0);
    expect(partsWithout(bridge, 7)).toBe(0);
  });
});

describe("betweenness", () => {
  test("of the middle of a path of three is one", async () => {
    expect([...(await betweenness(graph(3, [0, 1], [1, 2]), rest)).shares]).toEqual([0, 1, 0]);
  });

  test("agrees with graphology on a random network", async () => {
    const network = random(60, 140);
    const known = new UndirectedGraph();
    for (let i = 0; i < network.order; i++) known.addNode(i);
    for (const { from, to } of network.pairs) known.addEdge(from, to);
    const expected = reference(known, { getEdgeWeight: null, normalized: true });
    const { shares, sources } = await betweenness(network, rest);
    expect(sources).toBe(60);
    for (const [i, share] of shares.entries()) expect(share).toBeCloseTo(expected[i]!, 10);
  });

  test("estimated from a sample finds the same brokers", async () => {
    const network = random(900, 1_600);
    const exact = await betweenness(network, rest);
    const sampled = await betweenness(network, rest, 0);
    expect(sampled.sources).toBeLessThan(exact.sources);
    const top = (shares: Float64Array) =>
      [...shares.keys()].sort((a, b) => shares[b]! - shares[a]!).slice(0, 20);
    const both = top(exact.shares).filter((actor) => top(sampled.shares).includes(actor));
    expect(both.length).toBeGreaterThan(14);
  });
});

describe("communities", () => {
  test("are the two triangles; who stands alone belongs to none", () => {
    const { of, modularity } = communities(bridge);
    expect(new Set([of[0], of[1], of[2]]).size).toBe(1);
    expect(new Set([of[4], of[5], of[6]]).size).toBe(1);
    expect(of[0]).not.toBe(of[4]);
    expect(of[7]).toBeNull();
    expect(modularity).toBeGreaterThan(0.2);
  });

  test("are numbered by size and always the same", () => {
    const network = random(200, 400);
    const { of, count } = communities(network);
    const sizes = Array.from(
      { length: count },
      (_, community) => of.filter((one) => one === community).length,
    );
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(communities(network)).toEqual({ of, count, modularity: expect.any(Number) });
  });
});

describe("the layout", () => {
  test("is the same each time", async () => {
    const network = random(120, 260);
    const { of } = communities(network);
    expect(await layOut(network, of, rest)).toEqual(await layOut(network, of, takingTurns(0)));
  });

  test("puts linked actors nearer to each other than others", async () => {
    const places = await layOut(bridge, communities(bridge).of, rest);
    const apart = (a: number, b: number) =>
      Math.hypot(places[a]!.x - places[b]!.x, places[a]!.y - places[b]!.y);
    expect(apart(0, 1)).toBeLessThan(apart(0, 5));
    expect(apart(5, 6)).toBeLessThan(apart(1, 6));
  });

  test("moors whoever stands alone below the rest", async () => {
    const places = await layOut(bridge, communities(bridge).of, rest);
    expect(places[7]!.y).toBeLessThan(Math.min(...places.slice(0, 7).map((place) => place.y)));
  });

  test("of nobody, of one, and of actors without links is finite", async () => {
    expect(await layOut(graph(0), [], rest)).toEqual([]);
    for (const { x, y } of [
      ...(await layOut(graph(40), new Array(40).fill(null), rest)),
      ...circle([null, 0]),
    ])
      expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
  });
});
