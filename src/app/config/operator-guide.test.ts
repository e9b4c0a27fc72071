import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { settings } from "./env.ts";

it("docs/operator.md describes every setting, and no other", () => {
  const guide = readFileSync(new URL("../../../docs/operator.md", import.meta.url), "utf8");
  const described = [...guide.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
  expect(described.toSorted()).toEqual(Object.keys(settings).toSorted());
});
