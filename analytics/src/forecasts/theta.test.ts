import { describe, expect, it } from "vitest";
import { normal, seeded } from "../core/random.ts";
import { simpleExponentialSmoothing, theta } from "./index.ts";

const none = Number.NaN;
const jobs = [98, 102, 102, 106, 112, 114, 119, 123, 126, 127, 126, 133, 137, 149, 156, 162];

function seasonal(n: number, shift = 0): number[] {
  const random = seeded(4);
  return Array.from(
    { length: n },
    (_, t) => shift + (100 + t) * (1 + 0.3 * Math.sin((Math.PI * t) / 2)) + normal(random),
  );
}

describe("the Theta method", () => {
  it("is simple smoothing with half the slope of the series added", () => {
    const { mean, parameters } = theta(jobs, { horizon: 5 });
    const n = jobs.length;
    const middle = jobs.reduce((sum, y) => sum + y, 0) / n;
    const slope =
      jobs.reduce((sum, y, t) => sum + (t - (n - 1) / 2) * (y - middle), 0) / ((n * (n ** 2 - 1)) / 12);
    expect(parameters.drift).toBeCloseTo(slope / 2, 10);
    expect(mean[4]! - mean[3]!).toBeCloseTo(slope / 2, 10);
    const alpha = parameters.alpha!;
    const level = simpleExponentialSmoothing(jobs).mean[0]!;
    expect(mean[0]).toBeCloseTo(level + (slope / 2) * ((1 - (1 - alpha) ** n) / alpha), 10);
  });

  it("averages its two lines where these are asked for", () => {
    const line = Array.from({ length: 20 }, (_, t) => 3 + 2 * t);
    // Without curvature both lines are the series itself; the smoothed one stays behind.
    const { mean } = theta(line, { variant: "two-lines", horizon: 2 });
    const level = simpleExponentialSmoothing(line).mean[0]!;
    expect(mean[0]).toBeCloseTo((3 + 2 * 20 + level) / 2, 6);
    expect(mean[1]! - mean[0]!).toBeCloseTo(1, 9);
  });

  it("agrees between its variants where the series is long and its level moves slowly", () => {
    const one = theta(jobs, { horizon: 3 });
    const two = theta(jobs, { horizon: 3, variant: "two-lines" });
    one.mean.forEach((x, h) => {
      expect(two.mean[h]! / x).toBeCloseTo(1, 1);
    });
  });

  it("takes significant seasons out and puts them back", () => {
    const { mean } = theta(seasonal(32), { period: 4, horizon: 4 });
    // High in the second quarter, low in the fourth.
    expect(mean[1]! / mean[3]!).toBeGreaterThan(1.6);
    expect(theta(jobs, { period: 4 }).mean[1]! - theta(jobs, { period: 4 }).mean[0]!).toBeCloseTo(
      theta(jobs).parameters.drift!,
      9,
    );
  });

  it("adds seasons where values are not above 0, and leaves them out of short series", () => {
    const below = theta(seasonal(32, -110), { period: 4, horizon: 4 });
    expect(below.notes.map(({ code }) => code)).toEqual(["fallback"]);
    expect(below.mean[1]! - below.mean[3]!).toBeGreaterThan(50);
    expect(theta(seasonal(7), { period: 4 }).notes[0]?.text).toContain("fewer than two rounds");
  });

  it("is defined for next to nothing", () => {
    expect([...theta([5], { horizon: 2 }).mean]).toEqual([5, 5]);
    expect(theta([5], { horizon: 2 }).lower.at(0, 0)).toBeNaN();
    expect([...theta([], { horizon: 1 }).mean]).toEqual([none]);
    expect([...theta([3, 3, 3, 3, 3, 3, 3, 3, 3], { period: 4, horizon: 1 }).mean]).toEqual([3]);
    expect(theta([1, none, 3, 4, 5, none, 7, 8], { horizon: 1 }).mean.every(Number.isFinite)).toBe(true);
  });

  it("fits each period from those before it", () => {
    const { fitted, residuals } = theta(jobs);
    expect(fitted[0]).toBeCloseTo(theta(jobs).parameters.level!, 10);
    residuals.forEach((e, t) => {
      expect(e).toBeCloseTo(jobs[t]! - fitted[t]!, 10);
    });
  });
});
