import { z } from "zod";
import { Day } from "../schema.ts";

const Format = z.enum(["csv", "xlsx"]).optional().catch(undefined);
const On = Day.optional().catch(undefined);
const Year = z.coerce.number().int().min(1500).max(2200).optional().catch(undefined);
export const HOW = ["direct", "indirect"] as const;

/** Tolerant: an odd value in the address is left out, and the page still shows. */
export const MembersFilter = z.object({
  on: On,
  how: z.enum(HOW).optional().catch(undefined),
  role: z.string().max(20).optional().catch(undefined),
  level: z.uuid().optional().catch(undefined),
  cursor: z.string().max(100).optional().catch(undefined),
  format: Format,
});
export type MembersFilter = z.output<typeof MembersFilter>;
export const MembersQuery = z.strictObject({
  on: Day.optional(),
  how: z.enum(HOW).optional(),
  role: z.string().max(20).optional(),
  level: z.uuid().optional(),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const VotesFilter = z.object({ on: On, format: Format });
export const VotesQuery = z.strictObject({ on: Day.optional() });
export const YearsFilter = z.object({ format: Format });
export const StaysFilter = z.object({
  came: Year,
  left: Year,
  cohort: Year,
  /** With `cohort`: those still there so many years after they came. */
  stayed: z.coerce.number().int().min(0).max(100).optional().catch(undefined),
  reason: z.string().max(20).optional().catch(undefined),
  format: Format,
});
export type StaysFilter = z.output<typeof StaysFilter>;

const Name = z.object({ slug: z.string(), name: z.string() });
export const MemberOut = Name.extend({
  direct: z.boolean(),
  role: z.string(),
  level: z.string().nullable(),
  since: z.iso.date().nullable(),
  until: z.iso.date().nullable(),
  through: z.array(Name),
  votes: z.number().int(),
  benefits: z.array(z.string()),
});
export const MembersOut = z.object({
  on: z.iso.date(),
  items: z.array(MemberOut),
  total: z.number().int(),
  next: z.string().nullable(),
});
export const VotesOut = z.object({
  on: z.iso.date(),
  votes: z.number().int(),
  fingerprint: z.string(),
  items: z.array(MemberOut),
  corrections: z.array(Name.extend({ correctedOn: z.iso.date(), reason: z.string() })),
});
export const YearsOut = z.object({
  years: z.array(z.object({ year: z.number(), came: z.number(), left: z.number(), members: z.number() })),
  cohorts: z.array(z.object({ year: z.number(), came: z.number(), after: z.array(z.number().nullable()) })),
  /** Told to the team alone. */
  reasons: z.array(z.object({ reason: z.string().nullable(), count: z.number() })).nullable(),
});
