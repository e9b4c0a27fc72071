import { sql } from "kysely";
import type { Context } from "../../../../access/context.ts";
import type { SystemUnit, Unit } from "../../../../kernel/gateway.ts";
import { uuidv7 } from "../../../../kernel/ids.ts";
import { isLocale, type Locale } from "../../../../kernel/locale.ts";
import { ok, type Result, refuse } from "../../../../kernel/result.ts";
import { hashToken, newToken } from "../../../../kernel/token.ts";
import { displayName } from "../../../../ui/index.ts";
import { inviteToSeat } from "../../../accounts/feature.ts";
import { notify } from "../../../notices/feature.ts";
import type { MembershipSubject } from "../../policy.ts";
import { addOrganisation } from "../add-organisation.ts";
import { applicationsHref, applyHref } from "../address.ts";
import { here } from "../lists/actions.ts";
import { sayMembership } from "../messages.ts";
import { covers } from "../rules.ts";
import { type Level, levelsOf, organisationBySlug } from "../store.ts";
import { beginMembership, membershipsChanged, rowsOf } from "../write.ts";
import { type Act, type Side, stateAfter } from "./rules.ts";
import type { Approve, Proposed, StrangerApplication } from "./schema.ts";
import {
  type ApplicationRow,
  applicationById,
  applicationByKey,
  applicationsOf,
  openOf,
  type WordRow,
  wordsOf,
} from "./store.ts";

export interface ApplicationSubject extends MembershipSubject {
  application: ApplicationRow;
}

export async function findApplication(ctx: Context, id: string): Promise<ApplicationSubject | null> {
  const { id: clusterId } = here(ctx);
  const application = await ctx.read((db) => applicationById(db, clusterId, id));
  return application ? { clusterId, organisationId: application.organisationId, application } : null;
}

export interface ApplicationFound {
  application: ApplicationRow;
  words: WordRow[];
  levels: Level[];
}

export const readApplication = (ctx: Context, id: string): Promise<ApplicationFound | null> =>
  ctx.read(async (db) => {
    const { id: clusterId } = here(ctx);
    const application = await applicationById(db, clusterId, id);
    if (!application) return null;
    return {
      application,
      words: await wordsOf(db, clusterId, id),
      levels: await levelsOf(db, clusterId, ctx.today()),
    };
  });

export const listApplications = (ctx: Context, which: "open" | "decided"): Promise<ApplicationRow[]> =>
  ctx.read((db) => applicationsOf(db, here(ctx).id, which));

/** The own organisation's application that is not decided yet. */
export const ownOpen = (ctx: Context): Promise<ApplicationRow | null> => {
  const { organisationId } = ctx.actor;
  return organisationId === null
    ? Promise.resolve(null)
    : ctx.read((db) => openOf(db, here(ctx).id, organisationId));
};

const textIn = (
  ctx: Context,
  key:
    | "notice.applied"
    | "notice.asked"
    | "notice.answered"
    | "notice.approved"
    | "notice.declined"
    | "notice.withdrawn",
  name: string,
) => {
  const cluster = here(ctx);
  const say = (locale: Locale) =>
    sayMembership(locale)(key, {
      name: displayName(name).slice(0, 120),
      cluster: locale === "de" ? cluster.nameDe : cluster.nameEn,
    });
  return { en: say("en"), de: say("de") };
};

const tellTeam = (
  unit: Unit,
  ctx: Context,
  key: "notice.applied" | "notice.answered" | "notice.withdrawn",
  id: string,
  name: string,
) =>
  notify(unit, {
    to: { team: here(ctx).id },
    except: ctx.actor.personId ?? undefined,
    clusterId: here(ctx).id,
    topic: "membership",
    text: textIn(ctx, key, name),
    href: `${applicationsHref(here(ctx))}/${id}`,
    key: `application:${id}`,
  });

/** An owner applies for the own organisation: it is an applicant from today. */
export async function apply(
  ctx: Context,
  { level, statement }: { level?: string | null | undefined; statement: string },
): Promise<Result<string, "applied-already" | "already-member" | "unknown-level">> {
  const cluster = here(ctx);
  const { organisationId, personId } = ctx.actor;
  if (organisationId === null) return refuse("already-member");
  const today = ctx.today();
  return ctx.write(async (unit) => {
    const { db } = unit;
    const levels = await levelsOf(db, cluster.id, today);
    if (level && !levels.some((one) => one.id === level && one.endedAt === null))
      return refuse("unknown-level");
    await sql`select pg_advisory_xact_lock(hashtextextended(${`membership ${cluster.id} ${organisationId}`}, 0))`.execute(
      db,
    );
    if (await openOf(db, cluster.id, organisationId)) return refuse("applied-already");
    const rows = await rowsOf(unit, cluster.id, organisationId);
    const standing = rows.filter((row) => covers(row, today));
    if (standing.some((row) => row.role !== "applicant")) return refuse("already-member");
    // Whoever left this very day applies without being called an applicant: one row a day.
    const leftToday = rows.some((row) => row.since === today && row.role !== "applicant");
    if (standing.length === 0 && !leftToday)
      await db
        .insertInto("membership")
        .values({
          clusterId: cluster.id,
          id: uuidv7(),
          organisationId,
          role: "applicant",
          since: today,
          visibility: "cluster",
        })
        .onConflict((same) =>
          same
            .columns(["clusterId", "organisationId", "since"])
            .doUpdateSet({ role: "applicant", until: null, reason: null, reasonNote: null }),
        )
        .execute();
    const id = uuidv7();
    const own = await db
      .selectFrom("organisation")
      .select("name")
      .where("id", "=", organisationId)
      .executeTakeFirstOrThrow();
    await db
      .insertInto("membershipApplication")
      .values({
        clusterId: cluster.id,
        id,
        state: "sent",
        organisationId,
        personId,
        locale: ctx.locale,
        levelId: level ?? null,
        statement,
        sentAt: ctx.now(),
        turnAt: ctx.now(),
      })
      .execute();
    await membershipsChanged(unit, cluster.id);
    unit.audit({
      action: "application.send",
      subjectKind: "application",
      subjectId: id,
      after: { organisationId, level },
    });
    await tellTeam(unit, ctx, "notice.applied", id, own.name);
    return ok(id);
  });
}

const MOST_A_DAY = 5;

/**
 * Somebody without an account applies. Nobody hears of it before the address is proven by the letter's link; whether it was written
 * before is not told.
 */
export async function applyAsStranger(
  ctx: Context,
  wanted: StrangerApplication,
  publicUrl: string,
): Promise<Result<null, "unknown-organisation" | "unknown-level">> {
  const cluster = here(ctx);
  const email = wanted.email.trim().toLowerCase();
  const known = await ctx.read(async (db) => ({
    organisation:
      "organisation" in wanted ? await organisationBySlug(db, ctx.actor, wanted.organisation) : null,
    levels: await levelsOf(db, cluster.id, ctx.today()),
  }));
  if ("organisation" in wanted && !known.organisation) return refuse("unknown-organisation");
  if (wanted.level && !known.levels.some((one) => one.id === wanted.level)) return refuse("unknown-level");
  await ctx.system("a stranger applies for membership", async (unit) => {
    const { count } = await unit.db
      .selectFrom("membershipApplication")
      .select((q) => q.fn.countAll<number>().as("count"))
      .where("email", "=", email)
      .where("createdAt", ">", new Date(ctx.now().getTime() - 86_400_000))
      .executeTakeFirstOrThrow();
    if (Number(count) >= MOST_A_DAY) return;
    const id = uuidv7();
    const token = newToken();
    await unit.db
      .insertInto("membershipApplication")
      .values({
        clusterId: cluster.id,
        id,
        state: "unproven",
        organisationId: known.organisation?.id ?? null,
        proposed: "organisation" in wanted ? null : JSON.stringify(proposedOf(wanted)),
        name: wanted.person,
        email,
        locale: ctx.locale,
        levelId: wanted.level ?? null,
        statement: wanted.statement,
        keyHashes: [hashToken(token)],
        turnAt: ctx.now(),
      })
      .execute();
    await letter(
      unit,
      ctx,
      { id, name: wanted.person, email, locale: ctx.locale },
      "prove",
      `${publicUrl}${applyHref(cluster)}/${token}`,
    );
    // The person stays out of the log: it would outlast the wish to be forgotten.
    unit.audit({
      action: "application.begin",
      subjectKind: "application",
      subjectId: id,
      clusterId: cluster.id,
      after: { organisationId: known.organisation?.id ?? null },
    });
  });
  return ok(null);
}

function proposedOf(wanted: Exclude<StrangerApplication, { organisation: string }>): Proposed {
  const { name, kind, street, postal, city, country, url, vat } = wanted;
  return { name, kind, street, postal, city, country, url, vat };
}

type Letters = "prove" | "asked" | "approved" | "declined";

function letter(
  unit: Unit,
  ctx: Context,
  to: { id: string; name: string | null; email: string; locale: string },
  about: Letters,
  url: string,
  text = "",
) {
  const locale = isLocale(to.locale) ? to.locale : "en";
  const cluster = here(ctx);
  const say = sayMembership(locale);
  const values = {
    name: to.name ?? to.email,
    cluster: locale === "de" ? cluster.nameDe : cluster.nameEn,
    text,
    url,
  };
  return unit.mail({
    to: to.email,
    subject: say(`letter.${about}.subject`, values),
    body: say(`letter.${about}.body`, values),
  });
}

/** Whoever came with a letter's key. */
export async function byKey(ctx: Context, token: string): Promise<ApplicationFound | null> {
  const { id: clusterId } = here(ctx);
  return ctx.system("an application is looked at by its key", async ({ db }) => {
    const application = await applicationByKey(db, clusterId, hashToken(token));
    if (!application) return null;
    return {
      application,
      words: await wordsOf(db, clusterId, application.id),
      levels: await levelsOf(db, clusterId, ctx.today()),
    };
  });
}

export type StepProblem = "changed-meanwhile";

/** The next state, taken only while it still is as it was seen, so that an answer given twice counts once. */
async function step(
  unit: Unit,
  ctx: Context,
  application: ApplicationRow,
  act: Act,
  side: Side,
  more: Record<string, unknown> = {},
): Promise<boolean> {
  const state = stateAfter(application.state, act, side);
  if (state === null) return false;
  const ends = state === "approved" || state === "declined" || state === "withdrawn";
  const { numUpdatedRows } = await unit.db
    .updateTable("membershipApplication")
    .set({
      state,
      turnAt: ends ? null : ctx.now(),
      ...(state === "sent" ? { sentAt: ctx.now() } : {}),
      ...(ends ? { decidedAt: ctx.now(), decidedBy: ctx.actor.personId } : {}),
      ...more,
    })
    .where("clusterId", "=", here(ctx).id)
    .where("id", "=", application.id)
    .where("state", "=", application.state)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  unit.audit({
    action: `application.${act}`,
    subjectKind: "application",
    subjectId: application.id,
    clusterId: here(ctx).id,
    before: { state: application.state },
    after: { state, organisationId: application.organisationId },
  });
  return true;
}

/** The applicant's acts: with an account as the asker, with a letter's key as the house on their behalf. */
export async function actAsApplicant(
  ctx: Context,
  application: ApplicationRow,
  act: "prove" | "answer" | "withdraw",
  text: string | null,
  keyed: boolean,
): Promise<Result<null, StepProblem>> {
  const { id: clusterId } = here(ctx);
  const work = async (unit: Unit | SystemUnit): Promise<Result<null, StepProblem>> => {
    if (act === "answer" && text)
      await unit.db
        .insertInto("membershipApplicationWord")
        .values({
          clusterId,
          id: uuidv7(),
          applicationId: application.id,
          side: "applicant",
          personId: keyed ? null : ctx.actor.personId,
          text,
        })
        .execute();
    if (!(await step(unit, ctx, application, act, "applicant"))) return refuse("changed-meanwhile");
    if (act === "withdraw" && !keyed && application.organisationId)
      await endApplicant(unit, ctx, application.organisationId);
    if (act === "withdraw" && application.state === "unproven") return ok(null);
    const key =
      act === "prove" ? "notice.applied" : act === "answer" ? "notice.answered" : "notice.withdrawn";
    await tellTeam(unit, ctx, key, application.id, application.name);
    return ok(null);
  };
  return keyed ? ctx.system(`an applicant with a letter's key: ${act}`, work) : ctx.write(work);
}

/** Who is not taken in is an applicant no more. */
async function endApplicant(unit: Unit, ctx: Context, organisationId: string) {
  const { id: clusterId } = here(ctx);
  await unit.db
    .updateTable("membership")
    .set({ until: ctx.today() })
    .where("clusterId", "=", clusterId)
    .where("organisationId", "=", organisationId)
    .where("role", "=", "applicant")
    .where("until", "is", null)
    .where("since", "<=", ctx.today())
    .execute();
  await membershipsChanged(unit, clusterId);
}

/** Tells whoever applied, by a notice to the organisation or a letter with a key. */
async function tellApplicant(
  unit: Unit,
  ctx: Context,
  application: ApplicationRow,
  about: "asked" | "approved" | "declined",
  text: string,
  publicUrl: string,
) {
  const cluster = here(ctx);
  if (application.personId !== null && application.organisationId !== null)
    return notify(unit, {
      to: { organisation: application.organisationId },
      clusterId: cluster.id,
      topic: "membership",
      text: textIn(ctx, `notice.${about}`, application.name),
      href: `${applicationsHref(cluster)}/${application.id}`,
      key: `application:${application.id}`,
      urgent: true,
    });
  if (application.email === null) return;
  const token = newToken();
  await unit.db
    .updateTable("membershipApplication")
    .set({ keyHashes: sql<string[]>`array_append(key_hashes, ${hashToken(token)})` })
    .where("clusterId", "=", cluster.id)
    .where("id", "=", application.id)
    .execute();
  await letter(
    unit,
    ctx,
    { ...application, email: application.email, name: application.personName },
    about,
    `${publicUrl}${applyHref(cluster)}/${token}`,
    text,
  );
}

export const askBack = (
  ctx: Context,
  application: ApplicationRow,
  text: string,
  publicUrl: string,
): Promise<Result<null, StepProblem>> =>
  ctx
    .write(async (unit): Promise<Result<null, StepProblem>> => {
      await unit.db
        .insertInto("membershipApplicationWord")
        .values({
          clusterId: here(ctx).id,
          id: uuidv7(),
          applicationId: application.id,
          side: "team",
          personId: ctx.actor.personId,
          text,
        })
        .execute();
      // The letter's key is added while the application can still be written to by the team.
      await tellApplicant(unit, ctx, application, "asked", text, publicUrl);
      if (!(await step(unit, ctx, application, "ask", "team"))) throw new Undone();
      return ok(null);
    })
    .catch(undone);

/** What was written before a step turned out to be too late goes with it. */
class Undone extends Error {}
const undone = (error: unknown): Result<null, StepProblem> => {
  if (error instanceof Undone) return refuse("changed-meanwhile");
  throw error;
};

export const decline = (
  ctx: Context,
  application: ApplicationRow,
  answer: string,
  publicUrl: string,
): Promise<Result<null, StepProblem>> =>
  ctx
    .write(async (unit): Promise<Result<null, StepProblem>> => {
      await tellApplicant(unit, ctx, application, "declined", answer, publicUrl);
      if (!(await step(unit, ctx, application, "decline", "team", { answer }))) throw new Undone();
      if (application.organisationId && application.personId)
        await endApplicant(unit, ctx, application.organisationId);
      return ok(null);
    })
    .catch(undone);

export type ApproveProblem = StepProblem | "already-member" | "in-the-future" | "unknown-level";

/** The organisation becomes a member; one that is new here is added, and who applied for it is invited as its owner. */
export async function approve(
  ctx: Context,
  application: ApplicationRow,
  terms: Approve,
  publicUrl: string,
): Promise<Result<null, ApproveProblem>> {
  const cluster = here(ctx);
  const stranger = application.personId === null;
  // Whoever is invited has to find a membership that has begun.
  if (stranger && terms.since > ctx.today()) return refuse("in-the-future");
  return ctx
    .write(async (unit): Promise<Result<null, ApproveProblem>> => {
      const levels = await levelsOf(unit.db, cluster.id, ctx.today());
      if (terms.level && !levels.some((one) => one.id === terms.level)) return refuse("unknown-level");
      await tellApplicant(unit, ctx, application, "approved", terms.answer ?? "", publicUrl);
      const organisationId =
        application.organisationId ?? (await addOrganisation(unit, application.proposed!)).id;
      const begun = await beginMembership(unit, {
        clusterId: cluster.id,
        organisationId,
        role: terms.role,
        since: terms.since,
        levelId: terms.level ?? null,
        duesClassId: terms.dues ?? null,
        renewsOn: terms.renews ?? null,
        visibility: terms.visibility,
      });
      if (!begun.ok) throw new Refused("already-member");
      if (stranger && application.email && !(await hasOwner(unit, organisationId, ctx.today())))
        await inviteToSeat(unit, {
          organisationId,
          clusterId: cluster.id,
          email: application.email,
          name: application.personName,
          role: "owner",
          locale: isLocale(application.locale) ? application.locale : "en",
        });
      const more = { answer: terms.answer ?? null, membershipId: begun.value, organisationId };
      if (!(await step(unit, ctx, application, "approve", "team", more))) throw new Undone();
      return ok(null);
    })
    .catch((error: unknown) => (error instanceof Refused ? refuse(error.problem) : undone(error)));
}

class Refused extends Error {
  readonly problem: "already-member";
  constructor(problem: "already-member") {
    super(problem);
    this.problem = problem;
  }
}

/** An organisation that somebody keeps already is not handed to a stranger. */
const hasOwner = async (unit: Unit, organisationId: string, today: string): Promise<boolean> =>
  (await unit.db
    .selectFrom("seat")
    .select("id")
    .where("organisationId", "=", organisationId)
    .where("role", "=", "owner")
    .where("since", "<=", today)
    .where((q) => q.or([q("until", "is", null), q("until", ">", today)]))
    .limit(1)
    .executeTakeFirst()) !== undefined;
