import { can, type Subjects } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import type { OfficeRole, SeatRole } from "../../../kernel/actor.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { Page } from "../../../kernel/page.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { SeatedOrganisation } from "../seats/store.ts";
import { type InviteProblem, inviterOf, inviteToOffice, inviteToSeat } from "./invite.ts";
import { expiryFrom, type InvitationState, stateOf, type Void, voidReason } from "./rules.ts";
import type { Invited } from "./schema.ts";
import {
  type After,
  type InvitationRow,
  invitationsOf,
  lockInvitation,
  standingOf,
  type Whose,
} from "./store.ts";

/** To what one invites: a seat in an organisation, or an office in the team of the cluster one is in. */
export type Place =
  | { kind: "seat"; organisation: SeatedOrganisation }
  | { kind: "office"; team: Subjects["office.give"] };

export const whoseOf = (place: Place): Whose =>
  place.kind === "seat" ? { organisationId: place.organisation.id } : "team";

const mayInvite = (ctx: Context, place: Place) =>
  place.kind === "seat"
    ? can(ctx.actor, "seat.give", place.organisation)
    : can(ctx.actor, "office.give", place.team);

export interface ListedInvitation extends InvitationRow {
  state: InvitationState;
  void: Void | null;
}

/** The list with what each is worth today. */
export async function listInvitations(
  ctx: Context,
  whose: Whose,
  stretch: { state?: InvitationState | undefined; limit: number; after?: After | undefined },
): Promise<Page<ListedInvitation>> {
  const found = await ctx.read((db) => invitationsOf(db, ctx, whose, stretch));
  const now = ctx.now();
  const waiting = found.items.filter((row) => stateOf(row, now) === "waiting").map((row) => row.id);
  const standing =
    waiting.length === 0
      ? new Map()
      : await ctx.system("what one's invitations rest on", ({ db }) => standingOf(db, waiting, ctx.today()));
  return {
    ...found,
    items: found.items.map((row) => {
      const stands = standing.get(row.id);
      return { ...row, state: stateOf(row, now), void: stands ? voidReason(stands) : null };
    }),
  };
}

export interface ManyWanted {
  people: readonly Invited[];
  role: string;
  title: string | null;
  locale: Locale;
}

/** All of them or none: which could not be, by its place in the list, and why. */
export async function inviteMany(
  ctx: Context,
  place: Place,
  wanted: ManyWanted,
): Promise<
  | { ok: true; ids: string[] }
  | { ok: false; problem: "not-found" }
  | { ok: false; problem: "lines"; lines: { at: number; problem: InviteProblem }[] }
> {
  if (!mayInvite(ctx, place)) return { ok: false, problem: "not-found" };
  class Undone extends Error {}
  const lines: { at: number; problem: InviteProblem }[] = [];
  const ids: string[] = [];
  try {
    await ctx.write(async (unit) => {
      for (const [at, person] of wanted.people.entries()) {
        const invited = await inviteOne(ctx, unit, place, { ...wanted, ...person });
        if (invited.ok) ids.push(invited.value);
        else lines.push({ at, problem: invited.problem });
      }
      if (lines.length > 0) throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
    return { ok: false, problem: "lines", lines };
  }
  return { ok: true, ids };
}

interface One extends Invited {
  role: string;
  title: string | null;
  since?: string | null;
  until?: string | null;
  locale: Locale;
}

export const inviteOne = (ctx: Context, unit: Unit, place: Place, one: One) =>
  place.kind === "seat"
    ? inviteToSeat(unit, {
        ...one,
        role: one.role as SeatRole,
        organisationId: place.organisation.id,
        clusterId: ctx.actor.clusterId,
      })
    : inviteToOffice(unit, { ...one, role: one.role as OfficeRole, clusterId: ctx.actor.clusterId! });

export type SettledProblem = "not-found" | "invitation-settled";

/** A letter with a new link; it waits anew, and rests now on who sent it. Also one that has expired comes back that way. */
export function sendAgain(ctx: Context, place: Place, id: string): Promise<Result<null, SettledProblem>> {
  return settle(ctx, place, id, "invitation.send", async ({ db, enqueue }, invitation) => {
    const now = ctx.now();
    await db
      .updateTable("invitation")
      .set({
        expiresAt: expiryFrom(now),
        ...(await inviterOf(db)),
        // A manager's right to invite ends at the cluster, and so does what they send.
        ...(ctx.actor.office ? { clusterId: ctx.actor.clusterId } : {}),
      })
      .where("id", "=", id)
      .execute();
    await enqueue("invitation.send", { invitationId: id, sending: invitation.sendings + 1 });
  });
}

export function withdrawInvitation(
  ctx: Context,
  place: Place,
  id: string,
): Promise<Result<null, SettledProblem>> {
  return settle(ctx, place, id, "invitation.withdraw", async ({ db }) => {
    await db
      .updateTable("invitation")
      .set({ withdrawnAt: ctx.now(), withdrawnBy: ctx.actor.personId })
      .where("id", "=", id)
      .execute();
  });
}

async function settle(
  ctx: Context,
  place: Place,
  id: string,
  action: string,
  change: (unit: Unit, invitation: { sendings: number }) => Promise<void>,
): Promise<Result<null, SettledProblem>> {
  if (!mayInvite(ctx, place)) return refuse("not-found");
  return ctx.write(async (unit) => {
    const invitation = await lockInvitation(unit.db, id, whoseOf(place));
    if (!invitation) return refuse("not-found");
    if (invitation.acceptedAt || invitation.withdrawnAt) return refuse("invitation-settled");
    await change(unit, invitation);
    const { organisationId, role, title } = invitation;
    unit.audit({ action, subjectKind: "invitation", subjectId: id, after: { organisationId, role, title } });
    return ok(null);
  });
}
