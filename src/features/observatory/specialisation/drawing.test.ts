import { expect, it } from "vitest";
import { drawing } from "./drawing.ts";

const html = `<div><svg class="plot" viewBox="0 0 8 6"><svg x="1"><path d="M0,0"/></svg><circle r="1"/></svg><p><svg class="key"></svg></p></div>`;

it("takes the picture of a page without its key, keeps what it shows, and says title and source", () => {
  const svg = drawing({ title: "Ships & <planes>", words: ["a source"], html, height: 100 });
  expect(svg).toContain(
    'viewBox="0 0 8 6" overflow="visible"><svg x="1"><path d="M0,0"/></svg><circle r="1"/></svg>',
  );
  expect(svg).not.toContain("key");
  expect(svg).toContain(">Ships &amp; &lt;planes&gt;</text>");
  expect(svg).toContain(">a source</text>");
});

it("breaks a long line between words", () => {
  const words = Array.from({ length: 60 }, () => "words").join(" ");
  const lines = [
    ...drawing({ title: "", words: [words], html, height: 1 }).matchAll(/class="words"[^>]*>([^<]*)</g),
  ];
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.map((line) => line[1]).join(" ")).toBe(words);
});
