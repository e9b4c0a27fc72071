import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normal, seeded } from "../core/random.ts";
import { admissible } from "./bounds.ts";
import { decompose } from "./decompose.ts";
import { fitModel } from "./fit.ts";
import { exponentialSmoothing, holt, simpleExponentialSmoothing } from "./index.ts";
import { nelderMead } from "./nelder-mead.ts";
import { project, run, type SmoothingModel, type State } from "./state-space.ts";
import { moments, simulate } from "./variance.ts";

const none = Number.NaN;
const jobs = [98, 102, 102, 106, 112, 114, 119, 123, 126, 127, 126, 133, 137, 149, 156, 162];

function seasonal(n: number, seed = 3, period = 4): number[] {
  const random = seeded(seed);
  return Array.from(
    { length: n },
    (_, t) => (100 + t) * (1 + 0.2 * Math.sin((2 * Math.PI * t) / period)) + normal(random),
  );
}

/** The textbook's table 2.1, spelled out with all states kept. */
function byHand(
  values: readonly number[],
  model: SmoothingModel,
  smoothing: [number, number, number, number],
  start: State,
) {
  const [alpha, beta, gamma, phi] = smoothing;
  const m = start.seasons.length;
  const l = [start.level];
  const b = [start.trend];
  const s = [...start.seasons];
  const fitted = values.map((y, t) => {
    const u = model.trend === "N" ? l[t]! : l[t]! + phi * b[t]!;
    const forecast = model.season === "N" ? u : model.season === "A" ? u + s[t]! : u * s[t]!;
    const e = model.error === "A" ? y - forecast : (y - forecast) / forecast;
    // Table 2.2 and 2.3: the error as it reaches level and season.
    const inLevel = model.season === "M" ? (y - forecast) / s[t]! : y - forecast;
    const inSeason = model.season === "M" ? (y - forecast) / u : y - forecast;
    expect(model.error === "A" ? forecast + e : forecast * (1 + e)).toBeCloseTo(y, 9);
    l.push(u + alpha * inLevel);
    b.push(phi * b[t]! + beta * inLevel);
    s.push(s[t]! + gamma * inSeason);
    return forecast;
  });
  return { fitted, level: l.at(-1)!, trend: b.at(-1)!, seasons: s.slice(-m) };
}

const models: SmoothingModel[] = (["A", "M"] as const).flatMap((error) =>
  (["N", "A", "M"] as const).flatMap((season) => [
    { error, season, trend: "N" as const, damped: false },
    { error, season, trend: "A" as const, damped: false },
    { error, season, trend: "A" as const, damped: true },
  ]),
);

const startOf = (model: SmoothingModel): State => ({
  level: 100,
  trend: model.trend === "N" ? 0 : 1.2,
  seasons:
    model.season === "N"
      ? new Float64Array(1)
      : Float64Array.from(model.season === "M" ? [1, 1.1, 0.9] : [0, 8, -8]),
});

describe("the state space models", () => {
  it.each(models)("run as in the table: $error $trend $season, damped $damped", (model) => {
    const values = seasonal(20, 7, 3);
    const phi = model.damped ? 0.9 : 1;
    const smoothing = { alpha: 0.4, beta: 0.1, gamma: 0.2, phi };
    const hand = byHand(values, model, [0.4, 0.1, 0.2, phi], startOf(model));
    const fitted = new Float64Array(20);
    const { end, meanSquare } = run(Float64Array.from(values), model, smoothing, startOf(model), fitted);
    fitted.forEach((x, t) => {
      expect(x).toBeCloseTo(hand.fitted[t]!, 9);
    });
    expect(end.level).toBeCloseTo(hand.level, 9);
    if (model.trend !== "N") expect(end.trend).toBeCloseTo(hand.trend, 9);
    // The season of the next period first: the third of a round of three.
    if (model.season !== "N")
      [0, 1, 2].forEach((k) => {
        expect(end.seasons[k]).toBeCloseTo(hand.seasons[k]!, 9);
      });
    expect(meanSquare).toBeCloseTo(values.reduce((sum, y, t) => sum + (y - fitted[t]!) ** 2, 0) / 20, 9);
  });

  it.each(models.filter(({ error, season }) => error === "M" || season !== "M"))(
    "have the variance that simulation finds: $error $trend $season, damped $damped",
    (model) => {
      const smoothing = { alpha: 0.3, beta: 0.05, gamma: 0.1, phi: model.damped ? 0.9 : 1 };
      const variance = model.error === "A" ? 4 : 0.0004;
      const end = startOf(model);
      const horizon = 5;
      const known = moments(end, model, smoothing, variance, horizon)!;
      const paths = simulate(end, model, smoothing, variance, { horizon, draws: 20000, random: seeded(11) });
      for (let h = 0; h < horizon; h++) {
        const column = paths.column(h);
        const mean = column.reduce((sum, x) => sum + x, 0) / column.length;
        const spread = column.reduce((sum, x) => sum + (x - mean) ** 2, 0) / column.length;
        expect(Math.abs(mean - known.mean[h]!)).toBeLessThan(4 * Math.sqrt(known.variances[h]! / 20000));
        expect(spread / known.variances[h]!).toBeGreaterThan(0.95);
        expect(spread / known.variances[h]!).toBeLessThan(1.05);
      }
    },
  );

  it("learn nothing from what is unknown", () => {
    const model: SmoothingModel = { error: "A", trend: "A", damped: false, season: "N" };
    const smoothing = { alpha: 0.5, beta: 0.1, gamma: 0, phi: 1 };
    const start: State = { level: 10, trend: 1, seasons: new Float64Array(1) };
    const { end } = run(Float64Array.from([none, none]), model, smoothing, start);
    expect(end).toMatchObject({ level: 12, trend: 1 });
    expect(project(start, model, 1, 3)[2]).toBe(project(end, model, 1, 1)[0]);
  });

  it("are admissible only where the past dies out", () => {
    const model: SmoothingModel = { error: "A", trend: "A", damped: false, season: "A" };
    expect(admissible({ alpha: 0.5, beta: 0.1, gamma: 0.1, phi: 1 }, model, 4)).toBe(true);
    expect(admissible({ alpha: 0.5, beta: 0.1, gamma: 1.6, phi: 1 }, model, 4)).toBe(false);
    expect(admissible({ alpha: 0.9999, beta: 0.9, gamma: 0.00005, phi: 1 }, model, 12)).toBe(false);
    const flat: SmoothingModel = { ...model, trend: "N" };
    expect(admissible({ alpha: 0.3, beta: 0, gamma: 0.2, phi: 1 }, flat, 12)).toBe(true);
  });

  it("are admissible where a long run forgets how it began", () => {
    const model: SmoothingModel = { error: "A", trend: "A", damped: true, season: "A" };
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (alpha, b, g) => {
        const smoothing = { alpha, beta: b * alpha, gamma: g * (1 - alpha), phi: 0.95 };
        const values = new Float64Array(3000);
        const start: State = { level: 1, trend: 0.3, seasons: Float64Array.from([1, -2, 0, 1]) };
        const { end } = run(values, model, smoothing, start);
        const left = Math.abs(project(end, model, 0.95, 1)[0]!);
        // Near the border it dies out too slowly, or grows too slowly, to tell.
        if (left < 1e-9) expect(admissible(smoothing, model, 4)).toBe(true);
        if (left > 1e6 || Number.isNaN(left)) expect(admissible(smoothing, model, 4)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the simplex search", () => {
  it("finds the bottom of Rosenbrock's valley", () => {
    const valley = (p: Float64Array) => (1 - p[0]!) ** 2 + 100 * (p[1]! - p[0]! ** 2) ** 2;
    const found = nelderMead(valley, Float64Array.from([-1.2, 1]))!;
    expect(found.converged).toBe(true);
    // The path of the published algorithm: where it stops, not where the bottom is.
    expect(found.at[0]).toBeCloseTo(1, 2);
    expect(found.value).toBeLessThan(1e-6);
  });

  it("stays where the function has a value, and cannot begin where it has none", () => {
    const walled = (p: Float64Array) => (p[0]! < 2 ? Number.POSITIVE_INFINITY : p[0]!);
    expect(nelderMead(walled, Float64Array.from([3]))!.at[0]).toBeCloseTo(2, 4);
    expect(nelderMead(walled, Float64Array.from([1]))).toBeUndefined();
  });

  it("gives up after as many calls as it is given", () => {
    const found = nelderMead((p) => -p[0]!, Float64Array.from([1]), { mostCalls: 30 })!;
    expect(found.converged).toBe(false);
    expect(found.calls).toBeLessThan(34);
  });
});

describe("classical decomposition", () => {
  it("finds the seasons of a series made of trend and seasons", () => {
    const turns = [3, -1, -4, 2];
    const added = Float64Array.from({ length: 20 }, (_, t) => 10 + 2 * t + turns[t % 4]!);
    const { figure, trend } = decompose(added, 4, "additive");
    figure.forEach((x, k) => {
      expect(x).toBeCloseTo(turns[k]!, 10);
    });
    expect([trend[0], trend[1], trend[18]]).toEqual([none, none, none]);
    expect(trend[5]).toBeCloseTo(20, 10);
  });
});

describe("simple exponential smoothing", () => {
  it("is the weighted mean of the past", () => {
    const values = [3, 8, 1, 5];
    const { mean, fitted, parameters } = simpleExponentialSmoothing(values, {
      alpha: 0.3,
      initial: "simple",
      horizon: 1,
    });
    expect(mean[0]).toBeCloseTo(0.3 * (5 + 0.7 * 1 + 0.49 * 8) + 0.343 * 3, 12);
    expect(fitted[0]).toBe(3);
    expect(parameters.level).toBe(3);
  });

  it("fits no worse than any fixed parameter", () => {
    const values = seasonal(40, 9).map((y, t) => y - t);
    const squares = (forecast: { residuals: Float64Array }) =>
      forecast.residuals.reduce((sum, e) => sum + e * e, 0);
    const best = squares(simpleExponentialSmoothing(values));
    for (const alpha of [0.05, 0.2, 0.5, 0.9])
      expect(best).toBeLessThanOrEqual(
        squares(simpleExponentialSmoothing(values, { alpha, initial: "simple" })),
      );
  });

  it("has intervals that hold what they say, and simulates none", () => {
    const random = seeded(8);
    let inside = 0;
    for (let k = 0; k < 200; k++) {
      let level = 50;
      const values = Array.from({ length: 61 }, () => {
        const e = normal(random);
        const y = level + e;
        level += 0.4 * e;
        return y;
      });
      const { lower, upper } = simpleExponentialSmoothing(values.slice(0, 60), { horizon: 1 });
      if (values[60]! >= lower.at(0, 0) && values[60]! <= upper.at(0, 0)) inside++;
    }
    expect(inside / 200).toBeGreaterThan(0.74);
    expect(inside / 200).toBeLessThan(0.87);
  });
});

describe("Holt's method", () => {
  it("goes on along a line without error", () => {
    const { mean } = holt([1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21], { horizon: 3 });
    [23, 25, 27].forEach((y, h) => {
      expect(mean[h]).toBeCloseTo(y, 3);
    });
  });

  it("takes given parameters as they are", () => {
    const { parameters, method } = holt(jobs, { alpha: 0.6, beta: 0.3, phi: 0.9 });
    expect(parameters).toMatchObject({ alpha: 0.6, beta: 0.3, phi: 0.9 });
    expect(method).toBe("Damped Holt's method");
  });

  it("says when a series is too short to be damped", () => {
    const { method, notes, parameters } = holt([1, 3, 2, 5, 4], { damped: true });
    expect(method).toBe("Holt's method");
    expect(notes.map(({ code }) => code)).toEqual(["fallback"]);
    expect([parameters.level, parameters.trend]).toEqual([1, 2]);
  });
});

describe("exponential smoothing", () => {
  it("chooses the model with the least criterion of all", () => {
    const chosen = exponentialSmoothing(jobs);
    for (const error of ["A", "M"] as const)
      for (const trend of ["N", "A"] as const)
        for (const damped of trend === "A" ? [true, false] : [false])
          expect(exponentialSmoothing(jobs, { error, trend, damped }).aicc).toBeGreaterThanOrEqual(
            chosen.aicc,
          );
  });

  it("tells likelihood and criteria as their formulas do", () => {
    const { logLikelihood, aic, aicc, bic, residuals } = exponentialSmoothing(jobs, {
      error: "A",
      trend: "A",
      damped: false,
    });
    const n = jobs.length;
    const squares = residuals.reduce((sum, e) => sum + e * e, 0);
    expect(logLikelihood).toBeCloseTo((-n / 2) * Math.log(squares), 9);
    // alpha, beta, level, trend and the variance.
    expect(aic).toBeCloseTo(-2 * logLikelihood + 10, 9);
    expect(aicc).toBeCloseTo(aic + 60 / (n - 6), 9);
    expect(bic).toBeCloseTo(-2 * logLikelihood + 5 * Math.log(n), 9);
  });

  it("finds seasons and keeps them over the horizon", () => {
    const { method, mean, parameters } = exponentialSmoothing(seasonal(48), { period: 4, horizon: 8 });
    expect(method).toMatch(/,[AM]\)$/);
    expect(mean[1]! - mean[3]!).toBeGreaterThan(40);
    const { season1, season2, season3, season4 } = parameters;
    expect(season1! + season2! + season3! + season4!).toBeCloseTo(method.endsWith("M)") ? 4 : 0, 9);
  });

  it("begins with one harmonic where there are fewer than three rounds", () => {
    const { method, mean } = exponentialSmoothing(seasonal(11), {
      period: 4,
      horizon: 4,
      error: "A",
      season: "A",
      trend: "N",
    });
    expect(method).toBe("ETS(A,N,A)");
    expect(mean.every(Number.isFinite)).toBe(true);
  });

  it("simulates intervals where no formula is known, the same for the same seed", () => {
    const options = {
      period: 4,
      error: "A",
      trend: "N",
      season: "M",
      restrict: false,
      draws: 400,
      horizon: 3,
    } as const;
    const one = exponentialSmoothing(seasonal(30), { ...options, seed: 5 });
    expect([...exponentialSmoothing(seasonal(30), { ...options, seed: 5 }).lower.values]).toEqual([
      ...one.lower.values,
    ]);
    expect([...exponentialSmoothing(seasonal(30), { ...options, seed: 6 }).lower.values]).not.toEqual([
      ...one.lower.values,
    ]);
    for (let h = 0; h < 3; h++) {
      expect(one.lower.at(h, 1)).toBeLessThan(one.lower.at(h, 0));
      expect(one.lower.at(h, 0)).toBeLessThan(one.mean[h]!);
      expect(one.mean[h]).toBeLessThan(one.upper.at(h, 0));
    }
  });

  it("leaves out what multiplies where a value is not above 0, or refuses it where it is asked for", () => {
    const values = [3, 0, 2, 5, 1, 4, 2, 3, 6, 2, 4];
    expect(exponentialSmoothing(values).notes.map(({ code }) => code)).toEqual(["fallback"]);
    expect(() => exponentialSmoothing(values, { error: "M" })).toThrow("0 is not above 0");
  });

  it.each([
    [{ error: "A", season: "M", period: 4 }, "no finite variance"],
    [{ trend: "N", damped: true }, "cannot be damped"],
    [{ season: "A" }, "period 1 has no seasons"],
    [{ season: "A", period: 30 }, "too many seasons"],
    [{ alpha: 2 }, "alpha is 2"],
    [{ phi: 0.5 }, "Give a number from 0.8 to 0.98."],
    [{ alpha: 0.3, beta: 0.4 }, "beta (0.4) is above alpha (0.3)"],
    [{ alpha: 0.8, gamma: 0.4 }, "gamma (0.4) is above 1 - alpha"],
    [{ draws: 0 }, "0 simulated futures cannot be"],
  ] as const)("refuses %o", (options, why) => {
    expect(() => exponentialSmoothing(jobs, options)).toThrow(why);
  });

  it("passes over unknown values, wherever they are", () => {
    const gaps = [none, ...jobs.slice(0, 5), none, ...jobs.slice(6), none];
    const { mean, fitted, notes } = exponentialSmoothing(gaps, { horizon: 2 });
    expect(mean.every(Number.isFinite)).toBe(true);
    expect(fitted[0]).toBeNaN();
    expect(fitted.slice(1).every(Number.isFinite)).toBe(true);
    expect(notes).toMatchObject([{ code: "missing", positions: [0, 6, 17] }]);
  });

  it.each([[[]], [[5]], [[5, 6]], [[5, 6, 9]], [[4, 4, 4]], [[0, 0, 0, 0, 0, 0, 0, 0, 0]]])(
    "is defined for %o",
    (values) => {
      for (const period of [1, 4]) {
        const { mean, notes } = exponentialSmoothing(values, { period, horizon: 2 });
        expect(mean.every((x) => Number.isFinite(x) || values.length === 0)).toBe(true);
        expect(notes.length).toBeGreaterThan(0);
      }
    },
  );

  it("forecasts k times as much of k times the series, as near as the search goes", () => {
    const one = exponentialSmoothing(jobs, { horizon: 3, error: "M", trend: "A", damped: false });
    const other = exponentialSmoothing(
      jobs.map((y) => 1024 * y),
      { horizon: 3, error: "M", trend: "A", damped: false },
    );
    one.mean.forEach((x, h) => {
      expect(Math.abs(other.mean[h]! / 1024 / x - 1)).toBeLessThan(0.02);
    });
  });

  it("does not change what it is given", () => {
    const given = Float64Array.from(jobs);
    exponentialSmoothing(given);
    expect([...given]).toEqual(jobs);
  });
});

describe("fitting a model", () => {
  it("needs two values more than it has numbers to estimate", () => {
    const model: SmoothingModel = { error: "A", trend: "A", damped: false, season: "N" };
    expect(fitModel(Float64Array.from([1, 3, 2, 4, 3]), model, 1, {}, "likelihood")).toBeUndefined();
    expect(fitModel(Float64Array.from([1, 3, 2, 4, 3, 6]), model, 1, {}, "likelihood")).toBeDefined();
  });
});
