import { z } from "zod";
import { ClusterPath } from "../../../../access/cluster-path.ts";
import type { Context } from "../../../../access/context.ts";
import {
  type Ask,
  api,
  created,
  get,
  json,
  page,
  post,
  problem,
  type Reply,
  redirect,
} from "../../../../access/route.ts";
import { isCorrespondence } from "../correspondence/correspondence.ts";
import { CLUSTER_EXAMPLE, homeHref, keeperSubject } from "../here.ts";
import { TAKEN_FOR } from "../mapping/roles.ts";
import { noticed } from "../messages.ts";
import { datasetHere, datasetsHere } from "../read.ts";
import { MAX_BYTES } from "../reading/source.ts";
import { BringingPage, BringingsPage } from "../views/bringing.tsx";
import {
  checkData,
  discardData,
  listBringings,
  problemsIn,
  readBringing,
  takeData,
  takeFor,
  writeData,
} from "./actions.ts";
import { typedAbout, typedMapping } from "./form.ts";
import { Mapped, mappedAs } from "./mapped.ts";
import { problemSentence, sayBringing } from "./messages.ts";
import type { Bringing } from "./store.ts";

const PATH = "/clusters/:cluster/observatory/imports";
const API = "/api/v1/clusters/:cluster/observatory/imports";
const UploadParams = ClusterPath.extend({ upload: z.uuid() });
const spec = { rule: "dataset.keep", subject: keeperSubject } as const;

const home = (ctx: Context) => `${homeHref(ctx)}/imports`;

async function listPage(
  { ctx, csrf }: { ctx: Context; csrf: string },
  slug: string | null,
  refused?: { typed: Record<string, string>; problems: Record<string, string> },
): Promise<Reply> {
  const of = slug ? await datasetHere(ctx, slug) : null;
  return page(
    { title: sayBringing(ctx.locale)("title"), personal: true },
    <BringingsPage
      ctx={ctx}
      csrf={csrf}
      list={await listBringings(ctx)}
      dataset={of ? { slug: of.slug, title: of.title[ctx.locale] } : undefined}
      {...refused}
    />,
    refused ? 422 : 200,
  );
}

type Uploaded = { params: { upload: string } };
type Asked = Ask<z.output<typeof UploadParams>, unknown, unknown, unknown>;

const withFile =
  (work: (ask: Asked, bringing: Bringing) => Promise<Reply>) =>
  async (ask: Uploaded & { ctx: Context }): Promise<Reply> => {
    const bringing = await readBringing(ask.ctx, ask.params.upload);
    return bringing ? work(ask as Asked, bringing) : problem("not-found");
  };

function filePage(
  { ctx, csrf, search }: Asked,
  bringing: Bringing,
  more: Partial<Parameters<typeof BringingPage>[0]> = {},
): Reply {
  return page(
    { title: bringing.fileName, personal: true },
    <BringingPage
      ctx={ctx}
      csrf={csrf}
      bringing={bringing}
      again={search.get("columns") === "1"}
      ledBy={[]}
      {...more}
    />,
    more.problems ? 422 : 200,
  );
}

const correspondencesHere = async (ctx: Context) => (await datasetsHere(ctx)).filter(isCorrespondence);

export const bringingPages = [
  get(PATH, {
    ...spec,
    summary: "Files brought into the observatory, and the form to bring another",
    params: ClusterPath,
    query: z.object({ dataset: z.string().max(80).optional().catch(undefined) }),
    example: CLUSTER_EXAMPLE,
    handle: (ask) => listPage(ask, ask.query.dataset ?? null),
  }),
  post(PATH, {
    ...spec,
    summary: "Takes a file in, or an address it lies at; nothing is written yet",
    params: ClusterPath,
    upload: { maxBytes: MAX_BYTES + 1_048_576 },
    example: CLUSTER_EXAMPLE,
    handle: async (ask) => {
      const { ctx, files, desk } = ask;
      const body = ask.body as Record<string, string>;
      const sent = files.file && files.file.bytes.length > 0 ? files.file : undefined;
      const address = String(body.address ?? "").trim();
      const dataset = String(body.dataset ?? "") || undefined;
      const taken = await takeData(ctx, desk.outside, { file: sent, address, dataset });
      if (taken.ok) return redirect(`${home(ctx)}/${taken.value}`);
      const sentence = problemSentence(
        taken.problem === "too-large" ? `too-large:${MAX_BYTES / 1_048_576}` : taken.problem,
        ctx.locale,
      );
      const field = taken.problem === "bad-address" ? "address" : "";
      return listPage(ask, dataset ?? null, { typed: { address }, problems: { [field]: sentence } });
    },
  }),
  get(`${PATH}/:upload`, {
    ...spec,
    summary: "One file: its columns, what was found in it, where it stands",
    params: UploadParams,
    handle: withFile(async (ask, bringing) => {
      const waits = bringing.state === "read" || bringing.state === "checked";
      return filePage(ask, bringing, waits ? { ledBy: await correspondencesHere(ask.ctx) } : {});
    }),
  }),
  post(`${PATH}/:upload/columns`, {
    ...spec,
    summary: "Says what the columns mean and has every row checked without writing",
    params: UploadParams,
    handle: withFile(async (ask, bringing) => {
      const { ctx } = ask;
      const body = ask.body as Record<string, string>;
      if (!bringing.shape)
        return filePage(ask, bringing, { problems: { "": problemSentence("not-now", ctx.locale) } });
      const mapping = typedMapping(body, bringing.shape);
      const about = bringing.datasetId ? bringing.about : typedAbout(body, bringing.about);
      const done = await checkData(ctx, bringing, mapping, about);
      if (done.ok) return redirect(`${home(ctx)}/${bringing.id}`);
      const problems = { "": problemSentence(done.problem, ctx.locale) };
      const ledBy = await correspondencesHere(ctx);
      return filePage(ask, bringing, { typed: { mapping, about }, problems, again: true, ledBy });
    }),
  }),
  post(`${PATH}/:upload/taken-for`, {
    ...spec,
    summary: "Says what a file is: a panel, a table or a correspondence; its columns are guessed anew",
    params: UploadParams,
    handle: withFile(async (ask, bringing) => {
      const { ctx } = ask;
      const what = z.enum(TAKEN_FOR).safeParse((ask.body as Record<string, string>).takenFor);
      if (what.success && bringing.shape && (await takeFor(ctx, bringing, what.data)))
        return redirect(`${home(ctx)}/${bringing.id}`);
      return filePage(ask, bringing, { problems: { "": problemSentence("not-now", ctx.locale) } });
    }),
  }),
  post(`${PATH}/:upload/write`, {
    ...spec,
    summary: "Writes what was checked as a version, in one transaction",
    params: UploadParams,
    handle: withFile(async (ask, bringing) => {
      const begun = await writeData(ask.ctx, bringing);
      return begun.ok
        ? redirect(`${home(ask.ctx)}/${bringing.id}`)
        : filePage(ask, bringing, {
            problems: { "": problemSentence(`${begun.problem}:${problemsIn(bringing)}`, ask.ctx.locale) },
          });
    }),
  }),
  post(`${PATH}/:upload/discard`, {
    ...spec,
    summary: "Throws a file away that was not written",
    params: UploadParams,
    handle: withFile(async (ask, bringing) =>
      (await discardData(ask.ctx, bringing))
        ? redirect(home(ask.ctx), noticed("discarded"))
        : filePage(ask, bringing, { problems: { "": problemSentence("not-now", ask.ctx.locale) } }),
    ),
  }),
];

const Import = z.object({
  id: z.uuid(),
  fileName: z.string(),
  sha256: z.string(),
  state: z.string(),
  dataset: z.string().nullable(),
  head: z.array(z.string()),
  columns: z.array(z.string()),
  rows: z.number().int(),
  regions: z.number().int(),
  activities: z.number().int(),
  periods: z.array(z.string()),
  cells: z.object({ values: z.number(), missing: z.number(), secret: z.number(), estimated: z.number() }),
  problems: z.number().int(),
  reasons: z.record(z.string(), z.number()),
  first: z.array(z.object({ row: z.number(), column: z.string(), reason: z.string(), said: z.string() })),
  problem: z.string().nullable(),
});

const answerOf = (one: Bringing): z.input<typeof Import> => ({
  id: one.id,
  fileName: one.fileName,
  sha256: one.sha256,
  state: one.state,
  dataset: one.datasetSlug,
  head: one.shape?.head ?? [],
  columns: one.mapping?.columns ?? [],
  rows: one.findings?.rows ?? one.rowsDone,
  regions: one.findings?.regions ?? 0,
  activities: one.findings?.activities ?? 0,
  periods: one.findings?.periods ?? [],
  cells: {
    values: one.findings?.cells[0] ?? 0,
    missing: one.findings?.cells[1] ?? 0,
    secret: one.findings?.cells[2] ?? 0,
    estimated: one.findings?.cells[3] ?? 0,
  },
  problems: problemsIn(one),
  reasons: one.findings?.problems ?? {},
  first: one.findings?.first ?? [],
  problem: one.problem && problemSentence(one.problem, "en"),
});

const Nothing = z.strictObject({});
const hrefOf = (ctx: Context, id: string) =>
  `/api/v1/clusters/${ctx.cluster!.slug}/observatory/imports/${id}`;

/** Where the import stands after an act that a job carries on with. */
async function begun(ctx: Context, id: string): Promise<Reply> {
  const now = await readBringing(ctx, id);
  return now ? { kind: "json", status: 202, body: answerOf(now) } : problem("not-found");
}

export const bringingApi = [
  api.post(API, {
    ...spec,
    summary: "Takes a file in, as the bare body or from an address; nothing is written before it is told to",
    params: ClusterPath,
    query: z.strictObject({ dataset: z.string().max(80).optional() }),
    body: z.strictObject({ address: z.url().max(1000).optional() }),
    upload: { maxBytes: MAX_BYTES },
    answer: Import,
    example: CLUSTER_EXAMPLE,
    handle: async ({ ctx, desk, query, body, files }) => {
      const taken = await takeData(ctx, desk.outside, {
        ...{ file: files.file, address: body.address, dataset: query.dataset },
      });
      if (!taken.ok)
        return problem("unprocessable", undefined, [
          {
            field: taken.problem === "no-dataset" ? "dataset" : body.address ? "address" : "file",
            problem: taken.problem,
          },
        ]);
      const bringing = await readBringing(ctx, taken.value);
      return bringing ? created(answerOf(bringing), hrefOf(ctx, taken.value)) : problem("not-found");
    },
  }),
  api.get(`${API}/:upload`, {
    ...spec,
    summary: "Where a file stands, what its columns are taken for, and what is wrong by row",
    params: UploadParams,
    query: Nothing,
    answer: Import,
    handle: withFile(async (_, bringing) => json(answerOf(bringing))),
  }),
  api.put(`${API}/:upload/columns`, {
    ...spec,
    summary: "Says what the columns mean and has every row checked without writing",
    params: UploadParams,
    body: Mapped,
    answer: Import,
    handle: async ({ ctx, params, body }) => {
      const bringing = await readBringing(ctx, params.upload);
      if (!bringing) return problem("not-found");
      if (!bringing.shape || !bringing.mapping) return problem("conflict", "not-now");
      if (body.columns.length !== bringing.shape.head.length)
        return problem("unprocessable", undefined, [{ field: "columns", problem: "one-for-each-column" }]);
      const { mapping, about } = mappedAs(bringing, bringing.mapping, body);
      const done = await checkData(ctx, bringing, mapping, about);
      if (done.ok) return begun(ctx, bringing.id);
      return done.problem === "not-now"
        ? problem("conflict", done.problem)
        : problem("unprocessable", undefined, [{ field: "columns", problem: done.problem }]);
    },
  }),
  api.post(`${API}/:upload/write`, {
    ...spec,
    summary: "Writes what was checked as a version, in one transaction",
    params: UploadParams,
    body: Nothing,
    answer: Import,
    handle: async ({ ctx, params }) => {
      const bringing = await readBringing(ctx, params.upload);
      if (!bringing) return problem("not-found");
      const done = await writeData(ctx, bringing);
      return done.ok ? begun(ctx, bringing.id) : problem("conflict", done.problem);
    },
  }),
  api.delete(`${API}/:upload`, {
    ...spec,
    summary: "Throws a file away that was not written",
    params: UploadParams,
    handle: async ({ ctx, params }) => {
      const bringing = await readBringing(ctx, params.upload);
      if (!bringing) return problem("not-found");
      return (await discardData(ctx, bringing)) ? { kind: "empty" } : problem("conflict", "not-now");
    },
  }),
];
