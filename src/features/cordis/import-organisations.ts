import type { PoolClient } from "pg";
import { uuidv7 } from "../../kernel/ids.ts";
import { copyInto, type Value } from "./copy.ts";
import { SOURCES, type Source } from "./layout.ts";
import { assignSlugs, dropRepeated, type Tally } from "./merge.ts";
import type { Organisation } from "./organisation.ts";
import type { Reporter } from "./reporter.ts";

export interface Numbered<T> {
  row: number;
  value: T;
}

// The columns an edition tells about an organisation, beside its keys.
const TOLD = [
  ["name", "text"],
  ["short_name", "text"],
  ["kind", "text"],
  ["size_class", "text"],
  ["country", "text"],
  ["nuts", "text"],
  ["street", "text"],
  ["postal", "text"],
  ["city", "text"],
  ["lat", "double precision"],
  ["lon", "double precision"],
  ["url", "text"],
  ["vat", "text"],
] as const;
const told = TOLD.map(([name]) => name);

/** Brings organisations in: known ones by participant code or source key, new ones with an address of their own. */
export async function importOrganisations(
  client: PoolClient,
  source: Source,
  organisations: AsyncIterable<Numbered<Organisation>>,
  report: Reporter,
): Promise<Tally> {
  await client.query(
    `create temp table staged_organisation (
       row_number int, id uuid, key text, pic text, source_key text, slugs text[], slug text, known boolean default false, merged boolean default false,
       ${TOLD.map((column) => column.join(" ")).join(", ")}
     ) on commit drop`,
  );
  await copyInto(
    client,
    "staged_organisation",
    ["row_number", "id", "key", "pic", "source_key", "slugs", ...told],
    staged(organisations),
  );
  for (const { row, key } of await dropRepeated(client, "staged_organisation", "coalesce(pic, key)"))
    report("repeated", row, key);

  await client.query("create unique index on staged_organisation (key)");
  await client.query("create index on staged_organisation (slug)");
  await client.query("analyze staged_organisation");
  for (const key of ["pic", "source_key"])
    await client.query(
      `update staged_organisation s set id = o.id, known = true from organisation o where o.${key} = s.${key}`,
    );
  // Was merged into another one: it is known, and what the edition says of it is not what is said of the one that was kept.
  await client.query(
    `update staged_organisation s set id = a.organisation_id, known = true, merged = true from organisation_alias a
     where not s.known and (a.pic = s.pic or a.source_key = s.source_key)`,
  );
  const changed = await updateKnown(client, source);
  await assignSlugs(client, "staged_organisation", "organisation");
  const added = await client.query(
    `insert into organisation (id, slug, pic, source, source_key, ${told.join(", ")})
     select id, slug, pic, $1, source_key, ${told.join(", ")} from staged_organisation where not known order by id`,
    [source],
  );
  const all = await client.query("select count(*)::int as total from staged_organisation");
  const tally = { added: added.rowCount ?? 0, changed };
  return { ...tally, same: all.rows[0].total - tally.added - tally.changed };
}

async function* staged(organisations: AsyncIterable<Numbered<Organisation>>): AsyncGenerator<Value[]> {
  for await (const { row, value: o } of organisations)
    yield [
      row,
      uuidv7(),
      o.key,
      o.pic,
      o.sourceKey,
      o.slugs,
      o.name,
      o.shortName,
      o.kind,
      o.sizeClass,
      o.country,
      o.nuts,
      o.street,
      o.postal,
      o.city,
      o.lat,
      o.lon,
      o.url,
      o.vat,
    ];
}

/**
 * What a person declared stays and only its blanks are filled; so does what a later programme says against an earlier one.
 * Whoever changed is found under its new words at once.
 */
async function updateKnown(client: PoolClient, source: Source): Promise<number> {
  const weaker = SOURCES.slice(0, SOURCES.indexOf(source) + 1);
  const better = (column: string) =>
    `case when o.source = any ($1) then coalesce(s.${column}, o.${column}) else coalesce(o.${column}, s.${column}) end`;
  const changed = await client.query(
    `with better as (
       select o.id, case when o.source = any ($1) then $2 else o.source end as source, coalesce(o.source_key, s.source_key) as source_key,
         ${told.map((column) => `${better(column)} as ${column}`).join(", ")}
       from staged_organisation s join organisation o on o.id = s.id where s.known and not s.merged
     )
     update organisation o set version = o.version + 1, updated_at = now(), source = b.source, source_key = b.source_key,
       ${told.map((column) => `${column} = b.${column}`).join(", ")}
     from better b
     where b.id = o.id and (o.source, o.source_key, ${told.map((column) => `o.${column}`).join(", ")})
       is distinct from (b.source, b.source_key, ${told.map((column) => `b.${column}`).join(", ")})
     returning o.id`,
    [weaker, source],
  );
  await client.query("select index_organisations($1)", [changed.rows.map((row) => row.id)]);
  return changed.rowCount ?? 0;
}
