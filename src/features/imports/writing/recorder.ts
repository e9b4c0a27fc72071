import { sql } from "kysely";
import type { Db, Unit } from "../../../kernel/gateway.ts";

type Row = Record<string, unknown>;
type Key = Record<string, string>;

interface Change {
  number: number;
  record: string;
  key: Key;
  before: Row | null;
  after: Row | null;
}

/** Which columns name a record, by its table. Nothing else is ever written by an import. */
export const RECORDS = {
  organisation: ["id"],
  membership: ["cluster_id", "id"],
  fact: ["cluster_id", "id"],
  note: ["cluster_id", "id"],
  label: ["cluster_id", "id"],
  organisation_label: ["cluster_id", "organisation_id", "label_id"],
  own_value: ["cluster_id", "organisation_id", "field_id"],
  link: ["cluster_id", "id"],
  invitation: ["id"],
} as const satisfies Record<string, readonly string[]>;
export type RecordName = keyof typeof RECORDS;
export const isRecord = (name: string): name is RecordName => name in RECORDS;

/** Columns that follow from others, or count. */
export const FOLLOWING = ["words", "version", "updated_at", "touched_at"];

/** Remembers what rows write, before and after, so that an undo can take exactly that back. */
export class Recorder {
  private readonly changes: Change[] = [];
  private readonly unit: Unit;
  number = 0;

  constructor(unit: Unit) {
    this.unit = unit;
  }

  made(record: RecordName, key: Key): void {
    this.changes.push({ number: this.number, record, key, before: null, after: null });
  }

  /** Runs `work` and remembers which columns of the record it changed. */
  async changing<T>(record: RecordName, key: Key, work: () => Promise<T>): Promise<T> {
    const before = await imageOf(this.unit.db, record, key);
    const result = await work();
    const after = await imageOf(this.unit.db, record, key);
    if (before === null && after !== null)
      this.changes.push({ number: this.number, record, key, before, after: null });
    else if (before !== null && after !== null) {
      const columns = Object.keys(after).filter(
        (column) => !FOLLOWING.includes(column) && !equal(before[column], after[column]),
      );
      if (columns.length > 0)
        this.changes.push({
          number: this.number,
          record,
          key,
          before: only(before, columns),
          after: only(after, columns),
        });
    }
    return result;
  }

  /** Runs `work` and remembers all it did to the memberships of one organisation: beginning one may end another. */
  async changingMemberships<T>(
    clusterId: string,
    organisationId: string,
    work: () => Promise<T>,
  ): Promise<T> {
    const rows = () =>
      sql<{ image: Row }>`select to_jsonb(m) as image from membership m
        where m.cluster_id = ${clusterId} and m.organisation_id = ${organisationId}`.execute(this.unit.db);
    const before = new Map((await rows()).rows.map(({ image }) => [String(image.id), image]));
    const result = await work();
    for (const { image } of (await rows()).rows) {
      const id = String(image.id);
      const was = before.get(id);
      const key = { cluster_id: clusterId, id };
      if (!was) this.made("membership", key);
      else {
        const columns = Object.keys(image).filter((column) => !equal(was[column], image[column]));
        if (columns.length > 0)
          this.changes.push({
            number: this.number,
            record: "membership",
            key,
            before: only(was, columns),
            after: only(image, columns),
          });
      }
    }
    return result;
  }

  /** Writes down everything, with what was made as it stands at the end of the batch. */
  async keep(run: { clusterId: string; id: string }): Promise<void> {
    if (this.changes.length === 0) return;
    const { db } = this.unit;
    for (const record of Object.keys(RECORDS) as RecordName[]) {
      const made = this.changes.filter((change) => change.record === record && change.after === null);
      if (made.length === 0) continue;
      const images = await imagesOf(
        db,
        record,
        made.map((change) => change.key),
      );
      for (const change of made) change.after = images.get(nameOf(record, change.key)) ?? null;
    }
    const kept = this.changes.filter((change) => change.after !== null);
    await sql`
      insert into import_change (cluster_id, run_id, seq, number, record, key, before, after)
      select ${run.clusterId}::uuid, ${run.id}::uuid,
        (select coalesce(max(seq), 0) from import_change where cluster_id = ${run.clusterId} and run_id = ${run.id}) + x.ordinality::int,
        (x.value ->> 'number')::int, x.value ->> 'record', x.value -> 'key', nullif(x.value -> 'before', 'null'), x.value -> 'after'
      from jsonb_array_elements(${JSON.stringify(kept)}::jsonb) with ordinality x`.execute(db);
  }
}

export const nameOf = (record: RecordName, key: Row) =>
  RECORDS[record].map((column) => String(key[column])).join(" ");

const matches = (record: RecordName, key: Key) =>
  sql.join(
    RECORDS[record].map((column) => sql`t.${sql.ref(column)} = ${key[column]}::uuid`),
    sql` and `,
  );

export async function imageOf(db: Db, record: RecordName, key: Key): Promise<Row | null> {
  const { rows } = await sql<{ image: Row }>`
    select to_jsonb(t) as image from ${sql.table(record)} t where ${matches(record, key)}`.execute(db);
  return rows[0]?.image ?? null;
}

/** Keys that differ only in the record they name, so that together they name no others: labels of many firms, one label at a time. */
export function alikeKeys(record: RecordName, keys: readonly Key[]): Key[][] {
  const columns: readonly string[] = RECORDS[record];
  const rest = columns.filter((column) => column !== manyOf(columns));
  return [...Map.groupBy(keys, (key) => rest.map((column) => key[column]).join(" ")).values()];
}

const manyOf = (columns: readonly string[]) => (columns.includes("id") ? "id" : "organisation_id");

/** Records by their keys, found by the indexes there are: keys of one import lie in one cluster. */
export const amongKeys = (record: RecordName, keys: readonly Key[]) => {
  const columns: readonly string[] = RECORDS[record];
  const many = manyOf(columns);
  const values = sql`${keys.map((key) => key[many]!)}::uuid[]`;
  const here = columns.includes("cluster_id") ? sql`t.cluster_id = ${keys[0]!.cluster_id}::uuid and ` : sql``;
  const rest = columns.filter((column) => column !== many && column !== "cluster_id");
  const pairs = rest.map(
    (column) =>
      sql` and t.${sql.ref(column)} = any (${[...new Set(keys.map((key) => key[column]!))]}::uuid[])`,
  );
  return sql`${here}t.${sql.ref(many)} = any (${values})${sql.join(pairs, sql``)}`;
};

export async function imagesOf(db: Db, record: RecordName, keys: readonly Key[]): Promise<Map<string, Row>> {
  const { rows } = await sql<{ image: Row }>`
    select to_jsonb(t) as image from ${sql.table(record)} t where ${amongKeys(record, keys)}`.execute(db);
  return new Map(rows.map(({ image }) => [nameOf(record, image), image]));
}

export const equal = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

export const only = (row: Row, columns: readonly string[]): Row =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
