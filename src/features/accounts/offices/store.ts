import type { Context } from "../../../access/context.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { encodeCursor, type Page } from "../../../kernel/page.ts";
import type { Visibility, Visible } from "../../../kernel/visibility.ts";

/** The cluster one is in, as something that can be seen or not. */
export async function clusterSubject(db: Db, ctx: Context): Promise<Visible | null> {
  if (!ctx.cluster) return null;
  const found = await db
    .selectFrom("cluster")
    .select(["id", "visibility"])
    .where("id", "=", ctx.cluster.id)
    .executeTakeFirst();
  return found
    ? { clusterId: found.id, visibility: found.visibility as Visibility, owners: [], wall: [] }
    : null;
}

const columns = [
  "office.id",
  "office.personId",
  "office.role",
  "office.title",
  "office.since",
  "office.until",
] as const;

/** Who works for the cluster. Whoever does not keep the team sees who holds an office today, not who held one. */
export async function officesOf(
  db: Db,
  clusterId: string,
  {
    limit,
    after,
    onlyOn,
  }: { limit: number; after?: [since: string, id: string] | undefined; onlyOn?: string | undefined },
): Promise<Page<OfficeRow>> {
  const known = db
    .selectFrom("office")
    .innerJoin("person", "person.id", "office.personId")
    .where("office.clusterId", "=", clusterId)
    .$if(onlyOn !== undefined, (query) =>
      query
        .where("office.since", "<=", onlyOn!)
        .where((eb) => eb.or([eb("office.until", "is", null), eb("office.until", ">", onlyOn!)])),
    );
  const rows = await known
    .select([...columns, "person.name", "person.email"])
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple("office.since", "office.id"), "<", eb.tuple(after![0], after![1]))),
    )
    .orderBy("office.since", "desc")
    .orderBy("office.id", "desc")
    .limit(limit + 1)
    .execute();
  const { total } = await known
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    total: Number(total),
    next: rows.length > limit && last ? encodeCursor([last.since, last.id]) : null,
  };
}

export interface OfficeRow {
  id: string;
  personId: string;
  role: string;
  title: string | null;
  since: string;
  until: string | null;
  name: string;
  email: string;
}

/** All offices of the cluster, held until this transaction ends. */
export const lockOffices = (db: Db, clusterId: string) =>
  db
    .selectFrom("office")
    .select([...columns])
    .where("clusterId", "=", clusterId)
    .orderBy("id")
    .forUpdate()
    .execute();
