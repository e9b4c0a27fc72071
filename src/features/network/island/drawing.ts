import { UndirectedGraph } from "graphology";
import type { Compact } from "../answer.ts";
import { sizeOf, widthOf } from "../view/size.ts";

export interface NodeLook {
  x: number;
  y: number;
  size: number;
  color: string;
  label: string;
  name: string;
  slug: string;
  byKind: number;
  byCommunity: number;
}

export interface EdgeLook {
  size: number;
  first: number | null;
  last: number | null;
}

export type Drawing = UndirectedGraph<NodeLook, EdgeLook>;

/** The answer of the API as a graph that can be drawn; nodes are called by their slug. */
export function drawingOf(answer: Compact): Drawing {
  const drawing: Drawing = new UndirectedGraph();
  const actors = answer.actors.length;
  for (const [slug, name, label, byKind, byCommunity, x, y] of answer.actors)
    drawing.addNode(slug, { x, y, size: 1, color: "", label, name, slug, byKind, byCommunity });
  const mean = answer.pairs.reduce((sum, pair) => sum + pair[2], 0) / (answer.pairs.length || 1);
  for (const [from, to, weight, first, last] of answer.pairs)
    drawing.addEdge(answer.actors[from]![0], answer.actors[to]![0], {
      size: widthOf(weight, mean, actors),
      first,
      last,
    });
  drawing.updateEachNodeAttributes((slug, look) => {
    const degree = drawing.degree(slug);
    // Those who stand alone stand close together in a row: the list beside names them, and so does pointing at one.
    return { ...look, size: sizeOf(degree, actors), label: degree === 0 ? "" : look.label };
  });
  return drawing;
}

/** Whether a pair was linked in these years, as far as the years of its links tell. */
export const aliveIn = (
  { first, last }: Pick<EdgeLook, "first" | "last">,
  from: number | null,
  to: number | null,
) => (to === null || first === null || first <= to) && (from === null || last === null || last >= from);

const DIRECTIONS: Record<string, readonly [number, number]> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

export const isArrow = (key: string) => key in DIRECTIONS;

/** The neighbour that lies most in the direction of the arrow: near ones and straight ones first. */
export function neighbourTowards(drawing: Drawing, slug: string, key: string): string | null {
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  const { x, y } = drawing.getNodeAttributes(slug);
  let best: { slug: string; cost: number } | null = null;
  drawing.forEachNeighbor(slug, (other, look) => {
    const [dx, dy] = [look.x - x, look.y - y];
    const length = Math.hypot(dx, dy) || 1e-9;
    const straight = (dx * direction[0] + dy * direction[1]) / length;
    if (straight < 0.05) return;
    const cost = length / straight ** 2;
    if (!best || cost < best.cost) best = { slug: other, cost };
  });
  return (best as { slug: string } | null)?.slug ?? null;
}

/** The best linked actor: where the keys begin. */
export function bestLinked(drawing: Drawing): string | null {
  let best: string | null = null;
  drawing.forEachNode((slug) => {
    if (best === null || drawing.degree(slug) > drawing.degree(best)) best = slug;
  });
  return best;
}
