const MOST_REMINDERS = 2;

/** Whether a reminder is due: so many days after the last letter, twice at most, never on or after the last day. */
export function reminderDue(
  ask: { askedAt: Date; remindedAt: Date | null; reminders: number },
  { due, remindAfter }: { due: string; remindAfter: number },
  now: Date,
): boolean {
  const last = ask.remindedAt ?? ask.askedAt;
  const days = (now.getTime() - last.getTime()) / 86_400_000;
  return ask.reminders < MOST_REMINDERS && days >= remindAfter && now.toISOString().slice(0, 10) < due;
}
