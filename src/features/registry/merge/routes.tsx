import { ClusterPath } from "../../../access/cluster-path.ts";
import type { Context } from "../../../access/context.ts";
import {
  api,
  created,
  get,
  json,
  page,
  post,
  problem,
  type Reply,
  type Route,
  redirect,
} from "../../../access/route.ts";
import { listFile } from "../../accounts/feature.ts";
import { keeperSubject } from "../duplicates/routes.tsx";
import { baseOf } from "../duplicates/views.tsx";
import { CLUSTER_EXAMPLE } from "../organisation/cluster-subject.ts";
import {
  changesSince,
  listMerges,
  mergeOrganisations,
  type Preview,
  previewMerge,
  proposeMerge,
  takeBack,
  undoUntil,
} from "./actions.ts";
import { sayMerge } from "./messages.ts";
import {
  FIELD_NAMES,
  ListApiQuery,
  ListQuery,
  MergeForm,
  MergeList,
  MergeOut,
  MergePath,
  NewMerge,
  OwnMergePath,
  PairApiQuery,
  PairQuery,
  PreviewOut,
  ProposalForm,
  Undo,
} from "./schema.ts";
import type { MergeRow } from "./store.ts";
import { AskPage, inWords, MergesPage, mergeColumns, PreviewPage, rowsOf } from "./views.tsx";

const MOST = 1000;

async function previewed(
  ctx: Context,
  csrf: string,
  pair: { kept?: string | undefined; merged?: string | undefined },
  unseen = false,
): Promise<Reply> {
  const frame = { title: sayMerge(ctx.locale)("merge.title"), personal: true };
  const preview = pair.kept && pair.merged ? await previewMerge(ctx, pair.kept, pair.merged) : null;
  if (preview) return page(frame, <PreviewPage {...{ ctx, csrf, preview, unseen }} />, unseen ? 409 : 200);
  const unknown = Boolean(pair.kept || pair.merged);
  return page(frame, <AskPage {...{ ctx, typed: pair, unknown }} />, unknown ? 422 : 200);
}

const merges = (base: string): Route[] => {
  const inside = base.startsWith("/clusters");
  const here = inside ? { params: ClusterPath, example: CLUSTER_EXAMPLE } : {};
  const one = { params: inside ? MergePath : OwnMergePath };
  const common = { rule: "organisation.merge", subject: keeperSubject } as const;
  return [
    get(`${base}/merge`, {
      ...common,
      ...here,
      summary: "What merging two organisations would do, and what of both to keep",
      query: PairQuery,
      handle: ({ ctx, csrf, query }) => previewed(ctx, csrf, query),
    }),
    post(`${base}/merge`, {
      ...common,
      ...here,
      summary: "Merges two organisations into one",
      handle: async ({ ctx, csrf, body }) => {
        const form = MergeForm.safeParse(body);
        if (!form.success) return previewed(ctx, csrf, {});
        const { kept, merged, ...rest } = form.data;
        const take = FIELD_NAMES.filter((field) => rest[`take.${field}`] === "merged");
        const done = await mergeOrganisations(ctx, { kept, merged, take });
        if (done.ok) return redirect(`${baseOf(ctx)}/merges`, "merge.done");
        return previewed(ctx, csrf, { kept, merged });
      },
    }),
    get(`${base}/merges`, {
      ...common,
      ...here,
      summary: "Organisations that were merged, and the way back",
      query: ListQuery,
      handle: async ({ ctx, csrf, query: { format } }) => {
        const rows = await listMerges(ctx, MOST);
        if (format)
          return listFile(format, `${ctx.cluster?.slug ?? "kontor"}-merges`, mergeColumns(ctx), rows);
        return page(
          { title: sayMerge(ctx.locale)("merges.title"), personal: true },
          <MergesPage {...{ ctx, csrf, merges: rows }} />,
        );
      },
    }),
    post(`${base}/merges/:merge/undo`, {
      ...common,
      ...one,
      summary: "Takes a merge back",
      handle: async ({ ctx, csrf, params, body }) => {
        const id = (params as { merge: string }).merge;
        const done = await takeBack(ctx, id, (body as Record<string, unknown>).confirmed === "yes");
        if (done.ok) return redirect(`${baseOf(ctx)}/merges`, "merge.undone");
        const { problem: why } = done;
        if (why === "not-found") return problem("not-found");
        const rows = await listMerges(ctx, MOST);
        const asked = why === "changed-meanwhile" ? { id, changed: await changesSince(ctx, id) } : undefined;
        return page(
          { title: sayMerge(ctx.locale)("merges.title"), personal: true },
          <MergesPage
            {...{ ctx, csrf, merges: rows, asked }}
            problem={why === "changed-meanwhile" ? undefined : why}
          />,
          409,
        );
      },
    }),
    api.get(`/api/v1${base}/merge`, {
      ...common,
      ...here,
      summary: "What merging two organisations would do",
      query: PairApiQuery,
      answer: PreviewOut,
      handle: async ({ ctx, query }) => {
        const preview = await previewMerge(ctx, query.kept, query.merged);
        return preview ? json(presentPreview(ctx, preview)) : problem("not-found");
      },
    }),
    api.get(`/api/v1${base}/merges`, {
      ...common,
      ...here,
      summary: "Organisations that were merged, the latest first",
      query: ListApiQuery,
      answer: MergeList,
      handle: async ({ ctx, query: { limit } }) => {
        const rows = await listMerges(ctx, limit);
        return json({ items: rows.map(presentMerge), total: rows.length, next: null });
      },
    }),
    api.post(`/api/v1${base}/merges`, {
      ...common,
      ...here,
      summary: "Merges two organisations into one",
      body: NewMerge,
      answer: MergeOut,
      handle: async ({ ctx, body }) => {
        const done = await mergeOrganisations(ctx, body);
        if (!done.ok) {
          if (done.problem === "not-found") return problem("not-found");
          return problem("conflict", sayMerge(ctx.locale)(`merge.blocked.${done.problem}`));
        }
        const made = (await listMerges(ctx, MOST)).find(({ id }) => id === done.value.id);
        return made ? created(presentMerge(made), `/api/v1${baseOf(ctx)}/merges`) : problem("not-found");
      },
    }),
    api.post(`/api/v1${base}/merges/:merge/undo`, {
      ...common,
      ...one,
      summary: "Takes a merge back; where records were changed since, only when confirmed",
      body: Undo,
      answer: MergeOut,
      handle: async ({ ctx, params, body }) => {
        const id = (params as { merge: string }).merge;
        const done = await takeBack(ctx, id, body.confirmed);
        if (!done.ok) {
          if (done.problem === "not-found") return problem("not-found");
          if (done.problem !== "changed-meanwhile")
            return problem("conflict", sayMerge(ctx.locale)(`undo.${done.problem}`));
          const changed = inWords(ctx, await changesSince(ctx, id));
          return problem(
            "conflict",
            `${sayMerge(ctx.locale)("undo.changed.text")} (${changed.map(({ what, rows }) => `${what}: ${rows}`).join(", ")})`,
          );
        }
        const made = (await listMerges(ctx, MOST)).find((row) => row.id === id);
        return made ? json(presentMerge(made)) : problem("not-found");
      },
    }),
  ];
};

const presentPreview = (ctx: Context, preview: Preview) => ({
  kept: { slug: preview.kept.slug, name: preview.kept.name },
  merged: { slug: preview.merged.slug, name: preview.merged.name },
  allowed: preview.blocked === null,
  blocked: preview.blocked === null ? null : sayMerge(ctx.locale)(`merge.blocked.${preview.blocked}`),
  fields: preview.fields,
  memberships: preview.memberships,
  moves: inWords(ctx, preview.moves),
  ownValues: preview.ownValues,
});

const presentMerge = (row: MergeRow) => ({
  id: row.id,
  kept: { slug: row.keptSlug, name: row.keptName },
  mergedName: row.mergedName,
  mergedSlug: row.mergedSlug,
  by: row.by,
  at: new Date(row.mergedAt).toISOString(),
  rows: rowsOf(row),
  undoneAt: row.undoneAt ? new Date(row.undoneAt).toISOString() : null,
  undoUntil: undoUntil(row).toISOString(),
});

const proposing = post("/clusters/:cluster/merge/propose", {
  rule: "organisation.merge",
  summary: "Proposes to the operator a merge that is not for this cluster alone",
  params: ClusterPath,
  subject: keeperSubject,
  handle: async ({ ctx, csrf, body, desk }) => {
    const pair = ProposalForm.safeParse(body);
    if (!pair.success) return problem("unprocessable");
    const done = await proposeMerge(ctx, desk.as, pair.data.kept, pair.data.merged);
    if (done.ok) return redirect(`${baseOf(ctx)}/duplicates`, "merge.proposed");
    return done.problem === "unseen" ? previewed(ctx, csrf, pair.data, true) : problem("not-found");
  },
});

const proposingByApi = api.post("/api/v1/clusters/:cluster/merges/propose", {
  rule: "organisation.merge",
  summary: "Proposes to the operator a merge that is not for this cluster alone",
  params: ClusterPath,
  body: PairApiQuery,
  subject: keeperSubject,
  handle: async ({ ctx, body, desk }) => {
    const done = await proposeMerge(ctx, desk.as, body.kept, body.merged);
    if (done.ok) return json({ proposed: true });
    return done.problem === "unseen"
      ? problem("conflict", sayMerge(ctx.locale)("merge.unseen"))
      : problem("not-found");
  },
});

export const mergeRoutes: Route[] = [
  ...merges("/clusters/:cluster"),
  ...merges("/installation"),
  proposing,
  proposingByApi,
];
