import type { Context } from "../../../access/context.ts";
import { file, type Reply } from "../../../access/route.ts";
import { displayName, type ExportColumn, toCsv, toXlsx } from "../../../ui/index.ts";
import { nameOf, valueCell } from "../own-fields/words.ts";
import type { Finding, Listed } from "./actions.ts";
import { titleOfCode } from "./facets.ts";
import { sayOfDirectory, wordFor } from "./messages.ts";
import { levelOf, organisationHref } from "./results.tsx";
import { sourceName } from "./source-name.ts";

export const MOST_ROWS = 5_000;

/** Exactly what is filtered, in its order, as a file. */
export async function organisationFile(
  ctx: Context,
  finding: Finding,
  format: "csv" | "xlsx",
  publicUrl: string,
): Promise<Reply> {
  const say = sayOfDirectory(ctx.locale);
  const name = [ctx.cluster?.slug, say("file.name"), ctx.today()].filter(Boolean).join("-");
  const columns = columnsOf(ctx, finding, publicUrl);
  if (format === "csv") return file(`${name}.csv`, "text/csv; charset=utf-8", toCsv(columns, finding.items));
  return file(
    `${name}.xlsx`,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    await toXlsx(columns, finding.items, say("organisations")),
  );
}

function columnsOf(ctx: Context, finding: Finding, publicUrl: string): ExportColumn<Listed>[] {
  const { catalogue, clusters, place, team, levels, nested } = finding;
  const say = sayOfDirectory(ctx.locale);
  const clusterName = (id: string) => {
    const cluster = clusters.find((one) => one.id === id);
    return cluster ? [ctx.locale === "de" ? cluster.nameDe : cluster.nameEn] : [];
  };
  return [
    { label: say("column.name"), value: (item) => displayName(item.name), width: 48 },
    { label: say("column.short"), value: (item) => item.shortName },
    { label: say("column.kind"), value: (item) => wordFor(say, "kind", item.kind) },
    {
      label: say("column.size"),
      value: (item) => (item.sizeClass ? wordFor(say, "size", item.sizeClass) : null),
    },
    { label: say("column.city"), value: (item) => (item.city ? displayName(item.city) : null), width: 24 },
    { label: say("column.country"), value: (item) => item.country },
    { label: say("column.nuts"), value: (item) => item.nuts },
    { label: say("column.lat"), value: (item) => item.lat },
    { label: say("column.lon"), value: (item) => item.lon },
    ...(place
      ? [{ label: `${say("column.distance")} (km)`, value: (item: Listed) => tenth(item.distanceKm) }]
      : []),
    { label: say("column.projects"), value: (item) => item.projects },
    {
      label: say("column.competences"),
      value: (item) =>
        item.competences.map((code) => titleOfCode(catalogue.vocabulary, code, ctx.locale)).join("; "),
      width: 48,
    },
    ...(ctx.cluster
      ? [
          {
            label: say("column.role"),
            value: (item: Listed) => item.memberships.map((one) => wordFor(say, "role", one.role)).join("; "),
          },
          { label: say("column.since"), value: (item: Listed) => item.memberships[0]?.since },
          ...(levels.length > 0
            ? [{ label: say("column.level"), value: (item: Listed) => levelOf(item, finding, ctx.locale) }]
            : []),
          ...(nested
            ? [
                {
                  label: say("column.through"),
                  value: (item: Listed) => item.through.map(({ name }) => displayName(name)).join("; "),
                },
              ]
            : []),
          ...(team
            ? [
                {
                  label: say("column.labels"),
                  value: (item: Listed) => item.labels.map(({ name }) => name).join("; "),
                  width: 32,
                },
                ...team.fields.map((field) => ({
                  label: nameOf(field, ctx.locale),
                  value: (item: Listed) => valueCell(field, item.own.get(field.id)),
                })),
              ]
            : []),
        ]
      : [
          {
            label: say("column.clusters"),
            value: (item: Listed) => item.memberships.flatMap((one) => clusterName(one.clusterId)).join("; "),
            width: 36,
          },
        ]),
    { label: say("column.url"), value: (item) => item.url, width: 36 },
    { label: say("column.source"), value: (item) => sourceName(item.source) },
    { label: say("column.source-on"), value: (item) => item.sourceOn },
    {
      label: say("column.address"),
      value: (item) => publicUrl + organisationHref(ctx, item.slug),
      width: 48,
    },
  ];
}

const tenth = (km: number | null) => (km === null ? null : Math.round(km * 10) / 10);
