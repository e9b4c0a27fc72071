import { inRange } from "../core/check.ts";
import { MatchingError } from "../core/errors.ts";
import type { FieldOptions, TextInput } from "./types.ts";

/** A field with its weight in quarters. */
export type Field = { name: string; quarters: number; ngrams: boolean };

/** What a plain text counts as. */
const PLAIN: Field = { name: "", quarters: 4, ngrams: true };

export const DEFAULT_FIELDS: Readonly<Record<string, FieldOptions>> = {
  title: { weight: 3, ngrams: true },
  keywords: { weight: 2, ngrams: true },
  body: { weight: 1 },
};

export function fieldsOf(options: Readonly<Record<string, FieldOptions>>): Field[] {
  const fields = Object.entries(options).map(([name, { weight = 1, ngrams = false }]) => ({
    name,
    quarters: Math.round(4 * inRange(`The weight of the field "${name}"`, weight, 0.25, 100)),
    ngrams,
  }));
  if (fields.length === 0) throw new MatchingError("option", "An index needs at least one field.");
  return fields;
}

/** The texts of a document or question with their fields, in the order of the fields. */
export function textsOf(fields: readonly Field[], input: TextInput): { field: Field; text: string }[] {
  if (typeof input === "string") return [{ field: PLAIN, text: input }];
  for (const name of Object.keys(input)) {
    if (fields.some((field) => field.name === name)) continue;
    const known = fields.map((field) => field.name).join(", ");
    throw new MatchingError("unknown", `There is no field "${name}"; the fields of this index are ${known}.`);
  }
  return fields.flatMap((field) => {
    const text = input[field.name];
    return text ? [{ field, text }] : [];
  });
}
