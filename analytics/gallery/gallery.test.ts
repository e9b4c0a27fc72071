import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as analytics from "../src/index.ts";
import { PICTURES, page } from "./page.ts";

const read = (file: string) => readFileSync(join(import.meta.dirname, file), "utf8");

describe("the gallery", () => {
  it("shows every picture, with the code of its test", async () => {
    const drawn = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".svg"));
    expect(PICTURES.map((name) => `${name}.svg`).sort()).toEqual(drawn.sort());
    await expect(page()).toMatchFileSnapshot("../docs/gallery.md");
  });

  it.each(PICTURES)("computes %s with what the library exports", (name) => {
    const code = read(`${name}.test.ts`);
    const [, names] = /import \{([^}]*)\} from "\.\.\/src\/index\.ts"/.exec(code)!;
    const wanted = names!.split(",").map((one) => one.trim());
    expect(Object.keys(analytics)).toEqual(expect.arrayContaining(wanted.filter(Boolean)));
    expect(code).toContain("// #region example");
  });

  it.each(PICTURES)("draws %s for light and dark, for readers of the screen, and to the pixel", (name) => {
    const svg = read(`${name}.svg`);
    expect(svg).toContain('role="img" aria-labelledby="title description"');
    expect(svg).toContain("@media (prefers-color-scheme:dark)");
    expect(svg).not.toMatch(/NaN|undefined|Infinity|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
    expect(svg).not.toMatch(/\d\.\d{3,}"/);
  });
});
