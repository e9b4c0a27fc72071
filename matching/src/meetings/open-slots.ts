import type { MeetingInput } from "./input.ts";
import { FREE, mayMeet, modelOf, position } from "./model.ts";

export type OpenSlot = { slot: string; tables: string[] };

/**
 * Where two could still talk, beside the fixed talks: for booking by hand. Give what is planned as `fixed`. Nothing where a wall, roles or
 * the same organisation forbid it, where they talk already, or where one of them has as many talks as wanted. No wish is needed.
 *
 * Slots come in the order of time, tables in that of the input. Throws a `MatchingError` for an unknown participant.
 */
export function openSlots(input: MeetingInput, one: string, other: string): OpenSlot[] {
  const model = modelOf(input);
  const a = position(model.participantAt, one, "participant");
  const b = position(model.participantAt, other, "participant");
  const isMet = model.fixed.some((talk) => (talk.a === a && talk.b === b) || (talk.a === b && talk.b === a));
  if (isMet || !mayMeet(model)(a, b) || model.limit[a] === 0 || model.limit[b] === 0) return [];
  const [first, second] = [input.participants[Math.min(a, b)]!, input.participants[Math.max(a, b)]!];
  const own = first.table ?? second.table;
  return model.slots.flatMap((slot, s) => {
    const n = model.slots.length;
    if (model.day[a * n + s] !== FREE || model.day[b * n + s] !== FREE) return [];
    const tables = input.tables.filter(
      ({ id }, t) =>
        model.room[t * n + s]! > 0 && (own === undefined ? model.placeOfTable[t] === 0 : id === own),
    );
    return tables.length > 0 ? [{ slot: slot.id, tables: tables.map(({ id }) => id) }] : [];
  });
}
