/**
 * How an application lives:
 *
 *     unproven --prove (by the letter)--> sent --ask (team)--> asked-back --answer (applicant)--> answered --ask--> asked-back
 *     sent | asked-back | answered --approve | decline (team)--> approved | declined
 *     unproven | sent | asked-back | answered --withdraw (applicant)--> withdrawn
 *
 * An organisation with an account begins at `sent`. What nobody proves is gone after a week; who has the turn is reminded after two.
 */
export const STATES = [
  "unproven",
  "sent",
  "asked-back",
  "answered",
  "approved",
  "declined",
  "withdrawn",
] as const;
export type State = (typeof STATES)[number];
export type Act = "prove" | "ask" | "answer" | "approve" | "decline" | "withdraw";
export type Side = "team" | "applicant";

export const TURN_DAYS = 14;
export const UNPROVEN_DAYS = 7;

const TURN: Partial<Record<State, Side>> = {
  unproven: "applicant",
  sent: "team",
  answered: "team",
  "asked-back": "applicant",
};
export const turnOf = (state: State): Side | null => TURN[state] ?? null;

export const dueBy = (turnAt: Date) => new Date(turnAt.getTime() + TURN_DAYS * 86_400_000);

const ACTS: Record<Side, Partial<Record<State, readonly Act[]>>> = {
  team: {
    sent: ["approve", "ask", "decline"],
    answered: ["approve", "ask", "decline"],
    "asked-back": ["approve", "decline"],
  },
  applicant: {
    unproven: ["prove", "withdraw"],
    sent: ["withdraw"],
    answered: ["withdraw"],
    "asked-back": ["answer", "withdraw"],
  },
};
export const actsOf = (state: State, side: Side): readonly Act[] => ACTS[side][state] ?? [];

const NEXT: Record<Act, State> = {
  prove: "sent",
  ask: "asked-back",
  answer: "answered",
  approve: "approved",
  decline: "declined",
  withdraw: "withdrawn",
};

/** The state after an act, or `null` where this side cannot do that now. */
export const stateAfter = (state: State, act: Act, side: Side): State | null =>
  actsOf(state, side).includes(act) ? NEXT[act] : null;

/** Whoever has the turn is reminded once it has lasted too long, and again after as long. */
export const remindNow = (turnAt: Date, remindedAt: Date | null, now: Date): boolean =>
  now >= dueBy(turnAt) && (remindedAt === null || remindedAt < turnAt || now >= dueBy(remindedAt));
