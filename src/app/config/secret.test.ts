import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../testing/folder.ts";
import { readSecret } from "./secret.ts";

it("makes the secret once, for its owner alone, also where two start at once", async () => {
  const path = join(await temporaryFolder(), "data/secret");
  const [one, two] = await Promise.all([
    readSecret({ kind: "file", path }),
    readSecret({ kind: "file", path }),
  ]);
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(two).toBe(one);
  expect(await readSecret({ kind: "file", path })).toBe(one);
  expect(await readFile(path, "utf8")).toBe(`${one}\n`);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

it("takes the secret that is given", async () => {
  expect(await readSecret({ kind: "given", value: "x".repeat(40) })).toBe("x".repeat(40));
});
