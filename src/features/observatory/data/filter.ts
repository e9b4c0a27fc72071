import { z } from "zod";
import { COMMONS } from "../../../kernel/visibility.ts";
import { FORMATS } from "../../accounts/feature.ts";
import type { DatasetRow } from "./panel.ts";

export const KINDS = ["panel", "series", "table"] as const;
/** Where a dataset comes from: it came along or was published, the cluster brought it, or it counts the cluster's own records. */
export const ORIGINS = ["commons", "imported", "own"] as const;
export type DataOrigin = (typeof ORIGINS)[number];

const listed = (value: unknown) => [value ?? []].flat().filter((one) => one !== "");

/** Tolerant: an odd value in the address is left out, and the page still shows. */
const several = <T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(
    (value) => listed(value).filter((one) => values.includes(one as string)),
    z.array(z.enum(values)),
  );
const Code = z.string().max(40);

export const Filter = z.object({
  query: z.string().trim().max(200).optional().catch(undefined),
  kind: several(KINDS),
  origin: several(ORIGINS),
  list: z.preprocess((value) => listed(value).slice(0, 20), z.array(Code)).catch([]),
  view: z.enum(["cards", "table"]).catch("cards"),
  format: z.enum(FORMATS).optional().catch(undefined),
});
export type Filter = z.output<typeof Filter>;

export const originOf = (dataset: Pick<DatasetRow, "clusterId" | "derivedFrom">): DataOrigin =>
  dataset.derivedFrom ? "own" : dataset.clusterId === COMMONS ? "commons" : "imported";

/** What a dataset is called by what it is. */
export const kindWord = ({ kind, fromList }: Pick<DatasetRow, "kind" | "fromList">) =>
  fromList ? ("kind.correspondence" as const) : (`kind.${kind}` as const);

export const listsOf = ({ regionList, activityList, fromList, toList }: DatasetRow) =>
  [regionList, activityList, fromList, toList].filter((list): list is string => list !== null);

/** As a program says it: what is not understood is refused. */
export const ApiFilter = z.strictObject({
  query: z.string().trim().max(200).optional(),
  kind: z.preprocess(listed, z.array(z.enum(KINDS)).max(3)),
  origin: z.preprocess(listed, z.array(z.enum(ORIGINS)).max(3)),
  list: z.preprocess(listed, z.array(Code).max(20)),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(400).optional(),
});

/** Whether a dataset is what is looked for; `but` leaves one facet out, to count what its other values would find. */
export function matches(
  dataset: DatasetRow,
  { query, kind, origin, list }: Pick<Filter, "query" | "kind" | "origin" | "list">,
  but?: "kind" | "origin" | "list",
): boolean {
  if (but !== "kind" && kind.length > 0 && !kind.includes(dataset.kind)) return false;
  if (but !== "origin" && origin.length > 0 && !origin.includes(originOf(dataset))) return false;
  if (but !== "list" && list.length > 0 && !listsOf(dataset).some((one) => list.includes(one))) return false;
  if (!query) return true;
  const text = [
    ...Object.values(dataset.title),
    ...Object.values(dataset.text),
    ...dataset.measures.flatMap((measure) => Object.values(measure.label)),
    dataset.slug,
    dataset.source,
  ]
    .join(" ")
    .toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
