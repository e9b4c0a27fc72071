import { scaleLinear } from "d3-scale";
import { expect, it } from "vitest";
import {
  economicComplexity,
  orientTo,
  panelFromCsv,
  presence,
  prody,
  proximity,
  relatednessDensity,
} from "../src/index.ts";
import { EMPLOYEES_SOURCE, employees } from "./data.ts";
import { across, circle, figure, line, picture, text, upwards } from "./draw.ts";
import { spaced } from "./labels.ts";

it("draws what a region could do next", async () => {
  // #region example
  const panel = panelFromCsv(employees, {
    region: "district",
    activity: "occupation",
    value: ["2013", "2021"],
  });
  const jobs = panel.matrix("2021");
  const size = jobs.toRows().map((row) => Math.log(row.reduce((sum, n) => sum + n)));
  const has = presence(jobs);
  const complexity = orientTo(economicComplexity(has).pci, prody(jobs, size));
  const hamburg = panel.regions.indexOf("02000");
  const density = relatednessDensity(has, proximity(has)).row(hamburg);
  // #endregion

  const own = new Set(has.of(hamburg));
  expect(own.size).toBe(15);
  const x = scaleLinear([0.12, 0.75], [80, 680]);
  const y = scaleLinear([-1.4, 2.3], [520, 100]);
  const dots = panel.activities.map((name, c) => ({
    name,
    isOwn: own.has(c),
    x: x(density[c]!),
    y: y(complexity[c]!),
  }));
  const byNearness = dots.toSorted((a, b) => b.x - a.x);
  expect(byNearness.find(({ isOwn }) => !isOwn)?.name).toBe("Teaching");
  const svg = picture(
    {
      title: "Teaching lies nearest to what Hamburg does",
      description:
        "Occupations by how related they are to what Hamburg is specialised in and by how complex they are; filled where Hamburg has them already. Complexity is turned so that it goes with large districts: by diversity alone, which rural districts have more of in Germany, it would point the other way.",
      source: `2021. ${EMPLOYEES_SOURCE}`,
      height: 600,
    },
    [
      ...upwards(
        {
          scale: y,
          ticks: [-1, 0, 1, 2],
          label: "complexity (PCI)",
          labelAt: 80,
          format: (value) => figure(value),
        },
        80,
        692,
      ),
      ...across({ scale: x, ticks: [0.2, 0.3, 0.4, 0.5, 0.6, 0.7], label: "relatedness density" }, 100, 520),
      line(80, y(0), 692, y(0), { stroke: "strong" }),
      ...dots.map(({ name, isOwn, x, y }) =>
        circle(x, y, 5.5, isOwn ? { fill: "s2" } : { fill: "sheet", stroke: "s1", "stroke-width": 2 }, name),
      ),
      ...spaced(byNearness, { height: 12.5, left: 84, right: 692, size: 10.5 }).map(
        ({ name, isOwn, x, y, anchor }) =>
          text(x, y, name, {
            fill: isOwn ? "s2" : "ink",
            "font-size": 10.5,
            "text-anchor": anchor,
          }),
      ),
      circle(400, 76, 5, { fill: "s2" }),
      text(411, 80, "Hamburg has it", { "font-size": 11 }),
      circle(521, 76, 4.5, { fill: "sheet", stroke: "s1", "stroke-width": 2 }),
      text(532, 80, "not yet: an option", { "font-size": 11 }),
    ],
  );
  await expect(svg).toMatchFileSnapshot("./opportunities.svg");
});
