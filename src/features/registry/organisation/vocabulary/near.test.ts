import { describe, expect, it } from "vitest";
import { alike, bareWord, isNear, plainWord } from "./near.ts";

describe("two spellings of a word", () => {
  it.each([
    ["Leichtbau", "leichtbau"],
    ["Prüfstand", "Pruefstand"],
    ["Prüfstand", "Prufstand"],
    ["composite", "composites"],
    ["battery", "batteries"],
    ["Schweißung", "Schweissungen"],
    ["3D-printing", "3D printing"],
    ["rotor blade testing", "rotor blade tests"],
  ])("are offered for each other: %s, %s", (one, other) => {
    expect(isNear(one, other)).toBe(true);
  });

  it.each([
    ["C", "C++"],
    ["C++", "C#"],
    ["welding", "painting"],
    ["Leichtbau", "Hochbau"],
    ["acoustics", "optics"],
  ])("are different words: %s, %s", (one, other) => {
    expect(isNear(one, other)).toBe(false);
  });

  it("share nothing with an empty one", () => {
    expect(alike("", "welding")).toBe(0);
    expect(bareWord("")).toBe("");
  });

  it("make one code only where nothing but case and spaces differ", () => {
    expect(plainWord("  Rotor   Blades ")).toBe(plainWord("rotor blades"));
    expect(plainWord("rotor blade")).not.toBe(plainWord("rotor blades"));
  });
});
