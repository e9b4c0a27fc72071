import type { Atoms, Settled } from "./figures.ts";
import { Polytope } from "./simplex.ts";
import type { Target } from "./targets.ts";

const NEARLY = 1e-7;

/** What one reader can tell of a group. `from` are the figures that tell it; empty where the width is enough. */
export interface Told {
  open: boolean;
  value: number;
  low: number;
  high: number;
  from: number[];
}

/**
 * Somebody who knows the figures shown. What may be true for all they know is a polytope; some of its points are kept, because two that
 * lie far enough apart show at once that a group is safe, without a linear programme.
 */
export class Reader {
  private readonly atoms: Atoms;
  private readonly rules: Settled;
  private readonly shown: readonly number[];
  private readonly points: Float64Array[];
  private polytope: Polytope | null = null;

  constructor(
    atoms: Atoms,
    rules: Settled,
    shown: readonly number[],
    points: Float64Array[] = [atoms.amounts],
  ) {
    this.atoms = atoms;
    this.rules = rules;
    this.shown = shown;
    this.points = points;
  }

  /** The same reader without one of the figures: whatever may have been true still may. */
  without(figure: number): Reader {
    return new Reader(
      this.atoms,
      this.rules,
      this.shown.filter((other) => other !== figure),
      this.points,
    );
  }

  /** The same reader with one more figure, which rules some points out. */
  with(figure: number): Reader {
    const group = this.atoms.figures[figure]!;
    const value = sumOf(this.atoms.amounts, group);
    const points = this.points.filter(
      (point) => Math.abs(sumOf(point, group) - value) <= NEARLY * Math.max(1, value),
    );
    return new Reader(this.atoms, this.rules, [...this.shown, figure], points);
  }

  tell(target: Target): Told {
    const value = sumOf(this.atoms.amounts, target.atoms);
    const needed = this.rules.counts
      ? Math.max(1, this.rules.width * value)
      : Math.max(this.rules.width * value, NEARLY);
    let low = value;
    let high = value;
    // Between one half and one and a half lies one number of contributors.
    const whole = () => {
      if (!this.rules.counts) return;
      low = Math.ceil(low - NEARLY);
      high = Math.floor(high + NEARLY);
    };
    for (const point of this.points) {
      const here = sumOf(point, target.atoms);
      low = Math.min(low, here);
      high = Math.max(high, here);
    }
    const enough = () => {
      whole();
      return high - low >= needed - NEARLY * Math.max(1, value);
    };
    if (enough()) return { open: false, value, low, high, from: [] };
    this.polytope ??= new Polytope(
      this.shown.map((figure) => this.atoms.figures[figure]!),
      this.atoms.amounts,
    );
    const from = new Set<number>();
    for (const sign of [1, -1] as const) {
      const end = this.polytope.most(target.atoms, sign);
      for (const row of end.rows) from.add(this.shown[row]!);
      if (sign === 1) high = Math.max(high, end.value);
      else low = Math.min(low, end.value);
      if (Number.isFinite(end.value)) this.points.push(this.polytope.point());
      if (enough()) return { open: false, value, low, high, from: [] };
    }
    return { open: true, value, low, high, from: [...from] };
  }
}

function sumOf(amounts: Float64Array, atoms: Int32Array): number {
  let sum = 0;
  for (const atom of atoms) sum += amounts[atom]!;
  return sum;
}
