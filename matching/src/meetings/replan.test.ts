import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkMeetings } from "./check.ts";
import type { MeetingInput } from "./input.ts";
import { planMeetings } from "./plan.ts";
import { replanMeetings } from "./replan.ts";
import { aBusyDay, aDay, anEvent } from "./testing.ts";

const quick = { effort: 0.02 };

/** The same event, of which somebody is absent. */
const without = (event: MeetingInput, absent: string): MeetingInput => ({
  ...event,
  participants: event.participants.map((one) => (one.id === absent ? { ...one, slots: [] } : one)),
  fixed: (event.fixed ?? []).filter(({ participants }) => !participants.includes(absent)),
});

describe("planning anew", () => {
  it("breaks no rule, leaves out who dropped out, and has no fewer talks than keeping and booking the rest", async () => {
    await fc.assert(
      fc.asyncProperty(anEvent, async (event) => {
        const { talks } = await planMeetings(event, quick);
        const dropped = event.participants[0]!.id;
        const again = await replanMeetings(event, talks, { ...quick, dropped: [{ participant: dropped }] });
        expect(again.talks.some(({ participants }) => participants.includes(dropped))).toBe(false);
        expect(checkMeetings(without(event, dropped), again.talks)).toEqual([]);
        const left = talks.filter(({ participants }) => !participants.includes(dropped));
        expect(again.quality.talks).toBeGreaterThanOrEqual(left.length);
        expect(again.quality.talks).toBeGreaterThanOrEqual(again.firstCome.talks);
      }),
      { numRuns: 200 },
    );
  });

  it("accounts for every talk before and after", async () => {
    await fc.assert(
      fc.asyncProperty(anEvent, async (event) => {
        const { talks } = await planMeetings(event, quick);
        const dropped = [{ participant: "p1", slots: ["s0"] }];
        const { changes, talks: after } = await replanMeetings(event, talks, { ...quick, dropped });
        const { kept, moved, cancelled, added } = changes;
        expect(kept.length + moved.length + cancelled.length).toBe(talks.length);
        expect(kept.length + moved.length + added.length).toBe(after.length);
      }),
      { numRuns: 100 },
    );
  });

  it("changes nothing where nobody drops out of a full day", async () => {
    const event = aBusyDay({ people: 20, slots: 6, tables: 10, wishes: 200 });
    const { talks } = await planMeetings(event, { solver: "search" });
    const { changes } = await replanMeetings(event, talks);
    expect(changes.moved).toEqual([]);
    expect(changes.cancelled).toEqual([]);
  });

  it("moves few talks when one of forty drops out, and fills what they leave", async () => {
    const event = aBusyDay({ people: 40, slots: 12, tables: 15, wishes: 400 });
    const { talks } = await planMeetings(event, { solver: "search" });
    const gone = "p3";
    const lost = talks.filter(({ participants }) => participants.includes(gone)).length;
    const { changes } = await replanMeetings(event, talks, { dropped: [{ participant: gone }] });
    expect(lost).toBeGreaterThan(3);
    expect(changes.cancelled.every(({ participants }) => participants.includes(gone))).toBe(true);
    expect(changes.moved.length).toBeLessThanOrEqual(lost);
    expect(changes.added.length).toBeGreaterThan(0);
  });

  it("leaves the past alone", async () => {
    const event = aBusyDay({ people: 20, slots: 6, tables: 8, wishes: 150 });
    const { talks } = await planMeetings(event, { solver: "search" });
    const noon = aDay(6)[3]!.from;
    const past = (list: typeof talks) =>
      list
        .filter(({ slot }) => ["s0", "s1", "s2"].includes(slot))
        .map(({ participants, slot, table }) => ({ participants, slot, table }));
    const again = await replanMeetings(event, talks, { dropped: [{ participant: "p0" }], notBefore: noon });
    expect(past(again.talks)).toEqual(past(talks));
    expect(
      again.talks.filter(
        ({ slot, participants }) => participants.includes("p0") && !["s0", "s1", "s2"].includes(slot),
      ),
    ).toEqual([]);
  });

  it("keeps a talk that is fixed, even where a better one needs its slot", async () => {
    const event = aBusyDay({ people: 12, slots: 3, tables: 6, wishes: 60 });
    const first = { participants: ["p0", "p1"] as const, slot: "s0", table: "t5" };
    const { talks } = await planMeetings({ ...event, fixed: [first] }, { solver: "search" });
    const again = await replanMeetings(event, talks, { fixed: [first] });
    expect(again.talks).toContainEqual(expect.objectContaining({ ...first, fixed: true }));
  });
});
