import type { Context } from "../../../access/context.ts";
import type { Visibility } from "../../../kernel/visibility.ts";
import type { OrganisationSubject } from "../policy.ts";
import { findOrganisation, isPartnerOfMembers, type OrganisationRow } from "./store.ts";

export const subjectOf = (row: OrganisationRow): OrganisationSubject => ({
  id: row.id,
  clusterId: row.clusterId,
  visibility: row.visibility as Visibility,
  owners: [row.id],
  wall: row.wall,
  memberHere: row.role !== null,
});

/**
 * The organisation an address names. Inside a cluster only its members and their partners have a page, as far as the asker sees that
 * they are: whoever is hidden as a member answers like an organisation from elsewhere.
 */
export async function findSubject(ctx: Context, slug: string): Promise<OrganisationSubject | null> {
  const row = await ctx.read(async (db) => {
    const found = await findOrganisation(db, ctx.actor, slug, ctx.today());
    if (!found || ctx.cluster === null || found.role !== null || found.id === ctx.actor.organisationId)
      return found;
    return (await isPartnerOfMembers(db, ctx.actor, ctx.cluster.id, found.id, ctx.today()))
      ? found
      : undefined;
  });
  if (!row) return null;
  asked.set(ctx, row);
  return subjectOf(row);
}

const asked = new WeakMap<Context, OrganisationRow>();

/** What the rule of this request has just read, so that its page need not read it again. */
export function askedAbout(ctx: Context, slug: string): OrganisationRow | undefined {
  const row = asked.get(ctx);
  return row?.slug === slug ? row : undefined;
}
