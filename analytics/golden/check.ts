import { difference } from "./compare.ts";
import type { Case, Entry } from "./golden.ts";
import { measures } from "./parts.ts";

/** Why an entry fails, in one line; `undefined` where it holds. */
export function failure({ inputs }: Case, entry: Entry): string | undefined {
  const golden = measures[`${entry.reference}/${entry.measure}`];
  if (!golden) return "unknown measure";
  let result: unknown;
  try {
    result = golden(inputs, entry.args ?? {});
  } catch (error) {
    return `threw ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`;
  }
  const found = difference(entry, result);
  if (!found) return undefined;
  return `${found.path}: expected ${say(found.expected)}, got ${say(found.actual)} (off by ${found.off.toPrecision(3)}, tolerance ${entry.tolerance})`;
}

/** "EconGeo/prody", with its arguments where it has some. */
export const nameOf = ({ reference, measure, args }: Entry): string =>
  `${reference}/${measure}${args && Object.keys(args).length > 0 ? ` ${JSON.stringify(args)}` : ""}`;

const say = (value: unknown): string =>
  typeof value === "number" ? String(value) : (JSON.stringify(value) ?? "nothing").slice(0, 80);
