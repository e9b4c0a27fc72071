import type { z } from "zod";
import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import { SEAT_ROLES } from "../../../kernel/actor.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { inviteOne } from "../invitations/actions.ts";
import type { InviteProblem } from "../invitations/invite.ts";
import { personByEmail } from "../terms/person-by-email.ts";
import {
  type ChangeProblem,
  changeTerm,
  type EndProblem,
  endTerm,
  type GiveProblem,
  giveTerm,
  newTerm,
  termChange,
} from "../terms/rules.ts";
import { seatLetter } from "./letter.ts";
import { lockSeats, type SeatedOrganisation } from "./store.ts";

export const NewSeat = newTerm(SEAT_ROLES);
export type NewSeat = z.output<typeof NewSeat>;

/** Who has an account has the seat at once; any other address is invited to it. Both are told by letter. */
export async function giveSeat(
  ctx: Context,
  organisation: SeatedOrganisation,
  { email, ...wanted }: NewSeat,
  publicUrl: string,
): Promise<Result<null, GiveProblem | InviteProblem | "not-found">> {
  if (!can(ctx.actor, "seat.give", organisation)) return refuse("not-found");
  const person = await personByEmail(ctx, email);
  if (!person) {
    const checked = giveTerm(wanted, [], ctx.today());
    if (!checked.ok) return checked;
    const place = { kind: "seat", organisation } as const;
    const invited = await ctx.write((unit) =>
      inviteOne(ctx, unit, place, { email, locale: ctx.locale, ...wanted }),
    );
    return invited.ok ? ok(null) : invited;
  }
  return ctx.write(async ({ db, audit, mail }) => {
    const held = await lockSeats(db, organisation.id);
    const given = giveTerm(
      wanted,
      held.filter((seat) => seat.personId === person.id),
      ctx.today(),
    );
    if (!given.ok) return given;
    const seat = { id: uuidv7(), personId: person.id, organisationId: organisation.id, ...given.value };
    await db.insertInto("seat").values(seat).execute();
    audit({ action: "seat.give", subjectKind: "seat", subjectId: seat.id, after: seat });
    await mail(seatLetter({ ...person, email }, organisation.name, given.value, publicUrl));
    return { ok: true, value: null };
  });
}

export async function endSeat(
  ctx: Context,
  organisation: SeatedOrganisation,
  seatId: string,
  until: string | null,
): Promise<Result<{ personId: string }, EndProblem | "not-found">> {
  if (!can(ctx.actor, "seat.end", organisation)) return refuse("not-found");
  return ctx.write(async ({ db, audit }) => {
    const seats = await lockSeats(db, organisation.id);
    const seat = seats.find((one) => one.id === seatId);
    if (!seat) return refuse("not-found");
    const ends = endTerm(seat, seats, keeperFor(ctx), until, ctx.today());
    if (!ends.ok) return ends;
    await db.updateTable("seat").set({ until: ends.value }).where("id", "=", seatId).execute();
    const whose = {
      personId: seat.personId,
      organisationId: organisation.id,
      role: seat.role,
      title: seat.title,
    };
    audit({
      action: "seat.end",
      subjectKind: "seat",
      subjectId: seatId,
      before: { ...whose, until: seat.until },
      after: { ...whose, until: ends.value },
    });
    return ok({ personId: seat.personId });
  });
}

/** An owner leaves a successor; the team, which can let in new ones, may also end the last. */
const keeperFor = (ctx: Context) => (ctx.actor.office === "manager" ? null : "owner");

export const SeatChange = termChange(SEAT_ROLES);

/** Another role or title. Where it begins anew, the old seat stays on record and the value is the new one's id. */
export async function changeSeat(
  ctx: Context,
  organisation: SeatedOrganisation,
  seatId: string,
  wanted: z.output<typeof SeatChange>,
): Promise<Result<string, ChangeProblem | "not-found">> {
  if (!can(ctx.actor, "seat.give", organisation)) return refuse("not-found");
  return ctx.write(async ({ db, audit }) => {
    const seats = await lockSeats(db, organisation.id);
    const seat = seats.find((one) => one.id === seatId);
    if (!seat) return refuse("not-found");
    const today = ctx.today();
    const changed = changeTerm(seat, seats, keeperFor(ctx), wanted, today);
    if (!changed.ok) return changed;
    const { personId, since, until } = seat;
    let id = seatId;
    if (changed.value.how === "in-place")
      await db.updateTable("seat").set(wanted).where("id", "=", seatId).execute();
    else {
      id = uuidv7();
      await db.updateTable("seat").set({ until: today }).where("id", "=", seatId).execute();
      const anew = { id, personId, organisationId: organisation.id, ...wanted, since: today, until };
      await db.insertInto("seat").values(anew).execute();
    }
    const whose = { personId, organisationId: organisation.id };
    audit({
      action: "seat.change",
      subjectKind: "seat",
      subjectId: id,
      before: { ...whose, role: seat.role, title: seat.title, since },
      after: { ...whose, ...wanted },
    });
    return ok(id);
  });
}
