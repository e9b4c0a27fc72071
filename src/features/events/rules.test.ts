import { describe, expect, it } from "vitest";
import {
  ACTS,
  bothGoOn,
  due,
  heldAfter,
  isOver,
  opens,
  stateAfter,
  takesRegistrations,
  takesWishes,
  turnOf,
} from "./rules.ts";
import { dayIn, instantOf, sayZone, slotsOf, timeIn } from "./times.ts";
import { STATES } from "./words.ts";

const at = (text: string) => new Date(`${text}:00Z`);
const event = (state: (typeof STATES)[number]) => ({
  state,
  registerUntil: at("2026-11-20T12:00"),
  wishUntil: at("2026-11-24T12:00"),
  startsAt: at("2026-12-01T09:00"),
  endsAt: at("2026-12-01T16:00"),
});

describe("an event", () => {
  it("is left by nobody's act once it is over or called off", () => {
    for (const state of STATES.filter(isOver))
      for (const act of ACTS)
        expect([stateAfter(state, act, "team"), stateAfter(state, act, "house")]).toEqual([null, null]);
  });

  it("is published by the team after it was closed, and ended by the clock alone", () => {
    expect(stateAfter("open", "publish", "team")).toBeNull();
    expect(stateAfter("closed", "publish", "team")).toBe("published");
    expect(stateAfter("closed", "publish", "house")).toBeNull();
    expect(stateAfter("published", "end", "team")).toBeNull();
    expect(stateAfter("published", "end", "house")).toBe("over");
  });

  it("closes and ends by itself when its time has come", () => {
    expect(due(event("open"), at("2026-11-24T11:59"))).toBeNull();
    expect(due(event("open"), at("2026-11-24T12:00"))).toBe("close");
    expect(due(event("closed"), at("2026-12-01T15:59"))).toBeNull();
    for (const state of ["open", "closed", "published"] as const)
      expect(due(event(state), at("2026-12-01T16:00"))).toBe("end");
    expect(due(event("draft"), at("2027-01-01T00:00"))).toBeNull();
  });

  it("says whose turn it is, and until when", () => {
    expect(turnOf(event("open"), at("2026-11-19T00:00"))).toMatchObject({
      phase: "registration",
      who: "participants",
    });
    expect(turnOf(event("open"), at("2026-11-21T00:00"))).toMatchObject({
      phase: "wishes",
      until: at("2026-11-24T12:00"),
    });
    expect(turnOf(event("closed"), at("2026-11-25T00:00"))).toMatchObject({
      who: "team",
      until: at("2026-12-01T09:00"),
    });
    // Until the clock strikes it is published still, and asks already what came of it.
    expect(turnOf(event("published"), at("2026-12-01T16:03"))).toMatchObject({
      phase: "results",
      until: at("2026-12-15T16:00"),
    });
    expect(turnOf(event("over"), at("2026-12-02T00:00"))).toMatchObject({
      phase: "results",
      until: at("2026-12-15T16:00"),
    });
    expect(turnOf(event("over"), at("2026-12-16T00:00"))).toMatchObject({ phase: "over", until: null });
  });

  it("takes members until the day named, and from the team until there is a plan", () => {
    expect(takesRegistrations(event("open"), at("2026-11-21T00:00"), false)).toBe(false);
    expect(takesRegistrations(event("open"), at("2026-11-21T00:00"), true)).toBe(true);
    expect(takesRegistrations(event("published"), at("2026-11-21T00:00"), true)).toBe(false);
    expect(takesWishes(event("open"), at("2026-11-21T00:00"))).toBe(true);
    expect(takesWishes(event("closed"), at("2026-11-21T00:00"))).toBe(false);
  });

  it("is not opened without slots, tables or time", () => {
    const now = at("2026-11-01T00:00");
    expect(opens(event("draft"), 0, 1, now)).toMatchObject({ problem: "no-slots" });
    expect(opens(event("draft"), 1, 0, now)).toMatchObject({ problem: "no-tables" });
    expect(opens(event("draft"), 1, 1, at("2026-11-20T12:00"))).toMatchObject({ problem: "too-late" });
    expect(opens(event("draft"), 1, 1, now).ok).toBe(true);
  });
});

describe("a talk", () => {
  it("was held when either side talked, and not when one waited alone", () => {
    expect(heldAfter("planned", [])).toBe("planned");
    expect(heldAfter("planned", ["other-absent"])).toBe("no-show");
    expect(heldAfter("planned", ["other-absent", "nothing"])).toBe("held");
    expect(heldAfter("cancelled", ["follow-up"])).toBe("cancelled");
  });

  it("leads to an introduction when both want to go on", () => {
    expect(bothGoOn(["follow-up"])).toBe(false);
    expect(bothGoOn(["follow-up", "nothing"])).toBe(false);
    expect(bothGoOn(["follow-up", "follow-up"])).toBe(true);
  });
});

describe("times", () => {
  it.each([
    ["2026-12-01", "09:30", "Europe/Berlin", "2026-12-01T08:30:00.000Z"],
    ["2026-07-01", "09:30", "Europe/Berlin", "2026-07-01T07:30:00.000Z"],
    ["2026-10-25", "02:30", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
    ["2026-03-29", "02:30", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
    ["2026-12-01", "00:15", "Asia/Kathmandu", "2026-11-30T18:30:00.000Z"],
  ])("%s %s in %s is %s", (day, time, zone, instant) => {
    expect(instantOf(day, time, zone).toISOString()).toBe(instant);
  });

  it("are read back as they were said", () => {
    const instant = instantOf("2026-12-01", "09:05", "Europe/London");
    expect([dayIn("Europe/London", instant), timeIn("Europe/London", instant)]).toEqual([
      "2026-12-01",
      "09:05",
    ]);
    expect([timeIn("Europe/Berlin", instant), sayZone(instant, "Europe/Berlin", "de")]).toEqual([
      "10:05",
      "MEZ",
    ]);
  });

  it("make slots that fit into the session", () => {
    const slots = slotsOf({ from: at("2026-12-01T09:00"), to: at("2026-12-01T10:10") }, 20, 5);
    expect(
      slots.map(({ from, to }) => [
        from.getUTCHours() * 60 + from.getUTCMinutes(),
        (to.getTime() - from.getTime()) / 60_000,
      ]),
    ).toEqual([
      [540, 20],
      [565, 20],
      [590, 20],
    ]);
    expect(slotsOf({ from: at("2026-12-01T09:00"), to: at("2026-12-01T09:10") }, 20, 0)).toEqual([]);
  });
});
