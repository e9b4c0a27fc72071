import type { Context } from "../../../access/context.ts";
import { seenBy } from "../../../access/visibility.ts";
import type { Actor } from "../../../kernel/actor.ts";

/** The name of one that was merged stays as hidden as the one was. */
export const seenAlias = (actor: Actor) =>
  seenBy(actor, { table: "organisationAlias", owners: ["organisationId"] });

/**
 * Where an organisation that was merged is found now, by its former address or id; `null` where it never was, or where the former one or
 * the one it went into is not for the asker.
 */
export async function movedTo(ctx: Context, former: string): Promise<string | null> {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(former);
  const row = await ctx.read((db) =>
    db
      .selectFrom("organisationAlias")
      .innerJoin("organisation", "organisation.id", "organisationAlias.organisationId")
      .select("organisation.slug")
      .where(isId ? "organisationAlias.id" : "organisationAlias.slug", "=", former)
      .where(seenBy(ctx.actor, { table: "organisation", owners: ["id"] }))
      .where(seenAlias(ctx.actor))
      .executeTakeFirst(),
  );
  return row?.slug ?? null;
}

/** For routes of an organisation: the same address with the name it has now. */
export const movedOrganisation = async ({
  ctx,
  params,
  path,
}: {
  ctx: Context;
  params: { slug: string };
  path: string;
}): Promise<string | null> => {
  const slug = await movedTo(ctx, params.slug);
  return slug === null
    ? null
    : path.replace(`/organisations/${encodeURIComponent(params.slug)}`, `/organisations/${slug}`);
};
