import type { Acting } from "../../../access/identity.ts";
import type { Db, Unit } from "../../../kernel/gateway.ts";

export const SEARCH_KINDS = ["organisations", "projects"] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];
export const ALERTS = ["off", "at-once", "daily", "weekly"] as const;
export type Alert = (typeof ALERTS)[number];

const searches = (db: Db) =>
  db
    .selectFrom("savedSearch")
    .leftJoin("cluster", "cluster.id", "savedSearch.clusterId")
    .select([
      "savedSearch.id",
      "savedSearch.personId",
      "savedSearch.clusterId",
      "savedSearch.acting",
      "savedSearch.kind",
      "savedSearch.name",
      "savedSearch.query",
      "savedSearch.alert",
      "savedSearch.seen",
      "savedSearch.askedAt",
      "savedSearch.alertedAt",
      "savedSearch.paused",
      "cluster.slug as clusterSlug",
      "cluster.nameEn as clusterEn",
      "cluster.nameDe as clusterDe",
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof searches>["executeTakeFirstOrThrow"]>>;
export interface SavedSearch extends Omit<Row, "kind" | "alert" | "paused" | "acting"> {
  kind: SearchKind;
  alert: Alert;
  paused: "role" | "many" | null;
  acting: Acting | null;
}
const typed = (row: Row) => row as SavedSearch;

export const searchesOf = async (db: Db, personId: string): Promise<SavedSearch[]> =>
  (
    await searches(db)
      .where("savedSearch.personId", "=", personId)
      .orderBy("savedSearch.createdAt")
      .orderBy("savedSearch.id")
      .execute()
  ).map(typed);

/** One's own search, and nobody else's. */
export async function searchOf(db: Db, personId: string, id: string): Promise<SavedSearch | null> {
  const row = await searches(db)
    .where("savedSearch.personId", "=", personId)
    .where("savedSearch.id", "=", id)
    .executeTakeFirst();
  return row ? typed(row) : null;
}

/** For the job, which finds out whose it is by it. */
export async function searchById(db: Db, id: string): Promise<SavedSearch | null> {
  const row = await searches(db).where("savedSearch.id", "=", id).executeTakeFirst();
  return row ? typed(row) : null;
}

/** Those whose turn has come. A few minutes less than the whole time, so that a late round does not push the next one on. */
export async function dueSearches(db: Db, now: Date): Promise<string[]> {
  const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const rows = await db
    .selectFrom("savedSearch")
    .select("id")
    .where((q) =>
      q.or(
        (
          [
            ["at-once", 10],
            ["daily", 24 * 60 - 20],
            ["weekly", 7 * 24 * 60 - 20],
          ] as const
        ).map(([alert, minutes]) =>
          q.and([
            q("alert", "=", alert),
            q.or([q("askedAt", "is", null), q("askedAt", "<=", before(minutes))]),
          ]),
        ),
      ),
    )
    .execute();
  return rows.map((row) => row.id);
}

export interface SearchChange {
  name?: string;
  alert?: Alert;
  seen?: Buffer | null;
  askedAt?: Date | null;
  alertedAt?: Date;
  paused?: "role" | "many" | null;
}

export const updateSearch = ({ db }: Pick<Unit, "db">, id: string, change: SearchChange) =>
  db.updateTable("savedSearch").set(change).where("id", "=", id).execute();

/** Whether nobody else noted results since they were read: of two rounds at once, only one tells. */
export async function noteSeen(
  { db }: Pick<Unit, "db">,
  { id, askedAt }: Pick<SavedSearch, "id" | "askedAt">,
  change: SearchChange,
): Promise<boolean> {
  const row = await db
    .selectFrom("savedSearch")
    .select(["askedAt", "alert"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!row || row.alert === "off" || row.askedAt?.getTime() !== askedAt?.getTime()) return false;
  await updateSearch({ db }, id, change);
  return true;
}
