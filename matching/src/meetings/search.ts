import { Chain, Changes } from "./changes.ts";
import { FREE, NONE } from "./model.ts";
import { below, type Random } from "./random.ts";
import type { Seating } from "./seating.ts";

const CHAINS = 4;
const VICTIMS = 4;

/**
 * Local search for a seating of a high score. A step seats a pair that has no talk yet, where that costs least: those in its way lose theirs, and are
 * seated elsewhere if they can. Worse seatings are taken too, by chance and ever more rarely (simulated annealing).
 */
export class Search {
  readonly seating: Seating;
  private readonly random: Random;
  private readonly changes: Changes;
  private readonly chain: Chain;
  private readonly victimIn: Int32Array;
  private readonly ousted: number[] = [];

  constructor(seating: Seating, random: Random) {
    this.seating = seating;
    this.random = random;
    this.changes = new Changes(seating);
    this.chain = new Chain(seating);
    this.victimIn = new Int32Array(seating.slots);
  }

  /** Seats pairs that nothing stands in the way of, the most valuable first. */
  fill(): void {
    const { seating } = this;
    const waiting = Array.from(seating.idleList.subarray(0, seating.idle));
    waiting.sort((x, y) => seating.model.value[y]! - seating.model.value[x]! || x - y);
    for (const e of waiting) {
      const before = seating.score;
      this.changes.begin();
      // Where talks had better stay, a chain may cost more than it brings.
      if (this.seat(e, 2 * seating.slots) && seating.score < before) this.changes.undo();
    }
  }

  /**
   * Greedy: pairs by what they add at that moment, each in the slot where the least is in demand. What a pair adds only falls as
   * others are seated, so a list in order of what it added last is put right as it is read.
   */
  greedy(): void {
    const { seating } = this;
    let waiting = Array.from(seating.idleList.subarray(0, seating.idle));
    const worth = new Float64Array(seating.model.pairs);
    while (waiting.length > 0) {
      for (const e of waiting) worth[e] = seating.worthOfAdding(e);
      waiting.sort((x, y) => worth[y]! - worth[x]! || x - y);
      const later: number[] = [];
      for (const e of waiting) {
        if (seating.worthOfAdding(e) < worth[e]! - 1e-9) later.push(e);
        else {
          this.changes.begin();
          this.seat(e, 2 * seating.slots);
        }
      }
      waiting = later;
    }
  }

  /** One step at a temperature. Never falls below `least` talks once it has them. Returns whether something changed. */
  step(temperature: number, least: number): boolean {
    const { seating, random, changes } = this;
    if (seating.idle === 0) return false;
    const e = seating.idleList[below(random, seating.idle)]!;
    const before = seating.score;
    const talks = seating.talks;
    changes.begin();
    if (!this.seat(e, CHAINS)) {
      const s = this.cheapestSlot(e);
      if (s === NONE) return false;
      this.oust(e, s);
      changes.add(e, s);
      for (const f of this.ousted) this.seat(f, CHAINS);
    }
    const gained = seating.score - before;
    const isEnough = seating.talks >= least || seating.talks >= talks;
    if (isEnough && (gained >= 0 || random() < Math.exp(gained / temperature))) return true;
    changes.undo();
    return false;
  }

  /** Seats a pair without anybody losing a talk, directly or through a chain. */
  private seat(e: number, chains: number): boolean {
    const { seating, random } = this;
    if (!seating.isOpen(e)) return false;
    const n = seating.slots;
    const offset = below(random, n);
    for (let i = 0; i < n; i++) {
      const s = offset + i < n ? offset + i : offset + i - n;
      if (seating.isFree(e, s)) {
        this.changes.add(e, s);
        return true;
      }
    }
    return this.seatByChain(e, chains);
  }

  /** One end has time in `s`, the other in `t`: exchanging s and t along the chain of the other frees it in `s`. */
  private seatByChain(e: number, chains: number): boolean {
    const { seating, random, chain } = this;
    const { a, b, possible, place, capacity } = seating.model;
    const n = seating.slots;
    for (let i = 0; i < chains; i++) {
      const isTurned = random() < 0.5;
      const one = isTurned ? b[e]! : a[e]!;
      const other = isTurned ? a[e]! : b[e]!;
      const s = this.freeSlot(one);
      if (s === NONE) return false;
      const t = this.freeSlot(other);
      if (t === NONE) return false;
      if (possible[e * n + s] === 0 || s === t || seating.at[other * n + s]! < 0) continue;
      chain.follow(other, s, t);
      if (chain.includes(one) || !chain.isPossible() || !chain.fits()) continue;
      const at = place[e]! * n + s;
      // The exchange may leave the slot fuller than before.
      if (seating.load[at]! - chain.surplus(place[e]!) >= capacity[at]!) continue;
      chain.exchange(this.changes);
      this.changes.add(e, s);
      return true;
    }
    return false;
  }

  /** Some slot in which the participant has nothing to do. */
  private freeSlot(p: number): number {
    const { at, slots } = this.seating;
    const offset = below(this.random, slots);
    for (let i = 0; i < slots; i++) {
      const s = offset + i < slots ? offset + i : offset + i - slots;
      if (at[p * slots + s] === FREE) return s;
    }
    return NONE;
  }

  private cheapestSlot(e: number): number {
    const { seating, random, victimIn } = this;
    const { a, b, possible, place, capacity } = seating.model;
    const n = seating.slots;
    const offset = below(random, n);
    let best = NONE;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < n; i++) {
      const s = offset + i < n ? offset + i : offset + i - n;
      if (possible[e * n + s] === 0) continue;
      const f = seating.at[a[e]! * n + s]!;
      const g = seating.at[b[e]! * n + s]!;
      let cost = 0;
      if (f >= 0) cost += seating.worthOfKeeping(f);
      if (g >= 0) cost += seating.worthOfKeeping(g);
      victimIn[s] = NONE;
      const at = place[e]! * n + s;
      const isFreed = (f >= 0 && place[f] === place[e]) || (g >= 0 && place[g] === place[e]);
      if (!isFreed && seating.load[at]! >= capacity[at]!) {
        const victim = this.victim(s, place[e]!);
        if (victim === NONE) continue;
        victimIn[s] = victim;
        cost += seating.worthOfKeeping(victim);
      }
      if (cost < least) {
        least = cost;
        best = s;
      }
    }
    return best;
  }

  /** One of a few talks of a slot in a place. */
  private victim(s: number, place: number): number {
    const { seating, random } = this;
    const many = seating.inSlot[s]!;
    if (many === 0) return NONE;
    for (let k = 0; k < VICTIMS; k++) {
      const f = seating.rows[s * seating.rowWidth + below(random, many)]!;
      if (seating.model.place[f] === place) return f;
    }
    return NONE;
  }

  /** Takes away what is in the way of a pair in a slot. */
  private oust(e: number, s: number): void {
    const { seating, ousted, victimIn } = this;
    const { a, b, group } = seating.model;
    const n = seating.slots;
    ousted.length = 0;
    this.drop(seating.at[a[e]! * n + s]!);
    this.drop(seating.at[b[e]! * n + s]!);
    this.drop(victimIn[s]!);
    for (let i = 2 * e; i < 2 * e + 2; i++) {
      if (group[i] !== NONE) this.drop(seating.holder[group[i]!]!);
    }
    if (!seating.hasRoom(a[e]!)) this.drop(this.leastOf(a[e]!));
    if (!seating.hasRoom(b[e]!)) this.drop(this.leastOf(b[e]!));
  }

  private drop(f: number): void {
    if (f < 0 || this.seating.slotOf[f] === NONE) return;
    this.changes.remove(f);
    this.ousted.push(f);
  }

  /** The talk of a participant that is worth least. */
  private leastOf(p: number): number {
    const { seating } = this;
    let best = NONE;
    let least = Number.POSITIVE_INFINITY;
    for (let s = 0; s < seating.slots; s++) {
      const f = seating.at[p * seating.slots + s]!;
      if (f < 0) continue;
      const worth = seating.worthOfKeeping(f);
      if (worth < least) {
        least = worth;
        best = f;
      }
    }
    return best;
  }
}
