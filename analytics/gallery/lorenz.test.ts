import { scaleLinear } from "d3-scale";
import { expect, it } from "vitest";
import { gini, lorenzCurve, panelFromCsv } from "../src/index.ts";
import { EMPLOYEES_SOURCE, employees } from "./data.ts";
import { across, circle, figure, line, path, picture, SERIES, text, upwards } from "./draw.ts";

it("draws Lorenz curves with their Gini coefficients", async () => {
  // #region example
  const panel = panelFromCsv(employees, {
    region: "district",
    activity: "occupation",
    value: ["2013", "2021"],
  });
  const jobs = panel.matrix("2021");
  const coefficients = gini(jobs);
  const curves = ["Retail", "Software, IT", "Stage, entertainment"].map((occupation) => {
    const column = panel.activities.indexOf(occupation);
    return { occupation, gini: coefficients[column]!, curve: lorenzCurve(jobs.column(column)) };
  });
  // #endregion

  // The Gini coefficient is twice the area between curve and diagonal.
  for (const { gini, curve } of curves) {
    const { size, share } = curve;
    let below = 0;
    for (let i = 1; i < size.length; i++) below += (size[i]! - size[i - 1]!) * (share[i]! + share[i - 1]!);
    expect(1 - below).toBeCloseTo(gini, 12);
  }

  const x = scaleLinear([0, 1], [70, 440]);
  const y = scaleLinear([0, 1], [440, 90]);
  const percent = (value: number) => figure(100 * value);
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  const drawn = curves.flatMap(({ occupation, gini, curve }, k) => {
    const colour = SERIES[k]!;
    const half = curve.share.findIndex((share) => share >= 0.5);
    const middle = { x: x(curve.size[half]!), y: y(curve.share[half]!) };
    const top = 190 + 74 * k;
    return [
      path(
        Array.from(curve.size, (size, i) => ({ x: x(size), y: y(curve.share[i]!) })),
        { stroke: colour, "stroke-width": 2 },
      ),
      circle(middle.x, middle.y, 4, { fill: colour }),
      line(470, top - 13, 470, top + 40, { stroke: colour, "stroke-width": 3 }),
      text(484, top, occupation, { fill: "ink", "font-weight": 600, "font-size": 14 }),
      text(484, top + 19, `Gini ${figure(gini, 2)}`, { fill: colour, "font-weight": 600 }),
      text(
        484,
        top + 37,
        `half of the jobs in ${figure(401 * (1 - curve.size[half]!))} of 401 districts`,
        {},
      ),
    ];
  });
  const svg = picture(
    {
      title: "Shops are everywhere, stages in a few cities",
      description:
        "Lorenz curves of three occupations over the 401 districts of Germany: the further a curve hangs below the diagonal, the fewer districts have most of the jobs. Each bears its Gini coefficient, and a dot where half of the jobs are reached.",
      source: `2021. ${EMPLOYEES_SOURCE}`,
      height: 520,
    },
    [
      ...upwards({ scale: y, ticks, format: percent, label: "share of the jobs, %" }, 70, 440),
      ...across({ scale: x, ticks, format: percent }, 90, 440),
      text(440, 475, "share of the districts, those with the fewest jobs first, % →", {
        "text-anchor": "end",
        "font-size": 11,
      }),
      line(x(0), y(0), x(1), y(1), { stroke: "strong", "stroke-dasharray": "4 4" }),
      ...drawn,
    ],
  );
  await expect(svg).toMatchFileSnapshot("./lorenz.svg");
});
