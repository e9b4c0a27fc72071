/**
 * How much attention a place in a list gets, beside the first: 1/log2(rank + 1), the discount of DCG, for ranks from 1.
 *
 * K. Järvelin, J. Kekäläinen, "Cumulated Gain-Based Evaluation of IR Techniques", ACM TOIS 20 (2002), 422–446.
 */
export const attention = (rank: number) => 1 / Math.log2(rank + 1);

/**
 * What attention each organisation gets from lists that were shown, best first. Those that are in `all` and in no list
 * have 0.
 *
 * @example gini([...exposureOf(lists, everybody).values()])
 */
export function exposureOf(
  lists: Iterable<readonly string[]>,
  all: Iterable<string> = [],
): Map<string, number> {
  const exposure = new Map<string, number>();
  for (const organisation of all) exposure.set(organisation, 0);
  for (const list of lists) {
    for (const [i, organisation] of list.entries()) {
      exposure.set(organisation, (exposure.get(organisation) ?? 0) + attention(i + 1));
    }
  }
  return exposure;
}
