import { z } from "zod";
import type { Context } from "../../../access/context.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { MAKE } from "./make.ts";
import { TOPIC_NAMES } from "./topics.ts";

/** What is asked for when a table is to be given out. Only the minimum can be made stricter: the other rules are the house's. */
export const NewStatistic = z.strictObject({
  topic: z.enum(TOPIC_NAMES),
  minimum: z.coerce.number().int().min(3).max(20).default(3),
  visibility: z.enum(["peers", "public"]).default("peers"),
});

const DOMINANCE = 0.75;
const WIDTH = 0.2;

/** Writes down what is asked for, as of today; a job makes the table. */
export async function giveOut(ctx: Context, asked: z.infer<typeof NewStatistic>): Promise<string> {
  const id = uuidv7();
  const clusterId = ctx.cluster!.id;
  await ctx.write(async ({ db, enqueue, audit }) => {
    await db
      .insertInto("statistic")
      .values({
        ...asked,
        clusterId,
        id,
        day: ctx.today(),
        dominance: DOMINANCE,
        width: WIDTH,
        madeBy: ctx.actor.personId,
      })
      .execute();
    audit({ action: "statistic.asked", subjectKind: "statistic", subjectId: id, after: asked });
    await enqueue(MAKE, { clusterId, id });
  });
  return id;
}
