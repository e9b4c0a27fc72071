// The page of the gallery, made of the pictures and of the code that computes them.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** In the order of the page: from describing a region to what lies ahead of it. */
export const PICTURES = [
  "lorenz",
  "location-quotient",
  "shift-share",
  "product-space",
  "opportunities",
  "complexity-intervals",
  "k-density",
  "karate-club",
  "rank-intervals",
  "forecast",
  "back-test",
] as const;

const INTRODUCTION = `# Gallery

Each picture is drawn by a test in [analytics/gallery](../gallery), which compares it with the committed file; the code below a picture is the part of
that test that computes it. \`employees\` is the text of a CSV file: employees in Germany by state, district and occupation, with a column for 2013 and one
for 2021 ([where from](../gallery/NOTICE.md)). The functions are in the [reference](reference.md).
`;

const read = (file: string) => readFileSync(join(import.meta.dirname, file), "utf8");

export const page = (): string => `${[INTRODUCTION, ...PICTURES.map(section)].join("\n")}`;

function section(name: string): string {
  const svg = read(`${name}.svg`);
  const title = plain(/<title id="title">(.*?)<\/title>/.exec(svg)![1]!);
  const description = plain(/<desc id="description">(.*?)<\/desc>/.exec(svg)![1]!);
  return `## ${title}\n\n![${title}](../gallery/${name}.svg)\n\n${description}\n\n\`\`\`ts\n${example(name)}\n\`\`\`\n`;
}

/** What stands between the marks of a test file, moved to the left. */
function example(name: string): string {
  const lines = read(`${name}.test.ts`).split("\n");
  const inside = lines.slice(
    lines.findIndex((line) => line.trim() === "// #region example") + 1,
    lines.findIndex((line) => line.trim() === "// #endregion"),
  );
  return inside.map((line) => line.slice(2)).join("\n");
}

const plain = (text: string) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
