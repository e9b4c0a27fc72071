import { describe, expect, it } from "vitest";
import { ahead, hintOf } from "./language.ts";
import { fold, ngramsOf, ngramText } from "./ngrams.ts";
import { Scanner } from "./scan.ts";
import { stem } from "./stem.ts";
import { partsOf } from "./words.ts";

const scanner = new Scanner();
/** The words of a text as written; a pause is a bar. */
const written = (text: string) => {
  scanner.read(text);
  return Array.from({ length: scanner.count }, (_, at) => scanner.word(at) || "|").join(" ");
};

describe("cutting a text into words", () => {
  it.each([
    ["Li-Ion cells, R&D", "Li-Ion cells | R&D"],
    ["state-of-the-art (SotA)", "state-of-the-art | SotA |"],
    ["see https://kontor.example/a-b?c=d or www.kontor.example now", "see or now"],
    ["ask jane.doe@kontor.example!", "ask jane |"],
    ["jane@kontor.example, at noon", "at noon"],
    ["C++, C# and A+B", "C++ | C# and A B"],
    ["CO₂ 5G 3.5", "CO₂ 5G 3 | 5"],
    ["- dash -dash- 'tis", "dash dash tis"],
    ["łódź·Größe/водород", "łódź Größe водород"],
    ["wasser\u00adstoff", "wasser\u00adstoff"],
    ["smile 😀 on", "smile on"],
    ["re: work", "re | work"],
    ["", ""],
    ["end-", "end"],
  ])("%s", (text, words) => expect(written(text)).toBe(words));
});

describe("the words in what is written without a gap", () => {
  it.each([
    ["Hydrogen", ["hydrogen"], undefined],
    ["Li-Ion", ["li", "ion"], "liion"],
    ["COVID‑19", ["covid", "19"], "covid19"],
    ["SmartCity", ["smart", "city"], "smartcity"],
    ["mRNA", ["rna"], "mrna"],
    ["IoT", ["iot"], undefined],
    ["CO₂", ["co2"], undefined],
    ["R&D", ["r&d"], undefined],
    ["C++", ["c++"], undefined],
    ["company's", ["company"], undefined],
    ["l’eau", ["eau"], undefined],
    ["wasser\u00adstoff", ["wasserstoff"], undefined],
    ["x", [], undefined],
    ["7", [], undefined],
    ["a".repeat(41), [], undefined],
    ["one-two-three-four", ["one", "two", "three", "four"], undefined],
    ["ＷＩＤＥ", ["wide"], undefined],
  ])("%s", (word, sequence, whole) => expect(partsOf(word)).toEqual({ sequence, whole }));
});

describe("the language of a text", () => {
  const guess = (text: string) => {
    const votes = [0, 0, 0, 0];
    for (const word of text.toLowerCase().split(" "))
      for (const [i, n] of hintOf(word).entries()) votes[i]! += n;
    return ahead(votes);
  };

  it.each([
    ["we look for a partner who can weld the hull of a ship", "en"],
    ["wir suchen einen Partner für die Fertigung von Brennstoffzellen", "de"],
    ["szukamy partnera do produkcji ogniw paliwowych w Polsce", "pl"],
    ["мы ищем партнёра для производства топливных элементов", "ru"],
    ["Airbus Helmut Schmidt Kiel", undefined],
  ])("%s: %s", (text, language) => expect(guess(text)).toBe(language));
});

describe("a stem", () => {
  it.each([
    ["en", "batteries", "battery"],
    ["de", "speicherung", "speicherungen"],
    ["pl", "energetyczna", "energetycznych"],
    ["ru", "водород", "водорода"],
    ["ru", "ещё", "еще"],
  ] as const)("is one in %s for %s and %s", (language, a, b) =>
    expect(stem(a, language)).toBe(stem(b, language)),
  );

  it("leaves names with digits and signs as they are", () => {
    expect(["co2", "c++", "r&d", "5g"].map((word) => stem(word, "en"))).toEqual(["co2", "c++", "r&d", "5g"]);
    expect(stem("years", "en")).toBe("year");
  });
});

describe("n-grams", () => {
  it("are those of 3 to 5 characters, with the ends of the word", () => {
    expect(ngramsOf("5g").map(ngramText)).toEqual([" 5g", " 5g ", "5g "]);
    expect(ngramsOf("ship").map(ngramText)).toEqual([
      " sh",
      " shi",
      " ship",
      "shi",
      "ship",
      "ship ",
      "hip",
      "hip ",
      "ip ",
    ]);
  });

  it("are in Latin letters without marks; what has none is one sign", () => {
    expect(fold("łódź größe водород щи")).toBe("lodz grosse vodorod shchi");
    expect(ngramsOf("größe")).toEqual(ngramsOf("grosse"));
    expect(ngramsOf("αβ").map(ngramText)).toEqual([" ??", " ?? ", "?? "]);
  });

  it("are not made of numbers", () => expect(ngramsOf("2030")).toEqual([]));

  it("have numbers of their own", () => {
    const words = ["hydrogen", "hydro", "ship", "ships", "5g", "a0b1c2"];
    const grams = new Map(words.flatMap((word) => ngramsOf(word).map((code) => [code, ngramText(code)])));
    expect(new Set(grams.values()).size).toBe(grams.size);
  });
});
