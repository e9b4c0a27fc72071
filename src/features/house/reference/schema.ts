import { z } from "zod";

export type Schema = { [key: string]: unknown };

/**
 * A zod schema as JSON Schema, as the caller sees it: what may be sent, with defaults not required. Where only what comes out of a
 * conversion has a shape (a number read from the address), that shape is shown.
 */
export function schemaOf(type: z.ZodType): Schema {
  const given = jsonSchema(type, "input");
  return isBlank(given) ? jsonSchema(type, "output") : filled(given, jsonSchema(type, "output"));
}

/** As the house answers: what comes out. */
export const answerSchemaOf = (type: z.ZodType): Schema => jsonSchema(type, "output");

function jsonSchema(type: z.ZodType, io: "input" | "output"): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: "any" }) as Schema;
  return readable(schema) as Schema;
}

const isBlank = (schema: Schema) => Object.keys(schema).every((key) => key === "default");

function filled(given: Schema, came: Schema): Schema {
  const properties = propertiesOf(given);
  const outcome = propertiesOf(came);
  if (!properties) return given;
  const entries = Object.entries(properties).map(([name, schema]) => [
    name,
    isBlank(schema) ? { ...outcome?.[name], ...schema } : schema,
  ]);
  return { ...given, properties: Object.fromEntries(entries) };
}

/** Patterns behind a named format, and the largest number JavaScript counts to, tell a reader nothing. */
function readable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readable);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !(key === "pattern" && "format" in value))
      .filter(
        ([key, inner]) =>
          !(/^(max|min)imum$/.test(key) && Math.abs(Number(inner)) === Number.MAX_SAFE_INTEGER),
      )
      .map(([key, inner]) => [key, readable(inner)]),
  );
}

export const propertiesOf = (schema: Schema | undefined) =>
  schema?.properties as Record<string, Schema> | undefined;

export const requiredOf = (schema: Schema | undefined) => (schema?.required as string[] | undefined) ?? [];
