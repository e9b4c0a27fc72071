import { setImmediate } from "node:timers/promises";
import {
  MatchingError,
  type MeetingInput,
  type MeetingQuality,
  type PlannedTalk,
  planMeetings,
  replanMeetings,
} from "@kontor/matching";

export type { MeetingInput, MeetingQuality, PlannedTalk };
export const isInputProblem = (error: unknown): error is MatchingError => error instanceof MatchingError;

export interface Planned {
  talks: PlannedTalk[];
  quality: MeetingQuality;
  /** What booking in the order of arrival would have given. */
  firstCome: MeetingQuality;
  solver: string;
}

export interface Watch {
  progress(share: number): Promise<void>;
  shouldStop(): boolean;
}

/** Longer than this nobody waits for a better plan. */
const MOST_MS = 120_000;

const optionsOf = (watch: Watch) => ({
  timeLimitMs: MOST_MS,
  now: Date.now,
  shouldStop: () => watch.shouldStop(),
  onProgress: async ({ done }: { done: number }) => {
    await watch.progress(done);
    // Others are served between two stretches of the search.
    await setImmediate();
  },
});

export async function planAnew(input: MeetingInput, watch: Watch): Promise<Planned> {
  return planMeetings(input, optionsOf(watch));
}

/** Around the talks that are agreed: what can stay stays, what was freed is filled, what has begun is left alone. */
export async function planAround(
  input: MeetingInput,
  planned: readonly PlannedTalk[],
  now: Date,
  watch: Watch,
): Promise<Planned> {
  return replanMeetings(input, planned, { ...optionsOf(watch), notBefore: now.getTime() });
}
