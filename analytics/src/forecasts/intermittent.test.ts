import { describe, expect, it } from "vitest";
import { seeded } from "../core/random.ts";
import { croston, syntetosBoylan, teunterSyntetosBabai } from "./index.ts";

const none = Number.NaN;
// Events at 2, 5 and 6: sizes 4, 8, 2, gaps 2, 3, 1.
const events = [0, 4, 0, 0, 8, 2, 0];

describe("Croston's method", () => {
  it("smooths sizes and gaps apart, and only at events", () => {
    const { mean, fitted, parameters } = croston(events, { alpha: 0.5, horizon: 3 });
    // Sizes 4, 6, 4; gaps 2, 2.5, 1.75.
    expect(parameters).toMatchObject({ size: 4, gap: 1.75 });
    expect(mean).toEqual(new Float64Array(3).fill(4 / 1.75));
    expect([...fitted]).toEqual([none, none, 2, 2, 2, 6 / 2.5, 4 / 1.75]);
  });

  it("smooths gaps with their own parameter", () => {
    const { parameters } = croston(events, { alpha: 0.5, beta: 0.1 });
    // Gaps 2, 2.1, 1.99.
    expect(parameters.gap).toBeCloseTo(1.99, 12);
  });

  it("does not count periods of which nothing is known", () => {
    expect(croston([0, none, 4, 0, none, 8]).parameters).toEqual(croston([0, 4, 0, 8]).parameters);
  });

  it("has intervals in which events are as frequent as estimated", () => {
    const { mean, lower, upper } = croston([0, 0, 0, 0, 3, 0, 0, 0, 0, 3], {
      horizon: 1,
      levels: [0.5, 0.95],
    });
    expect(mean[0]).toBeCloseTo(0.6, 12);
    expect([lower.at(0, 0), upper.at(0, 0), lower.at(0, 1), upper.at(0, 1)]).toEqual([0, 0, 0, 3]);
  });
});

describe("Syntetos and Boylan's approximation", () => {
  it("takes half the smoothing parameter of the gaps off", () => {
    const options = { alpha: 0.3, beta: 0.2, horizon: 1 };
    expect(syntetosBoylan(events, options).mean[0]).toBeCloseTo(0.9 * croston(events, options).mean[0]!, 12);
  });

  it("is less biased than Croston's", () => {
    const random = seeded(2);
    let off = [0, 0];
    for (let k = 0; k < 300; k++) {
      const values = Array.from({ length: 80 }, () => (random() < 0.25 ? 10 : 0));
      if (values.every((y) => y === 0)) continue;
      const options = { alpha: 0.3, horizon: 1, draws: 1 };
      off = [
        off[0]! + croston(values, options).mean[0]! - 2.5,
        off[1]! + syntetosBoylan(values, options).mean[0]! - 2.5,
      ];
    }
    expect(off[0]! / 300).toBeGreaterThan(0.2);
    expect(Math.abs(off[1]! / 300)).toBeLessThan(off[0]! / 600);
  });
});

describe("Teunter, Syntetos and Babai's method", () => {
  it("lowers the probability in each period without an event", () => {
    const { mean, parameters, fitted } = teunterSyntetosBabai([0, 4, 0, 0, 8], {
      alpha: 0.5,
      beta: 0.2,
      horizon: 1,
    });
    // Probability 0.5, 0.4, 0.32, then 0.32 + 0.2 × 0.68; sizes 4, 6.
    expect(parameters.probability).toBeCloseTo(0.456, 12);
    expect(mean[0]).toBeCloseTo(6 * 0.456, 12);
    expect(fitted[2]).toBe(2);
    expect(fitted[4]).toBeCloseTo(1.28, 12);
  });

  it("notices that events have stopped, which Croston's does not", () => {
    const stopped = [3, 0, 3, 0, 3, ...new Array<number>(40).fill(0)];
    expect(teunterSyntetosBabai(stopped).mean[0]).toBeLessThan(0.05);
    expect(croston(stopped).mean[0]).toBeGreaterThan(1.5);
  });
});

describe.each([croston, syntetosBoylan, teunterSyntetosBabai])("%o", (method) => {
  it("says what it cannot know", () => {
    const nothing = method([0, 0, 0], { horizon: 1 });
    expect([nothing.mean[0], nothing.upper.at(0, 0)]).toEqual([0, none]);
    expect(nothing.notes.map(({ code }) => code)).toEqual(["degenerate"]);
    expect(method([0, 5]).notes[0]?.text).toContain("one event");
    expect([...method([], { horizon: 1 }).mean]).toEqual([none]);
  });

  it("is the same for the same seed", () => {
    const bounds = (seed: number) => [
      ...method([1, 0, 5, 0, 9, 12, 3, 8, 7], { seed, draws: 30 }).upper.values,
    ];
    expect(bounds(3)).toEqual(bounds(3));
    expect(bounds(3)).not.toEqual(bounds(4));
  });

  it("refuses what has no size", () => {
    expect(() => method([0, -1])).toThrow("-1 is below zero (row 1).");
    expect(() => method([1], { alpha: 0 })).toThrow("alpha is 0.");
  });
});
