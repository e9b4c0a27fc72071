import { can } from "../../access/can.ts";
import type { Context } from "../../access/context.ts";
import type { Desk } from "../../access/route.ts";
import type { SeatRole } from "../../kernel/actor.ts";
import type { Locale } from "../../kernel/locale.ts";
import { ok, type Result, refuse } from "../../kernel/result.ts";
import { newSecret } from "../../kernel/token.ts";
import {
  changeSeat,
  domainOf,
  domainsOf,
  endSeat,
  giveVouchedSeat,
  inviteMany,
  isFreemail,
  personByEmail,
  type SeatedOrganisation,
  signOutWithoutRole,
  withdrawInvitation,
} from "../accounts/feature.ts";
import { accountLetter } from "./letter.ts";
import { isStronger, type User } from "./rules.ts";
import { findUsers, holderOf, soughtBy } from "./store.ts";

/** From where a directory's call is carried out: the same acts as on the page of the seats. */
export interface At {
  ctx: Context;
  desk: Desk;
  organisation: SeatedOrganisation;
  publicUrl: string;
}

export interface NewUser {
  email: string;
  name: string | null;
  title: string | null;
  role: SeatRole;
  externalId: string | null;
  locale: Locale;
}

export interface Change {
  active?: boolean | undefined;
  role?: SeatRole | undefined;
  title?: string | null | undefined;
  externalId?: string | null | undefined;
}

export type Problem =
  | "not-found"
  | "user-exists"
  | "external-id-taken"
  | "last-owner"
  | "no-seat"
  | "seat-in-future";

export async function addUser(at: At, wanted: NewUser): Promise<Result<User, Problem>> {
  const { ctx, organisation } = at;
  if (!can(ctx.actor, "seat.give", organisation)) return refuse("not-found");
  const sought = await soughtBy(ctx, organisation.id, wanted.email);
  const known = await ctx.read(async (db) => ({
    users: await findUsers(db, ctx, organisation.id, sought),
    externalId: wanted.externalId && (await holderOf(db, organisation.id, wanted.externalId)),
  }));
  if (known.users.length > 0) return refuse("user-exists");
  if (known.externalId) return refuse("external-id-taken");
  const entered = await letIn(at, wanted);
  if (!entered.ok) return entered;
  const user = await byAddress(at, wanted.email);
  if (!user) return refuse("not-found");
  return keep(at, user, wanted.externalId);
}

/**
 * An address at a domain the organisation stands by is its own to give: the person has the seat at once. Any other is only invited,
 * whether somebody in this house has it or not, and so is who was shut out of the house.
 */
async function letIn(at: At, wanted: Omit<NewUser, "externalId">): Promise<Result<null, Problem>> {
  const { ctx, organisation, publicUrl } = at;
  const { email, name, role, title, locale } = wanted;
  if (await vouchesFor(at, email)) {
    if (!(await personByEmail(ctx, email))) await addAccount(at, { email, name, locale });
    const seat = { email, role, title, since: null, until: null };
    const given = await giveVouchedSeat(ctx, organisation, seat, publicUrl);
    if (given.ok) return ok(null);
    if (given.problem !== "not-found") return refuse("seat-in-future");
  }
  const invited = await inviteMany(
    ctx,
    { kind: "seat", organisation },
    { people: [{ email, ...(name ? { name } : {}) }], role, title, locale },
  );
  if (invited.ok) return ok(null);
  return refuse(invited.problem === "not-found" ? "not-found" : "user-exists");
}

/** Asked anew each time: a domain may have been given up since, and freemail is nobody's. */
async function vouchesFor({ ctx, organisation }: At, email: string): Promise<boolean> {
  const domain = domainOf(email);
  if (isFreemail(domain)) return false;
  const domains = await ctx.read((db) => domainsOf(db, organisation.id));
  return domains.some((declared) => declared.domain === domain);
}

/** Nobody knows the password: the first way in is a new one by mail, a passkey or the provider. */
async function addAccount(
  { ctx, desk, organisation, publicUrl }: At,
  { email, name, locale }: Pick<NewUser, "email" | "name" | "locale">,
) {
  const person = { email, name: name ?? email.slice(0, email.indexOf("@")), locale };
  await desk.addAccount({ ...person, password: newSecret() });
  await ctx.write(({ mail }) => mail(accountLetter(person, organisation.name, publicUrl)));
}

/** What a directory asks to be otherwise; what already is so is left alone. */
export async function changeUser(at: At, user: User, change: Change): Promise<Result<User, Problem>> {
  const { ctx, organisation } = at;
  if (!can(ctx.actor, "seat.give", organisation)) return refuse("not-found");
  let now = user;
  if (change.externalId !== undefined && change.externalId !== user.externalId) {
    const kept = await keep(at, user, change.externalId);
    if (!kept.ok) return kept;
    now = kept.value;
  }
  if (change.active === false) return now.state === "ended" ? ok(now) : end(at, now);
  const role = change.role ?? now.role;
  const title = change.title === undefined ? now.title : change.title;
  if (now.state === "ended") return change.active ? letInAnew(at, { ...now, role, title }) : ok(now);
  if (role !== now.role) {
    const moved = await moveTo(at, now, role);
    if (!moved.ok) return moved;
    now = moved.value;
  }
  return title === now.title ? ok(now) : retitle(at, now, title);
}

/** Another role. What is stronger than it ends, or it would not be the role they act in. */
export async function moveTo(at: At, user: User, role: SeatRole): Promise<Result<User, Problem>> {
  const { ctx, organisation } = at;
  if (user.state === "ended") return refuse("no-seat");
  if (user.state === "invited") return letInAnew(at, { ...user, role });
  const held = user.seats.some((seat) => seat.role === role);
  const [strongest, ...others] = user.seats;
  const stronger = user.seats.filter((seat) => isStronger(seat.role, role));
  if (!held) {
    const { title } = strongest!;
    const changed = await changeSeat(ctx, organisation, strongest!.id, { role, title });
    if (!changed.ok) return refuse(CHANGES[changed.problem]);
  }
  const over = held ? stronger : others.filter((seat) => isStronger(seat.role, role));
  const ended = await endSeats(at, over);
  return ended.ok ? reload(at, user) : ended;
}

const CHANGES = {
  "last-one": "last-owner",
  "held-already": "seat-in-future",
  "ended-already": "no-seat",
  "not-found": "not-found",
} as const;

async function retitle(at: At, user: User, title: string | null): Promise<Result<User, Problem>> {
  if (user.state === "invited") return letInAnew(at, { ...user, title });
  const { id, role } = user.seats[0]!;
  const changed = await changeSeat(at.ctx, at.organisation, id, { role: role as SeatRole, title });
  return changed.ok ? reload(at, user) : refuse(CHANGES[changed.problem]);
}

/** Ends the seat today; the directory keeps them, to let them in again under the same id. */
async function end(at: At, user: User): Promise<Result<User, Problem>> {
  const ended = await endAll(at, user);
  return ended.ok ? keep(at, user, user.externalId) : ended;
}

/** The seat ends as well; afterwards the directory does not know them any more. */
export async function removeUser(at: At, user: User): Promise<Result<null, Problem>> {
  const { ctx, organisation } = at;
  const ended = await endAll(at, user);
  if (!ended.ok) return ended;
  await ctx.write(async ({ db, audit }) => {
    const gone = await db
      .deleteFrom("scimUser")
      .where("id", "=", user.id)
      .where("organisationId", "=", organisation.id)
      .executeTakeFirst();
    if (gone.numDeletedRows > 0n) audit(noteOf(at, "scim.forget"));
  });
  return ok(null);
}

async function endAll(at: At, user: User): Promise<Result<null, Problem>> {
  const { ctx, desk, organisation } = at;
  if (!can(ctx.actor, "seat.end", organisation)) return refuse("not-found");
  // Owners' seats come first: where the last one must stay, nothing has changed yet.
  const ended = await endSeats(at, user.seats);
  if (!ended.ok) return ended;
  for (const { id } of user.invitations) await withdrawInvitation(ctx, { kind: "seat", organisation }, id);
  if (user.personId) await signOutWithoutRole(ctx, desk, user.personId);
  return ok(null);
}

async function endSeats({ ctx, organisation }: At, seats: User["seats"]): Promise<Result<null, Problem>> {
  for (const { id } of seats) {
    const ended = await endSeat(ctx, organisation, id, null);
    if (!ended.ok && ended.problem === "last-one") return refuse("last-owner");
  }
  return ok(null);
}

/**
 * After a seat has ended, as if they came for the first time: who has left and has another address or another house by now is asked.
 * An invitation cannot be changed either, for its letter has left: another takes its place. The id stays.
 */
async function letInAnew(at: At, user: User): Promise<Result<User, Problem>> {
  const { ctx, organisation } = at;
  const kept = await keep(at, user, user.externalId);
  if (!kept.ok) return kept;
  for (const { id } of user.invitations) await withdrawInvitation(ctx, { kind: "seat", organisation }, id);
  const { email, name, role, title } = user;
  const invited = await letIn(at, { email, name, role, title, locale: ctx.locale });
  if (!invited.ok) return invited;
  const now = await byAddress(at, email);
  if (!now) return refuse("not-found");
  const { personId, invitations } = now;
  await ctx.write(({ db }) =>
    db
      .updateTable("scimUser")
      .set(personId ? { personId } : { invitationId: invitations[0]!.id })
      .where("id", "=", user.id)
      .where("organisationId", "=", organisation.id)
      .execute(),
  );
  return ok(now);
}

/** Writes down that the directory keeps them, and what it calls them. */
async function keep(at: At, user: User, externalId: string | null): Promise<Result<User, Problem>> {
  const { ctx, organisation } = at;
  const { id, personId, invitations } = user;
  if (user.kept && externalId === user.externalId) return reload(at, user);
  const whose = personId ? { personId } : { invitationId: invitations[0]?.id ?? null };
  const kept = await ctx.write(async ({ db, audit }): Promise<Result<null, Problem>> => {
    const holder = externalId === null ? undefined : await holderOf(db, organisation.id, externalId);
    if (holder && holder.id !== id) return refuse("external-id-taken");
    if (user.kept)
      await db
        .updateTable("scimUser")
        .set({ externalId, ...(personId ? { personId } : {}) })
        .where("id", "=", id)
        .where("organisationId", "=", organisation.id)
        .execute();
    else {
      const added = await db
        .insertInto("scimUser")
        .values({ id, organisationId: organisation.id, externalId, ...whose })
        // Told twice at once: one of them is the user.
        .onConflict((conflict) => conflict.doNothing())
        .returning("id")
        .executeTakeFirst();
      if (!added) return refuse("user-exists");
    }
    audit(noteOf(at, "scim.keep"));
    return ok(null);
  });
  return kept.ok ? reload(at, user) : kept;
}

/** What a directory calls people stays out of the log: it would outlast the wish to be forgotten. */
const noteOf = ({ organisation }: At, action: string) => ({
  action,
  subjectKind: "organisation",
  subjectId: organisation.id,
  after: { organisationId: organisation.id },
});

async function reload(at: At, user: User): Promise<Result<User, Problem>> {
  const now = await byAddress(at, user.email);
  if (!now) return refuse("not-found");
  return ok(now);
}

async function byAddress({ ctx, organisation }: At, email: string): Promise<User | undefined> {
  const sought = await soughtBy(ctx, organisation.id, email);
  return (await ctx.read((db) => findUsers(db, ctx, organisation.id, sought)))[0];
}
