import { MatchingError } from "../core/errors.ts";
import type { FixedTalk, MeetingInput, Participant, Slot, Table, Wish } from "./input.ts";

/** What a cell of somebody's day holds where it holds no talk of the search. */
export const FREE = -1;
export const FIXED = -2;
export const AWAY = -3;

/** Nobody, no talk, no place. */
export const NONE = -1;

/**
 * The input in typed arrays. A *pair* is a possible talk of two participants; planning gives each pair a slot or none. A *place* is
 * the pool of common tables (0) or a table of somebody's own. A *group* lets at most one of its pairs talk.
 *
 * Fixed talks are no pairs: they take the time, the table, the limit and the group, and the rest is planned around them.
 */
export type Model = {
  readonly input: MeetingInput;
  readonly slots: readonly Slot[];
  readonly participants: number;
  readonly pairs: number;
  readonly places: number;
  readonly groups: number;
  /** Ends of a pair, positions of participants. */
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly value: Float64Array;
  readonly mutual: Uint8Array;
  /** Position of the first wish for this pair: who came first. */
  readonly arrival: Int32Array;
  readonly place: Int32Array;
  /** Two for each pair, or NONE. */
  readonly group: Int32Array;
  /** Pairs that can be seated at all: some slot is possible, no limit is 0, no fixed talk has their group. */
  readonly seatable: Uint8Array;
  /** participants × slots: FREE, FIXED or AWAY. */
  readonly day: Int32Array;
  /** places × slots: talks at the same time, without fixed ones. */
  readonly capacity: Int32Array;
  /** pairs × slots: both have time and the place is open. */
  readonly possible: Uint8Array;
  /** Pairs of each participant: positions `pairsFrom[p]` to `pairsFrom[p + 1]` of `pairsOf`. */
  readonly pairsFrom: Int32Array;
  readonly pairsOf: Int32Array;
  /** Talks of each participant that are still possible beside the fixed ones. */
  readonly limit: Int32Array;
  /** Fixed talks of each participant. */
  readonly fixedTalks: Int32Array;
  /** First slot of the session of each slot, and the slot after its last. */
  readonly sessionFrom: Int32Array;
  readonly sessionTo: Int32Array;
  /** Values of the fixed talks. */
  readonly fixedValue: Float64Array;
  readonly fixedMutual: Uint8Array;
  readonly slotAt: ReadonlyMap<string, number>;
  readonly participantAt: ReadonlyMap<string, number>;
  readonly tableAt: ReadonlyMap<string, number>;
  /** Place of each table, by position in `input.tables`. */
  readonly placeOfTable: Int32Array;
  /** tables × slots: talks it holds beside the fixed ones. */
  readonly room: Int32Array;
  readonly fixed: readonly FixedAt[];
};

/** A fixed talk by positions. */
export type FixedAt = { a: number; b: number; slot: number; table: number };

export function modelOf(input: MeetingInput): Model {
  const slots = [...input.slots].sort((x, y) => x.from - y.from || x.to - y.to);
  checkSlots(slots);
  const slotAt = positions(slots, "slot");
  const tableAt = positions(input.tables, "table");
  const participantAt = positions(input.participants, "participant");
  const people = input.participants;
  const ground = { input, slots, slotAt, tableAt, participantAt };

  const day = days(people, slots.length, slotAt);
  const { placeOfTable, placeOf, places } = placesOf(ground);
  const room = roomOf(ground);
  const limit = Int32Array.from(people, limitOf);
  const fixedTalks = new Int32Array(people.length);
  const wishes = wishesOf(ground);
  const fixed = (input.fixed ?? []).map((talk) => fixedAt(ground, talk));
  for (const { a, b, slot, table } of fixed) {
    for (const p of [a, b]) {
      if (day[p * slots.length + slot] === FIXED) {
        throw new MatchingError(
          "duplicate",
          `Two fixed talks of the participant "${people[p]!.id}" are in the slot "${slots[slot]!.id}".`,
        );
      }
      day[p * slots.length + slot] = FIXED;
      limit[p] = Math.max(0, limit[p]! - 1);
      fixedTalks[p]!++;
    }
    const at = table * slots.length + slot;
    room[at] = Math.max(0, room[at]! - 1);
  }
  const capacity = new Int32Array(places * slots.length);
  room.forEach((talks, at) => {
    const t = Math.floor(at / slots.length);
    capacity[placeOfTable[t]! * slots.length + (at % slots.length)]! += talks;
  });

  const { groupTaken, ...found } = pairsOf(ground, wishes, fixed);
  const pairs = found.a.length;
  const place = Int32Array.from({ length: pairs }, (_, e) => {
    const [own, other] = [placeOf[found.a[e]!]!, placeOf[found.b[e]!]!];
    return own === 0 ? other : own;
  });
  const possible = new Uint8Array(pairs * slots.length);
  for (let e = 0; e < pairs; e++) {
    for (let s = 0; s < slots.length; s++) {
      const both =
        day[found.a[e]! * slots.length + s] === FREE && day[found.b[e]! * slots.length + s] === FREE;
      if (both && capacity[place[e]! * slots.length + s]! > 0) possible[e * slots.length + s] = 1;
    }
  }
  const seatable = Uint8Array.from({ length: pairs }, (_, e) => {
    const isFull = limit[found.a[e]!] === 0 || limit[found.b[e]!] === 0;
    const isTaken = groupTaken.has(found.group[2 * e]!) || groupTaken.has(found.group[2 * e + 1]!);
    return Number(
      !isFull && !isTaken && possible.subarray(e * slots.length, (e + 1) * slots.length).includes(1),
    );
  });

  return {
    input,
    slots,
    participants: people.length,
    pairs,
    places,
    ...found,
    place,
    day,
    capacity,
    possible,
    seatable,
    ...byParticipant(people.length, found.a, found.b),
    limit,
    fixedTalks,
    ...sessions(slots),
    fixedValue: Float64Array.from(fixed, ({ a, b }) => wishBetween(wishes, a, b).value),
    fixedMutual: Uint8Array.from(fixed, ({ a, b }) => Number(wishBetween(wishes, a, b).mutual)),
    slotAt,
    participantAt,
    tableAt,
    placeOfTable,
    room,
    fixed,
  };
}

type Ground = Pick<Model, "input" | "slots" | "slotAt" | "tableAt" | "participantAt">;

function checkSlots(slots: readonly Slot[]) {
  slots.forEach((slot, i) => {
    if (!(slot.from < slot.to)) {
      throw new MatchingError(
        "option",
        `The slot "${slot.id}" ends before it starts. Give its start and end in milliseconds.`,
      );
    }
    const before = slots[i - 1];
    if (before && before.to > slot.from) {
      throw new MatchingError(
        "option",
        `The slots "${before.id}" and "${slot.id}" overlap. Give slots that follow one another.`,
      );
    }
  });
}

function positions(things: readonly { id: string }[], what: string): Map<string, number> {
  const at = new Map<string, number>();
  things.forEach(({ id }, i) => {
    if (at.has(id)) throw new MatchingError("duplicate", `The ${what} "${id}" is given twice.`);
    at.set(id, i);
  });
  return at;
}

export function position(at: ReadonlyMap<string, number>, id: string, what: string): number {
  const found = at.get(id);
  if (found === undefined) throw new MatchingError("unknown", `There is no ${what} "${id}".`);
  return found;
}

function limitOf({ id, maxTalks }: Participant): number {
  if (maxTalks === undefined) return 2 ** 31 - 1;
  if (Number.isInteger(maxTalks) && maxTalks >= 0) return maxTalks;
  throw new MatchingError(
    "number",
    `The participant "${id}" cannot have at most ${maxTalks} talks. Give a whole number from 0.`,
  );
}

function days(
  people: readonly Participant[],
  slots: number,
  slotAt: ReadonlyMap<string, number>,
): Int32Array {
  const day = new Int32Array(people.length * slots).fill(FREE);
  people.forEach(({ slots: free }, p) => {
    if (!free) return;
    day.fill(AWAY, p * slots, (p + 1) * slots);
    for (const id of free) day[p * slots + position(slotAt, id, "slot")] = FREE;
  });
  return day;
}

function placesOf({ input, tableAt }: Ground) {
  const placeOfTable = new Int32Array(input.tables.length);
  let places = 1;
  const placeOf = Int32Array.from(input.participants, ({ table }) => {
    if (table === undefined) return 0;
    const at = position(tableAt, table, "table");
    placeOfTable[at] ||= places++;
    return placeOfTable[at]!;
  });
  return { placeOfTable, placeOf, places };
}

function roomOf({ input, slots, slotAt }: Ground): Int32Array {
  const room = new Int32Array(input.tables.length * slots.length);
  input.tables.forEach((table, t) => {
    const open = table.slots?.map((id) => position(slotAt, id, "slot")) ?? slots.keys();
    for (const s of open) room[t * slots.length + s] = talksAt(table);
  });
  return room;
}

function talksAt({ id, talks = 1 }: Table): number {
  if (Number.isInteger(talks) && talks >= 0) return talks;
  throw new MatchingError(
    "number",
    `The table "${id}" cannot hold ${talks} talks. Give a whole number from 0.`,
  );
}

function fixedAt(
  { slotAt, tableAt, participantAt }: Ground,
  { participants, slot, table }: FixedTalk,
): FixedAt {
  const [a, b] = participants.map((id) => position(participantAt, id, "participant")) as [number, number];
  if (a === b) throw new MatchingError("option", `The participant "${participants[0]}" cannot talk alone.`);
  return { a, b, slot: position(slotAt, slot, "slot"), table: position(tableAt, table, "table") };
}

/** For each participant whom they wish for. `any`: or anybody else of that organisation. */
type Wishes = Map<number, Map<number, { value: number; arrival: number; any: boolean }>>;

function wishesOf({ input, participantAt }: Ground): Wishes {
  const members = new Map<string, number[]>();
  input.participants.forEach(({ organisation }, p) => {
    if (organisation !== undefined) members.set(organisation, [...(members.get(organisation) ?? []), p]);
  });
  const wishes: Wishes = new Map();
  input.wishes.forEach((wish, arrival) => {
    const from = position(participantAt, wish.from, "participant");
    const value = valueOfWish(wish);
    const any = wish.toOrganisation !== undefined;
    const wished = any
      ? members.get(wish.toOrganisation!)
      : [position(participantAt, wish.to!, "participant")];
    if (!wished) {
      throw new MatchingError("unknown", `No participant is of the organisation "${wish.toOrganisation}".`);
    }
    const own = wishes.get(from) ?? new Map();
    wishes.set(from, own);
    for (const p of wished) {
      const before = own.get(p);
      own.set(p, {
        value: Math.max(value, before?.value ?? 0),
        arrival: before?.arrival ?? arrival,
        any: any || (before?.any ?? false),
      });
    }
  });
  return wishes;
}

function valueOfWish({ from, value = 1 }: Wish): number {
  if (value > 0 && value <= 1) return value;
  throw new MatchingError(
    "number",
    `A wish of "${from}" has the value ${value}. Give one above 0, at most 1.`,
  );
}

function wishBetween(wishes: Wishes, a: number, b: number) {
  const there = wishes.get(a)?.get(b);
  const back = wishes.get(b)?.get(a);
  return {
    value: (there?.value ?? 0) + (back?.value ?? 0),
    mutual: Boolean(there && back),
    arrival: Math.min(there?.arrival ?? Number.POSITIVE_INFINITY, back?.arrival ?? Number.POSITIVE_INFINITY),
    /** Whether the first, and whether the second, wishes for anybody of the other's organisation. */
    any: [there?.any ?? false, back?.any ?? false] as const,
  };
}

/** The pairs that wish to talk and may, and the groups they are in. Pairs come in the order of their first wish. */
function pairsOf(ground: Ground, wishes: Wishes, fixed: readonly FixedAt[]) {
  const people = ground.input.participants;
  const rules = ground.input.rules ?? {};
  const allowed = mayMeet(ground);
  const groups = new Map<string, number>();
  const groupAt = (key: string) => {
    const at = groups.get(key) ?? groups.size;
    groups.set(key, at);
    return at;
  };
  const groupsOf = (a: number, b: number, any: readonly [boolean, boolean]): [number, number] => {
    const [own, other] = [people[a]!.organisation, people[b]!.organisation];
    if (rules.onceForOrganisations && own !== undefined && other !== undefined) {
      return [groupAt(JSON.stringify([own, other].sort())), NONE];
    }
    return [
      any[0] && other !== undefined ? groupAt(JSON.stringify([a, other])) : NONE,
      any[1] && own !== undefined ? groupAt(JSON.stringify([b, own])) : NONE,
    ];
  };

  const key = (a: number, b: number) => Math.min(a, b) * people.length + Math.max(a, b);
  const done = new Set(fixed.map(({ a, b }) => key(a, b)));
  const rows: {
    a: number;
    b: number;
    value: number;
    mutual: boolean;
    arrival: number;
    groups: [number, number];
  }[] = [];
  for (const [from, own] of wishes) {
    for (const to of own.keys()) {
      if (done.has(key(from, to))) continue;
      done.add(key(from, to));
      const [a, b] = [Math.min(from, to), Math.max(from, to)];
      const { any, ...rest } = wishBetween(wishes, a, b);
      if (!allowed(a, b) || (rules.onlyMutual && !rest.mutual)) continue;
      rows.push({ a, b, ...rest, groups: groupsOf(a, b, any) });
    }
  }
  rows.sort((x, y) => x.arrival - y.arrival || x.a - y.a || x.b - y.b);
  const taken = new Set(fixed.flatMap(({ a, b }) => groupsOf(a, b, wishBetween(wishes, a, b).any)));
  taken.delete(NONE);
  return {
    a: Int32Array.from(rows, (row) => row.a),
    b: Int32Array.from(rows, (row) => row.b),
    value: Float64Array.from(rows, (row) => row.value),
    mutual: Uint8Array.from(rows, (row) => Number(row.mutual)),
    arrival: Int32Array.from(rows, (row) => row.arrival),
    group: Int32Array.from(rows.flatMap((row) => row.groups)),
    groups: groups.size,
    groupTaken: taken,
  };
}

/** Whether two participants may be seated together, as far as the rules and not the wishes say. */
export function mayMeet({ input, participantAt }: Pick<Model, "input" | "participantAt">) {
  const people = input.participants;
  const { walls = [], meet } = input.rules ?? {};
  const both = (x: string, y: string) => JSON.stringify([x, y].sort());
  const apart = { participants: new Set<string>(), organisations: new Set<string>() };
  for (const { kind, between } of walls) {
    if (kind === "participants") for (const id of between) position(participantAt, id, "participant");
    apart[kind].add(both(...between));
  }
  const roles = meet && new Set(meet.map((pair) => both(...pair)));
  if (roles) {
    const without = people.find(({ role }) => role === undefined);
    if (without) {
      throw new MatchingError(
        "option",
        `The participant "${without.id}" has no role. Give everybody one where rules say which roles meet.`,
      );
    }
  }
  return (a: number, b: number): boolean => {
    const [x, y] = [people[a]!, people[b]!];
    if (a === b || apart.participants.has(both(x.id, y.id))) return false;
    if (x.organisation !== undefined && y.organisation !== undefined) {
      if (x.organisation === y.organisation) return false;
      if (apart.organisations.has(both(x.organisation, y.organisation))) return false;
    }
    return !roles || roles.has(both(x.role!, y.role!));
  };
}

function byParticipant(participants: number, a: Int32Array, b: Int32Array) {
  const pairsFrom = new Int32Array(participants + 1);
  for (const ends of [a, b]) for (const p of ends) pairsFrom[p + 1]!++;
  for (let p = 0; p < participants; p++) pairsFrom[p + 1]! += pairsFrom[p]!;
  const next = pairsFrom.slice();
  const pairsOf = new Int32Array(2 * a.length);
  for (let e = 0; e < a.length; e++) {
    pairsOf[next[a[e]!]!++] = e;
    pairsOf[next[b[e]!]!++] = e;
  }
  return { pairsFrom, pairsOf };
}

function sessions(slots: readonly Slot[]) {
  const sessionFrom = new Int32Array(slots.length);
  const sessionTo = new Int32Array(slots.length);
  for (let s = 0; s < slots.length; s++) {
    sessionFrom[s] = s > 0 && slots[s - 1]!.session === slots[s]!.session ? sessionFrom[s - 1]! : s;
  }
  for (let s = slots.length - 1; s >= 0; s--) {
    sessionTo[s] = s + 1 < slots.length && sessionFrom[s + 1] === sessionFrom[s] ? sessionTo[s + 1]! : s + 1;
  }
  return { sessionFrom, sessionTo };
}
