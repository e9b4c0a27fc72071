import type { Db } from "../../../kernel/gateway.ts";
import { type Choices, EVERYTHING, type Frequency, frequencyOf, waitsAfter } from "../telling/rules.ts";
import { choicesOf } from "../telling/store.ts";

export const choicesOfPerson = async (db: Db, personId: string): Promise<Choices> =>
  (await choicesOf(db, [personId])).get(personId) ?? {};

/** `null` takes a choice back. What already waits for a letter follows. */
export async function choose(
  db: Db,
  personId: string,
  wanted: Readonly<Record<string, Frequency | null>>,
): Promise<void> {
  for (const [topic, frequency] of Object.entries(wanted)) {
    if (frequency === null)
      await db
        .deleteFrom("noticeChoice")
        .where("personId", "=", personId)
        .where("topic", "=", topic)
        .execute();
    else
      await db
        .insertInto("noticeChoice")
        .values({ personId, topic, frequency })
        .onConflict((conflict) => conflict.columns(["personId", "topic"]).doUpdateSet({ frequency }))
        .execute();
  }
  await rearrangeWaiting(db, personId);
}

async function rearrangeWaiting(db: Db, personId: string) {
  const choices = await choicesOfPerson(db, personId);
  const waiting = await db
    .selectFrom("notice")
    .select("topic")
    .distinct()
    .where("personId", "=", personId)
    .where("due", "is not", null)
    .execute();
  for (const { topic } of waiting)
    await db
      .updateTable("notice")
      .set({ due: waitsAfter(frequencyOf({ topic, urgent: false }, choices)) })
      .where("personId", "=", personId)
      .where("topic", "=", topic)
      .where("due", "is not", null)
      .execute();
}

/** Every letter about notices ends; a choice made afterwards counts again. */
export async function chooseSilence(db: Db, personId: string): Promise<void> {
  await db.deleteFrom("noticeChoice").where("personId", "=", personId).execute();
  await choose(db, personId, { [EVERYTHING]: "never" });
}
