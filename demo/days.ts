/** Days told from the day of filling, so that what is about to end is always about to end. */
export interface Days {
  today: string;
  now: Date;
  /** The day so many months and days away; negative ones are past. */
  day(months: number, days?: number): string;
  /** The same as a moment, at some hour of a working day. */
  moment(months: number, days?: number): Date;
}

export function daysFrom(now: Date): Days {
  const day = (months: number, days = 0) => {
    const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1));
    const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
    first.setUTCDate(Math.min(now.getUTCDate(), length) + days);
    return first.toISOString().slice(0, 10);
  };
  const moment = (months: number, days = 0) => {
    const at = new Date(
      `${day(months, days)}T09:${String((Math.abs(months + days) * 7) % 60).padStart(2, "0")}:00Z`,
    );
    return at < now ? at : now;
  };
  return { today: now.toISOString().slice(0, 10), now, day, moment };
}
