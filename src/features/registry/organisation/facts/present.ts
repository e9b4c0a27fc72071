import { z } from "zod";
import type { FactRow } from "./store.ts";

/** A fact as programs get it. */
export const FactOut = z.object({
  id: z.uuid(),
  field: z.string(),
  value: z.string(),
  /** Of NACE Rev. 2, EuroSciVoc, ESCO, ISO 639-1 or the cluster's own words, by its field. */
  code: z.string().nullable(),
  validUntil: z.iso.date().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])).nullable(),
  language: z.string().nullable(),
  visibility: z.string(),
  origin: z.string(),
  source: z.string().nullable(),
  /** Who said it, where the asker may know the person. */
  declaredBy: z.string().nullable(),
  statedAt: z.iso.datetime(),
  /** When somebody last said that it is still true. */
  checkedAt: z.iso.datetime().nullable(),
  version: z.number().int(),
  /** Who never sees it; told only to those who may change it. */
  wall: z.array(z.string()).optional(),
});

export const FactList = z.object({ items: z.array(FactOut), total: z.number().int(), next: z.null() });

export const presentFact = (fact: FactRow, wall?: readonly string[]): z.infer<typeof FactOut> => ({
  id: fact.id,
  field: fact.field,
  value: fact.value,
  code: fact.code,
  validUntil: fact.validUntil,
  detail: fact.detail,
  language: fact.language,
  visibility: fact.visibility,
  origin: fact.origin,
  source: fact.source,
  declaredBy: fact.declarer,
  statedAt: fact.statedAt.toISOString(),
  checkedAt: fact.checkedAt?.toISOString() ?? null,
  version: fact.version,
  ...(wall ? { wall: [...wall] } : {}),
});
