import type { ColumnShape, TableShape } from "./shape.ts";

type Schema = Record<string, unknown>;

/** The JSON Schema of one line of a table's file. */
export function schemaOf(shape: TableShape, columns: readonly string[]): Schema {
  const told = shape.columns.filter(({ name }) => columns.includes(name));
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `kontor:${shape.name}`,
    title: shape.name,
    type: "object",
    properties: Object.fromEntries(told.map((column) => [column.name, typeOf(column)])),
    required: told.filter(({ nullable }) => !nullable).map(({ name }) => name),
    additionalProperties: false,
  };
}

function typeOf({ type, nullable }: ColumnShape): Schema {
  const base = plainType(type);
  if (!nullable) return base;
  return "type" in base ? { ...base, type: [base.type, "null"] } : { anyOf: [base, { type: "null" }] };
}

function plainType(type: string): Schema {
  if (type.endsWith("[]")) return { type: "array", items: plainType(type.slice(0, -2)) };
  switch (type) {
    case "uuid":
      return { type: "string", format: "uuid" };
    case "date":
      return { type: "string", format: "date" };
    case "timestamp with time zone":
      return { type: "string", format: "date-time" };
    case "boolean":
      return { type: "boolean" };
    case "integer":
    case "bigint":
    case "smallint":
      return { type: "integer" };
    case "real":
    case "double precision":
    case "numeric":
      return { type: "number" };
    case "jsonb":
    case "json":
      return {};
    case "bytea":
      return {
        type: "object",
        description: "A file beside the data.",
        properties: { file: { type: "string" } },
        required: ["file"],
      };
    default:
      return { type: "string" };
  }
}
