/** WebAssembly where this machine has it with SIMD, or the same algorithm in TypeScript. */
export type Engine = "wasm" | "plain";

/** A WebAssembly module that is compiled when first wanted, or never where it cannot be. */
export interface Kernel<Exports> {
  /** Runs on `memory`; `undefined` where WebAssembly SIMD is missing, forbidden or not wished. */
  on(memory: WebAssembly.Memory): Exports | undefined;
  /** Whether this machine runs it at all, on memory of its own or on shared memory. */
  runs(memory?: "own" | "shared"): boolean;
}

let chosen: Engine = "wasm";

/** Which engine all measures use from now on: "wasm" (the default; where it cannot run, TypeScript takes over) or "plain". */
export function setEngine(engine: Engine): void {
  chosen = engine;
}

/** The engine that is wished; see `setEngine`. */
export const engine = (): Engine => chosen;

/** A kernel from its two compilations, as base64: for memory of its own and for memory shared between workers. */
export function kernel<Exports>(code: { own: string; shared: string }): Kernel<Exports> {
  const compiled: { own?: WebAssembly.Module | null; shared?: WebAssembly.Module | null } = {};
  const module = (kind: "own" | "shared") => {
    compiled[kind] ??= compile(code[kind]);
    return compiled[kind];
  };
  return {
    on(memory) {
      if (chosen === "plain") return undefined;
      const program = module(isShared(memory) ? "shared" : "own");
      return program
        ? (new WebAssembly.Instance(program, { env: { memory } }).exports as Exports)
        : undefined;
    },
    runs: (kind = "own") => chosen === "wasm" && module(kind) !== null,
  };
}

/** `null` where a browser's policy forbids compiling or the machine lacks SIMD or threads. */
function compile(base64: string): WebAssembly.Module | null {
  try {
    return new WebAssembly.Module(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
  } catch {
    return null;
  }
}

const isShared = (memory: WebAssembly.Memory): boolean =>
  typeof SharedArrayBuffer !== "undefined" && memory.buffer instanceof SharedArrayBuffer;
