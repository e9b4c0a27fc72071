import type { Context } from "../../../access/context.ts";
import type { OrganisationId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { FoundRegistration } from "../registrations/actions.ts";
import { participantsOf, type RegistrationRow } from "../registrations/store.ts";
import { takesWishes } from "../rules.ts";
import type { Wish } from "../words.ts";
import type { NewWish } from "./schema.ts";

/** An organisation that could be met, with those who come for it. */
export interface Candidate {
  organisationId: OrganisationId;
  slug: string;
  name: string;
  people: RegistrationRow[];
}

export interface WishRow {
  toOrganisationId: OrganisationId;
  toRegistrationId: string | null;
  wish: Wish;
}

/** Everybody but one's own, and but those whom one keeps away. */
export async function candidatesFor(
  db: Db,
  ctx: Context,
  { event, registration }: FoundRegistration,
): Promise<Candidate[]> {
  const found = new Map<OrganisationId, Candidate>();
  for (const one of await participantsOf(db, ctx.actor, event.clusterId, event.id)) {
    if (one.organisationId === registration.organisationId || registration.wall.includes(one.organisationId))
      continue;
    const known = found.get(one.organisationId);
    if (known) known.people.push(one);
    else
      found.set(one.organisationId, {
        organisationId: one.organisationId,
        slug: one.organisationSlug,
        name: one.organisationName,
        people: [one],
      });
  }
  return [...found.values()];
}

export const wishesOf = async (db: Db, { registration }: FoundRegistration): Promise<WishRow[]> =>
  (await db
    .selectFrom("eventWish")
    .select(["toOrganisationId", "toRegistrationId", "wish"])
    .where("clusterId", "=", registration.clusterId)
    .where("registrationId", "=", registration.id)
    .execute()) as WishRow[];

export const readWishes = (ctx: Context, found: FoundRegistration) =>
  ctx.read(async (db) => ({
    candidates: await candidatesFor(db, ctx, found),
    wishes: await wishesOf(db, found),
  }));

/** All wishes of one who comes, said at once. Older ones keep their place in the order of arrival. */
export function writeWishes(
  ctx: Context,
  found: FoundRegistration,
  wanted: readonly NewWish[],
): Promise<Result<number, "too-late" | "unknown-organisation">> {
  const { event, registration } = found;
  return ctx.write(async (unit) => {
    if (!takesWishes(event, ctx.now()) || registration.state !== "registered") return refuse("too-late");
    const candidates = new Map((await candidatesFor(unit.db, ctx, found)).map((one) => [one.slug, one]));
    const rows: WishRow[] = [];
    for (const { organisation, wish, registration: who } of wanted) {
      const candidate = candidates.get(organisation);
      if (!candidate || (who !== null && !candidate.people.some(({ id }) => id === who)))
        return refuse("unknown-organisation");
      rows.push({ toOrganisationId: candidate.organisationId, toRegistrationId: who, wish });
    }
    const { clusterId, id: registrationId } = registration;
    const key = { clusterId, registrationId };
    await unit.db
      .deleteFrom("eventWish")
      .where("clusterId", "=", clusterId)
      .where("registrationId", "=", registrationId)
      .$if(rows.length > 0, (q) =>
        q.where(
          "toOrganisationId",
          "not in",
          rows.map((row) => row.toOrganisationId),
        ),
      )
      .execute();
    if (rows.length > 0)
      await unit.db
        .insertInto("eventWish")
        .values(rows.map((row) => ({ ...key, ...row, createdAt: ctx.now() })))
        .onConflict((same) =>
          same.columns(["clusterId", "registrationId", "toOrganisationId"]).doUpdateSet((eb) => ({
            wish: eb.ref("excluded.wish"),
            toRegistrationId: eb.ref("excluded.toRegistrationId"),
          })),
        )
        .execute();
    await unit.db
      .updateTable("registration")
      .set({ wishedAt: ctx.now(), updatedAt: ctx.now() })
      .where("clusterId", "=", clusterId)
      .where("id", "=", registrationId)
      .execute();
    // Whom somebody would like to meet stays out of the log as well.
    unit.audit({
      action: "wish.write",
      subjectKind: "registration",
      subjectId: registrationId,
      after: { eventId: event.id, wishes: rows.length },
      ownOf: registration.organisationId,
    });
    return ok(rows.filter(({ wish }) => wish !== "not").length);
  });
}
