import { sql } from "kysely";
import { can } from "../../../../access/can.ts";
import type { Context } from "../../../../access/context.ts";
import type { Unit } from "../../../../kernel/gateway.ts";
import { ok, type Result, refuse } from "../../../../kernel/result.ts";
import { displayName, formatDate } from "../../../../ui/index.ts";
import { notify } from "../../../notices/feature.ts";
import type { MembershipSubject } from "../../policy.ts";
import { addOrganisation } from "../add-organisation.ts";
import { membershipHref } from "../address.ts";
import {
  type ChangeProblem,
  changeMembership,
  correctMembership,
  renewMembership,
  resumeMembership,
} from "../change.ts";
import { here } from "../lists/actions.ts";
import { type MemberName, throughOn } from "../members-on.ts";
import { sayMembership } from "../messages.ts";
import { covers } from "../rules.ts";
import type { LeavingReason, NewOrganisation } from "../schema.ts";
import {
  type CorrectionRow,
  correctionsOf,
  type Dues,
  duesOf,
  type HistoryRow,
  historyOf,
  type Level,
  levelsOf,
  type OrganisationNamed,
  organisationBySlug,
  type Settings,
  settingsOf,
} from "../store.ts";
import { beginMembership, endMembership, membershipsChanged, rowsOf } from "../write.ts";
import { later } from "../years.ts";
import type { Begin } from "./schema.ts";

export interface MemberSubject extends MembershipSubject {
  organisation: OrganisationNamed;
}

/** An organisation whose membership is asked about: one that has or had one here, or the asker's own. */
export async function findMember(ctx: Context, slug: string): Promise<MemberSubject | null> {
  const { id: clusterId } = here(ctx);
  return ctx.read(async (db) => {
    const organisation = await organisationBySlug(db, ctx.actor, slug);
    return organisation ? { clusterId, organisationId: organisation.id, organisation } : null;
  });
}

export interface MembershipFound {
  organisation: OrganisationNamed;
  rows: HistoryRow[];
  through: MemberName[];
  levels: Level[];
  dues: Dues[];
  corrections: CorrectionRow[];
  settings: Settings;
}

export async function readMembership(
  ctx: Context,
  { organisation }: MemberSubject,
): Promise<MembershipFound> {
  const { id: clusterId } = here(ctx);
  return ctx.read(async (db) => {
    const through = await throughOn(db, ctx.actor, clusterId, ctx.today());
    return {
      organisation,
      rows: await historyOf(db, ctx.actor, clusterId, organisation.id),
      through: through.get(organisation.id) ?? [],
      levels: await levelsOf(db, clusterId, ctx.today()),
      dues: await duesOf(db, clusterId),
      corrections: await correctionsOf(db, ctx.actor, clusterId, organisation.id),
      settings: await settingsOf(db, clusterId),
    };
  });
}

/** The row of today, or the one that begins next. */
export const currentRow = (rows: readonly HistoryRow[], today: string): HistoryRow | undefined => {
  const real = rows.filter((row) => row.role !== "applicant" && row.since !== row.until);
  return real.find((row) => covers(row, today)) ?? real.find((row) => row.since > today);
};

type UnknownTerms = "unknown-level";

async function knowsTerms(
  unit: Unit,
  clusterId: string,
  level: string | null | undefined,
  dues: string | null | undefined,
): Promise<boolean> {
  const known = async (table: "membershipLevel" | "duesClass", id: string | null | undefined) =>
    !id ||
    (await unit.db
      .selectFrom(table)
      .select("id")
      .where("clusterId", "=", clusterId)
      .where("id", "=", id)
      .executeTakeFirst()) !== undefined;
  return (await known("membershipLevel", level)) && (await known("duesClass", dues));
}

/** The team takes an organisation in: one that is known here, or a new one together with its public identity. */
export async function addMember(
  ctx: Context,
  who: { slug: string } | { identity: NewOrganisation },
  terms: Begin,
): Promise<
  Result<string, "unknown-organisation" | "already-member" | "ends-before-it-starts" | UnknownTerms>
> {
  const { id: clusterId } = here(ctx);
  return ctx.write(async (unit) => {
    if (!(await knowsTerms(unit, clusterId, terms.level, terms.dues))) return refuse("unknown-level");
    const organisation =
      "slug" in who
        ? await organisationBySlug(unit.db, ctx.actor, who.slug)
        : await addOrganisation(unit, who.identity);
    if (!organisation) return refuse("unknown-organisation");
    const begun = await beginMembership(unit, {
      clusterId,
      organisationId: organisation.id,
      role: terms.role,
      since: terms.since,
      levelId: terms.level ?? null,
      duesClassId: terms.dues ?? null,
      renewsOn: terms.renews ?? null,
      visibility: terms.visibility,
    });
    return begun.ok ? ok(organisation.slug) : begun;
  });
}

export async function changeTerms(
  ctx: Context,
  { organisationId }: MemberSubject,
  wanted: {
    on: string;
    role: Begin["role"];
    level?: string | null | undefined;
    dues?: string | null | undefined;
    visibility: Begin["visibility"];
  },
): Promise<Result<string, ChangeProblem | UnknownTerms>> {
  const { id: clusterId } = here(ctx);
  return ctx.write(async (unit) => {
    if (!(await knowsTerms(unit, clusterId, wanted.level, wanted.dues))) return refuse("unknown-level");
    return changeMembership(unit, {
      clusterId,
      organisationId: organisationId!,
      on: wanted.on,
      today: ctx.today(),
      terms: {
        role: wanted.role,
        levelId: wanted.level ?? null,
        duesClassId: wanted.dues ?? null,
        visibility: wanted.visibility,
      },
    });
  });
}

export async function correctRow(
  ctx: Context,
  { organisationId }: MemberSubject,
  membershipId: string,
  wanted: {
    since: string;
    until?: string | null | undefined;
    role: Begin["role"];
    level?: string | null | undefined;
    why: string;
  },
) {
  const { id: clusterId } = here(ctx);
  return ctx.write(async (unit) => {
    if (!(await knowsTerms(unit, clusterId, wanted.level, null))) return refuse("unknown-level");
    return correctMembership(unit, {
      clusterId,
      organisationId: organisationId!,
      membershipId,
      since: wanted.since,
      until: wanted.until ?? null,
      role: wanted.role,
      levelId: wanted.level ?? null,
      reason: wanted.why,
      personId: ctx.actor.personId,
    });
  });
}

export interface Leaving {
  until: string;
  reason: LeavingReason;
  note?: string | null | undefined;
}

/** The team ends a membership; an owner leaves with the own organisation. Each tells the other side. */
export async function endOrLeave(
  ctx: Context,
  { organisation }: MemberSubject,
  { until, reason, note }: Leaving,
): Promise<Result<string, "no-member" | "ends-before-it-starts" | "in-the-past">> {
  const cluster = here(ctx);
  if (until < ctx.today()) return refuse("in-the-past");
  const own = ctx.actor.office === null;
  return ctx.write(async (unit) => {
    const ended = own
      ? await leave(unit, cluster.id, organisation.id, { until, reason, note })
      : await endMembership(unit, {
          clusterId: cluster.id,
          organisationId: organisation.id,
          until,
          reason,
          note: note ?? null,
        });
    if (!ended.ok) return ended;
    const text = (locale: "en" | "de") =>
      sayMembership(locale)(own ? "notice.left" : "notice.ended", {
        name: displayName(organisation.name),
        cluster: locale === "de" ? cluster.nameDe : cluster.nameEn,
        day: formatDate(until, locale),
      });
    await notify(unit, {
      to: own ? { team: cluster.id } : { organisation: organisation.id },
      except: ctx.actor.personId ?? undefined,
      clusterId: cluster.id,
      topic: "membership",
      text: { en: text("en"), de: text("de") },
      href: membershipHref(cluster, organisation.slug),
      key: `membership:${organisation.id}`,
    });
    return ended;
  });
}

/** A member has no hand in the table of memberships: what it may do there is one function of the database. */
async function leave(
  unit: Unit,
  clusterId: string,
  organisationId: string,
  { until, reason, note }: Leaving,
): Promise<Result<string, "no-member" | "ends-before-it-starts">> {
  const rows = await rowsOf(unit, clusterId, organisationId);
  const open = rows.filter((row) => row.role !== "applicant" && (row.until === null || row.until > until));
  const first = open.find((row) => row.since <= until);
  if (!first) return refuse(open.length > 0 ? "ends-before-it-starts" : "no-member");
  for (const row of open) {
    const day = row === first ? until : row.since;
    const done = await sql<{ done: boolean }>`
      select leave_membership(${row.id}::uuid, ${day}::date, ${reason}, ${note ?? null}) as done`.execute(
      unit.db,
    );
    if (!done.rows[0]?.done) return refuse("no-member");
  }
  await membershipsChanged(unit, clusterId);
  unit.audit({
    action: "membership.leave",
    subjectKind: "membership",
    subjectId: first.id,
    before: { organisationId, until: first.until },
    after: { organisationId, until, reason, note: note ?? null },
  });
  return ok(first.id);
}

export const resume = (ctx: Context, { organisationId }: MemberSubject) =>
  ctx.write((unit) =>
    resumeMembership(unit, { clusterId: here(ctx).id, organisationId: organisationId!, today: ctx.today() }),
  );

/** Until when the next renewal reaches: a year on from the day it was due, or from today where nothing was due. */
export const nextRenewal = (renewsOn: string | null, today: string) => later(renewsOn ?? today, 1);

export const mayRenew = (
  ctx: Context,
  subject: MemberSubject,
  settings: Settings,
  row: HistoryRow | undefined,
) =>
  row !== undefined &&
  row.until === null &&
  (can(ctx.actor, "membership.keep", subject) ||
    (can(ctx.actor, "membership.own", subject) && settings.membersRenew && row.renewsOn !== null));

/** By the team whenever it likes; by the member itself where the cluster lets members renew. */
export async function renew(ctx: Context, subject: MemberSubject): Promise<Result<string, "no-member">> {
  const { id: clusterId } = here(ctx);
  const today = ctx.today();
  const { rows, settings } = await readMembership(ctx, subject);
  const row = currentRow(rows, today);
  if (!row || !mayRenew(ctx, subject, settings, row)) return refuse("no-member");
  const until = nextRenewal(row.renewsOn, today);
  if (can(ctx.actor, "membership.keep", subject))
    return ctx.write((unit) =>
      renewMembership(unit, { clusterId, organisationId: subject.organisationId!, today, until }),
    );
  return ctx.write(async (unit) => {
    const { rows: done } = await sql<{ done: boolean }>`
      select renew_membership(${row.id}::uuid, ${until}::date) as done`.execute(unit.db);
    if (!done[0]?.done) return refuse("no-member");
    unit.audit({
      action: "membership.renew",
      subjectKind: "membership",
      subjectId: row.id,
      before: { organisationId: subject.organisationId, renewsOn: row.renewsOn },
      after: { organisationId: subject.organisationId, renewsOn: until },
    });
    return ok(row.id);
  });
}
