import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as analytics from "../src/index.ts";
import { entries } from "./extract.ts";
import { reference } from "./reference.ts";

const all = entries();
const functions = all.filter(({ kind }) => kind === "function");

describe("the reference", () => {
  it("is as the docstrings are now", () => {
    expect(readFileSync(join(import.meta.dirname, "reference.md"), "utf8")).toBe(reference());
  });

  it("names all that the library exports", () => {
    const values = all.filter(({ kind }) => kind !== "type").map(({ name }) => name);
    expect(values.sort()).toEqual(Object.keys(analytics).sort());
  });

  it("leads each link to one place", () => {
    const text = reference();
    const anchors = [...text.matchAll(/^#{1,3} (.+)$/gm)].map(([, title]) =>
      title!
        .toLowerCase()
        .replace(/[^\w -]/g, "")
        .replaceAll(" ", "-"),
    );
    expect(anchors.filter((anchor, k) => anchors.indexOf(anchor) < k)).toEqual([]);
    const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor!);
    expect(links.filter((link) => !anchors.includes(link))).toEqual([]);
  });

  const described = all.filter(({ kind }) => kind === "function" || kind === "class");

  it.each(described.map((entry) => [entry.name, entry] as const))("says what %s is", (_, entry) => {
    expect(entry.text.length).toBeGreaterThan(20);
  });
});

describe("the README", () => {
  it("shows code that runs", async () => {
    const text = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
    const code = [...text.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, block]) =>
      block!.replace(/^import .*\n/gm, ""),
    );
    expect(code.length).toBe(2);
    const districts = ["Hamburg", "Bremen", "Kiel", "Rostock"];
    const jobs = ["pilot", "docker", "baker", "coder"];
    const lines = districts.flatMap((district, d) =>
      jobs.map((job, j) => `${district},${job},2021,${1 + ((d * 7 + j * 5) % 11)}`),
    );
    const world = {
      ...analytics,
      readFileSync: () => ["district,occupation,year,employees", ...lines].join("\n"),
      console: { warn: () => {}, table: (rows: unknown[]) => shown.push(rows) },
      shown: (name: string, value: unknown) => shown.push([name, value]),
    };
    const shown: unknown[] = [];
    const body = stripTypeScriptTypes(
      `async function readme() {\n${code.join("\n")}\nshown("eci", eci); shown("density", density); shown("cog", cog);\n}`,
    );
    await new Function(...Object.keys(world), `return ${body.trim()}`)(...Object.values(world))();
    expect((shown[0] as unknown[]).length).toBeGreaterThan(0);
    for (const [name, value] of shown.slice(1) as [string, unknown][])
      expect([name, value === undefined]).toEqual([name, false]);
  });
});

describe("the examples", () => {
  it("are there for every function", () => {
    expect(
      functions.filter(({ examples }) => examples.length === 0).map(({ name, file }) => `${file}: ${name}`),
    ).toEqual([]);
  });

  const shown = all.flatMap(({ name, examples }) => examples.map((example) => [name, example] as const));

  // A line that ends in `// value` shows the value of its expression.
  it.each(shown)("of %s run and give what they say", async (_, example) => {
    const told: [said: string, was: unknown][] = [];
    const lines = example.split("\n").map((line) => {
      const match = /^([^/].*?);?\s+\/\/ (.+)$/.exec(line);
      if (!match || !isValue(match[2]!)) return line;
      const [, code, said] = match;
      const named = /^(?:const|let) (\w+)(?:: [^=]+)? = /.exec(code!);
      return named
        ? `${code}; told(${JSON.stringify(said)}, ${named[1]});`
        : `told(${JSON.stringify(said)}, ${code!.startsWith("await ") ? `(${code})` : code});`;
    });
    const body = stripTypeScriptTypes(`async function example(told) {\n${lines.join("\n")}\n}`);
    const run = new Function(...Object.keys(analytics), `return ${body.trim()}`)(...Object.values(analytics));
    await run((said: string, was: unknown) => told.push([said, was]));
    for (const [said, was] of told) expect(near(plain(was))).toEqual(near(read(said)));
  });
});

const isValue = (said: string) => {
  try {
    read(said);
    return true;
  } catch {
    return false;
  }
};

/** `[1, NaN]` and the like, also as Node prints lists, as a value. Words that are no value throw. */
const read = (said: string): unknown =>
  new Function(`"use strict"; return (${said.replace(/\b\w+Array(\(\d+\))? (?=\[)/g, "")})`)();

function plain(value: unknown): unknown {
  if (value instanceof analytics.Matrix) return value.toRows();
  if (value instanceof analytics.Presence) return value.toMatrix().toRows();
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>);
  return value;
}

/** Numbers are told in the digits that matter to a reader: three. */
function near(value: unknown): unknown {
  if (typeof value === "number" && Number.isFinite(value))
    return value === 0 ? 0 : Number(value.toPrecision(3));
  if (Array.isArray(value)) return value.map((item) => near(plain(item)));
  if (value && typeof value === "object" && !ArrayBuffer.isView(value))
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, near(plain(item))]));
  return plain(value);
}
