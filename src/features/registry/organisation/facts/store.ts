import { sql } from "kysely";
import { seenBy } from "../../../../access/visibility.ts";
import type { Actor, OrganisationId } from "../../../../kernel/actor.ts";
import type { Db, Unit } from "../../../../kernel/gateway.ts";
import type { FactValues } from "./shapes.ts";

export const seenFact = (actor: Actor) =>
  seenBy(actor, { table: "fact", owners: ["organisationId"], group: true, person: true });

const facts = (db: Db, actor: Actor) =>
  db
    .selectFrom("fact")
    .innerJoin("cluster", "cluster.id", "fact.clusterId")
    .leftJoin("person", "person.id", "fact.declaredBy")
    .leftJoin("term", (join) =>
      join.onRef("term.clusterId", "=", "fact.clusterId").onRef("term.code", "=", "fact.code"),
    )
    .leftJoin("competence", (join) =>
      join.on(sql<boolean>`competence.code = coalesce(term.merged_into, fact.code)`),
    )
    .select([
      // Its word as the team reads it and as the vocabulary calls it, where that is another one.
      "term.mergedInto",
      "term.intoName",
      "competence.titleEn",
      "competence.titleDe",
      "fact.id",
      "fact.clusterId",
      "fact.organisationId",
      "fact.field",
      "fact.value",
      "fact.language",
      "fact.visibility",
      "fact.groupId",
      "fact.personId",
      "fact.wall",
      "fact.origin",
      "fact.source",
      "fact.statedAt",
      "fact.version",
      "fact.declaredBy",
      "fact.code",
      "fact.validUntil",
      "fact.detail",
      "fact.checkedAt",
      "person.name as declarer",
      "cluster.slug as clusterSlug",
    ])
    .$narrowType<{ detail: FactValues["detail"] }>()
    .where(seenFact(actor));
export type FactRow = Awaited<ReturnType<ReturnType<typeof facts>["executeTakeFirstOrThrow"]>>;

/** What is said of an organisation here; outside of any cluster, what is public in one of them. */
export const factsOf = (db: Db, actor: Actor, organisationId: OrganisationId): Promise<FactRow[]> => {
  const all = facts(db, actor).where("fact.organisationId", "=", organisationId);
  return (actor.clusterId === null ? all : all.where("fact.clusterId", "=", actor.clusterId))
    .orderBy("fact.field")
    .orderBy("fact.statedAt", "desc")
    .orderBy("fact.id")
    .limit(500)
    .execute();
};

export const factById = (db: Db, actor: Actor, clusterId: string, id: string): Promise<FactRow | undefined> =>
  facts(db, actor).where("fact.clusterId", "=", clusterId).where("fact.id", "=", id).executeTakeFirst();

/** Whether the asker sees an item of this code there already. */
export const hasCode = async (
  db: Db,
  actor: Actor,
  {
    clusterId,
    organisationId,
    field,
    code,
  }: { clusterId: string; organisationId: string; field: string; code: string },
): Promise<boolean> =>
  (await db
    .selectFrom("fact")
    .select("fact.id")
    .where("fact.clusterId", "=", clusterId)
    .where("fact.organisationId", "=", organisationId)
    .where("fact.field", "=", field)
    .where("fact.code", "=", code)
    .where(seenFact(actor))
    .limit(1)
    .executeTakeFirst()) !== undefined;

export interface FactRecord extends FactValues {
  clusterId: string;
  id: string;
  organisationId: string;
  field: string;
  language: string | null;
  visibility: string;
  groupId: string | null;
  personId: string | null;
  wall: string[];
  origin: string;
  source: string | null;
  declaredBy: string | null;
  statedAt: Date | string;
}

const asJson = (detail: FactValues["detail"]) => (detail === null ? null : JSON.stringify(detail));

export const insertFact = ({ db }: Unit, fact: FactRecord) =>
  db
    .insertInto("fact")
    .values({ ...fact, detail: asJson(fact.detail) })
    .execute();

export interface FactUpdate extends FactValues {
  language: string | null;
  visibility: string;
  personId: string | null;
  wall: string[];
  declaredBy: string | null;
  statedAt: Date;
}

/** Only while the version is the one that was read. What somebody says anew is declared, whatever it was before. */
export const updateFact = async (
  { db }: Unit,
  clusterId: string,
  id: string,
  version: number,
  next: FactUpdate,
) =>
  (
    await db
      .updateTable("fact")
      .set({
        ...next,
        detail: asJson(next.detail),
        origin: "declared",
        source: null,
        groupId: null,
        checkedAt: null,
        checkedBy: null,
        version: sql`version + 1`,
        // What ends on another day is told anew.
        remindedAt: sql`case when valid_until is not distinct from ${next.validUntil}::date then reminded_at end`,
      })
      .where("clusterId", "=", clusterId)
      .where("id", "=", id)
      .where("version", "=", version)
      .executeTakeFirst()
  ).numUpdatedRows > 0n;

export const deleteFact = async ({ db }: Unit, clusterId: string, id: string, version: number) =>
  (
    await db
      .deleteFrom("fact")
      .where("clusterId", "=", clusterId)
      .where("id", "=", id)
      .where("version", "=", version)
      .executeTakeFirst()
  ).numDeletedRows > 0n;

/**
 * The fact a person removed last, from the log. Read past the asker's rights, because only managers and auditors read the log;
 * what comes back is the person's own act.
 */
export async function removedFact(
  db: Db,
  clusterId: string,
  id: string,
  personId: string,
): Promise<FactRecord | null> {
  const entry = await db
    .selectFrom("auditEntry")
    .select("body")
    .where("clusterId", "=", clusterId)
    .where("subjectKind", "=", "fact")
    .where("subjectId", "=", id)
    .where("action", "=", "fact.remove")
    .where("personId", "=", personId)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  const before = entry && (JSON.parse(entry.body) as { before: FactRecord | null }).before;
  // What was removed before facts had codes, ends and details is put back without them.
  return before ? { ...NOTHING_MORE, ...before } : null;
}

const NOTHING_MORE = { code: null, validUntil: null, detail: null };
