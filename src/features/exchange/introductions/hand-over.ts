import type { Job } from "../../../access/feature.ts";
import type { SystemUnit } from "../../../kernel/gateway.ts";
import { setNeedState } from "../needs/state.ts";
import type { State as NeedState } from "../words.ts";
import type { OutcomeKind, State } from "./words.ts";

/** What ends the search a need stands for. */
const FOUND: readonly OutcomeKind[] = ["contract", "project", "order", "investment", "hire"];

interface Around {
  state: State;
  outcome: OutcomeKind | null;
}

/** What the introductions about a need make of it: talks are under way, what was looked for is found, or nothing came of them. */
export function needStateAfter(need: NeedState, around: readonly Around[]): NeedState {
  if (need !== "open" && need !== "in-talks") return need;
  if (around.some(({ outcome }) => outcome !== null && FOUND.includes(outcome))) return "met";
  return around.some(({ state }) => state === "accepted" || state === "met") ? "in-talks" : "open";
}

/**
 * The need follows its introductions by the house's own hand: whoever said yes need not be its owner, and may change nothing of it.
 * Done twice it changes nothing.
 */
export async function handOver(unit: SystemUnit, introductionId: string): Promise<void> {
  const { db } = unit;
  const about = await db
    .selectFrom("introductionSide as side")
    .innerJoin("need", "need.id", "side.needId")
    .select(["need.id", "need.clusterId", "need.state"])
    .where("side.introductionId", "=", introductionId)
    .executeTakeFirst();
  if (!about) return;
  const around = (await db
    .selectFrom("introduction")
    .leftJoin("outcome", (join) =>
      join
        .onRef("outcome.clusterId", "=", "introduction.clusterId")
        .onRef("outcome.introductionId", "=", "introduction.id")
        .on("outcome.state", "=", "confirmed"),
    )
    .select(["introduction.state", "outcome.kind as outcome"])
    .where("introduction.id", "in", (q) =>
      q.selectFrom("introductionSide").select("introductionId").where("needId", "=", about.id),
    )
    .execute()) as Around[];
  const from = about.state as NeedState;
  const to = needStateAfter(from, around);
  if (to !== from) await setNeedState(unit, about, to, to === "met" ? "found-here" : undefined);
}

export const handOverJob: Job = (payload, house) =>
  house.system("an introduction moves its need on", (unit) => handOver(unit, String(payload.introduction)));
