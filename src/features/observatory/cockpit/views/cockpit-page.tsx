import { can } from "../../../../access/can.ts";
import type { Context } from "../../../../access/context.ts";
import {
  Button,
  ChartFrame,
  type Column,
  DataTable,
  type ExportColumn,
  ExportLinks,
  Figures,
  formatDate,
  formatMonth,
  formatNumber,
  LineChart,
  PageHead,
  Sheet,
  Tabs,
} from "../../../../ui/index.ts";
import type { Cockpit } from "../actions.ts";
import { cockpitHref, computeHref, documentsHref, indicatorHref, setHref, setsHref } from "../address.ts";
import { monthsBefore } from "../measures/days.ts";
import { sayCockpit } from "../messages.ts";
import { type Point, type Standing, trendOf } from "../rules.ts";
import { FIELDS } from "../words.ts";
import { isAskedOf, lackText, mendOf, thresholdShort, valueText, whoText } from "../words-of.ts";
import { Act, Spark, StandingTag } from "./parts.tsx";

interface Props {
  ctx: Context;
  csrf: string;
  cockpit: Cockpit;
}

/** All indicators of a set on one page: how they stand, from what, and what is missing. */
export function CockpitPage({ ctx, csrf, cockpit }: Props) {
  const { locale } = ctx;
  const say = sayCockpit(locale);
  const { set, sets, standings, summary, computedAt } = cockpit;
  const cluster = ctx.cluster!;
  const enters = can(ctx.actor, "cockpit.enter", { clusterId: cluster.id });
  return (
    <>
      <PageHead
        kicker={say("cockpit.kicker")}
        title={set.title[locale]}
        lede={say("cockpit.lede", { ...summary })}
        actions={
          <>
            {enters ? (
              <Act action={computeHref(cluster)} csrf={csrf} hidden={{ set: set.slug }}>
                {say("cockpit.compute")}
              </Act>
            ) : null}
            <Button href={setHref(cluster, set.slug)}>{say("set.edit")}</Button>
            <Button kind="main" href={`${documentsHref(cluster)}?set=${set.slug}`}>
              {say("documents.make")}
            </Button>
          </>
        }
      />
      <Tabs
        label={say("cockpit.sets")}
        tabs={[
          ...sets.map(({ slug, title }) => ({
            label: title[locale],
            href: cockpitHref(cluster, slug),
            current: slug === set.slug,
          })),
          { label: say("sets.title"), href: setsHref(cluster) },
        ]}
      />
      <Figures
        figures={[
          {
            value: formatNumber(summary.reached, locale),
            label: say("cockpit.reached"),
            change: say("cockpit.of", { total: summary.total }),
            tone: "good",
          },
          { value: formatNumber(summary.missed, locale), label: say("cockpit.missed"), tone: "stop" },
          { value: formatNumber(summary.unknown, locale), label: say("cockpit.unknown") },
          {
            value: formatNumber(standings.filter(({ how }) => how === "computed").length, locale),
            label: say("cockpit.computed-count"),
            change: say("cockpit.of", { total: summary.total }),
          },
        ]}
      />
      <div class="stack">
        <div>
          <p>{set.about[locale]}</p>
          <p class="src">
            {computedAt ? (
              <Source ctx={ctx} standings={standings} at={computedAt} />
            ) : (
              say("cockpit.not-computed")
            )}{" "}
            <ExportLinks locale={locale} {...files(ctx, set.slug)} />
          </p>
        </div>
        {FIELDS.map((field) => {
          const rows = standings.filter(({ indicator }) => indicator.field === field);
          if (rows.length === 0) return null;
          return (
            <Sheet title={say(`field.${field}`)} id={field}>
              <DataTable
                locale={locale}
                caption={say(`field.${field}`)}
                columns={columnsOf(ctx, cockpit)}
                rows={rows}
              />
            </Sheet>
          );
        })}
        <Months ctx={ctx} cockpit={cockpit} />
      </div>
    </>
  );
}

const files = (ctx: Context, set: string) => {
  const href = cockpitHref(ctx.cluster!, set);
  const join = href.includes("?") ? "&" : "?";
  return { csv: `${href}${join}format=csv`, xlsx: `${href}${join}format=xlsx` };
};

function Source({ ctx, standings, at }: { ctx: Context; standings: readonly Standing[]; at: Date }) {
  const inputs = standings.find(({ stored }) => stored)?.stored?.inputs ?? {};
  const count = (name: string) => formatNumber(Number(inputs[name] ?? 0), ctx.locale);
  return (
    <>
      {sayCockpit(ctx.locale)("cockpit.source", {
        date: formatDate(at, ctx.locale),
        memberships: count("memberships"),
        links: count("links"),
        acts: count("acts"),
        events: count("events"),
      })}
    </>
  );
}

/** The last twelve months, this one included. */
const lastYear = (points: readonly Point[], today: string): Point[] =>
  points.filter(({ month }) => month >= monthsBefore(`${today.slice(0, 7)}-01`, 12));

function columnsOf(ctx: Context, { set, months, colleagues }: Cockpit): Column<Standing>[] {
  const { locale } = ctx;
  const say = sayCockpit(locale);
  const cluster = ctx.cluster!;
  return [
    {
      key: "indicator",
      label: say("column.indicator"),
      value: ({ indicator }) => indicator.name[locale],
      href: ({ indicator }) => indicatorHref(cluster, indicator.key, set.slug),
    },
    {
      key: "value",
      label: say("column.value"),
      align: "end",
      value: ({ indicator, value }) => valueText(indicator.unit, value, locale),
      href: ({ indicator }) => `${indicatorHref(cluster, indicator.key, set.slug)}#evidence`,
    },
    {
      key: "threshold",
      label: say("column.threshold"),
      value: ({ indicator }) => thresholdShort(indicator, locale),
    },
    {
      key: "standing",
      label: say("column.standing"),
      value: (standing) => <StandingTag standing={standing} locale={locale} />,
    },
    {
      key: "trend",
      label: say("column.trend"),
      value: (standing) => {
        const points =
          standing.how === "computed" ? lastYear(months.get(standing.indicator.key) ?? [], ctx.today()) : [];
        return (
          <>
            <Spark points={points} /> {changeText(standing, points, ctx)}
          </>
        );
      },
    },
    { key: "how", label: say("column.how"), value: (standing) => howText(ctx, standing) },
    {
      key: "missing",
      label: say("column.missing"),
      value: (standing) => {
        const lack = lackText(standing, locale);
        if (lack === null) return "";
        const { key } = standing.indicator;
        const { who, path, label } = mendOf(key);
        const href =
          path !== null
            ? `/clusters/${cluster.slug}${path}`
            : who === "entered"
              ? `${indicatorHref(cluster, key, set.slug)}#enter`
              : null;
        return (
          <>
            {lack}; {whoText(key, locale)}: {href ? <a href={href}>{say(label)}</a> : say(label)}
            {colleagues.length > 0 && isAskedOf(key) ? (
              <>
                {" · "}
                <a href={`${indicatorHref(cluster, key, set.slug)}#ask`}>{say("ask.short")}</a>
              </>
            ) : null}
          </>
        );
      },
    },
  ];
}

function changeText(standing: Standing, points: readonly Point[], { locale }: Context): string {
  const trend = trendOf(points, standing.value);
  if (!trend || points.length < 2) return "";
  const digits = standing.indicator.unit === "percent" || Number.isInteger(trend.change) ? 0 : 1;
  const rounded = Number(trend.change.toFixed(digits));
  const sign = rounded > 0 ? "+" : rounded < 0 ? "−" : "±";
  return `${sign}${formatNumber(Math.abs(rounded), locale, digits)}`;
}

function howText(ctx: Context, { how, on, said }: Standing): string {
  const say = sayCockpit(ctx.locale);
  if (how === null) return say("how.none");
  const words = [say(`how.${how}`), ...(how === "entered" && on ? [formatDate(on, ctx.locale)] : [])].join(
    " · ",
  );
  return how === "entered" && said?.invented ? `${words} · ${say("how.invented")}` : words;
}

/** What a picture says of where it comes from. */
export const clusterName = ({ cluster, locale }: Context): string =>
  locale === "de" ? cluster!.nameDe : cluster!.nameEn;

function Months({ ctx, cockpit: { set, setMonths } }: { ctx: Context; cockpit: Cockpit }) {
  const { locale } = ctx;
  const say = sayCockpit(locale);
  const only = setMonths[0];
  if (!only) return null;
  const number = (month: string) => Number(month.slice(0, 4)) + (Number(month.slice(5, 7)) - 1) / 12;
  return (
    <Sheet title={say("cockpit.months")}>
      {setMonths.length === 1 ? (
        <p>
          {say("cockpit.months.one", {
            month: formatMonth(only.month, locale),
            reached: only.reached,
            total: only.total,
          })}
        </p>
      ) : (
        <ChartFrame
          locale={locale}
          title={`${say("cockpit.months")} · ${set.title[locale]}, ${clusterName(ctx)}`}
          untitled
          download={{ chart: "months", path: cockpitHref(ctx.cluster!), query: { set: set.slug } }}
          source={say("cockpit.months.source")}
          table={{
            rows: setMonths,
            columns: [
              { key: "month", label: say("column.month"), value: ({ month }) => formatMonth(month, locale) },
              {
                key: "reached",
                label: say("cockpit.reached"),
                align: "end",
                value: ({ reached }) => formatNumber(reached, locale),
              },
              {
                key: "total",
                label: say("sets.indicators"),
                align: "end",
                value: ({ total }) => formatNumber(total, locale),
              },
              { key: "version", label: say("column.version"), align: "end", value: ({ version }) => version },
            ],
          }}
        >
          <LineChart
            locale={locale}
            label={say("cockpit.months")}
            axis={say("cockpit.months.axis")}
            formatX={(x) => formatMonth(monthOfNumber(x), locale)}
            lines={[
              {
                label: say("cockpit.reached"),
                points: setMonths.map(({ month, reached }) => ({ x: number(month), y: reached })),
              },
            ]}
          />
        </ChartFrame>
      )}
    </Sheet>
  );
}

/** Years with months as their fractions, so that a chart's axis can be a number. */
export const monthOfNumber = (x: number): string => {
  const months = Math.round(x * 12);
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}-01`;
};

/** The table as a file. */
export function fileColumns(ctx: Context): ExportColumn<Standing>[] {
  const { locale } = ctx;
  const say = sayCockpit(locale);
  return [
    { label: say("column.field"), value: ({ indicator }) => say(`field.${indicator.field}`), width: 24 },
    { label: say("column.key"), value: ({ indicator }) => indicator.key, width: 20 },
    { label: say("column.indicator"), value: ({ indicator }) => indicator.name[locale], width: 36 },
    { label: say("column.unit"), value: ({ indicator }) => say(`unit.${indicator.unit}`) },
    {
      label: say("column.value"),
      value: ({ value }) => (value === null ? null : Math.round(value * 100) / 100),
    },
    { label: say("column.threshold"), value: ({ indicator }) => indicator.threshold },
    {
      label: say("column.standing"),
      value: ({ reached }) =>
        say(reached === null ? "standing.unknown" : reached ? "standing.reached" : "standing.missed"),
    },
    { label: say("column.how"), value: ({ how }) => (how ? say(`how.${how}`) : null) },
    { label: say("column.day"), value: ({ on }) => on },
    {
      label: say("column.missing"),
      value: (standing) => {
        const lack = lackText(standing, locale);
        return lack === null ? null : `${lack}; ${whoText(standing.indicator.key, locale)}`;
      },
      width: 40,
    },
  ];
}
