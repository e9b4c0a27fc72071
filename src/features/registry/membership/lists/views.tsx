import type { Context } from "../../../../access/context.ts";
import {
  BarChart,
  Button,
  ChartFrame,
  type Column,
  DataTable,
  displayName,
  Empty,
  type ExportColumn,
  ExportLinks,
  Field,
  Figures,
  formatDate,
  formatNumber,
  ListFoot,
  PageHead,
  type Query,
  Sheet,
  Tabs,
  Tag,
} from "../../../../ui/index.ts";
import {
  applicationsHref,
  levelsHref,
  membersHref,
  membershipHref,
  staysHref,
  votesHref,
  yearsHref,
} from "../address.ts";
import type { MemberOn } from "../members-on.ts";
import { sayMembership } from "../messages.ts";
import type { Level } from "../store.ts";
import { benefitIn, clusterNameIn, levelName, reasonIn, roleIn } from "../words.ts";
import type { Stay } from "../years.ts";
import type { MemberList, VoteList, Years } from "./actions.ts";
import type { MembersFilter } from "./schema.ts";

export type Part = "members" | "votes" | "years" | "levels" | "applications";

/** The pages about membership stand beside each other. */
export function Parts({ ctx, current }: { ctx: Context; current: Part }) {
  const say = sayMembership(ctx.locale);
  const cluster = ctx.cluster!;
  const reads = ctx.actor.office === "manager" || ctx.actor.office === "facilitator";
  const inside = ctx.actor.levels.includes("cluster");
  const tabs: [Part, string, boolean][] = [
    ["members", membersHref(cluster), inside],
    ["votes", votesHref(cluster), inside],
    ["years", yearsHref(cluster), inside],
    ["levels", levelsHref(cluster), true],
    ["applications", applicationsHref(cluster), reads],
  ];
  return (
    <Tabs
      label={say("parts")}
      tabs={tabs
        .filter(([, , open]) => open)
        .map(([part, href]) => ({ label: say(`part.${part}`), href, current: part === current }))}
    />
  );
}

/** Another day of the same list. */
function DayForm({
  ctx,
  path,
  on,
  keep = {},
}: {
  ctx: Context;
  path: string;
  on: string;
  keep?: Record<string, string | undefined>;
}) {
  const say = sayMembership(ctx.locale);
  return (
    <form class="row" method="get" action={path}>
      {Object.entries(keep).map(([name, value]) =>
        value ? <input type="hidden" name={name} value={value} /> : null,
      )}
      <Field locale={ctx.locale} name="on" label={say("on")} type="date" required value={on} />
      <Button>{say("on.show")}</Button>
    </form>
  );
}

const Through = ({ ctx, member }: { ctx: Context; member: MemberOn }) => (
  <>
    {member.through.map((root, at) => (
      <>
        {at > 0 ? ", " : ""}
        <a href={`/clusters/${ctx.cluster!.slug}/organisations/${root.slug}`}>{displayName(root.name)}</a>
      </>
    ))}
  </>
);

export function MembersPage({
  ctx,
  found,
  filter,
  path,
  query,
  mayKeep,
}: {
  ctx: Context;
  found: MemberList;
  filter: MembersFilter;
  path: string;
  query: Query;
  mayKeep: boolean;
}) {
  const { locale } = ctx;
  const say = sayMembership(locale);
  const cluster = ctx.cluster!;
  const { on, list, levels } = found;
  const day = filter.on ? `&on=${on}` : "";
  const inHouse = ctx.actor.office !== null;
  const columns: Column<MemberOn>[] = [
    {
      key: "name",
      label: say("column.organisation"),
      value: (member) => displayName(member.name),
      href: (member) =>
        inHouse
          ? membershipHref(cluster, member.slug)
          : `/clusters/${cluster.slug}/organisations/${member.slug}`,
    },
    { key: "role", label: say("column.role"), value: (member) => roleIn(locale, member.role) },
    {
      key: "level",
      label: say("column.level"),
      value: (member) => levelName(locale, levels, member.levelId),
    },
    {
      key: "through",
      label: say("column.through"),
      value: (member) => <Through ctx={ctx} member={member} />,
    },
    {
      key: "since",
      label: say("column.since"),
      align: "end",
      value: (member) => (member.since ? formatDate(member.since, locale) : ""),
    },
    {
      key: "votes",
      label: say("column.votes"),
      align: "end",
      value: (member) => formatNumber(member.votes, locale),
    },
  ];
  return (
    <>
      <PageHead
        kicker={clusterNameIn(ctx)}
        title={say("part.members")}
        lede={say("members.lede", {
          day: formatDate(on, locale),
          direct: found.direct,
          indirect: found.indirect,
        })}
        actions={
          mayKeep ? (
            <Button kind="main" href={`${membersHref(cluster)}/new`}>
              {say("act.add")}
            </Button>
          ) : undefined
        }
      />
      <Parts ctx={ctx} current="members" />
      <div class="stack">
        <Figures
          figures={[
            {
              value: formatNumber(found.direct, locale),
              label: say("figure.direct"),
              href: `${path}?how=direct${day}`,
            },
            {
              value: formatNumber(found.indirect, locale),
              label: say("figure.indirect"),
              href: `${path}?how=indirect${day}`,
            },
            ...(found.applicants > 0
              ? [
                  {
                    value: formatNumber(found.applicants, locale),
                    label: say("figure.applicants"),
                    href: `${path}?role=applicant${day}`,
                  },
                ]
              : []),
          ]}
        />
        <DayForm
          ctx={ctx}
          path={path}
          on={on}
          keep={{ how: filter.how, role: filter.role, level: filter.level }}
        />
        <Sheet
          title={say("members.title", { count: list.total })}
          {...(filter.how || filter.role || filter.level
            ? { link: { label: say("members.all"), href: filter.on ? `${path}?on=${on}` : path } }
            : {})}
        >
          {list.items.length === 0 ? (
            <Empty
              {...(mayKeep
                ? { act: { label: say("act.add"), href: `${membersHref(cluster)}/new` } }
                : filter.on
                  ? { act: { label: say("members.today"), href: path } }
                  : {})}
            >
              {say("members.none", { day: formatDate(on, locale) })}
            </Empty>
          ) : (
            <DataTable locale={locale} caption={say("part.members")} rows={list.items} columns={columns} />
          )}
          <ListFoot locale={locale} path={path} query={query} list={list} />
        </Sheet>
      </div>
    </>
  );
}

export const memberColumns = (
  locale: Context["locale"],
  levels: readonly Level[],
): ExportColumn<MemberOn>[] => {
  const say = sayMembership(locale);
  return [
    { label: say("column.organisation"), value: (member) => displayName(member.name), width: 40 },
    { label: say("column.address"), value: (member) => member.slug, width: 30 },
    { label: say("column.role"), value: (member) => roleIn(locale, member.role) },
    { label: say("column.level"), value: (member) => levelName(locale, levels, member.levelId) },
    {
      label: say("column.through"),
      value: (member) => member.through.map((root) => displayName(root.name)).join("; "),
      width: 40,
    },
    { label: say("column.since"), value: (member) => member.since },
    { label: say("column.until"), value: (member) => member.until },
    { label: say("column.votes"), value: (member) => member.votes },
    {
      label: say("column.benefits"),
      value: (member) => member.benefits.map((one) => benefitIn(locale, one)).join("; "),
    },
  ];
};

export function VotesPage({ ctx, found, path }: { ctx: Context; found: VoteList; path: string }) {
  const { locale } = ctx;
  const say = sayMembership(locale);
  const cluster = ctx.cluster!;
  const { on, members, levels } = found;
  const corrected = new Map(found.corrections.map((one) => [one.organisationId, one.correctedAt]));
  const late = (member: MemberOn) =>
    member.recordedAt !== null && member.recordedAt.toISOString().slice(0, 10) > on
      ? member.recordedAt
      : null;
  const rows = members.filter((member) => member.votes > 0);
  const file = (format: string) => `${path}?on=${on}&format=${format}`;
  return (
    <>
      <PageHead
        kicker={clusterNameIn(ctx)}
        title={say("part.votes")}
        lede={say("votes.lede", { day: formatDate(on, locale), votes: found.votes, members: rows.length })}
      />
      <Parts ctx={ctx} current="votes" />
      <div class="stack">
        <DayForm ctx={ctx} path={path} on={on} />
        <Sheet title={say("votes.title", { day: formatDate(on, locale) })}>
          {levels.length === 0 ? (
            <Empty act={{ label: say("part.levels"), href: levelsHref(cluster) }}>{say("votes.none")}</Empty>
          ) : rows.length === 0 ? (
            <Empty act={{ label: say("part.members"), href: membersHref(cluster) }}>
              {say("votes.nobody")}
            </Empty>
          ) : (
            <DataTable
              locale={locale}
              caption={say("part.votes")}
              rows={rows}
              columns={[
                {
                  key: "name",
                  label: say("column.organisation"),
                  value: (member) => (
                    <>
                      <a href={`/clusters/${cluster.slug}/organisations/${member.slug}`}>
                        {displayName(member.name)}
                      </a>{" "}
                      {corrected.has(member.id) ? (
                        <Tag tone="wait">
                          {say("corrected.on", { day: formatDate(corrected.get(member.id)!, locale) })}
                        </Tag>
                      ) : late(member) ? (
                        <Tag>{say("recorded.on", { day: formatDate(late(member)!, locale) })}</Tag>
                      ) : null}
                    </>
                  ),
                },
                { key: "role", label: say("column.role"), value: (member) => roleIn(locale, member.role) },
                {
                  key: "level",
                  label: say("column.level"),
                  value: (member) => levelName(locale, levels, member.levelId),
                },
                {
                  key: "through",
                  label: say("column.through"),
                  value: (member) => <Through ctx={ctx} member={member} />,
                },
                {
                  key: "votes",
                  label: say("column.votes"),
                  align: "end",
                  value: (member) => formatNumber(member.votes, locale),
                  summary: () => formatNumber(found.votes, locale),
                },
              ]}
            />
          )}
          <p class="src">
            {say("votes.fingerprint")} <code class="wrap">{found.fingerprint}</code>
          </p>
          <p class="src">{say("votes.what")}</p>
          <ExportLinks locale={locale} csv={file("csv")} xlsx={file("xlsx")} />
        </Sheet>
        {found.corrections.length > 0 ? (
          <Sheet title={say("corrections.title")}>
            <DataTable
              locale={locale}
              caption={say("corrections.title")}
              rows={found.corrections}
              columns={[
                {
                  key: "name",
                  label: say("column.organisation"),
                  value: (row) => displayName(row.name),
                  href: (row) => `/clusters/${cluster.slug}/organisations/${row.slug}`,
                },
                {
                  key: "on",
                  label: say("column.corrected"),
                  value: (row) => formatDate(row.correctedAt, locale),
                },
                { key: "reason", label: say("column.reason"), value: (row) => row.reason },
              ]}
            />
          </Sheet>
        ) : null}
      </div>
    </>
  );
}

export function YearsPage({ ctx, found, path }: { ctx: Context; found: Years; path: string }) {
  const { locale } = ctx;
  const say = sayMembership(locale);
  const cluster = ctx.cluster!;
  const { years, cohorts, reasons } = found;
  const now = years.at(-1);
  const link = (value: number, query: Record<string, string | number>) =>
    value === 0 ? "0" : <a href={staysHref(cluster, query)}>{formatNumber(value, locale)}</a>;
  return (
    <>
      <PageHead
        kicker={clusterNameIn(ctx)}
        title={say("part.years")}
        lede={say("years.lede", {
          came: now?.came ?? 0,
          left: now?.left ?? 0,
          year: String(now?.year ?? ctx.today().slice(0, 4)),
        })}
      />
      <Parts ctx={ctx} current="years" />
      {years.length === 0 ? (
        <Empty>{say("years.none")}</Empty>
      ) : (
        <div class="grid">
          <Sheet title={say("years.title")} class="c7">
            <ChartFrame
              locale={locale}
              title={say("years.title")}
              untitled
              source={say("years.source")}
              csv={`${path}?format=csv`}
              xlsx={`${path}?format=xlsx`}
              table={{
                rows: years,
                columns: [
                  { key: "year", label: say("column.year"), value: (row) => String(row.year) },
                  {
                    key: "came",
                    label: say("column.came"),
                    align: "end",
                    value: (row) => link(row.came, { came: row.year }),
                  },
                  {
                    key: "left",
                    label: say("column.left"),
                    align: "end",
                    value: (row) => link(row.left, { left: row.year }),
                  },
                  {
                    key: "members",
                    label: say("column.members"),
                    align: "end",
                    value: (row) => (
                      <a
                        href={`${membersHref(cluster)}?how=direct&on=${`${row.year}-12-31` < ctx.today() ? `${row.year}-12-31` : ctx.today()}`}
                      >
                        {formatNumber(row.members, locale)}
                      </a>
                    ),
                  },
                ],
              }}
            >
              <BarChart
                locale={locale}
                parts={[
                  { label: say("column.came"), series: 2 },
                  { label: say("column.left"), series: 1 },
                ]}
                bars={years
                  .slice(-15)
                  .map((row) => ({ label: String(row.year), parts: [row.came, row.left] }))}
              />
            </ChartFrame>
          </Sheet>
          {reasons === null ? null : (
            <Sheet title={say("reasons.title")} class="c5">
              {reasons.length === 0 ? (
                <Empty>{say("reasons.none")}</Empty>
              ) : (
                <DataTable
                  locale={locale}
                  caption={say("reasons.title")}
                  rows={reasons}
                  columns={[
                    {
                      key: "reason",
                      label: say("column.reason"),
                      value: (row) => reasonIn(locale, row.reason),
                    },
                    {
                      key: "count",
                      label: say("column.left"),
                      align: "end",
                      value: (row) => link(row.count, { reason: row.reason ?? "unknown" }),
                    },
                  ]}
                />
              )}
            </Sheet>
          )}
          <Sheet title={say("cohorts.title")} class="c12">
            <p class="src">{say("cohorts.what")}</p>
            <DataTable
              locale={locale}
              caption={say("cohorts.title")}
              rows={cohorts}
              columns={[
                { key: "year", label: say("cohorts.year"), value: (row) => String(row.year) },
                {
                  key: "came",
                  label: say("column.came"),
                  align: "end",
                  value: (row) => link(row.came, { cohort: row.year }),
                },
                ...(cohorts[0]?.after ?? []).map((_, at) => ({
                  key: `after${at + 1}`,
                  label: say("cohorts.after", { years: at + 1 }),
                  align: "end" as const,
                  value: (row: Years["cohorts"][number]) => {
                    const kept = row.after[at] ?? null;
                    return kept === null ? "" : link(kept, { cohort: row.year, stayed: at + 1 });
                  },
                })),
              ]}
            />
          </Sheet>
        </div>
      )}
    </>
  );
}

export function StaysPage({
  ctx,
  rows,
  file,
}: {
  ctx: Context;
  rows: readonly Stay[];
  file: (format: string) => string;
}) {
  const { locale } = ctx;
  const say = sayMembership(locale);
  const cluster = ctx.cluster!;
  return (
    <>
      <PageHead
        kicker={<a href={yearsHref(cluster)}>{say("part.years")}</a>}
        title={say("stays.title")}
        lede={say("stays.lede", { count: rows.length })}
      />
      <Sheet title={say("stays.count", { count: rows.length })}>
        {rows.length === 0 ? (
          <Empty act={{ label: say("part.years"), href: yearsHref(cluster) }}>{say("stays.none")}</Empty>
        ) : (
          <DataTable
            locale={locale}
            caption={say("stays.title")}
            rows={rows}
            columns={[
              {
                key: "name",
                label: say("column.organisation"),
                value: (row) => displayName(row.name),
                href: (row) =>
                  ctx.actor.office === null
                    ? `/organisations/${row.slug}`
                    : membershipHref(cluster, row.slug),
              },
              { key: "role", label: say("column.role"), value: (row) => roleIn(locale, row.role) },
              { key: "since", label: say("column.since"), value: (row) => formatDate(row.since, locale) },
              {
                key: "until",
                label: say("column.until"),
                value: (row) => (row.until ? formatDate(row.until, locale) : ""),
              },
              {
                key: "reason",
                label: say("column.reason"),
                value: (row) => (row.until ? reasonIn(locale, row.reason) : ""),
              },
            ]}
          />
        )}
        <ExportLinks locale={locale} csv={file("csv")} xlsx={file("xlsx")} />
      </Sheet>
    </>
  );
}

export const stayColumns = (locale: Context["locale"]): ExportColumn<Stay>[] => {
  const say = sayMembership(locale);
  return [
    { label: say("column.organisation"), value: (row) => displayName(row.name), width: 40 },
    { label: say("column.role"), value: (row) => roleIn(locale, row.role) },
    { label: say("column.since"), value: (row) => row.since },
    { label: say("column.until"), value: (row) => row.until },
    { label: say("column.reason"), value: (row) => (row.until ? reasonIn(locale, row.reason) : "") },
  ];
};
