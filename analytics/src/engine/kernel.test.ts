import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { cooccurrence } from "../wasm/cooccurrence.ts";
import { setEngine } from "./kernel.ts";
import { bytesFor, workspace } from "./workspace.ts";

const { kernelNames, moduleText } = (await import(join(import.meta.dirname, "../../kernels/build.mjs"))) as {
  kernelNames(): Promise<string[]>;
  moduleText(name: string): Promise<string>;
};

afterEach(() => setEngine("wasm"));

describe("the kernels", () => {
  it("are committed as their sources compile", { timeout: 60_000 }, async () => {
    const names = await kernelNames();
    expect(names).toContain("cooccurrence");
    for (const name of names) {
      const committed = await readFile(join(import.meta.dirname, `../wasm/${name}.ts`), "utf8");
      expect(committed, `run \`npm run kernels\`: ${name}`).toBe(await moduleText(name));
    }
  });

  it("run on memory of their own and on shared memory", () => {
    expect(cooccurrence.runs("own")).toBe(true);
    expect(cooccurrence.runs("shared")).toBe(true);
    const shared = new WebAssembly.Memory({ initial: 1, maximum: 2, shared: true });
    expect(cooccurrence.on(shared)?.pairs16).toBeTypeOf("function");
  });

  it("give way to TypeScript when that is wished", () => {
    setEngine("plain");
    expect(cooccurrence.runs()).toBe(false);
    expect(workspace(cooccurrence, 100)).toBeUndefined();
  });

  it("give way to TypeScript where compiling is forbidden", async () => {
    vi.resetModules();
    vi.stubGlobal("WebAssembly", {
      Module: class {
        constructor() {
          throw new EvalError("refused by the policy of this page");
        }
      },
    });
    try {
      const { cooccurrence: unable } = await import("../wasm/cooccurrence.ts");
      expect(unable.runs()).toBe(false);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});

describe("a workspace", () => {
  it("gives lists that begin on cache lines, one behind the other", () => {
    const space = workspace(cooccurrence, bytesFor(3, 8 * 5))!;
    const bytes = space.bytes(3);
    const doubles = space.f64(5);
    expect(bytes.byteOffset % 64).toBe(0);
    expect(doubles.byteOffset - bytes.byteOffset).toBe(64);
    expect(doubles.length).toBe(5);
  });

  it("refuses more than it was opened for", () => {
    const space = workspace(cooccurrence, 100)!;
    expect(() => space.f64(space.memory.buffer.byteLength / 8)).toThrow(RangeError);
  });

  it("keeps the memory of small calls and gives back that of large ones", () => {
    const small = workspace(cooccurrence, 1000)!;
    expect(workspace(cooccurrence, 500)!.memory).toBe(small.memory);
    const large = workspace(cooccurrence, 40 * 2 ** 20)!;
    expect(large.memory).not.toBe(small.memory);
    expect(workspace(cooccurrence, 500)!.memory).toBe(small.memory);
  });
});
