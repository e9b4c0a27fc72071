import { FREE, type Model, NONE } from "./model.ts";

const FIRST_TALK = 6;

/**
 * What one more talk is worth to a participant who has `talks`, whatever its value: 6 for the first, 1.5 for the second, 6 / k² for the k-th. 6 is
 * enough that a first talk of anybody outweighs every talk of two who have others (at most 1.5 + 1.5, and a value of 2); the squares
 * fall slowly enough that among those with many talks it still matters who has more.
 */
export const gainOfTalk = (talks: number, fairness: number): number =>
  (fairness * FIRST_TALK) / (talks + 1) ** 2;

export type Stay = {
  /** Slot in which each pair was before, or NONE. */
  readonly slotOf: Int16Array;
  /** What it adds that a talk takes place as before, in another slot. */
  readonly talk: number;
  /** What it adds on top that it is in the same slot. */
  readonly slot: number;
};

/**
 * Which pair talks when, kept so that a change costs a few steps: who is where, how full each place is, and the score.
 * Never breaks a rule as long as pairs are put where `isFree` allows.
 */
export class Seating {
  readonly model: Model;
  readonly slots: number;
  /** Slot of each pair, or NONE. */
  readonly slotOf: Int16Array;
  /** participants × slots: the pair that talks, or FREE, FIXED, AWAY. */
  readonly at: Int32Array;
  /** places × slots: talks there. */
  readonly load: Int32Array;
  /** Talks of each participant, fixed ones included. */
  readonly talksOf: Int32Array;
  /** The pair of each group that talks, or NONE. */
  readonly holder: Int32Array;
  /** Pairs that talk in each slot: the first `inSlot[s]` of row s of a table pairs wide enough. */
  readonly rows: Int32Array;
  readonly inSlot: Int32Array;
  readonly rowWidth: number;
  /** Where in the row of its slot each pair is. */
  private readonly rowAt: Int32Array;
  /** Seatable pairs that do not talk: the first `idle` of this list. */
  readonly idleList: Int32Array;
  private readonly idleAt: Int32Array;
  idle: number;
  talks = 0;
  score = 0;
  readonly gain: Float64Array;
  readonly fairness: number;
  readonly stay: Stay | undefined;

  constructor(model: Model, fairness: number, stay?: Stay) {
    const { participants, places, pairs, groups } = model;
    this.model = model;
    this.slots = model.slots.length;
    this.slotOf = new Int16Array(pairs).fill(NONE);
    this.at = model.day.slice();
    this.load = new Int32Array(places * this.slots);
    this.talksOf = model.fixedTalks.slice();
    this.holder = new Int32Array(groups).fill(NONE);
    this.rowWidth = Math.max(1, Math.floor(participants / 2));
    this.rows = new Int32Array(this.slots * this.rowWidth);
    this.inSlot = new Int32Array(this.slots);
    this.rowAt = new Int32Array(pairs);
    const seatable = Array.from(model.seatable.keys()).filter((e) => model.seatable[e] === 1);
    this.idle = seatable.length;
    this.idleList = Int32Array.from(seatable);
    this.idleAt = new Int32Array(pairs);
    seatable.forEach((e, i) => {
      this.idleAt[e] = i;
    });
    this.gain = Float64Array.from({ length: this.slots + 1 }, (_, k) => gainOfTalk(k, fairness));
    this.fairness = fairness;
    this.stay = stay;
  }

  /** Whether a seatable pair can talk in the slot without anybody else having to give way. */
  isFree(e: number, s: number): boolean {
    const { a, b, place, capacity, possible } = this.model;
    const n = this.slots;
    return (
      possible[e * n + s] === 1 &&
      this.at[a[e]! * n + s] === FREE &&
      this.at[b[e]! * n + s] === FREE &&
      this.load[place[e]! * n + s]! < capacity[place[e]! * n + s]!
    );
  }

  /** Whether neither a limit nor a group keeps the pair from talking at all. */
  isOpen(e: number): boolean {
    const { a, b } = this.model;
    return this.hasRoom(a[e]!) && this.hasRoom(b[e]!) && this.isGroupOpen(e);
  }

  hasRoom(p: number): boolean {
    return this.talksOf[p]! - this.model.fixedTalks[p]! < this.model.limit[p]!;
  }

  isGroupOpen(e: number): boolean {
    const { group } = this.model;
    const [g, h] = [group[2 * e]!, group[2 * e + 1]!];
    return (g === NONE || this.holder[g] === NONE) && (h === NONE || this.holder[h] === NONE);
  }

  /** What a talk would add now: its value, and what it is worth to both to have one more. */
  worthOfAdding(e: number): number {
    const { a, b, value } = this.model;
    return value[e]! + this.gain[this.talksOf[a[e]!]!]! + this.gain[this.talksOf[b[e]!]!]!;
  }

  /** What would be lost without a talk that is there. */
  worthOfKeeping(e: number): number {
    const { a, b, value } = this.model;
    return (
      value[e]! +
      this.gain[this.talksOf[a[e]!]! - 1]! +
      this.gain[this.talksOf[b[e]!]! - 1]! +
      this.worthOfStaying(e, this.slotOf[e]!)
    );
  }

  worthOfStaying(e: number, s: number): number {
    const before = this.stay?.slotOf[e] ?? NONE;
    if (before === NONE) return 0;
    return this.stay!.talk + (before === s ? this.stay!.slot : 0);
  }

  add(e: number, s: number): void {
    const { a, b, group, place } = this.model;
    const n = this.slots;
    this.score += this.worthOfAdding(e) + this.worthOfStaying(e, s);
    this.talks++;
    this.talksOf[a[e]!]!++;
    this.talksOf[b[e]!]!++;
    this.at[a[e]! * n + s] = e;
    this.at[b[e]! * n + s] = e;
    this.load[place[e]! * n + s]!++;
    if (group[2 * e] !== NONE) this.holder[group[2 * e]!] = e;
    if (group[2 * e + 1] !== NONE) this.holder[group[2 * e + 1]!] = e;
    this.slotOf[e] = s;
    const row = this.inSlot[s]!++;
    this.rows[s * this.rowWidth + row] = e;
    this.rowAt[e] = row;
    const idle = this.idleAt[e]!;
    const last = this.idleList[--this.idle]!;
    this.idleList[idle] = last;
    this.idleAt[last] = idle;
  }

  remove(e: number): void {
    const { a, b, group, place } = this.model;
    const n = this.slots;
    const s = this.slotOf[e]!;
    this.score -= this.worthOfKeeping(e);
    this.talks--;
    this.talksOf[a[e]!]!--;
    this.talksOf[b[e]!]!--;
    this.at[a[e]! * n + s] = FREE;
    this.at[b[e]! * n + s] = FREE;
    this.load[place[e]! * n + s]!--;
    if (group[2 * e] !== NONE) this.holder[group[2 * e]!] = NONE;
    if (group[2 * e + 1] !== NONE) this.holder[group[2 * e + 1]!] = NONE;
    this.slotOf[e] = NONE;
    const row = this.rowAt[e]!;
    const last = this.rows[s * this.rowWidth + --this.inSlot[s]!]!;
    this.rows[s * this.rowWidth + row] = last;
    this.rowAt[last] = row;
    this.idleList[this.idle] = e;
    this.idleAt[e] = this.idle++;
  }

  /** Makes this what another arrangement of the same model is: `slots` as in `slotOf`. */
  take(slots: Int16Array): void {
    for (let e = 0; e < slots.length; e++) {
      if (this.slotOf[e] !== NONE && this.slotOf[e] !== slots[e]) this.remove(e);
    }
    for (let e = 0; e < slots.length; e++) {
      if (slots[e] !== NONE && this.slotOf[e] === NONE) this.add(e, slots[e]!);
    }
  }
}
