import { ClusterPath } from "../../../access/cluster-path.ts";
import { api, empty, json, problem, type Reply, type Route } from "../../../access/route.ts";
import { CLUSTER_EXAMPLE } from "../needs/cluster.ts";
import { askedItem, needSubject, offerSubject, readSubject } from "../needs/subject.ts";
import { judgeNeed, judgeSuggestion, type SuggestionProblem } from "./actions.ts";
import { askedNeed } from "./asked-need.ts";
import { matchesForOffer, needsForOrganisation } from "./fits.ts";
import { fitsSubject } from "./fits-routes.tsx";
import { matchesForNeed } from "./matches.ts";
import { outsideFor } from "./outside.ts";
import { presentFits, presentMatches, presentOutside } from "./present.ts";
import {
  ApiQuery,
  FitList,
  JudgeBody,
  MatchList,
  NeedPath,
  OfferPath,
  OutsideList,
  SuggestedPath,
} from "./schema.ts";

const BASE = "/api/v1/clusters/:cluster";

const refused = (code: SuggestionProblem): Reply =>
  code === "needs-reason" ? problem("unprocessable", code) : problem("not-found");

export const matchApi: Route[] = [
  api.get(`${BASE}/needs/:need/matches`, {
    rule: "need.matches",
    summary: "Whom to talk to about a need, and why",
    params: NeedPath,
    query: ApiQuery,
    answer: MatchList,
    subject: (ask) => needSubject(ask),
    handle: async ({ ctx, query }) =>
      json(presentMatches(ctx.locale, await matchesForNeed(ctx, askedItem(ctx), { limit: query.limit }))),
  }),
  api.get(`${BASE}/needs/:need/matches/outside`, {
    rule: "need.matches",
    summary: "Organisations outside the cluster whose public projects are close to a need",
    params: NeedPath,
    query: ApiQuery,
    answer: OutsideList,
    subject: (ask) => needSubject(ask),
    handle: async ({ ctx, query }) =>
      json(presentOutside(ctx.locale, await outsideFor(ctx, askedItem(ctx), query.limit))),
  }),
  api.put(`${BASE}/needs/:need/matches/:organisation/judgement`, {
    rule: "need.judge",
    summary: "Says of a suggested organisation that it is good, or why it is not relevant",
    params: SuggestedPath,
    body: JudgeBody,
    subject: (ask) => needSubject(ask),
    handle: async ({ ctx, params, body }) => {
      const said = { verdict: body.verdict, reason: body.reason ?? null, note: body.note ?? null };
      const done = await judgeSuggestion(ctx, askedItem(ctx), params.organisation, said);
      return done.ok ? empty : refused(done.problem);
    },
  }),
  api.delete(`${BASE}/needs/:need/matches/:organisation/judgement`, {
    rule: "need.judge",
    summary: "Takes back what was said of a suggested organisation",
    params: SuggestedPath,
    subject: (ask) => needSubject(ask),
    handle: async ({ ctx, params }) => {
      const done = await judgeSuggestion(ctx, askedItem(ctx), params.organisation, null);
      return done.ok ? empty : refused(done.problem);
    },
  }),
  api.get(`${BASE}/matches`, {
    rule: "exchange.fits",
    summary: "Needs of others that fit the organisation one acts for, and why",
    params: ClusterPath,
    query: ApiQuery,
    answer: FitList,
    example: CLUSTER_EXAMPLE,
    subject: fitsSubject,
    handle: async ({ ctx, query }) =>
      json(
        presentFits(
          ctx.locale,
          await needsForOrganisation(ctx, ctx.actor.organisationId!, { limit: query.limit }),
        ),
      ),
  }),
  api.get(`${BASE}/offers/:offer/matches`, {
    rule: "offer.matches",
    summary: "Needs of others that an offer answers, and why",
    params: OfferPath,
    query: ApiQuery,
    answer: FitList,
    subject: (ask) => offerSubject(ask),
    handle: async ({ ctx, query }) =>
      json(presentFits(ctx.locale, await matchesForOffer(ctx, askedItem(ctx), { limit: query.limit }))),
  }),
  api.put(`${BASE}/matches/:need/judgement`, {
    rule: "need.judge-own",
    summary: "A member says of somebody else's need that it fits, or why it does not",
    params: NeedPath,
    body: JudgeBody,
    subject: (ask) => readSubject(ask),
    handle: async ({ ctx, body }) => {
      const said = { verdict: body.verdict, reason: body.reason ?? null, note: body.note ?? null };
      const done = await judgeNeed(ctx, askedNeed(ctx), said);
      return done.ok ? empty : refused(done.problem);
    },
  }),
  api.delete(`${BASE}/matches/:need/judgement`, {
    rule: "need.judge-own",
    summary: "A member takes back what it said of somebody else's need",
    params: NeedPath,
    subject: (ask) => readSubject(ask),
    handle: async ({ ctx }) => {
      const done = await judgeNeed(ctx, askedNeed(ctx), null);
      return done.ok ? empty : refused(done.problem);
    },
  }),
];
