import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import { displayName } from "../../../ui/index.ts";
import { listProjects, ProjectFilter, projectAddressQuery } from "../../projects/feature.ts";
import { findOrganisations } from "../directory/actions.ts";
import { addressQuery, askedIn } from "../directory/address-query.ts";
import { PageQuery } from "../directory/schema.ts";
import { organisationsById } from "../directory/store.ts";
import { clusterSubject } from "../organisation/cluster-subject.ts";
import type { SearchKind } from "./store.ts";

/** More than this is a list, not a question; nobody can be told what is new in it. */
export const MOST_WATCHED = 5_000;

export interface Result {
  name: string;
  href: string;
}

export interface Results {
  total: number;
  /** None where there are more than can be watched. */
  ids: readonly string[];
  /** What these are called and where they are, in the order given. */
  name(ids: readonly string[]): Promise<Result[]>;
}

/** The filters of a list as its address has them, without where one stood in it. */
export function cleanQuery(kind: SearchKind, inCluster: boolean, query: string): string {
  const asked = askedIn(query);
  const kept =
    kind === "organisations"
      ? addressQuery(PageQuery.parse(asked), inCluster)
      : projectAddressQuery(ProjectFilter.parse(asked));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(kept))
    if (name !== "cursor") for (const one of [value].flat()) if (one) search.append(name, one);
  return search.toString();
}

export const listPath = (kind: SearchKind, clusterSlug: string | null) =>
  `${clusterSlug ? `/clusters/${clusterSlug}` : ""}/${kind}`;

/**
 * What a search finds for whoever asks it now: the same question the page asks, with the same eyes. `null` where they may not even
 * open the page. What only looks like the words is not found.
 */
export async function resultsOf(ctx: Context, kind: SearchKind, query: string): Promise<Results | null> {
  if (ctx.cluster) {
    const subject = await clusterSubject(ctx);
    if (!subject || !can(ctx.actor, "cluster.see", subject)) return null;
  }
  const asked = askedIn(query);
  return kind === "organisations" ? organisations(ctx, asked) : projects(ctx, asked);
}

async function organisations(ctx: Context, asked: Record<string, unknown>): Promise<Results> {
  const filter = PageQuery.parse(asked);
  const finding = (await findOrganisations(ctx, filter, { limit: 1, cursor: undefined }))!;
  const hits = finding.close ? [] : finding.hits;
  return {
    total: hits.length,
    ids: hits.length > MOST_WATCHED ? [] : hits.map((at) => finding.catalogue.ids[at]!),
    name: async (ids) => {
      const rows = await ctx.read((db) => organisationsById(db, ctx.actor, ids));
      return ids.flatMap((id) => {
        const row = rows.get(id);
        const path = listPath("organisations", ctx.cluster?.slug ?? null);
        return row ? [{ name: displayName(row.name), href: `${path}/${row.slug}` }] : [];
      });
    },
  };
}

async function projects(ctx: Context, asked: Record<string, unknown>): Promise<Results> {
  const filter = { ...ProjectFilter.parse(asked), cursor: undefined };
  const few = await listProjects(ctx, filter, 1);
  const none = few.fuzzy || few.total > MOST_WATCHED;
  const items = none ? [] : (await listProjects(ctx, filter, MOST_WATCHED)).items;
  return {
    total: few.fuzzy ? 0 : few.total,
    ids: items.map((item) => item.id),
    name: async (ids) =>
      ids.flatMap((id) => {
        const item = items.find((one) => one.id === id);
        const path = listPath("projects", ctx.cluster?.slug ?? null);
        return item ? [{ name: item.acronym ?? item.title, href: `${path}/${item.slug}` }] : [];
      }),
  };
}
