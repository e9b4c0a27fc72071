import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeProfiles, nearestTo } from "./profiles.ts";

const CODES = ["/1", "/2", "/3", "/4"];

describe("similar organisations", () => {
  const profile = fc.uniqueArray(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 9 })), {
    selector: ([code]) => code,
    maxLength: 4,
  });

  it("are as near as the cosine of their weighed competences says", () => {
    fc.assert(
      fc.property(fc.array(profile, { minLength: 2, maxLength: 8 }), (all) => {
        const rows = all.map((entries, i) => ({ id: `o${i}`, entries: entries.flat() }));
        const near = nearestTo(makeProfiles(rows, CODES, 20), "o0", { most: 50, among: null });
        const vector = (entries: readonly (readonly [number, number])[]) =>
          CODES.map((_, c) => {
            const carriers = all.filter((other) => other.some(([code]) => code === c)).length;
            const projects = entries.find(([code]) => code === c)?.[1] ?? 0;
            return Math.log1p(projects) * Math.log(21 / (carriers || 1));
          });
        const dot = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
        const expected = all
          .map((entries, i) => ({ id: `o${i}`, v: vector(entries) }))
          .slice(1)
          .map(({ id, v }) => ({
            id,
            similarity:
              dot(v, vector(all[0]!)) / Math.sqrt(dot(v, v) * dot(vector(all[0]!), vector(all[0]!))),
          }))
          .filter(({ similarity }) => similarity > 0.05);
        expect(near.length).toBe(expected.length);
        for (const { organisationId, similarity } of near)
          expect(similarity).toBeCloseTo(expected.find(({ id }) => id === organisationId)!.similarity, 9);
        expect(near.map(({ similarity }) => similarity)).toEqual(
          near.map(({ similarity }) => similarity).sort((a, b) => b - a),
        );
      }),
    );
  });

  const profiles = makeProfiles(
    [
      { id: "a", entries: [0, 5, 1, 1] },
      { id: "b", entries: [0, 4, 1, 2] },
      { id: "c", entries: [1, 9] },
      { id: "d", entries: [3, 2] },
    ],
    CODES,
    100,
  );

  it("are never oneself, nor those with nothing in common", () => {
    const near = nearestTo(profiles, "a", { most: 5, among: null });
    expect(near.map(({ organisationId }) => organisationId)).toEqual(["b", "c"]);
    expect(near[0]!.codes).toEqual(["/1", "/2"]);
  });

  it("come from those asked among, and no more than asked for", () => {
    const ids = (options: Parameters<typeof nearestTo>[2]) =>
      nearestTo(profiles, "a", options).map(({ organisationId }) => organisationId);
    expect(ids({ most: 5, among: new Set(["c", "d"]) })).toEqual(["c"]);
    expect(ids({ most: 1, among: null })).toEqual(["b"]);
    expect(nearestTo(profiles, "unknown", { most: 5, among: null })).toEqual([]);
  });
});
