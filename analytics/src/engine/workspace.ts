import { engine, type Kernel } from "./kernel.ts";
import { Layout } from "./layout.ts";

const PAGE = 65536;
/** Beyond this the memory of one call is given back after it, instead of being kept for the next. */
export const KEPT_BYTES: number = 8 * 2 ** 20;
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

/** Kernels at work on one memory. */
export type Opened<Run> = { memory: WebAssembly.Memory; run: Run };

const kept = /* @__PURE__ */ new WeakMap<object, Opened<unknown>>();

/** Bytes for lists of these sizes (in bytes), each on a cache line of its own. */
export function bytesFor(...sizes: number[]): number {
  const layout = new Layout();
  for (const size of sizes) layout.take(size);
  return layout.end;
}

/**
 * A workspace of so many bytes (see `bytesFor`), or `undefined` where TypeScript has to do it. Lists taken from it are good
 * until the next workspace of this kernel is opened: copy what shall last.
 */
export function workspace<Exports>(kernel: Kernel<Exports>, bytes: number): Workspace<Exports> | undefined {
  const opened = open(kernel, (memory) => kernel.on(memory), bytes);
  return opened && lists(opened.run, opened.memory);
}

/**
 * Memory of at least `end` bytes and what `start` makes run on it, or `undefined` where that cannot be. Kept for the next call
 * with the same `key`, unless it is large.
 */
export function open<Run>(
  key: object,
  start: (memory: WebAssembly.Memory) => Run | undefined,
  end: number,
): Opened<Run> | undefined {
  if (engine() === "plain" || end > MOST_BYTES) return undefined;
  const pages = Math.ceil(end / PAGE);
  const known = kept.get(key) as Opened<Run> | undefined;
  const isLarge = pages * PAGE > KEPT_BYTES;
  try {
    if (known && !isLarge) {
      const missing = pages - known.memory.buffer.byteLength / PAGE;
      if (missing > 0) known.memory.grow(missing);
      return known;
    }
    const memory = new WebAssembly.Memory({ initial: pages, maximum: MOST_BYTES / PAGE });
    const run = start(memory);
    if (!run) return undefined;
    const fresh = { memory, run };
    if (!isLarge) kept.set(key, fresh);
    return fresh;
  } catch {
    // No WebAssembly, or no room for it in one piece: the plain algorithm needs less at once.
    return undefined;
  }
}

const keptShared = /* @__PURE__ */ new WeakMap<object, WebAssembly.Memory>();

/** Memory of at least so many bytes that workers can share; small ones are kept for the next call with the same `key`. */
export function sharedMemory(key: object, bytes: number): WebAssembly.Memory | undefined {
  if (engine() === "plain" || bytes > MOST_BYTES) return undefined;
  const isLarge = bytes > KEPT_BYTES;
  const known = isLarge ? undefined : keptShared.get(key);
  if (known) return known;
  const pages = Math.ceil((isLarge ? bytes : KEPT_BYTES) / PAGE);
  try {
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
    if (!isLarge) keptShared.set(key, memory);
    return memory;
  } catch {
    return undefined;
  }
}

/**
 * Shared memory weighs nothing in a thread's books, so that a thread with little else to tidy up never lets go of it. Memory of its own
 * of the same size does; it is never touched, and so never really taken.
 */
export function weigh(memory: WebAssembly.Memory): void {
  if (memory.buffer.byteLength <= KEPT_BYTES) return;
  try {
    new ArrayBuffer(memory.buffer.byteLength);
  } catch {
    // No room even for that: the thread has tidied up by now.
  }
}

function lists<Exports>(run: Exports, memory: WebAssembly.Memory): Workspace<Exports> {
  const { buffer } = memory;
  const layout = new Layout();
  const take = (bytes: number) => {
    const at = layout.take(bytes);
    if (layout.end > buffer.byteLength)
      throw new RangeError("A workspace was opened for less than is asked of it.");
    return at;
  };
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
