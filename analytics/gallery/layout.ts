import { distances, type Graph } from "../src/index.ts";

/**
 * A place for every node so that distances on paper are near the steps in the network, from 0 to 1 in both directions:
 * stress majorisation from a circle, without chance. E. Gansner, Y. Koren, S. North, "Graph Drawing by Stress
 * Majorization", Graph Drawing (2004), 239–250.
 */
export function layout(graph: Graph, rounds = 400): { x: number; y: number }[] {
  const n = graph.size;
  const steps = distances(graph).map((step) => (Number.isFinite(step) ? step : n / 3));
  let places = Array.from({ length: n }, (_, v) => turned((2 * Math.PI * v) / n, n / 4));
  for (let round = 0; round < rounds; round++) places = places.map((_, v) => moved(v, places, steps.row(v)));
  const xs = places.map(({ x }) => x);
  const ys = places.map(({ y }) => y);
  const unit = (value: number, of: number[]) =>
    (value - Math.min(...of)) / (Math.max(...of) - Math.min(...of) || 1);
  return places.map(({ x, y }) => ({ x: unit(x, xs), y: unit(y, ys) }));
}

const turned = (angle: number, radius: number) => ({
  x: radius * Math.cos(angle),
  y: radius * Math.sin(angle),
});

function moved(v: number, places: readonly { x: number; y: number }[], steps: Float64Array) {
  const own = places[v]!;
  let x = 0;
  let y = 0;
  let whole = 0;
  places.forEach((other, u) => {
    if (u === v) return;
    const weight = 1 / (steps[u]! * steps[u]!);
    const apart = Math.max(1e-9, Math.hypot(own.x - other.x, own.y - other.y));
    x += weight * (other.x + (steps[u]! * (own.x - other.x)) / apart);
    y += weight * (other.y + (steps[u]! * (own.y - other.y)) / apart);
    whole += weight;
  });
  return { x: x / whole, y: y / whole };
}
