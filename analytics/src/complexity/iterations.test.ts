import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mean } from "../core/statistics.ts";
import { amountTable, binaryTable, expectClose } from "../relatedness/testing.ts";
import { eciPlus, economicFitness, reflections } from "./index.ts";

const nan = Number.NaN;
const steps = (count: number) => ({ regions: count, activities: count });

describe("reflections", () => {
  const has = [
    [1, 1, 1],
    [1, 1, 0],
    [1, 0, 0],
  ];

  it("begin with diversity and ubiquity, and go on with means", () => {
    expect(reflections(has, { steps: steps(0) })).toEqual({
      regions: Float64Array.of(3, 2, 1),
      activities: Float64Array.of(3, 2, 1),
      notes: [],
    });
    expect(reflections(has, { steps: steps(1) }).regions).toEqual(Float64Array.of(2, 2.5, 3));
    expect(reflections(has, { steps: { regions: 0, activities: 1 } }).activities).toEqual(
      Float64Array.of(2, 2.5, 3),
    );
    expect(reflections(has, { steps: steps(2) }).regions).toEqual(Float64Array.of(2.5, 2.25, 2));
  });

  it("trim what is empty", () => {
    const { regions, activities, notes } = reflections(
      [
        [1, 0, 1],
        [0, 0, 0],
        [1, 0, 0],
      ],
      { steps: steps(1) },
    );
    expect(regions).toEqual(Float64Array.of(1.5, nan, 2));
    expect(activities).toEqual(Float64Array.of(1.5, nan, 2));
    expect(notes.map((note) => note.positions)).toEqual([[1], [1]]);
    expect(
      reflections(
        [
          [1, 0],
          [1, 0],
        ],
        { convention: "oec" },
      ).regions,
    ).toEqual(Float64Array.of(nan, nan));
  });

  it("can be scaled", () => {
    const range = reflections(has, { steps: steps(2), scaling: "range" }).regions;
    expect(range).toEqual(Float64Array.of(100, 50, 0));
    const z = reflections(has, { steps: steps(2), scaling: "z" }).regions;
    expect(z[0]).toBeCloseTo(Math.sqrt(1.5), 12);
    expect(reflections(has, { steps: steps(2), convention: "oec" }).regions[0]).toBeCloseTo(1, 12);
    expect(reflections([[1, 1]], { scaling: "range" }).regions).toEqual(Float64Array.of(nan));
  });

  it("moved to a range after every step end where the others do", () => {
    fc.assert(
      fc.property(binaryTable(), fc.integer({ min: 3, max: 6 }), (table, count) => {
        const moved = reflections(table, { steps: steps(count), convention: "econgeo" });
        const own = reflections(table, { steps: steps(count), scaling: "range" });
        moved.regions.forEach((value, r) => {
          if (Number.isNaN(value) || Number.isNaN(own.regions[r]!)) return;
          expect(value).toBeCloseTo(own.regions[r]!, 4);
        });
      }),
    );
  });

  it("are not moved before the third step in EconGeo", () => {
    expect(reflections(has, { steps: steps(2), convention: "econgeo" }).regions).toEqual(
      Float64Array.of(2.5, 2.25, 2),
    );
    expect(reflections(has, { steps: steps(3), convention: "econgeo" }).regions).toEqual(
      Float64Array.of(0, 50, 100),
    );
  });

  it("refuse half a step", () => {
    expect(() => reflections(has, { steps: steps(0.5) })).toThrow("0.5 steps for the regions");
  });
});

describe("fitness", () => {
  it("is known by hand after one and two updates", () => {
    // F = 2, 1 over 3/2; Q = 1/2, 1 over 3/4. Then F = 2, 2/3 over 4/3; Q = 1/(3/4 + 3/2), 4/3 over their mean 8/9.
    const one = economicFitness(
      [
        [1, 1],
        [1, 0],
      ],
      { iterations: 1 },
    );
    expect(Array.from(one.fitness)).toEqual([4 / 3, 2 / 3].map((x) => expect.closeTo(x, 14)));
    expect(Array.from(one.complexity)).toEqual([2 / 3, 4 / 3].map((x) => expect.closeTo(x, 14)));
    const two = economicFitness(
      [
        [1, 1],
        [1, 0],
      ],
      { iterations: 2 },
    );
    expect(Array.from(two.fitness)).toEqual([1.5, 0.5].map((x) => expect.closeTo(x, 14)));
    expect(Array.from(two.complexity)).toEqual([0.5, 1.5].map((x) => expect.closeTo(x, 14)));
    expect(two).toMatchObject({ iterations: 2, converged: false, notes: [] });
  });

  it("settles where the presence is nested the right way, at a point that one more update does not move", () => {
    const has = [
      [1, 1, 1, 0],
      [1, 1, 0, 1],
      [0, 1, 1, 1],
    ];
    const found = economicFitness(has);
    expect(found.converged).toBe(true);
    const further = economicFitness(has, { iterations: found.iterations + 1 });
    expectClose(found.fitness, further.fitness, 9);
  });

  it("says where values go on falling", () => {
    // F falls like 1/n where a region has only what a fitter one has as well.
    const found = economicFitness(
      [
        [1, 1],
        [1, 0],
      ],
      { mostIterations: 300 },
    );
    expect(found.converged).toBe(false);
    expect(found.notes.map((note) => note.code)).toEqual(["not-converged"]);
    expect(found.fitness[1]).toBeGreaterThan(0);
  });

  it("trims what is empty", () => {
    const found = economicFitness(
      [
        [1, 0, 1],
        [0, 0, 0],
        [1, 0, 0],
      ],
      { iterations: 1 },
    );
    expect(found.fitness[1]).toBeNaN();
    expect(found.complexity[1]).toBeNaN();
    expect(found.fitness[0]).toBeCloseTo(4 / 3, 14);
    expect(found.notes.map((note) => note.code)).toEqual(["trimmed", "trimmed"]);
  });

  it("takes 19 updates in economiccomplexity", () => {
    const found = economicFitness(
      [
        [1, 1],
        [1, 0],
      ],
      { convention: "economiccomplexity" },
    );
    expect(found).toEqual(
      economicFitness(
        [
          [1, 1],
          [1, 0],
        ],
        { iterations: 19 },
      ),
    );
  });

  it("listens to the least fit alone with high extremality", () => {
    // Q = (1^-γ + 1^-γ)^(-1/γ) = 2^(-1/γ) against 1: nearly equal for a large γ.
    const [first, second] = economicFitness(
      [
        [1, 1],
        [1, 0],
      ],
      { iterations: 1, extremality: 50 },
    ).complexity;
    expect(first! / second!).toBeCloseTo(2 ** (-1 / 50), 12);
  });

  it("has mean 1 on both sides, whatever the order", () => {
    fc.assert(
      fc.property(binaryTable(), (table) => {
        const found = economicFitness(table, { iterations: 10 });
        if (found.fitness.every(Number.isNaN)) return;
        expect(mean(found.fitness)).toBeCloseTo(1, 10);
        expect(mean(found.complexity)).toBeCloseTo(1, 10);
        const turned = economicFitness([...table].reverse(), { iterations: 10 }).fitness.reverse();
        turned.forEach((value, r) => {
          if (!Number.isNaN(value)) expect(value).toBeCloseTo(found.fitness[r]!, 10);
        });
      }),
    );
  });

  it("of nothing is nothing", () => {
    expect(economicFitness([]).fitness).toHaveLength(0);
    expect(economicFitness([[0]]).fitness).toEqual(Float64Array.of(nan));
  });

  it.each([
    [{ iterations: -1 }, "-1 for iterations"],
    [{ tolerance: nan }, "NaN for tolerance"],
    [{ extremality: 0 }, "An extremality of 0"],
  ])("refuses %j", (options, message) => {
    expect(() => economicFitness([[1]], options)).toThrow(message);
  });
});

describe("ECI+", () => {
  const amounts = [
    [9, 8, 7],
    [8, 5, 1],
    [6, 1, 1],
  ];

  it("is a fixed point of its own iteration", () => {
    const { eci, pci, converged } = eciPlus(amounts);
    expect(converged).toBe(true);
    const columns = [0, 1, 2].map((c) => amounts.reduce((total, row) => total + row[c]!, 0));
    const size = amounts.map(
      (row, r) => Math.exp(eci[r]!) * row.reduce((total, x, c) => total + x / columns[c]!, 0),
    );
    expect(size.reduce((product, x) => product * x)).toBeCloseTo(1, 9);
    const hard = columns.map((_, c) => amounts.reduce((total, row, r) => total + row[c]! / size[r]!, 0));
    const next = amounts.map((row) => row.reduce((total, x, c) => total + x / hard[c]!, 0));
    expectClose(
      next.map((x) => x / next[0]!),
      size.map((x) => x / size[0]!),
      9,
    );
    expectClose(
      pci,
      hard.map((x, c) => Math.log(columns[c]! / x)),
      9,
    );
  });

  it("does not depend on the unit", () => {
    fc.assert(
      fc.property(amountTable(5), fc.integer({ min: -3, max: 3 }), (table, power) => {
        const one = eciPlus(table, { mostIterations: 20 });
        const other = eciPlus(
          table.map((row) => row.map((x) => x * 2 ** power)),
          { mostIterations: 20 },
        );
        one.eci.forEach((value, r) => {
          if (Number.isNaN(value)) expect(other.eci[r]).toBeNaN();
          else expect(other.eci[r]).toBeCloseTo(value, 6);
        });
      }),
    );
  });

  it("trims what is empty and takes unknown as nothing", () => {
    const found = eciPlus([
      [9, 8, 0],
      [8, nan, 0],
      [0, 0, 0],
    ]);
    expect(found.eci[2]).toBeNaN();
    expect(found.pci[2]).toBeNaN();
    expect(found.notes.filter(({ code }) => code === "trimmed").map((note) => note.positions)).toEqual([
      [2],
      [2],
    ]);
  });

  it("says where values go on falling", () => {
    const found = eciPlus(
      [
        [1, 1],
        [1, 0],
      ],
      { mostIterations: 50 },
    );
    expect(found).toMatchObject({ converged: false, iterations: 50 });
    expect(found.notes.map((note) => note.code)).toEqual(["not-converged"]);
  });

  it("of nothing is nothing", () => {
    expect(eciPlus([]).eci).toHaveLength(0);
    expect(eciPlus([[0, 0]]).pci).toEqual(Float64Array.of(nan, nan));
  });

  it.each([
    [{ tolerance: -1 }, "-1 for tolerance"],
    [{ mostIterations: nan }, "NaN for mostIterations"],
  ])("refuses %j", (options, message) => {
    expect(() => eciPlus(amounts, options)).toThrow(message);
  });
});
