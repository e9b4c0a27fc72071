import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import { Slug } from "../organisation/schema.ts";

/** Parts of the public identity that can be taken from the merged one, each with the columns it is made of. */
export const FIELDS = {
  name: ["name"],
  shortName: ["shortName"],
  url: ["url"],
  sizeClass: ["sizeClass"],
  industries: ["industries"],
  address: ["street", "postal", "city", "country", "nuts", "lat", "lon"],
  vat: ["vat"],
  lei: ["lei"],
  ror: ["ror"],
  pic: ["pic"],
  registerNumber: ["registerNumber"],
} as const;
export type FieldName = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];
export type Column = (typeof FIELDS)[FieldName][number];
export const COLUMNS = Object.values(FIELDS).flat() as Column[];

export const MergePath = ClusterPath.extend({ merge: z.uuid() });
export const OwnMergePath = z.object({ merge: z.uuid() });

export const PairQuery = z.object({
  kept: Slug.optional().catch(undefined),
  merged: Slug.optional().catch(undefined),
});
export const PairApiQuery = z.strictObject({ kept: Slug, merged: Slug });
export const ListQuery = z.object({
  format: z.enum(["csv", "xlsx"]).optional().catch(undefined),
  changed: z.uuid().optional().catch(undefined),
});
export const ListApiQuery = z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50) });

const Take = z.array(z.enum(FIELD_NAMES)).max(FIELD_NAMES.length);
/** Without `take` only what the kept one lacks is taken from the merged one. */
export const NewMerge = z.strictObject({ kept: Slug, merged: Slug, take: Take.optional() });
export const MergeForm = z.looseObject({ kept: Slug, merged: Slug });
export const Undo = z.strictObject({ confirmed: z.boolean().default(false) });
export const ProposalForm = z.object({ kept: Slug, merged: Slug });

const End = z.object({ slug: z.string(), name: z.string() });
const Stretch = z.object({ role: z.string(), since: z.iso.date(), until: z.iso.date().nullable() });
export const PreviewOut = z.object({
  kept: End,
  merged: End,
  allowed: z.boolean(),
  blocked: z.string().nullable(),
  fields: z.array(
    z.object({ field: z.enum(FIELD_NAMES), kept: z.string(), merged: z.string(), take: z.boolean() }),
  ),
  memberships: z.array(Stretch),
  moves: z.array(z.object({ what: z.string(), rows: z.number().int() })),
  ownValues: z.array(z.object({ field: z.string(), kept: z.string(), merged: z.string() })),
});
export const MergeOut = z.object({
  id: z.uuid(),
  kept: End,
  mergedName: z.string(),
  mergedSlug: z.string(),
  by: z.string().nullable(),
  at: z.iso.datetime(),
  rows: z.number().int(),
  undoneAt: z.iso.datetime().nullable(),
  undoUntil: z.iso.datetime(),
});
export const MergeList = z.object({ items: z.array(MergeOut), total: z.number().int(), next: z.null() });
