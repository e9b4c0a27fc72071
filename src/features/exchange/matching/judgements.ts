import type { Context } from "../../../access/context.ts";
import type { ClusterId, OrganisationId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { Judgement, NotRelevant, Verdict } from "./found.ts";

export type Judging = "need" | "organisation";

export interface Said {
  verdict: Verdict;
  reason: NotRelevant | null;
  note: string | null;
}

/** A pair that is judged, and from which side. The side of the need is its owner and the team that mediates it. */
export interface Pair {
  clusterId: ClusterId;
  needId: string;
  organisationId: OrganisationId;
  side: Judging;
}

export type JudgeProblem = "needs-reason" | "nothing-said";

const COLUMNS = ["id", "needId", "organisationId", "verdict", "reason", "note", "saidAt"] as const;

/** What holds of a need's suggestions, by organisation: as far as the asker may read it. */
export async function judgementsOf(
  db: Db,
  need: { clusterId: ClusterId; id: string },
): Promise<Map<OrganisationId, Judgement>> {
  const rows = await db
    .selectFrom("matchFeedback")
    .select(COLUMNS)
    .where("clusterId", "=", need.clusterId)
    .where("needId", "=", need.id)
    .where("side", "=", "need")
    .where("takenBackAt", "is", null)
    .execute();
  return new Map(rows.map((row) => [row.organisationId, row as Judgement]));
}

export interface PastJudgement extends Judgement {
  needId: string;
  organisationId: OrganisationId;
}

/** What was said for other needs of the same organisation: it counts where they resemble the one asked about. */
export async function pastJudgements(
  db: Db,
  organisationId: OrganisationId,
  exceptNeed: string,
): Promise<PastJudgement[]> {
  const rows = await db
    .selectFrom("matchFeedback")
    .innerJoin("need", (join) =>
      join
        .onRef("need.clusterId", "=", "matchFeedback.clusterId")
        .onRef("need.id", "=", "matchFeedback.needId"),
    )
    .select(COLUMNS.map((name) => `matchFeedback.${name}` as const))
    .where("need.organisationId", "=", organisationId)
    .where("need.id", "<>", exceptNeed)
    .where("matchFeedback.side", "=", "need")
    .where("matchFeedback.takenBackAt", "is", null)
    .orderBy("matchFeedback.saidAt", "desc")
    .limit(500)
    .execute();
  return rows as PastJudgement[];
}

/** What the organisation said of needs, by need. */
export async function ownJudgements(db: Db, organisationId: OrganisationId): Promise<Map<string, Judgement>> {
  const rows = await db
    .selectFrom("matchFeedback")
    .select(COLUMNS)
    .where("organisationId", "=", organisationId)
    .where("side", "=", "organisation")
    .where("takenBackAt", "is", null)
    .execute();
  return new Map(rows.map((row) => [row.needId, row as Judgement]));
}

/**
 * Says what one thinks of a suggestion; said anew, it replaces what was said before. The caller asked `can`; `owner` is the
 * organisation that speaks, or whose need it is: what one says of another stands in nobody else's log.
 */
export async function judge(
  ctx: Context,
  pair: Pair,
  said: Said,
  owner: OrganisationId,
): Promise<Result<{ id: string }, JudgeProblem>> {
  if (said.verdict === "not-relevant" && said.reason === null) return refuse("needs-reason");
  const id = uuidv7();
  await ctx.write(async (unit) => {
    const before = await standing(unit.db, pair);
    if (before)
      await unit.db
        .updateTable("matchFeedback")
        .set({ takenBackAt: ctx.now() })
        .where("clusterId", "=", pair.clusterId)
        .where("id", "=", before.id)
        .execute();
    await unit.db
      .insertInto("matchFeedback")
      .values({
        ...pair,
        id,
        verdict: said.verdict,
        reason: said.verdict === "good" ? null : said.reason,
        note: said.note,
        saidBy: ctx.actor.personId,
        saidAt: ctx.now(),
      })
      .execute();
    unit.audit({
      action: "match.judged",
      subjectKind: "match",
      subjectId: pair.needId,
      before: before && { verdict: before.verdict, reason: before.reason },
      after: { ...pair, verdict: said.verdict, reason: said.reason },
      ownOf: owner,
    });
    await unit.enqueue(
      "exchange.matches.learn",
      { clusterId: pair.clusterId },
      { key: `exchange.learn:${pair.clusterId}` },
    );
  });
  return ok({ id });
}

/** Takes back what was said. */
export async function unjudge(
  ctx: Context,
  pair: Pair,
  owner: OrganisationId,
): Promise<Result<null, JudgeProblem>> {
  return ctx.write(async (unit) => {
    const before = await standing(unit.db, pair);
    if (!before) return refuse("nothing-said");
    await unit.db
      .updateTable("matchFeedback")
      .set({ takenBackAt: ctx.now() })
      .where("clusterId", "=", pair.clusterId)
      .where("id", "=", before.id)
      .execute();
    unit.audit({
      action: "match.judgement-taken-back",
      subjectKind: "match",
      subjectId: pair.needId,
      before: { ...pair, verdict: before.verdict, reason: before.reason },
      ownOf: owner,
    });
    await unit.enqueue(
      "exchange.matches.learn",
      { clusterId: pair.clusterId },
      { key: `exchange.learn:${pair.clusterId}` },
    );
    return ok(null);
  });
}

const standing = (db: Db, { clusterId, needId, organisationId, side }: Pair) =>
  db
    .selectFrom("matchFeedback")
    .select(["id", "verdict", "reason"])
    .where("clusterId", "=", clusterId)
    .where("needId", "=", needId)
    .where("organisationId", "=", organisationId)
    .where("side", "=", side)
    .where("takenBackAt", "is", null)
    .executeTakeFirst();
