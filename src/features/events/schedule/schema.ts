import { z } from "zod";
import { EventPath } from "../event/schema.ts";
import { MEETING_STATES, RESULTS } from "../words.ts";

export const MeetingPath = EventPath.extend({ meeting: z.uuid() });

const Note = z.string().trim().max(4000);
export const Answer = z
  .strictObject({ result: z.enum(RESULTS).optional(), note: Note.optional() })
  .refine(({ result, note }) => result !== undefined || note !== undefined, { error: "choose" });
export const AnswerForm = z.object({ result: z.enum(RESULTS, { error: "choose" }) });
export const NoteForm = z.object({ note: Note.default("") });

/** Registrations of those who were not there; none where the talk was held. */
export const Attendance = z.strictObject({ missing: z.array(z.uuid()).max(2) });

const Instant = z.iso.datetime();
const Party = z.object({
  registration: z.uuid(),
  organisation: z.object({ slug: z.string(), name: z.string() }),
  person: z.object({ name: z.string() }).nullable(),
  role: z.string().nullable(),
  came: z.boolean().nullable(),
});
export const MeetingOut = z.object({
  id: z.uuid(),
  state: z.enum(MEETING_STATES),
  because: z.string().nullable(),
  from: Instant,
  to: Instant,
  table: z.object({ name: z.string(), link: z.string().nullable() }),
  parties: z.array(Party),
  /** Both have said that they want to go on. */
  goesOn: z.boolean(),
});
export const MeetingListOut = z.object({
  items: z.array(MeetingOut),
  total: z.number().int(),
  next: z.string().nullable(),
});
export const MeetingDetailOut = MeetingOut.extend({
  /** What one's own side has said; to the team what both have. */
  answers: z.array(z.object({ registration: z.uuid(), result: z.enum(RESULTS) })),
  note: z.string(),
});
