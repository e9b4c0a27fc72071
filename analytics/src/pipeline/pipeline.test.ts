import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { grown } from "../../bench/graph.ts";
import { panel } from "../../bench/panel.ts";
import { AnalyticsError } from "../core/error.ts";
import { Matrix } from "../core/matrix.ts";
import { setEngine } from "../engine/kernel.ts";
import { betweenness, Graph } from "../networks/index.ts";
import { betweennessAsync, createWorkers, type Workers } from "../workers/index.ts";
import { complexityPipeline, complexityPipelineAsync, type PipelineOptions } from "./complexity-pipeline.ts";
import type { ComplexityPipeline } from "./result.ts";

afterEach(() => setEngine("wasm"));

const amount = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 9 }) },
  fc.constantFrom(Number.NaN, 1e15, 0.1),
);
const amounts = fc
  .tuple(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 30 }))
  .chain(([rows, columns]) =>
    fc
      .array(amount, { minLength: rows * columns, maxLength: rows * columns })
      .map((values) => new Matrix(rows, columns, Float64Array.from(values))),
  );

/** The same to so many digits of the largest value, and not defined in the same places. */
function expectNear(found: Float64Array, wanted: Float64Array, tolerance: number) {
  expect(found.length).toBe(wanted.length);
  const off = found.findIndex((x, k) => {
    const y = wanted[k]!;
    return Number.isNaN(x) ? !Number.isNaN(y) : !(Math.abs(x - y) <= tolerance * Math.max(1, Math.abs(y)));
  });
  if (off >= 0) expect(found[off]).toBe(wanted[off]);
}

function expectSame(found: ComplexityPipeline, wanted: ComplexityPipeline, tolerance = 1e-12) {
  expect(found.presence).toEqual(wanted.presence);
  expect(found.eigenvalues.length).toBe(wanted.eigenvalues.length);
  expect(found.notes).toEqual(wanted.notes);
  expect(found.proximity === undefined).toBe(wanted.proximity === undefined);
  if (found.proximity && wanted.proximity)
    expectNear(found.proximity.values, wanted.proximity.values, tolerance);
  expectNear(found.density.values, wanted.density.values, tolerance);
  expectNear(found.eci, wanted.eci, tolerance);
  expectNear(found.pci, wanted.pci, tolerance);
  expectNear(found.coi, wanted.coi, tolerance);
  expectNear(found.cog.values, wanted.cog.values, tolerance);
}

const plainly = (matrix: Matrix, options?: PipelineOptions) => {
  setEngine("plain");
  const result = complexityPipeline(matrix, options);
  setEngine("wasm");
  return result;
};

describe("the pipeline", () => {
  it("gives what the measures give one after the other", () => {
    fc.assert(
      fc.property(amounts, fc.boolean(), fc.constantFrom(1, 0.5), (matrix, self, threshold) => {
        const options = { self, threshold, proximity: true };
        expectSame(complexityPipeline(matrix, options), plainly(matrix, options));
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    [1, 1],
    [1, 40],
    [40, 1],
    [9, 8],
    [130, 61],
    [64, 200],
  ])("does so for %d regions and %d activities of a nested economy", (rows, columns) => {
    const matrix = panel(rows, columns);
    expectSame(complexityPipeline(matrix), plainly(matrix));
  });

  it("does not depend on the unit of the amounts", () => {
    const matrix = panel(30, 40);
    expectSame(complexityPipeline(matrix.map((x) => 1024 * x)), complexityPipeline(matrix), 0);
  });

  it("leaves the amounts as they were", () => {
    const matrix = panel(20, 20);
    const before = matrix.values.slice();
    complexityPipeline(matrix);
    expect(matrix.values).toEqual(before);
  });

  it("names the cell of a bad amount", () => {
    expect(() =>
      complexityPipeline([
        [1, 2],
        [3, -1],
      ]),
    ).toThrow(AnalyticsError);
    expect(() => complexityPipeline([[1, 2], [3]])).toThrow(/values where the first has 2/);
  });

  it("keeps its memory over a thousand calls", { timeout: 60_000 }, () => {
    const small = panel(40, 50);
    const large = panel(600, 800);
    const used = () => {
      globalThis.gc?.();
      const { heapUsed, external, arrayBuffers } = process.memoryUsage();
      return (heapUsed + external + arrayBuffers) / 2 ** 20;
    };
    for (let k = 0; k < 50; k++) complexityPipeline(small);
    const before = used();
    const first = complexityPipeline(small).density.values.slice();
    for (let k = 0; k < 1000; k++) complexityPipeline(small);
    for (let k = 0; k < 10; k++) complexityPipeline(large);
    expect(complexityPipeline(small).density.values).toEqual(first);
    expect(used() - before).toBeLessThan(100);
  });
});

describe("on several threads", () => {
  let workers: Workers;
  beforeAll(async () => {
    workers = await createWorkers({ threads: 2 });
  });
  afterAll(() => workers.close());

  it("the result is the same to the last digit", async () => {
    expect(workers.threads).toBe(2);
    const matrix = panel(620, 900);
    const shared = await complexityPipelineAsync(matrix, { workers, proximity: true });
    expect(shared.density.values.buffer).toBeInstanceOf(SharedArrayBuffer);
    expectSame(shared, complexityPipeline(matrix, { proximity: true }), 0);
  });

  it("calls that overlap wait for each other", async () => {
    const one = panel(300, 600);
    const other = panel(310, 590, 5);
    const [first, second] = await Promise.all([
      complexityPipelineAsync(one, { workers }),
      complexityPipelineAsync(other, { workers }),
    ]);
    expectSame(first, complexityPipeline(one), 0);
    expectSame(second, complexityPipeline(other), 0);
  });

  it("memory that is shared is used again", { timeout: 60_000 }, async () => {
    const matrix = panel(400, 600);
    const held = () => process.memoryUsage().rss / 2 ** 20;
    for (let k = 0; k < 20; k++) await complexityPipelineAsync(matrix, { workers });
    const before = held();
    for (let k = 0; k < 100; k++) await complexityPipelineAsync(matrix, { workers });
    // 600 MiB were each call to take its own.
    expect(held() - before).toBeLessThan(250);
  });

  it("small panels stay on this one", async () => {
    const { density } = await complexityPipelineAsync(panel(20, 20), { workers });
    expect(density.values.buffer).not.toBeInstanceOf(SharedArrayBuffer);
  });

  it("find the betweenness that one thread finds", async () => {
    const ends = grown(1500, 3);
    const edges = Array.from(
      { length: ends.length / 2 },
      (_, k) => [ends[2 * k]!, ends[2 * k + 1]!] as const,
    );
    for (const directed of [false, true]) {
      const graph = Graph.from({ nodes: 1500, edges, directed });
      const found = await betweennessAsync(graph, { workers });
      expectNear(found.values, betweenness(graph).values, 1e-12);
      const near = await betweennessAsync(graph, { workers, pivots: 100, normalised: true });
      expectNear(near.values, betweenness(graph, { pivots: 100, normalised: true }).values, 1e-12);
      expect(near.notes[0]!.code).toBe("sampled");
    }
  });

  it("one thread needs no worker", async () => {
    const alone = await createWorkers({ threads: 1 });
    expect(alone.threads).toBe(1);
    const matrix = panel(30, 30);
    expectSame(await complexityPipelineAsync(matrix, { workers: alone }), complexityPipeline(matrix), 0);
    await alone.close();
  });

  it("a number of threads that cannot be is refused", async () => {
    await expect(createWorkers({ threads: 0 })).rejects.toThrow(AnalyticsError);
    await expect(createWorkers({ threads: 2, worker: "/nowhere/worker.js" })).rejects.toThrow();
  });

  it("closed workers refuse work", async () => {
    const closed = await createWorkers({ threads: 2 });
    await closed.close();
    expect(closed.threads).toBe(1);
  });
});
