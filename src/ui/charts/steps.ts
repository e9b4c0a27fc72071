import { scaleQuantile } from "d3-scale";

export type Step = 0 | 1 | 2 | 3 | 4 | 5;

/**
 * Puts a quantity into one of five steps of equally many different values, because clusters and regions are never evenly
 * distributed: on a linear scale the largest would be dark and all others alike. Nothing, and zero, is step 0.
 */
export function stepsOf(
  values: readonly (number | null | undefined)[],
): (value: number | null | undefined) => Step {
  const known = [
    ...new Set(values.filter((value): value is number => typeof value === "number" && value > 0)),
  ];
  if (!known.length) return () => 0;
  const scale = scaleQuantile<Step>()
    .domain(known)
    .range(known.length < 5 ? ([2, 3, 4, 5] as Step[]).slice(-known.length) : [1, 2, 3, 4, 5]);
  return (value) => (typeof value === "number" && value > 0 ? scale(value) : 0);
}
