import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { can } from "../access/can.ts";
import type { Context } from "../access/context.ts";
import { jobHouse } from "../app/jobs.ts";
import {
  checkNow,
  clusterVisible,
  confirmRun,
  mappingProblems,
  readRun,
  rowProblems,
  takeFile,
  unreadableSentence,
  writeRun,
} from "../features/imports/feature.ts";
import type { Locale } from "../kernel/locale.ts";
import { type Command, withHouse } from "./command.ts";
import { teamContext, valueAfter } from "./on-behalf.ts";

export const SHEET_USAGE =
  "kontor import sheet FILE --cluster SLUG --as EMAIL [--dry-run]\nFILE is a CSV or XLSX file of firms, people, relations and notes.";
const SHOWN = 50;

/** The same dry run and the same writing as on the page, by somebody who may run the cluster. */
export const importSheet: Command = async (args, config) => {
  const slug = valueAfter(args, "--cluster");
  const email = valueAfter(args, "--as");
  const taken = [slug, email];
  const path = args.find((arg) => !arg.startsWith("--") && !taken.includes(arg));
  if (!path || !slug || !email) {
    console.error(SHEET_USAGE);
    return 1;
  }
  const bytes = await readFile(path).catch(() => null);
  if (!bytes) {
    console.error(`${path} cannot be read.`);
    return 1;
  }
  return withHouse(config, async (house) => {
    const ctx = await teamContext(house, slug, email);
    const cluster = ctx && (await ctx.read((db) => clusterVisible(db, ctx)));
    if (!ctx || !cluster || !can(ctx.actor, "import.run", cluster)) {
      console.error(`${email} may not import into ${slug}.`);
      return 1;
    }
    const read = await takeFile(ctx, { name: basename(path), bytes });
    if (!read.ok) {
      console.error(unreadableSentence(read.why!, config.locale));
      return 1;
    }
    const run = (await readRun(ctx, read.value))!;
    const missing = mappingProblems(run.mapping);
    if (missing.length > 0) {
      for (const { sheet, targets } of missing)
        console.error(`${run.reading.sheets[sheet]?.name || run.fileName}: ${targets.join(" | ")}?`);
      return 1;
    }
    await checkNow(ctx, cluster, run);
    await tellProblems(ctx, run.id, config.locale);
    const checked = (await readRun(ctx, run.id))!;
    console.log(counted(checked.counts));
    if (args.includes("--dry-run")) return 0;
    const begun = await confirmRun(ctx, checked);
    if (!begun.ok) {
      console.error(begun.problem);
      return 1;
    }
    await writeRun(jobHouse(house, "command"), run.clusterId, run.id);
    const done = (await readRun(ctx, run.id))!;
    console.log(`${done.state}: ${counted(done.counts)}`);
    return done.state === "done" ? 0 : 1;
  });
};

async function tellProblems(ctx: Context, id: string, locale: Locale) {
  const problems = await rowProblems(ctx, id, SHOWN, locale);
  for (const line of problems.lines) console.error(line);
  if (problems.total > problems.lines.length) console.error(`… ${problems.total - problems.lines.length}`);
}

const counted = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .filter(([name]) => !name.includes("."))
    .map(([name, count]) => `${count} ${name}`)
    .join(", ");
