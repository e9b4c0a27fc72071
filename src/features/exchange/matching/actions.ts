import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import { seenBy } from "../../../access/visibility.ts";
import type { OrganisationId } from "../../../kernel/actor.ts";
import { type Result, refuse } from "../../../kernel/result.ts";
import type { Item } from "../needs/store.ts";
import { needVisible } from "../needs/subject.ts";
import { type JudgeProblem, judge, type Said, unjudge } from "./judgements.ts";

/** Whether one may judge what is suggested for a need, or this very suggestion. */
export const mayJudge = (ctx: Context, need: Item, suggested?: OrganisationId): boolean =>
  can(ctx.actor, "need.judge", { ...needVisible(need), ...(suggested ? { suggested } : {}) });

const findOrganisation = (ctx: Context, slug: string) =>
  ctx.read((db) =>
    db
      .selectFrom("organisation")
      .select("organisation.id")
      .where("organisation.slug", "=", slug)
      .where(seenBy(ctx.actor, { table: "organisation", owners: ["id"] }))
      .executeTakeFirst(),
  );

export type SuggestionProblem = JudgeProblem | "not-found";

/** Says of an organisation that was suggested for a need what one thinks of it; `null` takes it back. */
export async function judgeSuggestion(
  ctx: Context,
  need: Item,
  slug: string,
  said: Said | null,
): Promise<Result<unknown, SuggestionProblem>> {
  const organisation = await findOrganisation(ctx, slug);
  if (!organisation || organisation.id === need.organisationId) return refuse("not-found");
  if (!mayJudge(ctx, need, organisation.id)) return refuse("not-found");
  const pair = {
    clusterId: need.clusterId,
    needId: need.id,
    organisationId: organisation.id,
    side: "need",
  } as const;
  return said ? judge(ctx, pair, said, need.organisationId) : unjudge(ctx, pair, need.organisationId);
}

/** A member says of somebody else's need whether it fits; `null` takes it back. Whose need it is, is never looked at. */
export async function judgeNeed(
  ctx: Context,
  need: { clusterId: string; id: string },
  said: Said | null,
): Promise<Result<unknown, SuggestionProblem>> {
  const organisationId = ctx.actor.organisationId;
  if (organisationId === null) return refuse("not-found");
  const pair = { clusterId: need.clusterId, needId: need.id, organisationId, side: "organisation" } as const;
  return said ? judge(ctx, pair, said, organisationId) : unjudge(ctx, pair, organisationId);
}
