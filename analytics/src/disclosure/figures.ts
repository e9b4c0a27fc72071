import { AnalyticsError } from "../core/error.ts";

/** Figures that are to be published, and what stands behind them. */
export interface Disclosure {
  /** What each contributor adds to every figure it is part of, 0 or more; `null` where figures are numbers of contributors. */
  values: ArrayLike<number> | null;
  /** The contributors of each figure by position. A figure is the sum of their values, or their number. */
  figures: readonly (readonly number[])[];
  /** How many of the first figures are out already, in an earlier table: known to every reader, and not to be taken back. */
  published?: number;
}

/** When a figure says too much of one contributor. */
export interface DisclosureRules {
  /** A figure of fewer contributors is kept back; 3 unless told. Of none at all, nothing is told: it may be shown. */
  minimum?: number;
  /** The largest contributor has at most this share of a figure, 0 to 1; 0.75 unless told, 1 for no such rule. Numbers of contributors have no shares. */
  dominance?: number;
  /** What a reader can work out of a figure kept back has at least this width, as a share of it; 0.2 unless told. Of a number, at least 1. */
  width?: number;
}

/**
 * The figures in terms of atoms: groups of contributors that stand in exactly the same figures. No reader can tell the contributors of one
 * atom apart, and every figure is a sum of atoms.
 */
export interface Atoms {
  /** What each atom adds. */
  amounts: Float64Array;
  /** How many contributors it has, and what its largest adds. */
  sizes: Int32Array;
  largest: Float64Array;
  /** The atoms of each figure. */
  figures: Int32Array[];
}

export function atomsOf({ values, figures, published = 0 }: Disclosure): Atoms {
  if (!Number.isInteger(published) || published < 0 || published > figures.length)
    throw new AnalyticsError(
      "option",
      `published is ${published} of ${figures.length} figures`,
      "Give how many of the first figures are out.",
    );
  const patterns = new Map<number, number[]>();
  figures.forEach((contributors, figure) => {
    for (const one of contributors) {
      const pattern = patterns.get(one) ?? [];
      if (pattern.at(-1) === figure)
        throw new AnalyticsError(
          "duplicate",
          `A figure names contributor ${one} twice`,
          "Name each contributor once.",
          {
            row: figure,
          },
        );
      pattern.push(figure);
      patterns.set(one, pattern);
    }
  });
  const numbers = new Map<string, number>();
  const amounts: number[] = [];
  const sizes: number[] = [];
  const largest: number[] = [];
  const members: number[][] = figures.map(() => []);
  for (const [one, pattern] of patterns) {
    const amount = values ? values[one] : 1;
    if (amount === undefined || !Number.isFinite(amount) || amount < 0)
      throw new AnalyticsError(
        amount !== undefined && amount < 0 ? "negative" : "not-a-number",
        `Contributor ${one} adds ${amount}`,
        "Give each contributor a number of 0 or more.",
        { row: one },
      );
    const key = pattern.join(",");
    let atom = numbers.get(key);
    if (atom === undefined) {
      atom = numbers.size;
      numbers.set(key, atom);
      amounts.push(0);
      sizes.push(0);
      largest.push(0);
      for (const figure of pattern) members[figure]!.push(atom);
    }
    amounts[atom]! += amount;
    sizes[atom]! += 1;
    largest[atom] = Math.max(largest[atom]!, amount);
  }
  return {
    amounts: Float64Array.from(amounts),
    sizes: Int32Array.from(sizes),
    largest: Float64Array.from(largest),
    figures: members.map((atoms) => Int32Array.from(atoms)),
  };
}

export interface Settled {
  minimum: number;
  dominance: number;
  width: number;
  counts: boolean;
}

export function settled(
  { minimum = 3, dominance = 0.75, width = 0.2 }: DisclosureRules,
  counts: boolean,
): Settled {
  const refuse = (name: string, value: number, remedy: string) => {
    throw new AnalyticsError("option", `${name} is ${value}`, remedy);
  };
  if (!Number.isInteger(minimum) || minimum < 1)
    refuse("minimum", minimum, "Give a whole number of 1 or more.");
  if (!(dominance > 0 && dominance <= 1)) refuse("dominance", dominance, "Give a share above 0, at most 1.");
  if (!(width >= 0 && Number.isFinite(width))) refuse("width", width, "Give a share of 0 or more.");
  return { minimum, dominance, width, counts };
}

/** Why the sum of these atoms is nobody's to know. */
export function sensitive(
  { amounts, sizes, largest }: Atoms,
  atoms: ArrayLike<number>,
  rules: Settled,
): "few" | "dominated" | null {
  let count = 0;
  let sum = 0;
  let top = 0;
  for (let i = 0; i < atoms.length; i++) {
    const atom = atoms[i]!;
    count += sizes[atom]!;
    sum += amounts[atom]!;
    top = Math.max(top, largest[atom]!);
  }
  if (count === 0) return null;
  if (count < rules.minimum) return "few";
  return !rules.counts && sum > 0 && top > rules.dominance * sum ? "dominated" : null;
}
