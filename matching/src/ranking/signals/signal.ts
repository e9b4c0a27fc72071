import type { Reason, SignalName } from "../types.ts";

/** What one signal says about organisations, by their position in the corpus. */
export type Signal = {
  name: SignalName;
  /** 0..1; more is better. */
  value(organisation: number): number;
  /** Why, for an organisation whose value is above 0. */
  reason(organisation: number, share: number): Reason;
};
