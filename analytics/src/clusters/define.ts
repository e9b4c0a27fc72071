import { AnalyticsError } from "../core/error.ts";
import { Matrix, type Table } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import { oneOf } from "../core/one-of.ts";
import { mean } from "../core/statistics.ts";
import { square } from "../relatedness/square.ts";
import { cutDendrogram, hierarchicalClustering, type Linkage } from "./hierarchical.ts";
import { kMeans } from "./k-means.ts";
import { byFirst } from "./labels.ts";
import { correctOutliers, type OutlierCorrection } from "./outliers.ts";
import { euclideanDistances, similarityProfiles } from "./profiles.ts";
import { averageSimilarity } from "./similarity.ts";
import { clusterValidation } from "./validation.ts";

/** A linkage of hierarchical clustering, or k-means. */
export type ClusteringMethod = Linkage | "k-means";

export type DefineClustersOptions = {
  /** Numbers of clusters to try. */
  counts: readonly number[];
  /** Ward, average, complete and k-means unless given. */
  methods?: readonly ClusteringMethod[];
  /** Percentile of the stricter scores: 0.95 unless given. */
  percentile?: number;
  /** For k-means: 1 unless given. */
  seed?: number;
  /** For the list of marginal activities, see `correctOutliers`. */
  margin?: number;
};

/** One way to define clusters, and how well it does. */
export type ClusterCandidate = {
  /** Which similarity the clusters were made from: its position, or "average" of all. */
  similarity: number | "average";
  method: ClusteringMethod;
  count: number;
  labels: Int32Array;
  /** Mean over the similarities of VS-cluster, VS-industry and of both. */
  cluster: number;
  activity: number;
  score: number;
  /** Mean over the similarities of the contrast, which decides where scores are equal. */
  contrast: number;
};

export type ClusterDefinition = {
  /** The cluster of each activity, numbered from 0 in the order of their first activities; -1 where nothing is known of it. */
  labels: Int32Array;
  /** The best of the candidates, before correction. */
  best: ClusterCandidate;
  /** The mean validation score of the corrected clusters. */
  score: number;
  correction: OutlierCorrection;
  /** All that was tried, the best first. */
  candidates: ClusterCandidate[];
  notes: Note[];
};

/**
 * Defines clusters of related activities from one or several similarities, as Delgado, Porter and Stern do: group by many ways, score each
 * by how much more related activities are within than between, take the best, move outliers.
 *
 * Takes similarities (activities × activities, of one size, known to different degrees: location correlation of employment and of
 * establishments, co-agglomeration, input-output links, occupations) and the numbers of clusters to try. Each similarity and their
 * standardised average are grouped by each method, on the Euclidean distances of `similarityProfiles`; each grouping gets
 * the mean `clusterValidation` over all the similarities given. Of equal scores the higher contrast wins. Activities of which no
 * similarity is known are in no cluster, and noted. The outliers are those of the average.
 *
 * The scores tend to rise with the number of clusters, as it is easier for small ones to hang together: compare candidates of like size, they
 * are all returned. The same seed gives the same clusters.
 *
 * O(similarities × (activities³ + methods × counts × activities²)).
 *
 * M. Delgado, M. E. Porter and S. Stern, "Defining clusters of related industries", Journal of Economic Geography 16 (2016), 1–38.
 *
 * @example
 * const similarity = [[1, 0.9, 0.1, 0.2], [0.9, 1, 0.2, 0.1], [0.1, 0.2, 1, 0.8], [0.2, 0.1, 0.8, 1]];
 * const { labels, score } = defineClusters([similarity], { counts: [2] });
 * labels; // [0, 0, 1, 1]
 * score; // 1
 */
export function defineClusters(tables: readonly Table[], options: DefineClustersOptions): ClusterDefinition {
  const { counts, methods = METHODS, percentile = 0.95, seed = 1, margin = 0.1 } = options;
  if (tables.length === 0 || counts.length === 0 || methods.length === 0)
    throw new AnalyticsError(
      "option",
      "There is nothing to choose from",
      "Give at least one similarity, one number of clusters and one method.",
    );
  for (const method of methods) oneOf(method, ALL_METHODS, "methods");
  const size = square(tables[0]!, "A similarity").rows;
  const given = tables.map((table) => square(table, "A similarity", size));
  const average = given.length > 1 ? averageSimilarity(given) : given[0]!;
  const known = Array.from({ length: size }, (_, i) => i).filter((i) => isKnown(average, i));
  if (known.length === 0)
    throw new AnalyticsError(
      "degenerate",
      "No similarity of any two activities is known",
      "Give activities that are not nowhere, nor everywhere the same.",
    );
  const scoreOf = (labels: Int32Array) => {
    const scores = given.map((similarity) => clusterValidation(similarity, labels, { percentile }));
    return {
      cluster: mean(scores.map(({ cluster }) => cluster)),
      activity: mean(scores.map(({ activity }) => activity)),
      score: mean(scores.map(({ score }) => score)),
      contrast: mean(scores.map(({ contrast }) => contrast)),
    };
  };
  const bases: [number | "average", Matrix][] = given.map((matrix, k) => [k, matrix]);
  if (given.length > 1) bases.push(["average", average]);
  const candidates = bases.flatMap(([similarity, matrix]) => {
    const profiles = similarityProfiles(part(matrix, known));
    const distances = euclideanDistances(profiles);
    return methods.flatMap((method) => {
      const merges = method === "k-means" ? [] : hierarchicalClustering(distances, method);
      return counts.map((count): ClusterCandidate => {
        const grouped =
          method === "k-means" ? kMeans(profiles, count, { seed }).labels : cutDendrogram(merges, count);
        const labels = spreadOut(grouped, known, size);
        return { similarity, method, count, labels, ...scoreOf(labels) };
      });
    });
  });
  candidates.sort(
    (one, other) =>
      rank(other.score) - rank(one.score) ||
      rank(other.contrast) - rank(one.contrast) ||
      one.count - other.count,
  );
  const best = candidates[0]!;
  const correction = correctOutliers(average, best.labels, { margin });
  const left = Array.from({ length: size }, (_, i) => i).filter((i) => !known.includes(i));
  return {
    labels: byFirst(correction.labels),
    best,
    score: scoreOf(correction.labels).score,
    correction,
    candidates,
    notes:
      left.length === 0
        ? []
        : [
            {
              code: "missing",
              text: `${left.length} activities are in no cluster, since no similarity of theirs is known.`,
              positions: left,
            },
          ],
  };
}

const METHODS: readonly ClusteringMethod[] = ["ward", "average", "complete", "k-means"];
const ALL_METHODS: readonly ClusteringMethod[] = [...METHODS, "single"];

/** What is not defined comes last. */
const rank = (score: number) => (Number.isNaN(score) ? -Number.MAX_VALUE : score);

function isKnown(similarity: Matrix, i: number): boolean {
  for (let j = 0; j < similarity.columns; j++) if (j !== i && !Number.isNaN(similarity.at(i, j))) return true;
  return similarity.rows === 1;
}

function part(matrix: Matrix, kept: readonly number[]): Matrix {
  return new Matrix(kept.length, kept.length).map((_, i, j) => matrix.at(kept[i]!, kept[j]!));
}

function spreadOut(labels: Int32Array, kept: readonly number[], size: number): Int32Array {
  const result = new Int32Array(size).fill(-1);
  kept.forEach((activity, k) => {
    result[activity] = labels[k]!;
  });
  return result;
}
