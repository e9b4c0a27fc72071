import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as source from "./src/index.ts";

let folder: string;
let dist: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kontor-matching-"));
  const { buildPackage } = (await import(join(import.meta.dirname, "build.mjs"))) as {
    buildPackage(outdir: string, options: { types: boolean }): Promise<string>;
  };
  dist = await buildPackage(join(folder, "dist"), { types: false });
  // HiGHS is the one thing the package is installed with.
  await symlink(join(import.meta.dirname, "../node_modules"), join(folder, "node_modules"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("the package as it is published", () => {
  it("exports what its source exports, and works", async () => {
    const built = (await import(
      /* @vite-ignore */ pathToFileURL(join(dist, "index.js")).href
    )) as typeof source;
    expect(Object.keys(built).sort()).toEqual(Object.keys(source).sort());
    const index = new built.TextIndex();
    index.add({ id: "a", fields: { title: "Baterie dla statków" }, language: "pl" });
    expect(index.search("bateria", { features: "ngrams" })).toHaveLength(1);
  });

  it("finds the solver beside itself", async () => {
    const { planMeetings } = (await import(
      /* @vite-ignore */ pathToFileURL(join(dist, "index.js")).href
    )) as typeof source;
    const { talks } = await planMeetings(
      {
        slots: [{ id: "10:00", from: 0, to: 1 }],
        tables: [{ id: "1" }],
        participants: [{ id: "Ada" }, { id: "Ben" }],
        wishes: [{ from: "Ada", to: "Ben" }],
      },
      { solver: "highs" },
    );
    expect(talks).toHaveLength(1);
  });

  it("uses nothing of Node, and nothing but the stemmers and the solver", async () => {
    const { metafile } = await build({
      entryPoints: [join(import.meta.dirname, "src/index.ts")],
      bundle: true,
      format: "esm",
      platform: "neutral",
      mainFields: ["module", "main"],
      external: ["highs"],
      write: false,
      metafile: true,
    });
    const outside = Object.values(metafile!.inputs).flatMap(({ imports }) =>
      imports.filter(({ external }) => external),
    );
    expect([...new Set(outside.map(({ path }) => path))].sort()).toEqual(["highs"]);
    const known = /(^|\/)(matching\/src\/|node_modules\/(@orama\/stemmers|@nlpjs\/(lang-pl|core))\/)/;
    expect(Object.keys(metafile!.inputs).filter((file) => !known.test(file))).toEqual([]);
  });
});
