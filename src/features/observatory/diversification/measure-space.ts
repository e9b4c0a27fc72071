import { Graph, leiden, type Matrix, presence, productSpace, proximity } from "@kontor/analytics";
import { layOut } from "./lay-out.ts";

/** The relatedness of activities as it is drawn. Positions are those of the panel's activities. */
export interface Space {
  period: string;
  nodes: { activity: number; x: number; y: number; family: number }[];
  edges: { from: number; to: number; weight: number }[];
  /** Families of related activities, the largest first. */
  families: number;
}

/** The strongest relations, families of what hangs together, and a place for each activity. */
export function measureSpace(
  part: Matrix,
  counted: readonly number[],
  period: string,
): { space: Space; proximity: Matrix } {
  const near = proximity(presence(part));
  const { edges } = productSpace(near, { averageDegree: 4 });
  const graph = Graph.from({
    nodes: counted.length,
    edges: edges.map(({ from, to, weight }): [number, number, number] => [from, to, weight]),
  });
  const { communities, count } = leiden(graph, { seed: 1 });
  const spots = layOut([...communities], edges);
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return {
    proximity: near,
    space: {
      period,
      nodes: counted.map((activity, i) => ({ activity, ...spots[i]!, family: communities[i]! })),
      edges: edges.map(({ from, to, weight }) => ({
        from: counted[from]!,
        to: counted[to]!,
        weight: round(weight),
      })),
      families: count,
    },
  };
}
