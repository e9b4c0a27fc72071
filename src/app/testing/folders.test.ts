import { describe, expect, it } from "vitest";
import { projectSources, strayArrows } from "./folders.ts";

const importing = (file: string, path: string) => [{ file, text: `import { x } from "${path}";\n` }];

describe("the arrows between folders", () => {
  it("all point the right way", () => {
    const sources = projectSources();
    expect(sources.length).toBeGreaterThan(50);
    expect(strayArrows(sources)).toEqual([]);
  });

  it.each([
    ["kernel/money.ts", "../ui/table.tsx"],
    ["ui/table.tsx", "../access/can.ts"],
    ["access/can.ts", "../features/registry/store.ts"],
    ["features/registry/rules.ts", "../network/store.ts"],
    ["features/registry/deep/rules.ts", "../../network/store.ts"],
    ["features/registry/routes.ts", "../../app/http/serve.ts"],
    ["app/start.ts", "../cli/main.ts"],
    ["cli/main.ts", "../ui/table.tsx"],
    ["app/start.ts", "./testing/database.ts"],
  ])("%s may not import %s", (file, path) => {
    expect(strayArrows(importing(file, path))).toHaveLength(1);
    expect(strayArrows([{ file, text: `import type {\n  X,\n  Y,\n} from "${path}";\n` }])).toHaveLength(1);
    expect(strayArrows([{ file, text: `export * from "${path}";\n` }])).toHaveLength(1);
    expect(strayArrows([{ file, text: `const x = await import("${path}");\n` }])).toHaveLength(1);
  });

  it.each([
    ["kernel/money.ts", "./result.ts"],
    ["access/can.ts", "../features/registry/policy.ts"],
    ["features/registry/routes.ts", "../network/feature.ts"],
    ["features/registry/deep/rules.ts", "../store.ts"],
    ["features/registry/routes.test.ts", "../../app/testing/database.ts"],
    ["cli/main.ts", "../app/start.ts"],
    ["app/start.ts", "node:fs"],
  ])("%s may import %s", (file, path) => {
    expect(strayArrows(importing(file, path))).toEqual([]);
  });

  it("make no ring, other than of types", () => {
    const ring = (word: string) => [
      { file: "kernel/a.ts", text: `import { b } from "./b.ts";\n` },
      { file: "kernel/b.ts", text: `import { c } from "./c.ts";\n` },
      { file: "kernel/c.ts", text: `import ${word}{ a } from "./a.ts";\n` },
    ];
    expect(strayArrows(ring(""))).toEqual([
      "a ring: src/kernel/a.ts → src/kernel/b.ts → src/kernel/c.ts → src/kernel/a.ts",
    ]);
    expect(strayArrows(ring("type "))).toEqual([]);
  });
});
