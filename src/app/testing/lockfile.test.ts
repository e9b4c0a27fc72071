import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { projectFile } from "../../kernel/project-file.ts";

interface Lock {
  packages: Record<string, { optionalDependencies?: Record<string, string>; resolved?: string }>;
}

describe("the lockfile", () => {
  it("is complete for every platform and names no registry, as `npm run lock` leaves it", async () => {
    const text = await readFile(projectFile("package-lock.json"), "utf8");
    const { completed } = (await import(projectFile("bin/lock.mjs"))) as { completed(lock: Lock): Lock };
    expect(completed(JSON.parse(text))).toEqual(JSON.parse(text));
    // A folder of this repository is named; a registry never is.
    expect(text).not.toMatch(/"resolved": "[a-z]+:/);
  });

  it("pins every dependency exactly", async () => {
    const manifest = JSON.parse(await readFile(projectFile("package.json"), "utf8")) as Record<
      string,
      Record<string, string>
    >;
    for (const group of ["dependencies", "devDependencies", "optionalDependencies"])
      for (const [name, version] of Object.entries(manifest[group]!))
        expect([name, version]).toEqual([name, expect.stringMatching(/^\d/)]);
  });
});
