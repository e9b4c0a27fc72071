import type { Unit } from "../words.ts";

/** A form as it was sent. */
export type Typed = Readonly<Record<string, string | string[] | undefined>>;

export const text = (typed: Typed, name: string): string =>
  String([typed[name] ?? ""].flat()[0] ?? "").trim();

/** Spreadsheets and people write numbers with a comma; `null` where it is none, or none that can be. */
export function thresholdIn(typed: string, unit: Unit): number | null {
  const at = typed.replace(",", ".");
  const threshold = /^\d+(\.\d+)?$/.test(at) ? Number(at) : Number.NaN;
  return threshold >= 0 && threshold <= (unit === "percent" ? 100 : 1_000_000) ? threshold : null;
}
