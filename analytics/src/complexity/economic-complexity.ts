import { CONVENTIONS, type Convention } from "../core/convention.ts";
import type { Table } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import { checkWords } from "../core/one-of.ts";
import { Presence } from "../core/presence.ts";
import { correlation, deviation, mean, SPREADS, type Spread, standardise } from "../core/statistics.ts";
import { type SecondPair, secondPair } from "../engine/second-pair.ts";
import { trimToCore } from "../presence/core.ts";
import { published } from "./published.ts";

/**
 * "z": each index has mean 0 and standard deviation 1. "atlas": the same for the regions, and the activities on the regions'
 * scale, so that the ECI of a region is the mean PCI of what it has. "none": the eigenvectors, that of the activities of
 * length 1, that of the regions the mean of it over what they have.
 */
export type ComplexityScaling = "z" | "atlas" | "none";

export type EconomicComplexityOptions = {
  /** "z" unless given; "atlas" in the convention of that name. */
  scaling?: ComplexityScaling;
  /** Divided by n ("population", the default) or n - 1 ("sample"). */
  spread?: Spread;
  /**
   * "atlas": scaling "atlas". "oec": no eigenvector but `reflections` (18 and 19 updates). "economiccomplexity": sample spread
   * and two independent signs. "econgeo": each vector divided by its own sum, so that level and sign mean nothing (that package
   * also rounds the matrix to four decimals first, which is not reproduced: expect a correlation of 0.999 or more).
   */
  convention?: Convention;
};

export type EconomicComplexity = {
  /** Economic complexity index, one for each region. */
  eci: Float64Array;
  /** Product complexity index, one for each activity. */
  pci: Float64Array;
  /** The three largest eigenvalues; the first is 1, the indices belong to the second. Fewer where there are fewer. */
  eigenvalues: Float64Array;
  /** Second minus third eigenvalue: the smaller, the less the indices mean. */
  eigengap: number;
  iterations: number;
  converged: boolean;
  notes: Note[];
};

/** A gap below this part of the second eigenvalue is worth a note. */
const NARROW = 0.01;
/** A correlation below this is rounding and gives no sign. */
const UNDECIDED = 1e-9;

/**
 * Economic complexity of regions (ECI) and of activities (PCI): a region is complex if it has activities that few, and
 * complex, regions have. Both are the second eigenvectors of one averaging, from regions to activities and back:
 *
 *     λ ECI = D⁻¹ M U⁻¹ Mᵀ ECI,   λ PCI = U⁻¹ Mᵀ D⁻¹ M PCI,   D, U = diversities, ubiquities on a diagonal
 *
 * Takes a presence (regions × activities). Computed from the symmetric form N = D^-½ M U^-½, whose pair of singular vectors
 * gives both indices with one sign: ECI rises with diversity. Regions and activities without any presence are trimmed, `NaN`
 * and listed in a note. Notes also say where the indices should not be quoted: where the presence falls into unconnected
 * pieces (they then tell the pieces apart, nothing else), where the second and third eigenvalue are close, where diversity
 * gives no sign, and where all regions are alike.
 *
 * O(ones × iterations), about 10 to 40 iterations, and O(smaller side × iterations²).
 *
 * C. Hidalgo and R. Hausmann, "The building blocks of economic complexity", PNAS 106 (2009), 10570–10575; the eigenvector:
 * R. Hausmann et al., The Atlas of Economic Complexity (MIT Press, 2014), page 24; what it means: P. Mealy, J. D. Farmer and
 * A. Teytelboym, "Interpreting economic complexity", Science Advances 5 (2019), eaau1705.
 *
 * @example
 * const { eci, pci } = economicComplexity([[1, 1, 1], [1, 1, 0], [1, 0, 0]]);
 * eci[0] > eci[1] && eci[1] > eci[2]; // true
 * pci[2] > pci[1] && pci[1] > pci[0]; // true
 */
export function economicComplexity(
  table: Presence | Table,
  options: EconomicComplexityOptions = {},
): EconomicComplexity {
  checkWords(options, { scaling: ["z", "atlas", "none"], spread: SPREADS, convention: CONVENTIONS });
  const { convention = "kontor" } = options;
  const presence = Presence.from(table);
  const raw = rawComplexity(presence);
  if (convention === "oec" || convention === "econgeo" || convention === "economiccomplexity")
    return { ...raw, ...published(presence, raw, convention) };
  const { scaling = convention === "atlas" ? "atlas" : "z", spread = "population" } = options;
  if (scaling === "none") return raw;
  return {
    ...raw,
    eci: standardise(raw.eci, spread),
    pci: scaling === "z" ? standardise(raw.pci, spread) : onScaleOf(raw.pci, raw.eci, spread),
  };
}

function onScaleOf(values: Float64Array, of: Float64Array, spread: Spread): Float64Array {
  const middle = mean(of);
  const width = deviation(of, spread);
  return values.map((value) => (width > 0 ? (value - middle) / width : Number.NaN));
}

/** The two vectors without any scaling. */
function rawComplexity(presence: Presence): EconomicComplexity {
  const pair = secondPair(presence);
  const { region, activity, eigenvalues, iterations, converged } = pair;
  const [, second = 0, third = 0] = eigenvalues;
  return {
    eci: region,
    pci: activity,
    eigenvalues: Float64Array.from(eigenvalues).subarray(0, 3),
    eigengap: second > 0 ? second - third : Number.NaN,
    iterations,
    converged,
    notes: notesOn(presence, pair),
  };
}

/** What has to be said of the indices of a presence; `region` may be scaled. */
export function notesOn(
  presence: Presence,
  { region, eigenvalues, converged, components }: Omit<SecondPair, "activity" | "iterations">,
): Note[] {
  const [, second = 0, third = 0] = eigenvalues;
  const hasEmpty =
    presence.size === 0 || presence.rowCounts().includes(0) || presence.columnCounts().includes(0);
  const notes = hasEmpty ? trimToCore(presence).notes : [];
  if (components > 1)
    notes.push({
      code: "disconnected",
      text: `Regions and activities fall into ${components} pieces without a link; the indices only tell the pieces apart.`,
    });
  else if (second === 0 && presence.size > 0)
    notes.push({
      code: "degenerate",
      text: "There are too few regions or activities, or all are alike; nothing tells them apart.",
    });
  else if (second - third < NARROW * second)
    notes.push({
      code: "eigengap",
      text: `The second and third eigenvalue, ${second.toPrecision(4)} and ${third.toPrecision(4)}, are too close to trust the indices.`,
    });
  if (second > 0 && !(Math.abs(correlation(region, Array.from(presence.rowCounts()))) > UNDECIDED))
    notes.push({
      code: "fallback",
      text: "Diversity gives the indices no sign; ubiquity or the order had to.",
    });
  if (!converged)
    notes.push({ code: "not-converged", text: "The eigenvectors did not settle to the last digits." });
  return notes;
}
