import type { Context } from "../../../access/context.ts";
import type { Locale } from "../../../kernel/locale.ts";
import {
  address,
  type Column,
  DataTable,
  displayName,
  formatCountry,
  formatDistance,
  formatList,
  formatNumber,
  type Query,
  Tags,
} from "../../../ui/index.ts";
import { logoHref } from "../organisation/logo/address.ts";
import { nameOf, valueWords } from "../own-fields/words.ts";
import type { Finding, Listed } from "./actions.ts";
import { titleOfCode } from "./facets.ts";
import { sayOfDirectory, wordFor } from "./messages.ts";
import { Pick } from "./pick.tsx";

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
            {item.logo ? <img src={logoHref(item, ctx.cluster)} alt="" height="40" loading="lazy" /> : null}
            <p class="kicker">{kindAndSize(item, locale)}</p>
            <h3>
              <Pick locale={locale} finding={finding} item={item} />
              {finding.team ? " " : null}
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
            {item.labels.length > 0 ? (
              <Tags
                tags={item.labels.map(({ id, name, tone }) => ({
                  label: name,
                  tone,
                  href: address(path, query, { label: [id] }),
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
  const fields = finding.team?.fields ?? [];
  const columns: Column<Listed>[] = [
    ...(finding.team
      ? [
          {
            key: "pick",
            label: "",
            value: (item: Listed) => <Pick locale={locale} finding={finding} item={item} />,
          },
        ]
      : []),
    {
      key: "name",
      header: true,
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
    // What the team asks for itself stands in the place of what the cards tell as well.
    ...(fields.length > 0
      ? []
      : [
          {
            key: "competences",
            label: say("column.competences"),
            value: (item: Listed) =>
              item.competences
                .map((code) => titleOfCode(finding.catalogue.vocabulary, code, locale))
                .join(", "),
            wideOnly: true,
          },
        ]),
    {
      key: "clusters",
      label: say(ctx.cluster ? "column.role" : "column.clusters"),
      value: (item) => belongs(item, ctx, finding).join(", "),
    },
    ...(finding.levels.length > 0
      ? [
          {
            key: "level",
            label: say("column.level"),
            value: (item: Listed) => levelOf(item, finding, locale),
          },
        ]
      : []),
    ...(finding.team && finding.team.labels.length > 0
      ? [
          {
            key: "labels",
            label: say("column.labels"),
            value: (item: Listed) =>
              item.labels.length > 0 ? (
                <Tags tags={item.labels.map(({ name, tone }) => ({ label: name, tone }))} />
              ) : null,
          },
        ]
      : []),
    ...fields.slice(0, MOST_FIELDS).map((field) => ({
      key: `own.${field.key}`,
      label: nameOf(field, locale),
      value: (item: Listed) => shortened(valueWords(field, item.own.get(field.id) ?? null, locale)),
      ...(field.kind === "number" ? { align: "end" as const } : {}),
    })),
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

/** A table with more of them is a file. */
const MOST_FIELDS = 6;
const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 80)} …` : text);

export function levelOf(item: Listed, { levels }: Finding, locale: Locale): string {
  const level = levels.find((one) => one.id === item.levelId);
  return level ? (locale === "de" ? level.nameDe : level.nameEn) : "";
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

const throughWords = (item: Listed, locale: Locale) =>
  sayOfDirectory(locale)("belongs.through", {
    names: formatList(
      item.through.map(({ name }) => displayName(name)),
      locale,
    ),
  });

/** In a cluster: how it belongs, and since when. Outside: to which clusters it belongs. */
function belongs(item: Listed, ctx: Context, finding: Finding): string[] {
  const say = sayOfDirectory(ctx.locale);
  if (ctx.cluster)
    return [
      ...item.memberships.map((membership) =>
        say("role.since", {
          role: wordFor(say, "role", membership.role),
          year: membership.since.slice(0, 4),
        }),
      ),
      ...(item.through.length > 0 ? [throughWords(item, ctx.locale)] : []),
    ];
  return item.memberships.flatMap((membership) => {
    const cluster = finding.clusters.find(({ id }) => id === membership.clusterId);
    return cluster ? [ctx.locale === "de" ? cluster.nameDe : cluster.nameEn] : [];
  });
}
