import { AnalyticsError } from "../core/error.ts";
import type { Vector } from "../core/matrix.ts";

/** Groups numbered from 0 in the order in which they first appear; below 0 (in no group) stays -1. */
export function byFirst(labels: ArrayLike<number>): Int32Array {
  const seen = new Map<number, number>();
  return Int32Array.from(labels, (label) => {
    if (label < 0) return -1;
    if (!seen.has(label)) seen.set(label, seen.size);
    return seen.get(label)!;
  });
}

/** Cluster numbers as they were given, checked: whole numbers from 0, or -1 for what is in no cluster. */
export function checkedLabels(labels: Vector | Int32Array, length: number): Int32Array {
  if (labels.length !== length)
    throw new AnalyticsError(
      "shape",
      `${labels.length} cluster numbers do not fit ${length} activities`,
      "Give one for each activity, -1 for one in no cluster.",
    );
  labels.forEach((label: number, row: number) => {
    if (!(Number.isInteger(label) && label >= -1))
      throw new AnalyticsError(
        "option",
        `${label} is no cluster number`,
        "Number the clusters from 0; -1 for an activity in no cluster.",
        { row },
      );
  });
  return Int32Array.from(labels);
}

/** How many clusters there are: the highest number and one. */
export const countOf = (labels: Int32Array): number =>
  labels.reduce((most, label) => Math.max(most, label + 1), 0);
