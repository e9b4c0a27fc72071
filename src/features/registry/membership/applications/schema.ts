import { z } from "zod";
import { ClusterPath } from "../../../../access/cluster-path.ts";
import { Begin, IdentityForm } from "../keep/schema.ts";
import { blank, NewOrganisation, Slug } from "../schema.ts";

const Level = blank(z.uuid().nullish());
const Statement = z.string().trim().min(1).max(4000);

/** An organisation that has an account applies. */
export const OwnApplication = z.object({ level: Level, statement: Statement });
export const OwnApplicationBody = z.strictObject(OwnApplication.shape);

const Person = {
  person: z.string().trim().min(1).max(200),
  email: z.email({ error: "not-an-email" }).max(254),
};
/** Somebody applies whom nobody here knows yet, for an organisation that is known or a new one. */
export const KnownOrganisation = z.object({ ...OwnApplication.shape, ...Person, organisation: Slug });
export const UnknownOrganisation = z.object({ ...OwnApplication.shape, ...Person, ...IdentityForm.shape });
export type StrangerApplication = z.output<typeof KnownOrganisation> | z.output<typeof UnknownOrganisation>;

/** What is kept of a proposed organisation until it is one. */
export const Proposed = NewOrganisation.pick({
  name: true,
  kind: true,
  street: true,
  postal: true,
  city: true,
  country: true,
  url: true,
  vat: true,
});
export type Proposed = z.output<typeof Proposed>;

export const Word = z.object({ text: Statement });
export const WordBody = z.strictObject(Word.shape);
export const Decline = z.object({ answer: z.string().trim().min(1).max(2000) });
export const DeclineBody = z.strictObject(Decline.shape);
export const Approve = Begin.extend({ answer: blank(z.string().trim().max(2000).nullish()) });
export const ApproveBody = z.strictObject(Approve.shape);
export type Approve = z.output<typeof Approve>;

export const ApplicationPath = ClusterPath.extend({ application: z.uuid() });
export const TokenPath = ClusterPath.extend({ token: z.string().max(100) });
export const WHICH = ["open", "decided"] as const;

export const ApplicationOut = z.object({
  id: z.uuid(),
  state: z.string(),
  turn: z.enum(["team", "applicant"]).nullable(),
  by: z.iso.date().nullable(),
  organisation: z.object({ slug: z.string().nullable(), name: z.string() }),
  level: z.string().nullable(),
  statement: z.string(),
  sentAt: z.iso.datetime().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  answer: z.string().nullable(),
  words: z.array(z.object({ side: z.string(), text: z.string(), at: z.iso.datetime() })),
});
export const ApplicationsOut = z.object({
  items: z.array(ApplicationOut.omit({ words: true })),
  total: z.number().int(),
  next: z.string().nullable(),
});
