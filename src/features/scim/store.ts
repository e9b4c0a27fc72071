import { sql } from "kysely";
import type { Context } from "../../access/context.ts";
import type { Db } from "../../kernel/gateway.ts";
import { type User, usersOf } from "./rules.ts";

/** Whom to look for; without, all of the organisation. */
export interface Sought {
  email: string;
}

/** Seats, invitations and what the directory keeps, of this organisation and no other. */
export async function findUsers(
  db: Db,
  ctx: Context,
  organisationId: string,
  sought?: Sought,
): Promise<User[]> {
  const now = ctx.now();
  const [seats, invitations, kept] = await Promise.all([
    db
      .selectFrom("seat")
      .innerJoin("person", "person.id", "seat.personId")
      .select(["seat.id", "seat.personId", "seat.role", "seat.title", "seat.since", "seat.until"])
      .select(["person.name", "person.email"])
      .where("seat.organisationId", "=", organisationId)
      .$if(sought !== undefined, (query) =>
        query.where(sql<boolean>`lower(person.email) = ${sought!.email.toLowerCase()}`),
      )
      .execute(),
    db
      .selectFrom("invitation")
      .select(["id", "email", "name", "role", "title", "createdAt", "acceptedBy", "acceptedAt"])
      .select(["withdrawnAt", "expiresAt"])
      .where("organisationId", "=", organisationId)
      // What another cluster's team offered is that team's matter, but an owner sees all of their own organisation.
      .where((eb) =>
        eb.or([
          eb("clusterId", "is", null),
          eb("clusterId", "=", ctx.actor.clusterId),
          eb("organisationId", "=", ctx.actor.organisationId),
        ]),
      )
      // Those that are over still say of whom the directory keeps a record.
      .where((eb) =>
        eb.or([
          eb.and([eb("acceptedAt", "is", null), eb("withdrawnAt", "is", null), eb("expiresAt", ">", now)]),
          eb.exists(
            eb
              .selectFrom("scimUser")
              .select("scimUser.id")
              .whereRef("scimUser.invitationId", "=", "invitation.id"),
          ),
        ]),
      )
      .orderBy("createdAt", "desc")
      .execute(),
    db
      .selectFrom("scimUser")
      .select(["id", "personId", "invitationId", "externalId"])
      .where("organisationId", "=", organisationId)
      .execute(),
  ]);
  const made = invitations.map(({ acceptedAt, withdrawnAt, expiresAt, ...invitation }) => ({
    ...invitation,
    waiting: acceptedAt === null && withdrawnAt === null && expiresAt > now,
  }));
  const users = usersOf(seats, made, kept, ctx.today());
  return sought ? users.filter(({ email }) => email === sought.email.toLowerCase()) : users;
}

/** Who calls somebody by this name already. */
export const holderOf = (db: Db, organisationId: string, externalId: string) =>
  db
    .selectFrom("scimUser")
    .select("id")
    .where("organisationId", "=", organisationId)
    .where("externalId", "=", externalId)
    .executeTakeFirst();

/** People and addresses the directory keeps. */
export async function keptCount(db: Db, organisationId: string): Promise<number> {
  const { count } = await db
    .selectFrom("scimUser")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("organisationId", "=", organisationId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
