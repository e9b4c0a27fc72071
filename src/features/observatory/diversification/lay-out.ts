interface Spring {
  from: number;
  to: number;
  weight: number;
}

interface Spot {
  x: number;
  y: number;
}

const ROUNDS = 400;

/**
 * Places for the nodes of a network: joined ones near, all others apart (after Fruchterman and Reingold), in a field of 100 by 100.
 * Begins with the groups on a circle and draws no lots, so that the same network always looks the same. O(rounds × nodes²).
 */
export function layOut(groups: readonly number[], springs: readonly Spring[]): Spot[] {
  const n = groups.length;
  const order = groups.map((_, i) => i).sort((a, b) => groups[a]! - groups[b]! || a - b);
  const x = new Float64Array(n);
  const y = new Float64Array(n);
  order.forEach((node, place) => {
    const angle = (2 * Math.PI * place) / n;
    // Not on one circle: forces along it would cancel out.
    const r = 30 + 10 * ((place * 0.618) % 1);
    x[node] = r * Math.cos(angle);
    y[node] = r * Math.sin(angle);
  });
  const ideal = 70 / Math.sqrt(n || 1);
  const heaviest = Math.max(...springs.map(({ weight }) => weight), 1e-9);
  const degree = new Float64Array(n);
  for (const { from, to } of springs) {
    degree[from]! += 1;
    degree[to]! += 1;
  }
  const dx = new Float64Array(n);
  const dy = new Float64Array(n);
  for (let round = 0; round < ROUNDS; round++) {
    dx.fill(0);
    dy.fill(0);
    for (let i = 0; i < n; i++)
      for (let j = i + 1; j < n; j++) {
        const [ax, ay] = [x[i]! - x[j]!, y[i]! - y[j]!];
        const push = (ideal * ideal) / Math.max(ax * ax + ay * ay, 0.01);
        dx[i]! += ax * push;
        dy[i]! += ay * push;
        dx[j]! -= ax * push;
        dy[j]! -= ay * push;
      }
    for (const { from, to, weight } of springs) {
      const [ax, ay] = [x[from]! - x[to]!, y[from]! - y[to]!];
      // What has many neighbours would be drawn into one heap by all of them.
      const share = 2 / (1 + degree[from]! * degree[to]!) ** 0.5;
      const pull = (Math.hypot(ax, ay) / ideal) * (0.4 + (0.6 * weight) / heaviest) * share;
      dx[from]! -= ax * pull;
      dy[from]! -= ay * pull;
      dx[to]! += ax * pull;
      dy[to]! += ay * pull;
    }
    // The cooler, the shorter the steps; a little towards the middle, so that loose parts do not drift away.
    const most = 6 * (1 - round / ROUNDS) ** 1.5 + 0.02;
    for (let i = 0; i < n; i++) {
      dx[i]! -= x[i]! * 0.3;
      dy[i]! -= y[i]! * 0.3;
      const length = Math.hypot(dx[i]!, dy[i]!) || 1;
      const step = Math.min(length, most) / length;
      x[i]! += dx[i]! * step;
      y[i]! += dy[i]! * step;
    }
  }
  return intoField(x, y);
}

function intoField(x: Float64Array, y: Float64Array): Spot[] {
  const range = (values: Float64Array) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return (value: number) => Math.round(((value - low) / (high - low || 1)) * 10_000) / 100;
  };
  const [placeX, placeY] = [range(x), range(y)];
  return [...x].map((value, i) => ({ x: placeX(value), y: placeY(y[i]!) }));
}
