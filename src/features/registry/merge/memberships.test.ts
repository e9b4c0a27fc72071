import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinMemberships, type Stretch } from "./memberships.ts";

const RANK = ["anchor", "core", "associate", "partner", "applicant"];
const day = (n: number) => `2020-01-${String(n).padStart(2, "0")}`;

/** Stretches of one organisation in one cluster, none at the same time as another. */
const history = (of: string) =>
  fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 7 }).chain((days) => {
    const sorted = days.sort((a, b) => a - b);
    return fc
      .tuple(
        fc.array(fc.constantFrom(...RANK), { minLength: sorted.length, maxLength: sorted.length }),
        fc.array(fc.boolean(), { minLength: sorted.length, maxLength: sorted.length }),
        fc.boolean(),
      )
      .map(([roles, there, open]) =>
        sorted.flatMap((since, i): Stretch[] => {
          const until = sorted[i + 1];
          if (!there[i] || (until === undefined && !open)) return [];
          return [
            {
              id: `${of}${i}`,
              clusterId: "c",
              role: roles[i]!,
              since: day(since),
              until: until === undefined ? null : day(until),
              terms: "",
            },
          ];
        }),
      );
  });

const roleOn = (all: readonly { role: string; since: string; until: string | null }[], at: string) =>
  all.filter((one) => one.since <= at && (one.until === null || at < one.until)).map((one) => one.role);

describe("memberships of two that become one", () => {
  it("hold on every day the stronger of the two roles, once", () => {
    fc.assert(
      fc.property(history("kept"), history("merged"), (kept, merged) => {
        const { stays, fresh, covered } = joinMemberships(kept, merged);
        const roles = new Map([...kept, ...merged].map((one) => [one.id, one.role]));
        const after = [...stays, ...fresh].map((part) => ({ ...part, role: roles.get(part.id)! }));
        for (let n = 1; n <= 22; n++) {
          const before = [...roleOn(kept, day(n)), ...roleOn(merged, day(n))].sort(
            (a, b) => RANK.indexOf(a) - RANK.indexOf(b),
          );
          expect(roleOn(after, day(n))).toEqual(before.slice(0, 1));
        }
        expect([...stays, ...covered].map(({ id }) => id).sort()).toEqual(
          [...kept, ...merged].map(({ id }) => id).sort(),
        );
        for (const { by } of covered) expect(stays.map(({ id }) => id)).toContain(by);
      }),
    );
  });

  it("of which only one was there stay as they are", () => {
    fc.assert(
      fc.property(history("kept"), (kept) => {
        const { stays, fresh, covered } = joinMemberships(kept, []);
        expect(stays.map(({ id, since, until }) => [id, since, until])).toEqual(
          kept.map(({ id, since, until }) => [id, since, until]),
        );
        expect([fresh, covered]).toEqual([[], []]);
      }),
    );
  });
});
