import { z } from "zod";
import { Slug } from "../organisation/schema.ts";
import { REASONS } from "./rules.ts";
import { SHOWN } from "./store.ts";

export const ListQuery = z.object({
  show: z.enum(SHOWN).default("open").catch("open"),
  cursor: z.string().max(400).optional().catch(undefined),
  format: z.enum(["csv", "xlsx"]).optional().catch(undefined),
});
export const ApiQuery = z.strictObject({
  show: z.enum(SHOWN).default("open"),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const PairBody = z.strictObject({ one: Slug, other: Slug });
export const PairForm = z.object(PairBody.shape);

const SideOut = z.object({
  slug: z.string(),
  name: z.string(),
  shortName: z.string().nullable(),
  kind: z.string(),
  street: z.string().nullable(),
  postal: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  url: z.string().nullable(),
  vat: z.string().nullable(),
  pic: z.string().nullable(),
  member: z.boolean(),
});
export const PairList = z.object({
  items: z.array(
    z.object({
      one: SideOut,
      other: SideOut,
      score: z.number(),
      likelihood: z.enum(["surely", "perhaps"]),
      reasons: z.array(z.enum(REASONS)),
      foundAt: z.iso.datetime({ offset: true }),
      refusedAt: z.iso.datetime({ offset: true }).nullable(),
    }),
  ),
  total: z.number().int(),
  next: z.string().nullable(),
});
