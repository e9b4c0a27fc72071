import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as matching from "../src/index.ts";
import { everything, pages } from "./reference.ts";

const all = everything();

describe("the reference", () => {
  it.each([...pages()])("is in %s as the docstrings are now", (name, text) => {
    expect(readFileSync(join(import.meta.dirname, name), "utf8")).toBe(text);
  });

  it("names all that the library exports", () => {
    const values = all.filter(({ kind }) => kind !== "type").map(({ name }) => name);
    expect(values.sort()).toEqual(Object.keys(matching).sort());
  });

  const described = all.filter(({ kind }) => kind === "function" || kind === "class");

  it.each(described.map((entry) => [entry.name, entry] as const))("says what %s is", (_, entry) => {
    expect(entry.text.length).toBeGreaterThan(20);
  });
});

describe("the examples", () => {
  const ofText = all.filter(({ chapter }) => chapter === "text");
  const shown = ofText.flatMap(({ name, examples }) => examples.map((example) => [name, example] as const));
  const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
  const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(
    ([, block]) => ["the README", block!] as const,
  );

  it.each([...shown, ...blocks])("of %s run and give what they say", async (_, example) => {
    const told: [said: string, was: unknown][] = [];
    const body = example
      .replace(/^import .*\n/gm, "")
      .replace(
        /^(?!const|let|\s)(.*?);\s+\/\/ ([["\d{].*)$/gm,
        (_, code, said) => `told(${JSON.stringify(said)}, ${code});`,
      );
    const run = new Function(
      ...Object.keys(matching),
      `return ${stripTypeScriptTypes(`async function example(told) {\n${body}\n}`).trim()}`,
    )(...Object.values(matching));
    await run((said: string, was: unknown) => told.push([said, was]));
    expect(told.length).toBeGreaterThan(0);
    for (const [said, was] of told) expect(near(was)).toEqual(new Function(`return (${said})`)());
  });
});

/** Numbers are told in the digits that matter to a reader. */
const near = (value: unknown) => (typeof value === "number" ? Number(value.toPrecision(4)) : value);
