import type { z } from "zod";
import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import { SEAT_ROLES } from "../../../kernel/actor.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { inviteOne } from "../invitations/actions.ts";
import type { InviteProblem } from "../invitations/invite.ts";
import { isHeld } from "../role-words.ts";
import { personByEmail } from "../terms/person-by-email.ts";
import {
  type ChangeProblem,
  changeTerm,
  type EndProblem,
  endTerm,
  type GiveProblem,
  giveTerm,
  newTerm,
  type Term,
  termChange,
} from "../terms/rules.ts";
import { seatLetter } from "./letter.ts";
import { lockSeats, type SeatedOrganisation } from "./store.ts";

export const NewSeat = newTerm(SEAT_ROLES);
export type NewSeat = z.output<typeof NewSeat>;

/**
 * Who acts for the organisation already has another role at once, and hears of it by letter. Anybody else is asked first, whether the
 * house knows the address or not: nobody is put into an organisation, and nobody learns who has an account.
 */
export async function giveSeat(
  ctx: Context,
  organisation: SeatedOrganisation,
  wanted: NewSeat,
  publicUrl: string,
): Promise<Result<null, GiveProblem | InviteProblem | "not-found">> {
  if (!can(ctx.actor, "seat.give", organisation)) return refuse("not-found");
  const person = await personByEmail(ctx, wanted.email);
  return ctx.write(async (unit) => {
    const own = (await lockSeats(unit.db, organisation.id)).filter((seat) => seat.personId === person?.id);
    if (person && own.some((seat) => isHeld(seat, ctx.today())))
      return seat(ctx, unit, organisation, person, own, wanted, publicUrl);
    const checked = giveTerm(wanted, [], ctx.today());
    if (!checked.ok) return checked;
    const invited = await inviteOne(
      ctx,
      unit,
      { kind: "seat", organisation },
      { locale: ctx.locale, ...wanted },
    );
    return invited.ok ? ok(null) : invited;
  });
}

/** For an address that whoever calls has shown to be the organisation's own to give: its person has the seat without being asked. */
export async function giveVouchedSeat(
  ctx: Context,
  organisation: SeatedOrganisation,
  wanted: NewSeat,
  publicUrl: string,
): Promise<Result<null, GiveProblem | "not-found">> {
  if (!can(ctx.actor, "seat.give", organisation)) return refuse("not-found");
  const person = await personByEmail(ctx, wanted.email);
  if (!person) return refuse("not-found");
  return ctx.write(async (unit) => {
    const own = (await lockSeats(unit.db, organisation.id)).filter((seat) => seat.personId === person.id);
    return seat(ctx, unit, organisation, person, own, wanted, publicUrl);
  });
}

type Person = NonNullable<Awaited<ReturnType<typeof personByEmail>>>;

async function seat(
  ctx: Context,
  { db, audit, mail }: Unit,
  organisation: SeatedOrganisation,
  person: Person,
  own: readonly Term[],
  { email, ...wanted }: NewSeat,
  publicUrl: string,
): Promise<Result<null, GiveProblem>> {
  const given = giveTerm(wanted, own, ctx.today());
  if (!given.ok) return given;
  const row = { id: uuidv7(), personId: person.id, organisationId: organisation.id, ...given.value };
  await db.insertInto("seat").values(row).execute();
  audit({ action: "seat.give", subjectKind: "seat", subjectId: row.id, after: row });
  await mail(seatLetter({ ...person, email }, organisation.name, given.value, publicUrl));
  return ok(null);
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
