import type { Context } from "../../../access/context.ts";
import { type OutcomeRow, outcomesOf } from "./outcomes/store.ts";
import { type Introduction, peopleOf } from "./store.ts";
import { partyIn } from "./subject.ts";
import { type TalkRow, talksOf } from "./talks/store.ts";
import { readThread, type Thread } from "./thread.ts";

export interface Whole {
  thread: Thread | null;
  talks: readonly TalkRow[];
  outcomes: readonly OutcomeRow[];
  people: ReadonlyMap<string, string>;
}

/** Everything around one introduction that the asker may read; where and when the two talk is theirs alone. */
export async function readWhole(ctx: Context, row: Introduction): Promise<Whole> {
  const team = partyIn(ctx, row) === "team";
  const [thread, rest] = await Promise.all([
    readThread(ctx, row),
    ctx.read(async (db) => {
      const [talks, outcomes, people] = await Promise.all([
        team ? [] : talksOf(db, row),
        outcomesOf(db, row),
        row.toldAt && (!team || row.via === "team") ? peopleOf(db, row.id) : new Map<string, string>(),
      ]);
      return { talks, outcomes, people };
    }),
  ]);
  return { thread, ...rest };
}
