import { describe, expect, it } from "vitest";
import { folded, searchedWords } from "./words.ts";

const spellingsOf = (text: string) => searchedWords(text).map((word) => word.spellings);

describe("the words of a question", () => {
  it.each([
    [
      "Universität Lübeck",
      [
        ["universitat", "universitaet"],
        ["lubeck", "luebeck"],
      ],
    ],
    ["Muenchen", [["muenchen", "munchen"]]],
    ["Straßenbau", [["strassenbau"]]],
    ["L'Oréal & Cie.", [["l"], ["oreal"], ["cie"]]],
  ])("%s is looked for in every spelling of registers", (text, spellings) => {
    expect(spellingsOf(text)).toEqual(spellings);
  });

  it("leave connecting words out, unless nothing else was asked", () => {
    expect(spellingsOf("Institut für Technik")).toEqual([["institut"], ["technik"]]);
    expect(spellingsOf("IT")).toEqual([["it"]]);
    expect(spellingsOf("die")).toEqual([["die"]]);
  });

  it("take only the last one for the beginning of a word", () => {
    expect(searchedWords("wind ener").map((word) => word.begun)).toEqual([false, true]);
  });

  it("keep the neighbours of a q and of vowels as they are: queue is not qu", () => {
    expect(spellingsOf("queue")).toEqual([["queue"]]);
    expect(spellingsOf("neue")).toEqual([["neue"]]);
  });

  it.each(["", "  ", "&|!():*'\"\\", "½ ™", "\u0000"])(
    "hold no operator and nothing empty for %j",
    (text) => {
      expect(searchedWords(text)).toEqual([]);
    },
  );
});

describe("folding", () => {
  it.each([
    ["ÅRHUS", "arhus"],
    ["Œuvre", "oeuvre"],
    ["ŁÓDŹ", "lodz"],
    ["Großhandel", "grosshandel"],
  ])("%s is read as %s", (text, plain) => expect(folded(text)).toBe(plain));
});
