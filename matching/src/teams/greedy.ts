import { Draft } from "./draft.ts";
import type { TeamModel } from "./model.ts";

/**
 * Adds, one after another, who adds the most, as long as anybody adds something, no rule forbids it, and enough seats are left for what
 * other rules still ask for.
 *
 * Lazily: a gain only shrinks while the team grows, so that an old gain is a bound, and only the first of the list has to be computed anew.
 * Where size is the only rule, the value is at least 1 - 1/e (63 %) of the best possible (Nemhauser, Wolsey and Fisher 1978, theorem 4.2).
 *
 * M. Minoux, "Accelerated greedy algorithms for maximizing submodular set functions", in Optimization Techniques (1978), 234–243.
 */
export function addGreedily(draft: Draft): Draft {
  let queue = eligible(draft.model).map((i) => ({ i, gain: draft.gain(i) }));
  queue.sort(byGain);
  while (draft.seatsLeft > 0) {
    queue = queue.filter(({ i }) => draft.mayAdd(i));
    const at = mostUseful(draft, queue);
    if (at < 0) break;
    draft.add(queue[at]!.i);
    queue.splice(at, 1);
  }
  return draft;
}

type Entry = { i: number; gain: number };

const byGain = (x: Entry, y: Entry) => y.gain - x.gain || x.i - y.i;

/** Position of the candidate with the largest gain that leaves enough seats for the rules, or -1. */
function mostUseful(draft: Draft, queue: Entry[]): number {
  for (let at = 0; at < queue.length; at++) {
    // Sinks to its place until the one in front is known to be the best of the rest.
    for (;;) {
      const entry = queue[at]!;
      const gain = draft.gain(entry.i);
      if (gain === entry.gain) break;
      entry.gain = gain;
      sink(queue, at);
    }
    if (queue[at]!.gain <= 0) return -1;
    if (leavesEnoughSeats(draft, queue[at]!.i)) return at;
  }
  return -1;
}

function sink(queue: Entry[], at: number): void {
  for (let k = at; k + 1 < queue.length && byGain(queue[k]!, queue[k + 1]!) > 0; k++) {
    const next = queue[k + 1]!;
    queue[k + 1] = queue[k]!;
    queue[k] = next;
  }
}

function leavesEnoughSeats(draft: Draft, i: number): boolean {
  const after = draft.copy().add(i);
  return after.needed() <= after.seatsLeft;
}

export function eligible(model: TeamModel): number[] {
  return Array.from(model.isEligible.keys()).filter((i) => model.isEligible[i] === 1);
}

/** Adds who meets more of the rules, or exchanges partners where no seat is left, until the rules are met or nothing helps. */
export function repair(draft: Draft): Draft {
  let now = draft;
  while (now.shortfall() > 0) {
    const next = bestOf(
      [...additions(now), ...exchanges(now)].filter((other) => other.shortfall() < now.shortfall()),
      (x, y) => x.shortfall() - y.shortfall() || y.value() - x.value(),
    );
    if (!next) return now;
    now = next;
  }
  return now;
}

const ROUNDS = 100;

/** Adds or exchanges one partner at a time while the team covers more and the rules stay met. */
export function polish(draft: Draft): Draft {
  let now = draft;
  for (let round = 0; round < ROUNDS; round++) {
    const next = bestOf(
      [...additions(now), ...exchanges(now)].filter(
        (other) => other.shortfall() === 0 && other.value() > now.value() + 1e-12,
      ),
      (x, y) => y.value() - x.value(),
    );
    if (!next) return now;
    now = next;
  }
  return now;
}

function additions(draft: Draft): Draft[] {
  if (draft.seatsLeft <= 0) return [];
  return eligible(draft.model)
    .filter((i) => draft.mayAdd(i))
    .map((i) => draft.copy().add(i));
}

function exchanges(draft: Draft): Draft[] {
  const { model, members } = draft;
  const must = new Set(model.include);
  return members
    .filter((out) => !must.has(out))
    .flatMap((out) => {
      const rest = new Draft(
        model,
        members.filter((i) => i !== out),
      );
      return additions(rest).filter((other) => other.members.at(-1) !== out);
    });
}

/** The first of the best. */
function bestOf<T>(things: readonly T[], compare: (x: T, y: T) => number): T | undefined {
  let best: T | undefined;
  for (const thing of things) if (best === undefined || compare(thing, best) < 0) best = thing;
  return best;
}
