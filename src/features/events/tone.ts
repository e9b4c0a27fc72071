import type { Tone } from "../../ui/index.ts";
import type { MeetingState, RegistrationState, State } from "./words.ts";

export type { Tone };

const TONES: Readonly<Record<State | MeetingState | RegistrationState, Tone>> = {
  draft: "plain",
  open: "good",
  closed: "wait",
  published: "good",
  over: "plain",
  cancelled: "stop",
  planned: "plain",
  held: "good",
  "no-show": "stop",
  registered: "good",
  withdrawn: "plain",
  absent: "stop",
};
export const toneOf = (state: State | MeetingState | RegistrationState): Tone => TONES[state];
