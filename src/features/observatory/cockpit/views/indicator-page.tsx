import { can } from "../../../../access/can.ts";
import type { Context } from "../../../../access/context.ts";
import {
  Breadcrumbs,
  Button,
  ChartFrame,
  type Column,
  DataTable,
  displayName,
  Empty,
  type ExportColumn,
  ExportLinks,
  Facts,
  formatDate,
  formatMonth,
  formatNumber,
  LineChart,
  PageHead,
  Sheet,
} from "../../../../ui/index.ts";
import type { IndicatorView } from "../actions.ts";
import { cockpitHref, entryHref, indicatorHref, indicatorPath } from "../address.ts";
import { type Proof, readsInner } from "../evidence.ts";
import { sayCockpit } from "../messages.ts";
import type { Point, Standing } from "../rules.ts";
import { valueSaid } from "../rules.ts";
import type { Entry } from "../store.ts";
import { isMeasure } from "../words.ts";
import {
  isAskedOf,
  lackText,
  markText,
  mendOf,
  proofHref,
  proofText,
  thresholdText,
  valueText,
  whoText,
} from "../words-of.ts";
import { AskForm } from "./ask-form.tsx";
import { clusterName, monthOfNumber } from "./cockpit-page.tsx";
import { EnterForm, type TypedValues } from "./enter-form.tsx";
import { Act, StandingTag } from "./parts.tsx";

export interface IndicatorProps {
  ctx: Context;
  csrf: string;
  view: IndicatorView;
  typed?: TypedValues | undefined;
  problems?: Record<string, string> | undefined;
}

/** One indicator: how it stands, the records behind it, how it was, what is missing, and what was entered. */
export function IndicatorPage(props: IndicatorProps) {
  const { ctx, csrf, view } = props;
  const { locale } = ctx;
  const say = sayCockpit(locale);
  const cluster = ctx.cluster!;
  const { set, standing, before, after } = view;
  const { indicator } = standing;
  const lack = lackText(standing, locale);
  const mend = mendOf(indicator.key);
  const enters = can(ctx.actor, "cockpit.enter", { clusterId: cluster.id });
  const asks = standing.reached !== true && view.colleagues.length > 0 && isAskedOf(indicator.key);
  return (
    <>
      <Breadcrumbs
        locale={locale}
        crumbs={[
          { label: set.title[locale], href: cockpitHref(cluster, set.slug) },
          { label: indicator.name[locale] },
        ]}
      />
      <PageHead
        kicker={`${say("cockpit.kicker")} · ${say(`field.${indicator.field}`)}`}
        title={indicator.name[locale]}
        lede={ledeOf(ctx, standing)}
        actions={
          <>
            {before ? (
              <Button href={indicatorHref(cluster, before.key, set.slug)}>
                {say("indicator.before", { name: before.name[locale] })}
              </Button>
            ) : null}
            {after ? (
              <Button href={indicatorHref(cluster, after.key, set.slug)}>
                {say("indicator.after", { name: after.name[locale] })}
              </Button>
            ) : null}
          </>
        }
      />
      <p>
        <StandingTag standing={standing} locale={locale} />{" "}
        {lack ? (
          <>
            {say("column.missing").split(",")[0]}: {lack}; {whoText(indicator.key, locale)}.{" "}
            {mend.path !== null ? (
              <a href={`/clusters/${cluster.slug}${mend.path}`}>{say(mend.label)}</a>
            ) : enters && mend.who === "entered" ? (
              <a href="#enter">{say(mend.label)}</a>
            ) : null}
            {asks ? (
              <>
                {" · "}
                <a href="#ask">{say("ask.short")}</a>
              </>
            ) : null}
          </>
        ) : null}
      </p>
      <div class="stack">
        {isMeasure(indicator.key) ? <Evidence {...props} /> : null}
        <Trend {...props} />
        <Sheet title={say("indicator.facts")}>
          <p>{indicator.text[locale]}</p>
          <Facts facts={factsOf(ctx, view)} />
        </Sheet>
        <Entries ctx={ctx} csrf={csrf} view={view} />
        {enters ? <EnterForm {...props} /> : null}
        {asks ? <AskForm {...props} /> : null}
      </div>
    </>
  );
}

function ledeOf({ locale }: Context, { indicator, how, value, on, stored }: Standing): string {
  const say = sayCockpit(locale);
  const threshold = thresholdText(indicator, locale);
  const text = valueText(indicator.unit, value, locale);
  if (how === null) return say("indicator.lede.none", { threshold });
  const date = on ? formatDate(on, locale) : "";
  if (how === "entered")
    return indicator.unit === "months-since"
      ? say("indicator.lede.since", { date, value: text, threshold })
      : say("indicator.lede.entered", { date, value: text, threshold });
  return stored?.whole != null
    ? say("indicator.lede.share", { part: stored.part!, whole: stored.whole, value: text, threshold })
    : say("indicator.lede.computed", { value: text, threshold });
}

function factsOf(ctx: Context, { set, standing }: IndicatorView): [string, string | null][] {
  const { locale } = ctx;
  const say = sayCockpit(locale);
  const { indicator, how, stored, value } = standing;
  const inputs = stored?.inputs ?? {};
  const count = (name: string) => formatNumber(Number(inputs[name] ?? 0), locale);
  return [
    [say("facts.formula"), formulaOf(standing, valueText(indicator.unit, value, locale), locale)],
    [
      say("facts.how"),
      how === "computed" ? say("facts.source.records") : how ? say("facts.source.entered") : null,
    ],
    [say("facts.computed"), stored ? formatDate(stored.computedAt, locale) : null],
    [
      say("facts.coverage"),
      how === "computed"
        ? say("facts.coverage.inputs", {
            memberships: count("memberships"),
            links: count("links"),
            acts: count("acts"),
            events: count("events"),
            introductions: count("introductions"),
          })
        : null,
    ],
    [say("facts.set"), `${set.title[locale]} · ${say("column.version")} ${set.version}`],
    [say("facts.who"), whoText(indicator.key, locale)],
  ];
}

export function formulaOf(
  { indicator, how, stored }: Standing,
  value: string,
  locale: Context["locale"],
): string {
  const say = sayCockpit(locale);
  if (how === "entered") return say(indicator.unit === "months-since" ? "formula.months" : "formula.entered");
  if (stored?.whole != null) return say("formula.share", { part: stored.part!, whole: stored.whole, value });
  if (indicator.key === "actor-kinds") return say("formula.kinds");
  if (indicator.key === "years-running") return say("formula.years");
  if (indicator.key === "english-site") return say("formula.all");
  return isMeasure(indicator.key) ? say("formula.count") : say("formula.entered");
}

function Evidence({ ctx, view: { standing, proofs, set } }: IndicatorProps) {
  const { locale } = ctx;
  const say = sayCockpit(locale);
  const { key } = standing.indicator;
  const href = indicatorHref(ctx.cluster!, key, set.slug);
  const join = href.includes("?") ? "&" : "?";
  const counted = proofs.filter(({ counts }) => counts);
  const others = proofs.filter(({ counts }) => !counts);
  if (standing.stored?.innerOnly && !readsInner(ctx.actor))
    return (
      <Sheet title={say("facts.how")} id="evidence">
        <p>{say("indicator.inner")}</p>
      </Sheet>
    );
  return (
    <>
      <Sheet
        title={say("indicator.evidence", { count: counted.length })}
        id="evidence"
        aside={
          proofs.length > 0 ? (
            <ExportLinks
              locale={locale}
              csv={`${href}${join}format=csv`}
              xlsx={`${href}${join}format=xlsx`}
            />
          ) : null
        }
      >
        {counted.length > 0 ? (
          <DataTable
            locale={locale}
            caption={say("indicator.evidence", { count: counted.length })}
            columns={proofColumns(ctx, counted)}
            rows={counted}
          />
        ) : (
          <Empty>{say(standing.stored ? "indicator.no-evidence" : "cockpit.not-computed")}</Empty>
        )}
      </Sheet>
      {others.length > 0 ? (
        <Sheet title={say("indicator.not-counted", { count: others.length })} id="not-counted">
          <DataTable
            locale={locale}
            caption={say("indicator.not-counted", { count: others.length })}
            columns={proofColumns(ctx, others)}
            rows={others}
          />
        </Sheet>
      ) : null}
    </>
  );
}

/** Columns that say something of at least one of the records. */
function proofColumns(ctx: Context, rows: readonly Proof[]): Column<Proof>[] {
  const { locale } = ctx;
  const say = sayCockpit(locale);
  const columns: (Column<Proof> & { any: boolean })[] = [
    {
      key: "organisation",
      label: say("column.organisation"),
      value: ({ organisation }) => (organisation ? displayName(organisation) : ""),
      href: ({ slug }) => (slug ? `/clusters/${ctx.cluster!.slug}/organisations/${slug}` : undefined),
      any: rows.some(({ organisation }) => organisation !== null),
    },
    {
      key: "record",
      label: say("column.record"),
      value: (proof) => proofText(ctx.locale, proof),
      href: (proof) => proofHref(ctx, proof),
      any: true,
    },
    {
      key: "day",
      label: say("column.day"),
      value: ({ on }) => (on ? formatDate(on, locale) : ""),
      any: rows.some(({ on }) => on !== null),
    },
    {
      key: "mark",
      label: say("column.mark"),
      value: (proof) => markText(ctx.locale, proof),
      any: rows.some((proof) => markText(ctx.locale, proof) !== ""),
    },
  ];
  return columns.filter(({ any }) => any);
}

/** The records as a file. */
export function proofFile(ctx: Context): ExportColumn<Proof>[] {
  const say = sayCockpit(ctx.locale);
  return [
    {
      label: say("column.organisation"),
      value: ({ organisation }) => organisation && displayName(organisation),
      width: 40,
    },
    { label: say("column.record"), value: (proof) => proofText(ctx.locale, proof), width: 40 },
    { label: say("column.day"), value: ({ on }) => on },
    { label: say("column.mark"), value: (proof) => markText(ctx.locale, proof), width: 24 },
    { label: say("column.counts"), value: ({ counts }) => say(counts ? "yes" : "no") },
  ];
}

interface TrendPoint extends Point {
  x: number;
}

function Trend({ ctx, view: { set, standing, months, entries } }: IndicatorProps) {
  const { locale } = ctx;
  const say = sayCockpit(locale);
  const { indicator, how } = standing;
  const points: TrendPoint[] =
    how === "computed" || entries.length === 0
      ? months.map((point) => ({ ...point, x: yearOf(point.month) }))
      : entries
          .filter(({ withdrawnAt }) => withdrawnAt === null)
          .map(({ saidOn, value }) => ({
            month: saidOn,
            x: yearOf(saidOn),
            value: value ?? Number.NaN,
            kept: true,
          }))
          .filter(({ value }) => Number.isFinite(value))
          .reverse();
  if (points.length === 0) return null;
  const format = (value: number) => valueText(indicator.unit, value, locale);
  return (
    <Sheet title={say("indicator.trend")}>
      {points.length === 1 ? (
        <p>{say("indicator.trend.none")}</p>
      ) : (
        <ChartFrame
          locale={locale}
          title={`${indicator.name[locale]} · ${clusterName(ctx)}`}
          untitled
          download={{
            chart: "trend",
            path: indicatorPath(ctx.cluster!, indicator.key),
            query: { set: set.slug },
          }}
          source={say(how === "computed" ? "facts.source.records" : "facts.source.entered")}
          table={{
            rows: points,
            columns: [
              {
                key: "month",
                label: say("column.month"),
                value: ({ month }) =>
                  how === "computed" ? formatMonth(month, locale) : formatDate(month, locale),
              },
              { key: "value", label: say("column.value"), align: "end", value: ({ value }) => format(value) },
            ],
          }}
        >
          <LineChart
            locale={locale}
            label={`${indicator.name[locale]}: ${format(points[0]!.value)} – ${format(points.at(-1)!.value)}`}
            axis={indicator.name[locale]}
            height={180}
            formatX={(x) => formatMonth(monthOfNumber(x), locale)}
            formatY={format}
            lines={[
              { label: say("column.value"), points: points.map(({ x, value }) => ({ x, y: value })) },
              ...(indicator.unit === "yes-no" || indicator.unit === "months-since"
                ? []
                : [
                    {
                      label: say("column.threshold"),
                      points: [points[0]!, points.at(-1)!].map(({ x }) => ({ x, y: indicator.threshold })),
                    },
                  ]),
            ]}
          />
        </ChartFrame>
      )}
    </Sheet>
  );
}

const yearOf = (day: string): number => Number(day.slice(0, 4)) + (Number(day.slice(5, 7)) - 1) / 12;

function Entries({
  ctx,
  csrf,
  view: { standing, entries },
}: {
  ctx: Context;
  csrf: string;
  view: IndicatorView;
}) {
  const { locale } = ctx;
  const say = sayCockpit(locale);
  const cluster = ctx.cluster!;
  const { indicator, how } = standing;
  const computed = isMeasure(indicator.key);
  if (computed && entries.length === 0) return null;
  const enters = can(ctx.actor, "cockpit.enter", { clusterId: cluster.id });
  const columns: Column<Entry>[] = [
    {
      key: "value",
      label: say("column.value"),
      align: "end",
      value: (entry) => valueText(indicator.unit, valueSaid(indicator.unit, entry, ctx.today()), locale),
    },
    {
      key: "said",
      label: say("column.said"),
      value: ({ saidOn }) => formatDate(saidOn, locale),
      header: true,
    },
    {
      key: "shows",
      label: say("column.shows"),
      value: ({ note, url, fileName, id, invented }) => (
        <>
          {note}
          {invented ? ` (${say("how.invented")})` : ""}
          {url ? (
            <>
              {" "}
              <a href={url} rel="nofollow noopener">
                {new URL(url).host}
              </a>
            </>
          ) : null}
          {fileName ? (
            <>
              {" "}
              <a href={`${entryHref(cluster, indicator.key, id)}/file`} download="">
                {fileName}
              </a>
            </>
          ) : null}
        </>
      ),
    },
    {
      key: "entered",
      label: say("column.entered"),
      value: (entry) => (
        <>
          {say("entry.by", {
            date: formatDate(entry.enteredAt, locale),
            who: entry.enteredBy ?? say("entry.nobody"),
          })}
          {entry.withdrawnAt ? (
            <>
              <br />
              {say("entry.withdrawn-by", {
                date: formatDate(entry.withdrawnAt, locale),
                who: entry.withdrawnBy ?? say("entry.nobody"),
              })}
            </>
          ) : null}
        </>
      ),
    },
  ];
  if (enters && entries.some(({ withdrawnAt }) => withdrawnAt === null))
    columns.push({
      key: "act",
      label: say("entry.withdraw"),
      value: ({ id, withdrawnAt }) =>
        withdrawnAt ? (
          ""
        ) : (
          <Act action={`${entryHref(cluster, indicator.key, id)}/withdraw`} csrf={csrf} kind="quiet">
            {say("entry.withdraw")}
          </Act>
        ),
    });
  return (
    <Sheet title={say("indicator.entries")} id="entries">
      {computed && how === "computed" ? <p>{say("indicator.entry-unused")}</p> : null}
      {entries.length === 0 ? (
        <Empty act={enters ? { label: say("mend.enter"), href: "#enter" } : undefined}>
          {say("indicator.entries.none")}
        </Empty>
      ) : (
        <DataTable locale={locale} caption={say("indicator.entries")} columns={columns} rows={entries} />
      )}
    </Sheet>
  );
}
