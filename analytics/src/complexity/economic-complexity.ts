import type { Convention } from "../core/convention.ts";
import type { Table } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import { Presence } from "../core/presence.ts";
import { correlation, deviation, mean, type Spread, standardise } from "../core/statistics.ts";
import { pieces } from "../presence/components.ts";
import { trimToCore } from "../presence/core.ts";
import { secondPair } from "./pair.ts";
import { portfolioMean, untrimmed } from "./portfolio.ts";
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
  const core = trimToCore(presence);
  const kept = core.presence;
  const { v, eigenvalues, iterations, converged } = secondPair(kept);
  const notes = [...core.notes];
  const roots = kept.columnCounts();
  const pci = v.map((value, c) => value / Math.sqrt(roots[c]!));
  const length = Math.sqrt(pci.reduce((total, value) => total + value * value, 0));
  const sign = signOf(portfolioMean(kept, pci), pci, kept, notes);
  for (let c = 0; c < pci.length; c++) pci[c]! *= sign / length;
  const eci = portfolioMean(kept, pci);
  const eigengap = (eigenvalues[1] ?? Number.NaN) - (eigenvalues[2] ?? 0);
  notes.push(...doubts(kept, eigenvalues, eigengap, converged));
  return {
    eci: untrimmed(eci, core.regions, presence.rows),
    pci: untrimmed(pci, core.activities, presence.columns),
    eigenvalues,
    eigengap,
    iterations,
    converged,
    notes,
  };
}

/** So that complexity rises with diversity; where that says nothing, so that it falls with ubiquity. */
function signOf(eci: Float64Array, pci: Float64Array, presence: Presence, notes: Note[]): number {
  const byDiversity = correlation(eci, Array.from(presence.rowCounts()));
  if (Math.abs(byDiversity) > 1e-9) return Math.sign(byDiversity);
  if (pci.length > 0 && !Number.isNaN(pci[0]!))
    notes.push({
      code: "fallback",
      text: "Diversity gives the indices no sign; ubiquity or the order had to.",
    });
  const byUbiquity = correlation(pci, Array.from(presence.columnCounts()));
  if (Math.abs(byUbiquity) > 1e-9) return -Math.sign(byUbiquity);
  return Math.sign(pci.find((value) => Math.abs(value) > 1e-9) ?? 1);
}

function doubts(presence: Presence, eigenvalues: Float64Array, gap: number, converged: boolean): Note[] {
  const notes: Note[] = [];
  const [, second = 0, third = 0] = eigenvalues;
  const parts = pieces(presence);
  if (parts > 1)
    notes.push({
      code: "disconnected",
      text: `Regions and activities fall into ${parts} pieces without a link; the indices only tell the pieces apart.`,
    });
  else if (second < 1e-12 && presence.size > 0)
    notes.push({
      code: "degenerate",
      text: "All regions have the same activities, or there are too few; nothing tells them apart.",
    });
  else if (gap < NARROW * second)
    notes.push({
      code: "eigengap",
      text: `The second and third eigenvalue, ${second.toPrecision(4)} and ${third.toPrecision(4)}, are too close to trust the indices.`,
    });
  if (!converged)
    notes.push({ code: "not-converged", text: "The eigenvectors did not settle to the last digits." });
  return notes;
}
