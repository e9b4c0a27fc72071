import { scaleLinear } from "d3-scale";
import { expect, it } from "vitest";
import { rankIntervals } from "../src/index.ts";
import { composite } from "./data.ts";
import { across, box, circle, line, picture, text } from "./draw.ts";

it("draws how far ranks of an index are a matter of choice", async () => {
  // #region example
  const { X, polarity } = composite;
  const { reference, low, high, frequency } = rankIntervals(X, { polarity, weightSpread: 0.25, draws: 1000 });
  // #endregion

  const x = scaleLinear([1, 15], [110, 660]);
  const step = x(2) - x(1);
  const rows = Array.from(reference.keys()).sort((a, b) => reference[a]! - reference[b]!);
  const most = Math.max(...frequency.values);
  const top = 84;
  const drawn = rows.flatMap((u, i) => {
    const y = top + 24 * i;
    const cells = Array.from(frequency.row(u), (share, rank) =>
      share > 0.005
        ? box(x(rank + 1) - step / 2 + 1, y, step - 2, 20, {
            fill: "s2",
            "fill-opacity": 0.06 + (0.6 * share) / most,
            rx: 1.5,
          })
        : "",
    );
    return [
      text(70, y + 14.5, `unit ${u + 1}`, { fill: "ink", "text-anchor": "end" }),
      ...cells.filter(Boolean),
      line(x(low[u]!), y + 10, x(high[u]!), y + 10, { stroke: "ink2", "stroke-width": 1.5 }),
      circle(
        x(reference[u]!),
        y + 10,
        5,
        { fill: "s1" },
        `unit ${u + 1}: rank ${reference[u]}, ${low[u]} to ${high[u]}`,
      ),
    ];
  });
  const bottom = top + 24 * rows.length;
  const svg = picture(
    {
      title: "The first two places are safe, the middle is a matter of taste",
      description:
        "Ranks of fifteen made-up units in a composite index of six indicators, over 1,000 draws of normalisation, aggregation and weights: the deeper a square, the more often a unit takes that rank. The dot is the rank by the first choice, the line leads over nine draws in ten.",
      source: "Made-up indicators.",
      height: bottom + 76,
    },
    [
      ...across(
        { scale: x, ticks: Array.from({ length: 15 }, (_, k) => k + 1), label: "rank" },
        bottom,
        bottom,
      ),
      ...drawn,
    ],
  );
  await expect(svg).toMatchFileSnapshot("./rank-intervals.svg");
});
