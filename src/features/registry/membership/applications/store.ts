import { sql } from "kysely";
import type { Db } from "../../../../kernel/gateway.ts";
import type { State } from "./rules.ts";
import { Proposed } from "./schema.ts";

const applications = (db: Db, clusterId: string) =>
  db
    .selectFrom("membershipApplication as application")
    .leftJoin("organisation", "organisation.id", "application.organisationId")
    .select([
      "application.id",
      "application.state",
      "application.organisationId",
      "application.proposed",
      "application.personId",
      "application.name as personName",
      "application.email",
      "application.locale",
      "application.levelId",
      "application.statement",
      "application.createdAt",
      "application.sentAt",
      "application.turnAt",
      "application.remindedAt",
      "application.decidedAt",
      "application.answer",
      "organisation.slug",
      "organisation.name",
    ])
    .where("application.clusterId", "=", clusterId);

type Raw = Awaited<ReturnType<ReturnType<typeof applications>["executeTakeFirstOrThrow"]>>;
export interface ApplicationRow extends Omit<Raw, "state" | "proposed" | "name"> {
  state: State;
  proposed: Proposed | null;
  /** Of the organisation, known or proposed. */
  name: string;
}

const rowOf = (raw: Raw): ApplicationRow => {
  const proposed = raw.proposed === null ? null : Proposed.parse(raw.proposed);
  return { ...raw, state: raw.state as State, proposed, name: raw.name ?? proposed?.name ?? "" };
};

export const applicationById = async (db: Db, clusterId: string, id: string) => {
  const row = await applications(db, clusterId).where("application.id", "=", id).executeTakeFirst();
  return row ? rowOf(row) : null;
};

/** What a letter's key opens. Looked for past the asker's rights: who has the key is who wrote the application. */
export const applicationByKey = async (db: Db, clusterId: string, hash: string) => {
  const row = await applications(db, clusterId)
    .where(sql<boolean>`application.key_hashes @> array[${hash}]::text[]`)
    .executeTakeFirst();
  return row ? rowOf(row) : null;
};

export const OPEN: readonly State[] = ["sent", "asked-back", "answered"];

/** The longest waiting first, the latest decided first. */
export const applicationsOf = async (db: Db, clusterId: string, which: "open" | "decided") => {
  const rows = await applications(db, clusterId)
    .where("application.state", which === "open" ? "in" : "not in", [...OPEN])
    .where("application.state", "<>", "unproven")
    .orderBy(
      which === "open" ? "application.turnAt" : "application.decidedAt",
      which === "open" ? "asc" : "desc",
    )
    .limit(1000)
    .execute();
  return rows.map(rowOf);
};

export const openOf = async (db: Db, clusterId: string, organisationId: string) => {
  const row = await applications(db, clusterId)
    .where("application.organisationId", "=", organisationId)
    .where("application.personId", "is not", null)
    .where("application.state", "in", [...OPEN])
    .executeTakeFirst();
  return row ? rowOf(row) : null;
};

export const wordsOf = (db: Db, clusterId: string, id: string) =>
  db
    .selectFrom("membershipApplicationWord")
    .select(["id", "side", "text", "writtenAt"])
    .where("clusterId", "=", clusterId)
    .where("applicationId", "=", id)
    .orderBy("writtenAt")
    .execute();
export type WordRow = Awaited<ReturnType<typeof wordsOf>>[number];
