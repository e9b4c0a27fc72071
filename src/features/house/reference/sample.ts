import { propertiesOf, requiredOf, type Schema } from "./schema.ts";

const BY_FORMAT: Record<string, string> = {
  uuid: "01980c5e-2f4b-7c11-8a35-3f0f5f2a9d10",
  email: "ada@example.org",
  date: "2026-11-24",
  "date-time": "2026-11-24T09:30:00Z",
  uri: "https://example.org/",
};

/** A value of this shape to try a call with: what must be sent, and the first of what may be chosen. */
export function sampleOf(schema: Schema | boolean): unknown {
  if (typeof schema === "boolean") return null;
  if ("default" in schema && schema.default !== null) return schema.default;
  if ("const" in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const choices = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (choices) return sampleOf(choices.find((choice) => choice.type !== "null") ?? choices[0]!);
  switch (schema.type) {
    case "object": {
      const required = requiredOf(schema);
      const entries = Object.entries(propertiesOf(schema) ?? {}).filter(([name]) => required.includes(name));
      return Object.fromEntries(entries.map(([name, inner]) => [name, sampleOf(inner)]));
    }
    case "array":
      return Number(schema.minItems ?? 0) > 0 ? [sampleOf((schema.items ?? {}) as Schema)] : [];
    case "integer":
    case "number":
      return Math.max(Number(schema.minimum ?? 1), 1);
    case "boolean":
      return true;
    case "string":
      return BY_FORMAT[String(schema.format)] ?? "text";
    default:
      return null;
  }
}
