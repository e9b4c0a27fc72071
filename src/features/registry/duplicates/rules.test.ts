import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPairs } from "./candidates.ts";
import { fold, wordsOf } from "./fold.ts";
import { withoutForm } from "./legal-forms.ts";
import { type Comparable, domainOf, prepare, vatOf } from "./prepare.ts";
import { rarityOf } from "./rarity.ts";
import { compare, likelihood } from "./rules.ts";

const rarity = rarityOf(
  new Map([
    ["university", 3000],
    ["institute", 2000],
  ]),
  30_000,
);
const score = (a: Omit<Comparable, "id">, b: Omit<Comparable, "id">) =>
  compare(prepare({ id: "a", ...a }), prepare({ id: "b", ...b }), rarity);

const organisation = fc.record({
  id: fc.uuid(),
  name: fc.oneof(
    fc.string({ minLength: 1, unit: "grapheme" }),
    fc.constantFrom(
      "Elbe Präzision GmbH",
      "ELBE PRAEZISION AG",
      "Università di Bari",
      "UMR 7285",
      "ООО Ромашка",
    ),
  ),
  shortName: fc.option(fc.string()),
  country: fc.option(fc.constantFrom("DE", "FR")),
  city: fc.option(fc.constantFrom("Hamburg", "HAMBURG", "Kiel")),
  street: fc.option(fc.constantFrom("Hafenstraße 3", "HAFENSTR. 3", "Kai 9")),
  postal: fc.option(fc.constantFrom("20457", "24103")),
  lat: fc.option(fc.double({ min: -90, max: 90, noNaN: true })),
  lon: fc.option(fc.double({ min: -180, max: 180, noNaN: true })),
  url: fc.option(
    fc.constantFrom("https://www.elbe.example", "http://elbe.example/de", "https://facebook.com/elbe"),
  ),
  vat: fc.option(fc.constantFrom("DE123456789", "123 456 789", "DE999999999")),
  lei: fc.option(fc.constantFrom("529900T8BM49AURSDO55", "5299000J2N45DDNE4Y28")),
});

describe("comparing two organisations", () => {
  it("says the same in either order", () => {
    fc.assert(
      fc.property(organisation, organisation, (a, b) => {
        expect(compare(prepare(a), prepare(b), rarity)).toEqual(compare(prepare(b), prepare(a), rarity));
      }),
    );
  });

  it("stays between impossible and certain", () => {
    fc.assert(
      fc.property(organisation, organisation, (a, b) => {
        const found = compare(prepare(a), prepare(b), rarity).score;
        expect(found).toBeGreaterThan(0);
        expect(found).toBeLessThan(1);
      }),
    );
  });

  it("holds nothing for likelier than the same again", () => {
    fc.assert(
      fc.property(organisation, organisation, (a, b) => {
        const own = Math.max(
          compare(prepare(a), prepare(a), rarity).score,
          compare(prepare(b), prepare(b), rarity).score,
        );
        expect(compare(prepare(a), prepare(b), rarity).score).toBeLessThanOrEqual(own + 1e-9);
      }),
    );
  });

  const here = { country: "DE", city: "Hamburg", street: "Hafenstraße 3", postal: "20457" };
  it("sees through spelling, case and legal form", () => {
    const found = score(
      { name: "Elbe Präzision GmbH", ...here },
      { name: "ELBE PRAEZISION", ...here, street: "HAFENSTR. 3" },
    );
    expect(found.reasons).toEqual(["same-name", "same-address"]);
    expect(likelihood(found.score)).toBe("surely");
  });

  it("suggests two with one VAT number whatever they are called", () => {
    const found = score(
      { name: "Hafenwerke", country: "DE", vat: "DE118509725" },
      { name: "Elbe Präzision", country: "DE", vat: "118.509.725" },
    );
    expect(likelihood(found.score)).toBe("perhaps");
    expect(found.reasons).toContain("same-vat");
  });

  it("believes a contradicting number more than a name", () => {
    const both = (vat: string) => ({ name: "Elbe Präzision GmbH", vat, ...here });
    expect(likelihood(score(both("DE118509725"), both("DE118509726")).score)).not.toBe("surely");
  });

  it("tells a holding, a department and another abroad from the same", () => {
    const name = "Elbe Präzision GmbH";
    const sure = score({ name, ...here }, { name, ...here }).score;
    for (const other of [
      { name: "Elbe Präzision Holding GmbH", ...here },
      { name: "Elbe Präzision AG", ...here },
      { name, country: "FR", city: "Paris" },
    ])
      expect(score({ name, ...here }, other).score).toBeLessThan(sure);
  });
});

describe("taking names apart", () => {
  it.each([
    ["ITALFARMACO S.p.A.", "italfarmaco", "stock company"],
    ["Nowa Huta Sp. z o.o.", "nowa huta", "limited company"],
    ["NANOSCRIBE GMBH & CO KG", "nanoscribe", "limited partnership"],
    [
      "Ústav anorganické chemie AV ČR, v.v.i.",
      "ustav anorganicke chemie av cr",
      "public research institution",
    ],
    ["AS Roma", "as roma", null],
    ["GmbH", "gmbh", null],
  ])("%s is %s", (name, words, form) => {
    const taken = withoutForm(wordsOf(name));
    expect([taken.words.join(" "), taken.form]).toEqual([words, form]);
  });

  it.each([
    ["Forschungszentrum für Öl", "FORSCHUNGSZENTRUM FUER OEL"],
    ["Πανεπιστήμιο", "Panepistimio"],
    ["Łódź", "LODZ"],
    ["Ромашка", "Romashka"],
  ])("%s and %s are written alike", (one, other) => expect(fold(one)).toBe(fold(other)));

  it("knows whose a web address is", () => {
    expect(domainOf("https://www.sales.example.co.uk/x")).toBe("example.co.uk");
    expect(domainOf("elbe.example")).toBe("elbe.example");
    for (const shared of ["https://facebook.com/elbe", "https://elbe.wixsite.com/home", "no address", null])
      expect(domainOf(shared)?.replace("elbe.wixsite.com", "own") ?? "own").toBe("own");
  });

  it("knows a VAT number from a word", () => {
    expect(vatOf("de 118.509.725", "DE")).toBe(vatOf("118509725", "DE"));
    expect(vatOf("NOT APPLICABLE", "DE")).toBeNull();
  });
});

describe("looking through many", () => {
  it("finds the same pairs as comparing each with each would", () => {
    const names = [
      "Elbe Präzision",
      "ELBE PRAEZISION GMBH",
      "Weser Optik",
      "Weser-Optik AG",
      "Havel Stahl",
      "Oder Chemie",
    ];
    const all = names.map((name, i) =>
      prepare({
        id: String(i),
        name,
        country: "DE",
        city: "Hamburg",
        street: `Kai ${Math.floor(i / 2)}`,
        postal: "1",
      }),
    );
    expect(findPairs(all).map((pair) => [pair.a, pair.b])).toEqual([
      ["0", "1"],
      ["2", "3"],
    ]);
    expect(findPairs(all, { among: new Set(["3"]) })).toHaveLength(1);
  });
});
