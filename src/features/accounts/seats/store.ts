import type { Subjects } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import { seenBy } from "../../../access/visibility.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { encodeCursor, type Page } from "../../../kernel/page.ts";
import type { Visibility } from "../../../kernel/visibility.ts";

type OrganisationAsked = Subjects["seat.list"];

export interface SeatedOrganisation extends OrganisationAsked {
  name: string;
  slug: string;
}

/** The organisation as far as the asker sees it, and whether it belongs to the cluster they are in. */
export async function organisationBySlug(
  db: Db,
  ctx: Context,
  slug: string,
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
    .where("slug", "=", slug)
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

const seatColumns = [
  "seat.id",
  "seat.personId",
  "seat.role",
  "seat.title",
  "seat.since",
  "seat.until",
] as const;

export interface SeatRow {
  id: string;
  personId: string;
  role: string;
  title: string | null;
  since: string;
  until: string | null;
  name: string;
  email: string;
}

/** Who sits there and who sat there, the latest first. */
export async function seatsOf(
  db: Db,
  organisationId: string,
  { limit, after }: { limit: number; after?: [since: string, id: string] | undefined },
): Promise<Page<SeatRow>> {
  const known = db
    .selectFrom("seat")
    .innerJoin("person", "person.id", "seat.personId")
    .where("seat.organisationId", "=", organisationId);
  const rows = await known
    .select([...seatColumns, "person.name", "person.email"])
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple("seat.since", "seat.id"), "<", eb.tuple(after![0], after![1]))),
    )
    .orderBy("seat.since", "desc")
    .orderBy("seat.id", "desc")
    .limit(limit + 1)
    .execute();
  const { total } = await known
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    total: Number(total),
    next: rows.length > limit && last ? encodeCursor([last.since, last.id]) : null,
  };
}

/** All seats of the organisation, held until this transaction ends: two endings at once must not take both last keys. */
export const lockSeats = (db: Db, organisationId: string) =>
  db
    .selectFrom("seat")
    .select([...seatColumns])
    .where("organisationId", "=", organisationId)
    .orderBy("id")
    .forUpdate()
    .execute();
