import { z } from "zod";
import { Unreadable } from "./source.ts";
import type { Batch } from "./text-rows.ts";

const Category = z.object({
  index: z.union([z.array(z.string()), z.record(z.string(), z.number())]).optional(),
  label: z.record(z.string(), z.string()).optional(),
});
const JsonStat = z.object({
  class: z.literal("dataset").optional(),
  label: z.string().optional(),
  source: z.string().optional(),
  id: z.array(z.string()).min(1).max(12),
  size: z.array(z.number().int().min(0)),
  role: z
    .object({
      time: z.array(z.string()).optional(),
      geo: z.array(z.string()).optional(),
      metric: z.array(z.string()).optional(),
    })
    .optional(),
  dimension: z.record(z.string(), z.object({ category: Category })),
  value: z.union([z.array(z.number().nullable()), z.record(z.string(), z.number().nullable())]),
  status: z.union([z.string(), z.array(z.string().nullable()), z.record(z.string(), z.string())]).optional(),
});

export interface JsonTable {
  label: string | null;
  source: string | null;
  head: string[];
  rows(): Generator<Batch>;
}

const BATCH = 5000;

/** A dataset of JSON-stat 2.0 as rows: each dimension's code and name, the value, the status. */
export function readJsonStat(text: string): JsonTable {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Unreadable("not-json-stat");
  }
  const parsed = JsonStat.safeParse(json);
  if (!parsed.success) throw new Unreadable("not-json-stat", parsed.error.issues[0]?.path.join(".") ?? null);
  const { id, size, dimension, role, value, status, label, source } = parsed.data;
  const sides = id.map((name, i) => {
    const category = dimension[name]?.category;
    const index = category?.index;
    const codes = Array.isArray(index)
      ? index
      : index
        ? Object.entries(index)
            .sort(([, a], [, b]) => a - b)
            .map(([code]) => code)
        : Object.keys(category?.label ?? {});
    if (codes.length !== size[i]) throw new Unreadable("not-json-stat", name);
    return { codes, names: codes.map((code) => category?.label?.[code] ?? code) };
  });
  const total = size.reduce((product, n) => product * n, 1);
  if (total === 0) throw new Unreadable("empty-file");
  const called = id.map((name) => calledBy(name, role));
  const at = (i: number) => (Array.isArray(value) ? value[i] : value[String(i)]);
  const statusAt = (i: number) =>
    typeof status === "string" ? status : Array.isArray(status) ? status[i] : status?.[String(i)];
  return {
    label: label ?? null,
    source: source ?? null,
    head: [...called.flatMap((name) => [name, `${name}:label`]), "value", "status"],
    *rows() {
      let rows: string[][] = [];
      let first = 2;
      const places = id.map(() => 0);
      for (let i = 0; i < total; i++) {
        const row = sides.flatMap(({ codes, names }, d) => [codes[places[d]!]!, names[places[d]!]!]);
        row.push(String(at(i) ?? ""), statusAt(i) ?? "");
        rows.push(row);
        if (rows.length === BATCH) {
          yield { first, rows };
          first += rows.length;
          rows = [];
        }
        for (let d = id.length - 1; d >= 0; d--) {
          places[d]! += 1;
          if (places[d]! < size[d]!) break;
          places[d] = 0;
        }
      }
      if (rows.length > 0) yield { first, rows };
    },
  };
}

/** The roles of a dimension say more than its name. */
const calledBy = (name: string, role: z.output<typeof JsonStat>["role"]) =>
  role?.time?.includes(name)
    ? "period"
    : role?.geo?.includes(name)
      ? "region"
      : role?.metric?.includes(name)
        ? "measure"
        : name;
