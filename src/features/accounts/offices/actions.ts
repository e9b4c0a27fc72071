import type { z } from "zod";
import { can } from "../../../access/can.ts";
import type { ClusterHere, Context } from "../../../access/context.ts";
import { OFFICE_ROLES } from "../../../kernel/actor.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { Visible } from "../../../kernel/visibility.ts";
import { formatDate } from "../../../ui/index.ts";
import { inviteOne } from "../invitations/actions.ts";
import type { InviteProblem } from "../invitations/invite.ts";
import { say } from "../messages.ts";
import { isHeld, officeWord } from "../role-words.ts";
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
import { lockOffices } from "./store.ts";

export const NewOffice = newTerm(OFFICE_ROLES);
export type NewOffice = z.output<typeof NewOffice>;

export interface TeamSubject {
  cluster: ClusterHere;
  visible: Visible;
}

/** Who works for the team already has another office at once; anybody else is asked first, as with a seat. */
export async function giveOffice(
  ctx: Context,
  { cluster, visible }: TeamSubject,
  { email, ...wanted }: NewOffice,
  publicUrl: string,
): Promise<Result<null, GiveProblem | InviteProblem | "not-found">> {
  if (!can(ctx.actor, "office.give", visible)) return refuse("not-found");
  const person = await personByEmail(ctx, email);
  return ctx.write(async (unit) => {
    const { db, audit, mail } = unit;
    const own = (await lockOffices(db, cluster.id)).filter((office) => office.personId === person?.id);
    if (!person || !own.some((office) => isHeld(office, ctx.today()))) {
      const checked = giveTerm(wanted, [], ctx.today());
      if (!checked.ok) return checked;
      const place = { kind: "office", team: visible } as const;
      const invited = await inviteOne(ctx, unit, place, { email, locale: ctx.locale, ...wanted });
      return invited.ok ? ok(null) : invited;
    }
    const given = giveTerm(wanted, own, ctx.today());
    if (!given.ok) return given;
    const office = { id: uuidv7(), clusterId: cluster.id, personId: person.id, ...given.value };
    await db.insertInto("office").values(office).execute();
    audit({ action: "office.give", subjectKind: "office", subjectId: office.id, after: office });
    const t = say(person.locale);
    const values = {
      name: person.name,
      cluster: person.locale === "de" ? cluster.nameDe : cluster.nameEn,
      role: office.title ?? officeWord(office.role, person.locale),
      since: formatDate(office.since, person.locale),
    };
    await mail({
      to: email,
      subject: t("office.letter.subject", values),
      body: `${t("office.letter.body", values)}\n\n${publicUrl}/account\n`,
    });
    return ok(null);
  });
}

export async function endOffice(
  ctx: Context,
  { cluster, visible }: TeamSubject,
  officeId: string,
  until: string | null,
): Promise<Result<{ personId: string }, EndProblem | "not-found">> {
  if (!can(ctx.actor, "office.end", visible)) return refuse("not-found");
  return ctx.write(async ({ db, audit }) => {
    const offices = await lockOffices(db, cluster.id);
    const office = offices.find((one) => one.id === officeId);
    if (!office) return refuse("not-found");
    const ends = endTerm(office, offices, "manager", until, ctx.today());
    if (!ends.ok) return ends;
    await db
      .updateTable("office")
      .set({ until: ends.value })
      .where("clusterId", "=", cluster.id)
      .where("id", "=", officeId)
      .execute();
    const whose = { personId: office.personId, role: office.role, title: office.title };
    audit({
      action: "office.end",
      subjectKind: "office",
      subjectId: officeId,
      before: { ...whose, until: office.until },
      after: { ...whose, until: ends.value },
    });
    return ok({ personId: office.personId });
  });
}

export const OfficeChange = termChange(OFFICE_ROLES);

/** Another office or title. Where it begins anew, the old one stays on record and the value is the new one's id. */
export async function changeOffice(
  ctx: Context,
  { cluster, visible }: TeamSubject,
  officeId: string,
  wanted: z.output<typeof OfficeChange>,
): Promise<Result<string, ChangeProblem | "not-found">> {
  if (!can(ctx.actor, "office.give", visible)) return refuse("not-found");
  return ctx.write(async ({ db, audit }) => {
    const offices = await lockOffices(db, cluster.id);
    const office = offices.find((one) => one.id === officeId);
    if (!office) return refuse("not-found");
    const today = ctx.today();
    const changed = changeTerm(office, offices, "manager", wanted, today);
    if (!changed.ok) return changed;
    const { personId, since, until } = office;
    const old = db.updateTable("office").where("clusterId", "=", cluster.id).where("id", "=", officeId);
    let id = officeId;
    if (changed.value.how === "in-place") await old.set(wanted).execute();
    else {
      id = uuidv7();
      await old.set({ until: today }).execute();
      const anew = { id, clusterId: cluster.id, personId, ...wanted, since: today, until };
      await db.insertInto("office").values(anew).execute();
    }
    audit({
      action: "office.change",
      subjectKind: "office",
      subjectId: id,
      before: { personId, role: office.role, title: office.title, since },
      after: { personId, ...wanted },
    });
    return ok(id);
  });
}
