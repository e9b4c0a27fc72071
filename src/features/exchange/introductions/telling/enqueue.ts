import type { Context } from "../../../../access/context.ts";
import type { Unit } from "../../../../kernel/gateway.ts";
import type { Party } from "../words.ts";

/** What happened to an introduction, for those who are told of it. */
export type News =
  | "proposed"
  | "asked"
  | "accepted"
  | "declined"
  | "withdrawn"
  | "expired"
  | "met"
  | "closed"
  | "written"
  | "reminded"
  | "talk-proposed"
  | "talk-agreed"
  | "talk-declined"
  | "talk-expired"
  | "talk-withdrawn"
  | "talk-cancelled"
  | "outcome-asked"
  | "outcome-stated"
  | "outcome-confirmed"
  | "outcome-disputed";

export interface Tell {
  introduction: string;
  about: News;
  /** The talk or the outcome it is about. */
  talk?: string;
  outcome?: string;
  /** Who did it; the house where nobody did. */
  by?: Party;
  /** Whoever did it is not told. */
  person?: string | null;
}

/** Whoever acts may not know whom it concerns: the house finds out, in a job of the same transaction. */
export const tellLater = (unit: Unit, ctx: Context | null, tell: Tell): Promise<void> =>
  unit.enqueue("exchange.introductions.tell", { ...tell, person: ctx?.actor.personId ?? null });
