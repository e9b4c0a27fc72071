import { describe, expect, it } from "vitest";
import { tenths } from "./page.tsx";
import {
  answersByMonth,
  concentrationOf,
  countsOf,
  medianOf,
  precisionByMonth,
  type Suggested,
} from "./rules.ts";

const one = (about: Partial<Suggested>): Suggested => ({
  needId: "need",
  organisationId: "a",
  month: "2026-11",
  place: 1,
  plainPlace: 1,
  verdict: null,
  introduced: false,
  ...about,
});

describe("precision at five", () => {
  it("is the share of good ones among those answered", () => {
    const rows = [
      one({ verdict: "good" }),
      one({ verdict: "not-relevant", place: 2 }),
      one({ introduced: true, place: 3 }),
      one({ place: 4 }),
    ];
    expect(precisionByMonth(rows)).toEqual([
      { month: "2026-11", shown: 4, answered: 3, good: 2, precision: 2 / 3 },
    ]);
  });

  it("leaves out what stood further down", () => {
    expect(precisionByMonth([one({ place: 6, verdict: "good" })])).toEqual([]);
  });

  it("is unknown, not zero, where nobody has answered", () => {
    expect(precisionByMonth([one({})])[0]!.precision).toBeNull();
  });

  it("takes an introduction for a good word, whatever was said beside it", () => {
    expect(precisionByMonth([one({ introduced: true, verdict: "not-relevant" })])[0]!.precision).toBe(1);
  });
});

describe("concentration", () => {
  it.each([
    ["nothing", [0, 0, 0], null],
    ["everybody alike", [2, 2, 2, 2], 0],
    ["one alone", [0, 0, 0, 4], 0.75],
  ] as const)("of %s", (_what, counts, gini) => {
    expect(concentrationOf(counts).gini).toBe(gini);
  });

  it("counts only the first five places, and those never suggested as none", () => {
    const { shown, plain } = countsOf(
      [one({ place: 1, plainPlace: 7 }), one({ organisationId: "b", place: 6, plainPlace: 2 })],
      ["a", "b", "c"],
    );
    expect([...shown.values()]).toEqual([1, 0, 0]);
    expect([...plain.values()]).toEqual([0, 1, 0]);
  });

  it("reads the curve at each tenth of the members", () => {
    const even = concentrationOf([1, 1, 1]);
    const all = concentrationOf([0, 0, 0, 0, 1]);
    const rows = tenths(even, all);
    expect(rows.map(({ shown }) => Math.round(shown * 100))).toEqual([
      10, 20, 30, 40, 50, 60, 70, 80, 90, 100,
    ]);
    expect(rows.map(({ plain }) => Math.round(plain * 100))).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 50, 100]);
  });
});

describe("the time to an answer", () => {
  it("is the median of those that came", () => {
    expect(
      answersByMonth([
        { month: "2026-10", days: 3 },
        { month: "2026-10", days: null },
      ]),
    ).toEqual([{ month: "2026-10", asked: 2, answered: 1, median: 3 }]);
  });

  it.each([
    [[], null],
    [[4], 4],
    [[9, 1, 3], 3],
    [[1, 2, 4, 9], 3],
  ] as const)("of %j is %s", (values, median) => {
    expect(medianOf(values)).toBe(median);
  });
});
