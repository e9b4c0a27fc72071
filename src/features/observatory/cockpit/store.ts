import type { Db } from "../../../kernel/gateway.ts";
import type { Point, Said, Stored } from "./rules.ts";

export async function resultsOf(db: Db, clusterId: string): Promise<Map<string, Stored>> {
  const rows = await db
    .selectFrom("cockpitResult")
    .select(["measure", "computedAt", "value", "part", "whole", "inputs", "innerOnly"])
    .where("clusterId", "=", clusterId)
    .execute();
  return new Map(rows.map((row) => [row.measure, { ...row, inputs: row.inputs as Record<string, unknown> }]));
}

/** What was said last of each indicator, and not taken back. */
export async function saidLast(db: Db, clusterId: string): Promise<Map<string, Said>> {
  const rows = await db
    .selectFrom("cockpitEntry")
    .select(["id", "indicator", "value", "saidOn", "invented"])
    .distinctOn("indicator")
    .where("clusterId", "=", clusterId)
    .where("withdrawnAt", "is", null)
    .orderBy("indicator")
    .orderBy("saidOn", "desc")
    .orderBy("enteredAt", "desc")
    .execute();
  return new Map(rows.map((row) => [row.indicator, row]));
}

export interface Entry extends Said {
  note: string;
  url: string | null;
  fileName: string | null;
  enteredBy: string | null;
  enteredAt: Date;
  withdrawnBy: string | null;
  withdrawnAt: Date | null;
}

/** All that was ever said of one indicator, the newest first. */
export const entriesOf = (db: Db, clusterId: string, indicator: string): Promise<Entry[]> =>
  db
    .selectFrom("cockpitEntry as e")
    .leftJoin("person as p", "p.id", "e.enteredBy")
    .leftJoin("person as w", "w.id", "e.withdrawnBy")
    .select([
      "e.id",
      "e.indicator",
      "e.value",
      "e.saidOn",
      "e.note",
      "e.url",
      "e.fileName",
      "e.invented",
      "e.enteredAt",
      "e.withdrawnAt",
      "p.name as enteredBy",
      "w.name as withdrawnBy",
    ])
    .where("e.clusterId", "=", clusterId)
    .where("e.indicator", "=", indicator)
    .orderBy("e.saidOn", "desc")
    .orderBy("e.enteredAt", "desc")
    .execute();

export const entryFile = (db: Db, clusterId: string, indicator: string, id: string) =>
  db
    .selectFrom("cockpitEntry")
    .select(["fileName", "fileType", "fileBytes"])
    .where("clusterId", "=", clusterId)
    .where("indicator", "=", indicator)
    .where("id", "=", id)
    .where("fileBytes", "is not", null)
    .executeTakeFirst();

/** How measures stood at the ends of months; all of them, or one. */
export async function monthsOf(db: Db, clusterId: string, measure?: string): Promise<Map<string, Point[]>> {
  const rows = await db
    .selectFrom("cockpitMonth")
    .select(["measure", "month", "value", "kept"])
    .where("clusterId", "=", clusterId)
    .$if(measure !== undefined, (query) => query.where("measure", "=", measure!))
    .where("value", "is not", null)
    .orderBy("measure")
    .orderBy("month")
    .execute();
  return Map.groupBy(
    rows.map(({ measure: name, month, value, kept }) => ({ name, month, value: value!, kept })),
    ({ name }) => name,
  );
}

export interface SetMonth {
  month: string;
  version: number;
  reached: number;
  known: number;
  total: number;
}

export const setMonths = (db: Db, clusterId: string, set: string): Promise<SetMonth[]> =>
  db
    .selectFrom("cockpitSnapshot")
    .select(["month", "version", "reached", "known", "total"])
    .where("clusterId", "=", clusterId)
    .where("setSlug", "=", set)
    .orderBy("month")
    .execute();

/** How a set stood when its figures were computed last. */
export const setNow = (db: Db, clusterId: string, set: string) =>
  db
    .selectFrom("cockpitSnapshot")
    .select(["takenAt", "reached", "known", "total"])
    .where("clusterId", "=", clusterId)
    .where("setSlug", "=", set)
    .orderBy("month", "desc")
    .executeTakeFirst();

export interface Colleague {
  id: string;
  name: string;
  office: string;
}

/** Who of the team can add to a self-check today, but oneself. */
export async function colleaguesOf(
  db: Db,
  clusterId: string,
  { self, today }: { self: string | null; today: string },
): Promise<Colleague[]> {
  const rows = await db
    .selectFrom("office as f")
    .innerJoin("person as p", "p.id", "f.personId")
    .distinctOn("p.id")
    .select(["p.id", "p.name", "f.role as office"])
    .where("f.clusterId", "=", clusterId)
    .where("f.role", "in", ["manager", "facilitator", "analyst"])
    .where("f.since", "<=", today)
    .where((is) => is.or([is("f.until", "is", null), is("f.until", ">", today)]))
    .orderBy("p.id")
    .orderBy("f.role", "desc")
    .execute();
  return rows.filter(({ id }) => id !== self).sort((a, b) => a.name.localeCompare(b.name, "de"));
}

export interface Made {
  id: string;
  setSlug: string;
  version: number;
  locale: string;
  state: string;
  askedAt: Date;
  madeAt: Date | null;
  pages: number | null;
  checksum: string | null;
}

export const documentsOf = (db: Db, clusterId: string): Promise<Made[]> =>
  db
    .selectFrom("cockpitDocument")
    .select(["id", "setSlug", "version", "locale", "state", "askedAt", "madeAt", "pages", "checksum"])
    .where("clusterId", "=", clusterId)
    .orderBy("askedAt", "desc")
    .limit(100)
    .execute();

export const documentFile = (db: Db, clusterId: string, id: string) =>
  db
    .selectFrom("cockpitDocument")
    .select(["setSlug", "madeAt", "bytes"])
    .where("clusterId", "=", clusterId)
    .where("id", "=", id)
    .where("state", "=", "done")
    .executeTakeFirst();
