import { describe, expect, it } from "vitest";
import * as concentration from "../concentration/index.ts";
import { Matrix, type Table } from "../core/matrix.ts";
import { Presence } from "../core/presence.ts";
import * as dynamics from "../dynamics/index.ts";
import * as variety from "../variety/index.ts";
import * as specialisation from "./index.ts";

const nan = Number.NaN;
const ones = (n: number) => new Array<number>(n).fill(1);
const classes = (n: number) => Array.from({ length: n }, (_, c) => c % 2);

/** Every measure of one table of amounts, with whatever else it needs made up. */
const measures: Record<string, (table: Matrix) => unknown> = {
  locationQuotient: (x) => specialisation.locationQuotient(x),
  restOfArea: (x) => specialisation.locationQuotient(x, { benchmark: "rest" }),
  symmetric: (x) => specialisation.symmetricLocationQuotient(x),
  normalised: (x) => specialisation.normalisedLocationQuotient(x),
  standardised: (x) => specialisation.standardisedLocationQuotient(x),
  perCapita: (x) => specialisation.perCapitaLocationQuotient(x, ones(x.rows)),
  average: (x) => specialisation.averageLocationQuotient(x),
  hachman: (x) => specialisation.hachman(x),
  krugman: (x) => specialisation.krugman(x),
  krugmanRest: (x) => specialisation.krugman(x, { benchmark: "rest" }),
  krugmanMatrix: (x) => specialisation.krugmanMatrix(x),
  exportSimilarity: (x) => specialisation.exportSimilarity(x),
  quotientSimilarity: (x) => specialisation.quotientSimilarity(x),
  normalisedUbiquity: (x) => specialisation.normalisedUbiquity(x),
  inverseUbiquity: (x) => specialisation.inverseNormalisedUbiquity(x),
  weightedAverage: (x) => specialisation.weightedAverage(x, ones(x.columns)),
  herfindahl: (x) => concentration.herfindahl(x, { normalised: true }),
  entropy: (x) => concentration.entropy(x, { of: "activities" }),
  kullbackLeibler: (x) => concentration.kullbackLeibler(x),
  theil: (x) => concentration.theil(x, { index: "S" }),
  gini: (x) => concentration.gini(x),
  hooverGini: (x) => concentration.hooverGini(x, ones(x.rows)),
  locationalGini: (x) => concentration.locationalGini(x),
  hooverIndex: (x) => concentration.hooverIndex(x),
  ellisonGlaeser: (x) => concentration.ellisonGlaeser(x, new Float64Array(x.columns)),
  maurelSedillot: (x) => concentration.maurelSedillot(x, new Float64Array(x.columns)),
  coagglomeration: (x) => concentration.coagglomeration(x),
  groupCoagglomeration: (x) => concentration.groupCoagglomeration(x, x.columns > 1 ? [0, 1] : []),
  variety: (x) => variety.varietyDecomposition(x, [classes(x.columns)]),
  coherence: (x) => variety.coherence(x, new Matrix(x.columns, x.columns)),
  growth: (x) => dynamics.growth(x, x),
  growthByActivity: (x) => dynamics.growthByActivity(x, x),
  shiftShare: (x) => dynamics.shiftShare(x, x),
  dynamicShiftShare: (x) => dynamics.dynamicShiftShare([x, x]),
  estebanMarquillas: (x) => dynamics.estebanMarquillas(x, x),
  arcelus: (x) => dynamics.arcelus(x, x),
};

/** Measures that take other things than amounts. */
const others: Record<string, (table: Matrix) => unknown> = {
  cutOff: (x) => specialisation.bootstrapCutOff(x, { draws: 3 }),
  entry: (x) => dynamics.entry(present(x), present(x)),
  turnover: (x) => dynamics.turnover(present(x), present(x)),
};

const present = (x: Matrix) => Presence.where(x, (amount) => amount > 0);

const edges: Record<string, Table> = {
  empty: [],
  "without activities": [[], []],
  "one cell": [[3]],
  "one region": [[1, 0, 5]],
  "one activity": [[1], [0], [5]],
  "all zero": [
    [0, 0],
    [0, 0],
  ],
  "all unknown": [
    [nan, nan],
    [nan, nan],
  ],
  "one region unknown": [
    [nan, nan],
    [1, 2],
  ],
  huge: [
    [1e15, 1],
    [1, 1e15],
    [0, 1e-15],
  ],
  same: [
    [2, 2, 2],
    [2, 2, 2],
  ],
};

/** All numbers in a result, however deep. */
function numbers(result: unknown): number[] {
  if (typeof result === "number") return [result];
  if (result instanceof Matrix) return Array.from(result.values);
  if (ArrayBuffer.isView(result)) return Array.from(result as Float64Array);
  return typeof result === "object" && result !== null ? Object.values(result).flatMap(numbers) : [];
}

describe.each(Object.entries({ ...measures, ...others }))("%s", (_, measure) => {
  it.each(Object.entries(edges))(
    "takes a table that is %s, does not touch it, and never says infinite",
    (_, table) => {
      const matrix = Matrix.from(table);
      const before = matrix.values.slice();
      const found = numbers(measure(matrix));
      expect(found.filter((x) => Math.abs(x) === Number.POSITIVE_INFINITY)).toEqual([]);
      expect(matrix.values).toEqual(before);
      expect(numbers(measure(matrix))).toEqual(found);
    },
  );
});

it.each(Object.entries(measures))("%s refuses a negative amount, naming where", (_, measure) => {
  const table = new Matrix(2, 2, Float64Array.of(1, 2, -3, 4));
  expect(() => measure(table)).toThrow(/-3 is below zero \(row 1, column 0\)/);
});

describe("an unknown cell", () => {
  const whole = new Matrix(4, 4, Float64Array.of(9, 2, 3, 4, 5, 8, 7, 1, 2, 3, 9, 5, 6, 1, 2, 8));
  const unknown = whole.map((x, r, c) => (r === 1 && c === 2 ? nan : x));
  /** How many results are of that very cell; in all others it is left out. */
  const ofTheCell: Record<string, number> = {
    locationQuotient: 1,
    restOfArea: 1,
    symmetric: 1,
    normalised: 1,
    standardised: 1,
    perCapita: 1,
    growth: 1,
    shiftShare: 3,
    dynamicShiftShare: 3,
    estebanMarquillas: 4,
    arcelus: 8,
  };

  it.each(Object.entries(measures))("stays where it is: %s", (name, measure) => {
    const nans = (table: Matrix) => numbers(measure(table)).filter(Number.isNaN).length;
    expect(nans(unknown)).toBe(nans(whole) + (ofTheCell[name] ?? 0));
  });
});
