import {
  type EntryModel,
  entryModel,
  entryProbabilities,
  evaluateEntryModel,
  type Matrix,
} from "@kontor/analytics";
import type { Level } from "./levels.ts";
import { type Layout, partOf, spread, unknown } from "./measure-period.ts";

export interface Scores {
  areaUnderCurve: number;
  averagePrecision: number;
}

/** How well a way of looking told entries that it had not seen. */
export interface Track {
  /** A region could enter where its quotient was below this. */
  below: number;
  cells: number;
  entries: number;
  /** Density, complexity and ubiquity beside the quotient. */
  model: Scores;
  density: Scores;
  /** The location quotient alone: who is near the line crosses it. */
  baseline: Scores;
  /** By how much the model leads, with what lies in 95 of 100 draws of regions. */
  lead: { value: number; low: number; high: number };
}

export interface Accuracy {
  learned: [from: string, to: string];
  tested: [from: string, to: string];
  /** Of how many regions: all, or as many as a large panel allows. */
  regions: number;
  of: number;
  tracks: Track[];
}

/** Two windows that do not overlap: the first half to learn from, the second to be tested on. */
function windowsFor(periods: readonly string[]) {
  const middle = Math.floor((periods.length - 1) / 2);
  if (periods.length < 4) return null;
  return {
    learned: [periods[0]!, periods[middle]!] as [string, string],
    tested: [periods[middle + 1]!, periods.at(-1)!] as [string, string],
  };
}

/** The periods that these lean on; the last one is always among them. */
export const periodsTold = (periods: readonly string[]): string[] => {
  const windows = windowsFor(periods);
  return windows ? [...windows.learned, ...windows.tested] : periods.slice(-1);
};

/** More cells would take minutes and say the same. */
const MOST_CELLS = 150_000;

/** At 1 most who enter stood before the line; below a half, whoever enters was far from it. */
const BELOW = [1, 0.5] as const;

/** `null` where there are too few periods, or nobody ever entered anything. */
export function measureAccuracy(
  layout: Layout,
  level: Level,
  periods: readonly string[],
  cellsOf: (period: string) => Float64Array,
): Accuracy | null {
  const windows = windowsFor(periods);
  if (!windows) return null;
  const sample = sampled(layout, level);
  const table = (period: string) => partOf(layout, sample, cellsOf(period));
  const learn = { before: table(windows.learned[0]), after: table(windows.learned[1]) };
  const test = { before: table(windows.tested[0]), after: table(windows.tested[1]) };
  const tracks = BELOW.flatMap((below): Track[] => {
    try {
      const model = entryModel([learn], { absentBelow: below });
      const found = evaluateEntryModel(model, [test], { draws: 100 });
      const density = evaluateEntryModel(
        entryModel([learn], { absentBelow: below, features: ["density"] }),
        [test],
        { draws: 1 },
      );
      if (Number.isNaN(found.model.areaUnderCurve)) return [];
      return [
        {
          below,
          cells: found.cells,
          entries: found.entries,
          model: scores(found.model),
          density: scores(density.model),
          baseline: scores(found.baseline),
          lead: found.lead.areaUnderCurve,
        },
      ];
    } catch (error) {
      if (isRefusal(error)) return [];
      throw error;
    }
  });
  return { ...windows, regions: sample.regions.length, of: level.regions.length, tracks };
}

const scores = ({ areaUnderCurve, averagePrecision }: Scores): Scores => ({
  areaUnderCurve,
  averagePrecision,
});

/** Every k-th region of a large panel. */
function sampled({ counted }: Layout, level: Level): Level {
  const step = Math.ceil((level.regions.length * counted.length) / MOST_CELLS);
  return step <= 1 ? level : { ...level, regions: level.regions.filter((_, i) => i % step === 0) };
}

/** The probability of each entry, learned from both windows, and the same by the location quotient alone: a strip each. */
export function measureChances(
  layout: Layout,
  periods: readonly string[],
  cellsOf: (period: string) => Float64Array,
): Float64Array | null {
  const windows = windowsFor(periods);
  if (!windows) return null;
  const chances = unknown(layout.regions * layout.activities * 2);
  const latest = periods.at(-1)!;
  for (const level of layout.levels) {
    const sample = sampled(layout, level);
    const table = (period: string) => partOf(layout, sample, cellsOf(period));
    const pairs = [windows.learned, windows.tested].map(([from, to]) => ({
      before: table(from),
      after: table(to),
    }));
    const now = partOf(layout, level, cellsOf(latest));
    (
      [
        [undefined, 0],
        [["quotient"], 1],
      ] as const
    ).forEach(([features, strip]) => {
      const found = probabilities(pairs, features, now);
      if (found) spread(layout, level, found, chances, 2, strip);
    });
  }
  return chances;
}

function probabilities(
  pairs: Parameters<typeof entryModel>[0],
  features: readonly ["quotient"] | undefined,
  now: Matrix,
): Matrix | null {
  try {
    const model: EntryModel = entryModel(pairs, features ? { features } : {});
    return entryProbabilities(model, now);
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

/** The library says no to what cannot be learned: nobody entered, or nothing differs. */
const isRefusal = (error: unknown): boolean => error instanceof Error && error.name === "AnalyticsError";
