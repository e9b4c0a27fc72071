import { describe, expect, test } from "vitest";
import { passes, yearsOf } from "./filters.ts";
import { betweenness } from "./graph/betweenness.ts";
import { communities } from "./graph/communities.ts";
import { degreeOf, makeGraph, pairsOf } from "./graph/graph.ts";
import { componentsOf, isolatedOf, measure } from "./graph/measures.ts";
import { graphml } from "./graphml.ts";
import { actorList, actorsCalled, linkList, linksByNeighbour, stretch } from "./lists.ts";
import { PageQuery } from "./schema.ts";
import type { Network, NetworkLink } from "./see-network.ts";
import type { LinkRow } from "./store.ts";
import { brokers, communitiesSeen, isolatedReason } from "./stories.ts";

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;

const link = (change: Partial<LinkRow> = {}): LinkRow => ({
  id: uuid(99),
  fromId: uuid(1),
  toId: uuid(2),
  type: "formal",
  nature: "joint-project",
  issue: null,
  origin: "derived",
  since: "2021-05-01",
  until: "2024-12-31",
  strength: 1,
  evidenceKind: "project",
  evidence: [uuid(7)],
  ...change,
});

/** Two triangles around 3, who alone joins them, and 7 alone: so that brokers and isolated are known beforehand. */
const TWO_TRIANGLES: [number, number][] = [
  [0, 1],
  [1, 2],
  [0, 2],
  [2, 3],
  [3, 4],
  [4, 5],
  [5, 6],
  [4, 6],
];
const NAMES = ["ANKER & SÖHNE <AG>", "BAU GMBH", "CAU ZU KIEL", "DOCK", "ELBE", "FÄHRE", "GRÜNDUNG", "HAFEN"];

async function networkOf(pairs: [number, number][]): Promise<Network> {
  const links = pairs.map(([from, to], i): NetworkLink => {
    const { fromId: _, toId: __, ...row } = link({ id: uuid(100 + i), strength: i + 1 });
    return { ...row, from, to };
  });
  const graph = makeGraph(NAMES.length, pairsOf(links));
  const { shares } = await betweenness(graph, () => {});
  const grouped = communities(graph);
  const parts = componentsOf(graph);
  return {
    actors: NAMES.map((name, i) => ({
      id: uuid(i),
      slug: `actor-${i}`,
      name,
      shortName: null,
      kind: "enterprise",
      city: null,
      country: "DE",
      role: "core",
      since: "2020-01-01",
      x: i,
      y: -i,
      community: grouped.of[i]!,
      share: shares[i]!,
      degree: degreeOf(graph, i),
      weight: degreeOf(graph, i),
      part: parts[i]!,
    })),
    links,
    graph,
    measures: measure(graph),
    years: null,
    linksInAll: links.length,
    isolated: isolatedOf(graph),
    partnersOfIsolated: new Map([[uuid(7), 3]]),
    partnersLeftOut: 0,
    laidOut: null,
    communities: grouped.count,
  };
}

const asked = (query: Record<string, unknown> = {}) => PageQuery.parse(query);

describe("brokers", () => {
  test("begin with whoever alone joins two groups, with the reasons", async () => {
    const [first] = brokers(await networkOf(TWO_TRIANGLES));
    expect(first!.actor.slug).toBe("actor-3");
    // Of 21 pairs among the 7 others, 9 cross from one triangle to the other; only through 3.
    expect(first!.share).toBeCloseTo(9 / 21, 10);
    expect(first!.communities).toHaveLength(2);
    expect(first!.partsWithout).toBe(1);
  });

  test("are none where everybody knows everybody", async () => {
    expect(
      brokers(
        await networkOf([
          [0, 1],
          [1, 2],
          [0, 2],
        ]),
      ),
    ).toEqual([]);
  });
});

describe("who stands alone", () => {
  test("is told apart by what is known outside and by the filter", async () => {
    const network = await networkOf(TWO_TRIANGLES);
    expect(network.isolated).toEqual([7]);
    const alone = network.actors[7]!;
    expect(isolatedReason(network, alone, false)).toEqual({ reason: "partners-outside", partners: 3 });
    expect(isolatedReason({ ...network, partnersOfIsolated: new Map() }, alone, false).reason).toBe(
      "no-link",
    );
    expect(isolatedReason(network, alone, true).reason).toBe("filtered");
  });
});

describe("communities", () => {
  test("are named by their best linked actors", async () => {
    const found = communitiesSeen(await networkOf(TWO_TRIANGLES));
    expect(found).toHaveLength(2);
    expect(found.reduce((sum, { size }) => sum + size, 0)).toBe(7);
    expect(["actor-2", "actor-4"]).toContain(found[0]!.leading[0]!.slug);
  });
});

describe("lists", () => {
  test("come in stretches that join without a gap", async () => {
    const all = actorList(await networkOf(TWO_TRIANGLES), asked({ sort: "name" }));
    const first = stretch(all, undefined, 3);
    const second = stretch(all, first.next!, 3);
    const third = stretch(all, second.next!, 3);
    expect([...first.items, ...second.items, ...third.items]).toEqual(all);
    expect(third.next).toBeNull();
  });

  test("hold only who stands alone when asked for", async () => {
    const found = actorList(await networkOf(TWO_TRIANGLES), asked({ only: "isolated" }));
    expect(found.map((actor) => actor.slug)).toEqual(["actor-7"]);
  });

  test("find a name however its umlauts are typed", async () => {
    const network = await networkOf(TWO_TRIANGLES);
    for (const typed of ["Gründung", "gruendung", "GRUNDUNG", "ründ"])
      expect(actorsCalled(network, typed, 5).map((actor) => actor.slug)).toEqual(["actor-6"]);
    expect(actorsCalled(network, "  ", 5)).toEqual([]);
  });

  test("of links hold those of one actor when one is named", async () => {
    const network = await networkOf(TWO_TRIANGLES);
    expect(linkList(network, asked({ actor: "actor-3" }))).toHaveLength(2);
    expect(linkList(network, asked({ actor: "nobody" }))).toEqual([]);
    expect(linksByNeighbour(network, 3).map(({ neighbour }) => neighbour)).toEqual([4, 2]);
  });
});

describe("a filter by years", () => {
  const alive = (query: Record<string, unknown>, change: Partial<LinkRow> = {}) =>
    passes(link(change), asked(query));

  test("lets a link pass that was alive in any of them", () => {
    expect(alive({ from: "2024" })).toBe(true);
    expect(alive({ from: "2025" })).toBe(false);
    expect(alive({ to: "2021" })).toBe(true);
    expect(alive({ to: "2020" })).toBe(false);
  });

  test("takes a link without an end for alive, and one without a beginning for old", () => {
    expect(alive({ from: "2030" }, { until: null })).toBe(true);
    expect(alive({ to: "1990" }, { since: null })).toBe(true);
  });

  test("offers the years the links speak of, up to today", () => {
    expect(yearsOf([link(), link({ since: "2019-01-01", until: null })], "2026-11-24")).toEqual({
      first: 2019,
      last: 2026,
    });
    expect(yearsOf([], "2026-11-24")).toBeNull();
  });
});

describe("GraphML", () => {
  test("escapes names and leaves out what is not known", async () => {
    const text = graphml(await networkOf(TWO_TRIANGLES));
    expect(text).toContain("Anker &amp; Söhne &lt;AG&gt;");
    expect(text.match(/<edge /g)).toHaveLength(8);
    const alone = text.split("\n").find((line) => line.includes(`id="${uuid(7)}"`))!;
    expect(alone).not.toContain("n-community");
  });
});
