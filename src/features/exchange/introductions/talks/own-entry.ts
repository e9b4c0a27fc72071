import type { Context } from "../../../../access/context.ts";
import type { Introduction } from "../store.ts";
import type { SideAround } from "../telling/store.ts";
import { zoneOf } from "../views/names.ts";
import type { Side } from "../words.ts";
import type { CalendarEntry } from "./calendar.ts";
import { entryFor } from "./letter.ts";
import type { TalkRow } from "./store.ts";

/** The talk for the asker's own calendar; a file one keeps oneself names the other side. */
export function ownEntry(
  ctx: Context,
  row: Introduction,
  talk: TalkRow,
  side: Side,
  publicUrl: string,
): CalendarEntry | null {
  const at = (name: Side): SideAround | null => {
    const [id, called] = name === "from" ? [row.fromId, row.fromName] : [row.toId, row.toName];
    if (!id) return null;
    return { id, name: called ?? "", personId: null, zone: zoneOf(row, name), cluster: ctx.cluster! };
  };
  const entry = entryFor({ id: row.id, hidden: null, from: at("from"), to: at("to") }, talk, side, {
    calledOff: talk.state === "cancelled" || talk.state === "missed",
    publicUrl,
    at: talk.answeredAt ?? talk.proposedAt,
  });
  return entry ? entry(ctx.locale) : null;
}
