import {
  drift,
  exponentialSmoothing,
  type Forecast,
  holt,
  naive,
  type SmoothingForecast,
  seasonalNaive,
  simpleExponentialSmoothing,
  theta,
} from "../src/forecasts/index.ts";
import type { Golden, Inputs } from "./golden.ts";

type Given = { y: number[]; frequency: number; h: number };
type Options = { period: number; horizon: number };

/** A method of a series of the file, by the name in the arguments. */
const of =
  (method: (y: number[], options: Options) => object): Golden =>
  (inputs: Inputs, args) => {
    const { y, frequency, h } = (inputs.series as Record<string, Given>)[String(args.series)]!;
    return method(y, { period: frequency, horizon: h });
  };

const bounds = ({ mean, lower, upper }: Forecast) => ({ mean, lower, upper });

/** Names as R's ets gives them; of the seasons, the last of the round is s0 and the first is not told. */
function parameters({ parameters }: Forecast, period: number): Record<string, number> {
  const { variance: _variance, level, trend, ...others } = parameters;
  const told: Record<string, number> = { l: level! };
  if (trend !== undefined) told.b = trend;
  for (const [name, value] of Object.entries(others)) {
    const season = /^season(\d+)$/.exec(name);
    if (!season) told[name] = value;
    else if (season[1] !== "1") told[`s${period - Number(season[1])}`] = value;
  }
  return told;
}

const fitted = (forecast: SmoothingForecast, { period }: Options) => ({
  ...bounds(forecast),
  par: parameters(forecast, period),
  aicc: forecast.aicc,
});

export const measures: Record<string, Golden> = {
  "forecast/naive": of((y, options) => bounds(naive(y, options))),
  "forecast/snaive": of((y, options) => bounds(seasonalNaive(y, options))),
  "forecast/rwf_drift": of((y, options) => bounds(drift(y, options))),
  "forecast/ses_fixed_alpha0.3_simple": of((y, options) =>
    bounds(simpleExponentialSmoothing(y, { ...options, alpha: 0.3, initial: "simple" })),
  ),
  "forecast/holt_fixed_0.5_0.2_simple": of((y, options) =>
    bounds(holt(y, { ...options, alpha: 0.5, beta: 0.2, initial: "simple" })),
  ),
  "forecast/ses_mle": of((y, options) => {
    const forecast = simpleExponentialSmoothing(y, options);
    const { alpha, level } = forecast.parameters;
    return { ...bounds(forecast), alpha, l0: level, aicc: forecast.aicc };
  }),
  "forecast/holt_mle": of((y, options) => fitted(holt(y, options), options)),
  "forecast/holt_damped_mle": of((y, options) => fitted(holt(y, { ...options, damped: true }), options)),
  "forecast/thetaf": of((y, options) => bounds(theta(y, options))),
  "forecast/ets_auto": of((y, options) => {
    const forecast = exponentialSmoothing(y, options);
    return { ...fitted(forecast, options), method: forecast.method, loglik: forecast.logLikelihood };
  }),
};
