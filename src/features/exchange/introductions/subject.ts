import type { Context } from "../../../access/context.ts";
import type { ForOrganisation } from "../policy.ts";
import { type Introduction, loadIntroduction } from "./store.ts";
import { type IntroductionVisible, partyOf } from "./visible.ts";
import type { Party } from "./words.ts";

export const introductionVisible = (row: Introduction): IntroductionVisible => ({
  clusterId: row.clusterId,
  from: row.fromId,
  to: row.toId,
  fromAt: row.fromAt,
  toAt: row.toAt,
  asked: row.askedAt !== null,
  mediated: row.mediated,
  // Behind a wall the row is not found at all.
  walled: false,
});

const asked = new WeakMap<Context, Introduction>();

/** What the rule of this request has just read, so that its page need not read it again. */
export const askedIntroduction = (ctx: Context): Introduction => {
  const row = asked.get(ctx);
  if (!row) throw new Error("No introduction was asked about.");
  return row;
};

/** For routes with `:introduction`. */
export async function introductionSubject({
  ctx,
  params,
}: {
  ctx: Context;
  params: { introduction: string };
}): Promise<IntroductionVisible | null> {
  const row = await findIntroduction(ctx, params.introduction);
  if (!row) return null;
  asked.set(ctx, row);
  return introductionVisible(row);
}

export const findIntroduction = (ctx: Context, id: string): Promise<Introduction | undefined> =>
  ctx.read((db) => loadIntroduction(db, ctx.actor, id));

/** As whom this person takes part; the rule has made sure that they do. */
export function partyIn(ctx: Context, row: Introduction): Party {
  const party = partyOf(ctx.actor, introductionVisible(row));
  if (!party) throw new Error("Whoever takes no part was let in.");
  return party;
}

export const hereSubject = async ({ ctx }: { ctx: Context }) =>
  ctx.cluster ? { clusterId: ctx.cluster.id } : null;

export const askingSubject = async ({ ctx }: { ctx: Context }): Promise<ForOrganisation | null> =>
  ctx.cluster ? { clusterId: ctx.cluster.id, organisationId: ctx.actor.organisationId } : null;
