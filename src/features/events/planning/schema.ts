import { z } from "zod";
import { EventPath } from "../event/schema.ts";
import { MEETING_STATES, PLAN_MODES, PLAN_STATES } from "../words.ts";

export const PlanPath = EventPath.extend({ plan: z.uuid() });
export const NewPlan = z.strictObject({ mode: z.enum(PLAN_MODES).default("anew") });

export const MeetingsFilter = z.object({
  state: z.enum(MEETING_STATES).optional().catch(undefined),
  /** One slot of a long plan. */
  slot: z.uuid().optional().catch(undefined),
  format: z.enum(["csv", "xlsx"]).optional().catch(undefined),
});
export const MeetingsQuery = z.strictObject({
  state: z.enum(MEETING_STATES).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(400).optional(),
});

const Quality = z
  .object({
    talks: z.number().int(),
    value: z.number(),
    wishesMet: z.number().int(),
    wishes: z.number().int(),
    mutualMet: z.number().int(),
    mutual: z.number().int(),
    leastTalks: z.number().int(),
    gaps: z.number().int(),
    gini: z.number(),
    tableUse: z.number(),
  })
  .nullable();
export const PlanOut = z.object({
  id: z.uuid(),
  mode: z.enum(PLAN_MODES),
  state: z.enum(PLAN_STATES),
  /** From 0 to 1. */
  progress: z.number(),
  quality: Quality,
  /** What booking the same wishes in the order of arrival would have given. */
  firstCome: Quality,
  problem: z.string().nullable(),
  askedAt: z.iso.datetime(),
  doneAt: z.iso.datetime().nullable(),
  publishedAt: z.iso.datetime().nullable(),
});
export const PlansOut = z.object({
  items: z.array(PlanOut),
  total: z.number().int(),
  next: z.string().nullable(),
});
export const PublishedOut = z.object({
  added: z.number().int(),
  moved: z.number().int(),
  cancelled: z.number().int(),
  kept: z.number().int(),
});
