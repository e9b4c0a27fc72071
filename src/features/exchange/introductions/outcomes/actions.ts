import type { Context } from "../../../../access/context.ts";
import type { Unit } from "../../../../kernel/gateway.ts";
import { uuidv7 } from "../../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../../kernel/result.ts";
import { keptFrom } from "../act.ts";
import { handOver } from "../hand-over.ts";
import type { Introduction } from "../store.ts";
import { partyIn } from "../subject.ts";
import { type News, tellLater } from "../telling/enqueue.ts";
import type { OutcomeKind, Party, Side } from "../words.ts";
import { type AnswerProblem, answer, type SayProblem, say } from "./rules.ts";
import { lockOutcomes, outcomesOf } from "./store.ts";

interface NewOutcome {
  kind: OutcomeKind;
  happenedOn: string | null;
  note: string;
  /** In confidence: the two alone read it. */
  cents: number | null;
  /** Whether this side lets the value count in the team's sums. */
  sums: boolean;
  programmes: readonly string[];
}

export const only = (kind: OutcomeKind): NewOutcome => ({
  kind,
  happenedOn: null,
  note: "",
  cents: null,
  sums: false,
  programmes: [],
});

type OutcomeProblem = SayProblem | AnswerProblem | "not-found" | "in-the-future";

/** One side says what came of the talk; the other is asked to confirm it. */
export async function sayOutcome(
  ctx: Context,
  row: Introduction,
  wanted: NewOutcome,
): Promise<Result<{ id: string; confirmed: boolean }, OutcomeProblem>> {
  const side = partyIn(ctx, row);
  if (side === "team") return refuse("not-yours");
  if (wanted.happenedOn !== null && wanted.happenedOn > ctx.today()) return refuse("in-the-future");
  const done = await ctx.write(
    async (unit): Promise<Result<{ id: string; confirmed: boolean }, OutcomeProblem>> => {
      const { db } = unit;
      await lockOutcomes(db, row.id);
      const decided = say(row.state, await outcomesOf(db, row), { by: side, kind: wanted.kind });
      if (!decided.ok) return decided;
      for (const id of decided.value.overtakes) await setState(unit, ctx, row, id, "withdrawn");
      if (decided.value.confirms) {
        const id = decided.value.confirms;
        await confirm(unit, ctx, row, { id, side, sums: wanted.sums });
        for (const programme of wanted.programmes)
          await claim(unit, ctx, row, { outcomeId: id, programme, by: side });
        return ok({ id, confirmed: true });
      }
      const id = uuidv7();
      await db
        .insertInto("outcome")
        .values({
          clusterId: row.clusterId,
          id,
          introductionId: row.id,
          kind: wanted.kind,
          state: "stated",
          by: side,
          statedBy: ctx.actor.personId,
          statedAt: ctx.now(),
          happenedOn: wanted.happenedOn,
          note: wanted.note,
        })
        .execute();
      if (wanted.cents !== null)
        await db
          .insertInto("outcomeValue")
          .values({
            clusterId: row.clusterId,
            outcomeId: id,
            introductionId: row.id,
            cents: wanted.cents,
            sumsFrom: side === "from" && wanted.sums,
            sumsTo: side === "to" && wanted.sums,
          })
          .execute();
      for (const programme of wanted.programmes)
        await claim(unit, ctx, row, { outcomeId: id, programme, by: side });
      await written(unit, ctx, row, { id, by: side, news: "outcome-stated", after: { kind: wanted.kind } });
      return ok({ id, confirmed: false });
    },
  );
  if (done.ok && done.value.confirmed) await moveNeedOn(ctx, row);
  return done;
}

/** The other side agrees, sees it differently, or who said it takes it back. */
export async function answerOutcome(
  ctx: Context,
  row: Introduction,
  outcomeId: string,
  how: "confirm" | "dispute" | "withdraw",
  sums = false,
): Promise<Result<true, OutcomeProblem>> {
  const side = partyIn(ctx, row);
  if (side === "team") return refuse("not-yours");
  const done = await ctx.write(async (unit): Promise<Result<true, OutcomeProblem>> => {
    await lockOutcomes(unit.db, row.id);
    const one = (await outcomesOf(unit.db, row)).find(({ id }) => id === outcomeId);
    if (!one) return refuse("not-found");
    const decided = answer(one, side, how);
    if (!decided.ok) return decided;
    if (how === "confirm") await confirm(unit, ctx, row, { id: outcomeId, side, sums });
    else {
      await setState(unit, ctx, row, outcomeId, how === "dispute" ? "disputed" : "withdrawn");
      if (how === "dispute")
        await written(unit, ctx, row, { id: outcomeId, by: side, news: "outcome-disputed" });
    }
    return ok(true);
  });
  if (done.ok && how === "confirm") await moveNeedOn(ctx, row);
  return done;
}

/** Another programme counts the same outcome as its own: said by a side or by the team, so that nobody counts it twice unknowingly. */
export async function claimOutcome(
  ctx: Context,
  row: Introduction,
  outcomeId: string,
  programme: string,
): Promise<Result<true, "not-found">> {
  const by = partyIn(ctx, row);
  return ctx.write(async (unit) => {
    const one = (await outcomesOf(unit.db, row)).find(({ id }) => id === outcomeId);
    if (!one) return refuse("not-found");
    await claim(unit, ctx, row, { outcomeId, programme, by });
    return ok(true);
  });
}

const moveNeedOn = (ctx: Context, row: Introduction) =>
  ctx.system("what came of an introduction moves its need on", (unit) => handOver(unit, row.id));

async function confirm(
  unit: Unit,
  ctx: Context,
  row: Introduction,
  { id, side, sums }: { id: string; side: Side; sums: boolean },
) {
  await setState(unit, ctx, row, id, "confirmed");
  if (sums)
    await unit.db
      .updateTable("outcomeValue")
      .set(side === "from" ? { sumsFrom: true } : { sumsTo: true })
      .where("clusterId", "=", row.clusterId)
      .where("outcomeId", "=", id)
      .execute();
  await written(unit, ctx, row, { id, by: side, news: "outcome-confirmed" });
  await unit.enqueue("exchange.introductions.hand-over", { introduction: row.id });
}

const setState = (unit: Unit, ctx: Context, row: Introduction, id: string, state: string) =>
  unit.db
    .updateTable("outcome")
    .set({ state, answeredBy: ctx.actor.personId, answeredAt: ctx.now() })
    .where("clusterId", "=", row.clusterId)
    .where("id", "=", id)
    .where("state", "=", "stated")
    .execute();

const claim = (
  unit: Unit,
  ctx: Context,
  row: Introduction,
  { outcomeId, programme, by }: { outcomeId: string; programme: string; by: Party },
) =>
  unit.db
    .insertInto("outcomeClaim")
    .values({
      clusterId: row.clusterId,
      id: uuidv7(),
      outcomeId,
      introductionId: row.id,
      programme,
      by,
      statedBy: ctx.actor.personId,
      statedAt: ctx.now(),
    })
    .execute();

/** The log and the letters never hold the value. */
async function written(
  unit: Unit,
  ctx: Context,
  row: Introduction,
  { id, by, news, after = {} }: { id: string; by: Side; news: News; after?: object },
) {
  unit.audit({
    action: news.replace("outcome-", "outcome."),
    subjectKind: "introduction",
    subjectId: row.id,
    after: { outcome: id, ...after },
    ...keptFrom(ctx, row),
  });
  await tellLater(unit, ctx, { introduction: row.id, about: news, outcome: id, by });
}
