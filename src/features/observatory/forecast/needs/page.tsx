import type { Context } from "../../../../access/context.ts";
import {
  ChartFrame,
  type Column,
  DataTable,
  displayName,
  Empty,
  ExportLinks,
  formatDate,
  formatList,
  formatMonth,
  formatNumber,
  formatPercent,
  formatTime,
  LineChart,
  PageHead,
  Sheet,
} from "../../../../ui/index.ts";
import { KIND_WORDS, type Kind } from "../../../exchange/feature.ts";
import { homeHref } from "../../data/here.ts";
import { ForecastTabs } from "../tabs.tsx";
import { sayNeeds } from "./messages.ts";
import type { Precision } from "./next.ts";
import {
  type Hierarchy,
  LEAST_MONTHS,
  LEAST_NEEDS,
  LEVEL,
  type NeedsForecast,
  type Part,
  type Tested,
} from "./rules.ts";
import type { MemberNext, NeedsSeen } from "./see.ts";
import { RATE, type Rising, type Topics } from "./topics.ts";

interface Props {
  ctx: Context;
  seen: NeedsSeen;
}

export function NeedsPage({ ctx, seen }: Props) {
  const { locale } = ctx;
  const say = sayNeeds(locale);
  const { needs } = seen;
  return (
    <>
      <PageHead title={say("forecast.needs.title")} lede={ledeOf(ctx, needs)} />
      <ForecastTabs ctx={ctx} current="needs" />
      <div class="stack">
        {needs?.state === "ready" && needs.kinds ? (
          <Needs ctx={ctx} seen={seen} needs={needs} kinds={needs.kinds} />
        ) : needs ? (
          <Empty act={{ label: say("forecast.needs.add"), href: `/clusters/${ctx.cluster!.slug}/needs/new` }}>
            {ledeOf(ctx, needs)}
          </Empty>
        ) : null}
        {needs ? <Next ctx={ctx} seen={seen} precision={needs.precision} /> : null}
        {seen.topics ? <Themes ctx={ctx} seen={seen} topics={seen.topics} /> : null}
        {seen.computedAt ? (
          <p class="hint">{say("forecast.needs.audience", { on: formatTime(seen.computedAt, locale) })}</p>
        ) : null}
      </div>
    </>
  );
}

function ledeOf({ locale }: Context, needs: NeedsForecast | null): string {
  const say = sayNeeds(locale);
  if (!needs) return say("forecast.needs.lede.computing");
  if (needs.state !== "ready" || !needs.kinds)
    return say("forecast.needs.lede.not-enough", {
      months: LEAST_MONTHS,
      needs: LEAST_NEEDS,
      haveMonths: needs.months.length,
      haveNeeds: needs.needs,
    });
  const { history, expected } = needs.kinds.whole;
  return say("forecast.needs.lede", {
    expected: formatNumber(sum(expected.mean), locale),
    first: formatNumber(expected.mean[0] ?? 0, locale, 1),
    month: formatMonth(`${needs.ahead[0]}-01`, locale),
    history: formatNumber(sum(history.slice(-12)), locale),
  });
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function Needs({
  ctx,
  seen,
  needs,
  kinds,
}: Props & { needs: NonNullable<NeedsSeen["needs"]>; kinds: Hierarchy }) {
  const say = sayNeeds(ctx.locale);
  const path = `${homeHref(ctx)}/forecast/needs`;
  return (
    <>
      <Whole ctx={ctx} needs={needs} whole={kinds.whole} />
      <Sheet title={say("forecast.needs.kinds")} id="kinds">
        <Parts ctx={ctx} hierarchy={kinds} side="kind" />
        <ExportLinks locale={ctx.locale} csv={`${path}?format=csv`} xlsx={`${path}?format=xlsx`} />
      </Sheet>
      {needs.competences ? (
        <Sheet title={say("forecast.needs.competences")} id="competences">
          <p>{say("forecast.needs.competences.hint")}</p>
          <Parts ctx={ctx} hierarchy={needs.competences} side="competence" />
        </Sheet>
      ) : null}
      <Seasons ctx={ctx} needs={needs} />
      <Tests ctx={ctx} seen={seen} needs={needs} kinds={kinds} />
    </>
  );
}

interface Point {
  month: string;
  known: number | null;
  mean: number | null;
  lower: number | null;
  upper: number | null;
}

function Whole({ ctx, needs, whole }: { ctx: Context; needs: NeedsForecast; whole: Part }) {
  const { locale } = ctx;
  const say = sayNeeds(locale);
  const { months, ahead } = needs;
  const rows: Point[] = [
    ...months.map((month, k) => ({
      month,
      known: whole.history[k]!,
      mean: null,
      lower: null,
      upper: null,
    })),
    ...ahead.map((month, k) => ({
      month,
      known: null,
      mean: whole.expected.mean[k]!,
      lower: whole.expected.lower[k]!,
      upper: whole.expected.upper[k]!,
    })),
  ];
  const number = (value: number | null, digits = 1) =>
    value === null ? "–" : formatNumber(value, locale, digits);
  const named = (month: string) => formatMonth(`${month}-01`, locale);
  const columns: Column<Point>[] = [
    { key: "month", label: say("forecast.needs.month"), value: (row) => named(row.month), header: true },
    {
      key: "known",
      label: say("forecast.needs.known"),
      align: "end",
      value: (row) => number(row.known, 0),
    },
    { key: "mean", label: say("forecast.needs.expected"), align: "end", value: (row) => number(row.mean) },
    { key: "lower", label: say("forecast.needs.lower"), align: "end", value: (row) => number(row.lower) },
    { key: "upper", label: say("forecast.needs.upper"), align: "end", value: (row) => number(row.upper) },
  ];
  const last = months.length - 1;
  return (
    <Sheet title={say("forecast.needs.whole")}>
      <ChartFrame
        locale={locale}
        title={say("forecast.needs.whole")}
        untitled
        sentence={say("forecast.needs.whole.sentence", { level: formatPercent(LEVEL, locale) })}
        source={
          <a href={`/clusters/${ctx.cluster!.slug}/needs`}>
            {`${say("forecast.needs.known")}: ${formatNumber(needs.needs, locale)}, ${named(months[0]!)} – ${named(months[last]!)}`}
          </a>
        }
        table={{ columns, rows }}
        download={{ chart: "whole", path: `${homeHref(ctx)}/forecast/needs` }}
      >
        <LineChart
          locale={locale}
          label={ledeOf(ctx, needs)}
          axis={say("forecast.needs.whole.axis")}
          formatX={(at) => (rows[at] ? named(rows[at].month) : "")}
          formatY={(value) => formatNumber(value, locale)}
          lines={[
            {
              label: say("forecast.needs.whole"),
              forecastFrom: last,
              points: rows.map(({ known, mean, lower, upper }, at) => ({
                x: at,
                y: known ?? mean,
                low: mean !== null ? (lower ?? undefined) : at === last ? (known ?? undefined) : undefined,
                high: mean !== null ? (upper ?? undefined) : at === last ? (known ?? undefined) : undefined,
              })),
            },
          ]}
        />
      </ChartFrame>
    </Sheet>
  );
}

type Side = "kind" | "competence";

/** The words of a kind; a competence is its own. */
export const wordOf = ({ locale }: Context, side: Side, key: string | null): string =>
  key === null
    ? sayNeeds(locale)("forecast.needs.others")
    : side === "kind"
      ? KIND_WORDS[key as Kind][locale]
      : key;

function Parts({ ctx, hierarchy, side }: { ctx: Context; hierarchy: Hierarchy; side: Side }) {
  const { locale } = ctx;
  const say = sayNeeds(locale);
  const number = (value: number) => formatNumber(value, locale, 1);
  const columns: Column<Part>[] = [
    {
      key: side,
      label: say(`forecast.needs.${side}`),
      value: ({ key }) => wordOf(ctx, side, key),
      href: ({ key }) =>
        key !== null && side === "kind"
          ? `/clusters/${ctx.cluster!.slug}/needs?kind=${encodeURIComponent(key)}`
          : undefined,
      summary: () => say("forecast.needs.sum"),
      header: true,
    },
    {
      key: "total",
      label: say("forecast.needs.so-far"),
      align: "end",
      value: ({ total }) => formatNumber(total, locale),
      summary: (rows) => formatNumber(sum(rows.map(({ total }) => total)), locale),
    },
    {
      key: "three",
      label: say("forecast.needs.next-three"),
      align: "end",
      value: ({ expected }) => number(sum(expected.mean.slice(0, 3))),
      summary: () => number(sum(hierarchy.whole.expected.mean.slice(0, 3))),
    },
    {
      key: "twelve",
      label: say("forecast.needs.next-twelve"),
      align: "end",
      value: ({ expected }) => number(sum(expected.mean)),
      summary: () => number(sum(hierarchy.whole.expected.mean)),
    },
    {
      key: "method",
      label: say("forecast.needs.method"),
      value: ({ method }) => say(`forecast.needs.method.${method as "naive"}`),
    },
  ];
  return (
    <div class="stack">
      <DataTable
        locale={locale}
        caption={say(`forecast.needs.${side}`)}
        columns={columns}
        rows={hierarchy.parts}
      />
      {hierarchy.tooFew.length > 0 ? (
        <p class="hint">
          {say("forecast.needs.too-few", {
            list: formatList(
              hierarchy.tooFew
                .slice(0, 12)
                .map(({ key, total }) => `${wordOf(ctx, side, key)} (${formatNumber(total, locale)})`),
              locale,
            ),
          })}
        </p>
      ) : null}
    </div>
  );
}

function Seasons({ ctx, needs }: { ctx: Context; needs: NeedsForecast }) {
  const { locale } = ctx;
  const say = sayNeeds(locale);
  type Season = NeedsForecast["seasons"][number];
  const columns: Column<Season>[] = [
    {
      key: "quarter",
      label: say("forecast.needs.quarter"),
      value: ({ quarter }) => say(`forecast.needs.quarter.${quarter as 1}`),
      header: true,
    },
    {
      key: "perYear",
      label: say("forecast.needs.per-year"),
      align: "end",
      value: ({ perYear }) => (perYear === null ? "–" : formatNumber(perYear, locale, 1)),
    },
    {
      key: "expected",
      label: say("forecast.needs.next-twelve"),
      align: "end",
      value: ({ expected }) => formatNumber(expected, locale, 1),
    },
  ];
  return (
    <Sheet title={say("forecast.needs.seasons")}>
      <DataTable
        locale={locale}
        caption={say("forecast.needs.seasons")}
        columns={columns}
        rows={needs.seasons}
      />
    </Sheet>
  );
}

function Tests({ ctx, needs, kinds }: Props & { needs: NeedsForecast; kinds: Hierarchy }) {
  const { locale } = ctx;
  const say = sayNeeds(locale);
  const rows: { name: string; tested: Tested }[] = [
    { name: say("forecast.needs.tests.whole"), tested: kinds.tested.whole },
    { name: say("forecast.needs.tests.kinds"), tested: kinds.tested.parts },
    ...(needs.competences
      ? [{ name: say("forecast.needs.tests.competences"), tested: needs.competences.tested.parts }]
      : []),
  ];
  const columns: Column<(typeof rows)[number]>[] = [
    { key: "name", label: say("forecast.needs.tests.of"), value: ({ name }) => name, header: true },
    ...(["ours", "naive", "seasonalNaive"] as const).map((way) => ({
      key: way,
      label: say(`forecast.needs.${way}`),
      align: "end" as const,
      value: ({ tested }: (typeof rows)[number]) => {
        const share = tested[way];
        return share === null ? "–" : formatPercent(share, locale);
      },
    })),
  ];
  return (
    <Sheet title={say("forecast.needs.tests")} id="back-test">
      <div class="stack">
        <p>{say("forecast.needs.tests.sentence", { origins: kinds.tested.whole.origins })}</p>
        <DataTable locale={locale} caption={say("forecast.needs.tests")} columns={columns} rows={rows} />
      </div>
    </Sheet>
  );
}

const SHOWN_MEMBERS = 50;

function Next({ ctx, seen, precision }: Props & { precision: Precision | null }) {
  const { locale, actor } = ctx;
  const say = sayNeeds(locale);
  const team = actor.office !== null;
  // Of one that never said a need, nothing can be said but what holds for all.
  const told = seen.next.filter(({ own }) => own > 0);
  if (seen.next.length === 0) return null;
  const percent = (share: number) => formatPercent(share, locale);
  const listed = (likely: readonly { share: number }[], word: (k: number) => string) =>
    formatList(
      likely.map(({ share }, k) => `${word(k)} (${percent(share)})`),
      locale,
    );
  const columns: Column<MemberNext>[] = [
    {
      key: "member",
      label: say("forecast.needs.member"),
      value: ({ name }) => displayName(name),
      href: ({ slug }) => `/clusters/${ctx.cluster!.slug}/organisations/${slug}`,
      header: true,
    },
    { key: "own", label: say("forecast.needs.own"), align: "end", value: ({ own }) => String(own) },
    {
      key: "kinds",
      label: say("forecast.needs.likely.kinds"),
      value: ({ kinds }) => listed(kinds, (k) => wordOf(ctx, "kind", kinds[k]!.key)),
    },
    {
      key: "competences",
      label: say("forecast.needs.likely.competences"),
      value: ({ competences }) =>
        formatList(
          competences.map(({ key }) => key),
          locale,
        ),
    },
  ];
  const rows = told.toSorted((a, b) => b.own - a.own).slice(0, SHOWN_MEMBERS);
  return (
    <Sheet title={say(team ? "forecast.needs.next" : "forecast.needs.next.own")} id="next">
      <div class="stack">
        {rows.length > 0 ? (
          <DataTable locale={locale} caption={say("forecast.needs.next")} columns={columns} rows={rows} />
        ) : (
          <p class="empty">{say("forecast.needs.next.none")}</p>
        )}
        <p class="hint">
          {precision
            ? say("forecast.needs.next.precision", {
                tests: precision.tests,
                ofThree: percent(precision.ofThree),
                first: percent(precision.first),
                popular: percent(precision.popular.ofThree),
                competences: percent(precision.competences),
              })
            : say("forecast.needs.next.untested")}
        </p>
      </div>
    </Sheet>
  );
}

function Themes({ ctx, seen, topics }: Props & { topics: NonNullable<NeedsSeen["topics"]> }) {
  const say = sayNeeds(ctx.locale);
  return (
    <Sheet title={say("forecast.needs.topics")} id="topics">
      <div class="stack">
        {(["needs", "projects", "calls"] as const).map((of) => (
          <ThemesOf ctx={ctx} seen={seen} of={of} topics={topics[of]} />
        ))}
        <p class="hint">{say("forecast.needs.topics.method", { rate: formatPercent(RATE, ctx.locale) })}</p>
      </div>
    </Sheet>
  );
}

function ThemesOf({ ctx, seen, of, topics }: Props & { of: "needs" | "projects" | "calls"; topics: Topics }) {
  const { locale } = ctx;
  const say = sayNeeds(locale);
  const base = of === "needs" ? `/clusters/${ctx.cluster!.slug}/needs` : "/projects";
  const share = (count: number, all: number) =>
    `${formatPercent(count / all, locale)} (${formatNumber(count, locale)})`;
  const columns: Column<Rising>[] = [
    { key: "theme", label: say("forecast.needs.theme"), value: ({ theme }) => theme, header: true },
    {
      key: "before",
      label: say("forecast.needs.share.before"),
      align: "end",
      value: ({ before }) => share(before, topics.before),
    },
    {
      key: "now",
      label: say("forecast.needs.share.now"),
      align: "end",
      value: ({ now }) => share(now, topics.now),
    },
    { key: "q", label: say("forecast.needs.q"), align: "end", value: ({ q }) => formatNumber(q, locale, 3) },
    {
      key: "latest",
      label: say("forecast.needs.latest"),
      value: ({ examples }) => {
        const id = examples.find((one) => seen.titles.has(one));
        return id ? <a href={`${base}/${encodeURIComponent(id)}`}>{seen.titles.get(id)}</a> : "–";
      },
      wideOnly: true,
    },
  ];
  return (
    <>
      <h3>{say(`forecast.needs.topics.${of}`)}</h3>
      <p>
        {topics.state === "ready"
          ? say("forecast.needs.topics.ready", {
              rising: topics.rising.length,
              now: topics.now,
              before: topics.before,
              tested: topics.tested,
              until: formatDate(topics.until!, locale),
            })
          : say("forecast.needs.topics.not-enough", { now: topics.now, before: topics.before })}
      </p>
      {topics.rising.length > 0 ? (
        <DataTable
          locale={locale}
          caption={say(`forecast.needs.topics.${of}`)}
          columns={columns}
          rows={topics.rising.slice(0, 20)}
        />
      ) : null}
    </>
  );
}
