import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import type { OrganisationId } from "../../../kernel/actor.ts";
import { audienceOf } from "../../network/feature.ts";
import { clusterSubject } from "../data/here.ts";

/** Who should meet whom is for the cluster itself: nobody outside is told who stands alone and could be won. */
export const seesIntroductions = (ctx: Context): boolean => audienceOf(ctx.actor) === "cluster";

/** Whom to introduce is for those who are let into the cluster. */
export const introductionsSubject = async (ask: { ctx: Context }) =>
  seesIntroductions(ask.ctx) ? await clusterSubject(ask) : null;

/**
 * The form of the exchange that asks for an introduction: the team's for any two, a member's for itself and another. `null` where the
 * asker takes no part.
 */
export function askAddress(
  ctx: Context,
  one: { id: string; slug: string },
  other: { id: string; slug: string },
): string | null {
  const { id: clusterId, slug } = ctx.cluster!;
  const own = ctx.actor.organisationId;
  if (!can(ctx.actor, "introduction.ask", { clusterId, organisationId: own })) return null;
  const form = `/clusters/${slug}/introductions/new`;
  if (ctx.actor.office !== null)
    return `${form}?${new URLSearchParams({ organisation: other.slug, for: one.slug })}`;
  const far = own === (one.id as OrganisationId) ? other : own === (other.id as OrganisationId) ? one : null;
  return far && `${form}?${new URLSearchParams({ organisation: far.slug })}`;
}
