import type { Kernel } from "./kernel.ts";

const PAGE = 65536;
/** Beyond this the memory of one call is given back after it, instead of being kept for the next. */
const KEPT_BYTES = 32 * 2 ** 20;
/** Where the first list begins; address 0 stays empty. */
const START = 64;
/** Lists begin on a cache line. */
const LINE = 64;
const MOST_BYTES = 2 ** 32 - PAGE;

/** The memory of one call and the kernel that works on it. A list's address inside is its `byteOffset`. */
export interface Workspace<Exports> {
  readonly run: Exports;
  readonly memory: WebAssembly.Memory;
  /**
   * A list of so many, beginning on a cache line. It holds what an earlier call left there: fill it. Ask for no more in all than
   * the workspace was opened for.
   */
  bytes(length: number): Uint8Array;
  u16(length: number): Uint16Array;
  i32(length: number): Int32Array;
  u32(length: number): Uint32Array;
  f64(length: number): Float64Array;
}

type Kept = { memory: WebAssembly.Memory; run: unknown };
const kept = /* @__PURE__ */ new WeakMap<object, Kept>();

/** Bytes for lists of these sizes (in bytes), each on a cache line of its own. */
export const bytesFor = (...sizes: number[]): number =>
  sizes.reduce((total, size) => total + Math.ceil(size / LINE) * LINE, 0);

/**
 * A workspace of so many bytes (see `bytesFor`), or `undefined` where TypeScript has to do it. Lists taken from it are good
 * until the next workspace of this kernel is opened: copy what shall last.
 */
export function workspace<Exports>(kernel: Kernel<Exports>, bytes: number): Workspace<Exports> | undefined {
  if (!kernel.runs() || bytes + START > MOST_BYTES) return undefined;
  const opened = open(kernel, Math.ceil((bytes + START) / PAGE));
  return opened && lists(opened.run as Exports, opened.memory);
}

function open<Exports>(kernel: Kernel<Exports>, pages: number): Kept | undefined {
  const known = kept.get(kernel);
  const large = pages * PAGE > KEPT_BYTES;
  try {
    if (known && !large) {
      const missing = pages - known.memory.buffer.byteLength / PAGE;
      if (missing > 0) known.memory.grow(missing);
      return known;
    }
    const memory = new WebAssembly.Memory({ initial: pages, maximum: 65536 });
    const run = kernel.on(memory);
    if (!run) return undefined;
    const fresh = { memory, run };
    if (!large) kept.set(kernel, fresh);
    return fresh;
  } catch {
    // No room for it in one piece: the plain algorithm needs less at once.
    return undefined;
  }
}

function lists<Exports>(run: Exports, memory: WebAssembly.Memory): Workspace<Exports> {
  let next = START;
  const take = (bytes: number) => {
    const at = next;
    next += Math.ceil(bytes / LINE) * LINE;
    if (next > memory.buffer.byteLength)
      throw new RangeError("A workspace was opened for less than is asked of it.");
    return at;
  };
  const { buffer } = memory;
  return {
    run,
    memory,
    bytes: (length) => new Uint8Array(buffer, take(length), length),
    u16: (length) => new Uint16Array(buffer, take(2 * length), length),
    i32: (length) => new Int32Array(buffer, take(4 * length), length),
    u32: (length) => new Uint32Array(buffer, take(4 * length), length),
    f64: (length) => new Float64Array(buffer, take(8 * length), length),
  };
}
