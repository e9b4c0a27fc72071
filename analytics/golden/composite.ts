import * as kontor from "../src/composite/index.ts";
import type { Golden, Inputs } from "./golden.ts";

const X = (inputs: Inputs) => inputs.X as number[][];
const polarity = (inputs: Inputs) => inputs.polarity as number[];
const pairwise = (inputs: Inputs) => inputs.pairwise as number[][];
const scores = (inputs: Inputs) => kontor.minMaxScores(X(inputs), polarity(inputs));

const WEIGHTS = {
  equal: (inputs: Inputs) => kontor.equalWeights(X(inputs)[0]!.length),
  entropy: (inputs: Inputs) => kontor.entropyWeights(X(inputs), polarity(inputs)),
  ahp: (inputs: Inputs) => kontor.analyticHierarchy(pairwise(inputs)).weights,
};

const indices = Object.entries(WEIGHTS).flatMap(([name, weights]): [string, Golden][] => [
  [
    `definition/index_arithmetic_${name}`,
    (inputs) => kontor.arithmeticIndex(scores(inputs), { weights: weights(inputs) }),
  ],
  [
    `definition/index_geometric_${name}`,
    (inputs) => kontor.geometricIndex(scores(inputs), { weights: weights(inputs) }),
  ],
]);

export const measures: Record<string, Golden> = {
  "definition/minmax": scores,
  "definition/zscore_ddof1": (inputs) => kontor.standardScores(X(inputs), polarity(inputs), "sample"),
  "definition/zscore_ddof0": (inputs) => kontor.standardScores(X(inputs), polarity(inputs)),
  "definition/rank_average": (inputs) => kontor.rankScores(X(inputs), polarity(inputs)),
  "definition/distance_to_reference": (inputs) => kontor.referenceScores(X(inputs), polarity(inputs)),
  "definition/weights_entropy": WEIGHTS.entropy,
  "definition/weights_critic": (inputs) => kontor.criticWeights(X(inputs), polarity(inputs)),
  "definition/pca_eigenvalues": (inputs) =>
    kontor.principalComponents(X(inputs), polarity(inputs)).eigenvalues,
  "definition/pca_first_loading_vector": (inputs) =>
    kontor.principalComponents(X(inputs), polarity(inputs)).loadings.column(0),
  "definition/weights_pca_first_squared": (inputs) =>
    kontor.componentWeights(X(inputs), { polarity: polarity(inputs) }),
  "definition/weights_pca_kaiser": (inputs) =>
    kontor.componentWeights(X(inputs), { polarity: polarity(inputs), components: "kaiser" }),
  "definition/ahp": (inputs) => {
    const { weights, principal, consistencyIndex, consistencyRatio } = kontor.analyticHierarchy(
      pairwise(inputs),
    );
    return { weights, lambda_max: principal, ci: consistencyIndex, cr: consistencyRatio };
  },
  "definition/ahp_geometric_mean": (inputs) =>
    kontor.analyticHierarchy(pairwise(inputs), "geometric").weights,
  ...Object.fromEntries(indices),
  "definition/topsis_equal": (inputs) => kontor.topsis(X(inputs), { polarity: polarity(inputs) }),
  "definition/cronbach_alpha": (inputs) => kontor.cronbachAlpha(X(inputs), polarity(inputs)),
  "definition/mpi_mazziotta_pareto": (inputs) =>
    kontor.mazziottaParetoIndex(X(inputs), { polarity: polarity(inputs) }),
};
