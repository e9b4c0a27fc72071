/** Candidates with a gain, in the order of cost per gain. */
export type Problem = {
  at: Int32Array;
  cost: Float64Array;
  gain: Float64Array;
  /** Sums of the first k. */
  costs: Float64Array;
  gains: Float64Array;
};

/** The least that `need` costs from candidate `from` on, if parts could be taken; infinite where all are too few. */
export function relaxed({ costs, gains, cost, gain, at }: Problem, from: number, need: number): number {
  if (need <= 0) return 0;
  const n = at.length;
  const wanted = gains[from]! + need;
  if (gains[n]! < wanted - 1e-12 * Math.abs(wanted)) return Number.POSITIVE_INFINITY;
  let low = from;
  let high = n;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (gains[middle + 1]! < wanted) low = middle + 1;
    else high = middle;
  }
  const whole = Math.min(low, n - 1);
  return costs[whole]! - costs[from]! + (cost[whole]! / gain[whole]!) * Math.max(0, wanted - gains[whole]!);
}

/** What differs by less than rounding is not worth a branch. */
const SAME = 1e-12;

/** Improves `best` in place; says how many branches it took and the lowest bound of those it left open. */
export function search(
  problem: Problem,
  need: number,
  best: { cost: number; taken: number[] },
  nodeLimit: number,
): { nodes: number; lowest: number } {
  const { cost, gain } = problem;
  const n = gain.length;
  const isTaken = new Uint8Array(n);
  // Branches still to be tried: at depth k, leave candidate k out, with what was spent and gained before it.
  const depth = new Int32Array(n);
  const spentAt = new Float64Array(n);
  const gainedAt = new Float64Array(n);
  let open = 0;
  let nodes = 0;
  let k = 0;
  let spent = 0;
  let gained = 0;
  const isWorth = (bound: number) => bound < best.cost - SAME * best.cost;
  for (;;) {
    nodes++;
    if (gained >= need) {
      if (isWorth(spent)) {
        best.cost = spent;
        best.taken = Array.from({ length: k }, (_, i) => i).filter((i) => isTaken[i]);
      }
    } else if (k < n && isWorth(spent + relaxed(problem, k, need - gained))) {
      if (nodes >= nodeLimit) break;
      depth[open] = k;
      spentAt[open] = spent;
      gainedAt[open] = gained;
      open++;
      isTaken[k] = 1;
      spent += cost[k]!;
      gained += gain[k]!;
      k++;
      continue;
    }
    let found = false;
    while (open > 0 && !found) {
      open--;
      k = depth[open]!;
      spent = spentAt[open]!;
      gained = gainedAt[open]!;
      isTaken[k] = 0;
      k++;
      found = isWorth(spent + relaxed(problem, k, need - gained));
    }
    if (!found) return { nodes, lowest: Number.POSITIVE_INFINITY };
  }
  let lowest = spent + relaxed(problem, k, need - gained);
  for (let i = 0; i < open; i++) {
    const bound = spentAt[i]! + relaxed(problem, depth[i]! + 1, need - gainedAt[i]!);
    if (bound < lowest) lowest = bound;
  }
  return { nodes, lowest };
}
