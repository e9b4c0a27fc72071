import { describe, expect, it } from "vitest";
import { actsOf, answerBy, declare, endOf, otherSide, sideOf, stateOf, type Wanted } from "./rules.ts";

const link = (more: Partial<{ origin: string; until: string | null }> = {}) => ({
  origin: "declared",
  until: null,
  fromOrganisationId: "a",
  toOrganisationId: "b",
  declaredFor: "a",
  ...more,
});
const today = "2026-11-21";

describe("the states of a link", () => {
  it.each([
    ["declared", link()],
    ["confirmed", link({ origin: "confirmed" })],
    ["ended", link({ origin: "confirmed", until: "2026-11-21" })],
    ["confirmed", link({ origin: "confirmed", until: "2026-11-22" })],
    ["derived", link({ origin: "derived", until: "2020-01-01" })],
  ] as const)("is %s", (state, it) => {
    expect(stateOf(it, today)).toBe(state);
  });

  it("waits for the side that did not declare it", () => {
    expect(sideOf(link(), "b")).toBe("other");
    expect(otherSide(link())).toBe("b");
    expect(actsOf(link(), "other", today)).toEqual(["confirm", "dispute"]);
    expect(actsOf(link(), "declarer", today)).toEqual(["withdraw"]);
  });

  it("gives nobody else anything to do", () => {
    expect(sideOf(link(), "c")).toBe("neither");
    expect(sideOf(link(), null)).toBe("neither");
    expect(actsOf(link(), "neither", today)).toEqual([]);
  });

  it("lets nobody act on what follows from records, or on history that both confirmed", () => {
    for (const side of ["declarer", "other", "neither"] as const) {
      expect(actsOf(link({ origin: "derived" }), side, today)).toEqual([]);
      expect(actsOf(link({ origin: "confirmed", until: "2020-01-01" }), side, today)).toEqual([]);
    }
  });

  it("asks for an answer within thirty days", () => {
    expect(answerBy(new Date("2026-11-01T12:00:00Z")).toISOString()).toBe("2026-12-01T12:00:00.000Z");
  });

  it("reads from either end", () => {
    expect(endOf(link(), "a")).toBe("from");
    expect(endOf(link(), "b")).toBe("to");
  });
});

describe("declaring a link", () => {
  const wanted = (more: Partial<Wanted> = {}): Wanted => ({
    own: "a",
    other: "b",
    end: "from",
    nature: "supplies",
    since: "2018-01-01",
    until: null,
    wall: [],
    ownOrganisations: ["a"],
    ...more,
  });
  const standing = {
    fromOrganisationId: "a",
    toOrganisationId: "b",
    nature: "supplies",
    since: "2018-01-01",
    until: null,
  };

  it("puts the supplier first, whichever side speaks", () => {
    expect(declare(wanted(), [])).toEqual({ ok: true, value: { from: "a", to: "b" } });
    expect(declare(wanted({ end: "to" }), [])).toEqual({ ok: true, value: { from: "b", to: "a" } });
  });

  it("lets one firm supply, partly own and compete with another at once", () => {
    const owns = { ...standing, nature: "owns", since: "2020-01-01" };
    expect(declare(wanted({ nature: "competes", since: "2021-01-01" }), [standing, owns]).ok).toBe(true);
  });

  it("lets both supply each other", () => {
    expect(declare(wanted({ end: "to" }), [standing]).ok).toBe(true);
  });

  it("may say again what was over", () => {
    expect(declare(wanted({ since: "2020-01-01" }), [{ ...standing, until: "2020-01-01" }]).ok).toBe(true);
  });

  it.each([
    ["with-itself", wanted({ other: "a" }), []],
    ["already-declared", wanted({ since: "2020-05-05" }), [standing]],
    [
      "already-declared",
      wanted({ nature: "competes" }),
      [{ ...standing, nature: "competes", fromOrganisationId: "b", toOrganisationId: "a" }],
    ],
    ["would-wall-an-end", wanted({ wall: ["b"] }), []],
    ["would-wall-an-end", wanted({ wall: ["a"] }), []],
    ["would-not-see-it", wanted({ wall: ["c"], ownOrganisations: ["a", "c"] }), []],
  ] as const)("is refused: %s", (problem, asked, around) => {
    expect(declare(asked, around)).toEqual({ ok: false, problem });
  });
});
