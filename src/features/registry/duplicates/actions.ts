import type { Context } from "../../../access/context.ts";
import type { Page } from "../../../kernel/page.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { teamOnly } from "../notes/team-only.ts";
import { type PairRow, pairOf, pairsSeen, type Shown } from "./store.ts";

export const listPairs = (
  ctx: Context,
  stretch: { shown: Shown; limit: number; cursor?: string | undefined },
): Promise<Page<PairRow>> => ctx.read((db) => pairsSeen(db, ctx, stretch));

/** The team says that two are not one, or takes it back. Saying so twice changes nothing. */
export async function judgePair(
  ctx: Context,
  slugs: readonly [string, string],
  judgement: "not-a-duplicate" | "open",
): Promise<Result<null, "not-found">> {
  const pair = await ctx.read((db) => pairOf(db, ctx, slugs));
  if (!pair || !ctx.cluster) return refuse("not-found");
  const [lowId, highId] = pair;
  const clusterId = ctx.cluster.id;
  await ctx.write(async (unit) => {
    if (judgement === "not-a-duplicate")
      await unit.db
        .insertInto("notDuplicate")
        .values({ clusterId, lowId, highId, saidBy: ctx.actor.personId, saidAt: ctx.now() })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    else
      await unit.db
        .deleteFrom("notDuplicate")
        .where("clusterId", "=", clusterId)
        .where("lowId", "=", lowId)
        .where("highId", "=", highId)
        .execute();
    unit.audit({
      action: judgement === "open" ? "duplicate.reopen" : "duplicate.refuse",
      subjectKind: "organisation",
      subjectId: lowId,
      after: teamOnly({ from: lowId, to: highId }),
    });
  });
  return ok(null);
}
