import { expect, it } from "vitest";
import { locationQuotient, panelFromCsv } from "../src/index.ts";
import { EMPLOYEES_SOURCE, employees } from "./data.ts";
import { box, type Colour, figure, picture, text } from "./draw.ts";
import { states } from "./states.ts";

const STEPS: readonly { below: number; fill: Colour; opacity: number }[] = [
  { below: 0.5, fill: "s2", opacity: 0.85 },
  { below: 0.8, fill: "s2", opacity: 0.4 },
  { below: 1.25, fill: "sunk", opacity: 1 },
  { below: 2, fill: "s1", opacity: 0.45 },
  { below: Number.POSITIVE_INFINITY, fill: "s1", opacity: 0.95 },
];
const WORDS = ["below 0.5", "0.5 to 0.8", "as expected", "1.25 to 2", "2 and more"];

it("draws location quotients as a heat map", async () => {
  // #region example
  const panel = panelFromCsv(employees, { region: "state", activity: "occupation", value: ["2013", "2021"] });
  const quotients = locationQuotient(panel.matrix("2021"));
  // #endregion

  const { regions, activities } = panel;
  const spread = (column: number) =>
    Math.max(...quotients.column(column)) - Math.min(...quotients.column(column));
  const shown = Array.from(activities.keys())
    .sort((a, b) => spread(b) - spread(a))
    .slice(0, 20);
  // Neighbours are alike: the states with much software first.
  const software = quotients.column(activities.indexOf("Software, IT"));
  const rows = Array.from(regions.keys()).sort((a, b) => software[b]! - software[a]!);
  const affinity = (c: number) =>
    rows.reduce((sum, r, place) => sum + place * quotients.at(r, c), 0) /
    quotients.column(c).reduce((sum, x) => sum + x, 0);
  shown.sort((a, b) => affinity(a) - affinity(b));

  const left = 180;
  const width = 510 / rows.length;
  const cells = shown.flatMap((c, i) =>
    rows.map((r, j) => {
      const quotient = quotients.at(r, c);
      const { fill, opacity } = STEPS.find(({ below }) => quotient < below)!;
      const told = `${activities[c]} in ${regions[r]}: ${figure(quotient, 2)}`;
      return box(
        left + j * width,
        100 + i * 22,
        width - 1.5,
        20.5,
        { fill, "fill-opacity": opacity, rx: 1.5 },
        told,
      );
    }),
  );
  const key = STEPS.flatMap(({ fill, opacity }, k) => [
    box(left + k * 102, 552, 14, 14, { fill, "fill-opacity": opacity, rx: 1.5 }),
    text(left + 20 + k * 102, 563, WORDS[k]!, { "font-size": 11 }),
  ]);
  const svg = picture(
    {
      title: "Cities write software, the country builds and farms",
      description:
        "Location quotients of the twenty most unevenly spread occupations in the sixteen states of Germany: red where a state has more of an occupation than its size lets expect, blue where less. States with much software stand left, and the occupations they have are at the top.",
      source: `2021. ${EMPLOYEES_SOURCE}`,
      height: 610,
    },
    [
      ...rows.map((r, j) =>
        text(left + (j + 0.5) * width - 0.75, 90, states[regions[r]!]!, {
          "text-anchor": "middle",
          "font-size": 11,
        }),
      ),
      ...shown.map((c, i) =>
        text(left - 10, 114 + i * 22, activities[c]!, { fill: "ink", "text-anchor": "end" }),
      ),
      ...cells,
      ...key,
    ],
  );
  await expect(svg).toMatchFileSnapshot("./location-quotient.svg");
});
