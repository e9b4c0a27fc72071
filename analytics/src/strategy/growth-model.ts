import { Matrix, type Vector, vector } from "../core/matrix.ts";
import { type LeastSquares, leastSquares } from "./least-squares.ts";

/** Least squares with the coefficients by name. */
export type GrowthModel = {
  constant: number;
  /** Growth per unit of ECI. */
  complexity: number;
  /** Growth per unit of ln(income): below 0 where the poor catch up. */
  income: number;
  /** Growth per unit of ECI × ln(income); 0 unless asked for. */
  interaction: number;
  /** Coefficients in the order above (the last only if asked for), errors, fit and notes. */
  regression: LeastSquares;
};

export type GrowthModelOptions = {
  /** Whether what complexity does may depend on the income. False unless given. */
  interaction?: boolean;
};

/**
 * How fast regions grow that are complex for their income.
 *
 *     growth = b₀ + b₁ ECI + b₂ ln(initial income) [+ b₃ ECI ln(initial income)]
 *
 * Takes one growth rate, ECI and initial income (above 0, any currency) for each region; the rate in any unit, per year as a
 * rule, and all that follows is in that unit. Least squares; regions with something unknown, or without income, are left out
 * and noted. A correlation: it does not say that complexity makes growth.
 *
 * O(regions).
 *
 * R. Hausmann et al., The Atlas of Economic Complexity (MIT Press, 2014), pages 27–31.
 *
 * @example
 * const model = growthModel([3, 4, 1, 2], [0, 1, 0, 1], [1, 1, Math.E, Math.E]);
 * [model.constant, model.complexity, model.income]; // [3, 1, -2]
 */
export function growthModel(
  growth: Vector,
  eci: Vector,
  income: Vector,
  options: GrowthModelOptions = {},
): GrowthModel {
  const complexity = vector(eci, growth.length, "The list of ECI");
  const initial = vector(income, growth.length, "The list of incomes");
  const hasInteraction = options.interaction === true;
  const design = new Matrix(growth.length, hasInteraction ? 3 : 2);
  for (let r = 0; r < growth.length; r++) {
    const row = design.row(r);
    const logarithm = initial[r]! > 0 ? Math.log(initial[r]!) : Number.NaN;
    row[0] = complexity[r]!;
    row[1] = logarithm;
    if (hasInteraction) row[2] = complexity[r]! * logarithm;
  }
  const regression = leastSquares(design, growth);
  const [constant, slope, convergence, interaction] = regression.coefficients;
  return {
    constant: constant!,
    complexity: slope!,
    income: convergence!,
    interaction: hasInteraction ? interaction! : 0,
    regression,
  };
}

/**
 * The ECI at which a region of a certain income is expected to grow at a certain rate, by a `growthModel`.
 *
 *     ECI = (growth - b₀ - b₂ ln(income)) / (b₁ + b₃ ln(income))
 *
 * Takes the growth in the unit of the model and the income in its currency. `NaN` where complexity does not raise growth (the divisor is
 * not above 0) or the income is not above 0. O(1).
 *
 * @example
 * const model = growthModel([3, 4, 1, 2], [0, 1, 0, 1], [1, 1, Math.E, Math.E]);
 * complexityForGrowth(model, 2.5, Math.E); // 1.5
 */
export function complexityForGrowth(model: GrowthModel, growth: number, income: number): number {
  const logarithm = income > 0 ? Math.log(income) : Number.NaN;
  const slope = model.complexity + part(model.interaction, logarithm);
  return slope > 0 ? (growth - model.constant - part(model.income, logarithm)) / slope : Number.NaN;
}

const part = (weight: number, value: number) => (weight === 0 ? 0 : weight * value);
