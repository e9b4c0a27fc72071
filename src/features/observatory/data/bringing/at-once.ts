import { can } from "../../../../access/can.ts";
import type { Context } from "../../../../access/context.ts";
import type { JobHouse } from "../../../../access/feature.ts";
import type { Locale } from "../../../../kernel/locale.ts";
import {
  checkData,
  discardData,
  type Given,
  problemsIn,
  readBringing,
  takeData,
  writeData,
} from "./actions.ts";
import { bringingJobs } from "./jobs.ts";
import { MappedInPart, mappedAs } from "./mapped.ts";
import { problemSentence, sayBringing } from "./messages.ts";
import type { Bringing } from "./store.ts";

export interface Brought {
  /** The slug of the dataset that has a new version; `null` where nothing was written. */
  dataset: string | null;
  /** What was found, or written, in a sentence. */
  said: string;
  /** What is wrong, by row where it is a row. */
  problems: string[];
}

/**
 * The same acts as on the page, one after the other and without waiting for the worker: takes a file in, has its columns meant as `mapped`
 * says, checks every row, and writes the version unless it is a dry run, of which nothing stays.
 */
export async function bringDataset(
  ctx: Context,
  house: JobHouse,
  given: Omit<Given, "about">,
  { mapped, dryRun, locale }: { mapped?: unknown; dryRun: boolean; locale: Locale },
): Promise<Brought> {
  if (!ctx.cluster || !can(ctx.actor, "dataset.keep", { clusterId: ctx.cluster.id }))
    return refused("person-gone", locale);
  const meant = MappedInPart.safeParse(mapped ?? {});
  if (!meant.success)
    return {
      ...{ dataset: null, said: "" },
      problems: meant.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`),
    };
  const taken = await takeData(ctx, house.outside, given);
  if (!taken.ok) return refused(taken.problem, locale);
  const read = await ran(ctx, house, "look", taken.value);
  const answer = await checkedAndWritten(ctx, house, read, { meant: meant.data, dryRun, locale });
  if (answer.dataset === null) await discardData(ctx, read);
  return answer;
}

async function checkedAndWritten(
  ctx: Context,
  house: JobHouse,
  read: Bringing,
  { meant, dryRun, locale }: { meant: Parameters<typeof mappedAs>[2]; dryRun: boolean; locale: Locale },
): Promise<Brought> {
  if (!read.shape || !read.mapping) return refused(read.problem ?? "failed", locale);
  if (meant.columns && meant.columns.length !== read.shape.head.length)
    return refused(`columns:${read.shape.head.length}`, locale);
  const { mapping, about } = mappedAs(read, read.mapping, meant);
  const checking = await checkData(ctx, read, mapping, about);
  if (!checking.ok) return refused(checking.problem, locale);
  const checked = await ran(ctx, house, "check", read.id);
  if (checked.state !== "checked") return refused(checked.problem ?? "failed", locale);
  const found = { said: foundIn(checked, locale), problems: problemLines(checked, locale) };
  if (dryRun) return { dataset: null, ...found };
  const writing = await writeData(ctx, checked);
  if (!writing.ok) return { dataset: null, ...found };
  const done = await ran(ctx, house, "write", read.id);
  return done.state === "done"
    ? { dataset: done.datasetSlug, ...found }
    : refused(done.problem ?? "failed", locale);
}

const refused = (problem: string, locale: Locale): Brought => ({
  ...{ dataset: null, said: "" },
  problems: [problemSentence(problem, locale)],
});

/** A worker that was quicker has done the same. */
async function ran(
  ctx: Context,
  house: JobHouse,
  job: "look" | "check" | "write",
  id: string,
): Promise<Bringing> {
  await bringingJobs[`observatory.data.${job}`]!({ clusterId: ctx.cluster!.id, importId: id }, house);
  return (await readBringing(ctx, id))!;
}

function foundIn({ findings }: Bringing, locale: Locale): string {
  const t = sayBringing(locale);
  const { rows, cells } = findings!;
  const [values, missing, secret, estimated] = cells;
  return [
    `${rows} ${t("figure.rows")}`,
    `${values} ${t("figure.values")}`,
    `${estimated} ${t("figure.estimated")}`,
    `${secret} ${t("figure.secret")}`,
    `${missing} ${t("figure.missing")}`,
  ].join(", ");
}

function problemLines(bringing: Bringing, locale: Locale): string[] {
  const t = sayBringing(locale);
  const lines = bringing.findings!.first.map(
    ({ row, column, reason, said }) =>
      `${t("col.row")} ${row}, ${column}: ${t(`reason.${reason}`)}${said === "" ? "" : ` (${said})`}`,
  );
  const more = problemsIn(bringing) - lines.length;
  return more > 0 ? [...lines, `… ${more}`] : lines;
}
