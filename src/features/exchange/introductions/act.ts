import { sql } from "kysely";
import type { Context } from "../../../access/context.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { grantNamed } from "../ladder/release.ts";
import { handOver } from "./hand-over.ts";
import { type Act, type Change, isOver, type MoveProblem, move } from "./rules.ts";
import { type Introduction, settingsOf } from "./store.ts";
import { partyIn } from "./subject.ts";
import { callOffAll } from "./talks/store.ts";
import { type News, tellLater } from "./telling/enqueue.ts";
import type { State } from "./words.ts";

export type ActProblem = MoveProblem | "changed-meanwhile";

/** One step of the state machine in rules.ts, taken by whose turn it is. `note` are the team's words with what it passes on. */
export async function actOn(
  ctx: Context,
  row: Introduction,
  act: Act,
  { reason = "", note = "" }: { reason?: string; note?: string } = {},
): Promise<Result<State, ActProblem>> {
  const party = partyIn(ctx, row);
  const done = await ctx.write(async (unit): Promise<Result<State, ActProblem>> => {
    const { answerDays } = await settingsOf(unit.db, row.clusterId);
    const decided = move(row, act, party, { now: ctx.now(), answerDays, reason });
    if (!decided.ok) return decided;
    const change = decided.value;
    if (!(await save(unit, row, change, act === "pass-on" ? { note, personId: ctx.actor.personId } : null)))
      return refuse("changed-meanwhile");
    if (change.agrees) await agree(unit, ctx, row, change.agrees);
    if (isOver(change.state))
      for (const talk of await callOffAll(unit.db, row, ctx.now()))
        await tellLater(unit, ctx, { introduction: row.id, about: "talk-cancelled", talk, by: party });
    if (change.state === "accepted") await tellNames(unit, row, ctx.now());
    unit.audit({
      action: `introduction.${act}`,
      subjectKind: "introduction",
      subjectId: row.id,
      before: { state: row.state },
      after: { state: change.state, ...(change.reason ? { reason: change.reason } : {}) },
      ...keptFrom(ctx, row),
    });
    await tellLater(unit, ctx, { introduction: row.id, about: newsOf(change.state, act), by: party });
    await unit.enqueue("exchange.introductions.hand-over", { introduction: row.id });
    return ok(change.state);
  });
  // The page that comes next shows what was released; should the house fall here, the job of the same name does it.
  if (done.ok && done.value !== "asked")
    await ctx.system("an introduction moves its need on", (unit) => handOver(unit, row.id));
  return done;
}

/** Both have said yes: each reads whose row the other's is, and the need's name is released to the one that did not know it. */
async function tellNames(unit: Unit, row: Introduction, at: Date) {
  await sql`select tell_names(${row.clusterId}::uuid, ${row.id}::uuid)`.execute(unit.db);
  if (!row.hidden) return;
  const sides = await unit.db
    .selectFrom("introductionSide")
    .select(["side", "organisationId", "needId", "atClusterId"])
    .where("clusterId", "=", row.clusterId)
    .where("introductionId", "=", row.id)
    .execute();
  const owner = sides.find(({ side }) => side === row.hidden);
  const other = sides.find(({ side }) => side !== row.hidden);
  if (owner?.needId && other)
    await grantNamed(unit, { clusterId: owner.atClusterId, id: owner.needId }, other.organisationId, at);
}

/** Nobody else's log has what one side keeps in confidence: each act is then an entry of whoever did it. */
export function keptFrom(ctx: Context, row: Introduction): { ownOf?: string } {
  if (!row.hidden && row.mediated && !row.kept) return {};
  const own = ctx.actor.organisationId ?? row.fromId;
  return own ? { ownOf: own } : {};
}

const agree = (unit: Unit, ctx: Context, row: Introduction, side: "from" | "to") =>
  unit.db
    .updateTable("introductionSide")
    .set({ agreedAt: ctx.now(), personId: ctx.actor.personId })
    .where("clusterId", "=", row.clusterId)
    .where("introductionId", "=", row.id)
    .where("side", "=", side)
    .execute();

/** Takes effect only while it stands as it was read, so that of two answers one counts. */
async function save(
  unit: Unit,
  row: Pick<Introduction, "clusterId" | "id" | "state">,
  { agrees: _, ...change }: Change,
  team: { note: string; personId: string | null } | null,
): Promise<boolean> {
  const { numUpdatedRows } = await unit.db
    .updateTable("introduction")
    .set({ ...change, ...(team ? { teamNote: team.note, teamPersonId: team.personId } : {}) })
    .where("clusterId", "=", row.clusterId)
    .where("id", "=", row.id)
    .where("state", "=", row.state)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const newsOf = (state: State, act: Act): News =>
  act === "pass-on" || (act === "accept" && state === "asked") ? "asked" : (state as News);

/** The house's own step, where nobody acts. */
export async function saveByItself(
  unit: Unit,
  row: Pick<Introduction, "clusterId" | "id" | "state">,
  change: Change,
): Promise<boolean> {
  return save(unit, row, change, null);
}
