import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayBefore, renewalDue } from "./renewal.ts";
import { belonging, type DirectMember, type LevelTerm, type MemberLink } from "./rules.ts";
import { byYear, cohorts, type Stay, stays } from "./years.ts";

const ids = ["a", "b", "c", "d", "e", "f"];
const terms = new Map<string, LevelTerm>(
  ["x", "y"].map((levelId, at) => [
    levelId,
    {
      levelId,
      since: "0001-01-01",
      votesDirect: at + 1,
      votesIndirect: 2 - at,
      benefits: [levelId, "inner-space"],
      inherited: at === 0 ? ["inner-space"] : [levelId],
    },
  ]),
);
const direct = fc.uniqueArray(
  fc.record<DirectMember>({
    organisationId: fc.constantFrom(...ids),
    role: fc.constantFrom("core", "partner", "applicant"),
    levelId: fc.constantFrom("x", "y", null),
  }),
  { selector: (one) => one.organisationId },
);
const links = fc.array(
  fc.record<MemberLink>({ firm: fc.constantFrom(...ids), association: fc.constantFrom(...ids) }),
  { maxLength: 12 },
);

describe("who belongs to a cluster", () => {
  it("is there once, however many paths lead there, and the same whatever the order of the links", () => {
    fc.assert(
      fc.property(direct, links, (members, drawn) => {
        const found = belonging(members, drawn, terms);
        const shape = (list: typeof found) =>
          list
            .map((one) => [one.organisationId, [...one.through].sort(), one.votes, [...one.benefits].sort()])
            .sort();
        expect(new Set(found.map((one) => one.organisationId)).size).toBe(found.length);
        for (const one of found) expect(new Set(one.through).size).toBe(one.through.length);
        expect(shape(belonging(members, [...drawn, ...drawn].reverse(), terms))).toEqual(shape(found));
      }),
    );
  });

  it("loses what was inherited with the parent's membership and keeps what is its own", () => {
    fc.assert(
      fc.property(direct, links, fc.constantFrom(...ids), (members, drawn, leaver) => {
        const rest = members.filter((one) => one.organisationId !== leaver);
        const after = belonging(rest, drawn, terms);
        for (const one of after) expect(one.through).not.toContain(leaver);
        for (const own of rest) {
          const still = after.find((one) => one.organisationId === own.organisationId);
          expect(still?.own).toEqual(own);
        }
        const alone = belonging(rest, [], terms);
        for (const own of alone)
          expect(
            after.find((one) => one.organisationId === own.organisationId)!.votes,
          ).toBeGreaterThanOrEqual(own.votes);
      }),
    );
  });

  it("is nobody through an applicant", () => {
    const found = belonging(
      [{ organisationId: "a", role: "applicant", levelId: "x" }],
      [{ firm: "b", association: "a" }],
      terms,
    );
    expect(found).toMatchObject([{ organisationId: "a", votes: 0, benefits: [] }]);
  });
});

describe("a renewal", () => {
  it.each([
    ["2026-03-01", null, "2025-12-30", false],
    ["2026-03-01", null, "2025-12-31", true],
    ["2026-03-01", "2025-12-31", "2026-02-10", false],
    ["2026-03-01", "2025-12-31", "2026-02-15", true],
    ["2026-03-01", "2026-02-16", "2026-02-20", false],
  ])("due on %s, spoken of on %s, is spoken of on %s: %s", (due, reminded, today, speak) => {
    expect(renewalDue(due, reminded, today)).toBe(speak);
  });

  it("counts days across months", () => {
    expect(dayBefore("2026-03-01", 14)).toBe("2026-02-15");
  });
});

describe("who came and who left", () => {
  const row = (since: string, until: string | null, more: Partial<Stay> = {}): Stay => ({
    organisationId: "a",
    slug: "a",
    name: "A",
    role: "core",
    since,
    until,
    reason: null,
    ...more,
  });

  it("counts a change of terms as neither", () => {
    const all = stays([row("2020-01-01", "2021-05-01"), row("2021-05-01", null, { role: "anchor" })]);
    expect(all).toMatchObject([{ since: "2020-01-01", until: null, role: "anchor" }]);
    expect(byYear(all, "2022-06-01")).toEqual([
      { year: 2020, came: 1, left: 0, members: 1 },
      { year: 2021, came: 0, left: 0, members: 1 },
      { year: 2022, came: 0, left: 0, members: 1 },
    ]);
  });

  it("counts who came back as coming twice, and a cohort only once its time has come", () => {
    const all = stays([row("2020-01-01", "2020-09-01"), row("2021-02-01", null)]);
    expect(all).toHaveLength(2);
    expect(cohorts(all, "2022-12-31")).toEqual([
      { year: 2020, came: 1, after: [0, 0] },
      { year: 2021, came: 1, after: [1, null] },
    ]);
  });
});
