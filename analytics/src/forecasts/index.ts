export { type Accuracy, type AccuracyOptions, forecastAccuracy } from "./accuracy.ts";
export {
  type BackTest,
  type BackTestOptions,
  backTest,
  bestForecast,
  type ForecastMethod,
  type Tested,
} from "./back-test.ts";
export { type CombineOptions, combineForecasts } from "./combine.ts";
export { exponentialSmoothing } from "./exponential-smoothing.ts";
export type { Forecast, ForecastOptions } from "./forecast.ts";
export { type HoltOptions, holt, type SimpleSmoothingOptions, simpleExponentialSmoothing } from "./holt.ts";
export { croston, type IntermittentOptions, syntetosBoylan, teunterSyntetosBabai } from "./intermittent.ts";
export * from "./panel/index.ts";
export { dampedDrift, drift, naive, seasonalNaive } from "./random-walk.ts";
export { historicalProportions, type Reconciled, type ReconcileOptions, reconcile } from "./reconcile.ts";
export { type RisingShares, risingShares, type Shares } from "./rising-shares.ts";
export {
  type ShiftShareForecast,
  type ShiftShareForecastOptions,
  shiftShareForecast,
} from "./shift-share-forecast.ts";
export type { SmoothingForecast } from "./smoothing-forecast.ts";
export type { ExponentialSmoothingOptions } from "./smoothing-models.ts";
export { summingMatrix } from "./summing.ts";
export { type ThetaOptions, theta } from "./theta.ts";
