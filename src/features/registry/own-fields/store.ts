import { sql } from "kysely";
import { seenBy } from "../../../access/visibility.ts";
import type { Actor, ClusterId } from "../../../kernel/actor.ts";
import type { Db, Unit } from "../../../kernel/gateway.ts";
import type { FieldKind, OwnField, OwnValue } from "./rules.ts";

/** Whom the team keeps its own data for: those who run the cluster, and those who count. */
export const readsTeamData = ({ office, clusterId: here }: Actor, clusterId: ClusterId) =>
  here === clusterId && (office === "manager" || office === "facilitator" || office === "analyst");

/** The team's fields in their order; empty for everybody who is not of the team. */
export async function ownFieldsOf(
  db: Db,
  actor: Actor,
  clusterId: ClusterId,
  { ended = false }: { ended?: boolean } = {},
): Promise<OwnField[]> {
  if (!readsTeamData(actor, clusterId)) return [];
  const rows = await db
    .selectFrom("ownField")
    .select(["id", "key", "nameEn", "nameDe", "kind", "choices", "position", "endedAt"])
    .where("clusterId", "=", clusterId)
    .$if(!ended, (query) => query.where("endedAt", "is", null))
    .orderBy("position")
    .orderBy("key")
    .execute();
  return rows.map(({ endedAt, kind, ...row }) => ({
    ...row,
    kind: kind as FieldKind,
    ended: endedAt !== null,
  }));
}

export interface ValueRow {
  organisationId: string;
  fieldId: string;
  value: OwnValue;
}

/** Values of some organisations, or of all; nothing for everybody who is not of the team. */
export async function ownValues(
  db: Db,
  actor: Actor,
  clusterId: ClusterId,
  organisations?: readonly string[],
): Promise<ValueRow[]> {
  if (!readsTeamData(actor, clusterId)) return [];
  const rows = await db
    .selectFrom("ownValue")
    .select(["organisationId", "fieldId", "textValue", "numberValue", "dateValue"])
    .where("clusterId", "=", clusterId)
    .$if(organisations !== undefined, (query) =>
      query.where("organisationId", "=", sql<string>`any (${organisations}::uuid[])`),
    )
    .execute();
  return rows.map((row) => ({
    organisationId: row.organisationId,
    fieldId: row.fieldId,
    value: (row.textValue ?? row.numberValue ?? row.dateValue)!,
  }));
}

/** What is held about organisations the asker sees: a wall hides from a count as well. */
const seenValues = (db: Db, actor: Actor, clusterId: ClusterId) =>
  db
    .selectFrom("ownValue")
    .innerJoin("organisation", "organisation.id", "ownValue.organisationId")
    .where("ownValue.clusterId", "=", clusterId)
    .where(seenBy(actor, { table: "organisation", owners: ["id"] }));

/** How many organisations a field holds something for. */
export async function uses(db: Db, actor: Actor, clusterId: ClusterId): Promise<Map<string, number>> {
  const rows = await seenValues(db, actor, clusterId)
    .select(["fieldId", (eb) => eb.fn.countAll<number>().as("count")])
    .groupBy("fieldId")
    .execute();
  return new Map(rows.map((row) => [row.fieldId, Number(row.count)]));
}

/** How many organisations hold each choice of one field. */
export async function choicesUsed(
  db: Db,
  actor: Actor,
  clusterId: ClusterId,
  fieldId: string,
): Promise<Map<string, number>> {
  const rows = await seenValues(db, actor, clusterId)
    .select(["textValue", (eb) => eb.fn.countAll<number>().as("count")])
    .where("fieldId", "=", fieldId)
    .groupBy("textValue")
    .execute();
  return new Map(rows.map((row) => [row.textValue ?? "", Number(row.count)]));
}

export async function writeValue(
  { db }: Pick<Unit, "db">,
  place: { clusterId: ClusterId; organisationId: string; fieldId: string },
  kind: FieldKind,
  value: OwnValue | null,
  setBy: string | null,
): Promise<void> {
  if (value === null) {
    await db
      .deleteFrom("ownValue")
      .where("clusterId", "=", place.clusterId)
      .where("organisationId", "=", place.organisationId)
      .where("fieldId", "=", place.fieldId)
      .execute();
    return;
  }
  const columns = {
    textValue: kind === "text" || kind === "choice" ? String(value) : null,
    numberValue: kind === "number" ? Number(value) : null,
    dateValue: kind === "date" ? String(value) : null,
    setBy,
    setAt: new Date(),
  };
  await db
    .insertInto("ownValue")
    .values({ ...place, ...columns })
    .onConflict((conflict) =>
      conflict.columns(["clusterId", "organisationId", "fieldId"]).doUpdateSet(columns),
    )
    .execute();
}

export async function heldValue(
  { db }: Pick<Unit, "db">,
  place: { clusterId: ClusterId; organisationId: string; fieldId: string },
): Promise<OwnValue | null> {
  const row = await db
    .selectFrom("ownValue")
    .select(["textValue", "numberValue", "dateValue"])
    .where("clusterId", "=", place.clusterId)
    .where("organisationId", "=", place.organisationId)
    .where("fieldId", "=", place.fieldId)
    .executeTakeFirst();
  return row ? (row.textValue ?? row.numberValue ?? row.dateValue) : null;
}
