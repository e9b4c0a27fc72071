import { FACT_LEVELS, type FactLevel } from "../facts/schema.ts";
import { type FactField, FIELDS } from "../facts/shapes.ts";

export type Levels = Readonly<Partial<Record<FactField, FactLevel>>>;

/** Before anybody chose: figures of the house stay in it, the rest is for the cluster. */
const FIRST: Levels = { turnover: "organisation" };

/** Who sees what is added to a field, if nothing else is said. */
export const firstLevel = (field: FactField, levels: Levels): FactLevel =>
  levels[field] ?? FIRST[field] ?? "cluster";

/** Stored once and read as what it is: anything that is no field or no level is passed over. */
export function readLevels(stored: unknown): Levels {
  const raw = (stored ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    FIELDS.flatMap((field) =>
      FACT_LEVELS.some((level) => level === raw[field] && level !== "private") ? [[field, raw[field]]] : [],
    ),
  ) as Levels;
}
