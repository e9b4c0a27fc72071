import { z } from "zod";
import type { Context } from "../../../../access/context.ts";
import { file, get, page, type Route } from "../../../../access/route.ts";
import {
  type Column,
  DataTable,
  displayName,
  Empty,
  type ExportColumn,
  formatAge,
  ListFoot,
  PageHead,
  queryOf,
  Tag,
  toCsv,
  toXlsx,
} from "../../../../ui/index.ts";
import { organisationHref } from "../address.ts";
import { CLUSTER_EXAMPLE, clusterSubject } from "../cluster-subject.ts";
import { type Listed, listProfiles } from "./list.ts";
import { sayProfile } from "./messages.ts";

const PAGE = 50;
const MOST_ROWS = 5000;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const show = get("/clusters/:cluster/profiles", {
  rule: "profile.list",
  summary: "The members of a cluster by how complete their profiles are, for its team",
  example: CLUSTER_EXAMPLE,
  query: z.object({
    cursor: z.string().max(400).optional().catch(undefined),
    format: z.enum(["csv", "xlsx"]).optional().catch(undefined),
  }),
  subject: ({ ctx }) => clusterSubject(ctx),
  handle: async ({ ctx, query, path, search }) => {
    const say = sayProfile(ctx.locale);
    const found = await listProfiles(ctx, { limit: query.format ? MOST_ROWS : PAGE, cursor: query.cursor });
    if (query.format) {
      const name = `${ctx.cluster!.slug}-profiles.${query.format}`;
      const columns = exported(ctx);
      return query.format === "csv"
        ? file(name, "text/csv; charset=utf-8", toCsv(columns, found.items))
        : file(name, XLSX, await toXlsx(columns, found.items, say("list.title")));
    }
    return page(
      { title: say("list.title"), personal: true },
      <>
        <PageHead
          title={say("list.title")}
          lede={say("list.lede", { count: found.total, mean: found.mean, silent: found.silent })}
        />
        {found.total === 0 ? (
          <Empty>{say("list.empty")}</Empty>
        ) : (
          <>
            <DataTable
              locale={ctx.locale}
              caption={say("list.title")}
              columns={columnsOf(ctx)}
              rows={found.items}
            />
            <ListFoot locale={ctx.locale} path={path} query={queryOf(search)} list={found} />
          </>
        )}
      </>,
    );
  },
});

export const profileListPages: Route[] = [show];

function columnsOf(ctx: Context): Column<Listed>[] {
  const say = sayProfile(ctx.locale);
  return [
    {
      key: "name",
      label: say("list.name"),
      value: (row) => displayName(row.name),
      href: (row) => organisationHref(row.slug, ctx.cluster),
    },
    { key: "percent", label: say("list.percent"), align: "end", value: (row) => `${row.percent} %` },
    {
      key: "missing",
      label: say("list.missing"),
      value: (row) =>
        row.missing
          .slice(0, 4)
          .map((part) => say(`part.${part}`))
          .join(", ") + (row.missing.length > 4 ? " …" : ""),
    },
    {
      key: "items",
      label: say("list.items"),
      align: "end",
      value: (row) => row.items,
      href: (row) => `${organisationHref(row.slug, ctx.cluster)}/profile`,
    },
    { key: "stale", label: say("list.stale"), align: "end", value: (row) => row.stale },
    {
      key: "touched",
      label: say("list.touched"),
      value: (row) => (
        <>
          {row.touchedAt ? formatAge(row.touchedAt, ctx.now(), ctx.locale) : say("list.never")}{" "}
          {row.silent ? <Tag tone="wait">{say("list.silent")}</Tag> : null}
        </>
      ),
    },
  ];
}

function exported(ctx: Context): ExportColumn<Listed>[] {
  const say = sayProfile(ctx.locale);
  return [
    { label: say("list.name"), value: (row) => row.name },
    { label: say("list.percent"), value: (row) => row.percent },
    { label: say("list.missing"), value: (row) => row.missing.map((part) => say(`part.${part}`)).join(", ") },
    { label: say("list.items"), value: (row) => row.items },
    { label: say("list.stale"), value: (row) => row.stale },
    { label: say("list.touched"), value: (row) => row.touchedAt },
    { label: say("list.silent"), value: (row) => row.silent },
  ];
}
