import { expect, it } from "vitest";
import { betweenness, Graph, leiden } from "../src/index.ts";
import { karate } from "./data.ts";
import { circle, figure, line, picture, SERIES, text } from "./draw.ts";
import { layout } from "./layout.ts";

it("draws a network with its communities and go-betweens", async () => {
  // #region example
  const graph = Graph.from({ nodes: 34, edges: karate.edges });
  const { communities, quality } = leiden(graph);
  const { values } = betweenness(graph, { normalised: true });
  // #endregion

  expect(quality).toBeCloseTo(0.4198, 4);
  const places = layout(graph).map(({ x, y }) => ({ x: 70 + 580 * x, y: 90 + 380 * y }));
  const radius = (v: number) => 8.5 + 26 * Math.sqrt(values[v]!);
  const leaders = new Map([
    [0, "instructor"],
    [33, "president"],
  ]);
  const svg = picture(
    {
      title: "The karate club, before it split",
      description: `Zachary's karate club: 34 members and who met whom outside the club. Colours are the four communities that Leiden finds (modularity ${figure(quality, 3)}), sizes are betweenness: the instructor and the president, around whom the club later split, stand between most others.`,
      source: "W. W. Zachary, “An Information Flow Model for Conflict and Fission in Small Groups” (1977).",
      height: 530,
    },
    [
      ...Array.from(graph.from, (from, e) => {
        const [a, b] = [places[from]!, places[graph.to[e]!]!];
        const isInside = communities[from] === communities[graph.to[e]!];
        return line(a.x, a.y, b.x, b.y, isInside ? { stroke: "strong", "stroke-width": 1.4 } : {});
      }),
      ...places.map(({ x, y }, v) =>
        circle(
          x,
          y,
          radius(v),
          { fill: SERIES[communities[v]!], stroke: "sheet", "stroke-width": 1.5 },
          `member ${v + 1}, betweenness ${figure(values[v]!, 3)}`,
        ),
      ),
      ...places.map(({ x, y }, v) =>
        text(x, y + 3.5, String(v + 1), {
          fill: "sheet",
          "text-anchor": "middle",
          "font-size": 9.5,
          "font-weight": 600,
        }),
      ),
      ...Array.from(leaders, ([v, role]) =>
        text(places[v]!.x, places[v]!.y - radius(v) - 6, role, {
          fill: "ink",
          "text-anchor": "middle",
          "font-weight": 600,
          "paint-order": "stroke",
          stroke: "sheet",
          "stroke-width": 3,
        }),
      ),
    ],
  );
  await expect(svg).toMatchFileSnapshot("./karate-club.svg");
});
