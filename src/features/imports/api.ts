import { z } from "zod";
import { ClusterPath } from "../../access/cluster-path.ts";
import { type Ask, api, created, json, problem, type Reply } from "../../access/route.ts";
import { decodeCursor } from "../../kernel/page.ts";
import type { Visible } from "../../kernel/visibility.ts";
import { ownFieldsOf } from "../registry/feature.ts";
import * as actions from "./actions.ts";
import { type Mapping, ROW_KINDS, SHEET_KINDS, targetsOf } from "./mapping/targets.ts";
import { DEFAULT_OPTIONS, Options } from "./options.ts";
import { ENCODINGS, MAX_BYTES, SEPARATORS } from "./reading/sheet.ts";
import { REASONS } from "./rows/problem.ts";
import * as store from "./store.ts";
import { clusterSubject } from "./subject.ts";
import { reasonSentence, targetAt, unreadableSentence } from "./words.ts";

const PATH = "/api/v1/clusters/:cluster/imports";
const RunParams = ClusterPath.extend({ import: z.uuid() });
const example = { cluster: "aviation" };

const Sheet = z.object({
  name: z.string(),
  rows: z.number().int(),
  kind: z.enum(SHEET_KINDS),
  head: z.number().int(),
  columns: z.array(z.string().nullable()),
});
const Import = z.object({
  id: z.uuid(),
  fileName: z.string(),
  sha256: z.string(),
  state: z.enum(store.STATES),
  by: z.string().nullable(),
  encoding: z.enum(ENCODINGS).nullable(),
  separator: z.enum(SEPARATORS).nullable(),
  sheets: z.array(Sheet),
  options: Options,
  counts: z.record(z.string(), z.number().int()),
  rowsTotal: z.number().int(),
  rowsDone: z.number().int(),
  stoppedBecause: z.string().nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
const Row = z.object({
  sheet: z.number().int(),
  row: z.number().int(),
  kind: z.enum(ROW_KINDS).nullable(),
  about: z.string().nullable(),
  outcome: z.enum(["new", "match", "repeat", "unchanged", "error", "skipped"]),
  organisation: z.string().nullable(),
  problems: z.array(
    z.object({
      column: z.number().int().nullable(),
      target: z.string().nullable(),
      reason: z.enum(REASONS),
      warning: z.boolean(),
      text: z.object({ en: z.string(), de: z.string() }),
    }),
  ),
});

const answerOf = (run: store.Run): z.output<typeof Import> => ({
  id: run.id,
  fileName: run.fileName,
  sha256: run.sha256,
  state: run.state,
  by: run.personName,
  encoding: run.reading.encoding,
  separator: run.reading.separator,
  sheets: run.reading.sheets.map(({ name, rows }, i) => ({ name, rows, ...run.mapping[i]! })),
  options: run.options,
  counts: run.counts,
  rowsTotal: run.rowsTotal,
  rowsDone: run.rowsDone,
  stoppedBecause: run.problem,
  createdAt: run.createdAt.toISOString(),
  finishedAt: run.finishedAt?.toISOString() ?? null,
});

const Cell = z.union([z.string().max(8000), z.number(), z.boolean(), z.null()]);
const Records = z
  .array(z.record(z.string().max(80), Cell))
  .max(5_000)
  .optional();
/** Rows by kind, each with the names of targets as keys; a file is sent as the body itself or as a form. */
const NewImport = z.strictObject({
  name: z.string().trim().min(1).max(200).optional(),
  organisations: Records,
  people: Records,
  links: Records,
  notes: Records,
});

const Choices = z.strictObject({
  onError: Options.shape.onError,
  existing: Options.shape.existing,
  role: Options.shape.role,
  factVisibility: Options.shape.factVisibility,
  membershipVisibility: Options.shape.membershipVisibility,
  quiet: z.enum(["true", "false"]).default("true"),
  encoding: z.enum(ENCODINGS).optional(),
  separator: z.enum(SEPARATORS).optional(),
});

const Remapped = z.strictObject({
  sheets: z
    .array(
      z.strictObject({
        kind: z.enum(SHEET_KINDS),
        head: z.number().int().min(1).optional(),
        columns: z.array(z.string().max(80).nullable()).max(100),
      }),
    )
    .max(20)
    .optional(),
  options: Options.partial().optional(),
});

const bad = (field: string, why: string): Reply =>
  problem("unprocessable", undefined, [{ field, problem: why }]);

/** The dry run of what the columns are taken to mean; a mapping that lacks something is told, and kept for a correction. */
async function checked(
  ask: Ask<unknown, unknown, unknown, Visible>,
  id: string,
  mapping: Mapping | null,
  options: Options,
): Promise<Reply | store.Run> {
  const run = (await actions.readRun(ask.ctx, id))!;
  const wanted = mapping ?? run.mapping;
  if (actions.mappingProblems(wanted).length > 0) {
    await ask.ctx.write((unit) =>
      store.changeRun(unit, run, ["read", "checked"], { state: "read", mapping: wanted, options }),
    );
    return (await actions.readRun(ask.ctx, id))!;
  }
  const done = await actions.checkSheet(ask.ctx, ask.subject, run, wanted, options);
  if (!done.ok) return problem("conflict", "The import has moved on meanwhile.");
  return (await actions.readRun(ask.ctx, id))!;
}

const isReply = (value: Reply | store.Run): value is Reply => "kind" in value;

const spec = { rule: "import.run", subject: clusterSubject } as const;

type Step = (
  ask: Ask<z.output<typeof RunParams>, unknown, unknown, Visible>,
  run: store.Run,
) => Promise<{ ok: boolean; problem?: string }>;
/** Begins what a job does; the answer says where the import stands. */
const step =
  (act: Step) =>
  async (
    ask:
      | Ask<z.output<typeof RunParams>, never, never, Visible>
      | Ask<z.output<typeof RunParams>, unknown, unknown, Visible>,
  ): Promise<Reply> => {
    const run = await actions.readRun(ask.ctx, ask.params.import);
    if (!run) return problem("not-found");
    const done = await act(ask as Parameters<Step>[0], run);
    if (!done.ok) return problem("conflict", done.problem);
    return { kind: "json", status: 202, body: answerOf((await actions.readRun(ask.ctx, run.id)) ?? run) };
  };
const Nothing = z.strictObject({});

export const importApi = [
  api.get(PATH, {
    ...spec,
    summary: "The imports of the cluster, the latest first",
    params: ClusterPath,
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.string().max(400).optional(),
    }),
    answer: z.object({ items: z.array(Import), total: z.number().int(), next: z.string().nullable() }),
    example,
    handle: async ({ ctx, query }) => {
      if (query.cursor !== undefined && !decodeCursor(query.cursor, 1)) return bad("cursor", "unknown");
      const runs = await actions.listRuns(ctx, query);
      return json({ ...runs, items: runs.items.map(answerOf) });
    },
  }),
  api.post(PATH, {
    ...spec,
    summary:
      "Reads a CSV or XLSX file, or rows, and answers with the dry run; nothing is written before it is confirmed",
    params: ClusterPath,
    query: Choices,
    body: NewImport,
    upload: { maxBytes: MAX_BYTES },
    answer: Import,
    handle: async (ask) => {
      const { ctx, query, body, files } = ask;
      const { encoding, separator, quiet, ...rest } = query;
      const options: Options = { ...rest, quiet: quiet === "true" };
      const sent = files.file;
      const { name = "rows", ...sheets } = body;
      const kinds = ROW_KINDS.filter((kind) => (sheets[kind]?.length ?? 0) > 0);
      if (!sent && kinds.length === 0) return bad("organisations", "required");
      let id: string;
      let mapping: Mapping | null = null;
      if (sent) {
        const taken = await actions.takeFile(ctx, sent, { encoding, separator });
        if (!taken.ok)
          return problem("unprocessable", unreadableSentence(taken.why!, "en"), [
            { field: "file", problem: taken.why!.problem },
          ]);
        id = taken.value;
      } else {
        id = await actions.takeRows(
          ctx,
          name,
          Object.fromEntries(kinds.map((kind) => [kind, sheets[kind]!])),
        );
        const own = await ctx.read((db) => ownFieldsOf(db, ctx.actor, actions.here(ctx)));
        mapping = kinds.map((kind) => {
          const known = new Set(targetsOf(kind, own));
          const head = [...new Set(sheets[kind]!.flatMap((record) => Object.keys(record)))];
          return { kind, head: 1, columns: head.map((key) => (known.has(key) ? key : null)) };
        });
      }
      const run = await checked(ask, id, mapping, options);
      return isReply(run)
        ? run
        : created(answerOf(run), `/api/v1/clusters/${ctx.cluster!.slug}/imports/${id}`);
    },
  }),
  api.get(`${PATH}/:import`, {
    ...spec,
    summary: "Where an import stands",
    params: RunParams,
    query: Nothing,
    answer: Import,
    handle: async ({ ctx, params }) => {
      const run = await actions.readRun(ctx, params.import);
      return run ? json(answerOf(run)) : problem("not-found");
    },
  }),
  api.get(`${PATH}/:import/rows`, {
    ...spec,
    summary: "The rows of an import with what became, or would become, of each",
    params: RunParams,
    query: z.strictObject({
      problems: z.enum(["true", "false"]).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.string().max(400).optional(),
    }),
    answer: z.object({ items: z.array(Row), total: z.number().int(), next: z.string().nullable() }),
    handle: async ({ ctx, params, query }) => {
      const run = await actions.readRun(ctx, params.import);
      if (!run) return problem("not-found");
      if (query.cursor !== undefined && !decodeCursor(query.cursor, 1)) return bad("cursor", "unknown");
      const rows = await ctx.read((db) =>
        store.checkedRows(db, run, { problems: query.problems === "true" }, query),
      );
      return json({
        ...rows,
        items: rows.items.map((row) => ({
          sheet: row.sheet,
          row: row.row,
          kind: row.kind,
          about: row.label,
          outcome: row.outcome ?? "skipped",
          organisation: row.slug,
          problems: row.problems.map((one) => ({
            column: one.column,
            target: targetAt(one, run.mapping[row.sheet]),
            reason: one.reason,
            warning: one.warning === true,
            text: { en: reasonSentence(one, "en"), de: reasonSentence(one, "de") },
          })),
        })),
      });
    },
  }),
  api.put(`${PATH}/:import/mapping`, {
    ...spec,
    summary: "Says what the columns mean and how to go about it, and answers with the dry run",
    params: RunParams,
    body: Remapped,
    answer: Import,
    handle: async (ask) => {
      const { ctx, params, body } = ask;
      const run = await actions.readRun(ctx, params.import);
      if (!run) return problem("not-found");
      const { sheets, options } = body;
      if (sheets && sheets.length !== run.mapping.length) return bad("sheets", "one-for-each-sheet");
      const own = await ctx.read((db) => ownFieldsOf(db, ctx.actor, run.clusterId));
      const unknown = sheets?.flatMap(({ kind, columns }, i) =>
        columns
          .filter((target) => target !== null && !targetsOf(kind, own).includes(target))
          .map((target) => `sheets.${i}: ${target}`),
      );
      if (unknown && unknown.length > 0) return bad(unknown[0]!, "unknown-target");
      const mapping =
        sheets?.map((sheet, i) => ({ ...sheet, head: sheet.head ?? run.mapping[i]!.head })) ?? null;
      const given = Object.fromEntries(
        Object.entries(options ?? {}).filter(([, value]) => value !== undefined),
      );
      const done = await checked(ask, run.id, mapping, { ...DEFAULT_OPTIONS, ...run.options, ...given });
      return isReply(done) ? done : json(answerOf(done));
    },
  }),
  api.post(`${PATH}/:import/confirm`, {
    ...spec,
    summary: "Writes what the dry run showed, or goes on after a stop",
    params: RunParams,
    body: Nothing,
    answer: Import,
    handle: step(({ ctx }, run) => actions.confirmRun(ctx, run)),
  }),
  api.post(`${PATH}/:import/cancel`, {
    ...spec,
    summary: "Stops writing; what is written stays and can be undone",
    params: RunParams,
    body: Nothing,
    answer: Import,
    handle: step(({ ctx }, run) => actions.cancelRun(ctx, run)),
  }),
  api.post(`${PATH}/:import/undo`, {
    ...spec,
    summary: "Takes back everything the import wrote",
    params: RunParams,
    body: Nothing,
    answer: Import,
    handle: step(({ ctx }, run) => actions.undoImport(ctx, run)),
  }),
  api.delete(`${PATH}/:import`, {
    ...spec,
    summary: "Throws a sheet away that was not imported",
    params: RunParams,
    handle: async ({ ctx, params }) => {
      const run = await actions.readRun(ctx, params.import);
      if (!run) return problem("not-found");
      const done = await actions.discardRun(ctx, run);
      return done.ok ? { kind: "empty" } : problem("conflict", done.problem);
    },
  }),
];
