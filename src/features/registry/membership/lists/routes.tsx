import { can } from "../../../../access/can.ts";
import { ClusterPath } from "../../../../access/cluster-path.ts";
import { api, get, json, page, type Route } from "../../../../access/route.ts";
import { type ExportColumn, pairsWithout } from "../../../../ui/index.ts";
import { listFile } from "../../../accounts/feature.ts";
import { CLUSTER_EXAMPLE, clusterSubject } from "../../organisation/cluster-subject.ts";
import { sayMembership } from "../messages.ts";
import type { YearRow } from "../years.ts";
import { listMembers, listVotes, presentMember, readStays, readYears } from "./actions.ts";
import {
  MembersFilter,
  MembersOut,
  MembersQuery,
  StaysFilter,
  VotesFilter,
  VotesOut,
  VotesQuery,
  YearsFilter,
  YearsOut,
} from "./schema.ts";
import { MembersPage, memberColumns, StaysPage, stayColumns, VotesPage, YearsPage } from "./views.tsx";

const PAGE = 100;
const ALL = 100_000;

const members = get("/clusters/:cluster/members", {
  rule: "membership.list",
  summary: "The members of a cluster on any day, direct and through associations, with level and votes",
  params: ClusterPath,
  query: MembersFilter,
  example: CLUSTER_EXAMPLE,
  subject: ({ ctx }) => clusterSubject(ctx),
  handle: async ({ ctx, query, path, search, subject }) => {
    const found = await listMembers(
      ctx,
      query.format ? { ...query, cursor: undefined } : query,
      query.format ? ALL : PAGE,
    );
    if (query.format)
      return listFile(
        query.format,
        `${ctx.cluster!.slug}-members-${found.on}`,
        memberColumns(ctx.locale, found.levels),
        found.list.items,
      );
    return page(
      { title: sayMembership(ctx.locale)("part.members"), personal: true },
      <MembersPage
        ctx={ctx}
        found={found}
        filter={query}
        path={path}
        query={Object.fromEntries(search)}
        mayKeep={can(ctx.actor, "membership.keep", subject)}
      />,
    );
  },
});

const votes = get("/clusters/:cluster/votes", {
  rule: "membership.list",
  summary: "Who has how many votes on any day; the same day gives the same list and fingerprint",
  params: ClusterPath,
  query: VotesFilter,
  example: CLUSTER_EXAMPLE,
  subject: ({ ctx }) => clusterSubject(ctx),
  handle: async ({ ctx, query: { on = ctx.today(), format }, path }) => {
    const found = await listVotes(ctx, on);
    if (format)
      return listFile(
        format,
        `${ctx.cluster!.slug}-votes-${on}`,
        memberColumns(ctx.locale, found.levels),
        found.members.filter((member) => member.votes > 0),
      );
    return page(
      { title: sayMembership(ctx.locale)("part.votes"), personal: true },
      <VotesPage ctx={ctx} found={found} path={path} />,
    );
  },
});

const yearColumns = (locale: "en" | "de"): ExportColumn<YearRow>[] => {
  const say = sayMembership(locale);
  return [
    { label: say("column.year"), value: (row) => row.year },
    { label: say("column.came"), value: (row) => row.came },
    { label: say("column.left"), value: (row) => row.left },
    { label: say("column.members"), value: (row) => row.members },
  ];
};

const years = get("/clusters/:cluster/members/years", {
  rule: "membership.list",
  summary: "Who came and who left, by year, by cohort and by reason",
  params: ClusterPath,
  query: YearsFilter,
  example: CLUSTER_EXAMPLE,
  subject: ({ ctx }) => clusterSubject(ctx),
  handle: async ({ ctx, query: { format }, path }) => {
    const found = await readYears(ctx);
    if (format)
      return listFile(format, `${ctx.cluster!.slug}-came-and-left`, yearColumns(ctx.locale), found.years);
    return page(
      { title: sayMembership(ctx.locale)("part.years"), personal: true },
      <YearsPage ctx={ctx} found={found} path={path} />,
    );
  },
});

const stays = get("/clusters/:cluster/members/stays", {
  rule: "membership.list",
  summary: "The memberships behind a figure: those that began or ended in a year, or lasted",
  params: ClusterPath,
  query: StaysFilter,
  example: CLUSTER_EXAMPLE,
  subject: ({ ctx }) => clusterSubject(ctx),
  handle: async ({ ctx, query: { format, ...filter }, path, search }) => {
    const rows = await readStays(ctx, filter);
    if (format) return listFile(format, `${ctx.cluster!.slug}-stays`, stayColumns(ctx.locale), rows);
    const rest = pairsWithout(Object.fromEntries(search), ["format"]).map(([k, v]): [string, string] => [
      k,
      v,
    ]);
    return page(
      { title: sayMembership(ctx.locale)("stays.title"), personal: true },
      <StaysPage
        ctx={ctx}
        rows={rows}
        file={(wanted) => `${path}?${new URLSearchParams([...rest, ["format", wanted]])}`}
      />,
    );
  },
});

const membersApi = api.get("/api/v1/clusters/:cluster/members", {
  rule: "membership.list",
  summary: "The members of a cluster on any day, direct and through associations, with level and votes",
  params: ClusterPath,
  query: MembersQuery,
  answer: MembersOut,
  example: CLUSTER_EXAMPLE,
  subject: ({ ctx }) => clusterSubject(ctx),
  handle: async ({ ctx, query: { limit, ...filter } }) => {
    const { on, list, levels } = await listMembers(
      ctx,
      { on: filter.on, how: filter.how, role: filter.role, level: filter.level, cursor: filter.cursor },
      limit,
    );
    return json({ on, ...list, items: list.items.map((member) => presentMember(member, levels)) });
  },
});

const votesApi = api.get("/api/v1/clusters/:cluster/votes", {
  rule: "membership.list",
  summary: "Who has how many votes on any day, with the list's fingerprint and what was corrected since",
  params: ClusterPath,
  query: VotesQuery,
  answer: VotesOut,
  example: CLUSTER_EXAMPLE,
  subject: ({ ctx }) => clusterSubject(ctx),
  handle: async ({ ctx, query }) => {
    const found = await listVotes(ctx, query.on ?? ctx.today());
    return json({
      on: found.on,
      votes: found.votes,
      fingerprint: found.fingerprint,
      items: found.members.map((member) => presentMember(member, found.levels)),
      corrections: found.corrections.map(({ slug, name, correctedAt, reason }) => ({
        slug,
        name,
        correctedOn: correctedAt.toISOString().slice(0, 10),
        reason,
      })),
    });
  },
});

const yearsApi = api.get("/api/v1/clusters/:cluster/members/years", {
  rule: "membership.list",
  summary: "Who came and who left, by year, by cohort and by reason",
  params: ClusterPath,
  answer: YearsOut,
  example: CLUSTER_EXAMPLE,
  subject: ({ ctx }) => clusterSubject(ctx),
  handle: async ({ ctx }) => json(await readYears(ctx)),
});

export const memberListRoutes: Route[] = [members, votes, years, stays, membersApi, votesApi, yearsApi];
