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

/**
 * Which engine all measures use from now on: "wasm" (the default; where it cannot run, TypeScript takes over) or "plain". The
 * numbers are the same but for rounding in the last digits; this is for whoever wants to see that, or how much it saves.
 *
 * @example
 * setEngine("plain");
 * engine(); // "plain"
 * setEngine("wasm");
 */
export function setEngine(engine: Engine): void {
  chosen = engine;
}

/** The engine that is wished; see `setEngine`. */
export const engine = (): Engine => chosen;

/** A kernel from its module as base64, compiled for memory of its own. */
export function kernel<Exports>(code: string): Kernel<Exports> {
  const compiled: { own?: WebAssembly.Module | null; shared?: WebAssembly.Module | null } = {};
  const module = (kind: "own" | "shared") => {
    if (compiled[kind] === undefined) compiled[kind] = compile(code, kind);
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
function compile(base64: string, kind: "own" | "shared"): WebAssembly.Module | null {
  try {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    // A module says of the memory it imports whether that is shared; this bit is all the difference.
    if (kind === "shared") bytes[limitsOfMemory(bytes)]! |= 2;
    return new WebAssembly.Module(bytes);
  } catch {
    return null;
  }
}

/** Where a module that imports "env" "memory" has the flags of its limits. */
function limitsOfMemory(bytes: Uint8Array): number {
  const name = Array.from("\u0003env\u0006memory\u0002", (letter) => letter.charCodeAt(0));
  for (let at = 0; at + name.length < bytes.length; at++)
    if (name.every((byte, k) => bytes[at + k] === byte)) return at + name.length;
  throw new Error("This kernel imports no memory.");
}

const isShared = (memory: WebAssembly.Memory): boolean =>
  typeof SharedArrayBuffer !== "undefined" && memory.buffer instanceof SharedArrayBuffer;
