import { describe, expect, it } from "vitest";
import type { Kind } from "../../../exchange/feature.ts";
import { forecastNext, LEAST_TESTS } from "./next.ts";
import { forecastNeeds, type KnownNeed } from "./rules.ts";
import { risingTopics, type Written } from "./topics.ts";

let count = 0;
const need = (on: string, kind: Kind, organisationId = "a", competences: string[] = []): KnownNeed => ({
  id: String(count++),
  organisationId,
  kind,
  competences,
  title: "",
  on,
});
const month = (k: number) => new Date(Date.UTC(2023, k, 15)).toISOString().slice(0, 10);
const times = <T>(n: number, make: (k: number) => T): T[] => Array.from({ length: n }, (_, k) => make(k));

describe("a forecast of needs", () => {
  it("adds up: the kinds to the whole, month by month", () => {
    const needs = times(30, (k) => [
      ...times(1 + (k % 3), () => need(month(k), "partner")),
      ...times(k % 2, () => need(month(k), "funding")),
      ...times(k % 7 === 0 ? 1 : 0, () => need(month(k), "data")),
    ]).flat();
    const { state, kinds, months } = forecastNeeds(needs, "2025-07-20");
    expect([state, months.length]).toEqual(["ready", 30]);
    const { whole, parts } = kinds!;
    expect(whole.history.reduce((sum, n) => sum + n, 0)).toBe(needs.length);
    whole.expected.mean.forEach((mean, h) => {
      expect(parts.reduce((sum, part) => sum + part.expected.mean[h]!, 0)).toBeCloseTo(mean, 9);
    });
    for (const { expected } of parts)
      expected.mean.forEach((mean, h) => {
        expect(mean).toBeGreaterThanOrEqual(0);
        expect(expected.lower[h] ?? 0).toBeLessThanOrEqual(mean);
        expect(expected.upper[h] ?? mean).toBeGreaterThanOrEqual(mean);
      });
  });

  it("finds the season where there are two years of it", () => {
    const needs = times(36, (k) => times(k % 12 === 2 ? 12 : 1, () => need(month(k), "partner"))).flat();
    const { ahead, kinds, seasons } = forecastNeeds(needs, "2026-01-10");
    const march = ahead.indexOf("2026-03");
    expect(kinds!.whole.expected.mean[march]).toBeGreaterThan(6);
    expect(seasons[0]!.expected).toBeGreaterThan(2 * seasons[1]!.expected);
    expect(kinds!.tested.whole.ours!).toBeLessThan(kinds!.tested.whole.naive! + 1e-9);
  });

  it("does not count the running month, and says nothing of a short history", () => {
    const needs = times(40, (k) => need(month(k % 5), "partner"));
    expect(forecastNeeds(needs, "2023-06-20")).toMatchObject({ state: "not-enough", kinds: null, ahead: [] });
    expect(forecastNeeds([], "2023-06-20")).toMatchObject({ state: "not-enough", needs: 0, months: [] });
  });
});

describe("likely next needs", () => {
  const kinds: Kind[] = ["partner", "funding", "data", "skill", "space"];
  /** Five members, each with a kind and a competence of its own, and now and then another. */
  const needs = times(120, (k) => {
    const who = k % 5;
    const other = k % 11 === 0;
    return need(month(Math.floor(k / 5)), kinds[other ? (who + 1) % 5 : who]!, `m${who}`, [`c${who}`]);
  });

  it("are those a member comes back to, and beat what is popular on needs not used to set them up", () => {
    const { precision, byMember } = forecastNext(needs, ["m0", "m3"], "2025-02-01");
    expect(byMember.get("m3")!.kinds[0]!.key).toBe("skill");
    expect(byMember.get("m3")!.competences[0]!.key).toBe("c3");
    expect(precision!.tests).toBeGreaterThanOrEqual(LEAST_TESTS);
    expect(precision!.first).toBeGreaterThan(0.8);
    expect(precision!.first).toBeGreaterThan(precision!.popular.first);
  });

  it("of one without needs are those of the cluster; too few tests give no precision", () => {
    const { precision, byMember } = forecastNext(needs.slice(0, 15), ["new"], "2025-02-01");
    expect(precision).toBeNull();
    expect(byMember.get("new")).toMatchObject({ own: 0 });
    expect(byMember.get("new")!.kinds).toHaveLength(3);
  });
});

describe("rising themes", () => {
  const written = (n: number, on: string, themes: string[], title = ""): Written[] =>
    times(n, (k) => ({ id: `${on}-${themes.join()}-${k}`, on, themes, title }));

  it("are told from chance, counted by document and found in titles too", () => {
    const documents = [
      ...written(40, "2022-05-01", ["steel"]),
      ...written(2, "2022-06-01", ["hydrogen"]),
      ...written(15, "2024-04-01", ["Hydrogen", "hydrogen"], "Hydrogen for ships"),
      ...written(25, "2024-05-01", ["steel"]),
    ];
    const { state, rising, before, now } = risingTopics(documents);
    expect([state, before, now]).toEqual(["ready", 42, 40]);
    expect(rising.map(({ theme }) => theme).toSorted()).toEqual(["hydrogen", "ships"]);
    expect(rising.find(({ theme }) => theme === "hydrogen")).toMatchObject({ before: 2, now: 15 });
  });

  it("are none where nothing rises, and not told of few documents", () => {
    const even = [...written(30, "2022-05-01", ["steel"]), ...written(30, "2024-05-01", ["steel"])];
    expect(risingTopics(even)).toMatchObject({ state: "ready", rising: [] });
    expect(risingTopics(written(5, "2024-05-01", ["steel"]))).toMatchObject({ state: "not-enough" });
  });
});
