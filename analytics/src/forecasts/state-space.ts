/**
 * A model of exponential smoothing: how errors enter ("A" added, "M" multiplied), whether there is a trend ("N" none, "A"
 * added, `damped` or not) and how the seasons enter ("N" none, "A" added, "M" multiplied).
 */
export type SmoothingModel = {
  error: "A" | "M";
  trend: "N" | "A";
  damped: boolean;
  season: "N" | "A" | "M";
};

/** How fast level (alpha), trend (beta) and seasons (gamma) follow the errors, and how the trend is damped (phi). */
export type Smoothing = { alpha: number; beta: number; gamma: number; phi: number };

/** Level, trend, and one number for each season of the round, the season of the next period first. */
export type State = { level: number; trend: number; seasons: Float64Array };

/** What comes of running a model through a series. */
export type Run = {
  /** n log Σ e², and for multiplied errors 2 Σ log |ŷ| more: minus twice the log-likelihood, but for a constant. */
  deviance: number;
  /** Mean squared error, in the unit of the series squared. */
  meanSquare: number;
  end: State;
};

/** "ETS(M,Ad,N)" and the like. */
export const nameOf = ({ error, trend, damped, season }: SmoothingModel): string =>
  `ETS(${error},${trend}${damped ? "d" : ""},${season})`;

/**
 * Runs a model through a series from a first state, one step after the other. An unknown value teaches nothing: the state
 * goes on as forecast. Writes the one-step forecasts into `fitted` and the errors (relative ones if they multiply) into
 * `errors` where these are given. O(n).
 *
 * R. J. Hyndman, A. B. Koehler, J. K. Ord and R. D. Snyder, Forecasting with Exponential Smoothing: The State Space
 * Approach (2008), table 2.1.
 */
export function run(
  values: Float64Array,
  model: SmoothingModel,
  smoothing: Smoothing,
  start: State,
  fitted?: Float64Array,
  errors?: Float64Array,
): Run {
  const end = { level: start.level, trend: start.trend, seasons: start.seasons.slice() };
  const result: Run = { deviance: 0, meanSquare: 0, end };
  advance(values, model, smoothing, result, fitted, errors);
  const { seasons } = end;
  const m = seasons.length;
  const turned = Float64Array.from(seasons, (_, k) => seasons[(values.length + k) % m]!);
  return { ...result, end: { ...end, seasons: turned } };
}

/**
 * What `run` does, without making anything: `into.end` is the first state and becomes the last, but that its seasons stay in
 * the order of the round. `season` is which of them is that of the first value.
 */
export function advance(
  values: Float64Array,
  model: SmoothingModel,
  { alpha, beta, gamma, phi }: Smoothing,
  into: Run,
  fitted?: Float64Array,
  errors?: Float64Array,
  season = 0,
): void {
  const relative = model.error === "M";
  const trended = model.trend !== "N";
  const seasonal = model.season !== "N";
  const multiplies = model.season === "M";
  const { seasons } = into.end;
  const m = seasons.length;
  const follow = trended ? beta / alpha : 0;
  let { level, trend } = into.end;
  let at = season;
  let squares = 0;
  let raw = 0;
  let logs = 0;
  let known = 0;
  for (let t = 0; t < values.length; t++) {
    const damped = trended ? phi * trend : 0;
    const expected = level + damped;
    const turn = seasonal ? seasons[at]! : 0;
    const forecast = multiplies ? expected * turn : expected + turn;
    const y = values[t]!;
    const off = y - forecast;
    const error = relative ? off / forecast : off;
    if (fitted) fitted[t] = forecast;
    if (errors) errors[t] = error;
    let without = expected;
    const isKnown = !Number.isNaN(y);
    if (isKnown) {
      squares += error * error;
      raw += off * off;
      if (relative) logs += Math.log(Math.abs(forecast));
      known++;
      without = multiplies ? divided(y, turn) : y - turn;
    }
    const next = expected + alpha * (without - expected);
    if (trended) trend = damped + follow * (next - level - damped);
    level = next;
    if (seasonal) {
      if (isKnown) {
        const seen = multiplies ? divided(y, expected) : y - expected;
        seasons[at] = turn + gamma * (seen - turn);
      }
      at = at + 1 === m ? 0 : at + 1;
    }
  }
  into.deviance = known * Math.log(squares) + 2 * logs;
  into.meanSquare = raw / known;
  into.end.level = level;
  into.end.trend = trend;
}

/** A season or level of next to nothing says next to nothing about the other; a huge number keeps the search away from it. */
const divided = (a: number, b: number): number => (Math.abs(b) < 1e-10 ? 1e10 : a / b);

/** What the model expects of the next periods if no error comes. */
export function project(
  { level, trend, seasons }: State,
  model: SmoothingModel,
  phi: number,
  horizon: number,
): Float64Array {
  let damped = 0;
  return Float64Array.from({ length: horizon }, (_, h) => {
    damped += model.damped ? phi ** (h + 1) : 1;
    const expected = model.trend === "N" ? level : level + damped * trend;
    const turn = seasons[h % seasons.length]!;
    return model.season === "N" ? expected : model.season === "A" ? expected + turn : expected * turn;
  });
}
