import type { Context } from "../../../access/context.ts";
import type { Db } from "../../../kernel/gateway.ts";
import type { Visibility, Visible } from "../../../kernel/visibility.ts";
import { TERM_COLUMNS, type TermStretch, termOfId, termsOf } from "../terms/store.ts";

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

const offices = (db: Db, clusterId: string) =>
  db.selectFrom("office").select(TERM_COLUMNS).where("clusterId", "=", clusterId);

/** Who works for the cluster. Whoever does not keep the team sees who holds an office today, not who held one. */
export const officesOf = (
  db: Db,
  clusterId: string,
  { onlyOn, ...stretch }: TermStretch & { onlyOn?: string | undefined },
) =>
  termsOf(
    db,
    offices(db, clusterId).$if(onlyOn !== undefined, (query) =>
      query
        .where("since", "<=", onlyOn!)
        .where((eb) => eb.or([eb("until", "is", null), eb("until", ">", onlyOn!)])),
    ),
    stretch,
  );

export const officeOf = (db: Db, clusterId: string, id: string) => termOfId(db, offices(db, clusterId), id);

/** All offices of the cluster, held until this transaction ends. */
export const lockOffices = (db: Db, clusterId: string) =>
  offices(db, clusterId).orderBy("id").forUpdate().execute();
