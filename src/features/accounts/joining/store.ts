import { sql } from "kysely";
import type { Db } from "../../../kernel/gateway.ts";
import type { Answerers } from "./rules.ts";

/** The requests of one person, the latest first, with the organisation's name as everybody may see it. */
export const requestsOfPerson = (db: Db, personId: string) =>
  db
    .selectFrom("joinRequest")
    .leftJoin("organisation", "organisation.id", "joinRequest.organisationId")
    .select(["joinRequest.id", "joinRequest.organisationId", "joinRequest.state", "joinRequest.askedAt"])
    .select(["joinRequest.remindedAt", "joinRequest.answeredAt", "organisation.name", "organisation.slug"])
    .where("joinRequest.personId", "=", personId)
    .orderBy("joinRequest.askedAt", "desc")
    .limit(50)
    .execute();
export type OwnRequest = Awaited<ReturnType<typeof requestsOfPerson>>[number];

/** Who asked to join an organisation, those who wait first. */
export const requestsOfOrganisation = (db: Db, organisationId: string) =>
  db
    .selectFrom("joinRequest")
    .select(["id", "personId", "name", "email", "state", "askedAt", "answeredAt"])
    .where("organisationId", "=", organisationId)
    .orderBy(sql`state = 'waiting'`, "desc")
    .orderBy("askedAt", "desc")
    .limit(500)
    .execute();
export type RequestRow = Awaited<ReturnType<typeof requestsOfOrganisation>>[number];

export const lockRequest = (db: Db, id: string) =>
  db.selectFrom("joinRequest").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();

/** The domains an organisation stands by today. */
export const domainsOf = (db: Db, organisationId: string) =>
  db
    .selectFrom("mailDomain")
    .select(["id", "domain", "declaredAt", "clusterId"])
    .where("organisationId", "=", organisationId)
    .where("endedAt", "is", null)
    .orderBy("domain")
    .execute();
export type DomainRow = Awaited<ReturnType<typeof domainsOf>>[number];

/** Whose a domain is. By the house's own hand: who asks is not of the organisation yet. */
export const organisationOfDomain = (db: Db, domain: string) =>
  db
    .selectFrom("mailDomain")
    .innerJoin("organisation", "organisation.id", "mailDomain.organisationId")
    .select(["organisation.id", "organisation.name", "organisation.slug"])
    .where("mailDomain.domain", "=", domain)
    .where("mailDomain.endedAt", "is", null)
    .executeTakeFirst();

/** Who can answer a request today. By the house's own hand: the asker knows nobody there. */
export async function answerersOf(db: Db, organisationId: string, today: string): Promise<Answerers> {
  const owners = await db
    .selectFrom("seat")
    .innerJoin("person", "person.id", "seat.personId")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("seat.organisationId", "=", organisationId)
    .where("seat.role", "=", "owner")
    .where("seat.since", "<=", today)
    .where((eb) => eb.or([eb("seat.until", "is", null), eb("seat.until", ">", today)]))
    .where("person.suspendedAt", "is", null)
    .executeTakeFirstOrThrow();
  const teams = await db
    .selectFrom("membership")
    .innerJoin("cluster", "cluster.id", "membership.clusterId")
    .select(["cluster.id as clusterId", "cluster.slug", "cluster.nameEn", "cluster.nameDe"])
    .distinct()
    .where("membership.organisationId", "=", organisationId)
    .where("membership.since", "<=", today)
    .where((eb) => eb.or([eb("membership.until", "is", null), eb("membership.until", ">", today)]))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("office")
          .innerJoin("person", "person.id", "office.personId")
          .select("office.id")
          .whereRef("office.clusterId", "=", "membership.clusterId")
          .where("office.role", "=", "manager")
          .where("office.since", "<=", today)
          .where((or) => or.or([or("office.until", "is", null), or("office.until", ">", today)]))
          .where("person.suspendedAt", "is", null),
      ),
    )
    .execute();
  return { owners: Number(owners.count), teams };
}

/** Whether owners of other organisations have addresses at this domain. */
export async function isShared(db: Db, domain: string, organisationId: string, today: string) {
  const other = await db
    .selectFrom("seat")
    .innerJoin("person", "person.id", "seat.personId")
    .select("seat.id")
    .where("seat.role", "=", "owner")
    .where("seat.organisationId", "<>", organisationId)
    .where("seat.since", "<=", today)
    .where((eb) => eb.or([eb("seat.until", "is", null), eb("seat.until", ">", today)]))
    .where(sql<boolean>`lower(split_part(person.email, '@', 2)) = ${domain}`)
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}
