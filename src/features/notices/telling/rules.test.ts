import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Choices,
  type Digest,
  EVERYTHING,
  FREQUENCIES,
  type Frequency,
  frequencyOf,
  lastDue,
  waitsAfter,
} from "./rules.ts";

const frequency = fc.constantFrom<Frequency>(...FREQUENCIES);
const topic = fc.constantFrom("links", "seats");
const choices: fc.Arbitrary<Choices> = fc.dictionary(
  fc.constantFrom("links", "seats", EVERYTHING),
  frequency,
);
const digest = fc.constantFrom<Digest>("daily", "weekly", "monthly");
const moment = fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });

describe("how often one hears of a topic", () => {
  it.each([
    [{}, false, "daily"],
    [{}, true, "at-once"],
    [{ links: "weekly" }, true, "weekly"],
    [{ links: "never" }, true, "never"],
    [{ [EVERYTHING]: "monthly" }, true, "monthly"],
    [{ [EVERYTHING]: "never", links: "daily" }, false, "daily"],
    [{ seats: "never" }, false, "daily"],
  ] as [Choices, boolean, Frequency][])("is with the choices %j, urgent %s: %s", (chosen, urgent, often) => {
    expect(frequencyOf({ topic: "links", urgent }, chosen)).toBe(often);
  });

  it("is what was chosen for the topic, else for everything; urgency counts only where nothing was chosen", () => {
    fc.assert(
      fc.property(topic, choices, (about, chosen) => {
        const choice = chosen[about] ?? chosen[EVERYTHING];
        const both = [true, false].map((urgent) => frequencyOf({ topic: about, urgent }, chosen));
        expect(both).toEqual(choice ? [choice, choice] : ["at-once", "daily"]);
      }),
    );
  });

  it("moves what already waits into the digest chosen, or out of all", () => {
    expect(FREQUENCIES.map(waitsAfter)).toEqual(["daily", "daily", "weekly", "monthly", null]);
  });
});

describe("a digest", () => {
  it.each([
    ["daily", "2026-11-24T05:59:59Z", "2026-11-23T06:00:00Z"],
    ["daily", "2026-11-24T06:00:00Z", "2026-11-24T06:00:00Z"],
    // A Tuesday: the Monday before it.
    ["weekly", "2026-11-24T12:00:00Z", "2026-11-23T06:00:00Z"],
    ["weekly", "2026-11-23T05:00:00Z", "2026-11-16T06:00:00Z"],
    ["monthly", "2026-11-01T05:00:00Z", "2026-10-01T06:00:00Z"],
    ["monthly", "2026-03-31T07:00:00Z", "2026-03-01T06:00:00Z"],
  ] as const)("that comes %s was last due, seen from %s, at %s", (which, now, due) => {
    expect(lastDue(which, new Date(now))).toEqual(new Date(due));
  });

  it("was due at six on its day, not in the future, and not longer ago than its period", () => {
    const most = { daily: 1, weekly: 7, monthly: 31 };
    fc.assert(
      fc.property(digest, moment, (which, now) => {
        const due = lastDue(which, now);
        expect(due.toISOString().slice(11)).toBe("06:00:00.000Z");
        const age = (now.getTime() - due.getTime()) / 86_400_000;
        expect(age >= 0 && age < most[which]).toBe(true);
        if (which === "weekly") expect(due.getUTCDay()).toBe(1);
        if (which === "monthly") expect(due.getUTCDate()).toBe(1);
      }),
    );
  });

  it("never goes back as time goes on", () => {
    fc.assert(
      fc.property(digest, moment, fc.nat({ max: 90 * 86_400_000 }), (which, now, later) => {
        const then = new Date(now.getTime() + later);
        expect(lastDue(which, then) >= lastDue(which, now)).toBe(true);
      }),
    );
  });
});
