import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import { forStrangers } from "../../../access/for-strangers.ts";
import { api, type Frame, get, json, page, problem, type Reply, type Route } from "../../../access/route.ts";
import { displayName } from "../../../ui/index.ts";
import { logoHref } from "../organisation/logo/address.ts";
import { type Finding, findOrganisations, type Listed, toldHere } from "./actions.ts";
import { addressQuery } from "./address-query.ts";
import { readAct } from "./bulk/actions.ts";
import { bulkApi, bulkPages } from "./bulk/routes.tsx";
import { MOST_ROWS, organisationFile } from "./export-rows.ts";
import { titleOfCode } from "./facets.ts";
import { sayOfDirectory } from "./messages.ts";
import { organisationHref } from "./results.tsx";
import {
  ClusterParams,
  ClusterQuery,
  type Filter,
  MemberList,
  type OrganisationAnswer,
  OrganisationList,
  PageQuery,
  WholeQuery,
} from "./schema.ts";
import { spotsOf } from "./spots.ts";
import { clusterSubject } from "./store.ts";
import { Directory } from "./views.tsx";

const PER_PAGE = 24;

interface DirectoryAsk {
  csrf: string;
  ctx: Context;
  query: PageQuery;
  path: string;
  publicUrl: string;
}

async function directoryPage(ask: DirectoryAsk): Promise<Reply> {
  const { ctx, query, path, publicUrl } = ask;
  if (query.format) return directoryFile(ctx, query, query.format, publicUrl);
  return keptFor(ctx, query, publicUrl + path, () => drawnDirectory(ask));
}

/** Words asked in a cluster are looked for in what its members say there, and nobody counts how that changes. */
const keptFor = (
  ctx: Context,
  query: { query: string; cursor?: string | undefined },
  address: string,
  draw: () => Promise<Reply>,
): Promise<Reply> =>
  ctx.cluster && query.query
    ? draw()
    : forStrangers(
        ctx,
        async () => `${address}?${JSON.stringify(query)} ${ctx.cluster ? await toldHere(ctx) : ""}`,
        draw,
      );

async function drawnDirectory({ ctx, csrf, query: asked, path, publicUrl }: DirectoryAsk): Promise<Reply> {
  const finding =
    (await findOrganisations(ctx, asked, { limit: PER_PAGE, cursor: asked.cursor })) ??
    (await findOrganisations(ctx, asked, { limit: PER_PAGE, cursor: undefined }))!;
  const spots = asked.view === "map" ? await spotsOf(ctx, finding) : [];
  const query = addressQuery(asked, ctx.cluster !== null);
  const here = ctx.cluster && { clusterId: ctx.cluster.id };
  const mayPut = here !== null && can(ctx.actor, "label.put", here);
  const act = mayPut && asked.done ? await readAct(ctx, asked.done) : null;
  return page(
    frameOf(ctx, finding, publicUrl, path),
    <Directory
      {...{ ctx, csrf, path, query, asked, finding, spots, mayPut }}
      done={act?.undoneAt ? null : act}
    />,
  );
}

function frameOf(ctx: Context, finding: Finding, publicUrl: string, path: string): Frame {
  const say = sayOfDirectory(ctx.locale);
  const cluster = ctx.cluster ? (ctx.locale === "de" ? ctx.cluster.nameDe : ctx.cluster.nameEn) : "";
  return {
    title: say(ctx.cluster ? "members" : "organisations"),
    description: say(ctx.cluster ? "cluster.lede.all" : "whole.lede.all", { count: finding.total, cluster }),
    jsonLd: {
      "@context": "https://schema.org",
      "@type": "ItemList",
      url: publicUrl + path,
      numberOfItems: finding.total,
      itemListElement: finding.items.map((item, i) => ({
        "@type": "ListItem",
        position: i + 1,
        url: publicUrl + organisationHref(ctx, item.slug),
        name: displayName(item.name),
      })),
    },
  };
}

async function directoryFile(
  ctx: Context,
  asked: PageQuery,
  format: "csv" | "xlsx",
  publicUrl: string,
): Promise<Reply> {
  const finding = (await findOrganisations(ctx, asked, { limit: MOST_ROWS, cursor: undefined }))!;
  // What a known person takes out of the house is written down.
  if (ctx.actor.personId !== null)
    await ctx.write(async ({ audit }) =>
      audit({
        action: "organisation.export",
        subjectKind: "organisation",
        after: {
          filter: addressQuery(asked, ctx.cluster !== null),
          format,
          rows: finding.items.length,
          total: finding.total,
        },
      }),
    );
  return organisationFile(ctx, finding, format, publicUrl);
}

/** What is asked only inside a cluster, or only outside. */
type Placed = "cluster" | "role" | "level" | "belongs" | "label" | "own";

interface ListAsk {
  ctx: Context;
  path: string;
  query: Omit<Filter, Placed> &
    Partial<Pick<Filter, Placed>> & { limit: number; cursor?: string | undefined };
}

const organisationList = ({ ctx, query, path }: ListAsk): Promise<Reply> =>
  keptFor(ctx, query, path, () => drawnList(ctx, query));

async function drawnList(ctx: Context, query: ListAsk["query"]): Promise<Reply> {
  const filter: Filter = {
    ...query,
    cluster: query.cluster ?? [],
    role: query.role ?? [],
    level: query.level ?? [],
    belongs: query.belongs ?? [],
    label: query.label ?? [],
    own: query.own ?? [],
  };
  const finding = await findOrganisations(ctx, filter, { limit: query.limit, cursor: query.cursor });
  if (!finding) return problem("bad-request", undefined, [{ field: "cursor", problem: "not-of-this-list" }]);
  const odd = notAsked(filter, finding);
  if (odd.length > 0) return problem("bad-request", undefined, odd);
  const items = finding.items.map((item) => answerOf(ctx, finding, item));
  return json({ items, total: finding.total, next: finding.next });
}

/** To a program, what cannot be asked here is an error; the team's own data are unknown to all others. */
function notAsked({ label, own }: Filter, { team }: Finding) {
  const unknown = (field: string) => ({ field, problem: "unknown-field" });
  return [
    ...(label.some((id) => !team?.labels.some((one) => one.id === id)) ? [unknown("label")] : []),
    ...(own.some((one) => !team?.fields.some((field) => one.startsWith(`${field.key}:`)))
      ? [unknown("own")]
      : []),
  ];
}

function answerOf(
  ctx: Context,
  finding: Finding,
  item: Listed,
): OrganisationAnswer & Record<string, unknown> {
  const [membership] = ctx.cluster ? item.memberships : [];
  const slugOf = (id: string) =>
    ctx.cluster?.id === id ? ctx.cluster.slug : finding.clusters.find((one) => one.id === id)?.slug;
  return {
    id: item.id,
    slug: item.slug,
    name: item.name,
    shortName: item.shortName,
    kind: item.kind as OrganisationAnswer["kind"],
    sizeClass: item.sizeClass as OrganisationAnswer["sizeClass"],
    city: item.city,
    country: item.country,
    nuts: item.nuts,
    lat: item.lat,
    lon: item.lon,
    url: item.url,
    logo: item.logo === null ? null : logoHref(item, ctx.cluster),
    projects: item.projects,
    competences: item.competences.map((code) => ({
      code,
      title: titleOfCode(finding.catalogue.vocabulary, code, ctx.locale),
    })),
    clusters: item.memberships.flatMap((one) => {
      const slug = slugOf(one.clusterId);
      return slug ? [{ slug, role: one.role }] : [];
    }),
    distanceKm: item.distanceKm === null ? null : Math.round(item.distanceKm * 10) / 10,
    source: item.source,
    sourceOn: item.sourceOn,
    ...(ctx.cluster
      ? {
          membership: membership
            ? {
                role: membership.role,
                since: membership.since,
                until: membership.until,
                level: item.levelId,
              }
            : null,
          through: item.through.map(({ slug, name }) => ({ slug, name })),
        }
      : {}),
    ...(finding.team
      ? {
          labels: item.labels.map(({ id, name }) => ({ id, name })),
          own: Object.fromEntries(
            finding.team.fields.map((field) => [field.key, item.own.get(field.id) ?? null]),
          ),
        }
      : {}),
  };
}

const seenCluster = ({ ctx }: { ctx: Context }) => ctx.read((db) => clusterSubject(db, ctx.cluster!.id));

export const directoryRoutes: Route[] = [
  get("/organisations", {
    rule: "everyone",
    summary: "Every public organisation: by words, facets and place; as cards, table, map or file",
    query: PageQuery,
    handle: directoryPage,
  }),
  get("/clusters/:cluster/organisations", {
    rule: "cluster.see",
    summary: "The members of a cluster: by words, facets and place; as cards, table, map or file",
    params: ClusterParams,
    query: PageQuery,
    example: { cluster: "aviation" },
    subject: seenCluster,
    handle: directoryPage,
  }),
  api.get("/api/v1/organisations", {
    rule: "everyone",
    summary: "Public organisations, by words, facets and place",
    query: WholeQuery,
    answer: OrganisationList,
    handle: organisationList,
  }),
  api.get("/api/v1/clusters/:cluster/organisations", {
    rule: "cluster.see",
    summary: "The members of a cluster, with how and since when they belong",
    params: ClusterParams,
    query: ClusterQuery,
    answer: MemberList,
    example: { cluster: "aviation" },
    subject: seenCluster,
    handle: organisationList,
  }),
  ...bulkPages,
  ...bulkApi,
];
