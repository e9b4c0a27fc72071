import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import type { Context } from "../../../access/context.ts";
import { file, get, page, post, problem, type Reply, redirect } from "../../../access/route.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { type ExportColumn, queryOf } from "../../../ui/index.ts";
import { FORMATS, type Format, listFile } from "../../accounts/feature.ts";
import { removeDataset, saveKeeping } from "./actions.ts";
import { VALUE } from "./blocks.ts";
import { dcatCatalogue } from "./dcat.ts";
import { Filter, matches } from "./filter.ts";
import { panelCsv, panelSdmx } from "./formats/csv.ts";
import { panelJsonStat } from "./formats/json-stat.ts";
import { markWord, streamOf } from "./formats/stream.ts";
import { fitsWorkbook, MOST_ROWS, panelXlsx } from "./formats/xlsx.ts";
import {
  CLUSTER_EXAMPLE,
  clusterSubject,
  dataHref,
  datasetHref,
  datasetSubject,
  homeHref,
  keeperSubject,
  mayKeep,
} from "./here.ts";
import { noticed, sayData } from "./messages.ts";
import { overviewCards } from "./overview.ts";
import { type DatasetRow, findDataset, headFor, type PanelHead } from "./panel.ts";
import {
  type Asked,
  type PreviewRow,
  previewRows,
  regionsCalled,
  type SeriesRow,
  seriesRows,
} from "./preview.ts";
import { datasetHere, datasetsHere, headOf } from "./read.ts";
import { computedFrom, keepingOf, versionsOf } from "./store.ts";
import { tableCsv, tableXlsx } from "./table/formats.ts";
import { countRows, tableRows } from "./table/rows.ts";
import { CataloguePage, catalogueColumns } from "./views/catalogue.tsx";
import { DatasetPage } from "./views/dataset.tsx";
import type { PanelShown } from "./views/figures.tsx";
import type { Refused } from "./views/keeping.tsx";
import { OverviewPage } from "./views/overview.tsx";
import type { TableShown } from "./views/table.tsx";
import { VersionPage } from "./views/version.tsx";

const HOME = "/clusters/:cluster/observatory";
const DatasetParams = ClusterPath.extend({ dataset: z.string().max(80) });
const example = { ...CLUSTER_EXAMPLE, dataset: "de-kreis-occupation" };
const PAGE = 50;

const Preview = z.object({
  measure: z.string().max(60).optional().catch(undefined),
  activity: z.string().max(60).optional().catch(undefined),
  region: z.string().trim().max(80).optional().catch(undefined),
  /** Words in the rows of a table. */
  query: z.string().trim().max(200).catch(""),
  from: z.coerce.number().int().min(0).max(1_000_000).catch(0),
  format: z.enum(FORMATS).optional().catch(undefined),
});
type Preview = z.output<typeof Preview>;

/** What the address asks of the panel, as far as the panel has it. */
const askedOf = (head: PanelHead, { measure, activity, region }: Preview): Asked => ({
  measure: head.measures.find(({ key }) => key === measure)?.key ?? head.measures[0]!.key,
  activity: head.activities.codes.find((code) => code === activity) ?? null,
  query: region,
});

const personal = (ctx: Context) => (ctx.identity ? { personal: true } : {});

function selectionColumns(ctx: Context, head: PanelHead): ExportColumn<PreviewRow>[] {
  const say = sayData(ctx.locale);
  return [
    { label: say("col.code"), value: (row) => row.code },
    { label: say("col.region"), value: (row) => row.name, width: 36 },
    ...head.periods.flatMap((period, i): ExportColumn<PreviewRow>[] => [
      { label: period, value: (row) => row.cells[i]!.value },
      {
        label: `${period} ·`,
        value: (row) => (row.cells[i]!.mark === VALUE ? "" : markWord(row.cells[i]!.mark)),
      },
    ]),
  ];
}

function seriesColumns(ctx: Context, head: PanelHead): ExportColumn<SeriesRow>[] {
  return [
    { label: sayData(ctx.locale)("col.period"), value: (row) => row.period },
    ...head.activities.names[ctx.locale].map((label, i) => ({
      label,
      value: (row: SeriesRow) => row.cells[i]!.value ?? markWord(row.cells[i]!.mark),
    })),
  ];
}

interface DatasetAsk {
  ctx: Context;
  params: { dataset: string };
  path: string;
  search: URLSearchParams;
  csrf: string;
}

/** `refused` is what was typed into the form below the data, with the sentences about it. */
async function datasetPage(ask: DatasetAsk, query: Preview, refused?: Refused): Promise<Reply> {
  const { ctx, params, path, search, csrf } = ask;
  if (query.format) return selectionFile(ctx, params.dataset, query, query.format);
  const seen = await ctx.read(async (db) => {
    const dataset = await findDataset(db, ctx.actor, ctx.cluster!.id, params.dataset);
    if (!dataset) return null;
    const keeps = mayKeep(ctx) && dataset.clusterId === ctx.cluster!.id;
    return {
      dataset,
      panel: await panelShown(db, ctx, dataset, query),
      table: await tableShown(db, dataset, query),
      versions: await versionsOf(db, dataset),
      computed: await computedFrom(db, dataset),
      keeping: keeps ? await keepingOf(db, dataset) : null,
    };
  });
  if (!seen) return problem("not-found");
  const { dataset } = seen;
  return page(
    {
      title: dataset.title[ctx.locale],
      ...personal(ctx),
      ...(dataset.credit ? { credits: [dataset.credit] } : {}),
    },
    <DatasetPage
      ctx={ctx}
      csrf={csrf}
      path={refused ? datasetHref(ctx, dataset.slug) : path.split("?")[0]!}
      query={queryOf(search)}
      {...seen}
      refused={refused}
    />,
    refused ? 422 : 200,
  );
}

async function panelShown(
  db: Db,
  ctx: Context,
  dataset: DatasetRow,
  query: Preview,
): Promise<PanelShown | null> {
  const head = await headFor(db, dataset);
  if (!head) return null;
  const asked = askedOf(head, query);
  if (head.regions.codes.length === 1)
    return { head, asked, rows: [], total: 1, series: await seriesRows(db, head, asked.measure) };
  const places = regionsCalled(head, ctx.locale, asked.query);
  const wanted = query.format ? places : places.slice(query.from, query.from + PAGE);
  const rows = await previewRows(db, head, ctx.locale, asked, wanted);
  return { head, asked, rows, total: places.length, series: null };
}

async function tableShown(db: Db, dataset: DatasetRow, { query, from }: Preview): Promise<TableShown | null> {
  if (dataset.kind !== "table" || dataset.madeAt === null) return null;
  const rows = await tableRows(db, dataset, { from, limit: PAGE + 1, query });
  return {
    rows: rows.slice(0, PAGE),
    total: query ? await countRows(db, dataset, query) : dataset.rows,
    query,
    next: rows[PAGE]?.position ?? null,
  };
}

/** What the page shows, all of its pages, as a file. */
async function selectionFile(ctx: Context, slug: string, query: Preview, format: Format): Promise<Reply> {
  const dataset = await datasetHere(ctx, slug);
  if (!dataset) return problem("not-found");
  if (dataset.kind === "table") return tableFile(ctx, dataset, format, query.query);
  const shown = await ctx.read((db) => panelShown(db, ctx, dataset, query));
  if (!shown) return problem("not-found");
  const { head, series, rows } = shown;
  return series
    ? listFile(format, slug, seriesColumns(ctx, head), series)
    : listFile(format, slug, selectionColumns(ctx, head), rows);
}

async function tableFile(
  ctx: Context,
  dataset: DatasetRow,
  as: "csv" | "xlsx",
  query?: string,
): Promise<Reply> {
  const name = `${dataset.slug}-v${dataset.version}`;
  return as === "xlsx" && dataset.rows <= MOST_ROWS
    ? file(`${name}.xlsx`, XLSX, await tableXlsx(ctx, dataset, query))
    : file(`${name}.csv`, "text/csv; charset=utf-8", streamOf(tableCsv(ctx, dataset, query)));
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const dataPages = [
  get(HOME, {
    rule: "cluster.see",
    summary: "The observatory: what data there are, and what they show",
    params: ClusterPath,
    example: CLUSTER_EXAMPLE,
    subject: clusterSubject,
    handle: async ({ ctx, csrf }) => {
      const datasets = await datasetsHere(ctx);
      const cards = await overviewCards(ctx, datasets);
      return page(
        { title: sayData(ctx.locale)("observatory"), ...personal(ctx) },
        <OverviewPage ctx={ctx} csrf={csrf} datasets={datasets} cards={cards} />,
      );
    },
  }),

  get(`${HOME}/data`, {
    rule: "cluster.see",
    summary: "The catalogue of datasets, searched and filtered by kind, origin and code list",
    params: ClusterPath,
    query: Filter,
    example: CLUSTER_EXAMPLE,
    subject: clusterSubject,
    handle: async ({ ctx, query, path, search, publicUrl }) => {
      const all = await datasetsHere(ctx);
      const found = all.filter((one) => matches(one, query));
      if (query.format)
        return listFile(query.format, `${ctx.cluster!.slug}-data`, catalogueColumns(ctx, publicUrl), found);
      return page(
        { title: sayData(ctx.locale)("catalogue"), ...personal(ctx) },
        <CataloguePage
          ctx={ctx}
          path={path.split("?")[0]!}
          query={queryOf(search)}
          filter={query}
          all={all}
          found={found}
        />,
      );
    },
  }),

  get(`${HOME}/catalogue.jsonld`, {
    rule: "cluster.see",
    summary: "The catalogue in the words of DCAT-AP, as JSON-LD",
    params: ClusterPath,
    example: CLUSTER_EXAMPLE,
    subject: clusterSubject,
    handle: async ({ ctx, publicUrl }) => ({
      kind: "said",
      status: 200,
      type: "application/ld+json; charset=utf-8",
      body: `${JSON.stringify(dcatCatalogue(ctx, await datasetsHere(ctx), publicUrl), null, 2)}\n`,
    }),
  }),

  get(`${HOME}/data/:dataset`, {
    rule: "dataset.see",
    summary: "One dataset: its figures, coverage, source, versions and what was computed from it",
    params: DatasetParams,
    query: Preview,
    example,
    subject: datasetSubject,
    handle: (ask) => datasetPage(ask, ask.query),
  }),

  get(`${HOME}/data/:dataset/download`, {
    rule: "dataset.see",
    summary: "All of a dataset as CSV, workbook, SDMX-CSV or JSON-stat, with the marks of its cells",
    params: DatasetParams,
    query: z.object({ as: z.enum(["csv", "xlsx", "sdmx", "jsonstat"]).catch("csv") }),
    example,
    subject: datasetSubject,
    handle: async ({ ctx, params, query }) => downloadOf(ctx, params.dataset, query.as),
  }),

  get(`${HOME}/data/:dataset/versions/:version`, {
    rule: "dataset.see",
    summary: "One version of a dataset, and what it changed",
    params: DatasetParams.extend({ version: z.string().regex(/^\d{1,6}$/) }),
    example: { ...example, version: "1" },
    subject: datasetSubject,
    handle: async ({ ctx, params }) => {
      const dataset = await datasetHere(ctx, params.dataset);
      const versions = dataset ? await ctx.read((db) => versionsOf(db, dataset)) : [];
      const version = versions.find((one) => one.version === Number(params.version));
      if (!dataset || !version) return problem("not-found");
      const title = sayData(ctx.locale)("version.title", {
        title: dataset.title[ctx.locale],
        version: version.version,
      });
      return page({ title, ...personal(ctx) }, <VersionPage ctx={ctx} dataset={dataset} version={version} />);
    },
  }),

  post(`${HOME}/data/:dataset/keeping`, {
    rule: "dataset.keep",
    summary: "Says from where a dataset is fetched, and how often",
    params: DatasetParams,
    example,
    subject: keeperSubject,
    handle: async (ask) => {
      const { ctx, desk, params } = ask;
      const said = ask.body as Record<string, string>;
      const typed = { address: String(said.address ?? ""), schedule: String(said.schedule ?? "never") };
      const done = await saveKeeping(ctx, desk.outside, params.dataset, typed);
      if (done.ok) return redirect(`${datasetHref(ctx, params.dataset)}#keeping`, noticed("keeping.saved"));
      if (done.problem === "not-found") return problem("not-found");
      const sentence = sayData(ctx.locale)(`keeping.${done.problem}`);
      return datasetPage(ask, Preview.parse({}), { typed, problems: { address: sentence } });
    },
  }),

  post(`${HOME}/data/:dataset/remove`, {
    rule: "dataset.keep",
    summary: "Removes a dataset of the cluster with all its versions",
    params: DatasetParams,
    example,
    subject: keeperSubject,
    handle: async ({ ctx, params }) =>
      (await removeDataset(ctx, params.dataset))
        ? redirect(dataHref(ctx), noticed("removed"))
        : problem("not-found"),
  }),

  post(`${HOME}/own-records`, {
    rule: "dataset.keep",
    summary: "Counts the cluster's own records anew",
    params: ClusterPath,
    example: CLUSTER_EXAMPLE,
    subject: keeperSubject,
    handle: async ({ ctx }) => {
      const clusterId = ctx.cluster!.id;
      await ctx.write((unit) =>
        unit.enqueue("observatory.data.own", { clusterId }, { key: `observatory.data.own:${clusterId}` }),
      );
      return redirect(homeHref(ctx), noticed("own.counting"));
    },
  }),
];

export async function downloadOf(
  ctx: Context,
  slug: string,
  as: "csv" | "xlsx" | "sdmx" | "jsonstat",
): Promise<Reply> {
  const dataset = await datasetHere(ctx, slug);
  if (dataset?.kind === "table" && dataset.madeAt)
    return tableFile(ctx, dataset, as === "xlsx" ? "xlsx" : "csv");
  const head = dataset && (await headOf(ctx, dataset));
  if (!head) return problem("not-found");
  const name = `${head.slug}-v${head.version}`;
  if (as === "sdmx")
    return file(
      `${name}-sdmx.csv`,
      "application/vnd.sdmx.data+csv; charset=utf-8",
      streamOf(panelSdmx(ctx, head)),
    );
  if (as === "jsonstat")
    return file(`${name}.json`, "application/json; charset=utf-8", streamOf(panelJsonStat(ctx, head)));
  if (as === "xlsx" && fitsWorkbook(head)) return file(`${name}.xlsx`, XLSX, await panelXlsx(ctx, head));
  return file(`${name}.csv`, "text/csv; charset=utf-8", streamOf(panelCsv(ctx, head)));
}
