import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ownWords, withoutForm } from "./own-words.ts";
import {
  AGAIN_DAYS,
  type Asking,
  actsOf,
  ask,
  CLIMBED,
  type Granting,
  grant,
  nextStep,
  RELEASE_STATES,
  restored,
  upFrom,
} from "./rules.ts";

const now = new Date("2026-11-24T10:00:00Z");
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
const asking = (more: Partial<Asking> = {}): Asking => ({
  own: false,
  state: "told",
  reads: 1,
  secrecy: "",
  releases: [],
  asksThisWeek: 0,
  now,
  ...more,
});

describe("the next step of the ladder", () => {
  it.each([
    [1, true, "named"],
    [3, true, "agreed"],
    [3, false, "full"],
    [4, true, "full"],
    [5, true, null],
  ] as const)("for who reads to %i, with terms %s, is %s", (reads, terms, step) => {
    expect(nextStep(reads, terms)).toBe(step);
  });

  it("is asked for one at a time, and is never one that is read already", () => {
    fc.assert(
      fc.property(fc.constantFrom(0, 1, 3, 4, 5), fc.string(), (reads, secrecy) => {
        const asked = ask(asking({ reads, secrecy }));
        if (!asked.ok) expect(reads).toBe(5);
        else expect({ named: 3, agreed: 4, full: 5 }[asked.value]).toBeGreaterThan(reads);
      }),
    );
  });
});

describe("asking", () => {
  const named = { step: "named", answeredAt: null } as const;
  it.each([
    ["own", asking({ own: true })],
    ["over", asking({ state: "met", reads: 3 })],
    ["at-the-top", asking({ state: "open", reads: 5 })],
    ["asked-already", asking({ releases: [{ ...named, state: "asked" }] })],
    [
      "refused-lately",
      asking({ releases: [{ ...named, state: "refused", answeredAt: ago(AGAIN_DAYS - 1) }] }),
    ],
    ["too-many", asking({ asksThisWeek: 20 })],
  ] as const)("is refused as %s", (problem, input) => {
    expect(ask(input)).toEqual({ ok: false, problem });
  });

  it("is open again some time after a no, and after an end without an answer", () => {
    expect(
      ask(asking({ releases: [{ ...named, state: "refused", answeredAt: ago(AGAIN_DAYS + 1) }] })).ok,
    ).toBe(true);
    expect(ask(asking({ releases: [{ ...named, state: "expired" }] })).ok).toBe(true);
  });
});

describe("granting", () => {
  const granting = (more: Partial<Granting> = {}): Granting => ({
    own: false,
    walled: false,
    state: "open",
    step: "named",
    terms: false,
    agreed: false,
    releases: [],
    ...more,
  });
  it.each([
    ["own", granting({ own: true })],
    ["walled", granting({ walled: true })],
    ["draft", granting({ state: "draft" })],
    ["nothing-to-agree", granting({ step: "agreed" })],
    ["agree-first", granting({ step: "full", terms: true })],
    ["granted-already", granting({ releases: [{ step: "named", state: "granted" }] })],
  ] as const)("is refused as %s", (problem, input) => {
    expect(grant(input)).toEqual({ ok: false, problem });
  });

  it("waits for the reader's yes where terms stand before the step and nobody has agreed", () => {
    expect(grant(granting({ step: "agreed", terms: true }))).toEqual({ ok: true, value: "offered" });
    expect(grant(granting({ step: "agreed", terms: true, agreed: true }))).toEqual({
      ok: true,
      value: "granted",
    });
  });

  it("never opens files over terms nobody agreed to", () => {
    const standing = fc.record({
      step: fc.constantFrom(...CLIMBED),
      state: fc.constantFrom(...RELEASE_STATES),
    });
    fc.assert(
      fc.property(fc.array(standing), (releases) => {
        const granted = grant(granting({ step: "full", terms: true, releases }));
        if (granted.ok) expect(releases).toContainEqual({ step: "agreed", state: "granted" });
      }),
    );
  });
});

describe("taking back", () => {
  it("takes what stands above with it", () => {
    expect(upFrom("named")).toEqual(["named", "agreed", "full"]);
    expect(upFrom("full")).toEqual(["full"]);
  });

  it("is undone to what it was: terms nobody agreed to wait again", () => {
    const revoked = { state: "revoked", agreedAt: null } as const;
    expect(restored({ ...revoked, step: "agreed" })).toBe("offered");
    expect(restored({ ...revoked, step: "agreed", agreedAt: now })).toBe("granted");
    expect(restored({ ...revoked, step: "named" })).toBe("granted");
  });

  it("offers no way back while another of the same step is under way", () => {
    for (const state of RELEASE_STATES)
      if (state === "refused" || state === "revoked") {
        expect(actsOf({ state }, true)).toEqual([]);
        expect(actsOf({ state }, false)).toHaveLength(1);
      }
  });
});

describe("words that tell whose a teaser is", () => {
  const nord = {
    name: "NORD GUSS GMBH & CO. KG",
    shortName: "NG-Guss",
    url: "https://www.nordguss.example/de",
  };

  it.each([
    ["Nord Guss sucht Partner", ["NORD GUSS"]],
    ["Wir bei ng-guss suchen", ["NG-Guss"]],
    ["Mehr unter nordguss.de", ["nordguss"]],
    ["Ein Nordgussverfahren im Norden", []],
    ["Leichter Guss aus dem Norden", []],
  ])("in “%s” are %j", (text, found) => {
    expect(ownWords(nord, [text])).toEqual(found);
  });

  it.each([
    ["ANKER GMBH", "ANKER"],
    ["Elbe Werft GmbH & Co. KG", "Elbe Werft"],
    ["AG", "AG"],
    ["Technische Universität Nord", "Technische Universität Nord"],
  ])("of %s are %s", (name, known) => {
    expect(withoutForm(name)).toBe(known);
  });
});
