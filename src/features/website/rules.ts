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
 * One member makes no strength; with a single cluster every LQ is 1 and the number of members alone decides. Of a field and a
 * part of it only the weightier one is named. The most common strength stands first.
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
  const byWeight = [...counts]
    .filter(([, n]) => n > 1)
    .map(([code, n]) => ({ code, members: n, weight: weight(code, n) }))
    .sort((a, b) => b.weight - a.weight || (a.code < b.code ? -1 : 1));
  const chosen: Strength[] = [];
  for (const { code, members: n } of byWeight) {
    if (chosen.length === most) break;
    if (!chosen.some((other) => isPartOf(code, other.code) || isPartOf(other.code, code)))
      chosen.push({ code, members: n });
  }
  return chosen.sort((a, b) => b.members - a.members);
}

/** Codes of EuroSciVoc are paths: /23/51/357 is a part of /23/51. */
const isPartOf = (code: string, whole: string) => code.startsWith(`${whole}/`);
