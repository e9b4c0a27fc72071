/** A field of work and how many of a cluster's members have projects in it. */
export interface Strength {
  code: string;
  members: number;
}

/**
 * What a cluster is good at: fields that many of its members work in, and more of them than of all clusters' members together.
 *
 *     weight = n · ln(1 + LQ),   LQ = (n / members of the cluster) / (N / members of all clusters)
 *
 * One member makes no strength; with a single cluster every LQ is 1 and the number of members alone decides.
 */
export function strengths(
  counts: ReadonlyMap<string, number>,
  members: number,
  allCounts: ReadonlyMap<string, number>,
  allMembers: number,
  most: number,
): Strength[] {
  const weight = (code: string, n: number) =>
    n * Math.log1p(n / members / ((allCounts.get(code) ?? n) / allMembers));
  return [...counts]
    .filter(([, n]) => n > 1)
    .map(([code, n]) => ({ code, members: n, weight: weight(code, n) }))
    .sort((a, b) => b.weight - a.weight || (a.code < b.code ? -1 : 1))
    .slice(0, most)
    .map(({ code, members: n }) => ({ code, members: n }));
}
