import { sql } from "kysely";
import type { Db, Unit } from "../../../../kernel/gateway.ts";
import type { OwnField, OwnValue } from "../../own-fields/rules.ts";

export type BulkKind = "label-put" | "label-taken" | "value-set";

export interface BulkAct {
  id: string;
  kind: BulkKind;
  labelId: string | null;
  fieldId: string | null;
  undoneAt: Date | null;
  changes: number;
}

export interface Change {
  organisationId: string;
  before: OwnValue | null;
  after: OwnValue | null;
}

const ROWS_AT_ONCE = 2000;

const columnsOf = (kind: OwnField["kind"], value: OwnValue | null) => ({
  text: value !== null && (kind === "text" || kind === "choice") ? String(value) : null,
  number: value !== null && kind === "number" ? Number(value) : null,
  date: value !== null && kind === "date" ? String(value) : null,
});

export async function insertAct(
  { db }: Unit,
  clusterId: string,
  act: {
    id: string;
    kind: BulkKind;
    labelId: string | null;
    fieldId: string | null;
    personId: string | null;
  },
  kind: OwnField["kind"],
  changes: readonly Change[],
): Promise<void> {
  await db
    .insertInto("bulkAct")
    .values({ clusterId, ...act })
    .execute();
  for (let from = 0; from < changes.length; from += ROWS_AT_ONCE)
    await db
      .insertInto("bulkChange")
      .values(
        changes.slice(from, from + ROWS_AT_ONCE).map(({ organisationId, before, after }) => {
          const [old, now] = [columnsOf(kind, before), columnsOf(kind, after)];
          return {
            clusterId,
            actId: act.id,
            organisationId,
            textBefore: old.text,
            numberBefore: old.number,
            dateBefore: old.date,
            textAfter: now.text,
            numberAfter: now.number,
            dateAfter: now.date,
          };
        }),
      )
      .execute();
}

export async function findAct(db: Db, clusterId: string, id: string): Promise<BulkAct | null> {
  const row = await db
    .selectFrom("bulkAct")
    .select((eb) => [
      "id",
      "kind",
      "labelId",
      "fieldId",
      "undoneAt",
      eb
        .selectFrom("bulkChange")
        .select((count) => count.fn.countAll<number>().as("n"))
        .whereRef("bulkChange.clusterId", "=", "bulkAct.clusterId")
        .whereRef("bulkChange.actId", "=", "bulkAct.id")
        .as("changes"),
    ])
    .where("clusterId", "=", clusterId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? { ...row, kind: row.kind as BulkKind, changes: Number(row.changes) } : null;
}

export async function changesOf(db: Db, clusterId: string, actId: string): Promise<Change[]> {
  const rows = await db
    .selectFrom("bulkChange")
    .selectAll()
    .where("clusterId", "=", clusterId)
    .where("actId", "=", actId)
    .execute();
  return rows.map((row) => ({
    organisationId: row.organisationId,
    before: row.textBefore ?? row.numberBefore ?? row.dateBefore,
    after: row.textAfter ?? row.numberAfter ?? row.dateAfter,
  }));
}

/** Whether it was not undone before. */
export async function markUndone({ db }: Unit, clusterId: string, id: string, at: Date): Promise<boolean> {
  const done = await db
    .updateTable("bulkAct")
    .set({ undoneAt: at })
    .where("clusterId", "=", clusterId)
    .where("id", "=", id)
    .where("undoneAt", "is", null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Sets one field for many organisations, each to its own value. */
export async function writeValues(
  { db }: Unit,
  clusterId: string,
  field: Pick<OwnField, "id" | "kind">,
  values: readonly { organisationId: string; value: OwnValue | null }[],
  setBy: string | null,
): Promise<void> {
  const emptied = values.filter(({ value }) => value === null).map((one) => one.organisationId);
  if (emptied.length > 0)
    await db
      .deleteFrom("ownValue")
      .where("clusterId", "=", clusterId)
      .where("fieldId", "=", field.id)
      .where("organisationId", "=", sql<string>`any (${emptied}::uuid[])`)
      .execute();
  const filled = values.filter(({ value }) => value !== null);
  for (let from = 0; from < filled.length; from += ROWS_AT_ONCE)
    await db
      .insertInto("ownValue")
      .values(
        filled.slice(from, from + ROWS_AT_ONCE).map(({ organisationId, value }) => {
          const { text, number, date } = columnsOf(field.kind, value);
          return {
            clusterId,
            organisationId,
            fieldId: field.id,
            textValue: text,
            numberValue: number,
            dateValue: date,
            setBy,
          };
        }),
      )
      .onConflict((conflict) =>
        conflict.columns(["clusterId", "organisationId", "fieldId"]).doUpdateSet((eb) => ({
          textValue: eb.ref("excluded.textValue"),
          numberValue: eb.ref("excluded.numberValue"),
          dateValue: eb.ref("excluded.dateValue"),
          setBy: eb.ref("excluded.setBy"),
          setAt: sql<Date>`now()`,
        })),
      )
      .execute();
}
