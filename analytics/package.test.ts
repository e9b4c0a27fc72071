import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as source from "./src/index.ts";

const run = promisify(execFile);
let folder: string;
let dist: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kontor-analytics-"));
  const { buildPackage } = (await import(join(import.meta.dirname, "build.mjs"))) as {
    buildPackage(outdir: string, options: { types: boolean }): Promise<string>;
  };
  dist = await buildPackage(join(folder, "dist"), { types: false });
});
afterAll(() => rm(folder, { recursive: true }));

describe("the package as it is published", () => {
  it("exports what its source exports, and needs nothing else", async () => {
    const built = await import(/* @vite-ignore */ pathToFileURL(join(dist, "index.js")).href);
    expect(Object.keys(built).sort()).toEqual(Object.keys(source).sort());
    expect(
      built
        .locationQuotient([
          [8, 2],
          [2, 8],
        ])
        .toRows(),
    ).toEqual([
      [1.6, 0.4],
      [0.4, 1.6],
    ]);
  });

  it("shares the work among threads", async () => {
    const { createWorkers } = await import(/* @vite-ignore */ pathToFileURL(join(dist, "index.js")).href);
    const workers = await createWorkers({ threads: 2 });
    expect(workers.threads).toBe(2);
    await workers.close();
  });

  it("runs as a command", async () => {
    const file = join(folder, "hanse.csv");
    await writeFile(
      file,
      "region,activity,value\nHamburg,aviation,8\nHamburg,ports,2\nKiel,aviation,2\nKiel,ports,8\n",
    );
    const { stdout } = await run(process.execPath, [join(dist, "cli.js"), "lq", file]);
    expect(stdout).toBe(
      "region,activity,lq\nHamburg,aviation,1.6\nHamburg,ports,0.4\nKiel,aviation,0.4\nKiel,ports,1.6\n",
    );
  });

  it("leaves out of a bundle what is not used", async () => {
    const contents = `import { locationQuotient } from ${JSON.stringify(join(dist, "index.js"))}; console.log(locationQuotient([[1]]));`;
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: folder },
      bundle: true,
      minify: true,
      format: "esm",
      platform: "browser",
      external: ["node:*"],
      write: false,
    });
    expect(outputFiles[0]!.contents.length).toBeLessThan(8000);
  });

  it("uses Node nowhere but in the command", async () => {
    const { metafile } = await build({
      entryPoints: [join(import.meta.dirname, "src/index.ts")],
      bundle: true,
      format: "esm",
      platform: "browser",
      write: false,
      metafile: true,
    });
    const outside = Object.values(metafile!.inputs).flatMap(({ imports }) =>
      imports.filter(({ path }) => path.startsWith("node:")),
    );
    expect(outside).toEqual([]);
    const ours = /(^|\/)(analytics\/src\/|node_modules\/d3-dsv\/)/;
    expect(Object.keys(metafile!.inputs).filter((file) => !ours.test(file))).toEqual([]);
  });
});
