import { describe, expect, it } from "vitest";
import { type Entry, makeCatalogue, makeVocabulary } from "./catalogue.ts";
import { stretch } from "./cursor.ts";
import { find, kilometres, type Question, weightOf } from "./find.ts";

const vocabulary = makeVocabulary(
  [
    ["/25", null, 1],
    ["/25/53", "/25", 2],
    ["/25/53/7", "/25/53", 3],
    ["/31", null, 1],
  ].map(([code, parent, depth]) => ({ code, parent, depth, titleEn: `${code}`, titleDe: null }) as never),
);
const codes = (...names: string[]) => names.map((name) => vocabulary.position.get(name)!);

const anEntry = (name: string, given: Partial<Entry> = {}): Entry => ({
  id: name,
  name,
  kind: "enterprise",
  sizeClass: null,
  country: "DE",
  nuts: null,
  city: null,
  industries: [],
  lat: null,
  lon: null,
  projects: 0,
  competences: [],
  wall: [],
  ...given,
});

const aQuestion = (given: Partial<Question> = {}): Question => ({
  kind: [],
  size: [],
  industry: [],
  country: [],
  region: [],
  competence: [],
  group: [],
  matches: null,
  near: null,
  sort: "name",
  ...given,
});

const catalogue = makeCatalogue(
  [
    anEntry("anker", {
      sizeClass: "large",
      nuts: "DE600",
      lat: 53.55,
      lon: 9.99,
      projects: 3,
      competences: codes("/25", "/25/53"),
      industries: ["C30.11"],
    }),
    anEntry("bruecke", {
      kind: "research",
      nuts: "DE939",
      lat: 53.6,
      lon: 9.47,
      projects: 9,
      competences: codes("/25", "/31"),
    }),
    anEntry("delta", { country: "FR", nuts: "FR101", projects: 3, industries: ["J62", "C26"] }),
    anEntry("elbe", { nuts: "DE600", lat: 53.56, lon: 10.0, wall: ["rival"] }),
    anEntry("hellas", { country: "GR", nuts: "EL301", projects: 1 }),
  ],
  vocabulary,
);
const everybody = () => true;
const look = (given: Partial<Question> = {}, seen: (wall: readonly string[]) => boolean = everybody) => {
  const found = find(catalogue, aQuestion(given), seen, (at) => (at < 2 ? ["alpha"] : []));
  return { ...found, names: found.hits.map((at) => catalogue.ids[at]!) };
};

describe("finding organisations", () => {
  it.each([
    ["nothing asked", {}, ["anker", "bruecke", "delta", "elbe", "hellas"]],
    ["one kind or another", { kind: ["research", "finance"] }, ["bruecke"]],
    ["a size, which the unknown do not have", { size: ["large"] }, ["anker"]],
    ["a section of industry", { industry: ["C"] }, ["anker", "delta"]],
    ["a division of industry", { industry: ["C26"] }, ["delta"]],
    ["a country or another", { country: ["FR", "GR"] }, ["delta", "hellas"]],
    [
      "a region, which narrows its country and leaves the others",
      { country: ["DE", "FR"], region: ["DE6"] },
      ["anker", "delta", "elbe"],
    ],
    [
      "a part of a region, which narrows the region",
      { region: ["DE9", "DE6", "DE600"] },
      ["anker", "bruecke", "elbe"],
    ],
    ["a region of Greece, which the EU calls EL", { country: ["GR"], region: ["EL3"] }, ["hellas"]],
    ["all of several competences", { competence: ["/25", "/31"] }, ["bruecke"]],
    ["a competence nobody knows", { competence: ["/99"] }, []],
    ["a group", { group: ["alpha"] }, ["anker", "bruecke"]],
    ["a place", { near: { lat: 53.6, lon: 9.47, km: 20 } }, ["bruecke"]],
    [
      "a place, where those without one are not",
      { near: { lat: 53.6, lon: 9.47, km: 20_000 } },
      ["anker", "bruecke", "elbe"],
    ],
  ] as [string, Partial<Question>, string[]][])("by %s", (_, given, names) => {
    expect(look(given).names).toEqual(names);
  });

  it("counts in a facet what choosing its other values would bring", () => {
    const { counts } = look({ kind: ["research"], country: ["DE"] });
    expect(Object.fromEntries(counts.kind)).toEqual({ enterprise: 2, research: 1 });
    expect(Object.fromEntries(counts.country)).toEqual({ DE: 1 });
    expect(counts.competence[vocabulary.position.get("/31")!]).toBe(1);
    expect(counts.competence[vocabulary.position.get("/25/53")!]).toBe(0);
  });

  it("leaves who is walled off without a trace: no hit, no count", () => {
    const unseen = look({}, (wall) => !wall.includes("rival"));
    expect(unseen.names).not.toContain("elbe");
    expect(unseen.counts.region.get("DE600")).toBe(1);
    expect(unseen.counts.country.get("DE")).toBe(2);
  });

  it.each([
    ["name", ["anker", "bruecke", "delta", "elbe", "hellas"]],
    ["-name", ["hellas", "elbe", "delta", "bruecke", "anker"]],
    ["-projects", ["bruecke", "anker", "delta", "hellas", "elbe"]],
    ["projects", ["elbe", "hellas", "anker", "delta", "bruecke"]],
  ] as const)("orders by %s", (sort, names) => {
    expect(look({ sort }).names).toEqual(names);
  });

  it("orders by how well the words fit, and lets experience decide between equals", () => {
    const matches = new Map([
      ["anker", 0.5],
      ["bruecke", 0.5],
      ["delta", 0.9],
      ["unknown", 1],
    ]);
    expect(look({ matches, sort: "relevance" }).names).toEqual(["delta", "bruecke", "anker"]);
  });

  it("orders by distance", () => {
    expect(look({ near: { lat: 53.55, lon: 9.99, km: 100 }, sort: "distance" }).names).toEqual([
      "anker",
      "elbe",
      "bruecke",
    ]);
  });
});

describe("a cursor", () => {
  const sorts = ["name", "-name", "projects", "-projects"] as const;

  it.each(sorts)("leads through the whole list once, by %s", (sort) => {
    const { hits, distance } = look({ sort });
    const weight = weightOf(sort, catalogue, null, distance);
    const walked: number[] = [];
    let cursor: string | undefined;
    do {
      const page = stretch(hits, catalogue, sort, weight, 2, cursor)!;
      walked.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(walked).toEqual(hits);
  });

  it("holds its place when the one it names is gone", () => {
    const { hits, distance } = look();
    const weight = weightOf("name", catalogue, null, distance);
    const first = stretch(hits, catalogue, "name", weight, 2, undefined)!;
    const without = hits.filter((at) => at !== first.items[1]);
    const second = stretch(without, catalogue, "name", weight, 2, first.next!)!;
    expect(second.items.map((at) => catalogue.ids[at])).toEqual(["delta", "elbe"]);
  });

  it.each([
    "",
    "x",
    Buffer.from('["name",0,"a"]').toString("base64url"),
    Buffer.from('["-name",0,"a","b"]').toString("base64url"),
  ])("of another list is refused: %j", (cursor) => {
    const { hits, distance } = look();
    expect(
      stretch(hits, catalogue, "name", weightOf("name", catalogue, null, distance), 2, cursor),
    ).toBeNull();
  });
});

describe("kilometres along the great circle", () => {
  it.each([
    ["Hamburg to Munich", { lat: 53.5511, lon: 9.9937 }, { lat: 48.1374, lon: 11.5755 }, 612],
    ["across the date line", { lat: 0, lon: 179.5 }, { lat: 0, lon: -179.5 }, 111],
    ["to itself", { lat: 53, lon: 9 }, { lat: 53, lon: 9 }, 0],
  ])("%s", (_, from, to, km) => {
    expect(Math.round(kilometres(from, to))).toBe(km);
  });
});
