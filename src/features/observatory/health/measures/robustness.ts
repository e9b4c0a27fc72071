import { components, type Graph, robustness } from "@kontor/analytics";
import { connectedShare } from "./headline.ts";

export const ORDERS = ["random", "degree", "betweenness"] as const;

/** How the largest part shrinks as actors leave one after the other. */
export interface Curve {
  by: (typeof ORDERS)[number];
  /** The index R of Schneider et al.; near 0 where few departures break the network. */
  index: number | null;
  /** Share of actors that left, and of all actors in the largest part then. */
  points: [left: number, largest: number][];
  /** The first to leave, by their places. */
  first: number[];
}

const MOST_POINTS = 101;

export const curves = (graph: Graph): Curve[] =>
  graph.size === 0
    ? []
    : ORDERS.map((by) => {
        const { curve, index, order } = robustness(graph, { by });
        const step = Math.max(1, (curve.length - 1) / (MOST_POINTS - 1));
        const at = Array.from({ length: Math.floor((curve.length - 1) / step) + 1 }, (_, i) =>
          Math.round(i * step),
        );
        return {
          by,
          index: Number.isFinite(index) ? index : null,
          points: at.map((left): [number, number] => [left / graph.size, curve[left]!]),
          first: order ? [...order.slice(0, 10)] : [],
        };
      });

export interface Departure {
  /** Who stays, by their places. */
  actors: number;
  pairs: number;
  pairsLost: number;
  components: { before: number; after: number };
  largest: { before: number; after: number };
  connected: { before: number | null; after: number | null };
  /** Linked before, standing alone after, by their places. */
  orphaned: number[];
  /** Those who were in the largest part, stay, are not alone and are in it no longer. */
  cutOff: number[];
}

/** What becomes of the network when these leave. */
export function departure(graph: Graph, leaving: ReadonlySet<number>): Departure {
  const staying = Array.from({ length: graph.size }, (_, i) => i).filter((i) => !leaving.has(i));
  const rest = graph.subgraph(staying);
  const [before, after] = [components(graph), components(rest)];
  const parts = (found: typeof before) => found.sizes.filter((size) => size > 1).length;
  const alone = (g: Graph, i: number) => g.neighbours(i).length === 0;
  return {
    actors: staying.length,
    pairs: rest.edgeCount,
    pairsLost: graph.edgeCount - rest.edgeCount,
    components: { before: parts(before), after: parts(after) },
    largest: { before: before.sizes[0] ?? 0, after: after.sizes[0] ?? 0 },
    connected: { before: connectedShare(graph), after: connectedShare(rest) },
    orphaned: staying.filter((i, k) => !alone(graph, i) && alone(rest, k)),
    cutOff: staying.filter((i, k) => before.of[i] === 0 && after.of[k] !== 0 && !alone(rest, k)),
  };
}
