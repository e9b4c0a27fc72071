import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkMeetings } from "./check.ts";
import { firstComeMeetings, planMeetings } from "./plan.ts";
import { aBusyDay, aDay, anEvent } from "./testing.ts";

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

  it("never has fewer talks than first-come booking on days that are as full as they can be", async () => {
    const days = fc.record({
      people: fc.integer({ min: 4, max: 40 }),
      slots: fc.integer({ min: 2, max: 12 }),
      tables: fc.integer({ min: 1, max: 20 }),
      seed: fc.nat(1000),
      present: fc.constantFrom(0.4, 0.8, 1),
    });
    await fc.assert(
      fc.asyncProperty(days, async ({ people, ...size }) => {
        const event = aBusyDay({ people, ...size, wishes: Math.floor((people * (people - 1)) / 3) });
        const plan = await planMeetings(event, quick);
        expect(plan.talks.length).toBeGreaterThanOrEqual(firstComeMeetings(event).length);
        expect(checkMeetings(event, plan.talks)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("says how far it is, waits for whoever listens, and ends when told to with what is there", async () => {
    const event = aBusyDay({ people: 30, slots: 8, tables: 10, wishes: 300 });
    const heard: number[] = [];
    let isListening = false;
    const plan = await planMeetings(event, {
      ...quick,
      shouldStop: () => heard.length >= 10,
      onProgress: async ({ done }) => {
        expect(isListening).toBe(false);
        isListening = true;
        await new Promise((resolve) => setImmediate(resolve));
        isListening = false;
        heard.push(done);
      },
    });
    expect(heard).toHaveLength(10);
    expect(heard).toEqual([...heard].sort((x, y) => x - y));
    expect(plan.stopped).toBe(true);
    expect(plan.talks.length).toBeGreaterThanOrEqual(plan.firstCome.talks);
    expect(checkMeetings(event, plan.talks)).toEqual([]);
  });

  it("leaves fewer people waiting between talks than first-come booking, for the same or more talks", async () => {
    const { quality, firstCome } = await planMeetings(
      aBusyDay({ people: 60, slots: 12, tables: 20, wishes: 600 }),
      {
        solver: "search",
      },
    );
    expect(quality.talks).toBeGreaterThanOrEqual(firstCome.talks);
    expect(quality.value).toBeGreaterThan(firstCome.value);
    expect(quality.mutualMet).toBeGreaterThan(firstCome.mutualMet);
    expect(quality.gaps).toBeLessThan(firstCome.gaps / 2);
  });

  it("seats everybody at one table after another without needless moves", async () => {
    const { talks } = await planMeetings({
      slots: aDay(3),
      tables: [{ id: "1" }, { id: "2" }],
      participants: ["host", "guest", "a", "b", "c"].map((id) => ({ id })),
      wishes: [
        ...["a", "b", "c"].map((to) => ({ from: "host", to })),
        { from: "guest", to: "a" },
        { from: "guest", to: "b" },
      ],
    });
    const tables = new Set(
      talks.filter(({ participants }) => participants.includes("host")).map(({ table }) => table),
    );
    expect(talks).toHaveLength(5);
    expect(tables.size).toBe(1);
  });
});
