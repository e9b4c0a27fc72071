import type { FactRow } from "../facts/store.ts";

export const STALE_MONTHS = 12;

/** Said or confirmed more than a year ago. */
export function isStale(fact: Pick<FactRow, "statedAt" | "checkedAt">, now: Date): boolean {
  const limit = new Date(now);
  limit.setUTCMonth(limit.getUTCMonth() - STALE_MONTHS);
  return (fact.checkedAt !== null && fact.checkedAt > fact.statedAt ? fact.checkedAt : fact.statedAt) < limit;
}
