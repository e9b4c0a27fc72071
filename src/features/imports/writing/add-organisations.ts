import { sql } from "kysely";
import { slugify } from "../../cordis/feature.ts";
import type { IdentityGiven } from "../rows/entry.ts";
import type { Hand } from "./hand.ts";
import { searchAgain } from "./search-again.ts";

export interface FreshOrganisation {
  id: string;
  identity: IdentityGiven & { name: string };
}

/** Many new public identities at once, each with an address of its own, found by search from this moment on. */
export async function addOrganisations(
  { ctx, unit }: Pick<Hand, "ctx" | "unit">,
  fresh: readonly FreshOrganisation[],
): Promise<void> {
  const { db } = unit;
  // The same lock as for a single one: two of one name at once must not want one address.
  await sql`select pg_advisory_xact_lock(hashtext('organisation slugs'))`.execute(db);
  const wanted = fresh.map(({ id, identity }) => slugsFor(id, identity));
  const taken = await db
    .selectFrom("organisation")
    .select("slug")
    .where("slug", "=", sql<string>`any (${wanted.flat()}::text[])`)
    .execute();
  const used = new Set(taken.map((row) => row.slug));
  const rows = fresh.map(({ id, identity }, i) => {
    const slug = wanted[i]!.find((one) => !used.has(one)) ?? wanted[i]!.at(-1)!;
    used.add(slug);
    const { kind = "enterprise", ...rest } = identity;
    return { ...rest, id, slug, kind, source: "declared", sourceOn: ctx.today() };
  });
  const added = await db
    .insertInto("organisation")
    .values(rows)
    .onConflict((conflict) => conflict.column("slug").doNothing())
    .returning("id")
    .execute();
  // Taken by those that the asker does not see.
  const missing = rows.filter((row) => !added.some(({ id }) => id === row.id));
  if (missing.length > 0)
    await db
      .insertInto("organisation")
      .values(missing.map((row) => ({ ...row, slug: `${row.slug.slice(0, 100)}-${row.id.slice(-8)}` })))
      .execute();
  await searchAgain(
    unit,
    rows.map((row) => row.id),
  );
}

/** The most readable first; the last one is free. */
function slugsFor(id: string, { name, city }: IdentityGiven & { name: string }): string[] {
  const base = slugify(name, 80) || "organisation";
  const place = slugify(city ?? "", 19);
  return [base, ...(place && !base.includes(place) ? [`${base}-${place}`] : []), `${base}-${id.slice(-8)}`];
}
