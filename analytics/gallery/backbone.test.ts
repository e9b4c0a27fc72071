import { expect, it } from "vitest";
import { disparityFilter, Graph, strength } from "../src/index.ts";
import { weighted } from "./data.ts";
import { circle, line, picture } from "./draw.ts";
import { layout } from "./layout.ts";

it("draws what is left of a network by the disparity filter", async () => {
  // #region example
  const graph = Graph.from({ nodes: weighted.nodes, edges: weighted.edges });
  const backbone = disparityFilter(graph, { alpha: 0.2 });
  const strengths = strength(graph);
  // #endregion

  const kept = new Set(backbone.edges);
  const weight = (edges: Iterable<number>) =>
    Array.from(edges, (e) => graph.weights[e]!).reduce((a, b) => a + b);
  const share = Math.round((100 * weight(kept)) / weight(graph.weights.keys()));
  const places = layout(graph).map(({ x, y }) => ({ x: 60 + 600 * x, y: 90 + 400 * y }));
  const svg = picture(
    {
      title: `${kept.size} of ${graph.edgeCount} ties carry ${share} % of the weight`,
      description:
        "A weighted network and its backbone by the disparity filter at 20 %: dark are the ties that take up more of a node's strength than chance would give them, light those that are left out. Sizes are strengths.",
      source: "Made-up network.",
      height: 540,
    },
    [
      ...Array.from(graph.weights, (w, e) => {
        const [a, b] = [places[graph.from[e]!]!, places[graph.to[e]!]!];
        return kept.has(e) ? "" : line(a.x, a.y, b.x, b.y, { "stroke-width": 0.5 + w / 6 });
      }),
      ...Array.from(kept, (e) => {
        const [a, b] = [places[graph.from[e]!]!, places[graph.to[e]!]!];
        return line(a.x, a.y, b.x, b.y, { stroke: "s2", "stroke-width": 0.6 + graph.weights[e]! / 3.5 });
      }),
      ...places.map(({ x, y }, v) =>
        circle(
          x,
          y,
          2 + 1.1 * Math.sqrt(strengths[v]!),
          { fill: "s1", stroke: "sheet", "stroke-width": 1.5 },
          `strength ${strengths[v]}`,
        ),
      ),
    ].filter(Boolean),
  );
  await expect(svg).toMatchFileSnapshot("./backbone.svg");
});
