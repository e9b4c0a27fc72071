import { createHash } from "node:crypto";
import { sql } from "kysely";
import { LRUCache } from "lru-cache";
import type { Context } from "../../../access/context.ts";
import { seenBy } from "../../../access/visibility.ts";
import type { Db } from "../../../kernel/gateway.ts";

const kept = new LRUCache<string, object>({ max: 1_000 });

/** The state of the commons, and whether the asker sees projects or participations beyond what everybody sees. */
export interface Sight {
  commons: string;
  beyond: boolean;
}

export async function sightOf(db: Db, ctx: Context): Promise<Sight> {
  const result = await sql<Sight>`
    select concat_ws(':', (select oid from pg_database where datname = current_database()), version) as commons,
      exists (select from participation where (participation.visibility <> 'public' or participation.wall <> '{}')
        and ${seenBy(ctx.actor, { table: "participation", owners: ["organisationId"] })})
      or exists (select from project where (project.visibility <> 'public' or project.wall <> '{}')
        and ${seenBy(ctx.actor, { table: "project", owners: ["organisationId"], group: true, person: true })}) as beyond
    from commons_version`.execute(db);
  return result.rows[0]!;
}

/** For what follows from the records of the commons that have no walls: it is the same for all who ask about the same organisations. */
export async function untilCommonsChange<T extends object>(
  { commons }: Sight,
  what: string,
  ids: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  const asked = createHash("sha256")
    .update([...ids].sort().join())
    .digest("base64url");
  const key = `${commons} ${what} ${asked}`;
  const before = kept.get(key);
  if (before) return before as T;
  const found = await work();
  kept.set(key, found);
  return found;
}

/** For what is taken from projects and participations: kept only by those who see no more of them than everybody does. */
export const unlessBeyond = <T extends object>(
  sight: Sight,
  what: string,
  ids: readonly string[],
  work: () => Promise<T>,
): Promise<T> => (sight.beyond ? work() : untilCommonsChange(sight, what, ids, work));
