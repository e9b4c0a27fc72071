import { sql } from "kysely";
import type { Context } from "../../access/context.ts";
import type { Db } from "../../kernel/gateway.ts";
import { type User, usersOf } from "./rules.ts";

/** Whom to look for: all that is theirs is found by an index, however many others there are. */
export interface Sought {
  personId: string | null;
  email: string;
}

/**
 * Who has this address here. Past the asker's rights, for the wall would look at every person before it compares addresses; found is
 * only who sits in this organisation.
 */
export async function soughtBy(ctx: Context, organisationId: string, address: string): Promise<Sought> {
  const email = address.toLowerCase();
  const person = await ctx.system("who of an organisation has this address", ({ db }) =>
    db
      .selectFrom("person")
      .innerJoin("seat", "seat.personId", "person.id")
      .select("person.id")
      .where(sql<boolean>`lower(person.email) = ${email}`)
      .where("seat.organisationId", "=", organisationId)
      .limit(1)
      .executeTakeFirst(),
  );
  return { personId: person?.id ?? null, email };
}

/** Who is meant by an id: a kept one, a person's or an invitation's. */
export async function soughtById(db: Db, organisationId: string, id: string): Promise<Sought | null> {
  const row = await db
    .selectFrom("scimUser")
    .leftJoin("invitation", "invitation.id", "scimUser.invitationId")
    .select(["scimUser.personId", "invitation.acceptedBy", "invitation.email"])
    .where("scimUser.id", "=", id)
    .where("scimUser.organisationId", "=", organisationId)
    .executeTakeFirst();
  const person = await db
    .selectFrom("person")
    .select(["id", "email"])
    .where("id", "=", row?.personId ?? row?.acceptedBy ?? id)
    .executeTakeFirst();
  if (person) return { personId: person.id, email: person.email.toLowerCase() };
  if (row?.email) return { personId: null, email: row.email };
  const invitation = await db
    .selectFrom("invitation")
    .select("email")
    .where("id", "=", id)
    .where("organisationId", "=", organisationId)
    .executeTakeFirst();
  return invitation ? { personId: null, email: invitation.email } : null;
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
        sought!.personId === null
          ? query.where(sql<boolean>`false`)
          : query.where("seat.personId", "=", sought!.personId),
      )
      .execute(),
    db
      .selectFrom("invitation")
      .select(["id", "email", "name", "role", "title", "createdAt", "acceptedBy", "acceptedAt"])
      .select(["withdrawnAt", "expiresAt"])
      .where("organisationId", "=", organisationId)
      .$if(sought !== undefined, (query) =>
        query.where((eb) =>
          eb.or([eb("email", "=", sought!.email), eb("acceptedBy", "=", sought!.personId)]),
        ),
      )
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
      .$if(sought !== undefined, (query) =>
        query.where((eb) =>
          eb.or([
            eb("personId", "=", sought!.personId),
            eb(
              "invitationId",
              "in",
              eb
                .selectFrom("invitation")
                .select("invitation.id")
                .where("invitation.organisationId", "=", organisationId)
                .where((or) =>
                  or.or([
                    or("invitation.email", "=", sought!.email),
                    or("invitation.acceptedBy", "=", sought!.personId),
                  ]),
                ),
            ),
          ]),
        ),
      )
      .execute(),
  ]);
  const made = invitations.map(({ acceptedAt, withdrawnAt, expiresAt, ...invitation }) => ({
    ...invitation,
    waiting: acceptedAt === null && withdrawnAt === null && expiresAt > now,
  }));
  const users = usersOf(seats, made, kept, ctx.today());
  return sought ? users.filter(({ email }) => email === sought.email) : users;
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
