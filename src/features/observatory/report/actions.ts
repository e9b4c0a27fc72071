import { sql } from "kysely";
import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { COMPUTE, FREEZE } from "./jobs.ts";
import { previewOf } from "./read.ts";
import { mayBeNamed } from "./readers.ts";
import { slugOf } from "./rules.ts";
import type { DraftIn, FreezeIn, NewStoryIn, ReportIn, SectionIn, StoryIn } from "./schema.ts";
import * as store from "./store.ts";
import { BEGINNING, TEMPLATE } from "./template.ts";
import type { Level, SectionKind } from "./words.ts";

const here = (ctx: Context): string => {
  if (!ctx.cluster) throw new Error("A report belongs to a cluster.");
  return ctx.cluster.id;
};

type Gone = "not-found";
export type ChangeProblem = Gone | "changed-meanwhile";

/** Live figures follow every change that they depend on; several wishes are one. */
const computeLater = (unit: Unit, clusterId: string, reportId: string): Promise<void> =>
  unit.enqueue(COMPUTE, { clusterId, reportId }, { key: `${COMPUTE} ${clusterId} ${reportId}` });

export const beginReport = (
  ctx: Context,
  { title, periodFrom, periodTo, visibility }: ReportIn,
): Promise<string> =>
  ctx.write(async (unit) => {
    const clusterId = here(ctx);
    const { rows } = await sql<{
      slug: string;
    }>`select slug from report where cluster_id = ${clusterId}::uuid`.execute(unit.db);
    const taken = new Set(rows.map(({ slug }) => slug));
    const base = slugOf(periodFrom, periodTo);
    let slug = base;
    for (let n = 2; taken.has(slug); n += 1) slug = `${base}-${n}`;
    const id = uuidv7();
    await unit.db
      .insertInto("report")
      .values({ clusterId, id, slug, createdBy: ctx.actor.personId, createdAt: ctx.now() })
      .execute();
    await unit.db
      .insertInto("reportDraft")
      .values({
        ...{ clusterId, reportId: id, periodFrom, periodTo, visibility },
        title: JSON.stringify(title),
        changedBy: ctx.actor.personId,
        changedAt: ctx.now(),
      })
      .execute();
    await unit.db
      .insertInto("reportSection")
      .values(TEMPLATE.map((kind, position) => beginning(clusterId, id, kind, position)))
      .execute();
    unit.audit({
      action: "report.begin",
      subjectKind: "report",
      subjectId: id,
      after: { slug, periodFrom, periodTo, visibility },
    });
    await computeLater(unit, clusterId, id);
    return slug;
  });

const beginning = (clusterId: string, reportId: string, kind: SectionKind, position: number) => ({
  ...{ clusterId, reportId, id: uuidv7(), kind, position },
  title: JSON.stringify(BEGINNING[kind].title),
  text: JSON.stringify({ en: "", de: "" }),
  figures: [...BEGINNING[kind].figures] as string[],
});

/** Writes that the draft was changed, by whom and when; whoever had an older one before them is told so. */
async function touch(ctx: Context, unit: Unit, reportId: string): Promise<void> {
  await unit.db
    .updateTable("reportDraft")
    .set({ changedBy: ctx.actor.personId, changedAt: ctx.now() })
    .where("clusterId", "=", here(ctx))
    .where("reportId", "=", reportId)
    .execute();
}

const inDraft = <T, P extends string>(
  ctx: Context,
  slug: string,
  work: (unit: Unit, draft: store.Draft) => Promise<Result<T, P>>,
): Promise<Result<T, P | Gone>> =>
  ctx.write(async (unit) => {
    const draft = await store.draftOf(unit.db, here(ctx), slug);
    if (!draft) return refuse("not-found");
    return work(unit, draft);
  });

export const saveDraft = (
  ctx: Context,
  slug: string,
  values: DraftIn,
): Promise<Result<null, ChangeProblem>> =>
  inDraft(ctx, slug, async (unit, draft) => {
    const { title, periodFrom, periodTo, visibility, revision } = values;
    const { numUpdatedRows } = await unit.db
      .updateTable("reportDraft")
      .set({
        ...{ periodFrom, periodTo, visibility, title: JSON.stringify(title), revision: revision + 1 },
        changedBy: ctx.actor.personId,
        changedAt: ctx.now(),
      })
      .where("clusterId", "=", here(ctx))
      .where("reportId", "=", draft.reportId)
      .where("revision", "=", revision)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return refuse("changed-meanwhile");
    unit.audit({
      action: "report.change",
      subjectKind: "report",
      subjectId: draft.reportId,
      before: { periodFrom: draft.periodFrom, periodTo: draft.periodTo, visibility: draft.visibility },
      after: { periodFrom, periodTo, visibility },
    });
    await computeLater(unit, here(ctx), draft.reportId);
    return ok(null);
  });

export const askCompute = (ctx: Context, slug: string): Promise<Result<null, Gone>> =>
  inDraft(ctx, slug, async (unit, { reportId }) => {
    await computeLater(unit, here(ctx), reportId);
    return ok(null);
  });

const sectionsOf = (unit: Unit, clusterId: string) =>
  unit.db.updateTable("reportSection").where("clusterId", "=", clusterId);

export const addSection = (
  ctx: Context,
  slug: string,
  kind: SectionKind,
): Promise<Result<string, Gone | "full">> =>
  inDraft<string, Gone | "full">(ctx, slug, async (unit, { reportId }) => {
    const sections = await store.sectionsOf(unit.db, here(ctx), reportId);
    if (!mayGrow(sections)) return refuse("full");
    const row = beginning(here(ctx), reportId, kind, sections.length);
    await unit.db.insertInto("reportSection").values(row).execute();
    // Positions follow the order, whatever was removed before.
    await putInOrder(ctx, unit, [...sections.map(({ id }) => id), row.id]);
    await touch(ctx, unit, reportId);
    unit.audit({ action: "report.section", subjectKind: "report", subjectId: reportId, after: { kind } });
    return ok(row.id);
  });

async function putInOrder(ctx: Context, unit: Unit, ids: readonly string[]): Promise<void> {
  for (const [position, id] of ids.entries())
    await sectionsOf(unit, here(ctx)).set({ position }).where("id", "=", id).execute();
}

const MOST_SECTIONS = 40;
export const mayGrow = (sections: readonly unknown[]): boolean => sections.length < MOST_SECTIONS;

export const saveSection = (
  ctx: Context,
  slug: string,
  id: string,
  { title, text, figures, revision }: SectionIn,
): Promise<Result<null, ChangeProblem>> =>
  inDraft(ctx, slug, async (unit, { reportId }) => {
    const [known] = await ownSection(ctx, unit, reportId, id);
    if (!known) return refuse("not-found");
    const { numUpdatedRows } = await sectionsOf(unit, here(ctx))
      .set({
        ...{ title: JSON.stringify(title), text: JSON.stringify(text), revision: revision + 1 },
        figures: [...new Set(figures)] as string[],
      })
      .where("id", "=", id)
      .where("revision", "=", revision)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return refuse("changed-meanwhile");
    await touch(ctx, unit, reportId);
    unit.audit({
      action: "report.section",
      subjectKind: "report",
      subjectId: reportId,
      before: { title: known.title, text: known.text, figures: known.figures },
      after: { title, text, figures },
    });
    return ok(null);
  });

const ownSection = async (ctx: Context, unit: Unit, reportId: string, id: string) =>
  (await store.sectionsOf(unit.db, here(ctx), reportId)).filter((one) => one.id === id);

/** One place up or down among those that stand; those put away keep theirs. */
export const moveSection = (
  ctx: Context,
  slug: string,
  id: string,
  direction: "up" | "down",
): Promise<Result<null, Gone>> =>
  inDraft(ctx, slug, async (unit, { reportId }) => {
    const sections = await store.sectionsOf(unit.db, here(ctx), reportId);
    const standing = sections.filter((one) => !one.removed).map((one) => one.id);
    const at = standing.indexOf(id);
    if (at < 0) return refuse("not-found");
    const to = direction === "up" ? at - 1 : at + 1;
    if (to < 0 || to >= standing.length) return ok(null);
    [standing[at], standing[to]] = [standing[to]!, standing[at]!];
    let next = 0;
    await putInOrder(
      ctx,
      unit,
      sections.map((one) => (one.removed ? one.id : standing[next++]!)),
    );
    await touch(ctx, unit, reportId);
    unit.audit({
      action: "report.order",
      subjectKind: "report",
      subjectId: reportId,
      after: { section: id, direction },
    });
    return ok(null);
  });

/** Puts a section away, or back in its place. */
export const removeSection = (
  ctx: Context,
  slug: string,
  id: string,
  removed: boolean,
): Promise<Result<null, Gone>> =>
  inDraft(ctx, slug, async (unit, { reportId }) => {
    const [known] = await ownSection(ctx, unit, reportId, id);
    if (!known) return refuse("not-found");
    await sectionsOf(unit, here(ctx))
      .set({ removedAt: removed ? ctx.now() : null })
      .where("id", "=", id)
      .execute();
    await touch(ctx, unit, reportId);
    unit.audit({
      action: removed ? "report.remove-section" : "report.restore-section",
      subjectKind: "report",
      subjectId: reportId,
      before: { section: id, title: known.title },
    });
    return ok(null);
  });

type StoryProblem = "may-not-be-named";

/** The organisation a story is about must be one that all readers may know to belong here. */
async function about(
  ctx: Context,
  unit: Unit,
  level: Level,
  organisation: string | null,
): Promise<Result<string | null, StoryProblem>> {
  if (organisation === null) return ok(null);
  const found = (await mayBeNamed(unit.db, here(ctx), level)).find(({ slug }) => slug === organisation);
  return found ? ok(found.id) : refuse("may-not-be-named");
}

export const addStory = (
  ctx: Context,
  slug: string,
  sectionId: string,
  { title, text, organisation }: NewStoryIn,
): Promise<Result<string, Gone | StoryProblem>> =>
  inDraft<string, Gone | StoryProblem>(ctx, slug, async (unit, { reportId, visibility }) => {
    const [section] = await ownSection(ctx, unit, reportId, sectionId);
    if (!section) return refuse("not-found");
    const whom = await about(ctx, unit, visibility, organisation);
    if (!whom.ok) return whom;
    const stories = await store.storiesOf(unit.db, here(ctx), reportId);
    const id = uuidv7();
    await unit.db
      .insertInto("reportStory")
      .values({
        ...{ clusterId: here(ctx), reportId, sectionId, id, position: stories.length },
        ...{ title: JSON.stringify(title), text: JSON.stringify(text), organisationId: whom.value },
      })
      .execute();
    await touch(ctx, unit, reportId);
    unit.audit({
      action: "report.story",
      subjectKind: "report",
      subjectId: reportId,
      after: { title, text, organisation },
    });
    return ok(id);
  });

export const saveStory = (
  ctx: Context,
  slug: string,
  id: string,
  { title, text, organisation, revision }: StoryIn,
): Promise<Result<null, ChangeProblem | StoryProblem>> =>
  inDraft<null, ChangeProblem | StoryProblem>(ctx, slug, async (unit, { reportId, visibility }) => {
    const known = (await store.storiesOf(unit.db, here(ctx), reportId)).find((one) => one.id === id);
    if (!known) return refuse("not-found");
    const whom = await about(ctx, unit, visibility, organisation);
    if (!whom.ok) return whom;
    const { numUpdatedRows } = await unit.db
      .updateTable("reportStory")
      .set({
        ...{ title: JSON.stringify(title), text: JSON.stringify(text), revision: revision + 1 },
        organisationId: whom.value,
      })
      .where("clusterId", "=", here(ctx))
      .where("id", "=", id)
      .where("revision", "=", revision)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return refuse("changed-meanwhile");
    await touch(ctx, unit, reportId);
    unit.audit({
      action: "report.story",
      subjectKind: "report",
      subjectId: reportId,
      before: { title: known.title, text: known.text },
      after: { title, text, organisation },
    });
    return ok(null);
  });

export const removeStory = (
  ctx: Context,
  slug: string,
  id: string,
  removed: boolean,
): Promise<Result<null, Gone>> =>
  inDraft(ctx, slug, async (unit, { reportId }) => {
    const known = (await store.storiesOf(unit.db, here(ctx), reportId)).find((one) => one.id === id);
    if (!known) return refuse("not-found");
    await unit.db
      .updateTable("reportStory")
      .set({ removedAt: removed ? ctx.now() : null })
      .where("clusterId", "=", here(ctx))
      .where("id", "=", id)
      .execute();
    await touch(ctx, unit, reportId);
    unit.audit({
      action: removed ? "report.remove-story" : "report.restore-story",
      subjectKind: "report",
      subjectId: reportId,
      before: { story: id, title: known.title },
    });
    return ok(null);
  });

export type FreezeProblem =
  | Gone
  | "in-the-future"
  | "before-the-period"
  | "being-made"
  | "no-sections"
  | "for-managers";

/** Takes the texts as they stand and asks for their figures, of what happened up to a day. What was put away is gone with it. */
export const freezeReport = (
  ctx: Context,
  slug: string,
  { on, publish }: FreezeIn,
): Promise<Result<number, FreezeProblem>> =>
  inDraft(ctx, slug, async (unit, draft) => {
    const { reportId, title, periodFrom, periodTo, visibility } = draft;
    const clusterId = here(ctx);
    if (publish && !can(ctx.actor, "report.publish", { clusterId })) return refuse("for-managers");
    if (on > ctx.today()) return refuse("in-the-future");
    if (on < periodFrom) return refuse("before-the-period");
    const earlier = await store.versionHeads(unit.db, ctx.actor, clusterId, slug);
    if (earlier.some(({ state }) => state === "making")) return refuse("being-made");
    const sections = await frozenSections(ctx, unit, draft);
    if (sections.length === 0) return refuse("no-sections");
    const number = Math.max(0, ...earlier.map((one) => one.number)) + 1;
    await unit.db
      .insertInto("reportVersion")
      .values({
        ...{ clusterId, reportId, number, visibility, periodFrom, periodTo, frozenOn: on },
        title: JSON.stringify(title),
        sections: JSON.stringify(sections),
        frozenBy: ctx.actor.personId,
        askedAt: ctx.now(),
      })
      .execute();
    for (const table of ["reportStory", "reportSection"] as const)
      await unit.db
        .deleteFrom(table)
        .where("clusterId", "=", clusterId)
        .where("reportId", "=", reportId)
        .where("removedAt", "is not", null)
        .execute();
    unit.audit({
      action: "report.freeze",
      subjectKind: "report",
      subjectId: reportId,
      after: { slug, number, on, visibility, publish },
    });
    await unit.enqueue(FREEZE, {
      ...{ clusterId, reportId, number },
      publishedBy: publish ? ctx.actor.personId : null,
    });
    return ok(number);
  });

async function frozenSections(ctx: Context, unit: Unit, draft: store.Draft): Promise<store.FrozenSection[]> {
  const { reportId, visibility } = draft;
  const named = await mayBeNamed(unit.db, here(ctx), visibility);
  return previewOf(
    draft,
    await store.sectionsOf(unit.db, here(ctx), reportId),
    await store.storiesOf(unit.db, here(ctx), reportId),
    new Map(named.map((one) => [one.id, one])),
  );
}

const versionRow = (ctx: Context, unit: Unit, reportId: string, number: number) =>
  unit.db
    .updateTable("reportVersion")
    .where("clusterId", "=", here(ctx))
    .where("reportId", "=", reportId)
    .where("number", "=", number)
    .where("state", "=", "done");

/** From now on all whom it is for read it at its address; earlier ones that are out stay where they are. */
export const publishVersion = (ctx: Context, slug: string, number: number): Promise<Result<null, Gone>> =>
  inDraft(ctx, slug, async (unit, { reportId }) => {
    const { numUpdatedRows } = await versionRow(ctx, unit, reportId, number)
      .set({
        ...{ publishedAt: ctx.now(), publishedBy: ctx.actor.personId },
        ...{ withdrawnAt: null, withdrawnBy: null },
      })
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return refuse("not-found");
    unit.audit({
      action: "report.publish",
      subjectKind: "report",
      subjectId: reportId,
      after: { slug, number },
    });
    return ok(null);
  });

export const withdrawVersion = (ctx: Context, slug: string, number: number): Promise<Result<null, Gone>> =>
  inDraft(ctx, slug, async (unit, { reportId }) => {
    const { numUpdatedRows } = await versionRow(ctx, unit, reportId, number)
      .set({ withdrawnAt: ctx.now(), withdrawnBy: ctx.actor.personId })
      .where("publishedAt", "is not", null)
      .where("withdrawnAt", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return refuse("not-found");
    unit.audit({
      action: "report.withdraw",
      subjectKind: "report",
      subjectId: reportId,
      before: { slug, number },
    });
    return ok(null);
  });
