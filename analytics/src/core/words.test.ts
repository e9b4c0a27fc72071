import { describe, expect, it } from "vitest";
import * as kontor from "../index.ts";
import { AnalyticsError } from "./error.ts";

const has = [
  [1, 1, 0],
  [1, 0, 1],
  [0, 1, 1],
];
const amounts = [
  [8, 4, 1],
  [4, 8, 2],
  [1, 2, 9],
];
const near = kontor.proximity(has);
const list = [1, 2, 3];
const series = [3, 5, 4, 6, 7, 6, 8, 9];
const graph = kontor.Graph.from({
  nodes: 4,
  edges: [
    [0, 1, 2],
    [1, 2],
    [2, 3],
  ],
});
const before = amounts.map((row) => row.map((x) => x + 1));
const summing = [
  [1, 1],
  [1, 0],
  [0, 1],
];

const CONVENTION = ["kontor", "atlas", "econgeo", "oec", "economiccomplexity"];
const EMPTY = ["undefined", "zero"];
const SPREAD = ["population", "sample"];
const MEASURE = ["max", "min", "sqrt"];
const EDGE_LENGTH = ["hops", "inverse", "weight"];
const WHOSE = ["regions", "activities"];

// biome-ignore lint/suspicious/noExplicitAny: a misspelt word is no member of any type
type Call = (options: any) => unknown;
type Row = [name: string, call: Call, words: Record<string, readonly string[]>];

const ROWS: Row[] = [
  ["coOccurrence", (o) => kontor.coOccurrence(has, o), { diagonal: ["zero", "ubiquity"] }],
  ["proximity", (o) => kontor.proximity(has, o), { measure: MEASURE, empty: EMPTY, convention: CONVENTION }],
  [
    "conditionalProximity",
    (o) => kontor.conditionalProximity(has, o),
    { empty: EMPTY, convention: CONVENTION },
  ],
  ["regionProximity", (o) => kontor.regionProximity(has, o), { measure: MEASURE }],
  ["crossProximity", (o) => kontor.crossProximity(has, has, o), { measure: MEASURE, empty: EMPTY }],
  ["crossRelatedness", (o) => kontor.crossRelatedness(has, near, o), { empty: EMPTY }],
  [
    "associationStrength",
    (o) => kontor.associationStrength(near, o),
    { empty: EMPTY, convention: CONVENTION },
  ],
  ["correlationProximity", (o) => kontor.correlationProximity(amounts, o), { convention: CONVENTION }],
  [
    "relatednessDensity",
    (o) => kontor.relatednessDensity(has, near, o),
    { empty: EMPTY, convention: CONVENTION },
  ],
  ["relatednessDistance", (o) => kontor.relatednessDistance(has, near, o), { empty: EMPTY }],
  [
    "relativeRelatedness",
    (o) => kontor.relativeRelatedness(has, near, o),
    { spread: SPREAD, convention: CONVENTION },
  ],
  ["relatednessZScore", (o) => kontor.relatednessZScore(has, o), { convention: CONVENTION }],
  ["internalDensity", (o) => kontor.internalDensity(has, near, o), { convention: CONVENTION }],
  ["averageExternalDensity", (o) => kontor.averageExternalDensity(has, near, o), { convention: CONVENTION }],
  ["complementaryDensity", (o) => kontor.complementaryDensity(has, has, near, o), { empty: EMPTY }],
  [
    "economicComplexity",
    (o) => kontor.economicComplexity(has, o),
    { scaling: ["z", "atlas", "none"], spread: SPREAD, convention: CONVENTION },
  ],
  [
    "complexityOutlookIndex",
    (o) => kontor.complexityOutlookIndex(has, near, list, o),
    { scaling: ["none", "z"], spread: SPREAD, convention: CONVENTION },
  ],
  [
    "complexityOutlookGain",
    (o) => kontor.complexityOutlookGain(has, near, list, o),
    { convention: CONVENTION },
  ],
  ["economicFitness", (o) => kontor.economicFitness(has, o), { convention: CONVENTION }],
  [
    "reflections",
    (o) => kontor.reflections(has, o),
    { scaling: ["none", "z", "range"], spread: SPREAD, convention: CONVENTION },
  ],
  ["prody", (o) => kontor.prody(amounts, list, o), { empty: EMPTY, convention: CONVENTION }],
  ["expy", (o) => kontor.expy(amounts, list, o), { empty: EMPTY, convention: CONVENTION }],
  ["easeOfRecombination", (o) => kontor.easeOfRecombination(has, o), { convention: CONVENTION }],
  ["modularComplexity", (o) => kontor.modularComplexity(has, o), { convention: CONVENTION }],
  ["averageModularComplexity", (o) => kontor.averageModularComplexity(has, o), { convention: CONVENTION }],
  [
    "subnationalComplexity",
    (o) => kontor.subnationalComplexity(has, list, o),
    { scaling: ["none", "z"], spread: SPREAD },
  ],
  ["entropy", (o) => kontor.entropy(amounts, o), { of: WHOSE, empty: EMPTY, convention: CONVENTION }],
  ["herfindahl", (o) => kontor.herfindahl(amounts, o), { of: WHOSE, empty: EMPTY }],
  ["gini", (o) => kontor.gini(amounts, o), { of: WHOSE, convention: CONVENTION }],
  ["hooverGini", (o) => kontor.hooverGini(amounts, list, o), { convention: CONVENTION }],
  ["hooverIndex", (o) => kontor.hooverIndex(amounts, o), { empty: EMPTY, convention: CONVENTION }],
  ["ellisonGlaeser", (o) => kontor.ellisonGlaeser(amounts, [0.1, 0.1, 0.1], o), { empty: EMPTY }],
  ["theil", (o) => kontor.theil(amounts, o), { of: WHOSE, index: ["T", "L", "S"] }],
  ["kullbackLeibler", (o) => kontor.kullbackLeibler(amounts, o), { of: WHOSE }],
  ["durantonOverman", (o) => kontor.durantonOverman(summing, [0, 1], o), { metric: ["plane", "sphere"] }],
  ["growth", (o) => kontor.growth(before, amounts, o), { convention: CONVENTION }],
  ["growthByActivity", (o) => kontor.growthByActivity(before, amounts, o), { convention: CONVENTION }],
  ["growthByRegion", (o) => kontor.growthByRegion(before, amounts, o), { convention: CONVENTION }],
  [
    "presence",
    (o) => kontor.presence(amounts, o),
    { test: ["rca", "rpop", "both", "either", "manual"], convention: CONVENTION },
  ],
  [
    "locationQuotient",
    (o) => kontor.locationQuotient(amounts, o),
    { benchmark: ["total", "rest"], convention: CONVENTION },
  ],
  [
    "standardisedLocationQuotient",
    (o) => kontor.standardisedLocationQuotient(amounts, o),
    { spread: SPREAD },
  ],
  ["krugman", (o) => kontor.krugman(amounts, o), { benchmark: ["total", "rest"] }],
  ["quotientSimilarity", (o) => kontor.quotientSimilarity(amounts, o), { convention: CONVENTION }],
  ["normalisedUbiquity", (o) => kontor.normalisedUbiquity(amounts, o), { convention: CONVENTION }],
  [
    "inverseNormalisedUbiquity",
    (o) => kontor.inverseNormalisedUbiquity(amounts, o),
    { convention: CONVENTION },
  ],
  [
    "simpleExponentialSmoothing",
    (o) => kontor.simpleExponentialSmoothing(series, o),
    { initial: ["optimal", "simple"] },
  ],
  ["holt", (o) => kontor.holt(series, o), { initial: ["optimal", "simple"] }],
  ["theta", (o) => kontor.theta(series, o), { variant: ["drift", "two-lines"] }],
  [
    "exponentialSmoothing",
    (o) => kontor.exponentialSmoothing(series, o),
    {
      error: ["A", "M"],
      trend: ["N", "A"],
      season: ["N", "A", "M"],
      criterion: ["aic", "aicc", "bic"],
      estimation: ["likelihood", "squares"],
    },
  ],
  [
    "shiftShareForecast",
    (o) => kontor.shiftShareForecast(before, amounts, o),
    { variant: ["constant-shift", "constant-share"] },
  ],
  ["combineForecasts", (o) => kontor.combineForecasts([kontor.naive(series)], o), { by: ["mean", "median"] }],
  [
    "reconcile",
    (o) => kontor.reconcile([[3], [1], [1]], summing, o),
    { method: ["bottom-up", "top-down", "ols", "structural", "variance", "mint"] },
  ],
  [
    "historicalProportions",
    ({ by }) =>
      kontor.historicalProportions(
        [
          [1, 3],
          [2, 2],
        ],
        by,
      ),
    { by: ["average", "total"] },
  ],
  [
    "Graph.from",
    (o) => kontor.Graph.from({ nodes: 2, edges: [[0, 1]], ...o }),
    { parallelEdges: ["sum", "error"], selfLoops: ["keep", "drop", "error"] },
  ],
  ["robustness", (o) => kontor.robustness(graph, o), { by: ["random", "degree", "betweenness"] }],
  [
    "bipartiteProjection",
    (o) => kontor.bipartiteProjection(has, o),
    { side: ["rows", "columns"], weight: ["count", "binary", "newman", "hyperbolic"] },
  ],
  ["resourceProjection", (o) => kontor.resourceProjection(has, o), { side: ["rows", "columns"] }],
  [
    "likelyLinks",
    (o) => kontor.likelyLinks(graph, o),
    {
      by: [
        "commonNeighbours",
        "jaccard",
        "adamicAdar",
        "resourceAllocation",
        "preferentialAttachment",
        "katz",
      ],
    },
  ],
  ["leiden", (o) => kontor.leiden(graph, o), { quality: ["modularity", "bipartite", "constantPotts"] }],
  [
    "participationCoefficient",
    (o) => kontor.participationCoefficient(graph, [0, 0, 1, 1], o),
    { direction: ["out", "in", "both"] },
  ],
  [
    "withinModuleDegree",
    (o) => kontor.withinModuleDegree(graph, [0, 0, 1, 1], o),
    { direction: ["out", "in", "both"] },
  ],
  [
    "normalisedMutualInformation",
    (o) => kontor.normalisedMutualInformation([0, 1, 1], [0, 0, 1], o),
    { by: ["arithmetic", "geometric", "max", "min"] },
  ],
  [
    "closeness",
    (o) => kontor.closeness(graph, o),
    { direction: ["in", "out"], variant: ["wasserman-faust", "component"], length: EDGE_LENGTH },
  ],
  [
    "harmonicCentrality",
    (o) => kontor.harmonicCentrality(graph, o),
    { direction: ["in", "out"], length: EDGE_LENGTH },
  ],
  ["betweenness", (o) => kontor.betweenness(graph, o), { length: EDGE_LENGTH }],
  ["distances", (o) => kontor.distances(graph, o), { length: EDGE_LENGTH }],
  ["degree", (o) => kontor.degree(graph, o), { side: ["all", "out", "in"] }],
  ["strength", (o) => kontor.strength(graph, o), { side: ["all", "out", "in"] }],
  [
    "bipartiteClustering",
    (o) => kontor.bipartiteClustering(kontor.Graph.bipartite(has), o),
    { mode: ["dot", "min", "max"] },
  ],
  ["weightedClustering", (o) => kontor.weightedClustering(graph, o), { definition: ["onnela", "barrat"] }],
  ["localClustering", (o) => kontor.localClustering(graph, o), { lone: ["zero", "nan"] }],
  ["averageClustering", (o) => kontor.averageClustering(graph, o), { lone: ["zero", "nan"] }],
  [
    "moran",
    (o) => kontor.moran(list, kontor.distanceBandWeights(summing, 2), o),
    { assumption: ["randomisation", "normality"] },
  ],
  [
    "distanceBandWeights",
    (o) => kontor.distanceBandWeights(summing, 2, o),
    { metric: ["plane", "sphere"], standardise: ["row", "none"] },
  ],
  ["distanceMatrix", ({ metric }) => kontor.distanceMatrix(summing, metric), { metric: ["plane", "sphere"] }],
  [
    "complexityTarget",
    (o) => kontor.complexityTarget([1, 0, 0], list, list, 1, o),
    { method: ["exact", "greedy"] },
  ],
  [
    "diffusionOrder",
    ({ strategy }) => kontor.diffusionOrder(near, [1, 0, 0], strategy),
    { strategy: ["greedy", "majority", "high degree", "low degree", "random"] },
  ],
  [
    "entryFeatures",
    ({ features }) => kontor.entryFeatures(amounts, { features: [features] }),
    {
      features: [
        "quotient",
        "density",
        "relative",
        "complexity",
        "gain",
        "ubiquity",
        "diversity",
        "regionSize",
        "activitySize",
      ],
    },
  ],
  ["locationCorrelation", (o) => kontor.locationCorrelation(amounts, o), { of: ["quotients", "amounts"] }],
  [
    "hierarchicalClustering",
    ({ linkage }) =>
      kontor.hierarchicalClustering(
        [
          [0, 1],
          [1, 0],
        ],
        linkage,
      ),
    { linkage: ["ward", "average", "complete", "single"] },
  ],
  [
    "defineClusters",
    ({ methods }) => kontor.defineClusters([near], { counts: [2], methods: [methods] }),
    { methods: ["ward", "average", "complete", "k-means", "single"] },
  ],
  ["standardScores", ({ spread }) => kontor.standardScores(amounts, undefined, spread), { spread: SPREAD }],
  ["arithmeticIndex", (o) => kontor.arithmeticIndex(has, o), { unknown: ["undefined", "reweight"] }],
  ["geometricIndex", (o) => kontor.geometricIndex(has, o), { unknown: ["undefined", "reweight"] }],
  ["mazziottaParetoIndex", (o) => kontor.mazziottaParetoIndex(amounts, o), { penalty: ["low", "high"] }],
  [
    "analyticHierarchy",
    ({ method }) =>
      kontor.analyticHierarchy(
        [
          [1, 2],
          [0.5, 1],
        ],
        method,
      ),
    { method: ["eigenvector", "geometric"] },
  ],
  ["componentWeights", (o) => kontor.componentWeights(amounts, o), { components: ["first", "kaiser"] }],
  [
    "rankIntervals",
    ({ normalisations = "rank", aggregations = "arithmetic" }) =>
      kontor.rankIntervals(amounts, {
        normalisations: [normalisations],
        aggregations: [aggregations],
        draws: 2,
      }),
    { normalisations: ["min-max", "standard", "rank"], aggregations: ["arithmetic", "geometric"] },
  ],
];

const CASES = ROWS.flatMap(([name, call, words]) =>
  Object.entries(words).map(([option, choices]) => ({ name, call, option, choices })),
);

describe("a word as an option", () => {
  it.each(CASES)("$option of $name is one of those there are", ({ call, option, choices }) => {
    let thrown: unknown;
    try {
      call({ [option]: "misspelt" });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(AnalyticsError);
    const { code, message, remedy } = thrown as AnalyticsError;
    expect(code).toBe("option");
    expect(message).toContain('"misspelt"');
    expect(
      remedy
        .match(/"[^"]+"/g)
        ?.map((word) => word.slice(1, -1))
        .sort(),
    ).toEqual([...choices].sort());
  });

  it.each(CASES)("$option of $name is taken as it is written", ({ call, option, choices }) => {
    for (const choice of choices)
      expect(() => {
        try {
          call({ [option]: choice });
        } catch (error) {
          // What else a word asks for is no matter of its spelling.
          expect((error as Error).message).not.toContain(`The option ${option}`);
        }
      }).not.toThrow();
  });
});
