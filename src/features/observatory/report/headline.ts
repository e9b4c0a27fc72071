import type { FindHeadline } from "../headline.ts";
import { sayReport } from "./messages.ts";
import { versionHeads } from "./store.ts";
import { periodText } from "./words-of.ts";

/** The newest report that is out for the asker. */
export const findReportHeadline: FindHeadline = async (ctx) => {
  const { actor, cluster, locale } = ctx;
  if (!cluster) return null;
  const all = await ctx.read((db) => versionHeads(db, actor, cluster.id));
  const newest = all.find(({ publishedAt, withdrawnAt }) => publishedAt !== null && withdrawnAt === null);
  if (!newest) return null;
  return {
    figure: periodText(newest.periodFrom, newest.periodTo, locale),
    text: sayReport(locale)("headline", { version: newest.number }),
    at: newest.frozenAt,
  };
};
