import type { Context } from "../../../../access/context.ts";
import { type AllTopics, NEEDS_FORECAST } from "./compute.ts";
import type { NextNeeds, Precision } from "./next.ts";
import type { NeedsForecast } from "./rules.ts";
import { needTitles, nextRows, projectTitles, readPart } from "./store.ts";

export interface MemberNext extends NextNeeds {
  organisationId: string;
  slug: string;
  name: string;
}

export interface NeedsSeen {
  /** `null` until the first one is computed. */
  needs: (NeedsForecast & { precision: Precision | null }) | null;
  topics: AllTopics | null;
  /** The asker's own; the team's are all of them. */
  next: MemberNext[];
  /** Titles of what stands behind the themes, by id or name in addresses. */
  titles: Map<string, string>;
  computedAt: Date | null;
}

export async function seeNeeds(ctx: Context): Promise<NeedsSeen> {
  const clusterId = ctx.cluster!.id;
  const kept = await ctx.read(async (db) => {
    const needs = await readPart(db, clusterId, "needs", clusterId);
    const topics = (await readPart(db, clusterId, "topics", clusterId))?.value as AllTopics | undefined;
    const rows = await nextRows(db, clusterId);
    const ofNeeds = topics?.needs.rising.flatMap(({ examples }) => examples) ?? [];
    const ofProjects = topics
      ? [...topics.projects.rising, ...topics.calls.rising].flatMap(({ examples }) => examples)
      : [];
    const titles = [
      ...(await needTitles(db, clusterId, ofNeeds)).map(({ id, title }) => [id, title] as const),
      ...(await projectTitles(db, ofProjects)).map(({ slug, title }) => [slug, title] as const),
    ];
    return { needs, topics, rows, titles };
  });
  const value = kept.needs?.value as (NeedsForecast & { precision: Precision | null }) | undefined;
  if (!kept.needs) await firstTime(ctx, clusterId);
  return {
    needs: value ?? null,
    topics: kept.topics ?? null,
    next: kept.rows.map(({ value: next, slug, name, organisationId }) => ({
      ...(next as unknown as NextNeeds),
      organisationId: organisationId!,
      slug,
      name,
    })),
    titles: new Map(kept.titles),
    computedAt: kept.needs?.computedAt ?? null,
  };
}

/** A cluster that never had a need was never told of one. */
const firstTime = (ctx: Context, clusterId: string): Promise<void> =>
  ctx.system("a forecast of needs that was never made", (unit) =>
    unit.enqueue(NEEDS_FORECAST, { clusterId }, { key: `${NEEDS_FORECAST}:${clusterId}` }),
  );
