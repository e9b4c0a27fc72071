import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { filesOf, readCase } from "./cases.ts";
import { failure, nameOf } from "./check.ts";

const root = resolve(import.meta.dirname, "../..");
const folders = [
  resolve(import.meta.dirname, "cases"),
  process.env.KONTOR_GOLDEN ?? resolve(root, "../shared/golden"),
];

for (const folder of folders.filter((folder) => existsSync(folder))) {
  describe.each(filesOf(folder).map((path) => [basename(path), path]))(
    `${basename(folder)}/%s`,
    (_, path) => {
      const golden = readCase(path);
      it.each(golden.expected.map((entry) => [nameOf(entry), entry] as const))("%s", (_name, entry) => {
        expect(failure(golden, entry)).toBeUndefined();
      });
    },
  );
}
