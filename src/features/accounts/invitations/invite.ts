import { sql } from "kysely";
import type { OfficeRole, SeatRole } from "../../../kernel/actor.ts";
import type { Db, Unit } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { expiryFrom } from "./rules.ts";

interface Offered {
  email: string;
  name?: string | null | undefined;
  title?: string | null | undefined;
  /** When the role begins and ends; without, it begins when the invitation is accepted. */
  since?: string | null | undefined;
  until?: string | null | undefined;
  /** In which the letter is written. */
  locale: Locale;
  /** No letter leaves: somebody sends it later from the list. */
  quiet?: boolean | undefined;
}

export interface InvitedToSeat extends Offered {
  organisationId: string;
  /** The cluster the invitation is bound to; it ends with the organisation's membership there. */
  clusterId: string | null;
  role: SeatRole;
}

export interface InvitedToOffice extends Offered {
  clusterId: string;
  role: OfficeRole;
}

export type InviteProblem = "held-already" | "invited-already";

/**
 * Invites an address to a seat. Whoever calls has asked `can`. It belongs to the unit's asker, in the role they act from, and is
 * worth nothing once they have lost it; made by the house itself, it rests on nobody.
 */
export async function inviteToSeat(
  unit: Unit,
  values: InvitedToSeat,
): Promise<Result<string, InviteProblem>> {
  const email = values.email.trim().toLowerCase();
  const held = await unit.db
    .selectFrom("seat")
    .innerJoin("person", "person.id", "seat.personId")
    .select("seat.id")
    .where("seat.organisationId", "=", values.organisationId)
    .where("seat.role", "=", values.role)
    .where(stillHeld)
    .where(sql<boolean>`lower(person.email) = ${email}`)
    .executeTakeFirst();
  if (held) return refuse("held-already");
  return add(unit, { ...values, email });
}

/** The same for an office in a cluster's team. */
export async function inviteToOffice(
  unit: Unit,
  values: InvitedToOffice,
): Promise<Result<string, InviteProblem>> {
  const email = values.email.trim().toLowerCase();
  const held = await unit.db
    .selectFrom("office")
    .innerJoin("person", "person.id", "office.personId")
    .select("office.id")
    .where("office.clusterId", "=", values.clusterId)
    .where("office.role", "=", values.role)
    .where(stillHeld)
    .where(sql<boolean>`lower(person.email) = ${email}`)
    .executeTakeFirst();
  if (held) return refuse("held-already");
  return add(unit, { ...values, email, organisationId: null });
}

const stillHeld = sql<boolean>`(until is null or until > current_date)`;

type New = Offered & { organisationId: string | null; clusterId: string | null; role: string };

async function add(unit: Unit, values: New): Promise<Result<string, InviteProblem>> {
  const { db, audit, enqueue } = unit;
  const { organisationId, clusterId, role, email, locale, title = null, name = null } = values;
  const now = new Date();
  const open = await db
    .selectFrom("invitation")
    .select(["id", "expiresAt"])
    .where((eb) => eb(eb.fn.coalesce("organisationId", "clusterId"), "=", organisationId ?? clusterId))
    .where("role", "=", role)
    .where("email", "=", email)
    .where("acceptedAt", "is", null)
    .where("withdrawnAt", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (open && open.expiresAt > now) return refuse("invited-already");
  // A new one takes the place of one that has expired: only one link to the same thing is worth anything.
  if (open) await db.updateTable("invitation").set({ withdrawnAt: now }).where("id", "=", open.id).execute();

  const id = uuidv7();
  const inviter = await inviterOf(db);
  const added = await db
    .insertInto("invitation")
    .values({
      id,
      organisationId,
      clusterId,
      role,
      email,
      locale,
      title,
      name,
      since: values.since ?? null,
      until: values.until ?? null,
      createdAt: now,
      expiresAt: expiryFrom(now),
      ...inviter,
    })
    // Two at once: one of them is the invitation.
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!added) return refuse("invited-already");
  // The address stays out of the log: it would outlast the wish to be forgotten.
  audit({
    action: "invitation.make",
    subjectKind: "invitation",
    subjectId: id,
    after: { organisationId, role, title },
    ...(clusterId ? { clusterId } : {}),
  });
  if (!values.quiet) await enqueue("invitation.send", { invitationId: id, sending: 1 });
  return ok(id);
}

/** The asker of this transaction, and the seat or office they act from. */
export async function inviterOf(db: Db): Promise<{ invitedBy: string | null; invitedAs: string | null }> {
  const { rows } = await sql<{ person: string | null; acting: string | null }>`
    select app_person() as person, coalesce(
      (select 'office:' || f.id from office f where f.person_id = app_person() and f.cluster_id = app_cluster() and f.role = app_office()
        and f.since <= current_date and (f.until is null or f.until > current_date) order by f.since limit 1),
      (select 'seat:' || s.id from seat s where s.person_id = app_person() and s.organisation_id = app_organisation()
        and s.since <= current_date and (s.until is null or s.until > current_date)
        order by s.role = 'owner' desc, s.since limit 1)) as acting`.execute(db);
  const { person = null, acting = null } = rows[0] ?? {};
  // Somebody without a role invites nobody: such an invitation rests on nothing and is worth nothing.
  return { invitedBy: person, invitedAs: person === null ? null : (acting ?? "nobody") };
}
