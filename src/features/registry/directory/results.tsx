import type { Context } from "../../../access/context.ts";
import type { Locale } from "../../../kernel/locale.ts";
import {
  address,
  type Column,
  DataTable,
  displayName,
  formatCountry,
  formatDistance,
  formatNumber,
  type Query,
  Tags,
} from "../../../ui/index.ts";
import type { Finding, Listed } from "./actions.ts";
import { titleOfCode } from "./facets.ts";
import { sayOfDirectory, wordFor } from "./messages.ts";

export interface Shown {
  ctx: Context;
  path: string;
  query: Query;
  finding: Finding;
}

/** Inside a cluster the links stay there. */
export const organisationHref = (ctx: Context, slug: string): string =>
  ctx.cluster ? `/clusters/${ctx.cluster.slug}/organisations/${slug}` : `/organisations/${slug}`;

export function Cards({ ctx, path, query, finding }: Shown) {
  const { locale } = ctx;
  return (
    <>
      <h2 class="unseen">{sayOfDirectory(locale)("table.caption")}</h2>
      <ul class="cards">
        {finding.items.map((item) => (
          <li class="card" key={item.id}>
            <p class="kicker">{kindAndSize(item, locale)}</p>
            <h3>
              <a href={organisationHref(ctx, item.slug)}>{displayName(item.name)}</a>
            </h3>
            <p>{placeOf(item, locale)}</p>
            {item.competences.length > 0 ? (
              <Tags
                tags={item.competences.map((code) => ({
                  label: titleOfCode(finding.catalogue.vocabulary, code, locale),
                  href: address(path, query, { competence: [code] }),
                }))}
              />
            ) : null}
            <p>
              <small>
                {[
                  ...belongs(item, ctx, finding),
                  sayOfDirectory(locale)("projects", { count: item.projects }),
                ].join(" · ")}
              </small>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

export function Table({ ctx, path, query, finding }: Shown) {
  const { locale } = ctx;
  const say = sayOfDirectory(locale);
  const columns: Column<Listed>[] = [
    {
      key: "name",
      label: say("column.name"),
      value: (item) => displayName(item.name),
      href: (item) => organisationHref(ctx, item.slug),
      sortable: true,
    },
    { key: "kind", label: say("column.kind"), value: (item) => kindAndSize(item, locale) },
    {
      key: "city",
      label: say("column.city"),
      value: (item) => placeOf({ ...item, distanceKm: null }, locale),
    },
    {
      key: "competences",
      label: say("column.competences"),
      value: (item) =>
        item.competences.map((code) => titleOfCode(finding.catalogue.vocabulary, code, locale)).join(", "),
      wideOnly: true,
    },
    {
      key: "clusters",
      label: say(ctx.cluster ? "column.role" : "column.clusters"),
      value: (item) => belongs(item, ctx, finding).join(", "),
    },
    ...(finding.place
      ? [
          {
            key: "distance",
            label: say("column.distance"),
            value: (item: Listed) =>
              item.distanceKm === null ? "" : formatDistance(item.distanceKm, locale),
            align: "end" as const,
            sortable: true,
          },
        ]
      : []),
    {
      key: "projects",
      label: say("column.projects"),
      value: (item) => formatNumber(item.projects, locale),
      align: "end",
      sortable: true,
    },
  ];
  return (
    <DataTable
      locale={locale}
      columns={columns}
      rows={finding.items}
      caption={say("table.caption")}
      path={path}
      query={query}
      sort={finding.sort}
    />
  );
}

const kindAndSize = (item: Listed, locale: Locale): string => {
  const say = sayOfDirectory(locale);
  return [
    wordFor(say, "kind", item.kind),
    item.sizeClass ? wordFor(say, "size", item.sizeClass).toLowerCase() : "",
  ]
    .filter(Boolean)
    .join(", ");
};

const placeOf = (item: Listed, locale: Locale): string => {
  const place = [
    item.city ? displayName(item.city) : "",
    item.country && item.country !== "DE" ? formatCountry(item.country, locale) : "",
  ].filter(Boolean);
  if (place.length === 0 && item.country) place.push(formatCountry(item.country, locale));
  const distance = item.distanceKm === null ? "" : ` · ${formatDistance(item.distanceKm, locale)}`;
  return place.join(", ") + distance;
};

/** In a cluster: how it belongs, and since when. Outside: to which clusters it belongs. */
function belongs(item: Listed, ctx: Context, finding: Finding): string[] {
  const say = sayOfDirectory(ctx.locale);
  if (ctx.cluster)
    return item.memberships.map((membership) =>
      say("role.since", { role: wordFor(say, "role", membership.role), year: membership.since.slice(0, 4) }),
    );
  return item.memberships.flatMap((membership) => {
    const cluster = finding.clusters.find(({ id }) => id === membership.clusterId);
    return cluster ? [ctx.locale === "de" ? cluster.nameDe : cluster.nameEn] : [];
  });
}
