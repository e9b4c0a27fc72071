import * as kontor from "../../index.ts";
import { type Measure, type Option, perUnit, type Said, type Units } from "../measure.ts";

const negative: Record<string, Option> = {
  negative: { type: "text", summary: "indicators of which less is better, separated by commas" },
};

const WEIGHTS = {
  equal: ({ indicators }: Units) => kontor.equalWeights(indicators.length),
  entropy: ({ values }: Units, polarity: number[]) => kontor.entropyWeights(values, polarity),
  critic: ({ values }: Units, polarity: number[]) => kontor.criticWeights(values, polarity),
  components: ({ values }: Units, polarity: number[]) => kontor.componentWeights(values, { polarity }),
};

const weights: Record<string, Option> = {
  weights: { type: "text", summary: "how indicators are weighed (equal)", choices: Object.keys(WEIGHTS) },
};

export const composite: Record<string, Measure> = {
  index: {
    takes: "units",
    summary:
      "Composite index of each unit: arithmetic, geometric, TOPSIS and Mazziotta–Pareto, with ranks of the first",
    options: { ...negative, ...weights },
    run: (input, said) => {
      const polarity = polarityOf(input, said);
      const shares = weightsOf(input, polarity, said);
      const scores = kontor.minMaxScores(input.values, polarity);
      const arithmetic = kontor.arithmeticIndex(scores, { weights: shares });
      return perUnit("unit", input.units, {
        arithmetic,
        rank: ranked(arithmetic),
        geometric: kontor.geometricIndex(scores, { weights: shares }),
        topsis: kontor.topsis(input.values, { polarity, weights: shares }),
        "mazziotta-pareto": kontor.mazziottaParetoIndex(input.values, { polarity }),
      });
    },
  },
  weights: {
    takes: "units",
    summary: "What each indicator weighs: equal, entropy, CRITIC, first principal component",
    options: negative,
    run: (input, said) => {
      const polarity = polarityOf(input, said);
      const columns = Object.entries(WEIGHTS).map(([name, of]) => [name, of(input, polarity)] as const);
      return perUnit("indicator", input.indicators, Object.fromEntries(columns));
    },
  },
  "rank-intervals": {
    takes: "units",
    summary: "Ranks each unit takes when normalisation, weights and aggregation vary: median, 5 % and 95 %",
    options: {
      ...negative,
      ...weights,
      draws: { type: "number", summary: "how many draws (1000)" },
      seed: { type: "number", summary: "of the draws (1)" },
    },
    run: (input, said) => {
      const polarity = polarityOf(input, said);
      const { reference, median, low, high } = kontor.rankIntervals(input.values, {
        polarity,
        weights: weightsOf(input, polarity, said),
        ...(typeof said.draws === "number" ? { draws: said.draws } : {}),
        ...(typeof said.seed === "number" ? { seed: said.seed } : {}),
      });
      return perUnit("unit", input.units, { rank: reference, median, low, high });
    },
  },
};

function polarityOf({ indicators }: Units, said: Said): number[] {
  const named = String(said.negative ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  const unknown = named.find((name) => !indicators.includes(name));
  if (unknown !== undefined)
    throw new kontor.AnalyticsError(
      "unknown-name",
      `There is no indicator "${unknown}"`,
      `The indicators are: ${indicators.join(", ")}.`,
    );
  return indicators.map((name) => (named.includes(name) ? -1 : 1));
}

const weightsOf = (input: Units, polarity: number[], said: Said) =>
  WEIGHTS[(said.weights ?? "equal") as keyof typeof WEIGHTS](input, polarity);

/** 1 is the best. */
const ranked = (index: Float64Array) => kontor.rankScores(Array.from(index, (value) => [-value])).column(0);
