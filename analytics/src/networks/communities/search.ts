import { type Random, shuffle } from "../../core/random.ts";
import { aggregate, type Level } from "./level.ts";
import { moveNodes } from "./local-moving.ts";
import { refine } from "./refinement.ts";

export type Search = { iterations: number; randomness: number; random: Random; shuffled: boolean };

/** One run of the Leiden algorithm from a given partition; in the numbering of the level. */
export function search(level: Level, start: Int32Array, { iterations, ...how }: Search): Int32Array {
  let community = start;
  for (let i = 0; i < iterations; i++) {
    // From nothing, the queue of single nodes would be worked off nine times over: the levels above do the same sooner.
    const rounds = i === 0 ? 2 : MOST_ROUNDS;
    const { found, moves } = iterate(level, community, rounds, how);
    community = found;
    if (moves === 0) break;
  }
  // Moving single nodes may take a community apart, and dividing it may make its parts attractive to others.
  for (let i = 0; ; i++) {
    moveNodes(level, community, ordered(level.size, how), MOST_ROUNDS * level.size);
    const before = renumber(community);
    const { part, count } = connectedParts(level, community);
    if (count === before || i === MOST_ROUNDS) return part;
    community = part;
  }
}

/** No search needs as many; a bound so that rounding can never keep one going. */
const MOST_ROUNDS = 100;

function iterate(
  base: Level,
  start: Int32Array,
  rounds: number,
  how: Omit<Search, "iterations">,
): { found: Int32Array; moves: number } {
  let level = base;
  let community = start.slice();
  let member: Int32Array | null = null;
  let moves = 0;
  for (let depth = 0; ; depth++) {
    const order = ordered(level.size, how);
    moves += moveNodes(level, community, order, (depth === 0 ? rounds : MOST_ROUNDS) * level.size);
    const part = refine(level, community, order, how.randomness, how.random);
    const parts = renumber(part);
    if (parts === level.size) break;
    const coarse = new Int32Array(parts);
    renumber(community);
    for (let v = 0; v < level.size; v++) coarse[part[v]!] = community[v]!;
    if (member === null) member = part;
    else for (let i = 0; i < member.length; i++) member[i] = part[member[i]!]!;
    level = aggregate(level, part, parts);
    community = coarse;
  }
  return { found: member === null ? community : member.map((m) => community[m]!), moves };
}

function ordered(size: number, { random, shuffled }: { random: Random; shuffled: boolean }): Int32Array {
  const order = new Int32Array(size);
  for (let v = 0; v < size; v++) order[v] = v;
  return shuffled ? shuffle(order, random) : order;
}

/** Numbers the labels 0, 1, 2, … in the order of their first appearance, in place, and says how many there are. */
function renumber(labels: Int32Array): number {
  const numbers = new Int32Array(labels.length).fill(-1);
  let count = 0;
  for (let v = 0; v < labels.length; v++) {
    const label = labels[v]!;
    if (numbers[label] === -1) numbers[label] = count++;
    labels[v] = numbers[label]!;
  }
  return count;
}

/** Communities of which no path inside joins all nodes become one for each connected part; no quality is lost by that. */
function connectedParts(
  { size, starts, nodes }: Level,
  community: Int32Array,
): { part: Int32Array; count: number } {
  const part = new Int32Array(size).fill(-1);
  const stack = new Int32Array(size);
  let count = 0;
  for (let root = 0; root < size; root++) {
    if (part[root] !== -1) continue;
    const c = community[root]!;
    let height = 0;
    stack[height++] = root;
    part[root] = count;
    while (height > 0) {
      const v = stack[--height]!;
      const end = starts[v + 1]!;
      for (let k = starts[v]!; k < end; k++) {
        const u = nodes[k]!;
        if (part[u] !== -1 || community[u] !== c) continue;
        part[u] = count;
        stack[height++] = u;
      }
    }
    count++;
  }
  return { part, count };
}
