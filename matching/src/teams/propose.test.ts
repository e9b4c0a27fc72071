import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessTeam } from "./assess.ts";
import type { TeamInput } from "./input.ts";
import { proposeTeam } from "./propose.ts";
import { aCall, aFreeCall, everyTeam } from "./testing.ts";
import { withoutPartner } from "./without.ts";

/** The value of the best team that keeps the rules, found by looking at every one; `null` where there is none. */
function bestOfAll(input: TeamInput): number | null {
  let best: number | null = null;
  for (const team of everyTeam(input)) {
    const { rules, value } = assessTeam(input, team, 0);
    if (rules.every(({ isMet }) => isMet)) best = Math.max(best ?? 0, value);
  }
  return best;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, x) => total + x, 0);

describe("a proposed team", () => {
  it("is the best there is where all teams can be looked at, and none is proposed where none keeps the rules", () => {
    fc.assert(
      fc.property(aCall, (call) => {
        const team = proposeTeam(call, { leastContribution: 0, branches: 100_000 });
        const best = bestOfAll(call);
        expect(team.keepsRules).toBe(best !== null);
        expect(team.keepsRules).toBe(team.rules.every(({ isMet }) => isMet));
        if (best === null) return;
        expect(team.value).toBeCloseTo(best, 9);
        expect(team.optimal).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("never covers more than its bound says, nor does any other team, however early the search ends", () => {
    fc.assert(
      fc.property(aCall, fc.constantFrom(0, 1, 5), (call, branches) => {
        const team = proposeTeam(call, { leastContribution: 0, branches });
        const best = bestOfAll(call);
        if (best !== null) expect(team.bound).toBeGreaterThanOrEqual(best - 1e-9);
        if (team.keepsRules) expect(team.value).toBeLessThanOrEqual(team.bound + 1e-9);
        if (team.optimal) expect(team.value).toBeCloseTo(best!, 9);
      }),
      { numRuns: 300 },
    );
  });

  it("covers at least 1 - 1/e of the best where size is the only rule, without any search", () => {
    fc.assert(
      fc.property(aFreeCall, (call) => {
        const team = proposeTeam(call, { leastContribution: 0, branches: 0 });
        expect(team.value).toBeGreaterThanOrEqual((1 - 1 / Math.E) * bestOfAll(call)! - 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it("names rules that contradict each other: none of them can be left out of the contradiction", () => {
    fc.assert(
      fc.property(aCall, (call) => {
        const { keepsRules, conflict } = proposeTeam(call, { branches: 100_000 });
        fc.pre(!keepsRules);
        expect(conflict).not.toBeNull();
        expect(conflict!.together.length).toBeGreaterThan(0);
        const names = conflict!.together;
        const brokenBy = [...everyTeam({ ...call, rules: { mostSize: call.candidates.length } })].map(
          (team) =>
            assessTeam(call, team, 0).rules.filter(({ name, isMet }) => names.includes(name) && !isMet),
        );
        expect(Math.min(...brokenBy.map((rules) => rules.length))).toBeGreaterThan(0);
        const alone = new Set(brokenBy.filter((rules) => rules.length === 1).map(([rule]) => rule!.name));
        expect([...alone].sort()).toEqual([...names].sort());
      }),
      { numRuns: 200 },
    );
  });

  it("says what each partner adds, and what is lost without", () => {
    fc.assert(
      fc.property(aCall, (call) => {
        const team = proposeTeam(call);
        for (const partner of team.partners) {
          const { value, broken, lost } = withoutPartner(call, team.members, partner.id);
          expect(value.before - value.after).toBeCloseTo(partner.contribution, 12);
          expect(broken.map(({ name }) => name)).toEqual(partner.serves);
          const weighted = lost.map(({ competence, before, after }) => {
            const { weight } = team.covered.find((one) => one.competence === competence)!;
            return weight * (before - after);
          });
          expect(sum(weighted)).toBeCloseTo(partner.contribution, 12);
          for (const { candidate, value: swapped } of partner.alternatives) {
            const other = assessTeam(call, [...team.members.filter((id) => id !== partner.id), candidate], 0);
            expect(other.value).toBeCloseTo(swapped, 12);
            const brokenBefore = team.rules.filter(({ isMet }) => !isMet).map(({ name }) => name);
            const brokenNow = other.rules.filter(({ isMet }) => !isMet).map(({ name }) => name);
            expect(brokenBefore).toEqual(expect.arrayContaining(brokenNow));
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("an example of a call", () => {
  const call: TeamInput = {
    competences: [{ id: "sensors" }, { id: "welding" }, { id: "software", weight: 2 }],
    candidates: [
      { id: "Alster", competences: { sensors: 0.9 }, country: "DE", kind: "company", isSme: true },
      { id: "Bille", competences: { sensors: 0.8, software: 0.6 }, country: "DE", kind: "company" },
      { id: "Dove", competences: { software: 0.9 }, country: "DE", kind: "university" },
      { id: "Elbe", competences: { welding: 0.7 }, country: "DK", kind: "company", isSme: true },
      {
        id: "Oder",
        competences: { welding: 0.6, sensors: 0.3 },
        country: "PL",
        kind: "company",
        isSme: true,
      },
    ],
    rules: { mostSize: 3, leastCountries: 2, leastSmeShare: 0.5 },
  };

  it("covers all three and says why each partner is in", () => {
    const team = proposeTeam(call);
    expect([...team.members].sort()).toEqual(["Alster", "Dove", "Elbe"]);
    expect(team.value).toBeCloseTo((0.9 + 0.7 + 2 * 0.9) / 4, 12);
    expect(team.share).toBe(1);
    const elbe = team.partners.find(({ id }) => id === "Elbe")!;
    expect(elbe.competences).toEqual([{ competence: "welding", strength: 0.7, isOnly: true, lost: 0.7 }]);
    expect(elbe.serves).toEqual(["countries"]);
    expect(elbe.alternatives.map(({ candidate }) => candidate)).toEqual(["Oder"]);
  });

  it("leaves out who adds nothing", () => {
    const team = proposeTeam({ ...call, candidates: call.candidates.slice(0, 1), rules: { mostSize: 3 } });
    expect(team.members).toEqual(["Alster"]);
    const twice = [
      { ...call.candidates[0]!, competences: { sensors: 1 } },
      { ...call.candidates[1]!, competences: { sensors: 1 } },
    ];
    expect(proposeTeam({ ...call, candidates: twice, rules: { mostSize: 3 } }).members).toHaveLength(1);
  });

  it("names three countries asked for where there are two, and how many there are", () => {
    const two = call.candidates.filter(({ country }) => country !== "PL");
    const { keepsRules, conflict } = proposeTeam({ ...call, candidates: two, rules: { leastCountries: 3 } });
    expect(keepsRules).toBe(false);
    expect(conflict).toEqual({
      together: ["countries"],
      helps: ["countries"],
      available: expect.objectContaining({ countries: 2 }),
    });
  });

  it("names two rivals who both have to be in", () => {
    const rivals = [["Alster", "Bille"]] as const;
    const { conflict } = proposeTeam({ ...call, rules: { rivals, include: ["Bille", "Alster"] } });
    expect(conflict!.together).toEqual(["rivals Alster Bille", "include"]);
  });

  it.each([
    ["unknown", { ...call, rules: { include: ["Weser"] } }],
    ["duplicate", { ...call, candidates: [...call.candidates, call.candidates[0]!] }],
    ["number", { ...call, rules: { mostSize: -1 } }],
    ["number", { ...call, candidates: [{ id: "Weser", competences: { welding: 2 } }] }],
    ["option", { ...call, rules: { rivals: [["Oder", "Oder"]] as const } }],
  ])("refuses what is %s", (code, input) => {
    expect(() => proposeTeam(input)).toThrow(expect.objectContaining({ name: "MatchingError", code }));
  });
});
