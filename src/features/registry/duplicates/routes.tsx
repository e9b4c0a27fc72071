import { can } from "../../../access/can.ts";
import { ClusterPath } from "../../../access/cluster-path.ts";
import type { Context } from "../../../access/context.ts";
import { api, empty, get, json, page, post, problem, type Route, redirect } from "../../../access/route.ts";
import { COMMONS } from "../../../kernel/visibility.ts";
import { listFile } from "../../accounts/feature.ts";
import { CLUSTER_EXAMPLE } from "../organisation/cluster-subject.ts";
import type { TeamSubject } from "../policy.ts";
import { judgePair, listPairs } from "./actions.ts";
import { sayDuplicate } from "./messages.ts";
import { likelihood } from "./rules.ts";
import { ApiQuery, ListQuery, PairBody, PairForm, PairList } from "./schema.ts";
import type { PairRow } from "./store.ts";
import { baseOf, DuplicatesPage, pairColumns } from "./views.tsx";

const PAGE = 20;
const MOST_ROWS = 5000;

/** The cluster one is in; outside, the registry as a whole. */
export const keeperSubject = ({ ctx }: { ctx: Context }): Promise<TeamSubject> =>
  Promise.resolve({ clusterId: ctx.cluster?.id ?? COMMONS });

const lists = (base: string): Route[] => {
  const inside = base.startsWith("/clusters") ? { params: ClusterPath, example: CLUSTER_EXAMPLE } : {};
  return [
    get(`${base}/duplicates`, {
      rule: "duplicate.see",
      summary: "Pairs of organisations that look like one, the likeliest first",
      ...inside,
      query: ListQuery,
      subject: keeperSubject,
      handle: async ({ ctx, csrf, subject, query: { show, cursor, format }, search }) => {
        const title = sayDuplicate(ctx.locale)("duplicates.title");
        if (format) {
          const { items } = await listPairs(ctx, { shown: show, limit: MOST_ROWS });
          return listFile(
            format,
            `${ctx.cluster?.slug ?? "kontor"}-duplicates`,
            pairColumns(ctx.locale),
            items,
          );
        }
        const pairs = await listPairs(ctx, { shown: show, limit: PAGE, cursor });
        return page(
          { title, personal: true },
          <DuplicatesPage
            {...{ ctx, csrf, shown: show, pairs }}
            query={Object.fromEntries(search)}
            mayJudge={can(ctx.actor, "duplicate.judge", subject)}
            mayMerge={can(ctx.actor, "organisation.merge", subject)}
          />,
        );
      },
    }),
    api.get(`/api/v1${base}/duplicates`, {
      rule: "duplicate.see",
      summary: "Pairs of organisations that look like one, the likeliest first",
      ...inside,
      query: ApiQuery,
      answer: PairList,
      subject: keeperSubject,
      handle: async ({ ctx, query: { show, limit, cursor } }) => {
        const { items, total, next } = await listPairs(ctx, { shown: show, limit, cursor });
        return json({ items: items.map(presentPair), total, next });
      },
    }),
  ];
};

const presentPair = ({ low, high, score, reasons, foundAt, refusedAt }: PairRow) => {
  const [{ id: _, ...one }, { id: __, ...other }] = [low, high];
  return {
    one,
    other,
    score: Math.round(score * 1000) / 1000,
    likelihood: likelihood(score) ?? "perhaps",
    reasons,
    foundAt: new Date(foundAt).toISOString(),
    refusedAt: refusedAt === null ? null : new Date(refusedAt).toISOString(),
  };
};

const judging = (["refuse", "reopen"] as const).flatMap((act): Route[] => {
  const judgement = act === "refuse" ? "not-a-duplicate" : "open";
  const summary =
    act === "refuse"
      ? "Says that two organisations are not one; they are not suggested again"
      : "Takes back that two organisations are not one";
  const path = `/clusters/:cluster/duplicates/${act}`;
  return [
    post(path, {
      rule: "duplicate.judge",
      summary,
      params: ClusterPath,
      subject: keeperSubject,
      handle: async ({ ctx, body }) => {
        const pair = PairForm.safeParse(body);
        if (!pair.success) return problem("unprocessable");
        const done = await judgePair(ctx, [pair.data.one, pair.data.other], judgement);
        if (!done.ok) return problem("not-found");
        return redirect(
          `${baseOf(ctx)}/duplicates${act === "reopen" ? "?show=refused" : ""}`,
          act === "refuse" ? "duplicate.refused" : "duplicate.reopened",
        );
      },
    }),
    api.post(`/api/v1${path}`, {
      rule: "duplicate.judge",
      summary,
      params: ClusterPath,
      body: PairBody,
      subject: keeperSubject,
      handle: async ({ ctx, body }) => {
        const done = await judgePair(ctx, [body.one, body.other], judgement);
        return done.ok ? empty : problem("not-found");
      },
    }),
  ];
});

export const duplicateRoutes: Route[] = [
  ...lists("/clusters/:cluster"),
  ...lists("/installation"),
  ...judging,
];
