import { join } from "node:path";
import { parseArgs } from "node:util";

/**
 * `npm run bench -- --only matching`: the library on real documents and on large made-up cases, each beside a plain way of doing the same in
 * the same run. Here directly: `node matching/bench/main.ts [--part text|ranking|teams|meetings] [--data DIR]`; DIR is a folder of shared data
 * with `matching-dev`, `../shared/data` beside the checkout unless told.
 */
const { values } = parseArgs({
  options: {
    part: { type: "string" },
    data: { type: "string", default: join(import.meta.dirname, "../../../shared/data") },
  },
});

const parts: Record<string, () => Promise<unknown>> = {
  text: async () => (await import("./text.ts")).benchText(values.data),
  ranking: async () => (await import("./ranking.ts")).benchRanking(values.data),
  teams: async () => (await import("./teams.ts")).benchTeams(),
  meetings: async () => (await import("./meetings.ts")).benchMeetings(),
};
if (values.part !== undefined && !parts[values.part])
  throw new Error(`There is no part "${values.part}"; there are ${Object.keys(parts).join(", ")}.`);
for (const [name, run] of Object.entries(parts)) if ((values.part ?? name) === name) await run();
