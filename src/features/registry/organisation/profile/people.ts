import { sql } from "kysely";
import type { Db } from "../../../../kernel/gateway.ts";
import type { FactValues } from "../facts/shapes.ts";

const people = (db: Db) =>
  db
    .selectFrom("fact")
    .innerJoin("organisation", "organisation.id", "fact.organisationId")
    .innerJoin("cluster", "cluster.id", "fact.clusterId")
    .select([
      "fact.clusterId",
      "fact.id",
      "fact.organisationId",
      "fact.field",
      "fact.value",
      "fact.code",
      "fact.validUntil",
      "fact.detail",
      "fact.statedAt",
      "organisation.name as organisation",
      "organisation.slug",
      "cluster.slug as cluster",
      sql<string | null>`null`.as("intoName"),
      sql<string | null>`null`.as("titleEn"),
      sql<string | null>`null`.as("titleDe"),
    ])
    .$narrowType<{ detail: FactValues["detail"] }>()
    .where("fact.field", "=", "people");

/** The item a person was told of, by what is kept of their link. */
export const listedBehind = (db: Db, eraseHash: string) =>
  people(db).where("fact.eraseHash", "=", eraseHash).executeTakeFirst();

/**
 * Every item of a profile that lists a person under this address: their personal data, for their copy of it and for its erasure.
 * Runs with the house's own hand, for a person may not see where they are listed.
 */
export const listingsOf = (db: Db, email: string) =>
  people(db)
    .where(sql<boolean>`lower(fact.detail ->> 'email') = lower(${email})`)
    .orderBy("fact.id")
    .execute();
