import { sql } from "kysely";
import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import type { Act, Job } from "../../../access/feature.ts";
import type { SystemUnit } from "../../../kernel/gateway.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { ok, refuse } from "../../../kernel/result.ts";
import { displayName, formatDate } from "../../../ui/index.ts";
import { notify } from "../../notices/feature.ts";
import { applicationsHref, membershipHref } from "./address.ts";
import { remindNow, type State, turnOf, UNPROVEN_DAYS } from "./applications/rules.ts";
import { currentRow, findMember, mayRenew, nextRenewal, readMembership, renew } from "./keep/actions.ts";
import { sayMembership } from "./messages.ts";
import { endMembership } from "./write.ts";

const DAY = 86_400_000;
const FIRST = 60;
const SECOND = 14;
/** How long after it was due an unrenewed membership ends, where the cluster lets it. */
const GRACE = 30;

export const dayBefore = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY).toISOString().slice(0, 10);

/** A membership is spoken of sixty days and fourteen days before it is due, once each, also after a day without this job. */
export function renewalDue(renewsOn: string, remindedOn: string | null, today: string): boolean {
  const stage = [dayBefore(renewsOn, SECOND), dayBefore(renewsOn, FIRST)].find((day) => day <= today);
  return stage !== undefined && (remindedOn === null || remindedOn < stage);
}

/** Every day: who is to renew is told, who has the turn with an application is reminded, what nobody proved is deleted. */
export const daily: Job = async (_, house) => {
  const now = house.now();
  const today = now.toISOString().slice(0, 10);
  await house.system("memberships to be renewed, applications that wait", async (unit) => {
    await remindOfRenewal(unit, today);
    await remindOfTurns(unit, now);
    await unit.db
      .deleteFrom("membershipApplication")
      .where("state", "=", "unproven")
      .where("createdAt", "<", new Date(now.getTime() - UNPROVEN_DAYS * DAY))
      .execute();
  });
};

async function remindOfRenewal(unit: SystemUnit, today: string) {
  const rows = await unit.db
    .selectFrom("membership")
    .innerJoin("organisation", "organisation.id", "membership.organisationId")
    .innerJoin("cluster", "cluster.id", "membership.clusterId")
    .select([
      "membership.clusterId",
      "membership.id",
      "membership.organisationId",
      "membership.renewsOn",
      "membership.renewalRemindedOn",
      "membership.wall",
      "organisation.name",
      "organisation.slug",
      "cluster.slug as clusterSlug",
      "cluster.nameEn",
      "cluster.nameDe",
      "cluster.membersRenew",
      "cluster.endsUnrenewed",
    ])
    .where("membership.until", "is", null)
    .where("membership.role", "<>", "applicant")
    .where("membership.since", "<=", today)
    .where(sql<boolean>`membership.renews_on <= ${today}::date + ${FIRST}::int`)
    .execute();
  for (const row of rows) {
    const renewsOn = row.renewsOn!;
    if (row.endsUnrenewed && renewsOn <= dayBefore(today, GRACE)) {
      await endMembership(unit, {
        clusterId: row.clusterId,
        organisationId: row.organisationId,
        until: today,
        reason: "not-renewed",
      });
      continue;
    }
    if (!renewalDue(renewsOn, row.renewalRemindedOn, today)) continue;
    await unit.db
      .updateTable("membership")
      .set({ renewalRemindedOn: today })
      .where("clusterId", "=", row.clusterId)
      .where("id", "=", row.id)
      .execute();
    const text = (locale: Locale) =>
      sayMembership(locale)(renewsOn < today ? "notice.overdue" : "notice.renew", {
        name: displayName(row.name).slice(0, 120),
        cluster: locale === "de" ? row.nameDe : row.nameEn,
        day: formatDate(renewsOn, locale),
      });
    const notice = {
      clusterId: row.clusterId,
      topic: "membership",
      text: { en: text("en"), de: text("de") },
      href: membershipHref({ slug: row.clusterSlug }, row.slug),
      key: `renewal:${row.id}`,
      wall: row.wall,
    };
    await notify(unit, {
      ...notice,
      to: { organisation: row.organisationId, roles: ["owner"] },
      ...(row.membersRenew
        ? {
            urgent: true,
            act: {
              act: "membership.renew",
              subject: { organisation: row.slug, due: renewsOn },
              label: { en: "Renew", de: "Verlängern" },
              days: FIRST,
            },
          }
        : {}),
    });
    await notify(unit, { ...notice, to: { team: row.clusterId } });
  }
}

async function remindOfTurns(unit: SystemUnit, now: Date) {
  const rows = await unit.db
    .selectFrom("membershipApplication as application")
    .innerJoin("cluster", "cluster.id", "application.clusterId")
    .leftJoin("organisation", "organisation.id", "application.organisationId")
    .select([
      "application.clusterId",
      "application.id",
      "application.state",
      "application.organisationId",
      "application.personId",
      "application.turnAt",
      "application.remindedAt",
      "cluster.slug as clusterSlug",
      "cluster.nameEn",
      "cluster.nameDe",
      sql<string>`coalesce(organisation.name, application.proposed ->> 'name')`.as("name"),
    ])
    .where("application.state", "in", ["sent", "asked-back", "answered"])
    .execute();
  for (const row of rows) {
    if (!row.turnAt || !remindNow(row.turnAt, row.remindedAt, now)) continue;
    const applicant = turnOf(row.state as State) === "applicant";
    // A stranger is reminded by nobody: the letter that asked is the one they have.
    const known = row.personId !== null && row.organisationId !== null;
    await unit.db
      .updateTable("membershipApplication")
      .set({ remindedAt: now })
      .where("clusterId", "=", row.clusterId)
      .where("id", "=", row.id)
      .execute();
    const text = (locale: Locale) =>
      sayMembership(locale)("notice.waiting", {
        name: displayName(row.name).slice(0, 120),
        cluster: locale === "de" ? row.nameDe : row.nameEn,
      });
    await notify(unit, {
      to: applicant && known ? { organisation: row.organisationId! } : { team: row.clusterId },
      clusterId: row.clusterId,
      topic: "membership",
      text: { en: text("en"), de: text("de") },
      href: `${applicationsHref({ slug: row.clusterSlug })}/${row.id}`,
      key: `application:${row.id}`,
    });
  }
}

/** A letter renews what it spoke of, and nothing that has been renewed since. */
async function renewable(ctx: Context, { organisation, due }: Readonly<Record<string, string>>) {
  if (!ctx.cluster || !organisation) return null;
  const subject = await findMember(ctx, organisation);
  if (!subject || !can(ctx.actor, "membership.own", subject)) return null;
  const { rows, settings } = await readMembership(ctx, subject);
  const row = currentRow(rows, ctx.today());
  if (!row || row.renewsOn !== due || !mayRenew(ctx, subject, settings, row)) return null;
  return { subject, until: nextRenewal(row.renewsOn, ctx.today()) };
}

export const membershipActs: Record<string, Act> = {
  "membership.renew": {
    offer: async (ctx, asked) => {
      const found = await renewable(ctx, asked);
      if (!found) return null;
      const say = sayMembership(ctx.locale);
      return {
        title: say("act.renew.title"),
        text: say("act.renew.text", {
          name: displayName(found.subject.organisation.name),
          cluster: ctx.locale === "de" ? ctx.cluster!.nameDe : ctx.cluster!.nameEn,
          day: formatDate(found.until, ctx.locale),
        }),
        button: say("renew"),
        href: membershipHref(ctx.cluster!, found.subject.organisation.slug),
      };
    },
    perform: async (ctx, asked) => {
      const say = sayMembership(ctx.locale);
      const found = await renewable(ctx, asked);
      const done = found ? await renew(ctx, found.subject) : null;
      if (!found || !done?.ok) return refuse(say("act.renew.gone"));
      return ok({
        done: say("member.renewed"),
        to: membershipHref(ctx.cluster!, found.subject.organisation.slug),
      });
    },
  },
};
