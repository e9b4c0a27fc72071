import { AnalyticsError } from "../core/error.ts";
import type { Note } from "../core/note.ts";
import { checkWords } from "../core/one-of.ts";
import { USUAL } from "./bounds.ts";
import type { Criterion } from "./fit.ts";
import { checkDraws, type ForecastOptions } from "./forecast.ts";
import type { Series } from "./series.ts";
import type { Smoothing, SmoothingModel } from "./state-space.ts";

export type ExponentialSmoothingOptions = ForecastOptions & {
  /** How errors enter: "A" added, "M" multiplied. What is not told is chosen. */
  error?: "A" | "M";
  /** "N" none, "A" added. What is not told is chosen. */
  trend?: "N" | "A";
  /** Whether the trend fades. What is not told is chosen. */
  damped?: boolean;
  /** How seasons enter: "N" not, "A" added, "M" multiplied. What is not told is chosen. */
  season?: "N" | "A" | "M";
  /** Smoothing parameters that are fixed (from 0.0001 to 0.9999, phi from 0.8 to 0.98); the others are estimated. */
  alpha?: number;
  beta?: number;
  gamma?: number;
  phi?: number;
  /** What the model is chosen by: "aicc" unless told. */
  criterion?: "aic" | "aicc" | "bic";
  /** What the parameters are estimated by: the likelihood unless told, or the squared one-step errors. */
  estimation?: Criterion;
  /** Leaves out models with an infinite variance (added errors, multiplied seasons): true unless told. */
  restrict?: boolean;
  /** Of the simulated intervals, where a model has no others. */
  seed?: number;
  draws?: number;
};

type Season = "N" | "A" | "M";

/** The smoothing parameters that are fixed. */
export function givenOf({ alpha, beta, gamma, phi }: Partial<Smoothing>): Partial<Smoothing> {
  return {
    ...(alpha === undefined ? {} : { alpha }),
    ...(beta === undefined ? {} : { beta }),
    ...(gamma === undefined ? {} : { gamma }),
    ...(phi === undefined ? {} : { phi }),
  };
}

/** Refuses parameters outside the region they are searched in. */
export function checkSmoothing(options: ExponentialSmoothingOptions): void {
  checkWords(options, {
    error: ["A", "M"],
    trend: ["N", "A"],
    season: ["N", "A", "M"],
    criterion: ["aic", "aicc", "bic"],
    estimation: ["likelihood", "squares"],
  });
  const given = givenOf(options);
  for (const [name, value] of Object.entries(given)) {
    const least = USUAL.lower[name as keyof Smoothing];
    const most = USUAL.upper[name as keyof Smoothing];
    if (!(value >= least && value <= most))
      throw new AnalyticsError("option", `${name} is ${value}`, `Give a number from ${least} to ${most}.`);
  }
  const { alpha = USUAL.upper.alpha, beta = 0, gamma = 0 } = given;
  if (beta > alpha)
    throw new AnalyticsError("option", `beta (${beta}) is above alpha (${alpha})`, "Give a smaller beta.");
  if (given.alpha !== undefined && gamma > 1 - alpha)
    throw new AnalyticsError(
      "option",
      `gamma (${gamma}) is above 1 - alpha (${alpha})`,
      "Give a smaller gamma.",
    );
  checkDraws(options.draws);
}

/** What the seasons may be, with the reasons why there are none where the series cannot have any. */
export function seasonsOf(
  asked: Season | undefined,
  values: Float64Array,
  period: number,
  notes: Note[],
): Season[] {
  const wants = asked === "A" || asked === "M";
  if (period === 1) {
    if (wants)
      throw new AnalyticsError(
        "option",
        "A series of period 1 has no seasons",
        "Give its period, or the season N.",
      );
    return ["N"];
  }
  if (asked === "N") return ["N"];
  if (period > 24 && wants)
    throw new AnalyticsError(
      "option",
      `A period of ${period} has too many seasons to estimate`,
      "24 is the most.",
    );
  if (period <= 24 && values.length > period) return wants ? [asked] : ["N", "A", "M"];
  notes.push({
    code: "fallback",
    text:
      period > 24
        ? `A period of ${period} has too many seasons to estimate; the forecast is without.`
        : `The series is not longer than one round of ${period} periods; the forecast is without seasons.`,
  });
  return ["N"];
}

/** Refuses models that cannot be, or not of this series. */
export function checkAsked(
  { error, season, damped, trend, restrict = true }: ExponentialSmoothingOptions,
  { least, values }: Series,
): void {
  if (damped && trend === "N")
    throw new AnalyticsError(
      "option",
      "What has no trend cannot be damped",
      "Leave out damped, or give the trend A.",
    );
  if (restrict && error === "A" && season === "M")
    throw new AnalyticsError(
      "option",
      "Added errors with multiplied seasons have no finite variance",
      "Give the error M, or allow it with restrict: false.",
    );
  if (least <= 0 && (error === "M" || season === "M"))
    throw new AnalyticsError(
      "negative",
      `${least} is not above 0, which a model that multiplies needs`,
      "Give the error A and the season A or N, or leave the choice to the data.",
      { row: values.indexOf(least) },
    );
}

/** Whether there are fewer values than four more than a model has numbers to estimate. */
export function isTiny(
  known: number,
  { trend, damped }: ExponentialSmoothingOptions,
  season: Season | undefined,
  period: number,
): boolean {
  const seasonal = season === "A" || season === "M" ? period : 0;
  const numbers = 2 + (trend === "A" ? 2 : 0) + seasonal + (damped ? 1 : 0);
  return known <= numbers + 4;
}

/** All models that are asked for and can be of this series. */
export function candidates(
  { error, trend, damped, restrict = true }: ExponentialSmoothingOptions,
  seasons: readonly Season[],
  { least, notes }: Series,
): SmoothingModel[] {
  const multiplies = least > 0;
  if (!multiplies && (error === undefined || seasons.includes("M")))
    notes.push({
      code: "fallback",
      text: "Not all values are above 0, so models that multiply are left out.",
    });
  const models: SmoothingModel[] = [];
  for (const e of error ? [error] : (["A", "M"] as const))
    for (const t of trend ? [trend] : (["N", "A"] as const))
      for (const s of seasons)
        for (const d of damped === undefined ? [true, false] : [damped]) {
          if (t === "N" && d) continue;
          if (restrict && e === "A" && s === "M") continue;
          if (!multiplies && (e === "M" || s === "M")) continue;
          models.push({ error: e, trend: t, damped: d, season: s });
        }
  return models;
}
