import type { Context } from "../../../access/context.ts";
import {
  BarChart,
  ChartFrame,
  type Column,
  DataTable,
  displayName,
  Empty,
  type ExportColumn,
  ExportLinks,
  Figures,
  formatDate,
  formatMonth,
  formatNumber,
  formatPercent,
  LineChart,
  PageHead,
  Sheet,
} from "../../../ui/index.ts";
import { introductionsHref } from "../introductions/address.ts";
import { matchesHref, needHref, qualityHref } from "../matching/address.ts";
import { learnedSentence } from "../matching/matches-page.tsx";
import { KIND_WORDS } from "../words.ts";
import type { MemberShare, Quality } from "./actions.ts";
import { sayQuality } from "./messages.ts";
import type { Concentration, MonthOfAnswers, MonthOfPrecision } from "./rules.ts";
import type { Gap } from "./store.ts";

export function QualityPage({ ctx, quality }: { ctx: Context; quality: Quality }) {
  const { locale } = ctx;
  const say = sayQuality(locale);
  const { precision, answers, gaps, looked, spread, spreadPlain } = quality;
  const href = qualityHref(ctx.cluster!);
  const number = (value: number | null, digits = 0) =>
    value === null ? "–" : formatNumber(value, locale, digits);
  const percent = (value: number | null) => (value === null ? "–" : formatPercent(value, locale));
  return (
    <>
      <PageHead
        title={say("quality.title")}
        lede={`${say("quality.lede", {
          answered: precision.answered,
          percent: precision.good === 0 && precision.answered === 1 ? "none" : percent(precision.precision),
        })} ${say("quality.lede.gaps", { gaps: gaps.length, matched: looked.matched })}`}
      />
      <Figures
        figures={[
          {
            value: percent(precision.precision),
            label: say("quality.precision"),
            change: say("quality.precision.of", { answered: precision.answered, shown: precision.shown }),
            href: `${href}/suggestions?answered=yes`,
          },
          {
            value: number(answers.median, 1),
            label: say("quality.median"),
            change: say("quality.median.of", { answered: answers.answered, asked: answers.asked }),
            href: introductionsHref(ctx.cluster!),
          },
          {
            value: looked.matched === 0 ? "–" : number(gaps.length),
            label: say("quality.gaps"),
            change: say("quality.gaps.of", { open: looked.open }),
            tone: gaps.length > 0 ? "wait" : undefined,
            href: "#gaps",
          },
          {
            value: number(spread.gini, 2),
            label: say("quality.gini"),
            change: say("quality.gini.of", { plain: number(spreadPlain.gini, 2) }),
            href: `${href}/members`,
          },
        ]}
      />
      <div class="stack">
        <Precision ctx={ctx} quality={quality} />
        <Gaps ctx={ctx} quality={quality} />
        <Answers ctx={ctx} quality={quality} />
        <Spread ctx={ctx} quality={quality} />
        <Learnt ctx={ctx} quality={quality} />
      </div>
    </>
  );
}

interface Part {
  ctx: Context;
  quality: Quality;
}

const monthDay = (month: string) => `${month}-01`;

function Precision({ ctx, quality: { months, since } }: Part) {
  const { locale } = ctx;
  const say = sayQuality(locale);
  const href = qualityHref(ctx.cluster!);
  const answered = months.filter((month) => month.precision !== null);
  const columns: Column<MonthOfPrecision>[] = [
    {
      key: "month",
      label: say("column.month"),
      value: ({ month }) => formatMonth(monthDay(month), locale),
      href: ({ month }) => `${href}/suggestions?month=${month}`,
    },
    {
      key: "shown",
      label: say("column.shown"),
      align: "end",
      value: ({ shown }) => formatNumber(shown, locale),
    },
    {
      key: "answered",
      label: say("column.answered"),
      align: "end",
      value: (row) => formatNumber(row.answered, locale),
    },
    { key: "good", label: say("column.good"), align: "end", value: ({ good }) => formatNumber(good, locale) },
    {
      key: "precision",
      label: say("column.precision"),
      align: "end",
      value: (row) => (row.precision === null ? "–" : formatPercent(row.precision, locale)),
    },
  ];
  return (
    <Sheet title={say("precision.title")} id="precision">
      {answered.length === 0 ? (
        <Empty act={{ label: say("suggestions.title"), href: `${href}/suggestions` }}>
          {say("precision.empty")}
        </Empty>
      ) : (
        <ChartFrame
          locale={locale}
          title={say("precision.title")}
          untitled
          sentence={say("precision.sentence")}
          source={say("precision.source", { since: formatDate(since, locale) })}
          table={{ columns, rows: months }}
        >
          <BarChart
            locale={locale}
            bars={answered.map((row) => ({
              label: formatMonth(monthDay(row.month), locale),
              value: row.precision!,
              series: 3,
              href: `${href}/suggestions?month=${row.month}`,
              note: say("quality.precision.of", { answered: row.answered, shown: row.shown }),
            }))}
            format={(value) => formatPercent(value, locale)}
          />
        </ChartFrame>
      )}
    </Sheet>
  );
}

function Answers({ ctx, quality: { answersBy } }: Part) {
  const { locale } = ctx;
  const say = sayQuality(locale);
  const columns: Column<MonthOfAnswers>[] = [
    { key: "month", label: say("column.month"), value: ({ month }) => formatMonth(monthDay(month), locale) },
    {
      key: "asked",
      label: say("column.asked"),
      align: "end",
      value: ({ asked }) => formatNumber(asked, locale),
    },
    {
      key: "answered",
      label: say("column.answered"),
      align: "end",
      value: (row) => formatNumber(row.answered, locale),
    },
    {
      key: "median",
      label: say("column.median"),
      align: "end",
      value: ({ median }) => (median === null ? "–" : formatNumber(median, locale, 1)),
    },
  ];
  return (
    <Sheet
      title={say("answers.title")}
      id="answers"
      link={{ label: say("answers.records"), href: introductionsHref(ctx.cluster!) }}
    >
      {answersBy.length === 0 ? (
        <Empty>{say("answers.empty")}</Empty>
      ) : (
        <>
          <p>{say("answers.sentence")}</p>
          <DataTable locale={locale} caption={say("answers.title")} columns={columns} rows={answersBy} />
        </>
      )}
    </Sheet>
  );
}

function Gaps({ ctx, quality: { gaps, looked } }: Part) {
  const { locale } = ctx;
  const say = sayQuality(locale);
  const cluster = ctx.cluster!;
  const columns: Column<Gap>[] = [
    {
      key: "need",
      label: say("column.need"),
      value: ({ title }) => title,
      href: ({ id }) => needHref(cluster, id),
    },
    { key: "of", label: say("column.of"), value: ({ name }) => displayName(name) },
    { key: "kind", label: say("column.kind"), value: ({ kind }) => KIND_WORDS[kind][locale] },
    {
      key: "deadline",
      label: say("column.deadline"),
      value: ({ deadline }) => (deadline ? formatDate(deadline, locale) : ""),
    },
    {
      key: "best",
      label: say("column.best"),
      align: "end",
      value: ({ best }) => formatPercent(best, locale),
      href: ({ id }) => matchesHref(cluster, id),
    },
    {
      key: "act",
      label: say("column.act"),
      value: () => say("gaps.outside"),
      href: ({ id }) => `${matchesHref(cluster, id)}/outside`,
    },
  ];
  const file = (format: string) => `${qualityHref(cluster)}/gaps?format=${format}`;
  return (
    <Sheet title={say("gaps.title")} id="gaps">
      {gaps.length === 0 ? (
        <Empty>{say("gaps.empty", { matched: looked.matched })}</Empty>
      ) : (
        <>
          <p>{say("gaps.sentence")}</p>
          <DataTable locale={locale} caption={say("gaps.title")} columns={columns} rows={gaps} />
          <ExportLinks locale={locale} csv={file("csv")} xlsx={file("xlsx")} />
        </>
      )}
    </Sheet>
  );
}

function Spread({ ctx, quality: { spread, spreadPlain, members, since } }: Part) {
  const { locale } = ctx;
  const say = sayQuality(locale);
  const href = qualityHref(ctx.cluster!);
  const points = ({ curve }: Concentration) =>
    curve.map(({ size, share }) => ({ x: size * 100, y: share * 100 }));
  const rows = tenths(spread, spreadPlain);
  const percent = (value: number) => formatPercent(value, locale);
  const columns: Column<(typeof rows)[number]>[] = [
    { key: "members", label: say("column.members"), value: ({ size }) => percent(size) },
    { key: "shown", label: say("spread.shown"), align: "end", value: ({ shown }) => percent(shown) },
    { key: "plain", label: say("spread.plain"), align: "end", value: ({ plain }) => percent(plain) },
  ];
  return (
    <Sheet
      title={say("spread.title")}
      id="spread"
      link={{ label: say("spread.members"), href: `${href}/members` }}
    >
      {spread.gini === null ? (
        <Empty>{say("spread.empty")}</Empty>
      ) : (
        <ChartFrame
          locale={locale}
          title={say("spread.title")}
          untitled
          sentence={say("spread.sentence")}
          source={say("spread.source", { since: formatDate(since, locale), members: members.length })}
          table={{ columns, rows }}
          csv={`${href}/members?format=csv`}
          xlsx={`${href}/members?format=xlsx`}
        >
          <LineChart
            locale={locale}
            label={say("spread.title")}
            axis={say("spread.axis")}
            lines={[
              { label: say("spread.shown"), points: points(spread), series: 1 },
              { label: say("spread.plain"), points: points(spreadPlain), series: 2 },
              {
                label: say("spread.even"),
                points: [
                  { x: 0, y: 0 },
                  { x: 100, y: 100 },
                ],
                series: 6,
              },
            ]}
            formatX={(x) => formatPercent(x / 100, locale)}
            formatY={(y) => formatPercent(y / 100, locale)}
          />
        </ChartFrame>
      )}
    </Sheet>
  );
}

/** Both curves at each tenth of the members. */
export function tenths(shown: Concentration, plain: Concentration) {
  const at = ({ curve }: Concentration, size: number) => {
    const next = curve.findIndex((point) => point.size >= size - 1e-9);
    const [b, a] = [curve[next], curve[Math.max(0, next - 1)]];
    if (!b || !a || b.size === a.size) return b?.share ?? 0;
    return a.share + ((size - a.size) / (b.size - a.size)) * (b.share - a.share);
  };
  return Array.from({ length: 10 }, (_, i) => {
    const size = (i + 1) / 10;
    return { size, shown: at(shown, size), plain: at(plain, size) };
  });
}

function Learnt({ ctx, quality: { learned } }: Part) {
  const say = sayQuality(ctx.locale);
  return (
    <Sheet title={say("learned.title")} id="learned">
      <p>{(learned && learnedSentence(ctx.locale, learned)) ?? say("learned.none")}</p>
    </Sheet>
  );
}

export function MembersPage({ ctx, quality }: { ctx: Context; quality: Quality }) {
  const { locale } = ctx;
  const say = sayQuality(locale);
  const href = qualityHref(ctx.cluster!);
  const columns: Column<MemberShare>[] = [
    {
      key: "member",
      label: say("column.member"),
      value: ({ name }) => displayName(name),
      href: ({ slug }) => `${href}/suggestions?organisation=${slug}`,
    },
    { key: "since", label: say("column.since"), value: ({ since }) => since.slice(0, 4) },
    {
      key: "shown",
      label: say("spread.shown"),
      align: "end",
      value: ({ shown }) => formatNumber(shown, locale),
    },
    {
      key: "plain",
      label: say("spread.plain"),
      align: "end",
      value: ({ plain }) => formatNumber(plain, locale),
    },
  ];
  return (
    <>
      <PageHead
        kicker={<a href={href}>{say("quality.title")}</a>}
        title={say("spread.title")}
        lede={say("spread.source", {
          since: formatDate(quality.since, locale),
          members: quality.members.length,
        })}
      />
      <DataTable locale={locale} caption={say("spread.title")} columns={columns} rows={quality.members} />
      <ExportLinks locale={locale} csv={`${href}/members?format=csv`} xlsx={`${href}/members?format=xlsx`} />
    </>
  );
}

export function memberColumns({ locale }: Context): ExportColumn<MemberShare>[] {
  const say = sayQuality(locale);
  return [
    { label: say("column.member"), value: ({ name }) => displayName(name), width: 40 },
    { label: say("column.since"), value: ({ since }) => since },
    { label: say("spread.shown"), value: ({ shown }) => shown },
    { label: say("spread.plain"), value: ({ plain }) => plain },
  ];
}

export function gapColumns({ locale, cluster }: Context, publicUrl: string): ExportColumn<Gap>[] {
  const say = sayQuality(locale);
  return [
    { label: say("column.need"), value: ({ title }) => title, width: 60 },
    { label: say("column.of"), value: ({ name }) => displayName(name), width: 40 },
    { label: say("column.kind"), value: ({ kind }) => KIND_WORDS[kind][locale] },
    { label: say("column.deadline"), value: ({ deadline }) => deadline },
    { label: say("column.best"), value: ({ best }) => Math.round(best * 100) / 100 },
    {
      label: say("gaps.outside"),
      value: ({ id }) => `${publicUrl}${matchesHref(cluster!, id)}/outside`,
      width: 60,
    },
  ];
}
