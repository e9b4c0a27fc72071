/** The last day it is valid is still a valid one. */
export const isExpired = (validUntil: string, today: string) => validUntil < today;

/** Days before its end on which those who keep it are told. */
export const REMIND_BEFORE = [60, 14] as const;

/**
 * Whether a reminder is due: the nearest mark that has passed was not reminded of yet. A house that was shut on the very day
 * catches up the next; what has expired is shown as such and no longer reminded of.
 */
export function reminderDue(validUntil: string, remindedAt: Date | null, today: string): boolean {
  if (isExpired(validUntil, today)) return false;
  const passed = REMIND_BEFORE.map((days) => dayBefore(validUntil, days)).filter((mark) => mark <= today);
  const latest = passed.sort().at(-1);
  return latest !== undefined && (remindedAt === null || remindedAt.toISOString().slice(0, 10) < latest);
}

function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}
