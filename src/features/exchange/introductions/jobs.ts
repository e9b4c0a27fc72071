import type { Job } from "../../../access/feature.ts";
import type { SystemUnit } from "../../../kernel/gateway.ts";
import { saveByItself } from "./act.ts";
import { handOver } from "./hand-over.ts";
import { days, FIRST_QUESTION_DAYS, lapse, questionDue, remindNow } from "./rules.ts";
import { tellLater } from "./telling/enqueue.ts";
import type { Origin, State, Via } from "./words.ts";

/** What happens by itself: what nobody answered ends, who has the turn is reminded, what came of it is asked. */
export const tendIntroductions: Job = (_, house) =>
  house.system("introductions that wait", (unit) => tendNow(unit, house.now()));

interface Waiting {
  clusterId: string;
  id: string;
  state: State;
  origin: Origin;
  via: Via;
  expiresAt: Date | null;
  movedAt: Date;
  remindedAt: Date | null;
  metAt: Date | null;
  firstAskedAt: Date | null;
  secondAskedAt: Date | null;
}

async function tendNow(unit: SystemUnit, now: Date): Promise<void> {
  const rows = (await unit.db
    .selectFrom("introduction")
    .select(["clusterId", "id", "state", "origin", "via", "expiresAt", "movedAt", "remindedAt", "metAt"])
    .select(["firstAskedAt", "secondAskedAt"])
    .where("state", "in", ["proposed", "asked", "accepted", "met"])
    .execute()) as Waiting[];
  for (const row of rows) {
    if (row.expiresAt && row.expiresAt <= now) await end(unit, row, now);
    else if (remindNow(row, now)) await remind(unit, row, now);
    else await question(unit, row, now);
  }
}

async function end(unit: SystemUnit, row: Waiting, now: Date) {
  const change = lapse(row, now);
  if (!(await saveByItself(unit, row, change))) return;
  await unit.db
    .updateTable("talk")
    .set({ state: "expired" })
    .where("clusterId", "=", row.clusterId)
    .where("introductionId", "=", row.id)
    .where("state", "=", "proposed")
    .execute();
  await unit.db
    .updateTable("talkSlot")
    .set({ state: "freed" })
    .where("clusterId", "=", row.clusterId)
    .where("introductionId", "=", row.id)
    .where("state", "=", "held")
    .execute();
  await tellLater(unit, null, {
    introduction: row.id,
    about: change.state === "closed" ? "closed" : "expired",
  });
  await handOver(unit, row.id);
}

async function remind(unit: SystemUnit, row: Waiting, now: Date) {
  await mark(unit, row, { remindedAt: now });
  await tellLater(unit, null, { introduction: row.id, about: "reminded" });
}

async function question(unit: SystemUnit, row: Waiting, now: Date) {
  const due = questionDue(row, now);
  if (!due) return;
  await mark(unit, row, due === "first" ? { firstAskedAt: now } : { secondAskedAt: now });
  // Whoever has said a short while ago what came of it is not asked again so soon.
  const said = await unit.db
    .selectFrom("outcome")
    .select("id")
    .where("clusterId", "=", row.clusterId)
    .where("introductionId", "=", row.id)
    .where("state", "=", "confirmed")
    .where("statedAt", ">", days(now, -FIRST_QUESTION_DAYS))
    .executeTakeFirst();
  if (!said) await tellLater(unit, null, { introduction: row.id, about: "outcome-asked" });
}

const mark = (
  unit: SystemUnit,
  { clusterId, id }: Waiting,
  at: { remindedAt: Date } | { firstAskedAt: Date } | { secondAskedAt: Date },
) =>
  unit.db
    .updateTable("introduction")
    .set(at)
    .where("clusterId", "=", clusterId)
    .where("id", "=", id)
    .execute();
