import { z } from "zod";
import type { Draft, FrozenSection, Section, Story, Version, VersionHead } from "./store.ts";
import { type Figure, LEVELS, SECTION_KINDS } from "./words.ts";
import { inOrder } from "./words-of.ts";

const Texts = z.object({ en: z.string(), de: z.string() });
const Instant = z.iso.datetime();

const FigureOut = z.object({
  key: z.string(),
  name: Texts,
  shape: z.enum(["number", "bars", "line", "list"]),
  unit: z.enum(["count", "percent", "euro", "points", "times", "stage"]),
  value: z.number().nullable(),
  said: Texts.nullable(),
  /** Fewer than three organisations stand behind it. */
  kept: z.boolean(),
  before: z.number().nullable(),
  from: z.string().nullable(),
  to: z.string(),
  formula: Texts,
  source: Texts,
  coverage: Texts,
  records: z.string().nullable(),
  more: z.number().int(),
  rows: z.array(z.object({ label: Texts, value: z.number().nullable(), on: z.string().nullable() })),
});

const SectionOut = z.object({
  id: z.string(),
  kind: z.enum(SECTION_KINDS),
  title: Texts,
  text: Texts,
  figures: z.array(z.string()),
});
const StoryOut = z.object({
  title: Texts,
  text: Texts,
  organisation: z.object({ slug: z.string(), name: z.string() }).nullable(),
});

const head = {
  slug: z.string(),
  number: z.number().int(),
  state: z.enum(["making", "done", "failed"]),
  visibility: z.enum(LEVELS),
  title: Texts,
  periodFrom: z.string(),
  periodTo: z.string(),
  frozenOn: z.string(),
  frozenAt: Instant.nullable(),
  publishedAt: Instant.nullable(),
  withdrawnAt: Instant.nullable(),
  checksum: z.string().nullable(),
};
export const VersionsOut = z.object({ items: z.array(z.object(head)) });
export const VersionOut = z.object({
  ...head,
  sections: z.array(SectionOut.extend({ stories: z.array(StoryOut) })),
  figures: z.array(FigureOut),
});
export const DraftOut = z.object({
  slug: z.string(),
  title: Texts,
  periodFrom: z.string(),
  periodTo: z.string(),
  visibility: z.enum(LEVELS),
  revision: z.number().int(),
  changedAt: Instant,
  figuresAt: Instant.nullable(),
  figures: z.array(FigureOut),
  sections: z.array(
    SectionOut.extend({
      revision: z.number().int(),
      removed: z.boolean(),
      stories: z.array(
        z.object({
          id: z.string(),
          title: Texts,
          text: Texts,
          organisationId: z.string().nullable(),
          revision: z.number().int(),
          removed: z.boolean(),
        }),
      ),
    }),
  ),
  /** Figures of the newest version that the records of now tell otherwise; null where the two cannot be compared. */
  changedSince: z.object({ number: z.number().int(), figures: z.array(z.string()).nullable() }).nullable(),
});
export const DraftsOut = z.object({
  items: z.array(
    DraftOut.pick({
      slug: true,
      title: true,
      periodFrom: true,
      periodTo: true,
      visibility: true,
      revision: true,
    }),
  ),
});
export const ComparedOut = z.object({
  a: z.number().int(),
  b: z.number().int(),
  differences: z.array(z.object({ key: z.string(), was: z.number().nullable(), is: z.number().nullable() })),
});
export const SlugOut = z.object({ slug: z.string() });
export const IdOut = z.object({ id: z.string() });
export const NumberOut = z.object({ number: z.number().int() });

const iso = (at: Date | null) => at?.toISOString() ?? null;

const figureOf = (figure: Figure) => {
  const { key, name, shape, unit, value, said, kept, before, from, to, formula, source, coverage } = figure;
  return {
    ...{ key, name, shape, unit, value, said, kept, before, from, to, formula, source, coverage },
    records: figure.page,
    more: figure.more,
    rows: figure.rows.map(({ label, value: of, on }) => ({ label, value: of, on: on ?? null })),
  };
};

export const headOf = (version: VersionHead) => ({
  ...{ slug: version.slug, number: version.number, state: version.state, visibility: version.visibility },
  ...{ title: version.title, periodFrom: version.periodFrom, periodTo: version.periodTo },
  ...{ frozenOn: version.frozenOn, frozenAt: iso(version.frozenAt), checksum: version.checksum },
  ...{ publishedAt: iso(version.publishedAt), withdrawnAt: iso(version.withdrawnAt) },
});

const sectionOf = ({ id, kind, title, text, figures }: FrozenSection | Section) => ({
  ...{ id, kind, title, text, figures },
});

export const versionOf = (version: Version) => ({
  ...headOf(version),
  sections: version.sections.map((section) => ({ ...sectionOf(section), stories: section.stories })),
  figures: inOrder(version.sections, version.figures).map(figureOf),
});

export const draftHeadOf = ({ slug, title, periodFrom, periodTo, visibility, revision }: Draft) => ({
  ...{ slug, title, periodFrom, periodTo, visibility, revision },
});

export const draftOf = (draft: Draft, sections: readonly Section[], stories: readonly Story[]) => ({
  ...draftHeadOf(draft),
  changedAt: draft.changedAt.toISOString(),
  figuresAt: iso(draft.figuresAt),
  figures: Object.values(draft.figures ?? {}).map(figureOf),
  sections: sections.map((section) => ({
    ...sectionOf(section),
    ...{ revision: section.revision, removed: section.removed },
    stories: stories
      .filter(({ sectionId }) => sectionId === section.id)
      .map(({ id, title, text, organisationId, revision, removed }) => ({
        ...{ id, title, text, organisationId, revision, removed },
      })),
  })),
});
