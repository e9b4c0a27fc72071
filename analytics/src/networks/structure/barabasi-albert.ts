import { AnalyticsError } from "../../core/error.ts";
import { below, seeded } from "../../core/random.ts";
import { Graph } from "../graph/index.ts";

/**
 * A random graph that grew by preferential attachment: from a star of `ties` + 1 nodes, each new node is tied to `ties`
 * different ones, drawn in proportion to their degrees. A few hubs and many small nodes, as in many real networks, but without
 * communities or triangles beyond chance; for comparison and for trying out how fast something is.
 *
 * (nodes - ties) × ties edges; the same seed gives the same graph. O(edges).
 *
 * A.-L. Barabási, R. Albert, "Emergence of scaling in random networks", Science 286 (1999), 509–512.
 *
 * @example
 * const graph = barabasiAlbert(1000, 5);
 * graph.edgeCount; // 4975
 */
export function barabasiAlbert(nodes: number, ties: number, { seed = 1 } = {}): Graph {
  if (!(Number.isInteger(nodes) && Number.isInteger(ties) && ties >= 1 && nodes > ties))
    throw new AnalyticsError(
      "option",
      `A graph of ${nodes} nodes cannot grow by ${ties} ties each`,
      "Give whole numbers, 1 tie or more and more nodes than ties.",
    );
  const random = seeded(seed);
  const count = (nodes - ties) * ties;
  const from = new Int32Array(count);
  const to = new Int32Array(count);
  // Every node as often as it has ties: one drawn from here is drawn in proportion to its degree.
  const ends = new Int32Array(2 * count);
  const drawnBy = new Int32Array(nodes).fill(-1);
  let edge = 0;
  const tie = (a: number, b: number) => {
    from[edge] = a;
    to[edge] = b;
    ends[2 * edge] = a;
    ends[2 * edge + 1] = b;
    edge++;
  };
  for (let v = 1; v <= ties; v++) tie(0, v);
  for (let v = ties + 1; v < nodes; v++) {
    const known = 2 * edge;
    for (let found = 0; found < ties; ) {
      const other = ends[below(random, known)]!;
      if (drawnBy[other] === v) continue;
      drawnBy[other] = v;
      tie(other, v);
      found++;
    }
  }
  return Graph.from({ nodes, edges: { from, to } });
}
