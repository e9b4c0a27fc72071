import { sql } from "kysely";
import type { Context } from "../../../access/context.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { displayName } from "../../../ui/index.ts";
import { isKept } from "../needs/rules.ts";
import { type Plan, type PlanProblem, planOf } from "./about.ts";
import { type AskProblem, ask, days } from "./rules.ts";
import type { NewIntroduction } from "./schema.ts";
import { askedLately, earlierOf, lockAsking, settingsOf } from "./store.ts";
import { tellLater } from "./telling/enqueue.ts";
import type { Side } from "./words.ts";

type IntroductionProblem = PlanProblem | AskProblem | "names-itself";

/** Asks for an introduction: directly, or through the team; the team proposes one to two others. */
export async function askForIntroduction(
  ctx: Context,
  wanted: NewIntroduction,
): Promise<Result<string, IntroductionProblem>> {
  const planned = await planOf(ctx, wanted);
  if (!planned.ok) return planned;
  const plan = planned.value;
  if (plan.hidden === "from" && namesItself(plan, `${wanted.message} ${wanted.told}`))
    return refuse("names-itself");
  const via = plan.party === "team" ? "team" : wanted.via;
  try {
    return await ctx.write(async (unit) => {
      const { db } = unit;
      const now = ctx.now();
      const clusterId = ctx.cluster!.id;
      await lockAsking(db, plan.from.id);
      const settings = await settingsOf(db, clusterId);
      const about = {
        needId: plan.need?.id ?? plan.teaser?.needId ?? null,
        offerId: plan.offer?.id ?? null,
      };
      const decided = ask(
        {
          from: plan.from.id,
          to: plan.to?.id ?? null,
          via,
          open: plan.open,
          wall: plan.wall,
          mediated: plan.mediated,
          asked: plan.party === "team" ? 0 : await askedLately(db, plan.from.id, now),
          perWeek: settings.perWeek,
        },
        await earlierOf(db, ctx.actor, { own: plan.from.id, other: plan.to?.id ?? null, ...about }),
        now,
      );
      if (!decided.ok) return decided;

      const direct = via === "direct";
      const id = uuidv7();
      const mediated = plan.mediated && (wanted.mediated || !direct);
      await db
        .insertInto("introduction")
        .values({
          clusterId,
          id,
          state: direct ? "asked" : "proposed",
          origin: plan.party,
          via,
          hidden: plan.hidden,
          // Whose need it is may keep it from the team: the house decides that with the owner's row.
          mediated: plan.teaser ? wanted.mediated : mediated,
          message: plan.party === "team" ? "" : wanted.message,
          toldText: plan.hidden === "from" ? toldOf(plan, wanted) : "",
          kind: plan.kind,
          teamPersonId: plan.party === "team" ? ctx.actor.personId : null,
          teamNote: plan.party === "team" ? wanted.message : "",
          createdAt: now,
          turnAt: now,
          movedAt: now,
          askedAt: direct ? now : null,
          expiresAt: days(now, settings.answerDays),
        })
        .execute();
      await addSides(db, ctx, plan, id, now);
      unit.audit({
        action: plan.party === "team" ? "introduction.propose" : "introduction.ask",
        subjectKind: "introduction",
        subjectId: id,
        after: { via, from: plan.from.id, to: plan.to?.id ?? null, ...about },
        ...(plan.hidden || !mediated || isAboutKept(plan) ? { ownOf: plan.from.id } : {}),
      });
      await tellLater(unit, ctx, { introduction: id, about: direct ? "asked" : "proposed" });
      return ok(id);
    });
  } catch (error) {
    if (error instanceof OwnerGone) return refuse("not-open");
    throw error;
  }
}

/** Named to this other side it may be, to those who read the log it is not: they would learn whose it is. */
const isAboutKept = ({ need, offer }: Plan) => [need, offer].some((item) => item !== null && isKept(item));

/** Between reading a teaser and asking it was closed: what was written is undone. */
class OwnerGone extends Error {}

async function addSides(db: Db, ctx: Context, plan: Plan, introductionId: string, now: Date) {
  const clusterId = ctx.cluster!.id;
  const row = (side: Side, organisationId: string, atClusterId: string) => ({
    clusterId,
    introductionId,
    side,
    organisationId,
    atClusterId,
    personId: plan.knows[side].personId,
    needId: plan.knows[side].needId,
    offerId: plan.knows[side].offerId,
    shown: plan.hidden !== side,
    agreedAt: side === "from" && plan.party === "member" ? now : null,
  });
  // One's own side first: by it the database knows whose introduction the other is added to.
  await db
    .insertInto("introductionSide")
    .values(
      row("from", plan.from.id, plan.need?.organisationId === plan.from.id ? plan.need.clusterId : clusterId),
    )
    .execute();
  if (plan.to) {
    await db
      .insertInto("introductionSide")
      .values(row("to", plan.to.id, homeOf(plan, plan.to.id) ?? clusterId))
      .execute();
    return;
  }
  const { rows } = await sql<{ found: boolean }>`
    select address_owner(${clusterId}::uuid, ${introductionId}::uuid, ${plan.teaser!.needId}::uuid) as found`.execute(
    db,
  );
  if (!rows[0]?.found) throw new OwnerGone();
}

/** Where an organisation reads it: in the cluster in which it said what it needs or offers. */
const homeOf = ({ need, offer }: Plan, organisationId: string) =>
  [need, offer].find((item) => item?.organisationId === organisationId)?.clusterId;

/** What the other side is told: the words chosen for it, else the teaser as everybody reads it. */
const toldOf = ({ need }: Plan, { told }: NewIntroduction) => told || (need?.teaser ?? "").slice(0, 1000);

const LEGAL =
  /\b(g?gmbh|mbh|ag|kg|kgaa|ohg|gbr|e\.?v\.?|se|ug|ltd|llc|inc|s\.?a\.?|spa|bv|ab|oy|co|und|and|the|der|die|das|für)\b/giu;

/** Whoever wants to stay unnamed must not sign. */
function namesItself({ from }: Pick<Plan, "from">, text: string): boolean {
  const plain = (words: string) => words.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, " ");
  const core = plain(displayName(from.name).replaceAll(LEGAL, " ")).trim();
  return core.length >= 3 && ` ${plain(text)} `.includes(` ${core} `);
}
