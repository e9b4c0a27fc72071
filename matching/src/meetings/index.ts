export { checkMeetings, type MeetingProblem, type MeetingProblemCode } from "./check.ts";
export type {
  FixedTalk,
  MeetingInput,
  MeetingRules,
  Participant,
  Slot,
  Table,
  Talk,
  Wall,
  Wish,
} from "./input.ts";
export { type OpenSlot, openSlots } from "./open-slots.ts";
export { firstComeMeetings, planMeetings } from "./plan.ts";
export { meetingQuality } from "./quality.ts";
export { type Dropout, type PlannedTalk, type Replan, type ReplanOptions, replanMeetings } from "./replan.ts";
export type { MeetingPlan, MeetingQuality, PlanOptions, PlanProgress } from "./result.ts";
