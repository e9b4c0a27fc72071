import { type RawBuilder, sql } from "kysely";
import type { Actor } from "../kernel/actor.ts";
import type { Visible } from "../kernel/visibility.ts";

/**
 * Whether this asker sees this record. The one rule, said three times: here, as a query filter below, and as `app_sees` in the
 * database. A property test holds the three together. What two own together is opened to a third by both or not at all.
 */
export function maySee(actor: Actor, record: Visible): boolean {
  if (record.wall.some((organisation) => actor.ownOrganisations.includes(organisation))) return false;
  if (record.visibility === "public") return true;
  if (actor.clusterId === null || actor.clusterId !== record.clusterId) return false;
  if (actor.personId !== null && record.personId === actor.personId) return true;
  if (record.visibility === "private") return false;
  if (record.owners.some((owner) => owner === actor.organisationId)) return true;
  if (record.owners.length > 0 && record.owners.every((owner) => actor.grantedSee.includes(owner)))
    return true;
  if (record.visibility === "group") return record.groupId != null && actor.groups.includes(record.groupId);
  return record.visibility !== "organisation" && actor.levels.includes(record.visibility);
}

/** The columns a table keeps its visibility in; a table without groups or private rows leaves those out. */
export interface VisibleColumns {
  table: string;
  owners: readonly string[];
  group?: boolean;
  person?: boolean;
}

/** `maySee` as a filter. Lists, counts, search and exports use it; the database's policies stand behind it. */
export function seenBy(actor: Actor, columns: VisibleColumns): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${columns.table}.${name}`);
  const own = array(actor.ownOrganisations);
  const unwalled = sql<boolean>`(${column("wall")} = '{}' or not ${column("wall")} && ${own})`;
  if (actor.clusterId === null) return sql`(${column("visibility")} = 'public' and ${unwalled})`;

  const ways: RawBuilder<boolean>[] = [];
  const levels = actor.levels.filter((level) => level === "peers" || level === "cluster");
  if (levels.length > 0) ways.push(sql`${column("visibility")} in (${sql.join(levels)})`);
  if (columns.owners.length > 0 && actor.organisationId !== null) {
    const owners = sql.join(columns.owners.map(column));
    ways.push(sql`${column("visibility")} <> 'private' and ${actor.organisationId}::uuid in (${owners})`);
  }
  if (columns.owners.length > 0 && actor.grantedSee.length > 0) {
    const granted = columns.owners.map((owner) => sql`${column(owner)} = any (${array(actor.grantedSee)})`);
    ways.push(sql`${column("visibility")} <> 'private' and ${sql.join(granted, sql` and `)}`);
  }
  if (columns.group && actor.groups.length > 0)
    ways.push(sql`${column("visibility")} = 'group' and ${column("groupId")} = any (${array(actor.groups)})`);
  if (columns.person && actor.personId !== null)
    ways.push(sql`${column("personId")} = ${actor.personId}::uuid`);
  if (ways.length === 0) return sql`(${column("visibility")} = 'public' and ${unwalled})`;

  const here = sql<boolean>`${column("clusterId")} = ${actor.clusterId}::uuid and (${sql.join(
    ways.map((way) => sql`(${way})`),
    sql` or `,
  )})`;
  return sql`((${column("visibility")} = 'public' or ${here}) and ${unwalled})`;
}

const array = (ids: readonly string[]) => sql`${`{${ids.join(",")}}`}::uuid[]`;
