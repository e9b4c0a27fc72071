import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkMeetings } from "./check.ts";
import { firstComeMeetings, planMeetings } from "./plan.ts";
import { aDay, anEvent } from "./testing.ts";

const quick = { solver: "search", effort: 0.02 } as const;

describe("a plan of meetings", () => {
  it("never has fewer talks, nor a lower score, than first-come booking", async () => {
    await fc.assert(
      fc.asyncProperty(anEvent, fc.nat(5), async (event, seed) => {
        const plan = await planMeetings(event, { ...quick, seed });
        expect(plan.quality.talks).toBeGreaterThanOrEqual(firstComeMeetings(event).length);
        expect(plan.quality.talks).toBeGreaterThanOrEqual(plan.firstCome.talks);
        expect(plan.quality.score).toBeGreaterThanOrEqual(plan.firstCome.score - 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it("breaks no rule, and neither does first-come booking", async () => {
    await fc.assert(
      fc.asyncProperty(anEvent, async (event) => {
        const plan = await planMeetings(event, quick);
        expect(checkMeetings(event, plan.talks)).toEqual([]);
        expect(checkMeetings(event, firstComeMeetings(event))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("is the same for the same seed", async () => {
    await fc.assert(
      fc.asyncProperty(anEvent, fc.nat(5), async (event, seed) => {
        const options = { ...quick, seed };
        expect(await planMeetings(event, options)).toEqual(await planMeetings(event, options));
      }),
      { numRuns: 50 },
    );
  });

  it("seats somebody without talks before it gives another to somebody with many", async () => {
    const names = ["host", "a", "b", "c", "late"];
    const plan = await planMeetings({
      slots: aDay(3),
      tables: [{ id: "t" }],
      participants: names.map((id) => ({ id })),
      wishes: [
        ...["a", "b", "c"].flatMap((id) => [
          { from: "host", to: id },
          { from: id, to: "host" },
        ]),
        { from: "a", to: "b" },
        { from: "b", to: "a" },
        { from: "late", to: "c", value: 0.1 },
      ],
    });
    expect(plan.talks.some(({ participants }) => participants.includes("late"))).toBe(true);
    expect(plan.quality.leastTalks).toBe(1);
  });
});
