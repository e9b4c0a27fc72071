export interface OnMap<P> {
  point: P;
  x: number;
  y: number;
}

export interface Heap<P> {
  x: number;
  y: number;
  points: P[];
}

/**
 * Puts together what would lie on each other, in one pass over a grid of `reach`: the first point founds a heap, later ones within
 * reach join the nearest. Founders do not move, so the picture is the same for the same order.
 */
export function heapsOf<P>(points: readonly OnMap<P>[], reach: number): Heap<P>[] {
  const cells = new Map<string, Heap<P>[]>();
  const heaps: Heap<P>[] = [];
  for (const { point, x, y } of points) {
    const [column, row] = [Math.floor(x / reach), Math.floor(y / reach)];
    let nearest: Heap<P> | undefined;
    let least = reach;
    for (let c = column - 1; c <= column + 1; c++) {
      for (let r = row - 1; r <= row + 1; r++) {
        for (const heap of cells.get(`${c} ${r}`) ?? []) {
          const distance = Math.hypot(heap.x - x, heap.y - y);
          if (distance < least) [nearest, least] = [heap, distance];
        }
      }
    }
    if (nearest) {
      nearest.points.push(point);
      continue;
    }
    const heap = { x, y, points: [point] };
    heaps.push(heap);
    const key = `${column} ${row}`;
    cells.set(key, [...(cells.get(key) ?? []), heap]);
  }
  return heaps;
}

/** Heaps whose marks would still touch become one, the largest first: what it takes in makes it no smaller. */
export function apart<P>(heaps: readonly Heap<P>[], radius: (heap: Heap<P>) => number): Heap<P>[] {
  const kept: { heap: Heap<P>; r: number }[] = [];
  const sized = heaps.map((heap) => ({ heap: { ...heap, points: [...heap.points] }, r: radius(heap) }));
  for (const { heap, r } of sized.sort((a, b) => b.r - a.r)) {
    const host = kept.find((other) => Math.hypot(other.heap.x - heap.x, other.heap.y - heap.y) < other.r + r);
    if (host) host.heap.points.push(...heap.points);
    else kept.push({ heap, r });
  }
  return kept.map(({ heap }) => heap);
}
