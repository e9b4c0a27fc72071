import { describe, expect, it } from "vitest";
import {
  ACTS,
  actsOf,
  ask,
  CLOSE_DAYS,
  days,
  isOver,
  lapse,
  move,
  questionDue,
  remindNow,
  type Standing,
  turnOf,
  type Wanted,
} from "./rules.ts";
import { ORIGINS, type Party, STATES, VIAS } from "./words.ts";

const now = new Date("2026-11-22T08:00:00Z");
const direct: Standing = { state: "asked", origin: "member", via: "direct" };
const by = (standing: Partial<Standing>): Standing => ({ ...direct, ...standing });
const step = (standing: Standing, act: (typeof ACTS)[number], party: Party, reason = "") =>
  move(standing, act, party, { now, answerDays: 14, reason });
const every = STATES.flatMap((state) =>
  ORIGINS.flatMap((origin) => VIAS.map((via): Standing => ({ state, origin, via }))),
);

describe("whose turn it is", () => {
  it.each([
    ["the team's, where a member asked it to pass on", by({ state: "proposed", via: "team" }), ["team"]],
    ["the side's it is proposed for", by({ state: "proposed", origin: "team", via: "team" }), ["from"]],
    ["the asked side's", direct, ["to"]],
    ["of both, once both have said yes", by({ state: "accepted" }), ["from", "to"]],
    ["nobody's, once it is over", by({ state: "declined" }), []],
  ] as const)("is %s", (_, standing, turn) => {
    expect(turnOf(standing)).toEqual(turn);
  });

  it("lies with somebody who can act, as long as it is not over", () => {
    for (const standing of every) {
      const turn = turnOf(standing);
      expect([standing, turn.length > 0]).toEqual([standing, !isOver(standing.state)]);
      for (const party of turn) expect(actsOf(standing, party).length).toBeGreaterThan(0);
    }
  });
});

describe("a step", () => {
  it.each([
    ["yes of the side asked", direct, "accept", "to", { state: "accepted", agrees: "to", answeredAt: now }],
    ["no of the side asked", direct, "decline", "to", { state: "declined", endedBy: "to", expiresAt: null }],
    ["taking back", direct, "withdraw", "from", { state: "withdrawn", endedBy: "from" }],
    [
      "passing on",
      by({ state: "proposed", via: "team" }),
      "pass-on",
      "team",
      { state: "asked", askedAt: now, expiresAt: days(now, 14) },
    ],
    [
      "yes to the team's proposal",
      by({ state: "proposed", origin: "team", via: "team" }),
      "accept",
      "from",
      { state: "asked", agrees: "from", askedAt: now },
    ],
    [
      "having met",
      by({ state: "accepted" }),
      "met",
      "from",
      { state: "met", metAt: now, expiresAt: days(now, CLOSE_DAYS) },
    ],
    ["closing after the talk", by({ state: "met" }), "close", "to", { state: "closed", endedBy: "to" }],
  ] as const)("%s", (_, standing, act, party, change) => {
    expect(step(standing, act, party)).toMatchObject({ ok: true, value: change });
  });

  it("is refused to whoever has no turn", () => {
    for (const standing of every)
      for (const party of ["from", "to", "team"] as const)
        for (const act of ACTS)
          if (!actsOf(standing, party).includes(act))
            expect(step(standing, act, party, "because")).toEqual({ ok: false, problem: "not-your-turn" });
  });

  it("wants a reason from whoever closes before the talk", () => {
    const accepted = by({ state: "accepted" });
    expect(step(accepted, "close", "from", " ")).toEqual({ ok: false, problem: "needs-reason" });
    expect(step(accepted, "close", "from", "No budget")).toMatchObject({ value: { reason: "No budget" } });
  });

  it("never gives a yes in somebody else's name", () => {
    for (const standing of every)
      for (const party of ["from", "to", "team"] as const)
        for (const act of actsOf(standing, party)) {
          const done = step(standing, act, party, "because");
          if (done.ok && done.value.agrees) expect(done.value.agrees).toBe(party);
        }
  });
});

describe("where nobody acts", () => {
  it.each([
    ["proposed", "expired"],
    ["asked", "expired"],
    ["accepted", "expired"],
    ["met", "closed"],
  ] as const)("%s becomes %s", (state, then) => {
    expect(lapse(by({ state }), now)).toMatchObject({ state: then, endedBy: "house", closedAt: now });
  });

  const asked = { state: "asked", movedAt: days(now, -6), remindedAt: null } as const;
  it.each([
    ["after five days", asked, true],
    ["not after four", { ...asked, movedAt: days(now, -4) }, false],
    ["once for each of the days", { ...asked, remindedAt: days(now, -1) }, false],
    ["again after eleven", { ...asked, movedAt: days(now, -12), remindedAt: days(now, -6) }, true],
    ["not once they have met", { ...asked, state: "met" }, false],
  ] as const)("whoever has the turn is reminded %s", (_, waiting, yes) => {
    expect(remindNow(waiting, now)).toBe(yes);
  });
});

describe("what came of it", () => {
  const met = { state: "met", metAt: days(now, -20), firstAskedAt: null, secondAskedAt: null } as const;
  it.each([
    ["not after thirteen days", { ...met, metAt: days(now, -13) }, null],
    ["after two weeks", met, "first"],
    ["not twice", { ...met, firstAskedAt: days(now, -6) }, null],
    ["after three months", { ...met, metAt: days(now, -92), firstAskedAt: days(now, -78) }, "second"],
    ["once, where two weeks were missed", { ...met, metAt: days(now, -92) }, "second"],
    ["never where nobody has met", { ...met, state: "accepted", metAt: null }, null],
  ] as const)("is asked %s", (_, standing, question) => {
    expect(questionDue(standing, now)).toBe(question);
  });
});

describe("asking", () => {
  const wanted: Wanted = {
    from: "anker",
    to: "uni",
    via: "direct",
    open: true,
    wall: [],
    mediated: true,
    asked: 0,
    perWeek: 5,
  };
  it.each([
    ["with-itself", { to: "anker" }, []],
    ["not-open", { open: false }, []],
    ["walled", { wall: ["uni"] }, []],
    ["walled", { wall: ["anker"] }, []],
    ["team-does-not-know", { via: "team", mediated: false }, []],
    ["already-open", {}, [{ state: "accepted", closedAt: null }]],
    ["declined-lately", {}, [{ state: "declined", closedAt: days(now, -29) }]],
    ["too-many", { asked: 5 }, []],
  ] as const)("is refused as %s", (problem, more, earlier) => {
    expect(ask({ ...wanted, ...more }, earlier, now)).toEqual({ ok: false, problem });
  });

  it("is possible again after a rest, and at once after one that expired", () => {
    expect(ask(wanted, [{ state: "declined", closedAt: days(now, -31) }], now).ok).toBe(true);
    expect(ask(wanted, [{ state: "expired", closedAt: days(now, -1) }], now).ok).toBe(true);
    expect(ask({ ...wanted, to: null }, [], now).ok).toBe(true);
  });
});
