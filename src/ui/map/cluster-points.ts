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
