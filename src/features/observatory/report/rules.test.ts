import { describe, expect, it } from "vitest";
import {
  cameIn,
  countOf,
  differences,
  lastDay,
  leftIn,
  monthEnds,
  openCells,
  slugOf,
  standsOn,
} from "./rules.ts";
import type { Figure } from "./words.ts";

describe("memberships", () => {
  const moved = [
    { since: "2020-01-01", until: "2025-04-01" },
    { since: "2025-04-01", until: null },
  ];
  const left = [{ since: "2020-01-01", until: "2025-06-30" }];
  const back = [
    { since: "2020-01-01", until: "2025-02-01" },
    { since: "2025-09-01", until: null },
  ];

  it("hold from their first day to the one before their last", () => {
    expect(
      ["2019-12-31", "2020-01-01", "2025-06-29", "2025-06-30"].map((day) => standsOn(left, day)),
    ).toEqual([false, true, true, false]);
  });
  it("that follow one another are no coming and no leaving", () => {
    expect([cameIn(moved, "2025-01-01", "2025-12-31"), leftIn(moved, "2025-01-01", "2025-12-31")]).toEqual([
      null,
      null,
    ]);
  });
  it("tell the day of coming back, and of leaving only who is gone at the end", () => {
    expect(cameIn(back, "2025-01-01", "2025-12-31")).toBe("2025-09-01");
    expect(leftIn(back, "2025-01-01", "2025-12-31")).toBeNull();
    expect(leftIn(left, "2025-01-01", "2025-12-31")).toBe("2025-06-30");
    expect(leftIn(left, "2025-07-01", "2025-12-31")).toBeNull();
  });
});

describe("kinds with few behind them", () => {
  const cell = (code: string, n: number, ...owners: string[]) => ({ code, n, owners });

  it("are one, with enough of the next that nobody follows from the whole", () => {
    const cells = [cell("a", 9, "1", "2", "3", "4"), cell("b", 3, "5", "6", "7"), cell("c", 1, "8")];
    const { shown, others } = openCells(cells);
    expect(shown.map(({ code }) => code)).toEqual(["a"]);
    expect(others).toMatchObject({ n: 4 });
    expect(others!.owners).toHaveLength(4);
  });
  it("stay apart where there are enough behind each", () => {
    expect(openCells([cell("a", 4, "1", "2", "3"), cell("b", 3, "1", "2", "4")]).others).toBeNull();
  });
  it("are not told of at all where all of them together are few", () => {
    expect(openCells([cell("a", 7, "1"), cell("b", 1, "2")])).toEqual({ shown: [], others: null });
    expect(countOf([cell("a", 7, "1"), cell("b", 1, "2")])).toEqual({ value: null, kept: true });
    expect(countOf([])).toEqual({ value: null, kept: true });
    expect(countOf([cell("a", 7, "1", "2", "3")])).toEqual({ value: 7, kept: false });
  });
});

describe("a period", () => {
  it("is known by its year, or by its days", () => {
    expect(slugOf("2025-01-01", "2025-12-31")).toBe("2025");
    expect(slugOf("2025-04-01", "2026-03-31")).toBe("2025-04-01-2026-03-31");
  });
  it("ends at the latest with the day that counts, and never before it begins", () => {
    expect(lastDay("2025-01-01", "2025-12-31", "2025-05-05")).toBe("2025-05-05");
    expect(lastDay("2025-01-01", "2025-12-31", "2026-05-05")).toBe("2025-12-31");
    expect(lastDay("2025-01-01", "2025-12-31", "2024-05-05")).toBe("2025-01-01");
  });
  it("has the ends of its months, the last one being its own", () => {
    expect(monthEnds("2024-01-15", "2024-03-10")).toEqual(["2024-01-31", "2024-02-29", "2024-03-10"]);
    expect(monthEnds("2025-11-01", "2026-01-31")).toEqual(["2025-11-30", "2025-12-31", "2026-01-31"]);
  });
});

describe("two reckonings", () => {
  const figure = (value: number | null, part = 1) =>
    ({
      ...{ value, said: null, kept: false, more: 0, coverage: { en: `read ${part}`, de: "" } },
      rows: [{ label: { en: "A", de: "A" }, value: part }],
    }) as unknown as Figure;

  it("differ in values and in parts, not in the day they were made", () => {
    const was = { a: figure(1), b: figure(2), c: figure(3), gone: figure(1) };
    const is = { a: { ...figure(1), coverage: { en: "later", de: "" } }, b: figure(5), c: figure(3, 2) };
    expect(differences(was, is).map(({ key }) => key)).toEqual(["b", "c", "gone"]);
  });
});
