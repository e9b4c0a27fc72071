import type { Child } from "hono/jsx";
import { z } from "zod";
import type { Context } from "../../../access/context.ts";
import type { SeatHeld } from "../../../access/identity.ts";
import { type Desk, get, page, redirect } from "../../../access/route.ts";
import { seenBy } from "../../../access/visibility.ts";
import { Tabs } from "../../../ui/index.ts";
import {
  arrivalPage,
  FirstDaySheet,
  firstDayApi,
  firstDayOf,
  type HowComplete,
} from "../../accounts/feature.ts";
import { exchangeToday } from "../../exchange/feature.ts";
import { applicationNotice, readProfile } from "../../registry/feature.ts";
import { clusterSubject } from "../cluster-subject.ts";
import { firstScreen } from "../first-screen.ts";
import { say } from "../messages.ts";
import { figuresToday, memberToday, teamToday } from "./actions.ts";
import { ApplicantPage } from "./applicant-view.tsx";
import { FiguresTodayPage } from "./figures-view.tsx";
import { MemberTodayPage } from "./member-view.tsx";
import { TeamTodayPage } from "./team-view.tsx";

const howComplete: HowComplete = async (ctx, slug) => (await readProfile(ctx, slug))?.complete ?? null;

export const todayRoutes = [
  get("/today", {
    rule: "signed-in",
    summary: "Leads to the first screen of the role one acts from",
    handle: async ({ ctx, desk, csrf }) => {
      const arrival = await arrivalPage(ctx, desk, csrf);
      if (arrival) return page({ title: arrival.title, personal: true }, arrival.content);
      return redirect(firstScreen(ctx.identity!, ctx.acting, await memberSince(ctx)));
    },
  }),
  get("/clusters/:cluster/today", {
    rule: "today.see",
    summary: "The first screen in a cluster: what waits, what fits, or the figures, by role",
    params: z.object({ cluster: z.string() }),
    example: { cluster: "aviation" },
    subject: clusterSubject,
    handle: async ({ ctx, desk, csrf }) => {
      if (ctx.actor.office === "auditor") return redirect(`/clusters/${ctx.cluster!.slug}/audit`);
      return page(
        { title: say(ctx.locale)("today.title"), personal: true },
        <>
          {await ownClusters(ctx)}
          {await screen(ctx, desk, csrf)}
        </>,
      );
    },
  }),
  firstDayApi(clusterSubject, howComplete),
];

/** The manager sees what waits, the member what fits, analyst and authority the figures. */
async function screen(ctx: Context, desk: Desk, csrf: string): Promise<Child> {
  const { locale, actor } = ctx;
  const { slug, nameEn, nameDe } = ctx.cluster!;
  const cluster = { slug, name: locale === "de" ? nameDe : nameEn };
  const now = ctx.now();
  const figures = async () => (
    <FiguresTodayPage {...{ locale, cluster }} day={ctx.today()} today={await figuresToday(ctx)} />
  );
  if (actor.office === "analyst") return figures();
  if (actor.office)
    return (
      <TeamTodayPage
        {...{ locale, cluster, now }}
        today={await teamToday(ctx)}
        exchange={await exchangeToday(ctx)}
      />
    );

  const seat = seatActed(ctx)!;
  const organisation = { slug: seat.organisationSlug, name: seat.organisationName };
  if (actor.membership === "applicant")
    return (
      <>
        {await applicationNotice(ctx)}
        <ApplicantPage {...{ locale, cluster, organisation }} />
      </>
    );
  if (!actor.levels.includes("cluster")) return figures();
  const firstDay = await firstDayOf(ctx, desk, howComplete);
  return (
    <MemberTodayPage
      {...{ locale, cluster, organisation, now }}
      today={await memberToday(ctx, seat.organisationId)}
      mayWrite={!actor.readOnly && actor.seatRole !== "reader"}
      exchange={await exchangeToday(ctx)}
      firstDay={firstDay ? <FirstDaySheet {...{ locale, csrf, firstDay }} /> : null}
    />
  );
}

/** Since when the organisation acted for has been in each of its clusters, as far as everybody may know. */
async function memberSince(ctx: Context): Promise<Map<string, string>> {
  const seat = seatActed(ctx);
  if (!seat || seat.memberships.length < 2) return new Map();
  const rows = await ctx.read((db) =>
    db
      .selectFrom("membership")
      .select(["clusterId", "since"])
      .where("organisationId", "=", seat.organisationId)
      .where(seenBy(ctx.actor, { table: "membership", owners: ["organisationId"] }))
      .execute(),
  );
  return new Map(rows.map((row) => [row.clusterId, row.since]));
}

const seatActed = ({ identity, acting }: Context): SeatHeld | undefined =>
  identity?.seats.find((seat) => acting === `seat:${seat.id}`);

/** An organisation may belong to several clusters; each has its own day. */
async function ownClusters(ctx: Context): Promise<Child> {
  const ids = seatActed(ctx)?.memberships.map((membership) => membership.clusterId) ?? [];
  if (ids.length < 2) return null;
  const clusters = await ctx.read((db) =>
    db
      .selectFrom("cluster")
      .select(["slug", "nameEn", "nameDe"])
      .where("id", "in", ids)
      .orderBy("slug")
      .execute(),
  );
  const tabs = clusters.map(({ slug, nameEn, nameDe }) => ({
    label: ctx.locale === "de" ? nameDe : nameEn,
    href: `/clusters/${slug}/today`,
    current: slug === ctx.cluster?.slug,
  }));
  return <Tabs label={say(ctx.locale)("today.clusters")} tabs={tabs} />;
}
