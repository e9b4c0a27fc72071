import type { PoolClient } from "pg";

/** How many records of one sort came in, by what happened to them. */
export interface Tally {
  added: number;
  changed: number;
  same: number;
}

/**
 * Gives every new row of a staging table an address of its own: its most readable candidate that nobody has, rows in the order
 * of their keys, so that the same data always end with the same addresses. Rows that are known already keep theirs.
 */
export async function assignSlugs(client: PoolClient, staging: string, table: "organisation" | "project") {
  const most = (
    await client.query(
      `select coalesce(max(cardinality(slugs)), 0)::int as most from ${staging} where not known`,
    )
  ).rows[0].most;
  for (let choice = 1; choice <= most; choice += 1) {
    await client.query(
      `with wish as (
         select distinct on (slugs[$1]) key, slugs[$1] as slug
         from ${staging} where not known and slug is null and slugs[$1] is not null
         order by slugs[$1], key
       )
       update ${staging} s set slug = wish.slug from wish
       where s.key = wish.key
         and not exists (select from ${table} t where t.slug = wish.slug)
         and not exists (select from ${staging} other where other.slug = wish.slug)`,
      [choice],
    );
  }
}

/** Removes rows whose key an earlier row has, and tells their numbers. */
export async function dropRepeated(
  client: PoolClient,
  staging: string,
  key: string,
): Promise<{ row: number; key: string }[]> {
  const dropped = await client.query(
    `delete from ${staging} s using (select row_number, row_number() over (partition by ${key} order by row_number) as nth from ${staging}) r
     where r.row_number = s.row_number and r.nth > 1 returning s.row_number as row, s.key`,
  );
  return dropped.rows.map((row) => ({ row: row.row, key: row.key })).sort((a, b) => a.row - b.row);
}
