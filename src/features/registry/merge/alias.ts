import type { Context } from "../../../access/context.ts";
import { seenBy } from "../../../access/visibility.ts";

/** Where an organisation that was merged is found now, by its former address or id; `null` where it never was or is not seen. */
export async function movedTo(ctx: Context, former: string): Promise<string | null> {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(former);
  const row = await ctx.read((db) =>
    db
      .selectFrom("organisationAlias")
      .innerJoin("organisation", "organisation.id", "organisationAlias.organisationId")
      .select("organisation.slug")
      .where(isId ? "organisationAlias.id" : "organisationAlias.slug", "=", former)
      .where(seenBy(ctx.actor, { table: "organisation", owners: ["id"] }))
      .executeTakeFirst(),
  );
  return row?.slug ?? null;
}
