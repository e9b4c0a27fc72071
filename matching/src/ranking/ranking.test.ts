import { describe, expect, it } from "vitest";
import { TextIndex } from "../text/index.ts";
import { createCorpus } from "./corpus.ts";
import { learn } from "./learn.ts";
import { rankNeeds, rankOffers, similarNeeds } from "./rank-documents.ts";
import { rankOrganisations } from "./rank-organisations.ts";
import { resemblanceOf } from "./resemblance.ts";
import { signalValues } from "./signal-values.ts";
import { startWeights } from "./signals/weights.ts";
import type { Ask, CorpusDocument, Link, Organisation } from "./types.ts";
import { whoElse } from "./who-else.ts";

type Written = CorpusDocument & { title: string; body?: string };

const harbour: Written[] = [
  {
    id: "p1",
    kind: "project",
    organisations: ["hull", "yard"],
    date: "2025-06-01",
    title: "Welding robots for ship hulls",
  },
  {
    id: "p2",
    kind: "project",
    organisations: ["hull", "paint"],
    date: "2021-06-01",
    title: "Paint against mussels on ship hulls",
  },
  {
    id: "p3",
    kind: "project",
    organisations: ["yard", "grid"],
    date: "2025-01-01",
    title: "Shore power for ferries",
  },
  {
    id: "p4",
    kind: "project",
    organisations: ["asker", "grid"],
    date: "2025-01-01",
    title: "Batteries for cranes",
  },
  {
    id: "o1",
    kind: "offer",
    organisations: ["hull"],
    date: "2026-01-01",
    title: "Test bench for welding robots",
  },
  {
    id: "o2",
    kind: "offer",
    organisations: ["grid"],
    date: "2026-01-01",
    title: "Charging of electric lorries",
  },
  {
    id: "n1",
    kind: "need",
    organisations: ["yard"],
    date: "2026-01-01",
    title: "Welding seams inspected by robots",
  },
  { id: "n2", kind: "need", organisations: ["paint"], date: "2026-01-01", title: "Storage of paint" },
];
const people: Organisation[] = [
  { id: "asker", country: "DE", place: { latitude: 53.55, longitude: 10 } },
  { id: "hull", country: "DE", kind: "company", size: "small", place: { latitude: 53.87, longitude: 10.69 } },
  { id: "yard", country: "DE", kind: "company", size: "large", languages: ["de"] },
  { id: "paint", country: "DK", kind: "company", size: "small", competences: ["coating"] },
  { id: "grid", country: "PL", kind: "authority", availability: 1 },
];

function corpusOf(documents: Written[], links: Link[] = [], organisations = people) {
  const text = new TextIndex();
  for (const { id, title, body } of documents) text.add({ id, fields: { title, body } });
  return createCorpus({ text, documents, organisations, links });
}

const corpus = corpusOf(harbour, [{ id: "contract", organisations: ["asker", "paint"] }]);
const ask: Ask = { text: "welding robots for hulls", today: "2026-03-01" };
const names = (list: { organisation: string }[]) => list.map(({ organisation }) => organisation);
const reason = (list: ReturnType<typeof rankOrganisations>, organisation: string, signal: string) =>
  list.find((one) => one.organisation === organisation)?.reasons.find((one) => one.signal === signal);

describe("ranking organisations", () => {
  const ranked = rankOrganisations(corpus, ask);

  it("puts first whose documents resemble the ask most", () => {
    expect(names(ranked)[0]).toBe("hull");
  });

  it("scores between 0 and 1, falling", () => {
    for (const [i, { score }] of ranked.entries()) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(i === 0 ? 1 : ranked[i - 1]!.score);
    }
  });

  it("gives reasons whose shares add up to 1", () => {
    for (const { reasons } of ranked)
      expect(reasons.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it("names the words as they were written and the documents", () => {
    const text = reason(ranked, "hull", "text");
    expect(text).toMatchObject({
      documents: expect.arrayContaining([expect.objectContaining({ id: "p1" })]),
    });
    expect(text?.signal === "text" && text.terms.map(({ word }) => word)).toContain("welding");
  });

  it("says nothing of the asker's network and place to an anonymous asker", () => {
    const signals = new Set(ranked.flatMap(({ reasons }) => reasons.map(({ signal }) => signal)));
    expect(signals.has("network") || signals.has("place")).toBe(false);
  });

  it("shows the path over a document, and over a link", () => {
    const known = rankOrganisations(corpus, { ...ask, asker: "asker" });
    expect(reason(known, "grid", "network")).toMatchObject({
      path: ["asker", "grid"],
      via: [{ id: "p4", kind: "document" }],
    });
    expect(reason(known, "paint", "network")).toMatchObject({
      path: ["asker", "paint"],
      via: [{ id: "contract", kind: "link" }],
    });
    expect(reason(known, "yard", "network")).toMatchObject({ path: ["asker", "grid", "yard"] });
    expect(names(known)).not.toContain("asker");
  });

  it.each([
    ["kinds", { kinds: ["authority"] }, ["grid"]],
    ["countries", { countries: ["DK"] }, ["paint"]],
    ["a radius", { near: { latitude: 53.55, longitude: 10, km: 80 } }, ["hull"]],
    ["exclusions", { exclude: ["hull", "yard", "grid"] }, ["paint"]],
  ] as const)("keeps to %s", (_, wanted, left) => {
    expect(names(rankOrganisations(corpus, { ...ask, ...wanted }))).toEqual(left);
  });

  it("finds nobody where nothing resembles the ask", () => {
    expect(rankOrganisations(corpus, { ...ask, text: "quantum cryptography" })).toEqual([]);
  });

  it("lowers who was of no use for a similar need, raises who was, and says so", () => {
    const before = rankOrganisations(corpus, ask);
    const feedback = [
      { organisation: "hull", value: -1, document: "n1" },
      { organisation: "paint", value: 1 },
    ];
    const after = rankOrganisations(corpus, { ...ask, feedback });
    const score = (list: typeof after, id: string) =>
      list.find(({ organisation }) => organisation === id)!.score;
    expect(score(after, "hull")).toBeLessThan(score(before, "hull"));
    expect(score(after, "paint")).toBeGreaterThan(score(before, "paint"));
    expect(reason(after, "hull", "feedback")).toMatchObject({ good: 0, share: 0 });
    expect(reason(after, "paint", "feedback")).toMatchObject({ poor: 0 });
  });

  it("refuses a day that is none", () => {
    expect(() => rankOrganisations(corpus, { ...ask, today: "tomorrow" })).toThrow(/tomorrow/);
  });
});

describe("what the asker may not see", () => {
  const asker = { ...ask, asker: "asker" };
  const hidden = new Set(["p1", "p4", "o1"]);
  const visible = { document: (id: string) => !hidden.has(id), link: () => false };
  // The frequencies of words are counted over the whole index, so the text is the same; all else is as if never there.
  const bare = corpusOf(harbour, []);
  const without = createCorpus({
    text: bare.text,
    documents: harbour.filter(({ id }) => !hidden.has(id)),
    organisations: people,
  });

  it("leaves no trace in scores and reasons", () => {
    expect(rankOrganisations(corpus, asker, { visible })).toEqual(rankOrganisations(without, asker));
  });

  it("is not on the way to anybody", () => {
    const seen = rankOrganisations(corpus, asker, { visible: { organisation: (id) => id !== "grid" } });
    expect(JSON.stringify(seen)).not.toContain("grid");
  });
});

describe("offers and needs", () => {
  it("are ranked for each other", () => {
    expect(rankOffers(corpus, ask)[0]).toMatchObject({ document: "o1", organisations: ["hull"] });
    expect(rankNeeds(corpus, { ...ask, text: "Test bench for welding robots" })[0]).toMatchObject({
      document: "n1",
    });
    expect(similarNeeds(corpus, ask).map(({ document }) => document)).toEqual(["n1"]);
  });

  it("are left out if nobody behind them is eligible", () => {
    expect(rankOffers(corpus, { ...ask, exclude: ["hull"] })).toEqual([]);
  });
});

describe("offers that are like those that answer best", () => {
  // Ten offers of the same makers of kites, and one like them that says nothing of kites; sixteen of others, about anything.
  const told = [
    ...Array.from({ length: 10 }, (_, i) => `kite${i}: Kite tether winch drum number${i}`),
    "stranger: Tether winch drum for the harbour",
    "chance: Fish at the harbour",
    ...Array.from({ length: 15 }, (_, i) => `other${i}: Harbour crane${i} theme${i} matter${i}`),
  ].map((line) => line.split(": ") as [string, string]);
  const index = new TextIndex();
  for (const [id, body] of told) index.add({ id, language: "en", fields: { body } });
  const corpusWith = (resemblance: boolean, hidden?: string) =>
    createCorpus({
      text: index,
      documents: told
        .filter(([id]) => id !== hidden)
        .map(([id]) => ({ id, kind: "offer", organisations: [id] })),
      organisations: told.map(([id]) => ({ id })),
      ...(resemblance && { resemblance: resemblanceOf(index) }),
    });
  const kites: Ask = { text: "kite at the harbour", today: "2026-03-01" };
  const options = { limit: 100 };
  const placed = (found: { document: string }[]) => found.map(({ document }) => document);

  it("come before others that have as much of the ask", () => {
    const [before, after] = [false, true].map((resemblance) =>
      placed(rankOffers(corpusWith(resemblance), kites, options)),
    ) as [string[], string[]];
    expect([...after].sort()).toEqual([...before].sort());
    const behindChance = (found: string[]) => found.indexOf("stranger") - found.indexOf("chance");
    expect(behindChance(before)).toBeGreaterThan(0);
    expect(behindChance(after)).toBeLessThan(0);
  });

  it("have scores of 0 to 1, and reasons whose shares add up to 1", () => {
    for (const { score, reasons } of rankOffers(corpusWith(true), kites, options)) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(reasons.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    }
  });

  it("owe nothing to an offer that the asker does not see", () => {
    const visible = { document: (id: string) => id !== "kite3" };
    expect(rankOffers(corpusWith(true), kites, { ...options, visible })).toEqual(
      rankOffers(corpusWith(true, "kite3"), kites, options),
    );
  });

  it("owe nothing to an offer of somebody out of the question", () => {
    expect(rankOffers(corpusWith(true), { ...kites, exclude: ["kite3"] }, options)).toEqual(
      rankOffers(corpusWith(true, "kite3"), kites, options),
    );
  });
});

describe("offers that come in rounds", () => {
  const index = new TextIndex();
  const dated = [
    ["best", "2026-01-10", "Cold ironing at the quay for ferries"],
    ["late", "2025-03-01", "Ferries of wood"],
    ["same", "2026-01-20", "Ferries of steel"],
    ["undated", undefined, "Ferries of glass"],
  ] as const;
  for (const [id, , body] of dated) index.add({ id, language: "en", fields: { body } });
  const corpus = (roundDays?: number) =>
    createCorpus({
      text: index,
      ...(roundDays !== undefined && { roundDays }),
      documents: dated.map(([id, date]) => ({
        id,
        kind: "offer",
        organisations: [id],
        ...(date && { date }),
      })),
      organisations: dated.map(([id]) => ({ id })),
    });
  const ferries: Ask = { text: "cold ironing for ferries at the quay", today: "2026-03-01" };
  const scores = (roundDays?: number) => {
    const weights = { ...startWeights, freshness: 0 };
    const found = rankOffers(corpus(roundDays), ferries, { weights });
    return Object.fromEntries(found.map(({ document, score }) => [document, score])) as Record<
      (typeof dated)[number][0],
      number
    >;
  };

  it("gain by being from the days of the best", () => {
    const [without, within] = [scores(), scores(30)];
    expect(without.same).toBeCloseTo(without.late, 9);
    expect(within.same).toBeGreaterThan(within.late);
    expect(within.late).toBeGreaterThan(0);
    // It is too long ago to gain anything to speak of, as one of which nobody knows the day.
    expect(within.late).toBeCloseTo(within.undated, 3);
    expect(within.best).toBeCloseTo(without.best, 9);
  });

  it("take a day at least", () => {
    expect(() => corpus(0)).toThrow(/round/);
  });
});

describe("how alike documents are", () => {
  const index = new TextIndex();
  index.add({ id: "a", language: "en", fields: { body: "kite tether winch" } });
  index.add({ id: "b", language: "en", fields: { body: "kite tether brake" } });
  index.add({ id: "c", language: "en", fields: { body: "fish" } });

  it("is the cosine of their words", () => {
    const cosine = (of: string, to: string) =>
      index.scores(index.queryOf([{ id: of, weight: 1 }]), { scoring: "cosine" })[index.slotOf(to)]!;
    const ids = ["a", "b", "c"];
    const expected = ids.flatMap((of) => ids.map((to) => cosine(of, to)));
    const alike = resemblanceOf(index)(ids);
    for (const [at, value] of expected.entries()) expect(alike[at]).toBeCloseTo(value, 6);
  });

  it("follows changes, and counts only those that pass", () => {
    const resemblance = resemblanceOf(index);
    const seen = resemblanceOf(index, (id) => id !== "d");
    const [before, seenBefore] = [resemblance(["a", "b"])[1]!, seen(["a", "b"])[1]!];
    index.put({ id: "d", language: "en", fields: { body: "kite" } });
    expect(resemblance(["a", "b"])[1]).not.toBe(before);
    expect(seen(["a", "b"])[1]).toBe(seenBefore);
    index.remove("d");
  });

  it("refuses what is not in the index", () => {
    expect(() => resemblanceOf(index)(["nobody"])).toThrow(/"nobody"/);
  });
});

describe("who else should know", () => {
  it("are those near to who was asked, without them", () => {
    const others = whoElse(corpus, ask, { asked: ["hull"] });
    expect(names(others)).not.toContain("hull");
    expect(names(others)[0]).toBe("yard");
    expect(reason(others, "yard", "circle")).toMatchObject({ organisations: [{ id: "hull", share: 1 }] });
  });
});

describe("learning from outcomes", () => {
  const example = [
    { values: { text: 1, network: 0 }, outcome: 0 },
    { values: { text: 0.5, network: 1 }, outcome: 1 },
  ];

  it("moves little after one example and more after many", () => {
    const one = learn([example]).weights.network;
    const many = learn(Array.from({ length: 200 }, () => example)).weights.network;
    expect(one).toBeGreaterThan(startWeights.network);
    expect(one).toBeLessThan(startWeights.network * 1.2);
    expect(many).toBeGreaterThan(one);
  });

  it("keeps weights at 0 or above, and those no example speaks of", () => {
    const { weights, before, after } = learn(Array.from({ length: 500 }, () => example));
    expect(Math.min(...Object.values(weights))).toBeGreaterThanOrEqual(0);
    expect(weights.place).toBe(startWeights.place);
    expect(after).toBeLessThan(before);
  });

  it("learns nothing where all outcomes are alike", () => {
    expect(learn([[{ values: { text: 1 }, outcome: 1 }]])).toMatchObject({ used: 0, weights: startWeights });
  });

  it("takes the values that ranking sees", () => {
    const [hull] = signalValues(corpus, ask, ["hull", "nobody"]);
    expect(hull).toMatchObject({ organisation: "hull", values: { text: 1 } });
  });
});
