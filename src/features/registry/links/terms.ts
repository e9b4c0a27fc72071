import { z } from "zod";
import { DIGITAL_LEVELS, ISSUES, LINK_LEVELS } from "./schema.ts";

const blank = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema);

const Fields = {
  issue: z.enum(ISSUES).nullable(),
  since: z.iso.date().nullable(),
  until: z.iso.date().nullable(),
  strength: z.coerce.number().min(0.01).max(5),
  digitalLevel: z.enum(DIGITAL_LEVELS).nullable(),
  note: z.string().trim().max(2000).nullable(),
  visibility: z.enum(LINK_LEVELS),
};

/** What of a link may be said anew: the whole of it, as a program or the form sends it. */
export const TermsBody = z.strictObject(Fields);
export const TermsForm = z.object({
  issue: blank(Fields.issue),
  since: blank(Fields.since),
  until: blank(Fields.until),
  strength: Fields.strength,
  digitalLevel: blank(Fields.digitalLevel),
  note: blank(Fields.note),
  visibility: Fields.visibility,
});
/** As a proposal keeps it: only what changes. */
export const ProposedTerms = z.object(Fields).partial();
export const GrantBody = z.strictObject({ may: z.enum(["none", "see", "edit"]) });
export const GrantForm = z.object(GrantBody.shape);
export const Dispute = z.object({ reason: z.string().trim().min(1).max(2000) });
export const DisputeBody = z.strictObject(Dispute.shape);
