import type { Reason, SignalName } from "../types.ts";

/** What one signal says about organisations, by their position in the corpus. */
export type Signal = {
  name: SignalName;
  /** What it is mixed from, each 0..1, in the order of `mixes[name]`. */
  parts(organisation: number): readonly number[];
  /** Why, for an organisation for which one of the parts is above 0. */
  reason(organisation: number, share: number): Reason;
};
