import { describe, expect, it } from "vitest";
import * as format from "./format.ts";

/** Intl writes narrow and non-breaking spaces; the eye does not care. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const now = new Date("2026-11-24T08:10:00Z");

describe("numbers are written as readers write them", () => {
  it.each([
    [format.formatNumber(27731, "de"), "27.731"],
    [format.formatNumber(27731, "en"), "27,731"],
    [format.formatNumber(0.4567, "de", 2), "0,46"],
    [format.formatPercent(0.82, "de"), "82 %"],
    [format.formatPercent(0.825, "en", 1), "82.5%"],
    [format.formatMoney(1250, "en"), "€1,250"],
    [format.formatMoney(1250.5, "de"), "1.250,50 €"],
    [format.formatCompact(8_412_000, "en"), "8.41m"],
    [format.formatCompactMoney(8_400_000, "de"), "8,4 Mio. €"],
    [format.formatChange(6, "en"), "+6"],
    [format.formatChange(0, "en"), "0"],
    [format.formatDistance(0.4, "en"), "400 m"],
    [format.formatDistance(4.25, "de"), "4,3 km"],
    [format.formatDistance(41.4, "de"), "41 km"],
    [format.formatList(["a", "b", "c"], "de"), "a, b und c"],
    [format.formatCountry("EL", "de"), "Griechenland"],
    [format.formatCountry("UK", "en"), "United Kingdom"],
    [format.formatCountry("ZZZ", "en"), "ZZZ"],
  ])("%s", (written, expected) => {
    expect(plain(written)).toBe(expected);
  });
});

describe("days and instants", () => {
  it("shows a calendar day as that day, and an instant by the readers' clock", () => {
    expect(format.formatDate("2024-03-01", "de")).toBe("1. März 2024");
    expect(format.formatDate(new Date("2024-02-29T23:30:00Z"), "en")).toBe("1 Mar 2024");
    expect(format.formatMonth("2024-03-01", "de")).toBe("März 2024");
    expect(format.formatWeekday(now, "en")).toBe("Tuesday 24 November");
  });

  it.each([
    ["2026-11-12", "en", "last week"],
    ["2026-11-20", "en", "4 days ago"],
    ["2026-11-23", "de", "gestern"],
    [new Date("2026-11-24T05:10:00Z"), "de", "vor 3 Stunden"],
    [new Date("2026-11-24T08:09:40Z"), "en", "now"],
    ["2023-11-01", "en", "3 years ago"],
    [new Date("2026-11-24T11:10:00Z"), "en", "in 3 hours"],
  ] as const)("%s is said in %s as %s", (day, locale, words) => {
    expect(format.formatAge(day, now, locale)).toBe(words);
  });

  it("shortens two years to one where they are the same", () => {
    expect(format.formatYears("2018-01-01", "2021-06-01")).toBe("2018–2021");
    expect(format.formatYears("2018-01-01", "2018-06-01")).toBe("2018");
    expect(format.formatYears("2018-01-01", undefined)).toBe("2018");
    expect(format.formatYears(undefined, "2021-06-01")).toBe("–2021");
    expect(format.formatYears(undefined, undefined)).toBe("");
  });
});
