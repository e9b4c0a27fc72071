import type { z } from "zod";
import { turnOf } from "../rules.ts";
import { dayIn, timeIn } from "../times.ts";
import type { EventDetailOut, EventOut, RuleOut } from "./schema.ts";
import type { EventRow, RuleRow, SlotRow, TableRow } from "./store.ts";

export interface Counts {
  registrations: number;
  registered: boolean;
}

export function presentEvent(
  event: EventRow,
  { registrations, registered }: Counts,
  now: Date,
): z.output<typeof EventOut> {
  const turn = turnOf(event, now);
  return {
    id: event.id,
    kind: "matchmaking",
    title: event.title,
    text: event.text,
    place: event.place,
    zone: event.zone,
    state: event.state,
    turn: { ...turn, until: turn.until?.toISOString() ?? null },
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    registerUntil: event.registerUntil.toISOString(),
    wishUntil: event.wishUntil.toISOString(),
    talkMinutes: event.talkMinutes,
    pauseMinutes: event.pauseMinutes,
    onlyMutual: event.onlyMutual,
    onceForOrganisations: event.onceForOrganisations,
    mostTalks: event.mostTalks,
    roles: event.roles,
    visibility: event.visibility,
    registrations,
    registered,
  };
}

export const presentDetail = (
  event: EventRow,
  counts: Counts,
  now: Date,
  parts: {
    sessions: readonly { fromAt: Date; toAt: Date }[];
    slots: readonly SlotRow[];
    tables: readonly TableRow[];
  },
  /** Addresses of rooms are for those who come. */
  comes: boolean,
): z.output<typeof EventDetailOut> => ({
  ...presentEvent(event, counts, now),
  sessions: parts.sessions.map(({ fromAt, toAt }) => ({
    day: dayIn(event.zone, fromAt),
    from: timeIn(event.zone, fromAt),
    to: timeIn(event.zone, toAt),
  })),
  slots: parts.slots.map(({ id, fromAt, toAt }) => ({
    id,
    from: fromAt.toISOString(),
    to: toAt.toISOString(),
  })),
  tables: parts.tables.map(({ id, name, link }) => ({ id, name, link: comes ? link : null })),
});

export const presentRule = (rule: RuleRow): z.output<typeof RuleOut> => ({
  id: rule.id,
  kind: rule.kind,
  roles: [rule.oneRole, rule.otherRole].filter((role) => role !== null),
  organisations: rule.organisations.map(({ slug, name }) => ({ slug, name })),
});
