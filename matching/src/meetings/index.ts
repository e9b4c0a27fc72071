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
export type { MeetingPlan, MeetingQuality, PlanOptions, Progress } from "./result.ts";
