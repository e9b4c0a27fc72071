import { scaleLinear } from "d3-scale";
import { expect, it } from "vitest";
import { panelFromCsv, shiftShare } from "../src/index.ts";
import { EMPLOYEES_SOURCE, employees } from "./data.ts";
import { across, box, circle, figure, line, picture, signed, text } from "./draw.ts";

it("draws why states grew, as bars", async () => {
  // #region example
  const panel = panelFromCsv(employees, { region: "state", activity: "occupation", value: ["2013", "2021"] });
  const before = panel.matrix("2013");
  const { regions } = shiftShare(before, panel.matrix("2021"));
  const percent = (part: Float64Array) =>
    part.map((amount, r) => (100 * amount) / before.row(r).reduce((sum, n) => sum + n));
  const national = percent(regions.national);
  const industryMix = percent(regions.industryMix);
  const regional = percent(regions.regional);
  // #endregion

  const growth = national.map((share, r) => share + industryMix[r]! + regional[r]!);
  expect(growth[panel.regions.indexOf("Berlin")]! / national[0]!).toBeCloseTo(2, 1);
  const rows = Array.from(growth.keys()).sort((a, b) => growth[b]! - growth[a]!);
  const whole = national[0]!;
  const x = scaleLinear([0, 32], [200, 670]);
  const top = 96;
  const bars = rows.flatMap((r, i) => {
    const y = top + i * 25;
    const isAbove = growth[r]! > whole;
    const mixed = whole + industryMix[r]!;
    const bar = (from: number, to: number, place: number, fill: "s2" | "s1", told: string) =>
      box(
        Math.min(x(from), x(to)),
        y + place,
        Math.abs(x(to) - x(from)),
        8,
        { fill },
        `${panel.regions[r]}, ${told}: ${signed(to - from, 1)} %`,
      );
    return [
      text(188, y + 13, panel.regions[r]!, { fill: "ink", "text-anchor": "end" }),
      bar(whole, mixed, 0, "s2", "mix of occupations"),
      bar(mixed, growth[r]!, 8, "s1", "regional"),
      circle(x(growth[r]!), y + 8, 4, { fill: "ink" }),
      text(
        isAbove ? Math.max(x(mixed), x(growth[r]!)) + 9 : Math.min(x(whole), x(growth[r]!)) - 9,
        y + 12,
        figure(growth[r]!, 1),
        {
          "text-anchor": isAbove ? "start" : "end",
          "font-size": 11,
        },
      ),
    ];
  });
  const bottom = top + rows.length * 25;
  const svg = picture(
    {
      title: "Berlin grew twice as fast as Germany",
      description:
        "Growth of employment from 2013 to 2021 in the sixteen states of Germany, as bars that lead from the growth of the whole country (the upright line) to that of the state (the dot). Blue is what its mix of occupations brought or cost, red what the state did better or worse than the same occupations elsewhere.",
      source: EMPLOYEES_SOURCE,
      height: bottom + 74,
    },
    [
      ...across({ scale: x, ticks: [0, 10, 20, 30], label: "growth 2013 to 2021, %" }, top - 8, bottom),
      line(x(whole), top - 8, x(whole), bottom, { stroke: "ink2", "stroke-width": 1.5 }),
      text(x(whole), top - 16, `Germany ${figure(whole, 1)}`, { "text-anchor": "middle", "font-size": 11 }),
      text(x(whole) + 70, top - 16, "mix of occupations", { fill: "s2", "font-size": 11 }),
      text(x(whole) + 205, top - 16, "regional", { fill: "s1", "font-size": 11 }),
      ...bars,
    ],
  );
  await expect(svg).toMatchFileSnapshot("./shift-share.svg");
});
