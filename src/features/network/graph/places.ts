import iterate from "graphology-layout-forceatlas2/iterate.js";
import { degreeOf, type Graph } from "./graph.ts";

export interface Place {
  x: number;
  y: number;
}

const NODE = 10;
const EDGE = 3;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Lays out a network by simulated forces: linked actors attract, all repel each other. M. Jacomy et al., "ForceAtlas2, a Continuous
 * Graph Layout Algorithm", PLoS ONE 9 (2014) e98679. It begins from a fixed spiral, so that the same network is always drawn the
 * same way. Coordinates end in [-1, 1]; who stands alone is moored in rows below. `rest` is awaited between steps.
 */
export async function layOut(
  graph: Graph,
  community: readonly (number | null)[],
  rest: () => Promise<void> | void,
): Promise<Place[]> {
  const linked = Array.from({ length: graph.order }, (_, i) => i).filter(
    (actor) => degreeOf(graph, actor) > 0,
  );
  // Communities start as sectors of the spiral: that saves the simulation most of its way.
  const spiral = linked.toSorted((a, b) => (community[a] ?? 0) - (community[b] ?? 0) || a - b);
  const nodes = new Float32Array(linked.length * NODE);
  const at = new Map<number, number>();
  for (const [i, actor] of linked.entries()) at.set(actor, i * NODE);
  spiral.forEach((actor, i) => {
    const node = at.get(actor)!;
    const radius = 10 * Math.sqrt(i + 1);
    nodes[node] = radius * Math.cos(i * GOLDEN_ANGLE);
    nodes[node + 1] = radius * Math.sin(i * GOLDEN_ANGLE);
    nodes[node + 6] = 1 + degreeOf(graph, actor);
    nodes[node + 7] = 1;
    nodes[node + 8] = 1;
  });
  const mean = graph.pairs.reduce((sum, pair) => sum + pair.weight, 0) / (graph.pairs.length || 1);
  const edges = new Float32Array(graph.pairs.length * EDGE);
  graph.pairs.forEach((pair, i) => {
    edges[i * EDGE] = at.get(pair.from)!;
    edges[i * EDGE + 1] = at.get(pair.to)!;
    // Between a hundredth and a hundred times the mean all attract, but not by that much more.
    edges[i * EDGE + 2] = Math.sqrt(Math.min(Math.max(pair.weight / mean, 0.04), 25));
  });

  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: 10,
    // Weak, but the stronger the further away: small parts stay near without pressing the large one together.
    strongGravityMode: true,
    gravity: 0.08 * Math.max(1, 60 / (linked.length || 1)),
    slowDown: 1 + Math.log(linked.length + 1),
    barnesHutOptimize: linked.length > 600,
    barnesHutTheta: 0.9,
  };
  for (let i = 0; i < stepsFor(linked.length); i++) {
    iterate(settings, nodes, edges);
    await rest();
  }
  return moored(graph.order, linked, nodes);
}

const stepsFor = (actors: number) => (actors > 800 ? 220 : 600);

/** Scales to [-1, 1] and puts whoever stands alone in rows below the rest. */
function moored(order: number, linked: readonly number[], nodes: Float32Array): Place[] {
  const xs = linked.map((_, i) => nodes[i * NODE]!);
  const ys = linked.map((_, i) => nodes[i * NODE + 1]!);
  const [midX, midY] = [(min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2];
  const half = Math.max(max(xs) - min(xs), max(ys) - min(ys), 1e-6) / 2;
  const places: Place[] = new Array(order);
  linked.forEach((actor, i) => {
    places[actor] = { x: round((xs[i]! - midX) / half), y: round((ys[i]! - midY) / half) };
  });
  const bottom = linked.length ? (min(ys) - midY) / half : 1;
  const alone = Array.from({ length: order }, (_, i) => i).filter((actor) => !places[actor]);
  const inRow = Math.min(Math.max(12, Math.ceil(Math.sqrt(alone.length) * 2.5)), 60);
  alone.forEach((actor, i) => {
    const row = Math.floor(i / inRow);
    const width = Math.min(inRow, alone.length - row * inRow);
    const gap = Math.min(0.15, 2 / inRow);
    places[actor] = {
      x: round(((i % inRow) - (width - 1) / 2) * gap),
      y: round(bottom - 0.16 - row * 0.1),
    };
  });
  return places;
}

const min = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
const max = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
const round = (value: number) => Math.round(value * 10_000) / 10_000 || 0;

/** A circle, community by community: drawn at once while the network is still being laid out. */
export function circle(community: readonly (number | null)[]): Place[] {
  const order = community
    .map((_, actor) => actor)
    .sort((a, b) => (community[a] ?? Number.MAX_VALUE) - (community[b] ?? Number.MAX_VALUE) || a - b);
  const places: Place[] = new Array(community.length);
  order.forEach((actor, i) => {
    const angle = (2 * Math.PI * i) / community.length;
    places[actor] = { x: round(Math.sin(angle)), y: round(Math.cos(angle)) };
  });
  return places;
}
