import { z } from "zod";
import { ClusterPath } from "../../access/cluster-path.ts";
import type { Context } from "../../access/context.ts";
import { type Ask, file, get, page, post, problem, type Reply, redirect } from "../../access/route.ts";
import type { Visible } from "../../kernel/visibility.ts";
import { formatTime, toCsv } from "../../ui/index.ts";
import { FORMATS, listFile } from "../accounts/feature.ts";
import { ownFieldsOf } from "../registry/feature.ts";
import * as actions from "./actions.ts";
import { typedMapping, typedOptions } from "./form.ts";
import type { Mapping } from "./mapping/targets.ts";
import { say } from "./messages.ts";
import { problemBook, problemColumns } from "./problem-list.ts";
import { ENCODINGS, MAX_BYTES, SEPARATORS } from "./reading/sheet.ts";
import * as store from "./store.ts";
import { clusterSubject } from "./subject.ts";
import { csvTemplate, xlsxTemplate } from "./templates.ts";
import { ListPage, written } from "./views/list.tsx";
import { MappingPage } from "./views/mapping.tsx";
import { RunPage } from "./views/run.tsx";
import { sheetName, targetWord, unreadableSentence } from "./words.ts";

const PATH = "/clusters/:cluster/imports";
const RunParams = ClusterPath.extend({ import: z.uuid() });
const example = { cluster: "aviation" };
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const SAMPLE = 12;
const MANY = 60_000;

const home = (ctx: Context) => `/clusters/${ctx.cluster!.slug}/imports`;

type Asked = Ask<unknown, unknown, unknown, Visible>;

async function listPage({ ctx, csrf, search }: Asked, sentence?: string): Promise<Reply> {
  const runs = await actions.listRuns(ctx, { limit: 50, cursor: search.get("cursor") ?? undefined });
  return page(
    { title: say(ctx.locale)("title"), personal: true },
    <ListPage
      locale={ctx.locale}
      home={home(ctx)}
      csrf={csrf}
      runs={runs}
      query={Object.fromEntries(search)}
      problem={sentence}
    />,
    sentence ? 422 : 200,
  );
}

async function historyFile({ ctx }: Asked, format: (typeof FORMATS)[number]): Promise<Reply> {
  const t = say(ctx.locale);
  const { items } = await actions.listRuns(ctx, { limit: 5000 });
  return listFile(
    format,
    `imports-${ctx.cluster!.slug}`,
    [
      { label: t("col.file"), value: (run) => run.fileName },
      { label: t("col.state"), value: (run) => t(`state.${run.state}`) },
      { label: t("col.who"), value: (run) => run.personName },
      { label: t("col.when"), value: (run) => formatTime(run.createdAt, ctx.locale) },
      { label: t("col.rows"), value: (run) => run.rowsTotal },
      { label: t("col.written"), value: (run) => written(run) },
      { label: t("col.errors"), value: (run) => run.counts.error ?? 0 },
      { label: t("col.sha256"), value: (run) => run.sha256 },
    ],
    items,
  );
}

/** What a page about one import needs to show its columns. */
async function columnsOf(ctx: Context, run: store.Run, mapping: Mapping = run.mapping) {
  return ctx.read(async (db) => {
    const samples: store.StoredRow[][] = [];
    for (const [i] of run.reading.sheets.entries()) {
      const first = await store.firstRows(db, run, i, SAMPLE);
      const head = mapping[i]?.head ?? 1;
      const near = first.some((row) => row.row === head)
        ? first
        : await store.firstRows(db, run, i, SAMPLE, head);
      samples.push(near);
    }
    return { samples, own: await ownFieldsOf(db, ctx.actor, run.clusterId) };
  });
}

const headsOf = (run: store.Run, samples: readonly (readonly store.StoredRow[])[]) =>
  samples.map((rows, i) => rows.find((row) => row.row === run.mapping[i]?.head)?.cells ?? []);

async function mappingPage(
  { ctx, csrf }: Asked,
  run: store.Run,
  problems: readonly string[] = [],
): Promise<Reply> {
  const { samples, own } = await columnsOf(ctx, run);
  return page(
    { title: run.fileName, personal: true },
    <MappingPage
      locale={ctx.locale}
      href={`${home(ctx)}/${run.id}`}
      csrf={csrf}
      run={run}
      samples={samples}
      own={own}
      problems={problems}
      readable={await ctx.read((db) => store.hasFile(db, run))}
    />,
    problems.length > 0 ? 422 : 200,
  );
}

const OUTCOMES = ["new", "match", "repeat", "unchanged", "error"] as const;

async function runPage(ask: Asked, run: store.Run, refused?: string): Promise<Reply> {
  const { ctx, csrf, search } = ask;
  const onlyProblems = search.get("problems") === "1";
  const outcome = z
    .enum(OUTCOMES)
    .optional()
    .catch(undefined)
    .parse(search.get("outcome") ?? undefined);
  const { samples } = await columnsOf(ctx, run);
  const { rows, kept } = await ctx.read(async (db) => ({
    rows: await store.checkedRows(
      db,
      run,
      { problems: onlyProblems, outcome },
      { limit: 100, cursor: search.get("cursor") ?? undefined },
    ),
    kept: run.state === "undone" ? await store.keptChanges(db, run, 500) : [],
  }));
  return page(
    { title: run.fileName, personal: true },
    <RunPage
      locale={ctx.locale}
      href={`${home(ctx)}/${run.id}`}
      csrf={csrf}
      run={run}
      rows={rows}
      heads={headsOf(run, samples)}
      kept={kept}
      query={Object.fromEntries(search)}
      onlyProblems={onlyProblems}
      mayUndo={actions.canUndo(run, ctx.now())}
      refused={refused}
    />,
    refused ? 409 : 200,
  );
}

/** Everything done to one import begins with finding it. */
const withRun = <P extends { import: string }>(
  work: (ask: Asked, run: store.Run) => Promise<Reply>,
): ((ask: Ask<P, never, never, Visible> | Ask<P, unknown, unknown, Visible>) => Promise<Reply>) => {
  return async (ask) => {
    const run = await actions.readRun(ask.ctx, ask.params.import);
    return run ? work(ask as Asked, run) : problem("not-found");
  };
};

const refusedPage = async (ask: Asked, run: store.Run, why: "not-now" | "has-errors" | "nothing-to-do") =>
  runPage(ask, (await actions.readRun(ask.ctx, run.id)) ?? run, say(ask.ctx.locale)(why));

const show = withRun<z.output<typeof RunParams>>((ask, run) =>
  run.state === "read" || (run.state === "checked" && ask.search.get("map") === "1")
    ? mappingPage(ask, run)
    : runPage(ask, run),
);

const map = withRun<z.output<typeof RunParams>>(async (ask, run) => {
  const { ctx } = ask;
  const body = ask.body as Record<string, string | string[]>;
  if (run.state !== "read" && run.state !== "checked") return refusedPage(ask, run, "not-now");
  const wanted = run.mapping.map((sheet, i) => ({ ...sheet, head: Number(body[`head.${i}`]) || sheet.head }));
  const { samples, own } = await columnsOf(ctx, run, wanted);
  const changed = { ...run, mapping: typedMapping(body, run, samples, own), options: typedOptions(body) };
  const other = changed.mapping.some(
    (sheet, i) => sheet.kind !== run.mapping[i]?.kind || sheet.head !== run.mapping[i]?.head,
  );
  if (other || body.act === "show") {
    await ctx.write((unit) =>
      store.changeRun(unit, run, ["read", "checked"], {
        state: "read",
        mapping: changed.mapping,
        options: changed.options,
      }),
    );
    return redirect(`${home(ctx)}/${run.id}`);
  }
  const problems = sentences(changed, own, ctx);
  if (problems.length > 0) return mappingPage(ask, changed, problems);
  const checked = await actions.checkSheet(ctx, ask.subject, run, changed.mapping, changed.options);
  return checked.ok ? redirect(`${home(ctx)}/${run.id}`) : refusedPage(ask, run, "not-now");
});

function sentences(run: store.Run, own: Parameters<typeof targetWord>[1], { locale }: Context): string[] {
  const t = say(locale);
  const name = (sheet: number) => sheetName(run.reading.sheets[sheet]?.name ?? "", locale);
  const missing = actions.mappingProblems(run.mapping).map(({ sheet, targets, problem: what }) =>
    what === "nothing-to-import"
      ? t("missing.nothing")
      : t("missing.one", {
          sheet: name(sheet),
          targets: targets.map((target) => targetWord(target, own, locale)).join(` ${t("or")} `),
        }),
  );
  const twice = run.mapping.flatMap(({ kind, columns }, i) => {
    const meant = columns.filter((target): target is string => target !== null && kind !== "none");
    return [...new Set(meant.filter((target, at) => meant.indexOf(target) !== at))].map((target) =>
      t("twice", { sheet: name(i), target: targetWord(target, own, locale) }),
    );
  });
  return [...missing, ...twice];
}

const again = withRun<z.output<typeof RunParams>>(async (ask, run) => {
  const { ctx } = ask;
  const body = ask.body as Record<string, string>;
  const chosen = {
    encoding: z.enum(ENCODINGS).optional().catch(undefined).parse(body.encoding),
    separator: z.enum(SEPARATORS).optional().catch(undefined).parse(body.separator),
  };
  const read = await actions.readAgain(ctx, run, chosen);
  if (read.ok) return redirect(`${home(ctx)}/${run.id}`, "notice.read-again");
  return read.why
    ? mappingPage(ask, run, [unreadableSentence(read.why, ctx.locale)])
    : refusedPage(ask, run, "not-now");
});

const confirm = withRun<z.output<typeof RunParams>>(async (ask, run) => {
  const begun = await actions.confirmRun(ask.ctx, run);
  return begun.ok
    ? redirect(`${home(ask.ctx)}/${run.id}`, "notice.begun")
    : refusedPage(ask, run, begun.problem);
});

const cancel = withRun<z.output<typeof RunParams>>(async (ask, run) => {
  const done = await actions.cancelRun(ask.ctx, run);
  return done.ok
    ? redirect(`${home(ask.ctx)}/${run.id}`, "notice.cancelled")
    : refusedPage(ask, run, done.problem);
});

const undo = withRun<z.output<typeof RunParams>>(async (ask, run) => {
  const begun = await actions.undoImport(ask.ctx, run);
  return begun.ok
    ? redirect(`${home(ask.ctx)}/${run.id}`, "notice.undoing")
    : refusedPage(ask, run, begun.problem);
});

const discard = withRun<z.output<typeof RunParams>>(async (ask, run) => {
  const done = await actions.discardRun(ask.ctx, run);
  return done.ok ? redirect(home(ask.ctx), "notice.discarded") : refusedPage(ask, run, done.problem);
});

async function problemFile({ ctx, search }: Asked, run: store.Run): Promise<Reply> {
  const { samples } = await columnsOf(ctx, run);
  const heads = headsOf(run, samples);
  const { items } = await ctx.read((db) => store.checkedRows(db, run, { outcome: "error" }, { limit: MANY }));
  const sheets = run.reading.sheets.map((sheet, i) => ({
    name: sheet.name,
    columns: problemColumns(run, i, heads[i] ?? [], ctx.locale),
    rows: items.filter((row) => row.sheet === i),
  }));
  const name = `${run.fileName.replace(/\.[a-z]+$/i, "")}-problems`;
  const wanted = sheets.find((sheet) => sheet.rows.length > 0) ?? sheets[0];
  // Not read yet: there is nothing to be wrong.
  if (!wanted) return file(`${name}.csv`, "text/csv; charset=utf-8", "");
  if (search.get("format") !== "xlsx")
    return file(`${name}.csv`, "text/csv; charset=utf-8", toCsv(wanted.columns, wanted.rows));
  return file(`${name}.xlsx`, XLSX, await problemBook(sheets));
}

const spec = { rule: "import.run", subject: clusterSubject } as const;

export const importPages = [
  get(PATH, {
    ...spec,
    summary: "Sheets brought into the cluster, and the form to bring in another one",
    params: ClusterPath,
    query: z.object({ format: z.enum(FORMATS).optional().catch(undefined) }),
    example,
    handle: (ask) => (ask.query.format ? historyFile(ask, ask.query.format) : listPage(ask)),
  }),
  post(PATH, {
    ...spec,
    summary: "Reads a sheet; nothing is written yet",
    params: ClusterPath,
    upload: { maxBytes: MAX_BYTES + 1_048_576 },
    example,
    handle: async (ask) => {
      const sent = ask.files.file;
      if (!sent) return listPage(ask, say(ask.ctx.locale)("upload.none"));
      const taken = await actions.takeFile(ask.ctx, sent);
      return taken.ok
        ? redirect(`${home(ask.ctx)}/${taken.value}`)
        : listPage(ask, unreadableSentence(taken.why!, ask.ctx.locale));
    },
  }),
  get(`${PATH}/template.csv`, {
    ...spec,
    summary: "A sheet of firms to fill in, as CSV",
    params: ClusterPath,
    example,
    handle: async ({ ctx }) => {
      const own = await ctx.read((db) => ownFieldsOf(db, ctx.actor, actions.here(ctx)));
      return file("kontor-import.csv", "text/csv; charset=utf-8", csvTemplate(own, ctx.locale));
    },
  }),
  get(`${PATH}/template.xlsx`, {
    ...spec,
    summary: "A workbook with sheets for firms, people, relations and notes to fill in",
    params: ClusterPath,
    example,
    handle: async ({ ctx }) => {
      const own = await ctx.read((db) => ownFieldsOf(db, ctx.actor, actions.here(ctx)));
      return file("kontor-import.xlsx", XLSX, await xlsxTemplate(own, ctx.locale));
    },
  }),
  get(`${PATH}/:import`, {
    ...spec,
    summary: "One import: its columns, its dry run, where it stands, what it wrote",
    params: RunParams,
    handle: show,
  }),
  get(`${PATH}/:import/problems`, {
    ...spec,
    summary: "The rows that cannot be used, with their reasons, to correct and bring in again",
    params: RunParams,
    handle: withRun(problemFile),
  }),
  post(`${PATH}/:import/mapping`, {
    ...spec,
    summary: "Says what the columns mean and checks every row without writing",
    params: RunParams,
    handle: map,
  }),
  post(`${PATH}/:import/read-again`, {
    ...spec,
    summary: "Reads the file with another encoding or separator",
    params: RunParams,
    handle: again,
  }),
  post(`${PATH}/:import/confirm`, {
    ...spec,
    summary: "Writes what the dry run showed, or goes on after a stop",
    params: RunParams,
    handle: confirm,
  }),
  post(`${PATH}/:import/cancel`, {
    ...spec,
    summary: "Stops writing; what is written stays and can be undone",
    params: RunParams,
    handle: cancel,
  }),
  post(`${PATH}/:import/undo`, {
    ...spec,
    summary: "Takes back everything an import wrote",
    params: RunParams,
    handle: undo,
  }),
  post(`${PATH}/:import/discard`, {
    ...spec,
    summary: "Throws a sheet away that was not imported",
    params: RunParams,
    handle: discard,
  }),
];
