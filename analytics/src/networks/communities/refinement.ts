import { grouped, type Level } from "./level.ts";

/**
 * Divides each community into parts that hold together: every node starts alone, and those well connected to the rest of their
 * community join, once, a well connected part where that does not lose quality, at random with probability rising as
 * exp(gain / randomness). "Well connected" means joined to the rest by at least what the null model expects.
 * Returns for each node the node whose part it joined.
 *
 * O(arcs). Traag, Waltman and van Eck (2019), function RefinePartition. Gains are in units of edge weight.
 */
export function refine(
  level: Level,
  community: Int32Array,
  order: Int32Array,
  randomness: number,
  random: () => number,
): Int32Array {
  const { size, starts, nodes, weights, gives, takes, scale } = level;
  const directed = gives !== takes;
  const communityTakes = grouped(takes, community, size);
  const communityGives = directed ? grouped(gives, community, size) : communityTakes;
  const rest = weightInside(level, community);
  const part = new Int32Array(size);
  for (let v = 0; v < size; v++) part[v] = v;
  const partTakes = takes.slice();
  const partGives = directed ? gives.slice() : partTakes;
  const settled = new Uint8Array(size);
  const toward = new Float64Array(size);
  const touched = new Int32Array(size);
  const chances = new Float64Array(size);

  for (let i = 0; i < size; i++) {
    const v = order[i]!;
    if (settled[v] === 1) continue;
    const c = community[v]!;
    const allTakes = communityTakes[c]!;
    const allGives = communityGives[c]!;
    const give = scale * gives[v]!;
    const take = directed ? scale * takes[v]! : 0;
    if (rest[v]! < give * (allTakes - takes[v]!) + take * (allGives - gives[v]!)) continue;

    let touchedCount = 0;
    const end = starts[v + 1]!;
    for (let k = starts[v]!; k < end; k++) {
      const u = nodes[k]!;
      if (community[u] !== c) continue;
      const p = part[u]!;
      const before = toward[p]!;
      if (before === 0) touched[touchedCount++] = p;
      toward[p] = before + weights[k]!;
    }
    let candidates = 0;
    let best = -1;
    let bestGain = 0;
    for (let t = 0; t < touchedCount; t++) {
      const p = touched[t]!;
      const pTakes = partTakes[p]!;
      const pGives = partGives[p]!;
      const gain = toward[p]! - give * pTakes - take * pGives;
      const needed = directed
        ? scale * (pGives * (allTakes - pTakes) + pTakes * (allGives - pGives))
        : scale * pTakes * (allTakes - pTakes);
      if (gain < 0 || rest[p]! < needed) {
        toward[p] = 0;
        continue;
      }
      touched[candidates] = p;
      chances[candidates++] = gain;
      if (best < 0 || gain > bestGain) {
        best = p;
        bestGain = gain;
      }
    }
    if (best < 0) continue;
    if (randomness > 0) best = draw(touched, chances, candidates, best, bestGain, randomness, random);
    if (best >= 0) {
      settled[v] = 1;
      settled[best] = 1;
      part[v] = best;
      rest[best]! += rest[v]! - 2 * toward[best]!;
      partTakes[best]! += takes[v]!;
      if (directed) partGives[best]! += gives[v]!;
    }
    for (let t = 0; t < candidates; t++) toward[touched[t]!] = 0;
  }
  return part;
}

/** The weight from each node to the others of its community. */
function weightInside({ size, starts, nodes, weights }: Level, community: Int32Array): Float64Array {
  const inside = new Float64Array(size);
  for (let v = 0; v < size; v++) {
    const c = community[v]!;
    const end = starts[v + 1]!;
    let total = 0;
    for (let k = starts[v]!; k < end; k++) if (community[nodes[k]!] === c) total += weights[k]!;
    inside[v] = total;
  }
  return inside;
}

/** One of the candidates, or -1 for staying alone (a gain of 0), with chances proportional to exp(gain / randomness). */
function draw(
  candidates: Int32Array,
  gains: Float64Array,
  count: number,
  best: number,
  bestGain: number,
  randomness: number,
  random: () => number,
): number {
  const alone = Math.exp(-bestGain / randomness);
  let total = alone;
  for (let t = 0; t < count; t++) {
    const exponent = (gains[t]! - bestGain) / randomness;
    // Below e⁻⁴⁰ nothing is ever drawn.
    if (exponent > -40) total += exponent === 0 ? 1 : Math.exp(exponent);
    gains[t] = total;
  }
  const drawn = random() * total;
  if (drawn < alone) return -1;
  for (let t = 0; t < count; t++) if (drawn < gains[t]!) return candidates[t]!;
  return best;
}
