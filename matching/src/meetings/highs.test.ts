import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkMeetings } from "./check.ts";
import { type Model, modelOf } from "./model.ts";
import { firstComeMeetings, planMeetings } from "./plan.ts";
import { Seating } from "./seating.ts";
import { aBusyDay, anEvent } from "./testing.ts";

/** The highest score of all seatings with at least so many talks, found by trying them all. */
function bestOfAll(model: Model, least: number): number {
  const seating = new Seating(model, 1);
  let best = Number.NEGATIVE_INFINITY;
  const visit = (e: number): void => {
    if (e === model.pairs) {
      if (seating.talks >= least) best = Math.max(best, seating.score);
      return;
    }
    visit(e + 1);
    if (model.seatable[e] === 0 || !seating.isOpen(e)) return;
    for (let s = 0; s < seating.slots; s++) {
      if (!seating.isFree(e, s)) continue;
      seating.add(e, s);
      visit(e + 1);
      seating.remove(e);
    }
  };
  visit(0);
  return best;
}

const aSmallEvent = anEvent
  .map((event) => ({ ...event, slots: event.slots, wishes: event.wishes.slice(0, 8) }))
  .filter((event) => {
    const model = modelOf(event);
    return model.pairs <= 7 && model.slots.length <= 4;
  });

describe("HiGHS", () => {
  it.each(["best", "highs"] as const)(
    "finds the best of all plans of small events (solver %s)",
    async (solver) => {
      await fc.assert(
        fc.asyncProperty(aSmallEvent, async (event) => {
          const plan = await planMeetings(event, { solver, effort: 0.01 });
          const model = modelOf(event);
          const ofFixedTalks = plan.quality.score - scoreOf(model, plan.talks);
          const best = bestOfAll(model, plan.firstCome.talks - model.fixed.length);
          expect(plan.quality.score - ofFixedTalks).toBeCloseTo(best, 5);
          expect(plan.optimal).toBe(true);
          expect(plan.bound).toBeCloseTo(plan.quality.score, 5);
          expect(checkMeetings(event, plan.talks)).toEqual([]);
        }),
        { numRuns: 60 },
      );
    },
  );

  it("bounds what search finds in larger events, which is nearly all of it", async () => {
    const event = aBusyDay({ people: 60, slots: 12, tables: 20, wishes: 600 });
    const plan = await planMeetings(event);
    expect(plan.solver).toBe("search");
    expect(plan.bound).toBeGreaterThanOrEqual(plan.quality.score);
    expect(plan.quality.score / plan.bound!).toBeGreaterThan(0.99);
    expect(plan.talks.length).toBeGreaterThanOrEqual(firstComeMeetings(event).length);
  });

  it("ends in time with what is there", async () => {
    const event = aBusyDay({ people: 40, slots: 12, tables: 15, wishes: 400 });
    const plan = await planMeetings(event, { solver: "highs", timeLimitMs: 500, now: Date.now });
    expect(plan.stopped).toBe(true);
    expect(plan.talks.length).toBeGreaterThanOrEqual(plan.firstCome.talks);
    expect(checkMeetings(event, plan.talks)).toEqual([]);
  });
});

function scoreOf(
  model: Model,
  talks: readonly { participants: readonly string[]; slot: string; fixed: boolean }[],
) {
  const seating = new Seating(model, 1);
  for (const { participants, slot, fixed } of talks) {
    if (fixed) continue;
    const [x, y] = participants.map((id) => model.participantAt.get(id)!);
    const e = Array.from(model.a.keys()).find(
      (i) => model.a[i] === Math.min(x!, y!) && model.b[i] === Math.max(x!, y!),
    );
    seating.add(e!, model.slotAt.get(slot)!);
  }
  return seating.score;
}
