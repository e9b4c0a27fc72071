import type { Introduction } from "../store.ts";

export const COLUMNS = ["proposed", "asked", "accepted", "met"] as const;

/** These have left the board. */
export const ENDED = ["closed", "declined", "expired", "withdrawn"] as const;

/** In which column an introduction stands: with an outcome said by a side it has come to the last one. */
export function columnOf({
  state,
  outcome,
}: Pick<Introduction, "state" | "outcome">): (typeof COLUMNS)[number] | "outcome" {
  if (state === "proposed" || state === "asked" || state === "accepted") return state;
  return outcome === null || outcome === "nothing" ? "met" : "outcome";
}
