import { Graph, harmonicCentrality } from "@kontor/analytics";
import { describe, expect, test } from "vitest";
import { graphOf, type HealthActor, type HealthNetwork, yearsOf } from "../graph.ts";
import { headline } from "./headline.ts";
import { introductions } from "./introductions.ts";
import { ringOf } from "./places.ts";
import { departure } from "./robustness.ts";

const actor = (id: string, rest: Partial<HealthActor> = {}): HealthActor => ({
  id,
  slug: id,
  name: id,
  shortName: null,
  kind: "enterprise",
  city: null,
  country: "DE",
  nuts: null,
  lat: null,
  lon: null,
  sector: null,
  ...rest,
});

const between = (edges: readonly [number, number][], n: number): HealthNetwork => ({
  actors: Array.from({ length: n }, (_, i) => actor(`a${i}`)),
  links: edges.map(([from, to], i) => ({
    id: `l${i}`,
    from,
    to,
    strength: 1,
    since: null,
    until: null,
  })),
  regions: [],
});
const noGrounds = (n: number, competences: string[][] = []) => ({
  competences: Array.from({ length: n }, (_, i) => competences[i] ?? []),
  walled: () => false,
});
const efficiency = (graph: Graph) =>
  harmonicCentrality(graph, { normalised: true }).reduce((sum, value) => sum + value, 0) / graph.size;

describe("an introduction", () => {
  test("joins two parts that share a rare competence before it shortens a way", () => {
    const network = between(
      [
        [0, 1],
        [1, 2],
        [2, 3],
        [4, 5],
        [5, 6],
      ],
      7,
    );
    const { proposals } = introductions(network, 2026, noGrounds(7, [[], ["x"], [], [], [], ["x"]]));
    expect(proposals[0]).toMatchObject({ from: "a1", to: "a5", joins: [4, 3], competences: ["x"] });
    expect(proposals[0]!.steps).toBeNull();
    expect(proposals[1]!.steps).toBe(2);
  });

  test("gains what the closeness of all grows by, one after the other", () => {
    const edges: [number, number][] = [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 5],
    ];
    const network = between(edges, 7);
    const found = introductions(network, 2026, noGrounds(7, [["y"], [], [], [], [], ["y"], ["y"]]));
    let graph = graphOf(network, 2026);
    expect(found.efficiency!.before).toBeCloseTo(efficiency(graph), 12);
    for (const { from, to, gain } of found.proposals) {
      const before = efficiency(graph);
      edges.push([Number(from.slice(1)), Number(to.slice(1))]);
      graph = Graph.from({ nodes: 7, edges });
      expect(efficiency(graph) - before).toBeCloseTo(gain, 12);
    }
    expect(found.efficiency!.after).toBeCloseTo(efficiency(graph), 12);
  });

  test("is the one that raises closeness most of all that have a ground", () => {
    const edges: [number, number][] = [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 5],
      [5, 6],
    ];
    const network = between(edges, 7);
    const [first] = introductions(network, 2026, noGrounds(7)).proposals;
    // Without competences those who have a common contact remain: all pairs two steps apart.
    const gains = [0, 1, 2, 3, 4].map((i) =>
      efficiency(Graph.from({ nodes: 7, edges: [...edges, [i, i + 2]] })),
    );
    expect(first!.gain + efficiency(graphOf(network, 2026))).toBeCloseTo(Math.max(...gains), 12);
  });

  test("is not proposed to two whom a wall parts, nor without a ground", () => {
    const network = between([[0, 1]], 4);
    const competences = [["x"], [], ["x"], []];
    expect(introductions(network, 2026, noGrounds(4)).proposals).toEqual([]);
    expect(introductions(network, 2026, noGrounds(4, competences)).proposals).toHaveLength(1);
    expect(
      introductions(network, 2026, { ...noGrounds(4, competences), walled: () => true }).proposals,
    ).toEqual([]);
  });

  test("names nobody more than twice", () => {
    const star: [number, number][] = [1, 2, 3, 4, 5, 6, 7].map((leaf) => [0, leaf]);
    const { proposals } = introductions(between(star, 8), 2026, noGrounds(8));
    const times = new Map<string, number>();
    for (const { from, to } of proposals)
      for (const one of [from, to]) times.set(one, (times.get(one) ?? 0) + 1);
    expect(proposals.length).toBeGreaterThan(2);
    expect(Math.max(...times.values())).toBeLessThanOrEqual(2);
  });
});

describe("a departure", () => {
  test("orphans those whose only neighbour it was, and cuts off what hung on it", () => {
    const graph = graphOf(
      between(
        [
          [0, 1],
          [0, 2],
          [0, 3],
          [3, 4],
          [2, 5],
          [5, 6],
          [2, 6],
        ],
        8,
      ),
      2026,
    );
    const found = departure(graph, new Set([0]));
    expect(found).toMatchObject({
      actors: 7,
      pairsLost: 3,
      components: { before: 1, after: 2 },
      largest: { before: 7, after: 3 },
      orphaned: [1],
      cutOff: [3, 4],
    });
    expect(departure(graph, new Set()).orphaned).toEqual([]);
  });
});

describe("a relation reaches", () => {
  const hamburg = actor("hh", { nuts: "DE600" });
  const place = (nuts: string | null, country = "DE") => actor("x", { nuts, country });
  const ring = (other: HealthActor) => ringOf(hamburg, other, ["DE6", "DEF", "DE93"]);

  test("locally, regionally, nationally or globally, by where the two are", () => {
    expect(ring(place("DE600"))).toBe("local");
    expect(ring(place("DEF03"))).toBe("regional");
    expect(ring(place("DE212"))).toBe("national");
    expect(ring(place("FR101", "FR"))).toBe("global");
    expect(ring(place(null, "JP"))).toBe("global");
  });

  test("nowhere that can be said, where a place is unknown", () => {
    expect(ring(place(null))).toBeNull();
    expect(ringOf(place(null, "GR"), place("EL303", "EL"), [])).toBeNull();
    expect(ringOf(place("EL301", "GR"), place("EL303", "EL"), [])).toBe("regional");
  });
});

describe("a year", () => {
  test("counts the links that were alive in it, and those of which nobody knows when they began", () => {
    const network = between(
      [
        [0, 1],
        [1, 2],
        [0, 2],
      ],
      3,
    );
    Object.assign(network.links[0]!, { since: "2022-05-01", until: "2023-02-01" });
    Object.assign(network.links[1]!, { since: "2024-01-01" });
    expect(yearsOf(network, 2026)).toEqual([2022, 2023, 2024, 2025, 2026]);
    const pairs = yearsOf(network, 2026).map((year) => headline(network, year).pairs);
    expect(pairs).toEqual([2, 2, 2, 2, 2]);
    expect(headline(network, 2023)).toMatchObject({ links: 2, dated: 1, components: 1, isolated: 0 });
    expect(headline(network, 2021).pairs).toBe(1);
  });

  test("without any member has no figures rather than zeros", () => {
    const nothing = headline(between([], 0), 2026);
    expect(nothing).toMatchObject({ actors: 0, density: null, connected: null, clustering: null, core: 0 });
  });
});
