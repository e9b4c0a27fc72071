import { expect, it } from "vitest";
import { Graph, leiden, panelFromCsv, presence, productSpace, proximity } from "../src/index.ts";
import { EMPLOYEES_SOURCE, employees } from "./data.ts";
import { circle, line, picture, SERIES, text } from "./draw.ts";
import { spaced } from "./labels.ts";
import { layout } from "./layout.ts";

it("draws the space of occupations", async () => {
  // #region example
  const panel = panelFromCsv(employees, {
    region: "district",
    activity: "occupation",
    value: ["2013", "2021"],
  });
  const has = presence(panel.matrix("2021"));
  const { edges } = productSpace(proximity(has), { averageDegree: 4 });
  const graph = Graph.from({
    nodes: panel.activities,
    edges: edges.map(({ from, to, weight }) => [from, to, weight]),
  });
  const { communities } = leiden(graph);
  // #endregion

  expect(edges.filter(({ tree }) => tree)).toHaveLength(panel.activities.length - 1);
  const places = layout(graph).map(({ x, y }) => ({ x: 50 + 505 * x, y: 85 + 420 * y }));
  const size = has.columnCounts();
  const dots = panel.activities.map((name, c) => ({ name, ...places[c]! }));
  const svg = picture(
    {
      title: "Which occupations go together in a district",
      description:
        "The space of occupations: each is tied to those that the same districts are specialised in, by the maximum spanning tree (dark) and the strongest of the other ties (light). Colours are communities that Leiden finds, sizes say how many districts have the specialisation.",
      source: `2021. ${EMPLOYEES_SOURCE}`,
      height: 570,
    },
    [
      ...edges.toReversed().map(({ from, to, tree }) => {
        const [a, b] = [places[from]!, places[to]!];
        return line(a.x, a.y, b.x, b.y, {
          stroke: tree ? "strong" : "rule",
          "stroke-width": tree ? 1.8 : 1,
        });
      }),
      ...dots.map(({ name, x, y }, c) =>
        circle(
          x,
          y,
          3 + 5 * Math.sqrt(size[c]! / 300),
          { fill: SERIES[communities[c]! % SERIES.length], stroke: "sheet", "stroke-width": 1.5 },
          `${name}: ${size[c]} districts`,
        ),
      ),
      ...spaced(dots, { size: 10.5, gap: 11, height: 14, left: 4, right: 716 }).map(
        ({ name, x, y, anchor }) =>
          text(x, y, name, { fill: "ink", "font-size": 10.5, "text-anchor": anchor }),
      ),
    ],
  );
  await expect(svg).toMatchFileSnapshot("./product-space.svg");
});
