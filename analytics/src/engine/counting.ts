import { type CooccurrenceKernel, cooccurrence } from "../wasm/cooccurrence.ts";
import { type SumsKernel, sums } from "../wasm/sums.ts";

/** The kernels that work on lists and bits, on one memory. */
export function counting(memory: WebAssembly.Memory): (CooccurrenceKernel & SumsKernel) | undefined {
  const [count, add] = [cooccurrence.on(memory), sums.on(memory)];
  return count && add && { ...count, ...add };
}
