import type { MeetingPlan, MeetingQuality } from "../src/meetings/index.ts";
import { firstComeMeetings, planMeetings, replanMeetings } from "../src/meetings/index.ts";
import { aBusyDay } from "../src/meetings/testing.ts";

const LARGE = { people: 300, slots: 30, wishes: 6000 };

/** Plans of 300 people beside first-come booking and the bound of HiGHS; small ones beside what HiGHS proves to be the best. */
export async function benchMeetings(): Promise<void> {
  console.log("\nMeetings: 300 participants, 30 slots, 6,000 wishes");
  for (const tables of [60, 100, 150]) {
    for (const present of [0.85, 1]) await benchLarge(tables, present);
  }
  console.log("\nMeetings: local search beside HiGHS alone");
  for (const [people, slots, tables, wishes] of [
    [12, 5, 4, 40],
    [20, 6, 6, 80],
    [30, 8, 10, 150],
    [40, 10, 12, 250],
  ] as const) {
    await benchSmall({ people, slots, tables, wishes, present: 0.85 });
  }
}

async function benchLarge(tables: number, present: number) {
  const event = aBusyDay({ ...LARGE, tables, present });
  const booked = timed(() => firstComeMeetings(event));
  const planned = await timedAsync(() => planMeetings(event, { solver: "search" }));
  const { bound } = await planMeetings(event, { effort: 0.01 });
  console.log(`${tables} tables, everybody there ${100 * present} % of the time`);
  say("first come", booked.milliseconds, planned.result.firstCome);
  say("plan", planned.milliseconds, planned.result.quality);
  console.log(
    `    score ${percent(planned.result.quality.score / bound!)} of the bound, first come ${percent(planned.result.firstCome.score / bound!)}`,
  );
  const gone = [{ participant: "p7" }, { participant: "p8" }];
  const again = await timedAsync(() => replanMeetings(event, planned.result.talks, { dropped: gone }));
  const { kept, moved, cancelled, added } = again.result.changes;
  console.log(
    `    two drop out: ${kept.length} talks kept, ${moved.length} moved, ${cancelled.length} cancelled, ${added.length} added, ${Math.round(again.milliseconds)} ms`,
  );
}

async function benchSmall(size: Parameters<typeof aBusyDay>[0]) {
  const event = aBusyDay(size);
  const search = await timedAsync(() => planMeetings(event, { solver: "search" }));
  const highs = await timedAsync(() =>
    planMeetings(event, { solver: "highs", timeLimitMs: 60_000, now: () => performance.now() }),
  );
  const { people, slots, tables, wishes } = size;
  console.log(`${people} people, ${slots} slots, ${tables} tables, ${wishes} wishes`);
  for (const [name, { result, milliseconds }] of Object.entries({ search, highs })) {
    const { score, talks } = result.quality;
    console.log(
      `    ${name.padEnd(8)} ${Math.round(milliseconds)} ms, ${talks} talks (first come ${result.firstCome.talks}), score ${score.toFixed(3)}${proven(highs.result, score)}`,
    );
  }
}

const proven = ({ optimal, bound }: MeetingPlan, score: number) =>
  ` = ${percent(score / bound!)} of ${optimal ? "the best possible" : "the bound"}`;

function say(name: string, milliseconds: number, quality: MeetingQuality) {
  const { talks, value, wishes, wishesMet, mutual, mutualMet, leastTalks, gini, gaps } = quality;
  console.log(
    `    ${name.padEnd(10)} ${Math.round(milliseconds)} ms, ${talks} talks, value ${value.toFixed(0)}, wishes met ${percent(wishesMet / wishes)}, mutual ${percent(mutualMet / mutual)}, least served ${leastTalks}, Gini ${gini.toFixed(3)}, gaps ${gaps}`,
  );
}

const percent = (share: number) => `${(100 * share).toFixed(2)} %`;

/** Of this process: others may use the machine too. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function timed<T>(work: () => T): { result: T; milliseconds: number } {
  const started = processorTime();
  const result = work();
  return { result, milliseconds: processorTime() - started };
}

async function timedAsync<T>(work: () => Promise<T>): Promise<{ result: T; milliseconds: number }> {
  const started = processorTime();
  const result = await work();
  return { result, milliseconds: processorTime() - started };
}
