import { NONE } from "./model.ts";
import type { Seating } from "./seating.ts";

/** Changes to a seating that can be taken back together. */
export class Changes {
  readonly seating: Seating;
  /** Pair and the slot it had before (or NONE), in the order of the changes. */
  private log = new Int32Array(1024);
  private length = 0;
  private scoreBefore = 0;

  constructor(seating: Seating) {
    this.seating = seating;
  }

  /** From here on changes can be taken back. */
  begin(): void {
    this.length = 0;
    this.scoreBefore = this.seating.score;
  }

  add(e: number, s: number): void {
    this.note(e, NONE);
    this.seating.add(e, s);
  }

  remove(e: number): void {
    this.note(e, this.seating.slotOf[e]!);
    this.seating.remove(e);
  }

  undo(): void {
    const { seating, log } = this;
    while (this.length > 0) {
      this.length -= 2;
      const e = log[this.length]!;
      const s = log[this.length + 1]!;
      if (s === NONE) seating.remove(e);
      else seating.add(e, s);
    }
    // Adding and taking away again leaves a rounding error, which would grow over millions of steps.
    seating.score = this.scoreBefore;
  }

  private note(e: number, s: number): void {
    if (this.length === this.log.length) {
      const longer = new Int32Array(2 * this.length);
      longer.set(this.log);
      this.log = longer;
    }
    this.log[this.length++] = e;
    this.log[this.length++] = s;
  }
}

/**
 * The talks of two slots as a graph have only paths and even cycles (everybody has at most two of them). Exchanging the two slots along
 * one whole path or cycle keeps everybody's talks and frees one slot for another at its ends: Kempe's chain.
 */
export class Chain {
  private readonly seating: Seating;
  readonly pairs: Int32Array;
  length = 0;
  /** Those it goes through: the first `members` of this list. */
  readonly people: Int32Array;
  members = 0;
  /** Whether the last chain went through this participant. */
  private readonly seen: Int32Array;
  private stamp = 0;
  private from = 0;
  private to = 0;

  constructor(seating: Seating) {
    this.seating = seating;
    this.pairs = new Int32Array(2 * seating.model.participants);
    this.people = new Int32Array(2 * seating.model.participants);
    this.seen = new Int32Array(seating.model.participants);
  }

  /** Follows the chain of a participant through two slots; whether it ends within so many talks. */
  follow(p: number, from: number, to: number, longest = this.pairs.length): boolean {
    this.from = from;
    this.to = to;
    this.length = 0;
    this.stamp++;
    this.members = 0;
    this.meet(p);
    if (!this.walk(p, from, to, longest)) this.walk(p, to, from, longest);
    return this.length < longest;
  }

  includes(p: number): boolean {
    return this.seen[p] === this.stamp;
  }

  /** Whether everybody along the chain has time in the other slot. */
  isPossible(): boolean {
    const { seating, pairs, from, to } = this;
    for (let i = 0; i < this.length; i++) {
      const other = seating.slotOf[pairs[i]!] === from ? to : from;
      if (seating.model.possible[pairs[i]! * seating.slots + other] === 0) return false;
    }
    return true;
  }

  /** Talks that come to `to` in a place, less those that leave it. */
  surplus(place: number): number {
    const { seating, pairs, from } = this;
    let more = 0;
    for (let i = 0; i < this.length; i++) {
      if (seating.model.place[pairs[i]!] === place) more += seating.slotOf[pairs[i]!] === from ? 1 : -1;
    }
    return more;
  }

  /** Whether the places along the chain hold what comes, if `companion` is exchanged between the same two slots at the same time. */
  fits(companion?: Chain): boolean {
    const { seating, pairs, from, to } = this;
    const { place, capacity, places } = seating.model;
    const n = seating.slots;
    let last = NONE;
    for (let i = 0; i < this.length; i++) {
      const here = place[pairs[i]!]!;
      if (here === last) continue;
      last = here;
      const more = this.surplus(here) + (companion?.surplus(here) ?? 0);
      if (more > 0 && seating.load[here * n + to]! + more > capacity[here * n + to]!) return false;
      if (more < 0 && seating.load[here * n + from]! - more > capacity[here * n + from]!) return false;
      if (places === 1) break;
    }
    return true;
  }

  exchange(changes: Changes): void {
    const { seating, pairs, from, to } = this;
    const others = new Int16Array(this.length);
    for (let i = 0; i < this.length; i++) {
      others[i] = seating.slotOf[pairs[i]!] === from ? to : from;
      changes.remove(pairs[i]!);
    }
    for (let i = 0; i < this.length; i++) changes.add(pairs[i]!, others[i]!);
  }

  /** Along one side; whether that is all: it came back to where it started, or is long enough. */
  private walk(start: number, first: number, second: number, longest: number): boolean {
    const { a, b } = this.seating.model;
    const { at, slots } = this.seating;
    let p = start;
    let s = first;
    while (this.length < longest) {
      const e = at[p * slots + s]!;
      if (e < 0) return false;
      this.pairs[this.length++] = e;
      p = a[e] === p ? b[e]! : a[e]!;
      s = s === first ? second : first;
      if (p === start) return true;
      this.meet(p);
    }
    return true;
  }

  private meet(p: number): void {
    this.seen[p] = this.stamp;
    this.people[this.members++] = p;
  }
}
