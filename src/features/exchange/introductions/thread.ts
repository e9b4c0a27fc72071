import type { Context } from "../../../access/context.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { keptFrom } from "./act.ts";
import { type Introduction, type Message, messagesOf, peopleOf } from "./store.ts";
import { partyIn } from "./subject.ts";
import { tellLater } from "./telling/enqueue.ts";

/** Who reads and writes the thread: the two, once each knows the other, and the team where it goes through the team. */
export const readsThread = (ctx: Context, row: Introduction): boolean =>
  row.toldAt !== null && (partyIn(ctx, row) !== "team" || row.via === "team");

export interface Thread {
  messages: readonly (Message & { name: string | null })[];
}

/** The thread with the names of who wrote; reading it is written down, so that the other side's lists show what is new. */
export function readThread(ctx: Context, row: Introduction): Promise<Thread | null> {
  if (!readsThread(ctx, row)) return Promise.resolve(null);
  return ctx.read(async (db) => {
    const [messages, people] = await Promise.all([messagesOf(db, row), peopleOf(db, row.id)]);
    return {
      messages: messages.map((message) => ({
        ...message,
        name: message.personId ? (people.get(message.personId) ?? null) : null,
      })),
    };
  });
}

/** Whether the other side has written since this side last looked. */
export function hasNews(ctx: Context, row: Introduction): boolean {
  const party = partyIn(ctx, row);
  if (party === "team" || !row.lastMessageAt) return false;
  const read = party === "from" ? row.fromRead : row.toRead;
  return read === null || row.lastMessageAt > read;
}

export const markRead = (ctx: Context, row: Introduction): Promise<void> => {
  const party = partyIn(ctx, row);
  if (party === "team" || ctx.actor.readOnly || !hasNews(ctx, row)) return Promise.resolve();
  return ctx.write(async ({ db }) => {
    await db
      .updateTable("introductionSide")
      .set({ readAt: ctx.now() })
      .where("clusterId", "=", row.clusterId)
      .where("introductionId", "=", row.id)
      .where("side", "=", party)
      .execute();
  });
};

export async function write(
  ctx: Context,
  row: Introduction,
  text: string,
): Promise<Result<string, "not-yet">> {
  if (!readsThread(ctx, row)) return refuse("not-yet");
  const by = partyIn(ctx, row);
  return ctx.write(async (unit) => {
    const id = uuidv7();
    const at = ctx.now();
    await unit.db
      .insertInto("introductionMessage")
      .values({
        clusterId: row.clusterId,
        id,
        introductionId: row.id,
        by,
        personId: ctx.actor.personId,
        text,
        at,
      })
      .execute();
    await unit.db
      .updateTable("introduction")
      .set({ movedAt: at, remindedAt: null })
      .where("clusterId", "=", row.clusterId)
      .where("id", "=", row.id)
      .execute();
    if (by !== "team")
      await unit.db
        .updateTable("introductionSide")
        .set({ readAt: at })
        .where("clusterId", "=", row.clusterId)
        .where("introductionId", "=", row.id)
        .where("side", "=", by)
        .execute();
    unit.audit({
      action: "introduction.write",
      subjectKind: "introduction",
      subjectId: row.id,
      after: { message: id },
      ...keptFrom(ctx, row),
    });
    await tellLater(unit, ctx, { introduction: row.id, about: "written", by });
    return ok(id);
  });
}
