/** Points along each side of the box that are looked at first. */
const GRID = 10;
const FINEST = 1e-9;

/**
 * The point between 0 and 1 in one or two dimensions where a smooth function is least: the best of a grid, and from there
 * always to the best neighbour, the steps halved where none is better. Ends with steps of 1e-9.
 *
 * R. Hooke and T. A. Jeeves, "'Direct Search' Solution of Numerical and Statistical Problems", Journal of the ACM 8 (1961),
 * 212–229.
 */
export function searchBox(of: (point: readonly number[]) => number, dimensions: 1 | 2): number[] {
  let best = Array.from({ length: dimensions }, () => 0.5);
  let least = of(best);
  const look = (point: number[]): boolean => {
    const value = of(point);
    if (!(value < least)) return false;
    least = value;
    best = point;
    return true;
  };
  for (let i = 0; i <= GRID; i++) {
    if (dimensions === 1) look([i / GRID]);
    else for (let j = 0; j <= GRID; j++) look([i / GRID, j / GRID]);
  }
  const directions =
    dimensions === 1
      ? [[1], [-1]]
      : [
          [1, 0],
          [-1, 0],
          [0, 1],
          [0, -1],
          [1, 1],
          [-1, -1],
          [1, -1],
          [-1, 1],
        ];
  for (let step = 0.5 / GRID; step > FINEST; ) {
    const from = best;
    let better = false;
    for (const direction of directions) {
      const point = from.map((x, k) => Math.min(1, Math.max(0, x + step * direction[k]!)));
      better = look(point) || better;
    }
    if (!better) step /= 2;
  }
  return best;
}
