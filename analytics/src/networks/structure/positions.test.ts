import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { karate } from "../communities/karate.testing.ts";
import { Graph } from "../graph/index.ts";
import { aGraph } from "../graph/testing.ts";
import {
  attributeAssortativity,
  BROKERAGE_ROLES,
  type BrokerageRole,
  brokerage,
  constraint,
  degreeAssortativity,
  effectiveSize,
  eiIndex,
  numericAssortativity,
  structuralHoles,
} from "./index.ts";

const ties = [[0, 1, 2], [1, 2, 3], [2, 0, 1], [0, 3, 4], [3, 4, 1], [4, 0, 2], [4, 5, 5], [5, 3, 1]] as const; // biome-ignore format: one line
const undirected = Graph.from({ nodes: 6, edges: ties });
const directed = Graph.from({ nodes: 6, edges: [...ties, [1, 0, 1], [5, 4, 2]], directed: true });
const close = (values: readonly number[], digits = 12) => values.map((x) => expect.closeTo(x, digits));

/** All 0/1 matrices without diagonal, each with the probability of its ties; undirected ones symmetric. */
function* allGraphs(n: number, p: number, isDirected: boolean): Generator<{ graph: Graph; chance: number }> {
  const pairs: [number, number][] = [];
  for (let a = 0; a < n; a++)
    for (let b = 0; b < n; b++) if (isDirected ? a !== b : a < b) pairs.push([a, b]);
  for (let bits = 0; bits < 2 ** pairs.length; bits++) {
    const edges = pairs.filter((_, i) => (bits >> i) & 1);
    const chance = p ** edges.length * (1 - p) ** (pairs.length - edges.length);
    yield { graph: Graph.from({ nodes: n, edges, directed: isDirected }), chance };
  }
}

describe("structural holes", () => {
  it("agree with networkx 3.6, undirected and directed, with weights and without", () => {
    expect([...constraint(undirected)]).toEqual(
      close([0.4639026063100137, 0.7178086419753087, 0.9514197530864199, 0.7809338563100136, 0.6440007716049383, 0.8148630401234567]), // biome-ignore format: one line
    );
    // Of `effective_size(G, nodes=…)`: without `nodes`, its way over matrices gives other values for weighted ties.
    expect([...effectiveSize(undirected)]).toEqual(
      close([3.522222222222222, 1.7166666666666668, 1.4583333333333335, 2.316666666666667, 2.44375, 1.7583333333333333]), // biome-ignore format: one line,
    );
    expect([...constraint(directed)]).toEqual(
      close([0.4506361111111112, 0.693125, 1.07125, 0.7690451388888888, 0.6562784722222224, 0.8476736111111112]), // biome-ignore format: one line
    );
    expect([...effectiveSize(directed)]).toEqual(
      close([3.492857142857143, 1.7083333333333335, 1.1875, 2.392857142857143, 2.5107142857142857, 1.7633928571428572]), // biome-ignore format: one line,
    );
    expect([...effectiveSize(directed, { weighted: false })]).toEqual(
      close([3.1999999999999997, 1.1666666666666667, 1.0, 2.0, 2.0, 1.1666666666666667]),
    );
  });

  it("without weights are n - 2 t / n of Borgatti", () => {
    const sizes = effectiveSize(karate);
    for (let v = 0; v < karate.size; v++) {
      const contacts = [...karate.neighbours(v)];
      const among =
        contacts.flatMap((a) => [...karate.neighbours(a)].filter((b) => contacts.includes(b))).length / 2;
      expect(sizes[v]).toBeCloseTo(contacts.length - (2 * among) / contacts.length, 12);
    }
  });

  it("know the hierarchy and efficiency of simple positions by hand", () => {
    const star = Graph.from({ nodes: 4, edges: [[0, 1], [0, 2], [0, 3]] }); // biome-ignore format: one line
    const { efficiency, hierarchy, degree } = structuralHoles(star);
    expect([...efficiency]).toEqual([1, 1, 1, 1]);
    expect(hierarchy[0]).toBe(0);
    expect(hierarchy[1]).toBeNaN();
    expect([...degree]).toEqual([3, 1, 1, 1]);
    // Shares 3/4 and 1/4, no ties among contacts: dyadic constraints 9/16 and 1/16, ratios to their mean 1.8 and 0.2.
    const uneven = Graph.from({ nodes: 3, edges: [[0, 1, 3], [0, 2, 1]] }); // biome-ignore format: one line
    const expected = (1.8 * Math.log(1.8) + 0.2 * Math.log(0.2)) / (2 * Math.log(2));
    expect(structuralHoles(uneven).hierarchy[0]).toBeCloseTo(expected, 14);
  });

  it("of nodes without ties are not defined, and self-loops are none", () => {
    const graph = Graph.from({ nodes: 4, edges: [[0, 0, 5], [1, 2], [2, 2]] }); // biome-ignore format: one line
    expect([...constraint(graph)]).toEqual([Number.NaN, 1, 1, Number.NaN]);
    expect([...effectiveSize(graph)]).toEqual([Number.NaN, 1, 1, Number.NaN]);
    expect([...constraint(Graph.from({ nodes: 0, edges: [] }))]).toEqual([]);
  });
});

describe("assortativity", () => {
  it("agrees with networkx 3.6", () => {
    expect(degreeAssortativity(karate)).toBeCloseTo(-0.47561309768461413, 12);
    expect(degreeAssortativity(directed)).toBeCloseTo(-0.3227486121839532, 12);
    expect(degreeAssortativity(directed, { weighted: true })).toBeCloseTo(0.2102977560480141, 12);
    expect(attributeAssortativity(directed, ["a", "a", "b", "b", "c", "a"])).toBeCloseTo(-1 / 3, 12);
    expect(numericAssortativity(directed, [1, 4, 2, 8, 5, 7])).toBeCloseTo(0.18935700309802023, 12);
    expect(numericAssortativity(undirected, [1, 4, 2, 8, 5, 7])).toBeCloseTo(0.16545148625911385, 12);
  });

  it("counts a whole weight as so many edges", () => {
    const graph = Graph.from({ nodes: 4, edges: [[0, 1, 3], [1, 2, 1], [2, 3, 2]] }); // biome-ignore format: one line
    const x = [1, 5, 2, 9];
    // Ends of six edges, each taken both ways.
    const ends = [[1, 5], [1, 5], [1, 5], [5, 2], [2, 9], [2, 9]].flatMap(([a, b]) => [[a!, b!], [b!, a!]]); // biome-ignore format: one line
    const mean = ends.reduce((t, [a]) => t + a!, 0) / 12;
    const covariance = ends.reduce((t, [a, b]) => t + (a! - mean) * (b! - mean), 0);
    const variance = ends.reduce((t, [a]) => t + (a! - mean) ** 2, 0);
    expect(numericAssortativity(graph, x, { weighted: true })).toBeCloseTo(covariance / variance, 12);
    // Edge ends a: 3 + 3 of the first, 1 of the second; b: 1 of the second, 2 + 2 of the third.
    const expected = (7 / 12) ** 2 + (5 / 12) ** 2;
    const found = attributeAssortativity(graph, ["a", "a", "b", "b"], { weighted: true });
    expect(found).toBeCloseTo((5 / 6 - expected) / (1 - expected), 12);
  });

  it("is not defined where nothing varies, and leaves unknown nodes out", () => {
    const ring = Graph.from({ nodes: 3, edges: [[0, 1], [1, 2], [2, 0]] }); // biome-ignore format: one line
    expect(degreeAssortativity(ring)).toBeNaN();
    expect(attributeAssortativity(ring, ["a", "a", "a"])).toBeNaN();
    expect(numericAssortativity(ring, [0.1, 0.1, 0.1])).toBeNaN();
    expect(degreeAssortativity(Graph.from({ nodes: 3, edges: [] }))).toBeNaN();
    expect(numericAssortativity(undirected, [1, 4, 2, 8, 5, Number.NaN])).toBeCloseTo(
      numericAssortativity(undirected.subgraph([0, 1, 2, 3, 4]), [1, 4, 2, 8, 5]),
      12,
    );
    expect(attributeAssortativity(undirected, ["a", "b", "a", "b", "b", null])).toBeCloseTo(
      attributeAssortativity(undirected.subgraph([0, 1, 2, 3, 4]), ["a", "b", "a", "b", "b"]),
      12,
    );
    expect(() => numericAssortativity(ring, [1])).toThrow(/1 values where 3/);
  });
});

describe("the E-I index", () => {
  const graph = Graph.from({ nodes: 5, edges: [[0, 1, 2], [0, 2, 3], [1, 2, 1], [3, 4, 4], [2, 2, 7]] }); // biome-ignore format: one line
  const groups = ["a", "a", "b", "b", "b"];

  it("is told for the whole, each group and each node", () => {
    const found = eiIndex(graph, groups);
    expect(found.index).toBe(0);
    expect(found.groups).toEqual([
      { label: "a", external: 2, internal: 1, index: 1 / 3 },
      { label: "b", external: 2, internal: 1, index: 1 / 3 },
    ]);
    expect([...found.nodes]).toEqual([0, 0, 1, -1, -1]);
    expect(eiIndex(graph, groups, { weighted: true }).index).toBeCloseTo((4 - 6) / 10, 14);
  });

  it("has the mean over all orders of the groups as expected value", () => {
    const orders = permutations(groups);
    const mean = orders.reduce((total, order) => total + eiIndex(graph, order).index, 0) / orders.length;
    const found = eiIndex(graph, groups, { draws: 4_000, seed: 5 });
    expect(found.expected).toBeCloseTo(mean, 12);
    expect(found.significance!.mean).toBeCloseTo(mean, 1);
    const asLow = orders.filter((order) => eiIndex(graph, order).index <= found.index).length / orders.length;
    expect(Math.abs(found.significance!.asLow - asLow)).toBeLessThan(0.03);
    const { asHigh, z, deviation } = found.significance!;
    expect(asHigh + found.significance!.asLow).toBeGreaterThan(1);
    expect(z).toBeCloseTo((found.index - found.significance!.mean) / deviation, 12);
    expect(eiIndex(graph, groups, { draws: 4_000, seed: 5 })).toEqual(found);
  });

  it("leaves edges at nodes of unknown group out and says so", () => {
    const found = eiIndex(graph, ["a", null, "b", "b", Number.NaN]);
    expect([found.external, found.internal]).toEqual([1, 0]);
    expect([...found.nodes]).toEqual([1, Number.NaN, 1, Number.NaN, Number.NaN]);
    expect(found.notes).toEqual([
      expect.objectContaining({ code: "missing", text: expect.stringMatching(/^3 edges/) }),
    ]);
  });

  it("is not defined without edges", () => {
    const none = eiIndex(Graph.from({ nodes: 2, edges: [] }), [1, 2], { draws: 3 });
    expect(none.index).toBeNaN();
    expect(none.significance!.asLow).toBeNaN();
  });
});

function permutations<T>(list: readonly T[]): T[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((item, i) => permutations(list.toSpliced(i, 1)).map((rest) => [item, ...rest]));
}

describe("brokerage", () => {
  it("counts the roles of every open pair", () => {
    fc.assert(
      fc.property(
        aGraph({ most: 6, edges: 18 }),
        fc.array(fc.constantFrom("x", "y", "z"), { minLength: 6, maxLength: 6 }),
        (graph, all) => {
          const of = all.slice(0, graph.size);
          const { counts } = brokerage(graph, of);
          const leads = (a: number, b: number) => a !== b && graph.neighbours(a).includes(b);
          for (let b = 0; b < graph.size; b++) {
            const expected = {
              coordinator: 0,
              itinerant: 0,
              gatekeeper: 0,
              representative: 0,
              liaison: 0,
              total: 0,
            };
            for (let a = 0; a < graph.size; a++)
              for (let c = 0; c < graph.size; c++) {
                if (a === c || !leads(a, b) || !leads(b, c) || leads(a, c)) continue;
                const key = `${of[a] === of[b]} ${of[b] === of[c]} ${of[a] === of[c]}`;
                expected[named[key]!]++;
                expected.total++;
              }
            for (const role of BROKERAGE_ROLES) expect(counts[role][b]).toBe(expected[role]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([true, false])("expects what all random graphs together give, directed %s", (isDirected) => {
    const groups = ["x", "x", "x", "y", "z"].slice(0, isDirected ? 4 : 5);
    const n = groups.length;
    // A graph of that very density, whose chances are asked for.
    const sample = Graph.from({ nodes: n, edges: [[0, 1], [1, 2], [2, 3]], directed: isDirected }); // biome-ignore format: one line
    const p = 3 / (isDirected ? n * (n - 1) : (n * (n - 1)) / 2);
    const { expected, z, counts } = brokerage(sample, groups);
    const all = Array.from(allGraphs(n, p, isDirected), ({ graph, chance }) => ({
      chance,
      found: brokerage(graph, groups).counts,
    }));
    for (const role of BROKERAGE_ROLES) {
      const mean = new Float64Array(n);
      const squares = new Float64Array(n);
      for (const { chance, found } of all)
        for (let v = 0; v < n; v++) {
          mean[v]! += chance * found[role][v]!;
          squares[v]! += chance * found[role][v]! ** 2;
        }
      expect([...expected[role]]).toEqual(close([...mean], 10));
      const deviations = squares.map((s, v) => Math.sqrt(s - mean[v]! ** 2));
      expect([...z[role]]).toEqual(
        Array.from(deviations, (d, v) =>
          d > 1e-6 ? expect.closeTo((counts[role][v]! - mean[v]!) / d, 8) : Number.NaN,
        ),
      );
    }
  });

  it("leaves nodes of unknown group out", () => {
    const chain = Graph.from({ nodes: 4, edges: [[0, 1], [1, 2], [3, 1]], directed: true }); // biome-ignore format: one line
    const { counts, expected } = brokerage(chain, ["x", "y", "x", null]);
    expect([...counts.itinerant]).toEqual([0, 1, 0, Number.NaN]);
    expect([...counts.total]).toEqual([0, 1, 0, Number.NaN]);
    expect(expected.total[3]).toBeNaN();
    expect([...brokerage(Graph.from({ nodes: 1, edges: [] }), ["x"]).z.total]).toEqual([Number.NaN]);
  });
});

const named: Record<string, BrokerageRole> = {
  "true true true": "coordinator",
  "false false true": "itinerant",
  "false true false": "gatekeeper",
  "true false false": "representative",
  "false false false": "liaison",
};
