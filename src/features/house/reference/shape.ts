import { propertiesOf, requiredOf, type Schema } from "./schema.ts";

const WORDS: Record<string, string> = {
  string: "text",
  integer: "whole number",
  number: "number",
  boolean: "yes or no",
  null: "nothing",
};

/** A schema as people read it: `{ items: [{ id: uuid, name: text }], total: whole number }`. */
export function shapeOf(schema: Schema | boolean, depth = 0): string {
  if (typeof schema === "boolean") return schema ? "anything" : "nothing";
  if ("const" in schema) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const choices = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (choices) return choices.map((choice) => shapeOf(choice, depth)).join(" | ");
  if (Array.isArray(schema.prefixItems))
    return `[${schema.prefixItems.map((item) => shapeOf(item as Schema, depth)).join(", ")}]`;
  if (schema.type === "array") return `[${shapeOf((schema.items ?? {}) as Schema, depth)}]`;
  if (schema.type === "object") return objectShape(schema, depth);
  if (Array.isArray(schema.type))
    return schema.type.map((type) => shapeOf({ ...schema, type }, depth)).join(" | ");
  if (typeof schema.type !== "string") return "anything";
  return String(schema.format ?? WORDS[schema.type] ?? schema.type);
}

function objectShape(schema: Schema, depth: number): string {
  const properties = Object.entries(propertiesOf(schema) ?? {});
  if (properties.length === 0) {
    const values = schema.additionalProperties;
    return values && typeof values === "object" ? `{ any name: ${shapeOf(values as Schema, depth)} }` : "{}";
  }
  const required = requiredOf(schema);
  const pad = "  ".repeat(depth + 1);
  const lines = properties.map(
    ([name, inner]) => `${pad}${name}${required.includes(name) ? "" : "?"}: ${shapeOf(inner, depth + 1)}`,
  );
  return `{\n${lines.join(",\n")}\n${"  ".repeat(depth)}}`;
}
