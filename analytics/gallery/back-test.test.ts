import { scaleLinear } from "d3-scale";
import { expect, it } from "vitest";
import { backTest, holt, seasonalNaive, simpleExponentialSmoothing, theta } from "../src/index.ts";
import { quarters } from "./data.ts";
import { across, circle, figure, line, path, picture, SERIES, text, upwards } from "./draw.ts";

it("draws how methods would have done in the past", async () => {
  // #region example
  const methods = {
    theta: (past: Float64Array, horizon: number) => theta(past, { horizon, period: 4 }),
    "seasonal naive": (past: Float64Array, horizon: number) => seasonalNaive(past, { horizon, period: 4 }),
    Holt: (past: Float64Array, horizon: number) => holt(past, { horizon }),
    "simple smoothing": (past: Float64Array, horizon: number) =>
      simpleExponentialSmoothing(past, { horizon }),
  };
  const {
    methods: tested,
    best,
    origins,
  } = backTest(quarters, methods, { horizon: 8, period: 4, first: 20 });
  // #endregion

  expect(best).toBe("theta");
  const x = scaleLinear([1, 8], [80, 540]);
  const y = scaleLinear([0, 4], [420, 96]);
  const drawn = Object.entries(tested).flatMap(([name, { byStep }], k) => {
    const points = byStep.map(({ mase }, h) => ({ x: x(h + 1), y: y(mase) }));
    const colour = SERIES[k]!;
    return [
      path(points, { stroke: colour, "stroke-width": name === best ? 3 : 1.8 }),
      ...points.map(({ x, y }) => circle(x, y, 3.2, { fill: colour })),
      text(
        552,
        points.at(-1)!.y + 4,
        `${name} ${figure(tested[name as keyof typeof tested].accuracy.mase, 2)}`,
        {
          fill: colour,
          "font-weight": name === best ? 600 : 400,
        },
      ),
    ];
  });
  const svg = picture(
    {
      title: "Who knows the seasons is less far off",
      description: `Errors of four methods in a back-test with a rolling origin: ${origins.length} times each forecast eight quarters from what was known then, and the mean absolute error is scaled by that of the seasonal naive forecast one step ahead. Below 1 a method beats it; the figure at the end is the mean over all steps.`,
      source: "Made-up series.",
      height: 500,
    },
    [
      ...upwards({ scale: y, ticks: [0, 1, 2, 3, 4], label: "MASE", labelAt: 78 }, 80, 540),
      ...across({ scale: x, ticks: [1, 2, 3, 4, 5, 6, 7, 8], label: "quarters ahead" }, 420, 420),
      line(80, y(1), 540, y(1), { stroke: "strong" }),
      ...drawn,
    ],
  );
  await expect(svg).toMatchFileSnapshot("./back-test.svg");
});
