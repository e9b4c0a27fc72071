import { scaleLinear } from "d3-scale";
import { expect, it } from "vitest";
import { complexityIntervals, diversity, panelFromCsv, presence } from "../src/index.ts";
import { EMPLOYEES_SOURCE, employees } from "./data.ts";
import { across, circle, figure, line, picture, text, upwards } from "./draw.ts";
import { states } from "./states.ts";

it("draws complexity against diversity, with its doubt", async () => {
  // #region example
  const panel = panelFromCsv(employees, { region: "state", activity: "occupation", value: ["2013", "2021"] });
  const has = presence(panel.matrix("2021"));
  const diversities = diversity(has);
  const { eci, lower, upper } = complexityIntervals(has, { draws: 500, level: 0.9, seed: 1 });
  // #endregion

  const x = scaleLinear([10, 21], [80, 692]);
  const y = scaleLinear([-2.6, 1.6], [440, 90]);
  const beside = new Map<number, number>();
  const order = Array.from(eci.keys()).sort((a, b) => eci[a]! - eci[b]!);
  const marks = order.map((r) => {
    const met = beside.get(diversities[r]!) ?? 0;
    beside.set(diversities[r]!, met + 1);
    return { r, met };
  });
  const drawn = marks.flatMap(({ r, met }) => {
    const all = beside.get(diversities[r]!)!;
    const left = x(diversities[r]!) + (met - (all - 1) / 2) * 20;
    const isSure = lower[r]! > 0 || upper[r]! < 0;
    const colour = isSure ? "s1" : "s6";
    return [
      line(left, y(lower[r]!), left, y(upper[r]!), { stroke: colour, "stroke-width": 2 }),
      circle(left, y(eci[r]!), 4.5, { fill: colour }, `${panel.regions[r]}: ${figure(eci[r]!, 2)}`),
      text(left, y(upper[r]!) - 7, states[panel.regions[r]!]!, {
        "text-anchor": "middle",
        "font-size": 10.5,
        fill: isSure ? "s1" : "ink2",
      }),
    ];
  });
  const svg = picture(
    {
      title: "Two camps of states, and little order within them",
      description:
        "Economic complexity of the sixteen states of Germany against the number of occupations they are specialised in, with bootstrap intervals of 90 %; red where these leave no doubt on which side of 0 a state is. The sign of the index follows diversity, so that the diverse states with much land are up here and the specialised cities are down.",
      source: `2021. ${EMPLOYEES_SOURCE}`,
      height: 520,
    },
    [
      ...upwards(
        { scale: y, ticks: [-2, -1, 0, 1], label: "ECI", labelAt: 74, format: (value) => figure(value) },
        80,
        692,
      ),
      ...across(
        { scale: x, ticks: [11, 12, 13, 14, 15, 16, 17, 18, 19, 20], label: "diversity, occupations" },
        440,
        440,
      ),
      line(80, y(0), 692, y(0), { stroke: "strong" }),
      line(80, 440, 692, 440),
      ...drawn,
    ],
  );
  await expect(svg).toMatchFileSnapshot("./complexity-intervals.svg");
});
