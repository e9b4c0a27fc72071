import { ESTIMATED, MISSING, SECRET, VALUE } from "../blocks.ts";
import { Grid } from "../grid.ts";
import type { Correspondence, Target } from "./correspondence.ts";

/** What went into a cell. */
const [KNOWN, UNKNOWN, KEPT, UNSURE] = [1, 2, 4, 8] as const;

/** Correspondences of the two sides of a panel; a side without one stays as it is. */
export interface By {
  region: Correspondence | null;
  activity: Correspondence | null;
}

/**
 * The same figures by the codes of other lists: what leads to the same code is added up, what leads to several is shared by weight. A cell
 * that was shared, or of which a part is missing, secret or estimated, counts as estimated; one of which nothing is known stays without a
 * figure. Meant for counts: shares and averages do not add up.
 */
export function translateGrid(grid: Grid, by: By): Grid {
  const made = new Grid();
  const regions = placesIn(made.regions, grid.regions.sorted(), by.region);
  const activities = placesIn(made.activities, grid.activities.sorted(), by.activity);
  const [height, width] = [made.regions.codes.length, made.activities.codes.length];
  carryNames(grid.regions.names, made.regions.names, by.region);
  carryNames(grid.activities.names, made.activities.names, by.activity);
  for (const measure of grid.measures)
    for (const period of grid.periods) {
      const block = grid.block(measure, period);
      if (!block) continue;
      const sums = new Float64Array(height * width);
      const parts = new Uint8Array(height * width);
      let at = 0;
      for (const toRegions of regions)
        for (const toActivities of activities) {
          const [cell, mark] = [block.cells[at]!, block.marks[at]!];
          at += 1;
          for (const r of toRegions)
            for (const a of toActivities) {
              const place = r.place * width + a.place;
              const weight = r.weight * a.weight;
              parts[place]! |= partOf(cell, mark, weight);
              if (!Number.isNaN(cell)) sums[place]! += cell * weight;
            }
        }
      for (let place = 0; place < sums.length; place++) {
        const part = parts[place]!;
        if (part === 0) continue;
        const known = (part & KNOWN) !== 0;
        const mark = known ? (part === KNOWN ? VALUE : ESTIMATED) : (part & KEPT) !== 0 ? SECRET : MISSING;
        made.set(
          measure,
          period,
          Math.floor(place / width),
          place % width,
          known ? sums[place]! : Number.NaN,
          mark,
        );
      }
      grid.forget(measure, period);
    }
  return made;
}

function partOf(cell: number, mark: number, weight: number): number {
  if (Number.isNaN(cell)) return mark === SECRET ? KEPT : UNKNOWN;
  return mark === ESTIMATED || weight !== 1 ? KNOWN | UNSURE : KNOWN;
}

/** For each code in its order, where it leads. Codes that lead nowhere were told by their row. */
const placesIn = (places: Grid["regions"], codes: readonly string[], by: Correspondence | null) =>
  codes.map((code) =>
    (by ? (by.targets.get(code) ?? []) : [{ code, weight: 1 } satisfies Target]).map((target) => ({
      place: places.at(target.code),
      weight: target.weight,
    })),
  );

/** A file names the codes it has: those of another list are called as that list calls them. */
function carryNames<T>(from: ReadonlyMap<string, T>, to: Map<string, T>, by: Correspondence | null) {
  if (!by) for (const [code, name] of from) to.set(code, name);
}
