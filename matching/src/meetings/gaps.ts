import { Chain, Changes } from "./changes.ts";
import { AWAY, FREE } from "./model.ts";
import { below, type Random } from "./random.ts";
import type { Seating } from "./seating.ts";

/** Free slots of a participant between the first and the last talk of each session. `day` holds a row of slots for each participant. */
export function gapsOf(day: Int32Array, p: number, sessionTo: Int32Array): number {
  const slots = sessionTo.length;
  let gaps = 0;
  let waiting = 0;
  let hasTalked = false;
  for (let s = 0; s < slots; s++) {
    const here = day[p * slots + s]!;
    if (here === FREE) waiting++;
    else if (here !== AWAY) {
      if (hasTalked) gaps += waiting;
      hasTalked = true;
      waiting = 0;
    }
    if (sessionTo[s] === s + 1) {
      hasTalked = false;
      waiting = 0;
    }
  }
  return gaps;
}

const TRIES = 3;
/** Longer chains move many people to help one or two, and take long. */
const LONGEST = 12;

/**
 * Brings the talks of everybody closer together without changing who talks to whom: two slots are exchanged along a chain, and where
 * a full slot would overflow, along a second one that makes room. More gaps are accepted by chance, ever more rarely.
 */
export class Closing {
  private readonly seating: Seating;
  private readonly random: Random;
  private readonly changes: Changes;
  private readonly chain: Chain;
  private readonly second: Chain;
  gaps = 0;

  constructor(seating: Seating, random: Random) {
    this.seating = seating;
    this.random = random;
    this.changes = new Changes(seating);
    this.chain = new Chain(seating);
    this.second = new Chain(seating);
    for (let p = 0; p < seating.model.participants; p++) this.gaps += this.of(p);
  }

  step(temperature: number): void {
    const { seating, random, chain } = this;
    const s = below(random, seating.slots);
    if (seating.inSlot[s] === 0) return;
    const t = this.slotNear(s);
    if (s === t) return;
    const e = seating.rows[s * seating.rowWidth + below(random, seating.inSlot[s]!)]!;
    if (!chain.follow(seating.model.a[e]!, s, t, LONGEST) || !chain.isPossible()) return;
    const isAlone = chain.fits();
    if (!isAlone && !this.findCompanion(s, t)) return;

    const score = seating.score;
    const before = this.along(chain) + (isAlone ? 0 : this.along(this.second));
    this.changes.begin();
    chain.exchange(this.changes);
    if (!isAlone) this.second.exchange(this.changes);
    const more = this.along(chain) + (isAlone ? 0 : this.along(this.second)) - before;
    const isWorse = seating.score < score - 1e-6;
    if (!isWorse && (more <= 0 || random() < Math.exp(-more / temperature))) this.gaps += more;
    else this.changes.undo();
  }

  private slotNear(s: number): number {
    const { sessionFrom, sessionTo } = this.seating.model;
    // Mostly within the session, where gaps are; sometimes from one session into another.
    if (this.random() < 0.2) return below(this.random, this.seating.slots);
    return sessionFrom[s]! + below(this.random, sessionTo[s]! - sessionFrom[s]!);
  }

  private findCompanion(s: number, t: number): boolean {
    const { seating, random, chain, second } = this;
    for (let k = 0; k < TRIES; k++) {
      const [from, many] = seating.inSlot[t]! > 0 ? [t, seating.inSlot[t]!] : [s, seating.inSlot[s]!];
      const f = seating.rows[from * seating.rowWidth + below(random, many)]!;
      const p = seating.model.a[f]!;
      if (chain.includes(p)) continue;
      if (!second.follow(p, s, t, LONGEST)) continue;
      if (second.isPossible() && chain.fits(second) && second.fits(chain)) return true;
    }
    return false;
  }

  /** Gaps of those a chain goes through. */
  private along(chain: Chain): number {
    let gaps = 0;
    for (let i = 0; i < chain.members; i++) gaps += this.of(chain.people[i]!);
    return gaps;
  }

  private of(p: number): number {
    return gapsOf(this.seating.at, p, this.seating.model.sessionTo);
  }
}
