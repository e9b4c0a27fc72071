import type { TableCell } from "./table/cells.ts";

/** What became of the cells from one version to the next. */
export interface Changes {
  /** A value before and another one now. */
  changed: number;
  /** No value before. */
  added: number;
  /** No value now. */
  gone: number;
  largest: Change[];
  /** Of a table: some of the cells that changed, by the name of their row. */
  cells?: { row: string; column: string; before: TableCell; after: TableCell }[];
}

export interface Change {
  measure: string;
  period: string;
  region: string;
  activity: string;
  before: number | null;
  after: number | null;
}

const LARGEST = 20;

export const noChanges = (): Changes => ({ changed: 0, added: 0, gone: 0, largest: [] });

interface Side {
  regions: readonly string[];
  activities: readonly string[];
  cells: Float64Array;
}

/** Adds what differs between two blocks of the same measure and period; either may not exist. */
export function compareBlocks(
  sum: Changes,
  where: { measure: string; period: string },
  before: Side | null,
  after: Side | null,
): void {
  if (!after) {
    sum.gone += before ? valuesIn(before.cells) : 0;
    return;
  }
  if (!before) {
    sum.added += valuesIn(after.cells);
    return;
  }
  const regionBefore = placesOf(before.regions, after.regions);
  const activityBefore = placesOf(before.activities, after.activities);
  const width = after.activities.length;
  const widthBefore = before.activities.length;
  let met = 0;
  for (let r = 0; r < after.regions.length; r++) {
    const oldRow = regionBefore[r]!;
    for (let a = 0; a < width; a++) {
      const now = after.cells[r * width + a]!;
      const oldColumn = activityBefore[a]!;
      const then = oldRow < 0 || oldColumn < 0 ? Number.NaN : before.cells[oldRow * widthBefore + oldColumn]!;
      const was = !Number.isNaN(then);
      if (was) met += 1;
      if (Number.isNaN(now)) {
        if (was) note(sum, where, after, r, a, then, now, "gone");
      } else if (!was) sum.added += 1;
      else if (now !== then) note(sum, where, after, r, a, then, now, "changed");
    }
  }
  // Whole regions and activities that are no longer there.
  sum.gone += valuesIn(before.cells) - met;
}

function note(
  sum: Changes,
  where: { measure: string; period: string },
  { regions, activities }: Side,
  region: number,
  activity: number,
  before: number,
  after: number,
  what: "changed" | "gone",
) {
  sum[what] += 1;
  const size = Math.abs((after || 0) - before);
  const last = sum.largest.at(-1);
  if (sum.largest.length === LARGEST && last && size <= sizeOf(last)) return;
  sum.largest.push({
    ...where,
    region: regions[region]!,
    activity: activities[activity]!,
    before,
    after: Number.isNaN(after) ? null : after,
  });
  sum.largest.sort((a, b) => sizeOf(b) - sizeOf(a));
  if (sum.largest.length > LARGEST) sum.largest.pop();
}

const sizeOf = ({ before, after }: Change) => Math.abs((after ?? 0) - (before ?? 0));

const placesOf = (before: readonly string[], after: readonly string[]) => {
  const places = new Map(before.map((code, at) => [code, at]));
  return Int32Array.from(after, (code) => places.get(code) ?? -1);
};

function valuesIn(cells: Float64Array): number {
  let count = 0;
  for (const cell of cells) if (!Number.isNaN(cell)) count += 1;
  return count;
}
