import { AnalyticsError } from "../core/error.ts";
import { Matrix, type Vector } from "../core/matrix.ts";
import { below, seeded } from "../core/random.ts";
import {
  checkDraws,
  type Forecast,
  type ForecastOptions,
  type Frame,
  frameOf,
  simulatedBounds,
  unknownForecast,
} from "./forecast.ts";
import { residualsOf, type Series, seriesOf } from "./series.ts";

export type IntermittentOptions = ForecastOptions & {
  /** How fast the size of events follows, from above 0 to 1: 0.1 unless told. */
  alpha?: number;
  /** How fast their frequency follows: as `alpha` unless told. */
  beta?: number;
  /** Of the simulated intervals. */
  seed?: number;
  draws?: number;
};

/** Size of an event and share of periods with one, as they stand after a series, and the forecast of each period before it. */
type Rates = { size: number; probability: number; fitted: Float64Array };

/**
 * Croston's method for rare events (foundings, patents, large orders): most periods have none. The size of events and the
 * gap between them are smoothed apart, each only when there is an event:
 *
 *     z ← z + α (y - z),   p ← p + β (gap - p),   ŷ(T + h) = z / p for all h
 *
 * z starts at the first event, p at its position from 1. Takes a series of amounts in the order of time, most of them 0,
 * returns a forecast in its unit per period. `parameters`: size z, gap p, probability 1/p. Croston left intervals open; here
 * they are simulated (`seed`, `draws`): an event comes with that probability, its size is one of the past, scaled to z. The
 * forecast is somewhat too high: see `syntetosBoylan`. Without an event it is 0 and has no intervals (`NaN`), with a note;
 * unknown periods do not count. O(n + draws × horizon).
 *
 * J. D. Croston, "Forecasting and Stock Control for Intermittent Demands", Operational Research Quarterly 23 (1972),
 * 289–303.
 *
 * @example
 * croston([0, 2, 0, 0, 5], { alpha: 0.5, horizon: 1 }).mean; // [1.4]
 */
export function croston(series: Vector, options: IntermittentOptions = {}): Forecast {
  return intermittent("Croston", series, options, (known, alpha, beta) => gapRates(known, alpha, beta, 1));
}

/**
 * Syntetos and Boylan's approximation: Croston's forecast without its bias, which is about the share β / 2 (the mean of 1/p is
 * more than 1 / the mean of p).
 *
 *     ŷ(T + h) = (1 - β / 2) z / p
 *
 * All else as in `croston`. O(n + draws × horizon).
 *
 * A. A. Syntetos and J. E. Boylan, "The Accuracy of Intermittent Demand Estimates", International Journal of Forecasting 21
 * (2005), 303–314.
 *
 * @example
 * syntetosBoylan([0, 2, 0, 0, 5], { alpha: 0.5, horizon: 1 }).mean; // [1.05]
 */
export function syntetosBoylan(series: Vector, options: IntermittentOptions = {}): Forecast {
  return intermittent("Syntetos–Boylan", series, options, (known, alpha, beta) =>
    gapRates(known, alpha, beta, 1 - beta / 2),
  );
}

/**
 * Teunter, Syntetos and Babai's method: what Croston's cannot, it notices that events have stopped. Not the gap but the
 * probability of an event is smoothed, in every period:
 *
 *     q ← q + β (1 - q) in a period with an event, q - β q in one without,   z ← z + α (y - z) with one,   ŷ(T + h) = q z
 *
 * z starts at the first event, q at 1 / its position from 1; both move from the period after. All else as in `croston`.
 * O(n + draws × horizon).
 *
 * R. H. Teunter, A. A. Syntetos and M. Z. Babai, "Intermittent Demand: Linking Forecasting to Inventory Obsolescence",
 * European Journal of Operational Research 214 (2011), 606–615.
 *
 * @example
 * teunterSyntetosBabai([4, 0, 0], { alpha: 0.5, horizon: 1 }).mean; // [1]
 */
export function teunterSyntetosBabai(series: Vector, options: IntermittentOptions = {}): Forecast {
  return intermittent("Teunter–Syntetos–Babai", series, options, probabilityRates);
}

function gapRates(values: Float64Array, alpha: number, beta: number, correction: number): Rates {
  const fitted = new Float64Array(values.length).fill(Number.NaN);
  let size = Number.NaN;
  let interval = Number.NaN;
  let gap = 0;
  for (let t = 0; t < values.length; t++) {
    const y = values[t]!;
    fitted[t] = (correction * size) / interval;
    if (Number.isNaN(y)) continue;
    gap++;
    if (y === 0) continue;
    const isFirst = Number.isNaN(size);
    size = isFirst ? y : size + alpha * (y - size);
    interval = isFirst ? gap : interval + beta * (gap - interval);
    gap = 0;
  }
  return { size, probability: correction / interval, fitted };
}

function probabilityRates(values: Float64Array, alpha: number, beta: number): Rates {
  const fitted = new Float64Array(values.length).fill(Number.NaN);
  let size = Number.NaN;
  let probability = Number.NaN;
  let periods = 0;
  for (let t = 0; t < values.length; t++) {
    const y = values[t]!;
    fitted[t] = probability * size;
    if (Number.isNaN(y)) continue;
    periods++;
    if (!Number.isNaN(size)) {
      probability += beta * ((y > 0 ? 1 : 0) - probability);
      if (y > 0) size += alpha * (y - size);
    } else if (y > 0) {
      size = y;
      probability = 1 / periods;
    }
  }
  return { size, probability, fitted };
}

function intermittent(
  method: string,
  given: Vector,
  options: IntermittentOptions,
  rate: (values: Float64Array, alpha: number, beta: number) => Rates,
): Forecast {
  const frame = frameOf(options);
  const { alpha = 0.1, beta = alpha, seed = 1, draws = 5000 } = options;
  for (const [name, value] of Object.entries({ alpha, beta }))
    if (!(value > 0 && value <= 1))
      throw new AnalyticsError(
        "option",
        `${name} is ${value}`,
        "Give a number above 0, at most 1; 0.1 is usual.",
      );
  checkDraws(draws);
  const series = seriesOf(given);
  const { values, known, least } = series;
  if (known === 0) return unknownForecast(method, values.length, frame);
  if (least < 0)
    throw new AnalyticsError(
      "negative",
      `${least} is below zero`,
      "Events have a size from 0; take another method.",
      {
        row: values.indexOf(least),
      },
    );
  const sizes = values.filter((y) => y > 0);
  if (sizes.length === 0) return withoutEvent(method, series, frame);
  const { size, probability, fitted } = rate(values, alpha, beta);
  const notes = series.notes.filter(({ code }) => code !== "degenerate");
  if (sizes.length === 1)
    notes.push({
      code: "degenerate",
      text: "There was one event: its size and frequency are all that is known.",
    });
  return {
    method,
    mean: new Float64Array(frame.horizon).fill(probability * size),
    ...simulatedBounds(
      events(sizes, size, probability, { draws, seed, horizon: frame.horizon }),
      frame.levels,
    ),
    levels: frame.levels,
    fitted,
    residuals: residualsOf(values, fitted),
    parameters: { alpha, beta, size, gap: 1 / probability, probability },
    notes,
  };
}

function withoutEvent(method: string, { values, notes }: Series, frame: Frame): Forecast {
  return {
    ...unknownForecast(method, values.length, frame),
    mean: new Float64Array(frame.horizon),
    notes: [
      ...notes.filter(({ code }) => code !== "degenerate"),
      {
        code: "degenerate",
        text: "There was no event: the forecast is 0, and nothing tells how sure that is.",
      },
    ],
  };
}

function events(
  sizes: Float64Array,
  size: number,
  probability: number,
  { draws, seed, horizon }: { draws: number; seed: number; horizon: number },
): Matrix {
  const random = seeded(seed);
  const scale = size / (sizes.reduce((sum, y) => sum + y, 0) / sizes.length);
  return new Matrix(draws, horizon).map(() =>
    random() < probability ? scale * sizes[below(random, sizes.length)]! : 0,
  );
}
