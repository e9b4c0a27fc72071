import type { Subjects } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import { seenBy } from "../../../access/visibility.ts";
import type { Db } from "../../../kernel/gateway.ts";
import type { Visibility } from "../../../kernel/visibility.ts";
import { TERM_COLUMNS, type TermStretch, termOfId, termsOf } from "../terms/store.ts";

type OrganisationAsked = Subjects["seat.list"];

export interface SeatedOrganisation extends OrganisationAsked {
  name: string;
  slug: string;
}

/** The organisation as far as the asker sees it, and whether it belongs to the cluster they are in. */
export const organisationBySlug = (db: Db, ctx: Context, slug: string) =>
  organisationWhere(db, ctx, "slug", slug);
export const organisationById = (db: Db, ctx: Context, id: string) => organisationWhere(db, ctx, "id", id);

async function organisationWhere(
  db: Db,
  ctx: Context,
  column: "id" | "slug",
  value: string,
): Promise<SeatedOrganisation | null> {
  const today = ctx.today();
  const found = await db
    .selectFrom("organisation")
    .select(["id", "slug", "name", "clusterId", "visibility", "wall"])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom("membership")
            .select("membership.id")
            .whereRef("membership.organisationId", "=", "organisation.id")
            .where("membership.clusterId", "=", ctx.actor.clusterId)
            .where("membership.since", "<=", today)
            .where((or) => or.or([or("membership.until", "is", null), or("membership.until", ">", today)]))
            .where(seenBy(ctx.actor, { table: "membership", owners: ["organisationId"] })),
        )
        .as("memberHere"),
    )
    .where(column, "=", value)
    .where(seenBy(ctx.actor, { table: "organisation", owners: ["id"] }))
    .executeTakeFirst();
  if (!found) return null;
  return {
    ...found,
    visibility: found.visibility as Visibility,
    memberHere: Boolean(found.memberHere),
    owners: [found.id],
  };
}

const seats = (db: Db, organisationId: string) =>
  db.selectFrom("seat").select(TERM_COLUMNS).where("organisationId", "=", organisationId);

/** Who sits there and who sat there, the latest first. */
export const seatsOf = (db: Db, organisationId: string, stretch: TermStretch) =>
  termsOf(db, seats(db, organisationId), stretch);

export const seatOf = (db: Db, organisationId: string, id: string) =>
  termOfId(db, seats(db, organisationId), id);

/** All seats of the organisation, held until this transaction ends: two endings at once must not take both last keys. */
export const lockSeats = (db: Db, organisationId: string) =>
  seats(db, organisationId).orderBy("id").forUpdate().execute();
