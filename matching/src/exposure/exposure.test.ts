import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attention, exposureOf } from "./exposure-of.ts";
import { gini } from "./gini.ts";
import { shareExposure } from "./share-exposure.ts";

describe("the Gini coefficient of exposures", () => {
  it.each([
    ["all alike", [2, 2, 2], 0],
    ["one has everything", [0, 0, 0, 8], 0.75],
    ["a line", [1, 2, 3, 4], 0.25],
    ["nobody", [], 0],
  ] as const)("for %s", (_, exposures, expected) => {
    expect(gini(exposures)).toBeCloseTo(expected, 12);
  });

  it("refuses what is below 0", () => {
    expect(() => gini([1, -1])).toThrow(/Exposure 1/);
  });
});

describe("exposure", () => {
  it("is the attention that places in lists get", () => {
    const exposure = exposureOf([["a", "b"], ["b"]], ["c"]);
    expect([...exposure]).toEqual([
      ["c", 0],
      ["a", 1],
      ["b", attention(2) + 1],
    ]);
  });
});

describe("sharing exposure", () => {
  const list = [
    { organisation: "large1", score: 0.9 },
    { organisation: "large2", score: 0.89 },
    { organisation: "large3", score: 0.88 },
    { organisation: "small", score: 0.87 },
  ];
  const favoured = (organisation: string) => organisation.startsWith("small");
  const names = (shown: { organisation: string }[]) => shown.map(({ organisation }) => organisation);

  it("brings the favoured up to their share", () => {
    expect(names(shareExposure(list, { favoured, share: 0.5 }).list)).toEqual([
      "large1",
      "small",
      "large2",
      "large3",
    ]);
  });

  it("gives nothing up where nothing may be lost", () => {
    const { list: same, lost, short } = shareExposure(list, { favoured, share: 0.5, loss: 0 });
    expect(names(same)).toEqual(names(list));
    expect(lost).toBe(0);
    expect(short).toBeGreaterThan(0);
  });

  it.each([1e-13, 1e9])("does not depend on the scale of the scores: %d", (scale) => {
    const scaled = list.map(({ organisation, score }) => ({ organisation, score: score * scale }));
    for (const loss of [0, 0.01, 0.05]) {
      const plain = shareExposure(list, { favoured, share: 0.5, loss });
      const { list: shown, lost, short } = shareExposure(scaled, { favoured, share: 0.5, loss });
      expect(names(shown)).toEqual(names(plain.list));
      expect(lost).toBeCloseTo(plain.lost, 9);
      expect(short).toBe(plain.short);
    }
  });

  it("lets who was shown least go first among equals", () => {
    const exposure = new Map([
      ["large1", 5],
      ["large2", 1],
      ["large3", 3],
    ]);
    expect(names(shareExposure(list, { favoured: () => false, exposure }).list)[0]).toBe("small");
  });

  const lists = fc.array(
    fc.record({
      // Differences below a millionth are rounding, not relevance.
      score: fc.double({ min: 0, max: 1, noNaN: true }).map((score) => Math.round(score * 1e6) / 1e6),
      small: fc.boolean(),
    }),
    {
      minLength: 1,
      maxLength: 20,
    },
  );

  it("never loses more than is allowed, and loses nobody", () => {
    fc.assert(
      fc.property(
        lists,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (raw, share, loss) => {
          const ranked = raw.map(({ score, small }, i) => ({
            organisation: `${small ? "small" : "large"}${i}`,
            score,
          }));
          const exposure = new Map(ranked.map(({ organisation }, i) => [organisation, i % 3]));
          const result = shareExposure(ranked, { favoured, share, loss, exposure });
          expect(result.lost).toBeLessThanOrEqual(loss + 1e-9);
          expect(names(result.list).sort()).toEqual(names(ranked).sort());
        },
      ),
    );
  });

  it("keeps the share at every place where it was not short", () => {
    fc.assert(
      fc.property(lists, fc.double({ min: 0, max: 1, noNaN: true }), (raw, share) => {
        const ranked = raw.map(({ score, small }, i) => ({
          organisation: `${small ? "small" : "large"}${i}`,
          score,
        }));
        const { list: shown, short } = shareExposure(ranked, { favoured, share, loss: 1 });
        const all = ranked.filter(({ organisation }) => favoured(organisation)).length;
        if (short > 0) return;
        for (let places = 1; places <= shown.length; places++) {
          const got = names(shown).slice(0, places).filter(favoured).length;
          expect(got).toBeGreaterThanOrEqual(Math.min(all, Math.floor(share * places)));
        }
      }),
    );
  });
});
