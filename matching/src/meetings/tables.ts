import type { Talk } from "./input.ts";
import { type Model, NONE } from "./model.ts";

/**
 * Gives every talk a table: the one it had before where `before` names one, else where one of the two sits already, else where one of them
 * sat last, else the first that is free. A pool that is not overfull has a table for everybody.
 */
export function seatAtTables(model: Model, slotOf: Int16Array, before?: ReadonlyMap<number, number>): Talk[] {
  const { input, slots, a, b, placeOfTable } = model;
  const room = model.room.slice();
  const lastTable = new Int32Array(model.participants).fill(NONE);
  const tables = Array.from(input.tables.keys());
  const talks: { slot: number; table: number; talk: Talk }[] = [];
  const bySlot: number[][] = slots.map(() => []);
  slotOf.forEach((s, e) => {
    if (s !== NONE) bySlot[s]!.push(e);
  });

  slots.forEach((slot, s) => {
    const hasRoom = (table: number, e: number) =>
      table !== NONE && placeOfTable[table] === model.place[e] && room[table * slots.length + s]! > 0;
    const sit = (e: number, table: number) => {
      room[table * slots.length + s]!--;
      lastTable[a[e]!] = table;
      lastTable[b[e]!] = table;
      talks.push({ slot: s, table, talk: talkOf(model, e, slot.id, input.tables[table]!.id) });
    };
    let waiting = bySlot[s]!;
    for (const wanted of [
      (e: number) => before?.get(e) ?? NONE,
      (e: number) => lastTable[a[e]!]!,
      (e: number) => lastTable[b[e]!]!,
    ]) {
      waiting = waiting.filter((e) => {
        const table = wanted(e);
        if (!hasRoom(table, e)) return true;
        sit(e, table);
        return false;
      });
    }
    for (const e of waiting) sit(e, tables.find((table) => hasRoom(table, e))!);
    model.fixed.forEach((fixed, i) => {
      if (fixed.slot !== s) return;
      lastTable[fixed.a] = fixed.table;
      lastTable[fixed.b] = fixed.table;
      talks.push({ slot: s, table: fixed.table, talk: fixedTalk(model, i) });
    });
  });
  return talks.sort((x, y) => x.slot - y.slot || x.table - y.table).map(({ talk }) => talk);
}

function talkOf(model: Model, e: number, slot: string, table: string): Talk {
  const people = model.input.participants;
  return {
    participants: [people[model.a[e]!]!.id, people[model.b[e]!]!.id],
    slot,
    table,
    value: model.value[e]!,
    mutual: model.mutual[e] === 1,
    fixed: false,
  };
}

function fixedTalk(model: Model, i: number): Talk {
  const { participants, slot, table } = model.input.fixed![i]!;
  return {
    participants,
    slot,
    table,
    value: model.fixedValue[i]!,
    mutual: model.fixedMutual[i] === 1,
    fixed: true,
  };
}
