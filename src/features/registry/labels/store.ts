import { sql } from "kysely";
import { seenBy } from "../../../access/visibility.ts";
import type { Actor, ClusterId } from "../../../kernel/actor.ts";
import type { Db, Unit } from "../../../kernel/gateway.ts";
import { readsTeamData } from "../own-fields/store.ts";

export const TONES = ["plain", "good", "wait", "stop"] as const;
export type LabelTone = (typeof TONES)[number];

export interface Label {
  id: string;
  name: string;
  tone: LabelTone;
}

/** The labels of a cluster's team by name; none for everybody else. */
export async function labelsOf(db: Db, actor: Actor, clusterId: ClusterId): Promise<Label[]> {
  if (!readsTeamData(actor, clusterId)) return [];
  const rows = await db
    .selectFrom("label")
    .select(["id", "name", "tone"])
    .where("clusterId", "=", clusterId)
    .where("removedAt", "is", null)
    .orderBy(sql`folded(name)`)
    .execute();
  return rows.map((row) => ({ ...row, tone: row.tone as LabelTone }));
}

/** A label that is there, or one that was taken away. */
export async function labelById(
  db: Db,
  actor: Actor,
  clusterId: ClusterId,
  id: string,
  removed: boolean,
): Promise<Label | null> {
  if (!readsTeamData(actor, clusterId)) return null;
  const row = await db
    .selectFrom("label")
    .select(["id", "name", "tone"])
    .where("clusterId", "=", clusterId)
    .where("id", "=", id)
    .where("removedAt", removed ? "is not" : "is", null)
    .executeTakeFirst();
  return row ? { ...row, tone: row.tone as LabelTone } : null;
}

export interface Put {
  organisationId: string;
  labelId: string;
}

/** Which labels are on which organisations, as far as the asker sees these; of labels taken away, none. */
export async function labelsPut(
  db: Db,
  actor: Actor,
  clusterId: ClusterId,
  organisations?: readonly string[],
): Promise<Put[]> {
  if (!readsTeamData(actor, clusterId)) return [];
  return db
    .selectFrom("organisationLabel")
    .innerJoin("label", (join) =>
      join
        .onRef("label.clusterId", "=", "organisationLabel.clusterId")
        .onRef("label.id", "=", "organisationLabel.labelId"),
    )
    .innerJoin("organisation", "organisation.id", "organisationLabel.organisationId")
    .select(["organisationLabel.organisationId", "organisationLabel.labelId"])
    .where(seenBy(actor, { table: "organisation", owners: ["id"] }))
    .where("organisationLabel.clusterId", "=", clusterId)
    .where("label.removedAt", "is", null)
    .$if(organisations !== undefined, (query) =>
      query.where("organisationLabel.organisationId", "=", sql<string>`any (${organisations}::uuid[])`),
    )
    .execute();
}

export const nameTaken = async (db: Db, clusterId: ClusterId, name: string, but?: string) =>
  (await db
    .selectFrom("label")
    .select("id")
    .where("clusterId", "=", clusterId)
    .where("removedAt", "is", null)
    .where(sql<boolean>`folded(name) = folded(${name})`)
    .$if(but !== undefined, (query) => query.where("id", "<>", but!))
    .executeTakeFirst()) !== undefined;

/** Puts a label on organisations; answers those that did not have it. */
export async function putLabel(
  { db }: Unit,
  clusterId: ClusterId,
  labelId: string,
  organisations: readonly string[],
  putBy: string | null,
): Promise<string[]> {
  if (organisations.length === 0) return [];
  const rows = await db
    .insertInto("organisationLabel")
    .values(organisations.map((organisationId) => ({ clusterId, organisationId, labelId, putBy })))
    .onConflict((conflict) => conflict.doNothing())
    .returning("organisationId")
    .execute();
  return rows.map((row) => row.organisationId);
}

/** Takes a label off organisations; answers those that had it. */
export async function takeLabel(
  { db }: Unit,
  clusterId: ClusterId,
  labelId: string,
  organisations: readonly string[],
): Promise<string[]> {
  if (organisations.length === 0) return [];
  const rows = await db
    .deleteFrom("organisationLabel")
    .where("clusterId", "=", clusterId)
    .where("labelId", "=", labelId)
    .where("organisationId", "=", sql<string>`any (${organisations}::uuid[])`)
    .returning("organisationId")
    .execute();
  return rows.map((row) => row.organisationId);
}
