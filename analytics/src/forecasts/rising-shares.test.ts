import { describe, expect, it } from "vitest";
import { risingShares } from "./index.ts";

describe("rising shares", () => {
  it("are tested exactly: Fisher's tea, all four cups right or three of four", () => {
    const all = risingShares({ before: [0], now: [4], ofBefore: 4, ofNow: 4 });
    expect(all.p[0]).toBeCloseTo(1 / 70, 12);
    const three = risingShares({ before: [1], now: [3], ofBefore: 4, ofNow: 4 });
    expect(three.p[0]).toBeCloseTo(17 / 70, 12);
  });

  it("are adjusted for how many were tested", () => {
    const alone = risingShares({ before: [2], now: [9], ofBefore: 100, ofNow: 100 });
    expect(alone.rising).toEqual([0]);
    const many = Array.from({ length: 100 }, () => 5);
    const among = risingShares({ before: [2, ...many], now: [9, ...many], ofBefore: 100, ofNow: 100 });
    expect(among.p[0]).toBeCloseTo(alone.p[0]!, 12);
    expect(among.q[0]).toBeGreaterThan(alone.q[0]!);
    expect(among.rising).toEqual([]);
  });

  it("do not rise with the number of cases alone", () => {
    expect(risingShares({ before: [10], now: [50], ofBefore: 100, ofNow: 500 }).rising).toEqual([]);
  });

  it("are called rising by chance no more often than the rate says", () => {
    let seed = 11;
    const random = () => {
      seed = (seed * 16807) % 2147483647;
      return seed / 2147483647;
    };
    const drawn = (n: number, share: number) =>
      Array.from({ length: n }, random).filter((x) => x < share).length;
    const runs = Array.from({ length: 200 }, () => {
      const things = Array.from({ length: 30 }, () => 0.05 + 0.2 * random());
      const counts = () => things.map((share) => drawn(60, share));
      return risingShares({ before: counts(), now: counts(), ofBefore: 60, ofNow: 60 }).rising.length > 0;
    });
    expect(runs.filter(Boolean).length / runs.length).toBeLessThanOrEqual(0.1);
  });

  it("refuse counts that cannot be", () => {
    expect(() => risingShares({ before: [5], now: [1], ofBefore: 4, ofNow: 4 })).toThrow("5 of 4");
  });
});
