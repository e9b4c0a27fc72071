import { ok, type Result, refuse } from "../../../../kernel/result.ts";
import type { OutcomeKind, Side, State } from "../words.ts";

/**
 * How an outcome lives: one side says what came of it, the other confirms it or says what it sees instead.
 *
 *     stated --the other side says yes, or says the same itself--> confirmed
 *     stated --the other side sees it differently--> disputed
 *     stated --taken back by who said it, or overtaken by what they say later--> withdrawn
 *
 * What both have said stays; what comes later is a further outcome beside it.
 */
export interface Stated {
  id: string;
  kind: OutcomeKind;
  by: Side;
  state: "stated" | "confirmed" | "disputed" | "withdrawn";
}

/** "Nothing yet" and "talks go on" are passing; a contract is there to stay. */
const isPassing = (kind: OutcomeKind): boolean => kind === "nothing" || kind === "talks";

/** What came of it can be said once they have spoken, and also long after it was closed. */
export const maySay = (state: State): boolean => state === "met" || state === "closed";

export type SayProblem = "not-yet" | "said-already";
export interface Said {
  /** What the other side had said and is confirmed by it, instead of a new outcome. */
  confirms: string | null;
  /** What the same side had said before and is overtaken. */
  overtakes: string[];
}

/** One side says what came of it: the same as the other said is a confirmation of it. */
export function say(
  state: State,
  said: readonly Stated[],
  { by, kind }: { by: Side; kind: OutcomeKind },
): Result<Said, SayProblem> {
  if (!maySay(state)) return refuse("not-yet");
  const open = said.filter((one) => one.state === "stated");
  if (open.some((one) => one.by === by && one.kind === kind)) return refuse("said-already");
  const same = open.find((one) => one.by !== by && one.kind === kind);
  return ok({
    confirms: same?.id ?? null,
    overtakes: open.filter((one) => one.by === by && isPassing(one.kind)).map((one) => one.id),
  });
}

export type AnswerProblem = "not-yours" | "not-open";
export function answer(
  one: Stated | undefined,
  by: Side,
  how: "confirm" | "dispute" | "withdraw",
): Result<true, AnswerProblem> {
  if (one?.state !== "stated") return refuse("not-open");
  if ((how === "withdraw") !== (one.by === by)) return refuse("not-yours");
  return ok(true);
}

/** A link in the network follows only where both agree to it, and only from what lasts. */
export const mayLink = (one: { kind: OutcomeKind; state: string; linkId: string | null }): boolean =>
  one.state === "confirmed" && !isPassing(one.kind) && one.linkId === null;

/** What the link is called, and which of its ends the one that looked for something is. */
export const LINK_OF: Readonly<
  Record<Exclude<OutcomeKind, "nothing" | "talks">, { type: string; nature: string }>
> = {
  contract: { type: "formal", nature: "contract" },
  project: { type: "formal", nature: "joint-project" },
  order: { type: "production", nature: "supplies" },
  investment: { type: "formal", nature: "invests" },
  hire: { type: "informal", nature: "exchange" },
};
