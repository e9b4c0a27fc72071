/**
 * The places of the `limit` largest positive numbers, largest first; among equals `precedes(a, b)` says which place comes first. O(n log limit),
 * in practice one comparison for each number.
 */
export function best(
  values: ArrayLike<number>,
  limit: number,
  precedes: (a: number, b: number) => boolean,
): number[] {
  if (limit < 1) return [];
  // A heap with the worst of the best on top.
  const heap: number[] = [];
  const isWorse = (a: number, b: number) => {
    const difference = values[a]! - values[b]!;
    return difference !== 0 ? difference < 0 : precedes(b, a);
  };
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (!(value > 0)) continue;
    if (heap.length < limit) {
      heap.push(at);
      rise(heap, isWorse);
    } else if (value >= values[heap[0]!]! && isWorse(heap[0]!, at)) {
      heap[0] = at;
      sink(heap, isWorse);
    }
  }
  return heap.sort((a, b) => (isWorse(b, a) ? -1 : 1));
}

function rise(heap: number[], isWorse: (a: number, b: number) => boolean) {
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!isWorse(heap[at]!, heap[parent]!)) return;
    [heap[at], heap[parent]] = [heap[parent]!, heap[at]!];
    at = parent;
  }
}

function sink(heap: number[], isWorse: (a: number, b: number) => boolean) {
  for (let at = 0; ; ) {
    let worst = at;
    for (const child of [2 * at + 1, 2 * at + 2])
      if (child < heap.length && isWorse(heap[child]!, heap[worst]!)) worst = child;
    if (worst === at) return;
    [heap[at], heap[worst]] = [heap[worst]!, heap[at]!];
    at = worst;
  }
}
