import { grouped, type Level } from "./level.ts";

/**
 * Moves nodes one by one to the neighbouring community (or to one of their own) where they win most, until none wants to
 * move or `mostVisits` nodes have been looked at. A queue holds who may want to move: all at first, in the order given, then
 * the neighbours of those who moved. Changes `community` in place, and says how many moves there were.
 *
 * About O(arcs) for each round of visits. Traag, Waltman and van Eck (2019), function MoveNodesFast.
 */
export function moveNodes(
  level: Level,
  community: Int32Array,
  order: Int32Array,
  mostVisits: number,
): number {
  const { size, starts, nodes, weights, gives, takes, scale } = level;
  const directed = gives !== takes;
  const taken = grouped(takes, community, size);
  const given = directed ? grouped(gives, community, size) : taken;
  const members = new Int32Array(size);
  for (let v = 0; v < size; v++) members[community[v]!]!++;
  const free = new Int32Array(size + 1);
  let freeCount = 0;
  for (let c = size - 1; c >= 0; c--) if (members[c] === 0) free[freeCount++] = c;
  const margin = smallest(level);

  const toward = new Float64Array(size);
  const touched = new Int32Array(size);
  const queue = order.slice();
  const queued = new Uint8Array(size).fill(1);
  let head = 0;
  let waiting = size;
  let visits = 0;
  let moves = 0;
  while (waiting > 0 && visits < mostVisits) {
    const v = queue[head]!;
    if (++head === size) head = 0;
    waiting--;
    visits++;
    queued[v] = 0;
    const first = starts[v]!;
    const end = starts[v + 1]!;
    const own = community[v]!;
    let touchedCount = 0;
    for (let k = first; k < end; k++) {
      const c = community[nodes[k]!]!;
      const before = toward[c]!;
      if (before === 0) touched[touchedCount++] = c;
      toward[c] = before + weights[k]!;
    }
    const give = scale * gives[v]!;
    // Undirected, one product is all there is: the other is multiplied by zero.
    const take = directed ? scale * takes[v]! : 0;
    let best = own;
    let bestGain =
      toward[own]! - give * (taken[own]! - takes[v]!) - take * (given[own]! - gives[v]!) + margin;
    for (let t = 0; t < touchedCount; t++) {
      const c = touched[t]!;
      const gain = toward[c]! - give * taken[c]! - take * given[c]!;
      toward[c] = 0;
      if (gain > bestGain && c !== own) {
        bestGain = gain;
        best = c;
      }
    }
    if (bestGain < 0 && members[own]! > 1) best = free[freeCount - 1]!;
    if (best === own) continue;

    moves++;
    if (members[best]!++ === 0) freeCount--;
    if (--members[own]! === 0) free[freeCount++] = own;
    taken[own]! -= takes[v]!;
    taken[best]! += takes[v]!;
    if (directed) {
      given[own]! -= gives[v]!;
      given[best]! += gives[v]!;
    }
    community[v] = best;
    for (let k = first; k < end; k++) {
      const u = nodes[k]!;
      if (queued[u] === 1 || community[u] === best) continue;
      queued[u] = 1;
      let tail = head + waiting;
      if (tail >= size) tail -= size;
      queue[tail] = u;
      waiting++;
    }
  }
  return moves;
}

/** A gain below this is rounding: 10⁻¹² of what an average node has. Without it two equal places could swap a node for ever. */
function smallest(level: Level): number {
  let total = 0;
  for (const weight of level.weights) total += weight;
  return level.size === 0 ? 0 : (1e-12 * total) / level.size;
}
