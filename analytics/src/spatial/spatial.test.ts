import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alike } from "../specialisation/arbitrary.ts";
import {
  contiguityWeights,
  distanceBandWeights,
  distanceMatrix,
  geary,
  getisOrd,
  localGetisOrd,
  localMoran,
  moran,
  nearestNeighbourWeights,
  type SpatialWeights,
  weightsFromTable,
} from "./index.ts";
import { complementaryError, twoSided } from "./normal.ts";

const nan = Number.NaN;
const none = { draws: 0 };

/** The weights as a full table. */
function dense({ regions, starts, indices, weights }: SpatialWeights): number[][] {
  const table = Array.from({ length: regions }, () => new Array<number>(regions).fill(0));
  for (let i = 0; i < regions; i++)
    for (let k = starts[i]!; k < starts[i + 1]!; k++) table[i]![indices[k]!] = weights[k]!;
  return table;
}

function* orders(list: readonly number[]): Generator<number[]> {
  if (list.length === 0) yield [];
  for (let i = 0; i < list.length; i++)
    for (const rest of orders([...list.slice(0, i), ...list.slice(i + 1)])) yield [list[i]!, ...rest];
}

/** Mean and variance of a statistic over all placements of the values. */
function overAllOrders(values: readonly number[], statistic: (values: number[]) => number) {
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (const order of orders(values)) {
    const x = statistic(order);
    n++;
    sum += x;
    squares += x * x;
  }
  return { mean: sum / n, variance: squares / n - (sum / n) ** 2 };
}

const grid = (side: number): [number, number][] => {
  const borders: [number, number][] = [];
  for (let i = 0; i < side; i++)
    for (let j = 0; j < side; j++) {
      if (j + 1 < side) borders.push([i * side + j, i * side + j + 1]);
      if (i + 1 < side) borders.push([i * side + j, (i + 1) * side + j]);
    }
  return borders;
};

describe("spatial weights", () => {
  it("from borders: 1 each, or an average, with a note on who has none", () => {
    const raw = contiguityWeights(
      [
        [0, 1],
        [1, 2],
        [2, 1],
        [3, 3],
      ],
      4,
      { standardise: "none" },
    );
    expect(dense(raw)).toEqual([
      [0, 1, 0, 0],
      [1, 0, 1, 0],
      [0, 1, 0, 0],
      [0, 0, 0, 0],
    ]);
    expect(raw.notes).toEqual([{ code: "disconnected", text: "1 region has no neighbour.", positions: [3] }]);
    expect(
      dense(
        contiguityWeights(
          [
            [0, 1],
            [1, 2],
          ],
          3,
        ),
      )[1],
    ).toEqual([0.5, 0, 0.5]);
    expect(() =>
      contiguityWeights(
        [
          [0, 1],
          [1, 9],
        ],
        3,
      ),
    ).toThrow(/no region at 9 \(row 1\)/);
    for (const regions of [1.5, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => contiguityWeights([], regions)).toThrow(`${regions} regions cannot be`);
  });

  it("from places: within a distance, or the nearest", () => {
    const points = [
      [0, 0],
      [3, 4],
      [0, 6],
      [20, 0],
    ];
    expect(dense(distanceBandWeights(points, 5, { standardise: "none" }))).toEqual([
      [0, 1, 0, 0],
      [1, 0, 1, 0],
      [0, 1, 0, 0],
      [0, 0, 0, 0],
    ]);
    const decayed = dense(distanceBandWeights(points, 6, { decay: 2, standardise: "none" }));
    expect(decayed[0]![1]).toBeCloseTo(1 / 25, 14);
    expect(decayed[0]![2]).toBeCloseTo(1 / 36, 14);
    const nearest = dense(nearestNeighbourWeights(points, 2));
    expect(nearest).toEqual([
      [0, 0.5, 0.5, 0],
      [0.5, 0, 0.5, 0],
      [0.5, 0.5, 0, 0],
      [0.5, 0.5, 0, 0],
    ]);
    expect(nearestNeighbourWeights(points, 9).indices.length).toBe(12);
    expect(() => distanceBandWeights(points, 0)).toThrow(/threshold of 0/);
    expect(() => nearestNeighbourWeights(points, 0)).toThrow(/0 nearest/);
    expect(() =>
      nearestNeighbourWeights(
        [
          [0, 0],
          [0, 0],
        ],
        1,
        { decay: 1 },
      ),
    ).toThrow(/places 0 and 1 are the same/);
    expect(() => distanceBandWeights([[0, nan]], 1)).toThrow(/NaN is no coordinate \(row 0, column 1\)/);
  });

  it("nearest are those a sort finds", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), {
          minLength: 2,
          maxLength: 12,
        }),
        fc.integer({ min: 1, max: 4 }),
        (points, k) => {
          const apart = distanceMatrix(points);
          const found = nearestNeighbourWeights(points, k);
          for (let i = 0; i < points.length; i++) {
            const others = points.map((_, j) => j).filter((j) => j !== i);
            others.sort((a, b) => apart.at(i, a) - apart.at(i, b) || a - b);
            const expected = others.slice(0, k).sort((a, b) => a - b);
            expect(Array.from(found.indices.subarray(found.starts[i], found.starts[i + 1]))).toEqual(
              expected,
            );
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it("from a table of one's own", () => {
    expect(
      weightsFromTable([
        [0, 3],
        [0, 0],
      ]).weights,
    ).toEqual(Float64Array.of(1));
    expect(() =>
      weightsFromTable([
        [1, 0],
        [0, 0],
      ]),
    ).toThrow(/no region is its own neighbour/);
    expect(() =>
      weightsFromTable([
        [0, -1],
        [0, 0],
      ]),
    ).toThrow(/-1 cannot be a weight/);
    expect(() => weightsFromTable([[0, 1]])).toThrow(/not square/);
  });

  it("distances run along the great circle", () => {
    // A quarter of the way round, and to the other side.
    const apart = distanceMatrix(
      [
        [0, 0],
        [0, 90],
        [0, 180],
        [90, 7],
      ],
      "sphere",
    );
    const quarter = (Math.PI / 2) * 6371.0088;
    expect(alike(apart.row(0), [0, quarter, 2 * quarter, quarter])).toBe(true);
    expect(() => distanceMatrix([[91, 0]], "sphere")).toThrow(/91 is no latitude/);
    expect(() => distanceMatrix([[1, 0]], "moon" as "plane")).toThrow("The option metric");
  });
});

describe("statistics of the whole map", () => {
  const uneven = weightsFromTable(
    [
      [0, 2, 1, 0, 0],
      [1, 0, 0, 3, 0],
      [0, 1, 0, 0, 1],
      [2, 0, 0, 0, 0],
      [0, 0, 4, 1, 0],
    ],
    { standardise: "none" },
  );
  const values = [4, 1, 7, 2, 13];

  it("have by formula the moments that all placements have", () => {
    for (const test of [moran, geary, getisOrd]) {
      for (const weights of [
        uneven,
        contiguityWeights(
          [
            [0, 1],
            [1, 2],
            [3, 4],
          ],
          5,
        ),
      ]) {
        const found = test(values, weights, none);
        const { mean, variance } = overAllOrders(values, (order) => test(order, weights, none).value);
        expect(found.expected).toBeCloseTo(mean, 12);
        expect(found.variance).toBeCloseTo(variance, 12);
        expect(found.z).toBeCloseTo((found.value - mean) / Math.sqrt(variance), 8);
        expect(found.permutationP).toBeNaN();
      }
    }
  });

  it("are what their formulas say", () => {
    const mean = 5.4;
    const table = dense(uneven);
    let cross = 0;
    let apart = 0;
    let products = 0;
    let pairs = 0;
    let all = 0;
    let squares = 0;
    values.forEach((x, i) => {
      squares += (x - mean) ** 2;
      values.forEach((y, j) => {
        const weight = table[i]![j]!;
        all += weight;
        cross += weight * (x - mean) * (y - mean);
        apart += weight * (x - y) ** 2;
        products += weight * x * y;
        if (i !== j) pairs += x * y;
      });
    });
    expect(moran(values, uneven, none).value).toBeCloseTo(((5 / all) * cross) / squares, 12);
    expect(geary(values, uneven, none).value).toBeCloseTo((4 * apart) / (2 * all * squares), 12);
    expect(getisOrd(values, uneven, none).value).toBeCloseTo(products / pairs, 12);
  });

  it("have under normality the moments that normal values have on average", () => {
    // For symmetric values the two differ by the kurtosis only: with kurtosis 3 (n - 1) / (n + 1) they are the same.
    const line = contiguityWeights(
      [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
      4,
      { standardise: "none" },
    );
    const found = moran([1, 2, 3, 4], line, { ...none, assumption: "normality" });
    // n = 4, S0 = 6, S1 = 12, S2 = 40: (16·12 - 4·40 + 3·36) / (15·36) - 1/9
    expect(found.variance).toBeCloseTo(140 / 540 - 1 / 9, 14);
    const other = geary([1, 2, 3, 4], line, { ...none, assumption: "normality" });
    expect(other.variance).toBeCloseTo(((24 + 40) * 3 - 144) / (2 * 5 * 36), 14);
  });

  it("find a pattern that is there, by both tests, and none in alternation", () => {
    const weights = contiguityWeights(grid(6), 36);
    const gradient = Array.from({ length: 36 }, (_, i) => Math.floor(i / 6) + (i % 6));
    for (const test of [moran, geary]) {
      const found = test(gradient, weights, { seed: 4, draws: 199 });
      expect(found.p).toBeLessThan(0.001);
      expect(found.permutationP).toBe(2 / 200);
      expect(test(gradient, weights, { seed: 4, draws: 199 })).toEqual(found);
    }
    expect(moran(gradient, weights, none).value).toBeGreaterThan(0.5);
    expect(geary(gradient, weights, none).value).toBeLessThan(0.5);
    const chess = Array.from({ length: 36 }, (_, i): number => (Math.floor(i / 6) + i) % 2);
    expect(moran(chess, weights, none).value).toBeCloseTo(-1, 12);
    expect(getisOrd(gradient, weights, none).z).toBeGreaterThan(2);
    expect(
      getisOrd(
        gradient.map((x) => 10 - x),
        weights,
        none,
      ).z,
    ).toBeGreaterThan(2);
  });

  it("do not depend on the unit; unknown regions are left out and said so", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 9, maxLength: 9 }), (list) => {
        const weights = contiguityWeights(grid(3), 9);
        for (const test of [moran, geary, getisOrd]) {
          const found = test(list, weights, none);
          const scaled = test(
            list.map((x) => x * 1024e9),
            weights,
            none,
          );
          expect(alike([found.value, found.z], [scaled.value, scaled.z], 1e-8)).toBe(true);
        }
        const unknown = list.map((x, i) => (i === 8 ? nan : x));
        const rest = contiguityWeights(
          grid(3).filter(([a, b]) => a !== 8 && b !== 8),
          8,
        );
        expect(
          alike([moran(unknown, weights, none).value], [moran(list.slice(0, 8), rest, none).value]),
        ).toBe(true);
      }),
      { numRuns: 40 },
    );
    const found = moran(
      [1, 2, 3, nan],
      contiguityWeights(
        [
          [0, 1],
          [1, 2],
          [2, 3],
        ],
        4,
      ),
      none,
    );
    expect(found.notes).toEqual([
      { code: "missing", text: "1 region is left out: the value is unknown.", positions: [3] },
    ]);
  });

  it("are not defined without variation, neighbours or regions", () => {
    const line = contiguityWeights(
      [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
      4,
    );
    for (const test of [moran, geary, getisOrd]) {
      for (const found of [
        test([3, 3, 3, 3], line),
        test(
          [0.1, 0.1, 0.1, 0.1].map((x) => x * 3),
          line,
        ),
        test([1, 2, 3, 4], contiguityWeights([], 4)),
        test([], contiguityWeights([], 0)),
        test([1], contiguityWeights([], 1)),
      ]) {
        expect([found.value, found.z, found.p, found.permutationP]).toEqual([nan, nan, nan, nan]);
        expect(found.notes.at(-1)?.code).toBe("degenerate");
      }
    }
    expect(() => moran([1, 2], line)).toThrow(/2 values where 4/);
    expect(() => moran([1, 2, 3, Number.POSITIVE_INFINITY], line)).toThrow(/not a finite number \(row 3\)/);
    expect(() => getisOrd([1, 2, 3, -1], line)).toThrow(/below zero/);
    expect(() => moran([1, 2, 3, 4], line, { draws: 0.5 })).toThrow(/0.5 draws/);
  });
});

describe("statistics of each region", () => {
  const weights = weightsFromTable(
    [
      [0, 2, 1, 0, 0],
      [1, 0, 0, 3, 0],
      [0, 1, 0, 0, 1],
      [2, 0, 0, 0, 0],
      [0, 0, 0, 0, 0],
    ],
    { standardise: "none" },
  );
  const values = [4, 1, 7, 2, 13];

  it("local Moran has the moments that all placements have", () => {
    const found = localMoran(values, weights, none);
    for (let i = 0; i < 4; i++) {
      const { mean, variance } = overAllOrders(values, (order) => localMoran(order, weights, none).value[i]!);
      expect(found.expected[i]).toBeCloseTo(mean, 12);
      expect(found.variance[i]).toBeCloseTo(variance, 10);
    }
    expect(found.value[4]).toBeNaN();
    expect(found.quadrant).toEqual(
      ["low-low", "low-low", "high-low", "low-low", undefined].map((q, i) => q && quadrantOf(i)),
    );
  });

  function quadrantOf(i: number): string {
    const mean = 5.4;
    const lag = dense(weights)[i]!.reduce((sum, w, j) => sum + w * (values[j]! - mean), 0);
    return `${values[i]! >= mean ? "high" : "low"}-${lag >= 0 ? "high" : "low"}`;
  }

  it("local Moran averages to Moran's I", () => {
    const standard = contiguityWeights(grid(4), 16);
    const list = Array.from({ length: 16 }, (_, i) => (i * 7) % 11);
    const { value } = localMoran(list, standard, none);
    expect(value.reduce((sum, x) => sum + x, 0) / 16).toBeCloseTo(moran(list, standard, none).value, 12);
  });

  it("Gi* and Gi are what their formulas say, whatever the standard of the weights", () => {
    const binary = contiguityWeights(grid(3), 9, { standardise: "none" });
    const list = [3, 1, 4, 1, 5, 9, 2, 6, 5];
    const mean = list.reduce((sum, x) => sum + x, 0) / 9;
    const s = Math.sqrt(list.reduce((sum, x) => sum + x * x, 0) / 9 - mean * mean);
    const star = localGetisOrd(list, binary, none).z;
    const plain = localGetisOrd(list, binary, { ...none, self: false }).z;
    dense(binary).forEach((row, i) => {
      const near = row.map((w, j): number => (w > 0 || j === i ? 1 : 0));
      const k = near.reduce((sum, w) => sum + w, 0);
      const sum = near.reduce((all, w, j) => all + w * list[j]!, 0);
      expect(star[i]).toBeCloseTo((sum - mean * k) / (s * Math.sqrt((9 * k - k * k) / 8)), 10);
      const others = list.filter((_, j) => j !== i);
      const middle = others.reduce((all, x) => all + x, 0) / 8;
      const spread = Math.sqrt(others.reduce((all, x) => all + x * x, 0) / 8 - middle * middle);
      const around = sum - list[i]!;
      expect(plain[i]).toBeCloseTo(
        (around - middle * (k - 1)) / (spread * Math.sqrt((8 * (k - 1) - (k - 1) ** 2) / 7)),
        10,
      );
    });
    expect(alike(localGetisOrd(list, contiguityWeights(grid(3), 9), none).z, star)).toBe(true);
  });

  it("find the corner where high values are", () => {
    const map = contiguityWeights(grid(5), 25);
    const list = Array.from({ length: 25 }, (_, i): number => (i % 5 < 2 && i < 10 ? 20 : i % 3));
    const hot = localGetisOrd(list, map, { draws: 199, seed: 3 });
    expect(hot.z[0]).toBeGreaterThan(3);
    expect(hot.p[0]).toBeLessThan(0.01);
    expect(hot.permutationP[0]).toBeLessThan(0.1);
    expect(hot.z[24]).toBeLessThan(0);
    const lisa = localMoran(list, map, { draws: 199, seed: 3 });
    expect(lisa.quadrant[0]).toBe("high-high");
    expect(lisa.permutationP[0]).toBe(hot.permutationP[0]);
    expect(localMoran(list, map, { draws: 199, seed: 3 })).toEqual(lisa);
  });

  it("by chance are as often unlikely as they should be", () => {
    const map = contiguityWeights(grid(6), 36);
    const list = Array.from({ length: 36 }, (_, i) => (i * 17 + 5) % 37);
    const { permutationP } = localMoran(list, map, { draws: 99, seed: 8 });
    const mean = permutationP.reduce((sum, p) => sum + p, 0) / 36;
    expect(mean).toBeGreaterThan(0.25);
    expect(mean).toBeLessThan(0.8);
    expect(Math.min(...permutationP)).toBeGreaterThanOrEqual(2 / 100);
  });

  it("are not defined where the value is unknown, alone, or all the same", () => {
    const line = contiguityWeights(
      [
        [0, 1],
        [1, 2],
        [3, 4],
      ],
      6,
    );
    const { value, p, notes } = localMoran([1, 2, 5, nan, 3, 9], line, none);
    expect([3, 4, 5].map((i) => value[i])).toEqual([nan, nan, nan]);
    expect(value[1]).not.toBeNaN();
    expect(p[4]).toBeNaN();
    expect(notes.map((note) => note.code)).toEqual(["disconnected", "missing"]);
    expect(localGetisOrd([1, 2, 5, nan, 3, 9], line, none).z[4]).toBeNaN();
    expect(localGetisOrd([2, 2, 2, 2, 2, 2], line).z.every(Number.isNaN)).toBe(true);
    expect(localMoran([2, 2, 2, 2, 2, 2], line).permutationP.every(Number.isNaN)).toBe(true);
    expect(localMoran([], contiguityWeights([], 0)).value.length).toBe(0);
    // Everybody is a neighbour: the surroundings are the whole map, nothing can stand out.
    const all = contiguityWeights(
      [
        [0, 1],
        [1, 2],
        [0, 2],
      ],
      3,
    );
    expect(localGetisOrd([1, 2, 4], all, none).z.every(Number.isNaN)).toBe(true);
  });
});

describe("the normal distribution", () => {
  it("has tails to the last digits", () => {
    // scipy.special.erfc
    const known: [number, number][] = [
      [0, 1],
      [0.5, 0.4795001221869535],
      [1, 0.15729920705028513],
      [1.99, 0.004888586800383002],
      [2.01, 0.004475150644751764],
      [3, 2.209049699858544e-5],
      [5, 1.5374597944280347e-12],
      [10, 2.088487583762545e-45],
      [-1, 1.8427007929497148],
    ];
    for (const [x, y] of known) expect(Math.abs(complementaryError(x) / y - 1)).toBeLessThan(1e-12);
    expect(complementaryError(40)).toBe(0);
    expect(complementaryError(nan)).toBeNaN();
    expect(twoSided(-1.959963984540054)).toBeCloseTo(0.05, 14);
  });
});
