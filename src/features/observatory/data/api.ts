import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import { api, json, problem } from "../../../access/route.ts";
import { decodeCursor, encodeCursor } from "../../../kernel/page.ts";
import { removeDataset } from "./actions.ts";
import { ApiFilter, matches, originOf } from "./filter.ts";
import { markWord } from "./formats/stream.ts";
import { CLUSTER_EXAMPLE, clusterSubject, datasetSubject, keeperSubject } from "./here.ts";
import { type DatasetRow, regionBlock } from "./panel.ts";
import { datasetHere, datasetsHere, headOf } from "./read.ts";
import { downloadOf } from "./routes.tsx";
import { versionsOf } from "./store.ts";
import { countRows, tableRows } from "./table/rows.ts";

const HOME = "/api/v1/clusters/:cluster/observatory/datasets";
const DatasetParams = ClusterPath.extend({ dataset: z.string().max(80) });
const example = { ...CLUSTER_EXAMPLE, dataset: "de-kreis-occupation" };

const Words = z.object({ en: z.string(), de: z.string() });
const Dataset = z.object({
  slug: z.string(),
  kind: z.enum(["panel", "series", "table"]),
  origin: z.enum(["commons", "imported", "own"]),
  title: Words,
  text: Words,
  measures: z.array(z.object({ key: z.string(), label: Words, unit: Words })),
  regionList: z.string().nullable(),
  activityList: z.string().nullable(),
  fromList: z.string().nullable().describe("Of a correspondence: the list it leads from."),
  toList: z.string().nullable(),
  columns: z
    .array(z.object({ key: z.string(), label: z.string(), type: z.enum(["text", "number", "date"]) }))
    .describe("Of a table."),
  source: z.string(),
  sourceUrl: z.string().nullable(),
  licence: z.string(),
  credit: z.string(),
  visibility: z.string(),
  version: z.number().int(),
  periods: z.array(z.string()),
  madeAt: z.iso.datetime().nullable(),
  coverage: z
    .record(z.string(), z.record(z.string(), z.array(z.number())))
    .describe("By measure and period: cells with a value, missing, secret, estimated."),
});

const presentDataset = (one: DatasetRow): z.input<typeof Dataset> => ({
  slug: one.slug,
  kind: one.kind,
  origin: originOf(one),
  title: one.title,
  text: one.text,
  measures: one.measures,
  regionList: one.regionList,
  activityList: one.activityList,
  fromList: one.fromList,
  toList: one.toList,
  columns: one.columns,
  source: one.source,
  sourceUrl: one.sourceUrl,
  licence: one.licence,
  credit: one.credit,
  visibility: one.visibility,
  version: one.version,
  periods: one.periods,
  madeAt: one.madeAt?.toISOString() ?? null,
  coverage: one.coverage,
});

const Side = z.array(z.object({ code: z.string(), name: Words }));
const Version = z.object({
  version: z.number().int(),
  madeAt: z.iso.datetime(),
  fileName: z.string().nullable(),
  checksum: z.string(),
  rows: z.number().int(),
  periods: z.array(z.string()),
  changes: z.object({ changed: z.number(), added: z.number(), gone: z.number() }).nullable(),
});

export const dataApi = [
  api.get(HOME, {
    rule: "cluster.see",
    summary: "The datasets of a cluster and of the commons that the asker may see",
    params: ClusterPath,
    query: ApiFilter,
    answer: z.object({ items: z.array(Dataset), total: z.number().int(), next: z.string().nullable() }),
    example: CLUSTER_EXAMPLE,
    subject: clusterSubject,
    handle: async ({ ctx, query }) => {
      const after = query.cursor === undefined ? null : decodeCursor(query.cursor, 1);
      if (query.cursor !== undefined && !after)
        return problem("unprocessable", undefined, [{ field: "cursor", problem: "unknown" }]);
      const found = (await datasetsHere(ctx))
        .filter((one) => matches(one, query))
        .sort((a, b) => (a.slug < b.slug ? -1 : 1));
      const rest = after ? found.filter((one) => one.slug > String(after[0])) : found;
      const items = rest.slice(0, query.limit);
      return json({
        items: items.map(presentDataset),
        total: found.length,
        next: rest.length > items.length ? encodeCursor([items.at(-1)!.slug]) : null,
      });
    },
  }),

  api.get(`${HOME}/:dataset`, {
    rule: "dataset.see",
    summary: "One dataset with its regions, activities and versions",
    params: DatasetParams,
    query: z.strictObject({}),
    answer: Dataset.extend({ regions: Side, activities: Side, versions: z.array(Version) }),
    example,
    subject: datasetSubject,
    handle: async ({ ctx, params }) => {
      const dataset = await datasetHere(ctx, params.dataset);
      if (!dataset) return problem("not-found");
      const head = await headOf(ctx, dataset);
      const versions = await ctx.read((db) => versionsOf(db, dataset));
      const side = (which: "regions" | "activities") =>
        head?.[which].codes.map((code, i) => ({
          code,
          name: { en: head[which].names.en[i]!, de: head[which].names.de[i]! },
        })) ?? [];
      return json({
        ...presentDataset(dataset),
        regions: side("regions"),
        activities: side("activities"),
        versions: versions.map(({ version, madeAt, fileName, checksum, rows, periods, changes }) => ({
          ...{ version, madeAt: madeAt.toISOString(), fileName, checksum, rows, periods },
          changes: changes && { changed: changes.changed, added: changes.added, gone: changes.gone },
        })),
      });
    },
  }),

  api.get(`${HOME}/:dataset/cells`, {
    rule: "dataset.see",
    summary: "One region's cells of a measure, by activity and period, each with its mark",
    params: DatasetParams,
    query: z.strictObject({
      region: z.string().max(60).optional(),
      measure: z.string().max(60).optional(),
    }),
    answer: z.object({
      region: z.string(),
      measure: z.string(),
      version: z.number().int(),
      periods: z.array(z.string()),
      activities: z.array(z.string()),
      cells: z.array(z.array(z.object({ value: z.number().nullable(), mark: z.string() }))),
    }),
    example,
    subject: datasetSubject,
    handle: async ({ ctx, params, query }) => {
      const dataset = await datasetHere(ctx, params.dataset);
      const head = dataset && (await headOf(ctx, dataset));
      if (!head) return problem("not-found");
      const region = query.region === undefined ? 0 : head.regions.codes.indexOf(query.region);
      const measure = head.measures.find(({ key }) => key === (query.measure ?? head.measures[0]?.key));
      if (region < 0) return problem("unprocessable", undefined, [{ field: "region", problem: "unknown" }]);
      if (!measure) return problem("unprocessable", undefined, [{ field: "measure", problem: "unknown" }]);
      const width = head.activities.codes.length;
      const cells = await ctx.read(async (db) => {
        const rows = [];
        for (const period of head.periods) {
          const block = await regionBlock(db, head, measure.key, period, region, width);
          rows.push(
            head.activities.codes.map((_, a) => {
              const value = block?.cells[a];
              return {
                value: value === undefined || Number.isNaN(value) ? null : value,
                mark: markWord(block?.marks[a]),
              };
            }),
          );
        }
        return rows;
      });
      return json({
        region: head.regions.codes[region]!,
        measure: measure.key,
        version: head.version,
        periods: head.periods,
        activities: head.activities.codes,
        cells,
      });
    },
  }),

  api.get(`${HOME}/:dataset/rows`, {
    rule: "dataset.see",
    summary: "The rows of a table in the order of the file, searched; a panel has none",
    params: DatasetParams,
    query: z.strictObject({
      query: z.string().trim().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.string().max(400).optional(),
    }),
    answer: z.object({
      items: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
      total: z.number().int(),
      next: z.string().nullable(),
    }),
    example: { ...example, dataset: "nace-rev2-isic-4" },
    subject: datasetSubject,
    handle: async ({ ctx, params, query }) => {
      const after = query.cursor === undefined ? [0] : decodeCursor(query.cursor, 1);
      if (!after) return problem("unprocessable", undefined, [{ field: "cursor", problem: "unknown" }]);
      const dataset = await datasetHere(ctx, params.dataset);
      if (!dataset) return problem("not-found");
      if (dataset.kind !== "table") return json({ items: [], total: 0, next: null });
      const from = Math.max(0, Number(after[0]) || 0);
      const [rows, total] = await ctx.read(async (db) => [
        await tableRows(db, dataset, { from, limit: query.limit + 1, query: query.query }),
        query.query ? await countRows(db, dataset, query.query) : dataset.rows,
      ]);
      const next = rows[query.limit];
      return json({
        items: rows.slice(0, query.limit).map(({ cells }) => cells),
        total,
        next: next ? encodeCursor([next.position]) : null,
      });
    },
  }),

  api.get(`${HOME}/:dataset/download`, {
    rule: "dataset.see",
    summary: "All of a dataset as CSV, workbook, SDMX-CSV or JSON-stat, with the marks of its cells",
    params: DatasetParams,
    query: z.strictObject({ as: z.enum(["csv", "xlsx", "sdmx", "jsonstat"]).default("jsonstat") }),
    example,
    subject: datasetSubject,
    handle: ({ ctx, params, query }) => downloadOf(ctx, params.dataset, query.as),
  }),

  api.delete(`${HOME}/:dataset`, {
    rule: "dataset.keep",
    summary: "Removes a dataset of the cluster with all its versions",
    params: DatasetParams,
    example,
    subject: keeperSubject,
    handle: async ({ ctx, params }) =>
      (await removeDataset(ctx, params.dataset)) ? { kind: "empty" } : problem("not-found"),
  }),
];
