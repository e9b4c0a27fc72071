import { AnalyticsError } from "../core/error.ts";
import { Matrix, type Table, type Vector, vector } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import { deviation, mean } from "../core/statistics.ts";
import { choleskyFactor, choleskySolve, completeRows } from "./least-squares.ts";
import { type Found, information, newton, type Problem } from "./newton.ts";
import { refuseOtherOutcomes } from "./outcomes.ts";

export type LogisticOptions = {
  /** Strength of the ridge on the slopes of the standardised columns (not on the constant). 0 unless given. */
  ridge?: number;
  /** Steps after which to give up. 50 unless given. */
  iterations?: number;
};

export type LogisticRegression = {
  /** The constant first, then one slope for each column, in log odds per unit of the column. */
  coefficients: Float64Array;
  /** From the information at the end; with a ridge they are too small by what the ridge holds back. */
  standardErrors: Float64Array;
  logLikelihood: number;
  /** McFadden's: 1 - log-likelihood / that of the constant alone. */
  pseudoRSquared: number;
  /** The ridge that was used in the end. */
  ridge: number;
  iterations: number;
  converged: boolean;
  observations: number;
  /** Outcomes that are 1. */
  events: number;
  notes: Note[];
};

/** The ridge of a second attempt where the first has no finite answer: a prior of standard deviation 1. */
const SAFE_RIDGE = 1;
const INDEPENDENT = 1e-10;

/**
 * Logistic regression: how the probability of something depends on some variables.
 *
 *     ln(p / (1 - p)) = b₀ + Σ b_j x_j,   by maximum likelihood, less ridge / 2 × Σ (b_j × deviation of x_j)²
 *
 * Takes a design (observations × variables) and outcomes of 0 or 1. Newton's method (iteratively reweighted least squares)
 * on standardised columns, with steps halved where they overshoot. Rows with something unknown are left out and noted.
 * Where a combination of variables separates the outcomes, the likelihood has no maximum: this is detected, noted, and
 * answered with a ridge of 1. Columns without spread, or told by the others, have `NaN` and a note. All `NaN` where there is
 * only one outcome.
 *
 * O(observations × variables² × iterations), some 5 to 10 iterations.
 *
 * P. McCullagh and J. A. Nelder, Generalized Linear Models (2nd ed., 1989), section 4.4; separation: A. Albert and
 * J. A. Anderson, "On the existence of maximum likelihood estimates in logistic regression models", Biometrika 71 (1984), 1–10.
 *
 * @example
 * const { coefficients } = logisticRegression([[0], [0], [0], [1], [1], [1]], [0, 0, 1, 0, 1, 1]);
 * coefficients; // [-0.693, 1.39]
 */
export function logisticRegression(
  design: Table,
  outcomes: Vector,
  options: LogisticOptions = {},
): LogisticRegression {
  const { ridge = 0, iterations = 50 } = options;
  if (!(ridge >= 0 && Number.isFinite(ridge)))
    throw new AnalyticsError("option", `A ridge of ${ridge} cannot be`, "Give a number from 0.");
  const given = Matrix.from(design);
  const y = vector(outcomes, given.rows, "The list of outcomes");
  refuseOtherOutcomes(y);
  const rows = completeRows(given, y);
  const problem = standardised(given, y, rows);
  const notes = notesBefore(given, rows, problem);
  if (problem.events === 0 || problem.events === rows.length) return nothing(given, problem, ridge, notes);
  let found = newton(problem, ridge, iterations);
  if (found.isSeparated && ridge < SAFE_RIDGE) {
    notes.push({
      code: "fallback",
      text: `The variables separate the outcomes, so that no finite estimate is the most likely; a ridge of ${SAFE_RIDGE} holds it back.`,
    });
    found = newton(problem, SAFE_RIDGE, iterations);
  }
  if (!found.converged)
    notes.push({ code: "not-converged", text: `No convergence in ${found.iterations} steps.` });
  return { ...unscaled(given.columns, problem, found), notes };
}

/** The probabilities that a regression gives to the rows of a design; `NaN` where something is unknown. */
export function logisticProbabilities(coefficients: Float64Array, design: Matrix): Float64Array {
  const result = new Float64Array(design.rows);
  for (let r = 0; r < design.rows; r++) {
    let odds = coefficients[0]!;
    const row = design.row(r);
    for (let c = 0; c < row.length; c++)
      if (!Number.isNaN(coefficients[c + 1]!)) odds += coefficients[c + 1]! * row[c]!;
      else if (Number.isNaN(row[c]!)) odds = Number.NaN;
    result[r] = 1 / (1 + Math.exp(-odds));
  }
  return result;
}

function standardised(design: Matrix, y: Float64Array, rows: readonly number[]): Problem {
  const problem: Problem = {
    columns: [new Float64Array(rows.length).fill(1)],
    from: [],
    means: [],
    widths: [],
    y: Float64Array.from(rows, (r) => y[r]!),
    events: rows.filter((r) => y[r] === 1).length,
    own: Float64Array.of(1),
  };
  for (let c = 0; c < design.columns; c++) {
    const column = Float64Array.from(rows, (r) => design.at(r, c));
    const middle = mean(column);
    const width = deviation(column);
    if (!(width > 1e-12 * Math.max(Math.abs(middle), Number.MIN_VALUE))) continue;
    const columns = [...problem.columns, column.map((x) => (x - middle) / width)];
    const factor = choleskyFactor(information(columns, new Float64Array(rows.length).fill(1), 0));
    const own = Float64Array.from({ length: columns.length }, (_, k) => factor.at(k, k) ** 2 / rows.length);
    if (!(own[columns.length - 1]! > INDEPENDENT)) continue;
    problem.columns = columns;
    problem.from.push(c);
    problem.means.push(middle);
    problem.widths.push(width);
    problem.own = own;
  }
  return problem;
}

/** Slopes and errors per unit of the columns as they were given. */
function unscaled(variables: number, problem: Problem, found: Found) {
  const { from, means, widths, events, y } = problem;
  const { slopes, factor, ridge, iterations, converged, logLikelihood } = found;
  const coefficients = new Float64Array(variables + 1).fill(Number.NaN);
  const standardErrors = new Float64Array(variables + 1).fill(Number.NaN);
  const change = new Float64Array(slopes.length);
  change[0] = 1;
  coefficients[0] = slopes[0]!;
  from.forEach((column, k) => {
    const slope = slopes[k + 1]! / widths[k]!;
    coefficients[column + 1] = slope;
    coefficients[0]! -= slope * means[k]!;
    change[k + 1] = -means[k]! / widths[k]!;
    const unit = new Float64Array(slopes.length);
    unit[k + 1] = 1;
    standardErrors[column + 1] = Math.sqrt(choleskySolve(factor, unit)[k + 1]!) / widths[k]!;
  });
  const spread = choleskySolve(factor, change);
  standardErrors[0] = Math.sqrt(spread.reduce((total, x, k) => total + x * change[k]!, 0));
  const share = events / y.length;
  const alone = events * Math.log(share) + (y.length - events) * Math.log(1 - share);
  return {
    coefficients,
    standardErrors,
    logLikelihood,
    pseudoRSquared: 1 - logLikelihood / alone,
    ridge,
    iterations,
    converged,
    observations: y.length,
    events,
  };
}

function nothing(design: Matrix, { y, events }: Problem, ridge: number, notes: Note[]): LogisticRegression {
  const unknown = () => new Float64Array(design.columns + 1).fill(Number.NaN);
  notes.push({ code: "degenerate", text: "All outcomes are the same: there is nothing to tell apart." });
  return {
    coefficients: unknown(),
    standardErrors: unknown(),
    logLikelihood: Number.NaN,
    pseudoRSquared: Number.NaN,
    ridge,
    iterations: 0,
    converged: false,
    observations: y.length,
    events,
    notes,
  };
}

function notesBefore(design: Matrix, rows: readonly number[], { from }: Problem): Note[] {
  const notes: Note[] = [];
  if (rows.length < design.rows)
    notes.push({
      code: "missing",
      text: `${design.rows - rows.length} observations with something unknown were left out.`,
    });
  const silent = Array.from({ length: design.columns }, (_, c) => c).filter((c) => !from.includes(c));
  if (silent.length > 0)
    notes.push({
      code: "degenerate",
      text: `${silent.length} variables do not vary or are told by the others; they have no coefficient.`,
      positions: silent,
    });
  return notes;
}
