import { z } from "zod";
import { Slug } from "../schema.ts";

/** What a cluster may know of an organisation beyond its public identity. */
export const FIELDS = [
  "description",
  "products",
  "capacity",
  "certificates",
  "machines",
  "contact",
  "languages",
  "staff",
  "turnover",
  "interests",
] as const;
export type FactField = (typeof FIELDS)[number];
export const isFactField = (text: string): text is FactField => FIELDS.includes(text as FactField);

/** Groups come with rooms; until then a fact is for one of these. */
export const FACT_LEVELS = ["public", "peers", "cluster", "organisation", "private"] as const;

const Value = z.string().trim().min(1).max(8000);
const Wall = z.array(Slug).max(200);
export const Version = z.coerce.number().int().min(1);

export const NewFact = z.strictObject({
  field: z.enum(FIELDS),
  value: Value,
  language: z.enum(["en", "de"]).nullish(),
  visibility: z.enum(FACT_LEVELS),
  /** Organisations that never see it, by their addresses. */
  wall: Wall.default([]),
});
export type NewFact = z.output<typeof NewFact>;

/** The version that was read comes back with the change, so that nobody writes over what they have not seen. */
export const FactChange = z.strictObject({
  version: Version,
  value: Value.optional(),
  language: z.enum(["en", "de"]).nullish(),
  visibility: z.enum(FACT_LEVELS).optional(),
  wall: Wall.optional(),
});

const list = (value: unknown) => [value ?? []].flat().filter((one) => one !== "");
const Language = z.preprocess((value) => (value === "" ? null : value), z.enum(["en", "de"]).nullish());

export const FactForm = z.object({
  field: z.enum(FIELDS),
  value: Value,
  language: Language,
  visibility: z.enum(FACT_LEVELS),
  wall: z.preprocess(list, Wall),
  version: Version.optional(),
});
export type FactForm = z.output<typeof FactForm>;

export const FactPath = z.object({ cluster: z.string().max(80), slug: Slug, id: z.uuid() });
