import fc from "fast-check";
import createHighs from "highs";
import { describe, expect, it } from "vitest";
import { seeded } from "../core/random.ts";
import { attackFigures } from "./attack.ts";
import { crossTable } from "./cross-table.ts";
import type { Disclosure } from "./figures.ts";
import { protectFigures } from "./protect.ts";

const highs = await createHighs();

const sumOf = ({ values, figures }: Disclosure, figure: number) =>
  figures[figure]!.reduce((sum, one) => sum + (values ? values[one]! : 1), 0);

/**
 * A reader of our own making, who shares nothing with the library: one unknown for each contributor, the figures shown as equations, and a
 * solver of linear programmes that others wrote. Returns what can be told of the sum of some contributors.
 */
function reader(
  disclosure: Disclosure,
  shown: readonly boolean[],
  group: readonly number[],
): [number, number] {
  const everybody = [...new Set(disclosure.figures.flat())];
  const known = disclosure.figures.flatMap((contributors, figure) =>
    shown[figure] && contributors.length > 0
      ? [` c${figure}: ${contributors.map((one) => `x${one}`).join(" + ")} = ${sumOf(disclosure, figure)}`]
      : [],
  );
  const ends = (["Minimize", "Maximize"] as const).map((aim) => {
    const problem = `${aim}\n obj: ${group.map((one) => `x${one}`).join(" + ")}\nSubject To\n${known.join("\n")}\n c: 0 x${everybody[0]} <= 1\nBounds\n${everybody.map((one) => ` 0 <= x${one} <= 1e6`).join("\n")}\nEnd`;
    return (highs.solve(problem) as { ObjectiveValue: number }).ObjectiveValue;
  });
  return [ends[0]!, ends[1]!];
}

/** A table of firms by two or three dimensions, with all totals. */
function randomTable(seed: number): Disclosure {
  const random = seeded(seed);
  const firms = 4 + Math.floor(random() * 40);
  const dimensions = Array.from({ length: random() < 0.7 ? 2 : 3 }, () => {
    const codes = 2 + Math.floor(random() * 3);
    return Array.from({ length: firms }, () => String(Math.floor(random() * random() * codes)));
  });
  const figures = crossTable(dimensions).map(({ contributors }) => contributors);
  const values =
    random() < 0.5 ? null : Array.from({ length: firms }, () => Math.round(random() ** 4 * 1000));
  return { values, figures };
}

describe("figures that say too much", () => {
  it("are those of few, and those in which one has nearly all", () => {
    expect(protectFigures({ values: null, figures: [[0, 1], [2, 3, 4], []] })).toEqual(["few", null, null]);
    expect(
      protectFigures({
        values: [98, 1, 1, 5, 5, 5],
        figures: [
          [0, 1, 2],
          [3, 4, 5],
        ],
      }),
    ).toEqual(["dominated", null]);
  });

  it("are never told by the figures that are shown, on 1,000 random tables, by a reader who tries", () => {
    let hidden = 0;
    for (let seed = 1; seed <= 1000; seed++) {
      const disclosure = randomTable(seed);
      const kept = protectFigures(disclosure);
      const shown = kept.map((why) => why === null);
      expect([seed, attackFigures(disclosure, shown)]).toEqual([seed, []]);
      // The other reader is slow: figures that are kept back for their own sake, of every fifth table.
      if (seed % 5) continue;
      kept.forEach((why, figure) => {
        if (why !== "few" && why !== "dominated") return;
        const [low, high] = reader(disclosure, shown, disclosure.figures[figure]!);
        const value = sumOf(disclosure, figure);
        hidden += 1;
        if (value > 0)
          expect([seed, figure, high - low >= (disclosure.values ? 0.2 * value : 1) - 1e-6]).toEqual([
            seed,
            figure,
            true,
          ]);
      });
    }
    expect(hidden).toBeGreaterThan(100);
  }, 120_000);

  it("would be told without complementary ones: the attack finds what the other reader finds", () => {
    let open = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const disclosure = randomTable(seed);
      const shown = protectFigures(disclosure).map((why) => why !== "few" && why !== "dominated");
      for (const breach of attackFigures(disclosure, shown)) {
        if (breach.figure === null) continue;
        const [low, high] = reader(disclosure, shown, disclosure.figures[breach.figure]!);
        expect([breach.low, breach.high]).toEqual([expect.closeTo(low, 4), expect.closeTo(high, 4)]);
        open += 1;
      }
    }
    expect(open).toBeGreaterThan(20);
  });

  it("follow from a change between two tables in time as well", () => {
    // One firm joined: the two totals of the suppliers tell its turnover.
    const before = [0, 1, 2, 3];
    const now = [0, 1, 2, 3, 4];
    const disclosure = { values: [10, 20, 30, 40, 77], figures: [before, now], published: 1 };
    expect(protectFigures(disclosure)).toEqual([null, "complementary"]);
    expect(attackFigures(disclosure, [true, true])).toMatchObject([
      { contributors: 1, figure: null, value: 77, low: 77, high: 77, from: [0, 1] },
    ]);
  });

  it("cannot be called back once they are out", () => {
    expect(() => protectFigures({ values: null, figures: [[0], [0, 1, 2]], published: 1 })).toThrow(
      "What is out already tells too much",
    );
  });

  it("are protected whatever is asked: no figure of few is ever shown, and showing all is kept where nothing is small", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 })), {
          minLength: 1,
          maxLength: 30,
        }),
        fc.integer({ min: 1, max: 5 }),
        (firms, minimum) => {
          const figures = crossTable([firms.map(([a]) => String(a)), firms.map(([, b]) => String(b))]).map(
            ({ contributors }) => contributors,
          );
          const kept = protectFigures({ values: null, figures }, { minimum });
          const small = figures.map(({ length }) => length < minimum);
          kept.forEach((why, figure) => {
            if (small[figure]) expect(why).toBe("few");
          });
          if (!small.includes(true)) expect(kept.every((why) => why === null)).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});
