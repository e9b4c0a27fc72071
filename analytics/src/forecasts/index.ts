export {
  type ExponentialSmoothingOptions,
  exponentialSmoothing,
  type SmoothingForecast,
} from "./exponential-smoothing.ts";
export type { Forecast, ForecastOptions } from "./forecast.ts";
export { type HoltOptions, holt, type SimpleSmoothingOptions, simpleExponentialSmoothing } from "./holt.ts";
export { dampedDrift, drift, naive, seasonalNaive } from "./random-walk.ts";
