import { scaleLinear } from "d3-scale";
import { expect, it } from "vitest";
import { exponentialSmoothing } from "../src/index.ts";
import { quarters } from "./data.ts";
import { across, band, circle, figure, line, path, picture, text, upwards } from "./draw.ts";

it("draws a forecast as a fan", async () => {
  // #region example
  const { method, mean, lower, upper } = exponentialSmoothing(quarters, {
    period: 4,
    horizon: 12,
    levels: [0.8, 0.95],
  });
  // #endregion

  const n = quarters.length;
  const x = scaleLinear([n - 25, n + 12], [76, 574]);
  const y = scaleLinear([190, 340], [420, 96]);
  const last = { x: x(n), y: y(quarters[n - 1]!) };
  const ahead = (values: Float64Array) => [
    last,
    ...Array.from(values, (value, h) => ({ x: x(n + h + 1), y: y(value) })),
  ];
  const past = quarters.slice(n - 24).map((value, k) => ({ x: x(n - 23 + k), y: y(value) }));
  const range = (level: 0 | 1) => `${figure(lower.at(11, level))} to ${figure(upper.at(11, level))}`;
  const svg = picture(
    {
      title: "Three years ahead, and how sure that is",
      description: `A series of quarters with trend and seasons, and what exponential smoothing expects of the next twelve; the model ${method} was chosen by the corrected Akaike criterion. Four of five outcomes should lie in the dark band, nineteen of twenty in the light one.`,
      source: "Made-up series.",
      height: 500,
    },
    [
      ...upwards(
        { scale: y, ticks: [200, 225, 250, 275, 300, 325], label: "amount in a quarter", labelAt: 78 },
        76,
        574,
      ),
      ...across(
        {
          scale: x,
          ticks: [n - 24, n - 16, n - 8, n, n + 8],
          label: "years from now",
          format: (value) => (value === n ? "now" : figure((value - n) / 4)),
        },
        420,
        420,
      ),
      line(x(n), 96, x(n), 420, { stroke: "strong", "stroke-dasharray": "4 4" }),
      band(ahead(upper.column(1)), ahead(lower.column(1)), { fill: "s1", "fill-opacity": 0.16 }),
      band(ahead(upper.column(0)), ahead(lower.column(0)), { fill: "s1", "fill-opacity": 0.26 }),
      path(past, { stroke: "ink", "stroke-width": 2 }),
      path(ahead(mean), { stroke: "s1", "stroke-width": 2 }),
      ...past.map(({ x, y }) => circle(x, y, 2.4, { fill: "ink" })),
      ...Array.from(mean, (value, h) => circle(x(n + h + 1), y(value), 2.4, { fill: "s1" })),
      text(588, y(mean[11]!) - 11, figure(mean[11]!), { fill: "s1", "font-weight": 600, "font-size": 14 }),
      text(588, y(mean[11]!) + 7, `80 %: ${range(0)}`, { "font-size": 11 }),
      text(588, y(mean[11]!) + 23, `95 %: ${range(1)}`, { "font-size": 11 }),
    ],
  );
  await expect(svg).toMatchFileSnapshot("./forecast.svg");
});
