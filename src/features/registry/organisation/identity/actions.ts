import { sql } from "kysely";
import type { Context } from "../../../../access/context.ts";
import { ok, type Result, refuse } from "../../../../kernel/result.ts";
import { COMMONS } from "../../../../kernel/visibility.ts";
import { placeOf } from "../../../places/feature.ts";
import { findOrganisation, type OrganisationRow } from "../store.ts";
import { IDENTITY_FIELDS, type Identity, type IdentityChange } from "./schema.ts";

export const identityOf = (row: OrganisationRow): Identity =>
  Object.fromEntries(IDENTITY_FIELDS.map((field) => [field, row[field]])) as Identity;

export type IdentityProblem = "not-found" | "changed-meanwhile" | "half-a-place";

/**
 * Changes the public identity, if it is still as the asker read it. Search and everything that was counted over the commons follow
 * in the same transaction.
 */
export async function changeIdentity(
  ctx: Context,
  slug: string,
  change: IdentityChange,
): Promise<Result<{ version: number; placed: Placed }, IdentityProblem>> {
  const { version, ...wanted } = change;
  const before = await ctx.read((db) => findOrganisation(db, ctx.actor, slug, ctx.today()));
  if (!before) return refuse("not-found");
  const { next, placed } = put({ ...identityOf(before), ...given(wanted) }, identityOf(before));
  if ((next.lat === null) !== (next.lon === null)) return refuse("half-a-place");

  return ctx.write(async (unit) => {
    const { numUpdatedRows } = await unit.db
      .updateTable("organisation")
      .set({
        ...next,
        source: "declared",
        sourceOn: ctx.today(),
        updatedAt: ctx.now(),
        touchedAt: ctx.now(),
        version: sql`version + 1`,
      })
      .where("id", "=", before.id)
      .where("version", "=", version)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return refuse("changed-meanwhile");
    await sql`select index_organisations(array[${before.id}::uuid])`.execute(unit.db);
    await sql`select touch_commons()`.execute(unit.db);
    unit.audit({
      action: "organisation.change",
      subjectKind: "organisation",
      subjectId: before.id,
      clusterId: ctx.cluster?.id ?? COMMONS,
      before: identityOf(before),
      after: next,
    });
    return ok({ version: version + 1, placed });
  });
}

/** `kept`: nothing about the place was to be done. */
export type Placed = "kept" | "found" | "not-found";

/**
 * Whoever moves to another town moves on the map, unless they say where they stand themselves. A town nobody knows leaves no point:
 * a wrong one would be worse.
 */
function put(next: Identity, before: Identity): { next: Identity; placed: Placed } {
  const moved = next.city !== before.city || next.country !== before.country;
  const said = next.lat !== before.lat || next.lon !== before.lon;
  if (said || next.city === null || (!moved && next.lat !== null)) return { next, placed: "kept" };
  const region = next.nuts === before.nuts && moved ? null : next.nuts;
  const place = placeOf({ city: next.city, country: next.country, nuts: region });
  if (!place)
    return moved
      ? { next: { ...next, nuts: region, lat: null, lon: null }, placed: "not-found" }
      : { next, placed: "kept" };
  return { next: { ...next, lat: place.lat, lon: place.lon, nuts: region ?? place.nuts }, placed: "found" };
}

const given = (wanted: Partial<Record<keyof Identity, unknown>>): Partial<Identity> =>
  Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
