import { sql } from "kysely";
import type { PoolClient } from "pg";
import type { Context } from "../../../access/context.ts";
import { seenBy } from "../../../access/visibility.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { COMMONS } from "../../../kernel/visibility.ts";
import { seenAlias } from "./alias.ts";
import { q, readCatalogue } from "./catalogue.ts";
import type { Stretch } from "./memberships.ts";
import { COLUMNS, type Column } from "./schema.ts";

export type EndRow = { id: string; slug: string; memberHere: boolean } & Record<Column, unknown> & {
    name: string;
  };

/** The two as the asker sees them; none where one is not seen. */
export async function endsOf(
  db: Db,
  ctx: Context,
  kept: string,
  merged: string,
): Promise<{ kept: EndRow; merged: EndRow } | null> {
  const today = ctx.today();
  const rows = await db
    .selectFrom("organisation")
    .select(["id", "slug", ...COLUMNS])
    .select(
      sql<boolean>`exists (select from membership where membership.organisation_id = organisation.id
        and membership.cluster_id = ${ctx.cluster?.id ?? null} and membership.since <= ${today}
        and (membership.until is null or membership.until > ${today})
        and ${seenBy(ctx.actor, { table: "membership", owners: ["organisationId"] })})`.as("memberHere"),
    )
    .where("slug", "in", [kept, merged])
    .where(seenBy(ctx.actor, { table: "organisation", owners: ["id"] }))
    .execute();
  const find = (slug: string) => rows.find((row) => row.slug === slug) as EndRow | undefined;
  const [one, other] = [find(kept), find(merged)];
  return one && other && one !== other ? { kept: one, merged: other } : null;
}

/** Whether records of another cluster, seen by the asker or not, speak of either. Only yes or no leaves here. */
export async function othersConcerned(
  client: PoolClient,
  here: string,
  ids: readonly string[],
): Promise<boolean> {
  const catalogue = await readCatalogue(client);
  const questions = [...catalogue.tables.values()]
    .filter(
      ({ table, columns, stored }) =>
        columns.length > 0 && stored.includes("cluster_id") && !SUGGESTED.includes(table),
    )
    .map(
      ({ table, columns }) =>
        `exists (select from ${q(table)} where cluster_id not in ($1, '${COMMONS}') and (${columns.map((column) => `${q(column)} = any ($2)`).join(" or ")}))`,
    );
  const { rows } = await client.query<{ yes: boolean }>(
    `select ${questions.join(" or ")} or exists (select from organisation where id = any ($2) and cluster_id not in ($1, '${COMMONS}')) as yes`,
    [here, ids],
  );
  return rows[0]!.yes;
}

/** What a team thinks of a pair is no record of either; what was merged before belongs to the one it was merged into. */
const SUGGESTED = ["duplicate", "not_duplicate", "merge"];

/** How many rows of the merged one the asker may see, by table. The database's own wall counts: no table is known here by name. */
export async function rowsSeen(db: Db, id: string): Promise<{ table: string; rows: number }[]> {
  const { rows: references } = await sql<{ table: string; column: string }>`
    select t.relname as table, a.attname as column from pg_constraint c join pg_class t on t.oid = c.conrelid
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'organisation'::regclass and t.relname <> all (${UNTOLD}::text[])
      and has_table_privilege(t.oid, 'select') order by 1`.execute(db);
  const counted: { table: string; rows: number }[] = [];
  for (const [table, columns] of Map.groupBy(references, (one) => one.table)) {
    const where = sql.join(
      columns.map(({ column }) => sql`${sql.raw(q(column))} = ${id}`),
      sql` or `,
    );
    const { rows } = await sql<{
      rows: number;
    }>`select count(*)::int as rows from ${sql.raw(q(table))} where ${where}`.execute(db);
    if (rows[0]!.rows > 0) counted.push({ table, rows: rows[0]!.rows });
  }
  return counted;
}

const UNTOLD = [
  "duplicate",
  "not_duplicate",
  "merge",
  "organisation_alias",
  "organisation_search",
  "organisation_competence",
  "membership",
];

/** Memberships of both, as far as the asker sees them. */
export async function stretchesSeen(db: Db, ctx: Context, id: string): Promise<Stretch[]> {
  const { rows } = await sql<Stretch>`
    select id, cluster_id, role, since::text, until::text, concat_ws('|', level_id, dues_class_id, visibility, wall) as terms from membership
    where organisation_id = ${id} and ${seenBy(ctx.actor, { table: "membership", owners: ["organisationId"] })} order by since, id`.execute(
    db,
  );
  return rows;
}

/** Values of the team's own fields that both have, and differently. */
export async function valuesBoth(db: Db, ctx: Context, kept: string, merged: string) {
  const { rows } = await sql<{ field: string; kept: string; merged: string }>`
    select f.${sql.raw(ctx.locale === "de" ? "name_de" : "name_en")} as field,
      coalesce(k.text_value, k.number_value::text, k.date_value::text) as kept, coalesce(m.text_value, m.number_value::text, m.date_value::text) as merged
    from own_value m join own_value k on k.cluster_id = m.cluster_id and k.field_id = m.field_id and k.organisation_id = ${kept}
    join own_field f on f.cluster_id = m.cluster_id and f.id = m.field_id
    where m.organisation_id = ${merged} and m.cluster_id = ${ctx.cluster?.id ?? null}
      and (k.text_value, k.number_value, k.date_value) is distinct from (m.text_value, m.number_value, m.date_value)
    order by f.position, 1`.execute(db);
  return rows;
}

/** Merges made in the cluster one is in, or all of the installation, of organisations the asker sees or would see; the latest first. */
export const mergesSeen = (db: Db, ctx: Context) =>
  db
    .selectFrom("merge")
    .innerJoin("organisation", "organisation.id", "merge.keptId")
    .leftJoin("organisationAlias", "organisationAlias.id", "merge.mergedId")
    // There again once the merge was taken back.
    .leftJoin("organisation as former", "former.id", "merge.mergedId")
    .leftJoin("person", "person.id", "merge.mergedBy")
    .select([
      "merge.id",
      "merge.clusterId",
      "merge.keptWas",
      "merge.mergedId",
      "merge.mergedName",
      "merge.mergedSlug",
      "merge.mergedAt",
      "merge.counts",
      "merge.undoneAt",
      "organisation.slug as keptSlug",
      "organisation.name as keptName",
      "person.name as by",
    ])
    .where(seenBy(ctx.actor, { table: "organisation", owners: ["id"] }))
    .where(
      sql<boolean>`(${seenAlias(ctx.actor)} or ${seenBy(ctx.actor, { table: "former", owners: ["id"] })})`,
    )
    .$if(ctx.cluster !== null, (query) => query.where("merge.clusterId", "=", ctx.cluster!.id))
    .orderBy("merge.mergedAt", "desc")
    .orderBy("merge.id", "desc");
export type MergeRow = Awaited<ReturnType<ReturnType<typeof mergesSeen>["execute"]>>[number];
