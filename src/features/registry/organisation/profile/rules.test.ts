import { describe, expect, it } from "vitest";
import { isExpired, reminderDue } from "./certificates.ts";
import { completeness, PARTS, type Part, partsOf, WEIGHTS } from "./completeness.ts";

const nothing = Object.fromEntries(PARTS.map((part) => [part, false])) as Record<Part, boolean>;
const everything = Object.fromEntries(PARTS.map((part) => [part, true])) as Record<Part, boolean>;

describe("how complete a profile is", () => {
  it("is said in hundredths: the weights of all parts are a hundred", () => {
    expect(PARTS.reduce((sum, part) => sum + WEIGHTS[part], 0)).toBe(100);
    expect(completeness("enterprise", nothing).percent).toBe(0);
    expect(completeness("enterprise", everything)).toEqual({ percent: 100, missing: [] });
  });

  it("grows by the weight of what is added and names what is missing, the weightiest first", () => {
    const some = completeness("enterprise", { ...everything, logo: false, competences: false });
    expect(some).toEqual({ percent: 75, missing: ["competences", "logo"] });
  });

  it("does not ask an authority for its products", () => {
    const { percent, missing } = completeness("authority", { ...nothing, description: true });
    expect(missing).not.toContain("products");
    expect(percent).toBe(Math.round((100 * 15) / 75));
  });

  it("counts competences that follow from projects and a contact that is a text", () => {
    const bare = {
      fields: new Set(["contact", "machines"]),
      derivedCompetences: true,
      industries: [],
      city: "Kiel",
      country: null,
      url: null,
      sizeClass: null,
      logo: false,
    };
    const parts = partsOf(bare);
    expect(PARTS.filter((part) => parts[part])).toEqual(["competences", "people", "proof"]);
  });
});

describe("a certificate", () => {
  it("is valid on its last day and expired on the next", () => {
    expect(isExpired("2026-11-21", "2026-11-21")).toBe(false);
    expect(isExpired("2026-11-20", "2026-11-21")).toBe(true);
  });

  it.each([
    ["61 days before", "2027-01-21", null, false],
    ["60 days before", "2027-01-20", null, true],
    ["59 days before, after a day the house was shut", "2027-01-19", null, true],
    ["when it was told at 60 days", "2027-01-10", "2026-11-20", false],
    ["14 days before, told at 60", "2026-12-05", "2026-10-06", true],
    ["13 days before, told at 14", "2026-12-04", "2026-11-20", false],
    ["after it expired", "2026-11-20", null, false],
  ])("is reminded of: %s", (_, validUntil, remindedAt, due) => {
    const told = remindedAt === null ? null : new Date(`${remindedAt}T06:00:00Z`);
    expect(reminderDue(validUntil, told, "2026-11-21")).toBe(due);
  });
});
