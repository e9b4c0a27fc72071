import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import { seenBy } from "../../../access/visibility.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { isFigure, isFor, kindOf } from "./catalogue.ts";
import { mayBeNamed, type Named, namedUnasked } from "./readers.ts";
import { type Difference, differences } from "./rules.ts";
import * as store from "./store.ts";
import type { FiguresOf, Words } from "./words.ts";

const here = (ctx: Context) => ({ clusterId: ctx.cluster!.id });
export const follows = (ctx: Context): boolean => can(ctx.actor, "report.follow", here(ctx));
export const mayWrite = (ctx: Context): boolean => can(ctx.actor, "report.write", here(ctx));

export const isOut = ({ publishedAt, withdrawnAt }: store.VersionHead): boolean =>
  publishedAt !== null && withdrawnAt === null;

/** Of each report that is out the newest version, and for the team what is being written. */
export const listReports = (ctx: Context) =>
  ctx.read(async (db) => {
    const heads = await store.versionHeads(db, ctx.actor, ctx.cluster!.id);
    const newest = new Map<string, store.VersionHead>();
    for (const head of heads) if (isOut(head) && !newest.has(head.slug)) newest.set(head.slug, head);
    return {
      out: [...newest.values()],
      drafts: follows(ctx) ? await store.draftsOf(db, ctx.cluster!.id) : null,
    };
  });

/** Of the organisations that stories are about, those whose page the asker may open. */
async function knownTo(ctx: Context, db: Db, sections: readonly store.FrozenSection[]): Promise<Set<string>> {
  const slugs = sections.flatMap(({ stories }) =>
    stories.flatMap(({ organisation }) => organisation?.slug ?? []),
  );
  if (slugs.length === 0) return new Set();
  const rows = await db
    .selectFrom("organisation")
    .select("slug")
    .where("slug", "in", slugs)
    .where(seenBy(ctx.actor, { table: "organisation", owners: ["id"] }))
    .execute();
  return new Set(rows.map(({ slug }) => slug));
}

export const readVersion = (ctx: Context, slug: string, number?: number) =>
  ctx.read(async (db) => {
    const version = await store.versionSeen(db, ctx.actor, ctx.cluster!.id, slug, number);
    if (!version) return null;
    const heads = await store.versionHeads(db, ctx.actor, ctx.cluster!.id, slug);
    return {
      version,
      newest: Math.max(version.number, ...heads.filter(isOut).map((head) => head.number)),
      known: await knownTo(ctx, db, version.sections),
      follows: follows(ctx),
    };
  });

/** Something to look at before a report is frozen; about the section or story of that title. */
export type Check =
  | { kind: "empty" | "language" | "about"; title: Words }
  | { kind: "unknown" | "level"; title: Words; figures: Words[] }
  | { kind: "named"; names: string[] };

/** The newest version beside the records of now; `null` where the two cannot be compared. */
export interface Drift {
  number: number;
  differences: Difference[] | null;
}

export interface DraftView {
  draft: store.Draft;
  sections: store.Section[];
  stories: store.Story[];
  versions: store.VersionHead[];
  drift: Drift | null;
  checks: Check[];
  /** As it would be frozen now. */
  preview: store.FrozenSection[];
  known: ReadonlySet<string>;
}

export const readDraft = (ctx: Context, slug: string): Promise<DraftView | null> =>
  ctx.read(async (db) => {
    const clusterId = ctx.cluster!.id;
    const draft = await store.draftOf(db, clusterId, slug);
    if (!draft) return null;
    const sections = await store.sectionsOf(db, clusterId, draft.reportId);
    const stories = await store.storiesOf(db, clusterId, draft.reportId);
    const versions = await store.versionHeads(db, ctx.actor, clusterId, slug);
    const named = new Map(
      (await mayBeNamed(db, clusterId, draft.visibility)).map((one) => [one.id, one] as const),
    );
    const preview = previewOf(draft, sections, stories, named);
    return {
      ...{ draft, sections, stories, versions, preview },
      drift: await driftOf(ctx, db, draft, versions),
      checks: [
        ...checksOf(draft, sections, stories, named),
        ...(await namesIn(db, draft, sections, stories)),
      ],
      known: await knownTo(ctx, db, preview),
    };
  });

/** As readers would get it: what may not be told to them is not in it. */
export const previewOf = (
  { visibility }: Pick<store.Draft, "visibility">,
  sections: readonly store.Section[],
  stories: readonly store.Story[],
  named: ReadonlyMap<string, Named>,
): store.FrozenSection[] =>
  sections
    .filter((section) => !section.removed)
    .map(({ id, kind, title, text, figures }) => ({
      ...{ id, kind, title, text },
      figures: figures.filter((key) => isFigure(key) && isFor(key, visibility)),
      stories: stories
        .filter((story) => story.sectionId === id && !story.removed)
        .map((story) => {
          const whom = story.organisationId ? named.get(story.organisationId) : undefined;
          return {
            ...{ title: story.title, text: story.text },
            organisation: whom ? { slug: whom.slug, name: whom.name } : null,
          };
        }),
    }));

async function driftOf(
  ctx: Context,
  db: Db,
  draft: store.Draft,
  versions: readonly store.VersionHead[],
): Promise<Drift | null> {
  const newest = versions.find(({ state }) => state === "done");
  if (!newest || !draft.figures) return null;
  const same =
    newest.periodFrom === draft.periodFrom &&
    newest.periodTo === draft.periodTo &&
    newest.visibility === draft.visibility;
  if (!same) return { number: newest.number, differences: null };
  const version = await store.versionSeen(db, ctx.actor, draft.clusterId, draft.slug, newest.number);
  return {
    number: newest.number,
    differences: differences(version!.figures, only(draft.figures, version!.figures)),
  };
}

/** Of all live figures those that a version has. */
const only = (all: FiguresOf, wanted: FiguresOf): FiguresOf =>
  Object.fromEntries(Object.entries(all).filter(([key]) => Object.hasOwn(wanted, key)));

function checksOf(
  { visibility, figures: live }: store.Draft,
  sections: readonly store.Section[],
  stories: readonly store.Story[],
  named: ReadonlyMap<string, Named>,
): Check[] {
  const oneSided = ({ text }: { text: Words }) => (text.en === "") !== (text.de === "");
  return sections
    .filter((section) => !section.removed)
    .flatMap((section): Check[] => {
      const { title, figures } = section;
      const told = stories.filter((story) => story.sectionId === section.id && !story.removed);
      const known = figures.filter(isFigure);
      const names = (keys: readonly string[]) => keys.filter(isFigure).map((key) => kindOf(key).name);
      const shut = known.filter((key) => !isFor(key, visibility));
      const missing = live ? known.filter((key) => isFor(key, visibility) && !live[key]) : [];
      const empty = figures.length === 0 && told.length === 0 && section.text.en + section.text.de === "";
      return [
        ...(empty ? [{ kind: "empty" as const, title }] : []),
        ...[section, ...told]
          .filter(oneSided)
          .map((one) => ({ kind: "language" as const, title: one.title })),
        ...(shut.length > 0 ? [{ kind: "level" as const, title, figures: names(shut) }] : []),
        ...(missing.length > 0 ? [{ kind: "unknown" as const, title, figures: names(missing) }] : []),
        ...told
          .filter(({ organisationId }) => organisationId !== null && !named.has(organisationId))
          .map((story) => ({ kind: "about" as const, title: story.title })),
      ];
    });
}

async function namesIn(
  db: Db,
  { clusterId, visibility }: store.Draft,
  sections: readonly store.Section[],
  stories: readonly store.Story[],
): Promise<Check[]> {
  const texts = [...sections, ...stories]
    .filter((one) => !one.removed)
    .flatMap(({ title, text }) => [title.en, title.de, text.en, text.de]);
  const names = await namedUnasked(db, clusterId, visibility, texts);
  return names.length > 0 ? [{ kind: "named", names }] : [];
}

export const readSection = (ctx: Context, slug: string, id: string) =>
  ctx.read(async (db) => {
    const draft = await store.draftOf(db, ctx.cluster!.id, slug);
    if (!draft) return null;
    const sections = await store.sectionsOf(db, ctx.cluster!.id, draft.reportId);
    const section = sections.find((one) => one.id === id);
    if (!section) return null;
    const stories = (await store.storiesOf(db, ctx.cluster!.id, draft.reportId)).filter(
      ({ sectionId }) => sectionId === id,
    );
    return { draft, section, stories, named: await mayBeNamed(db, ctx.cluster!.id, draft.visibility) };
  });
export type SectionView = NonNullable<Awaited<ReturnType<typeof readSection>>>;

export const readStory = (ctx: Context, slug: string, id: string) =>
  ctx.read(async (db) => {
    const draft = await store.draftOf(db, ctx.cluster!.id, slug);
    if (!draft) return null;
    const story = (await store.storiesOf(db, ctx.cluster!.id, draft.reportId)).find((one) => one.id === id);
    if (!story) return null;
    const section = (await store.sectionsOf(db, ctx.cluster!.id, draft.reportId)).find(
      (one) => one.id === story.sectionId,
    )!;
    const named = await mayBeNamed(db, ctx.cluster!.id, draft.visibility);
    return { draft, story, section, named };
  });
export type StoryView = NonNullable<Awaited<ReturnType<typeof readStory>>>;

/** Versions the asker may read, and two of them beside each other. */
export const readVersions = (ctx: Context, slug: string, a?: number, b?: number) =>
  ctx.read(async (db) => {
    const clusterId = ctx.cluster!.id;
    const versions = await store.versionHeads(db, ctx.actor, clusterId, slug);
    const done = versions.filter(({ state }) => state === "done");
    if (versions.length === 0 && !(follows(ctx) && (await store.draftOf(db, clusterId, slug)))) return null;
    const [one, other] = [a ?? done[1]?.number, b ?? done[0]?.number];
    const both =
      one === undefined || other === undefined || one === other
        ? null
        : {
            a: await store.versionSeen(db, ctx.actor, clusterId, slug, one),
            b: await store.versionSeen(db, ctx.actor, clusterId, slug, other),
          };
    return {
      slug,
      versions,
      compared:
        both?.a && both.b
          ? { a: both.a.number, b: both.b.number, differences: differences(both.a.figures, both.b.figures) }
          : null,
    };
  });
export type VersionsView = NonNullable<Awaited<ReturnType<typeof readVersions>>>;

/** What is frozen or not: a version's page, PDF and annex are asked for by its subject. */
export const versionFor = (ctx: Context, slug: string, number?: number): Promise<store.Version | null> =>
  ctx.read((db) => store.versionSeen(db, ctx.actor, ctx.cluster!.id, slug, number));

export const documentFor = (ctx: Context, version: store.Version, locale: string) =>
  ctx.read((db) => store.documentOf(db, version, locale));
