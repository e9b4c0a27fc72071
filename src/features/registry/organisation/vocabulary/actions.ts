import { sql } from "kysely";
import type { Context } from "../../../../access/context.ts";
import { ok, type Result, refuse } from "../../../../kernel/result.ts";
import { type MergeProblem, merge, unmerge } from "./rules.ts";
import { skillOf } from "./skills.ts";
import * as store from "./store.ts";

/** The vocabulary of the cluster as the asker sees it. */
export const readWords = (ctx: Context) =>
  ctx.read((db) => store.usedWords(db, ctx.actor, ctx.cluster!.id, ctx.today()));

/** Who says a word, as far as the asker sees. */
export async function readWord(ctx: Context, code: string) {
  const clusterId = ctx.cluster!.id;
  return ctx.read(async (db) => {
    const words = await store.usedWords(db, ctx.actor, clusterId, ctx.today());
    const word = words.find((one) => one.code === code);
    if (!word) return null;
    return {
      word,
      words,
      organisations: await store.whoSays(db, ctx.actor, { clusterId, code, today: ctx.today() }),
    };
  });
}

/** From now on one of the cluster's own words is read as another one, which may be one of EuroSciVoc or ESCO. */
export async function mergeWords(
  ctx: Context,
  code: string,
  into: string,
): Promise<Result<true, MergeProblem>> {
  const clusterId = ctx.cluster!.id;
  const words = await readWords(ctx);
  const word = words.find((one) => one.code === code);
  if (!word) return refuse("unknown-word");
  const other =
    words.find((one) => one.code === into) ??
    skillOf(into) ??
    (await ctx.read((db) => store.competenceOf(db, into)));
  return ctx.write(async (unit) => {
    const earlier = await store.merges(unit.db, clusterId);
    const done = merge({ code, name: word.title }, other && { code: other.code, name: other.title }, earlier);
    if (!done.ok) return done;
    await store.saveMerges(unit, clusterId, done.value, { by: ctx.actor.personId, at: ctx.now() });
    // Pages drawn for strangers may say the word.
    await sql`select touch_commons()`.execute(unit.db);
    unit.audit({
      action: "vocabulary.merge",
      subjectKind: "term",
      subjectId: code,
      after: { merges: done.value },
    });
    return ok(true);
  });
}

export async function unmergeWord(ctx: Context, code: string): Promise<Result<true, "not-found">> {
  const clusterId = ctx.cluster!.id;
  return ctx.write(async (unit) => {
    const all = await store.merges(unit.db, clusterId);
    const gone = all.find((one) => one.code === code);
    if (!gone) return refuse("not-found");
    await store.dropMerge(unit, clusterId, code);
    await store.saveMerges(unit, clusterId, unmerge(gone, all), { by: ctx.actor.personId, at: ctx.now() });
    await sql`select touch_commons()`.execute(unit.db);
    unit.audit({ action: "vocabulary.unmerge", subjectKind: "term", subjectId: code, before: gone });
    return ok(true);
  });
}
