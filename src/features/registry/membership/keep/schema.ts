import { z } from "zod";
import { ClusterPath } from "../../../../access/cluster-path.ts";
import { blank, Day, LEAVING_REASONS, MEMBER_ROLES, NewOrganisation, SHOWN_LEVELS, Slug } from "../schema.ts";

export const OrganisationPath = ClusterPath.extend({ slug: Slug });
export const RowPath = OrganisationPath.extend({ membership: z.uuid() });

const Terms = {
  role: z.enum(MEMBER_ROLES),
  level: blank(z.uuid().nullish()),
  dues: blank(z.uuid().nullish()),
  visibility: z.enum(SHOWN_LEVELS).default("public"),
};

/** The terms of a membership that begins. */
export const Begin = z.object({ ...Terms, since: Day, renews: blank(Day.nullish()) });
export type Begin = z.output<typeof Begin>;

const { name, kind, city, street, postal, country, url, vat } = NewOrganisation.shape;
/** The public identity as the form asks for it; everything beyond is kept on the organisation's own page. */
export const IdentityForm = z.object({
  name,
  kind,
  city: blank(city),
  street: blank(street),
  postal: blank(postal),
  country: blank(country),
  url: blank(url),
  vat: blank(vat),
});
export type IdentityForm = z.output<typeof IdentityForm>;

export const AddForm = Begin.extend({ organisation: blank(Slug.optional()) });

export const Change = z.object({ ...Terms, on: Day });
export const ChangeBody = z.strictObject(Change.shape);
export const End = z.object({
  until: Day,
  reason: z.enum(LEAVING_REASONS),
  note: blank(z.string().trim().max(2000).nullish()),
});
export const EndBody = z.strictObject(End.shape);
export const Correct = z.object({
  role: Terms.role,
  level: Terms.level,
  since: Day,
  until: blank(Day.nullish()),
  why: z.string().trim().min(1).max(2000),
});
export const CorrectBody = z.strictObject(Correct.shape);
export const AddBody = z.strictObject({
  ...Begin.shape,
  organisation: Slug.optional(),
  /** Instead of `organisation`: one that is not known here yet. */
  identity: z.strictObject(NewOrganisation.shape).optional(),
});

export const RowOut = z.object({
  id: z.uuid(),
  role: z.string(),
  level: z.string().nullable(),
  dues: z.string().nullable(),
  since: z.iso.date(),
  until: z.iso.date().nullable(),
  renews: z.iso.date().nullable(),
  reason: z.string().nullable(),
  visibility: z.string(),
});
export const MembershipOut = z.object({
  organisation: z.object({ slug: z.string(), name: z.string() }),
  rows: z.array(RowOut),
  through: z.array(z.object({ slug: z.string(), name: z.string() })),
  corrections: z.array(z.object({ correctedOn: z.iso.date(), reason: z.string() })),
});
