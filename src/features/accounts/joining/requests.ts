import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import type { Desk } from "../../../access/route.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { LOCALES, type Locale } from "../../../kernel/locale.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { displayName } from "../../../ui/index.ts";
import { notify } from "../../notices/feature.ts";
import { say } from "../messages.ts";
import { isHeld, seatWord } from "../role-words.ts";
import { lockSeats, type SeatedOrganisation } from "../seats/store.ts";
import { addressProven } from "../terms/proven.ts";
import { giveTerm } from "../terms/rules.ts";
import { domainOf } from "./freemail.ts";
import { type Answerers, type AskProblem, askToJoin, remindFrom, roleOnJoining } from "./rules.ts";
import { answerersOf, lockRequest, organisationOfDomain, requestsOfPerson } from "./store.ts";

export const TOPIC = "joining";

export interface Organisation {
  id: string;
  name: string;
  slug: string;
}

/** How one stands with an organisation: may one ask, whom does it wait for, what came before. */
export async function standingWith(ctx: Context, desk: Pick<Desk, "accounts">, organisation: Organisation) {
  const identity = ctx.identity!;
  const { domain, answerers } = await ctx.system("whom one's own address belongs to", async ({ db }) => ({
    domain: await organisationOfDomain(db, domainOf(identity.email)),
    answerers: await answerersOf(db, organisation.id, ctx.today()),
  }));
  const mine = await ctx.read((db) => requestsOfPerson(db, identity.personId));
  const requests = mine.filter((request) => request.organisationId === organisation.id);
  const asker = {
    email: identity.email,
    proven: await addressProven(ctx, desk),
    hasSeat: identity.seats.some((seat) => seat.organisationId === organisation.id),
  };
  const domains = domain?.id === organisation.id ? [domainOf(identity.email)] : [];
  const decision = askToJoin(asker, domains, requests, answerers, ctx.now());
  const isColleague = asker.proven && domains.length > 0;
  const hasAsked = requests.some((request) => request.state === "waiting");
  // Who keeps the keys, and in which clusters, is nobody's business who does not work there.
  return { decision, answerers: isColleague || hasAsked ? answerers : null, requests };
}
export type StandingWith = Awaited<ReturnType<typeof standingWith>>;

export async function ask(
  ctx: Context,
  desk: Pick<Desk, "accounts">,
  organisation: Organisation,
): Promise<Result<string, AskProblem>> {
  const { decision, answerers } = await standingWith(ctx, desk, organisation);
  if (!decision.ok) return decision;
  if (!answerers) return refuse("join.other-domain");
  const { personId, name, email } = ctx.identity!;
  return ctx.write((unit) => addRequest(unit, { id: personId, name, email }, organisation, answerers));
}

/** The request, and those who can answer it told of it. The person's right to ask has been decided. */
export async function addRequest(
  unit: Unit,
  person: { id: string; name: string; email: string },
  organisation: Organisation,
  answerers: Answerers,
): Promise<Result<string, "join.waits">> {
  const request = {
    id: uuidv7(),
    organisationId: organisation.id,
    personId: person.id,
    name: person.name,
    email: person.email,
  };
  const added = await unit.db
    .insertInto("joinRequest")
    .values(request)
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  // Two clicks are one request.
  if (!added) return refuse("join.waits");
  unit.audit({
    action: "join.ask",
    subjectKind: "organisation",
    subjectId: organisation.id,
    after: { organisationId: organisation.id, personId: person.id },
  });
  await tellAnswerers(unit, request, organisation, answerers);
  return ok(request.id);
}

async function tellAnswerers(
  unit: Unit,
  request: { id: string; name: string; email: string },
  organisation: Organisation,
  answerers: Answerers,
) {
  const told = inBoth((locale) =>
    say(locale)("notice.asked", {
      name: request.name.slice(0, 80),
      email: request.email.slice(0, 100),
      organisation: displayName(organisation.name).slice(0, 80),
    }),
  );
  const common = {
    topic: TOPIC,
    text: told,
    key: `join ${request.id}`,
    act: (["confirm", "decline"] as const).map((answer) => ({
      act: `seat.${answer}`,
      subject: { request: request.id },
      label: inBoth((locale) => say(locale)(answer === "confirm" ? "notice.confirm" : "joining.decline")),
      days: 30,
    })),
  };
  if (answerers.owners > 0)
    return notify(unit, {
      ...common,
      to: { organisation: organisation.id, roles: ["owner"] },
      clusterId: null,
      href: `/organisations/${organisation.slug}/joining`,
    });
  for (const { clusterId, slug } of answerers.teams)
    await notify(unit, {
      ...common,
      to: { team: clusterId, roles: ["manager"] },
      clusterId,
      href: `/clusters/${slug}/organisations/${organisation.slug}/joining`,
    });
}

const inBoth = (sentence: (locale: Locale) => string) =>
  Object.fromEntries(LOCALES.map((locale) => [locale, sentence(locale)])) as Record<Locale, string>;

export type OwnProblem = "not-found" | "request.answered-already" | "request.too-early";

export function withdrawRequest(ctx: Context, organisationId: string): Promise<Result<null, OwnProblem>> {
  return ctx.write(async ({ db, audit }) => {
    const withdrawn = await db
      .updateTable("joinRequest")
      .set({ state: "withdrawn", answeredAt: ctx.now(), answeredBy: ctx.actor.personId })
      .where("organisationId", "=", organisationId)
      .where("personId", "=", ctx.actor.personId)
      .where("state", "=", "waiting")
      .returning("id")
      .executeTakeFirst();
    if (!withdrawn) return refuse("request.answered-already");
    audit({
      action: "join.withdraw",
      subjectKind: "organisation",
      subjectId: organisationId,
      after: { organisationId },
    });
    return ok(null);
  });
}

/** Once a week those who can answer are asked again, whoever they are by then. */
export async function remind(ctx: Context, organisation: Organisation): Promise<Result<null, OwnProblem>> {
  const answerers = await ctx.system("who can answer a request to join", ({ db }) =>
    answerersOf(db, organisation.id, ctx.today()),
  );
  return ctx.write(async (unit) => {
    const request = await unit.db
      .selectFrom("joinRequest")
      .selectAll()
      .where("organisationId", "=", organisation.id)
      .where("personId", "=", ctx.actor.personId)
      .where("state", "=", "waiting")
      .forUpdate()
      .executeTakeFirst();
    if (!request) return refuse("request.answered-already");
    if (remindFrom(request) > ctx.now()) return refuse("request.too-early");
    await unit.db
      .updateTable("joinRequest")
      .set({ remindedAt: ctx.now() })
      .where("id", "=", request.id)
      .execute();
    await tellAnswerers(unit, request, organisation, answerers);
    return ok(null);
  });
}

export type AnswerProblem = "not-found" | "request.answered-already";

/** The yes or no of who keeps the seats. A yes gives the seat in the same transaction. */
export async function answerRequest(
  ctx: Context,
  organisation: SeatedOrganisation,
  requestId: string,
  answer: "confirmed" | "declined",
): Promise<Result<{ name: string }, AnswerProblem>> {
  if (!can(ctx.actor, "seat.give", organisation)) return refuse("not-found");
  return ctx.write(async (unit) => {
    const { db, audit } = unit;
    const request = await lockRequest(db, requestId);
    if (!request || request.organisationId !== organisation.id) return refuse("not-found");
    if (request.state !== "waiting") return refuse("request.answered-already");
    await db
      .updateTable("joinRequest")
      .set({ state: answer, answeredAt: ctx.now(), answeredBy: ctx.actor.personId })
      .where("id", "=", request.id)
      .execute();
    const { personId } = request;
    const role = answer === "confirmed" ? await seat(ctx, unit, organisation.id, personId) : null;
    audit({
      action: answer === "confirmed" ? "join.confirm" : "join.decline",
      subjectKind: "organisation",
      subjectId: organisation.id,
      after: { organisationId: organisation.id, personId, ...(role ? { role } : {}) },
    });
    await notify(unit, {
      to: { person: personId },
      clusterId: null,
      topic: TOPIC,
      urgent: true,
      text: inBoth((locale) =>
        say(locale)(answer === "confirmed" ? "notice.confirmed" : "notice.declined", {
          organisation: displayName(organisation.name).slice(0, 120),
          role: role ? seatWord(role, locale) : "",
        }),
      ),
      href: answer === "confirmed" ? "/today" : `/organisations/${organisation.slug}/join`,
    });
    return ok({ name: request.name });
  });
}

async function seat(ctx: Context, { db, audit }: Unit, organisationId: string, personId: string) {
  const held = await lockSeats(db, organisationId);
  const role = roleOnJoining(held.some((one) => one.role === "owner" && isHeld(one, ctx.today())));
  const wanted = { role, title: null, since: null, until: null };
  const own = held.filter((one) => one.personId === personId);
  const given = giveTerm(wanted, own, ctx.today());
  // Given in the meantime by other means: then there is nothing left to give.
  if (!given.ok) return role;
  const row = { id: uuidv7(), personId, organisationId, ...given.value };
  await db.insertInto("seat").values(row).execute();
  audit({ action: "seat.give", subjectKind: "seat", subjectId: row.id, after: row });
  return role;
}

/** What one has asked and what waits for one, for the pages where a person looks for it. */
export const myRequests = (ctx: Context) =>
  ctx.read((db) => (ctx.actor.personId ? requestsOfPerson(db, ctx.actor.personId) : Promise.resolve([])));
