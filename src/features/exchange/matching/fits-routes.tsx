import { can } from "../../../access/can.ts";
import { ClusterPath } from "../../../access/cluster-path.ts";
import type { Context } from "../../../access/context.ts";
import { get, page, post, problem, type Reply, type Route, redirect } from "../../../access/route.ts";
import { displayName } from "../../../ui/index.ts";
import { listFile } from "../../accounts/feature.ts";
import { itemHref } from "../needs/address.ts";
import { CLUSTER_EXAMPLE } from "../needs/cluster.ts";
import { askedItem, offerSubject, readSubject } from "../needs/subject.ts";
import type { ForOrganisation } from "../policy.ts";
import { judgeNeed } from "./actions.ts";
import { fitsHref, offerMatchesHref } from "./address.ts";
import { askedNeed } from "./asked-need.ts";
import { matchesForOffer, needsForOrganisation } from "./fits.ts";
import { FitsPage, fitColumns } from "./fits-page.tsx";
import type { WrongWord } from "./matches-page.tsx";
import { sayMatch } from "./messages.ts";
import { JudgeForm, ListQuery, NeedPath, OfferPath } from "./schema.ts";
import { keepFits } from "./shown-fits.ts";

const MOST_ROWS = 500;

export const fitsSubject = async ({ ctx }: { ctx: Context }): Promise<ForOrganisation | null> =>
  ctx.cluster && { clusterId: ctx.cluster.id, organisationId: ctx.actor.organisationId };

const mayWrite = (ctx: Context) =>
  can(ctx.actor, "need.write", { clusterId: ctx.cluster!.id, organisationId: ctx.actor.organisationId });

async function fitsPage({ ctx, csrf }: { ctx: Context; csrf: string }, wrong?: WrongWord): Promise<Reply> {
  const say = sayMatch(ctx.locale);
  const fits = await needsForOrganisation(ctx, ctx.actor.organisationId!);
  await keepFits(ctx, fits);
  const seat = ctx.identity?.seats.find((one) => one.organisationId === ctx.actor.organisationId);
  const name = displayName(seat?.organisationName ?? "");
  return page(
    { title: say("fits.title"), personal: true },
    <FitsPage
      {...{ ctx, csrf, fits, wrong }}
      path={fitsHref(ctx.cluster!)}
      title={say("fits.title")}
      lede={say("fits.lede", { good: fits.good, candidates: fits.candidates, name })}
      mayJudge={mayWrite(ctx)}
    />,
    wrong ? 422 : 200,
  );
}

export const fitsRoutes: Route[] = [
  get("/clusters/:cluster/matches", {
    rule: "exchange.fits",
    summary: "Needs of others that fit the organisation one acts for, and why",
    params: ClusterPath,
    query: ListQuery,
    example: CLUSTER_EXAMPLE,
    subject: fitsSubject,
    handle: async (ask) => {
      const { ctx, query, publicUrl } = ask;
      if (!query.format) return fitsPage(ask);
      const { items } = await needsForOrganisation(ctx, ctx.actor.organisationId!, { limit: MOST_ROWS });
      return listFile(query.format, `${ctx.cluster!.slug}-fits`, fitColumns(ctx, publicUrl), items);
    },
  }),
  get("/clusters/:cluster/offers/:offer/matches", {
    rule: "offer.matches",
    summary: "Needs of others that an offer answers, and why",
    params: OfferPath,
    query: ListQuery,
    subject: (ask) => offerSubject(ask),
    handle: async ({ ctx, csrf, query, publicUrl }) => {
      const offer = askedItem(ctx);
      const say = sayMatch(ctx.locale);
      if (query.format) {
        const { items } = await matchesForOffer(ctx, offer, { limit: MOST_ROWS });
        return listFile(query.format, `${ctx.cluster!.slug}-fits`, fitColumns(ctx, publicUrl), items);
      }
      const fits = await matchesForOffer(ctx, offer);
      const title = say("fits.offer.title", { title: offer.title });
      return page(
        { title, personal: true },
        <FitsPage
          {...{ ctx, csrf, fits, title }}
          kicker={<a href={itemHref(ctx.cluster!, offer)}>{offer.title}</a>}
          path={offerMatchesHref(ctx.cluster!, offer.id)}
          lede={say("fits.offer.lede", { good: fits.good })}
          mayJudge={mayWrite(ctx)}
          offer={offer.id}
        />,
      );
    },
  }),
  post("/clusters/:cluster/matches/:need/judge", {
    rule: "need.judge-own",
    summary: "A member says of somebody else's need that it fits, or why it does not",
    params: NeedPath,
    subject: (ask) => readSubject(ask),
    handle: async (ask) => {
      const { ctx, params, body } = ask;
      const form = JudgeForm.safeParse(body);
      if (!form.success) return problem("unprocessable");
      const done = await judgeNeed(ctx, askedNeed(ctx), form.data);
      if (done.ok) return redirect(fitsHref(ctx.cluster!), "matches.judged");
      if (done.problem !== "needs-reason") return problem("not-found");
      return fitsPage(ask, {
        about: params.need,
        problem: sayMatch(ctx.locale)("problem.needs-reason"),
        typed: { reason: form.data.reason ?? undefined, note: form.data.note ?? undefined },
      });
    },
  }),
  post("/clusters/:cluster/matches/:need/unjudge", {
    rule: "need.judge-own",
    summary: "A member takes back what it said of somebody else's need",
    params: NeedPath,
    subject: (ask) => readSubject(ask),
    handle: async ({ ctx }) => {
      await judgeNeed(ctx, askedNeed(ctx), null);
      return redirect(fitsHref(ctx.cluster!), "matches.unjudged");
    },
  }),
];
