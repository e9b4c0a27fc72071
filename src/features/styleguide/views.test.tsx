import { describe, expect, it } from "vitest";
import { LOCALES } from "../../kernel/locale.ts";
import { StyleguidePage } from "./views.tsx";

describe.each(LOCALES)("every part of the face in %s", (locale) => {
  const html = String(<StyleguidePage locale={locale} nonce="" />);

  it("needs no inline style and no inline handler: the content policy would drop them", () => {
    expect(html.match(/\sstyle=.{0,40}|\son[a-z]+=.{0,40}/g)).toBeNull();
  });

  it("has every id once, and every reference to one leads somewhere", () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]!);
    expect(new Set(ids).size).toBe(ids.length);
    const references = [
      ...html.matchAll(/\s(?:for|aria-describedby|aria-labelledby|from)="([^"]+)"/g),
    ].flatMap((match) => match[1]!.split(" "));
    expect(references.filter((id) => !ids.includes(id))).toEqual([]);
    const anchors = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]!);
    expect(anchors.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("leaves nothing undefined, not a number, or untranslated", () => {
    expect(html.match(/undefined|NaN|\[object|\{\w+\}/g)).toBeNull();
  });

  it("draws coordinates with no more digits than anyone can see", () => {
    expect(html.match(/ [a-z\d-]{1,12}="-?\d+\.\d{3,}%?"/g)).toBeNull();
  });
});
