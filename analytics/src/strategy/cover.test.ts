import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded } from "../core/random.ts";
import { cheapestCover, complexityTarget, greedyCover } from "./index.ts";

/** The least cost over all choices. */
function exhaustive(costs: number[], gains: number[], need: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let choice = 0; choice < 2 ** costs.length; choice++) {
    let cost = 0;
    let gain = 0;
    for (let i = 0; i < costs.length; i++)
      if (choice & (1 << i)) {
        cost += costs[i]!;
        gain += gains[i]!;
      }
    if (gain >= need && cost < best) best = cost;
  }
  return best;
}

const problem = fc.integer({ min: 1, max: 10 }).chain((n) =>
  fc.record({
    costs: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: n, maxLength: n }),
    gains: fc.array(fc.integer({ min: -10, max: 30 }), { minLength: n, maxLength: n }),
    need: fc.integer({ min: -5, max: 120 }),
  }),
);

describe("the cheapest cover", () => {
  it("is that of exhaustive search, and greedy is never cheaper", () => {
    fc.assert(
      fc.property(problem, ({ costs, gains, need }) => {
        const best = exhaustive(costs, gains, need);
        const exact = cheapestCover(costs, gains, need);
        const quick = greedyCover(costs, gains, need);
        expect(exact.feasible).toBe(best < Number.POSITIVE_INFINITY);
        expect(quick.feasible).toBe(exact.feasible);
        if (!exact.feasible) {
          expect(exact.cost).toBeNaN();
          expect(exact.notes).toHaveLength(1);
          return;
        }
        expect(exact.cost).toBeCloseTo(best, 10);
        expect([exact.optimal, exact.gap]).toEqual([true, 0]);
        for (const { chosen, cost, gain, lowerBound } of [exact, quick]) {
          expect([...chosen].reduce((total, i) => total + costs[i]!, 0)).toBeCloseTo(cost, 10);
          expect([...chosen].reduce((total, i) => total + gains[i]!, 0)).toBeCloseTo(gain, 10);
          if (need > 0) expect(gain).toBeGreaterThanOrEqual(need);
          expect(lowerBound).toBeLessThanOrEqual(best + 1e-9);
          expect(cost).toBeGreaterThanOrEqual(best - 1e-9);
        }
        if (quick.optimal) expect(quick.cost).toBeCloseTo(best, 10);
      }),
    );
  });

  it("says how far from proven it stopped", () => {
    // Costs that are gains plus a constant are hard, and need much search.
    const random = seeded(3);
    const gains = Array.from({ length: 60 }, () => 100 + Math.floor(900 * random()));
    const costs = gains.map((gain) => gain + 100 + random());
    const full = cheapestCover(costs, gains, 12_000, { nodeLimit: 20 });
    expect([full.feasible, full.optimal]).toEqual([true, false]);
    expect(full.lowerBound).toBeLessThan(full.cost);
    expect(full.gap).toBeCloseTo((full.cost - full.lowerBound) / full.cost, 14);
    expect(full.gap).toBeLessThan(0.1);
    expect(full.notes[0]?.code).toBe("not-converged");
    const longer = cheapestCover(costs, gains, 12_000, { nodeLimit: 20_000 });
    expect(longer.cost).toBeLessThanOrEqual(full.cost);
    expect(longer.lowerBound).toBeGreaterThanOrEqual(full.lowerBound);
  });

  it("chooses nothing where nothing is needed, and never what is unknown", () => {
    const nothing = cheapestCover([1, 2], [1, 1], 0);
    expect([nothing.chosen.length, nothing.cost, nothing.optimal]).toEqual([0, 0, true]);
    expect([...cheapestCover([Number.NaN, 5, 1], [9, 9, Number.NaN], 3).chosen]).toEqual([1]);
    expect(cheapestCover([], [], 1).feasible).toBe(false);
    expect(cheapestCover([1], [1], Number.NaN).feasible).toBe(false);
    expect(() => cheapestCover([-1], [1], 1)).toThrow(/row 0/);
  });

  it("takes 2,000 candidates", () => {
    const random = seeded(8);
    const costs = Array.from({ length: 2000 }, () => random());
    const gains = Array.from({ length: 2000 }, () => random() - 0.3);
    const { optimal, cost, lowerBound } = cheapestCover(costs, gains, 60);
    expect(optimal).toBe(true);
    expect(cost).toBe(lowerBound);
  });
});

describe("a target of complexity", () => {
  it("is reached with the least effort", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            has: fc.constantFrom(0, 1),
            pci: fc.integer({ min: -20, max: 20 }),
            effort: fc.integer({ min: -5, max: 20 }),
          }),
          { minLength: 2, maxLength: 9 },
        ),
        fc.integer({ min: -10, max: 15 }),
        (list, target) => {
          const has = list.map((x) => x.has);
          const pci = list.map((x) => x.pci);
          const effort = list.map((x) => x.effort);
          fc.pre(has.includes(1));
          const found = complexityTarget(has, pci, effort, target);
          let best = Number.POSITIVE_INFINITY;
          for (let choice = 0; choice < 2 ** has.length; choice++) {
            const isIn = (c: number) => has[c] === 1 || (choice & (1 << c)) !== 0;
            const portfolio = pci.filter((_, c) => isIn(c));
            const mean = portfolio.reduce((total, x) => total + x, 0) / portfolio.length;
            if (mean < target) continue;
            const added = effort.filter((_, c) => isIn(c) && has[c] === 0);
            best = Math.min(
              best,
              added.reduce((total, w) => total + Math.max(0, w), 0),
            );
          }
          expect(found.feasible).toBe(best < Number.POSITIVE_INFINITY);
          if (!found.feasible) return;
          expect(found.effort).toBeCloseTo(best, 10);
          expect(found.after).toBeGreaterThanOrEqual(target - 1e-9);
          const quick = complexityTarget(has, pci, effort, target, { method: "greedy" });
          expect(quick.effort).toBeGreaterThanOrEqual(best - 1e-9);
          expect(quick.after).toBeGreaterThanOrEqual(target - 1e-9);
        },
      ),
    );
  });

  it("says when it cannot be reached, and takes a region with nothing", () => {
    const far = complexityTarget([1, 0], [0, 1], [Number.NaN, 1], 5);
    expect([far.feasible, far.after, far.effort]).toEqual([false, Number.NaN, Number.NaN]);
    expect(far.before).toBe(0);
    expect(complexityTarget([0, 0], [0, 1], [1, 1], 1).before).toBeNaN();
    expect(() => complexityTarget([2], [0], [1], 1)).toThrow(/row 0/);
  });
});
