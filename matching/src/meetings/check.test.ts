import { describe, expect, it } from "vitest";
import { checkMeetings } from "./check.ts";
import type { MeetingInput } from "./input.ts";
import { openSlots } from "./open-slots.ts";
import { firstComeMeetings, planMeetings } from "./plan.ts";
import { meetingQuality } from "./quality.ts";
import { aDay } from "./testing.ts";

/** Ada and Abel of one organisation, Ben with a stand, Cem who leaves early and wants one talk, Dora behind a wall from Ada. */
const event: MeetingInput = {
  slots: aDay(4),
  tables: [{ id: "1" }, { id: "2", slots: ["s0", "s1"] }, { id: "stand" }],
  participants: [
    { id: "Ada", organisation: "Alster", role: "buyer" },
    { id: "Abel", organisation: "Alster", role: "buyer" },
    { id: "Ben", organisation: "Bille", role: "supplier", table: "stand" },
    { id: "Cem", organisation: "Curau", role: "supplier", slots: ["s0", "s1"], maxTalks: 1 },
    { id: "Dora", organisation: "Dove", role: "supplier" },
  ],
  wishes: [
    { from: "Ada", to: "Ben" },
    { from: "Ben", toOrganisation: "Alster", value: 0.5 },
    { from: "Ada", to: "Cem", value: 0.5 },
    { from: "Cem", to: "Abel" },
    { from: "Abel", to: "Dora" },
    { from: "Dora", to: "Ada" },
  ],
  rules: { walls: [{ kind: "participants", between: ["Ada", "Dora"] }], meet: [["buyer", "supplier"]] },
};

const talk = (one: string, other: string, slot: string, table: string) => ({
  participants: [one, other] as const,
  slot,
  table,
});

describe("checking a plan", () => {
  it.each([
    [
      "nothing",
      [talk("Ada", "Ben", "s0", "stand"), talk("Cem", "Abel", "s0", "1"), talk("Abel", "Dora", "s1", "2")],
      [],
    ],
    ["a name that is not there", [talk("Ada", "Eva", "s0", "1")], ["unknown"]],
    [
      "two talks at once",
      [talk("Ada", "Ben", "s0", "stand"), talk("Ada", "Cem", "s0", "1")],
      ["twice-at-once"],
    ],
    ["a talk after somebody left", [talk("Ada", "Cem", "s2", "1")], ["away"]],
    [
      "two talks at one table",
      [talk("Ada", "Cem", "s0", "1"), talk("Abel", "Dora", "s0", "1")],
      ["table-full"],
    ],
    ["a closed table", [talk("Abel", "Dora", "s3", "2")], ["table-full"]],
    ["a talk away from the stand", [talk("Ada", "Ben", "s0", "1")], ["own-table"]],
    ["somebody else's stand", [talk("Abel", "Dora", "s0", "stand")], ["own-table"]],
    ["a wall", [talk("Ada", "Dora", "s0", "1")], ["forbidden"]],
    ["colleagues", [talk("Ada", "Abel", "s0", "1")], ["forbidden", "not-wished"]],
    ["roles that do not meet", [talk("Cem", "Dora", "s0", "1")], ["forbidden", "not-wished"]],
    ["two who meet twice", [talk("Abel", "Dora", "s0", "1"), talk("Dora", "Abel", "s1", "1")], ["met-twice"]],
    [
      "two talks where one with any of them was wished",
      [talk("Ada", "Ben", "s0", "stand"), talk("Abel", "Ben", "s1", "stand")],
      ["met-twice"],
    ],
    ["more talks than wanted", [talk("Ada", "Cem", "s0", "1"), talk("Cem", "Abel", "s1", "1")], ["too-many"]],
  ] as const)("finds %s", (_, talks, codes) => {
    expect(checkMeetings(event, talks).map(({ code }) => code)).toEqual(codes);
  });

  it("finds talks that only one wishes where both have to, and organisations that talk twice where once is enough", () => {
    const strict = { ...event, rules: { onlyMutual: true } };
    expect(checkMeetings(strict, [talk("Abel", "Dora", "s0", "1")]).map(({ code }) => code)).toEqual([
      "not-mutual",
    ]);
    const once = {
      ...event,
      rules: { onceForOrganisations: true },
      wishes: [...event.wishes, { from: "Dora", to: "Abel" }],
    };
    const twice = [talk("Abel", "Dora", "s0", "1"), talk("Ada", "Dora", "s1", "1")];
    expect(checkMeetings(once, twice).map(({ code }) => code)).toEqual(["met-twice"]);
  });

  it("lets fixed talks break rules, and misses them when they are not there", () => {
    const agreed = talk("Ada", "Dora", "s3", "2");
    const fixed = { ...event, fixed: [agreed] };
    expect(checkMeetings(fixed, [agreed])).toEqual([]);
    expect(checkMeetings(fixed, []).map(({ code }) => code)).toEqual(["fixed-missing"]);
  });
});

describe("where two can still talk", () => {
  it("is where both have time and a table is open, at the stand of whoever has one", () => {
    expect(openSlots(event, "Ada", "Cem")).toEqual([
      { slot: "s0", tables: ["1", "2"] },
      { slot: "s1", tables: ["1", "2"] },
    ]);
    const taken = { ...event, fixed: [talk("Ben", "Abel", "s0", "stand")] };
    expect(openSlots(taken, "Ben", "Ada").map(({ slot, tables }) => [slot, ...tables])).toEqual([
      ["s1", "stand"],
      ["s2", "stand"],
      ["s3", "stand"],
    ]);
  });

  it("is nowhere behind a wall, for two who talk already, or beyond somebody's limit", () => {
    expect(openSlots(event, "Dora", "Ada")).toEqual([]);
    const fixed = { ...event, fixed: [talk("Ada", "Cem", "s0", "1")] };
    expect(openSlots(fixed, "Cem", "Ada")).toEqual([]);
    expect(openSlots(fixed, "Cem", "Abel")).toEqual([]);
  });

  it("is where a talk can be booked: fixed there, it makes a plan that breaks no rule", async () => {
    for (const { slot, tables } of openSlots(event, "Abel", "Ben")) {
      const fixed = { ...event, fixed: [talk("Abel", "Ben", slot, tables[0]!)] };
      const { talks } = await planMeetings(fixed, { solver: "search", effort: 0.01 });
      expect(checkMeetings(fixed, talks)).toEqual([]);
    }
  });
});

describe("the quality of a plan", () => {
  it("counts wishes, waiting and who has least", () => {
    const talks = [
      talk("Ada", "Ben", "s0", "stand"),
      talk("Abel", "Dora", "s1", "2"),
      talk("Cem", "Abel", "s0", "1"),
    ];
    const quality = meetingQuality(event, talks);
    expect(quality).toMatchObject({
      talks: 3,
      value: 3.5,
      mutual: 1,
      mutualMet: 1,
      wishes: 5,
      wishesMet: 4,
      leastTalks: 1,
      gaps: 0,
    });
    expect(quality.leastServed).toEqual(["Ada", "Ben", "Cem", "Dora"]);
    expect(quality.score).toBeCloseTo(3.5 + 5 * 6 + 1.5, 12);
    expect(quality.tableUse).toBeCloseTo(3 / 10, 12);
    // Four with one talk and one with two: mean difference 2 × 4 / 25 over twice the mean 6 / 5.
    expect(quality.gini).toBeCloseTo(8 / 25 / (2 * 1.2), 12);
  });

  it("counts as a gap what is free between two talks of one session, not what is away or between sessions", () => {
    const day = { ...event, slots: aDay(8), rules: {} };
    const gaps = (slots: string[], away: string[] = []) =>
      meetingQuality(
        {
          ...day,
          participants: day.participants.map((one) =>
            one.id === "Ada"
              ? { ...one, slots: day.slots.map(({ id }) => id).filter((id) => !away.includes(id)) }
              : one,
          ),
        },
        [talk("Ada", "Ben", slots[0]!, "stand"), talk("Ada", "Cem", slots[1]!, "1")],
      ).gaps;
    expect(gaps(["s0", "s3"])).toBe(2);
    expect(gaps(["s0", "s3"], ["s1"])).toBe(1);
    expect(gaps(["s0", "s1"])).toBe(0);
    expect(gaps(["s0", "s7"])).toBe(0);
  });
});

describe("first-come booking", () => {
  it("gives each wish in turn the first slot that is free for both", () => {
    const talks = firstComeMeetings(event).map(({ participants, slot, table }) => [
      ...participants,
      slot,
      table,
    ]);
    expect(talks).toEqual([
      ["Abel", "Dora", "s0", "1"],
      ["Ada", "Ben", "s0", "stand"],
      ["Ada", "Cem", "s1", "1"],
    ]);
  });
});

describe("an event that contradicts itself", () => {
  it.each([
    ["unknown", { wishes: [{ from: "Ada", to: "Eva" }] }],
    ["unknown", { wishes: [{ from: "Ada", toOrganisation: "Elbe" }] }],
    ["unknown", { fixed: [talk("Ada", "Ben", "s9", "1")] }],
    ["duplicate", { tables: [{ id: "1" }, { id: "1" }, { id: "stand" }] }],
    ["duplicate", { fixed: [talk("Ada", "Ben", "s0", "1"), talk("Ada", "Cem", "s0", "2")] }],
    ["number", { wishes: [{ from: "Ada", to: "Ben", value: 2 }] }],
    ["number", { participants: [{ id: "Ada", maxTalks: 0.5 }] }],
    [
      "option",
      {
        slots: [
          { id: "s0", from: 0, to: 10 },
          { id: "s1", from: 9, to: 20 },
        ],
      },
    ],
    ["option", { slots: [{ id: "s0", from: 10, to: 10 }] }],
    ["option", { participants: event.participants.map(({ role, ...rest }) => rest) }],
  ] as const)("is refused (%s)", async (code, change) => {
    const wrong = { ...event, tables: event.tables, ...change } as MeetingInput;
    await expect(planMeetings(wrong)).rejects.toMatchObject({ name: "MatchingError", code });
  });

  it("and options that mean nothing are refused too", async () => {
    await expect(planMeetings(event, { timeLimitMs: 5 })).rejects.toMatchObject({ code: "option" });
    await expect(planMeetings(event, { fairness: -1 })).rejects.toMatchObject({ code: "number" });
  });
});
