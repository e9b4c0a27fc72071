import { sql } from "kysely";
import type { Db } from "../../../kernel/gateway.ts";
import { COMMONS } from "../../../kernel/visibility.ts";
import { displayName } from "../../../ui/index.ts";
import { open } from "./eyes.ts";
import type { Level } from "./words.ts";

export interface Named {
  id: string;
  slug: string;
  name: string;
}

const members = (db: Db, clusterId: string, level: Level, known: boolean) =>
  sql<Named & { shortName: string | null }>`
    select o.id, o.slug, o.name, o.short_name from organisation o
    where o.cluster_id in (${COMMONS}::uuid, ${clusterId}::uuid)
      and exists (select from membership m where m.cluster_id = ${clusterId}::uuid and m.organisation_id = o.id)
      and ${known ? sql`` : sql`not`} (${open("o", level)} and exists (select from membership m
        where m.cluster_id = ${clusterId}::uuid and m.organisation_id = o.id and m.role <> 'applicant' and ${open("m", level)}))
    order by o.name, o.id limit 2000`.execute(db);

/** Whom a report may name: all its readers may know that they belong here. The asker sees no more of them than the team does. */
export const mayBeNamed = async (db: Db, clusterId: string, level: Level): Promise<Named[]> =>
  (await members(db, clusterId, level, true)).rows.map(({ id, slug, name }) => ({
    id,
    slug,
    name: displayName(name),
  }));

/** Of those whom not all readers may know to belong here, the ones that a text names. */
export async function namedUnasked(
  db: Db,
  clusterId: string,
  level: Level,
  texts: readonly string[],
): Promise<string[]> {
  const all = texts.join("\n").toLowerCase();
  const { rows } = await members(db, clusterId, level, false);
  return rows
    .filter(({ name, shortName }) =>
      [name, shortName].some((one) => one !== null && one.length >= 4 && all.includes(one.toLowerCase())),
    )
    .map(({ name }) => displayName(name));
}
