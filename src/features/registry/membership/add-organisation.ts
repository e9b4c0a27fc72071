import { sql } from "kysely";
import type { Db, Unit } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { slugify } from "../../cordis/feature.ts";
import { findDuplicates } from "../duplicates/find.ts";
import type { NewOrganisation } from "./schema.ts";

export interface Added {
  id: string;
  slug: string;
}

/** A new public identity in the commons, with its address, found by search from this moment on. */
export async function addOrganisation(
  unit: Unit,
  values: NewOrganisation & { source?: string; sourceOn?: string | null },
): Promise<Added> {
  const { source = "declared", sourceOn = null, ...identity } = values;
  // Two of one name at once must not want one address.
  await sql`select pg_advisory_xact_lock(hashtext('organisation slugs'))`.execute(unit.db);
  const id = uuidv7();
  const row = {
    ...Object.fromEntries(
      Object.entries(identity).filter(([, value]) => value !== undefined && value !== null),
    ),
    name: identity.name,
    kind: identity.kind,
  };
  const insert = (slug: string) =>
    unit.db
      .insertInto("organisation")
      .values({ ...row, id, slug, source, sourceOn })
      .onConflict((taken) => taken.column("slug").doNothing())
      .executeTakeFirst();
  let slug = await freeSlug(unit.db, identity);
  // Taken by one that the asker does not see.
  if ((await insert(slug)).numInsertedOrUpdatedRows === 0n) {
    slug = `${slug}-${id.slice(-8)}`;
    await insert(slug);
  }
  await sql`select index_organisations(array[${id}::uuid])`.execute(unit.db);
  // Whoever is here under another name as well is found by the next look.
  await findDuplicates(unit, { soon: true });
  await sql`select touch_commons()`.execute(unit.db);
  unit.audit({
    action: "organisation.add",
    subjectKind: "organisation",
    subjectId: id,
    after: { ...row, slug, source },
  });
  return { id, slug };
}

async function freeSlug(db: Db, { name, city }: NewOrganisation): Promise<string> {
  const base = slugify(name, 80) || "organisation";
  const place = slugify(city ?? "", 19);
  const taken = await db
    .selectFrom("organisation")
    .select("slug")
    .where("slug", "like", `${base}%`)
    .execute();
  const used = new Set(taken.map((row) => row.slug));
  const wanted = [base, ...(place && !base.includes(place) ? [`${base}-${place}`] : [])];
  const free = wanted.find((slug) => !used.has(slug));
  if (free) return free;
  for (let next = 2; ; next++) if (!used.has(`${base}-${next}`)) return `${base}-${next}`;
}
