import { economicComplexity } from "../complexity/economic-complexity.ts";
import { isOpposite } from "../complexity/orientation.ts";
import { complexityOutlookGain } from "../complexity/outlook.ts";
import { AnalyticsError } from "../core/error.ts";
import { amounts, type Table, type Vector } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import { Presence } from "../core/presence.ts";
import { standardise } from "../core/statistics.ts";
import { relatednessDensity } from "../relatedness/density.ts";
import { proximity } from "../relatedness/proximity.ts";
import { locationQuotient } from "../specialisation/location-quotient.ts";

/** How much each of the three counts in the score. They need not add up to 1. */
export type TradeOff = { density: number; complexity: number; gain: number };

/**
 * "low-hanging fruit": what is near counts 60 %, complexity 15 %, outlook gain 25 %. "balanced": 50, 15, 35. "long jumps": 45,
 * 20, 35. Those of the Atlas of Economic Complexity.
 */
export type TradeOffName = "low-hanging fruit" | "balanced" | "long jumps";

export type DiversificationOptions = {
  /** The row of the region, or its name if `regions` are given. */
  region: number | string;
  /** Names of the rows. */
  regions?: readonly string[];
  /** Names of the columns; their positions unless given. */
  activities?: readonly string[];
  /** The location quotient from which a region has an activity: 1 unless given. */
  threshold?: number;
  /** "balanced" unless given. */
  weights?: TradeOffName | TradeOff;
  /** How many to list: all unless given. */
  limit?: number;
  /**
   * One value for each activity, such as `prody` or the wages paid in it: PCI and ECI are turned so that PCI correlates positively
   * with it. Without it they are turned after diversity, which with coarse activities may point the wrong way: there, rich regions
   * can be the less diverse ones. See `orientTo`.
   */
  orient?: Vector;
};

export type DiversificationOption = {
  rank: number;
  activity: string;
  /** The column. */
  position: number;
  quotient: number;
  /** Relatedness density, 0 to 1: how near it is to what the region has. */
  density: number;
  /** PCI, mean 0 and deviation 1 over the activities. */
  complexity: number;
  /** Complexity outlook gain: how much it would open up. */
  gain: number;
  /** Weighted mean of the three, each standardised over the region's options. */
  score: number;
  /** Whether no other option is at least as near, as complex and as opening, and better in one of them. */
  efficient: boolean;
};

export type Diversification = { options: DiversificationOption[]; notes: Note[] };

const TRADE_OFFS: Record<TradeOffName, TradeOff> = {
  "low-hanging fruit": { density: 0.6, complexity: 0.15, gain: 0.25 },
  balanced: { density: 0.5, complexity: 0.15, gain: 0.35 },
  "long jumps": { density: 0.45, complexity: 0.2, gain: 0.35 },
};

/**
 * The diversification table of a region: the activities it does not have yet, with how near each is, how complex, and how
 * much further it would lead, in the order of a score that trades these off.
 *
 *     score = Σ weight × z(value) / Σ weight   over density, PCI and outlook gain, z over the region's options
 *
 * Takes amounts (regions × activities) and which region it is about. Activities that nobody has, or of which something is
 * not defined, are not options, and are noted. A criterion in which all options are alike counts 0. The score ranks
 * what may fit; it is no forecast: for that see `entryModel`.
 *
 * O(regions × activities² / 64).
 *
 * R. Hausmann et al., The Atlas of Economic Complexity (MIT Press, 2014), pages 52–54; weights: the Atlas's country profiles.
 *
 * @example
 * const amounts = [[8, 4, 1, 0], [6, 5, 0, 1], [1, 6, 4, 2], [0, 1, 2, 9]];
 * const { options } = diversification(amounts, { region: 3, activities: ["wood", "paper", "print", "code"] });
 * options.map(({ activity }) => activity); // ["paper", "wood"]
 */
export function diversification(table: Table, options: DiversificationOptions): Diversification {
  const given = amounts(table);
  const { threshold = 1, weights = "balanced", limit = given.columns } = options;
  const region = rowOf(options, given.rows);
  const names = namesOf(options, given.columns);
  const quotients = locationQuotient(given);
  const has = Presence.where(quotients, (lq) => lq >= threshold);
  const near = proximity(has);
  const density = relatednessDensity(has, near).row(region);
  const { pci: found, notes } = economicComplexity(has);
  const pci = isOpposite(found, options.orient, "orient") ? found.map((value) => -value) : found;
  const gain = complexityOutlookGain(has, near, pci).row(region);
  const own = new Set(has.of(region));
  const absent = Array.from(names.keys()).filter((c) => !own.has(c));
  const known = absent.filter((c) => ![quotients.at(region, c), density[c]!, pci[c]!].some(Number.isNaN));
  const rows = known.map((c) => ({
    activity: names[c]!,
    position: c,
    quotient: quotients.at(region, c),
    density: density[c]!,
    complexity: pci[c]!,
    gain: gain[c]!,
  }));
  const scores = scored(rows, weights);
  const ranked = rows
    .map((row, k) => ({ ...row, score: scores[k]!, efficient: !rows.some((other) => beats(other, row)) }))
    .sort((one, other) => other.score - one.score || one.position - other.position)
    .map((row, k) => ({ rank: k + 1, ...row }));
  const left = absent.filter((c) => !known.includes(c));
  const missing: Note[] =
    left.length === 0
      ? []
      : [
          {
            code: "missing",
            text: `${left.length} activities that the region does not have are no options, since something of them is not defined.`,
            positions: left,
          },
        ];
  return { options: ranked.slice(0, limit), notes: [...notes, ...missing] };
}

type Criteria = { density: number; complexity: number; gain: number };

function scored(rows: readonly Criteria[], weights: TradeOffName | TradeOff): Float64Array {
  const chosen = typeof weights === "string" ? TRADE_OFFS[weights] : weights;
  const parts = chosen && [chosen.density, chosen.complexity, chosen.gain];
  const whole = parts ? parts.reduce((total, weight) => total + weight, 0) : 0;
  if (!parts?.every((weight) => weight >= 0) || !(whole > 0))
    throw new AnalyticsError(
      "option",
      `${JSON.stringify(weights)} is no trade-off`,
      `Give weights from 0 of density, complexity and gain, not all 0, or one of ${Object.keys(TRADE_OFFS).join(", ")}.`,
    );
  const columns = [
    rows.map(({ density }) => density),
    rows.map(({ complexity }) => complexity),
    rows.map(({ gain }) => gain),
  ];
  const scores = new Float64Array(rows.length);
  columns.forEach((column, p) => {
    standardise(column).forEach((z, k) => {
      if (!Number.isNaN(z)) scores[k]! += (parts[p]! / whole) * z;
    });
  });
  return scores;
}

const beats = (one: Criteria, other: Criteria) =>
  one.density >= other.density &&
  one.complexity >= other.complexity &&
  one.gain >= other.gain &&
  (one.density > other.density || one.complexity > other.complexity || one.gain > other.gain);

function rowOf({ region, regions }: DiversificationOptions, rows: number): number {
  if (regions && regions.length !== rows)
    throw new AnalyticsError(
      "shape",
      `${regions.length} names do not fit ${rows} regions`,
      "Give one name for each row.",
    );
  const row = typeof region === "number" ? region : (regions?.indexOf(region) ?? -1);
  if (Number.isInteger(row) && row >= 0 && row < rows) return row;
  throw new AnalyticsError(
    "unknown-name",
    `There is no region ${JSON.stringify(region)}`,
    typeof region === "string" && !regions
      ? "Give the names of the rows as `regions`, or the number of the row."
      : `Give a row from 0 to ${rows - 1}, or one of the names in \`regions\`.`,
  );
}

function namesOf({ activities }: DiversificationOptions, columns: number): readonly string[] {
  if (!activities) return Array.from({ length: columns }, (_, c) => String(c));
  if (activities.length === columns) return activities;
  throw new AnalyticsError(
    "shape",
    `${activities.length} names do not fit ${columns} activities`,
    "Give one name for each column.",
  );
}
