import { AnalyticsError } from "../core/error.ts";

/** The class of each activity, by name or number. */
export type Classes = readonly (string | number)[];

/**
 * The classes of a level as numbers 0 … `count` - 1, in the order in which they first appear: that of each activity, and
 * for each class the one above it.
 */
export type Numbered = { codes: Int32Array; parents: Int32Array; count: number };

/**
 * Numbers the levels from coarse to fine, below one class that holds all and above one for each activity. Refuses lists of
 * another length, and classes that lie in two classes of the level above.
 */
export function nested(levels: readonly Classes[], activities: number): Numbered[] {
  const each = Array.from({ length: activities }, (_, c) => c);
  let above: Numbered = {
    codes: new Int32Array(activities),
    parents: new Int32Array(1),
    count: Math.min(activities, 1),
  };
  const all = [above];
  [...levels, each].forEach((classes, level) => {
    above = number(classes, above, level);
    all.push(above);
  });
  return all;
}

function number(classes: Classes, above: Numbered, level: number): Numbered {
  if (classes.length !== above.codes.length)
    throw new AnalyticsError(
      "shape",
      `There are ${classes.length} classes for ${above.codes.length} activities`,
      "Give one class for each activity.",
    );
  const known = new Map<string | number, number>();
  const parents: number[] = [];
  const codes = Int32Array.from(classes, (label, column) => {
    const parent = above.codes[column]!;
    const code = known.get(label) ?? known.size;
    if (code === known.size) {
      known.set(label, code);
      parents.push(parent);
    }
    if (parents[code] !== parent)
      throw new AnalyticsError(
        "shape",
        `The class ${JSON.stringify(label)} of level ${level} lies in two classes of level ${level - 1}`,
        "Give the levels from coarse to fine, each class of which belongs to one above.",
        { column },
      );
    return code;
  });
  return { codes, parents: Int32Array.from(parents), count: known.size };
}
