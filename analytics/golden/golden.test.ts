import { basename, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { filesOf, readCase } from "./cases.ts";
import { failure, nameOf } from "./check.ts";

// KONTOR_GOLDEN names a folder with more of them.
const { KONTOR_GOLDEN } = process.env;
const folders = [resolve(import.meta.dirname, "cases"), ...(KONTOR_GOLDEN ? [KONTOR_GOLDEN] : [])];

for (const folder of folders) {
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
