import { z } from "zod";
import type { FactRow } from "./store.ts";

/** A fact as programs get it. */
export const FactOut = z.object({
  id: z.uuid(),
  field: z.string(),
  value: z.string(),
  language: z.string().nullable(),
  visibility: z.string(),
  origin: z.string(),
  source: z.string().nullable(),
  /** Who said it, where the asker may know the person. */
  declaredBy: z.string().nullable(),
  statedAt: z.iso.datetime(),
  version: z.number().int(),
  /** Who never sees it; told only to those who may change it. */
  wall: z.array(z.string()).optional(),
});

export const FactList = z.object({ items: z.array(FactOut), total: z.number().int(), next: z.null() });

export const presentFact = (fact: FactRow, wall?: readonly string[]): z.infer<typeof FactOut> => ({
  id: fact.id,
  field: fact.field,
  value: fact.value,
  language: fact.language,
  visibility: fact.visibility,
  origin: fact.origin,
  source: fact.source,
  declaredBy: fact.declarer,
  statedAt: fact.statedAt.toISOString(),
  version: fact.version,
  ...(wall ? { wall: [...wall] } : {}),
});
