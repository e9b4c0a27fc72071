import type { Context } from "../../../../access/context.ts";
import {
  address,
  type Column,
  DataTable,
  Empty,
  ExportLinks,
  Figures as FigureRow,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPercent,
  PageHead,
  Sheet,
  Tabs,
} from "../../../../ui/index.ts";
import { introductionsHref } from "../address.ts";
import { sayIntroduction } from "../messages.ts";
import { sayOutcome } from "../outcomes/messages.ts";
import { OUTCOME_WORDS, OUTCOMES, type OutcomeKind } from "../words.ts";
import type { Figures } from "./routes.tsx";

interface Month {
  month: string;
  counts: Partial<Record<OutcomeKind, number>>;
}

export function FiguresPage({ ctx, figures }: { ctx: Context; figures: Figures }) {
  const { locale } = ctx;
  const say = sayOutcome(locale);
  const { year, progress, counts, sums } = figures;
  const all = introductionsHref(ctx.cluster!);
  const here = `${all}/outcomes`;
  const lasting = counts.filter(({ kind }) => kind !== "nothing" && kind !== "talks");
  const confirmed = lasting.reduce((sum, { count }) => sum + count, 0);
  const share = (n: number) => (progress.asked > 0 ? formatPercent(n / progress.asked, locale) : undefined);
  const list = (query: Record<string, string | string[]>) =>
    address(all, {}, { view: "table", year, ...query });
  return (
    <>
      <PageHead
        kicker={<a href={all}>{sayIntroduction(locale)("list.title")}</a>}
        title={say("figures.title")}
        lede={say("figures.lede", { confirmed, year: String(year), asked: progress.asked })}
      />
      <Tabs
        label={say("figures.title")}
        tabs={yearsFrom(ctx, year).map((one) => ({
          label: String(one),
          href: address(here, {}, { year: one }),
          current: one === year,
        }))}
      />
      <FigureRow
        figures={[
          { value: formatNumber(progress.asked, locale), label: say("figures.asked"), href: list({}) },
          {
            value: formatNumber(progress.accepted, locale),
            label: say("figures.accepted"),
            change: share(progress.accepted),
            href: list({ reached: "accepted" }),
          },
          {
            value: formatNumber(progress.met, locale),
            label: say("figures.met"),
            change: share(progress.met),
            href: list({ reached: "met" }),
          },
          {
            value: formatNumber(progress.confirmed, locale),
            label: say("figures.confirmed"),
            change: share(progress.confirmed),
            tone: "good",
            href: list({ reached: "outcome" }),
          },
          {
            value: formatNumber(progress.expired, locale),
            label: say("figures.unanswered"),
            change: share(progress.expired),
            tone: progress.expired > 0 ? "wait" : undefined,
            href: list({ state: "expired" }),
          },
        ]}
      />
      <div class="stack">
        <Sheet title={say("figures.by-month")}>
          {counts.length === 0 ? (
            <Empty act={{ label: sayIntroduction(locale)("list.title"), href: all }}>
              {say("figures.empty")}
            </Empty>
          ) : (
            <>
              <MonthTable ctx={ctx} figures={figures} />
              <p class="src">{say("figures.confirmed-only")}</p>
              <ExportLinks
                locale={locale}
                csv={address(here, {}, { year, format: "csv" })}
                xlsx={address(here, {}, { year, format: "xlsx" })}
              />
            </>
          )}
        </Sheet>
        <Sheet title={say("figures.sums")}>
          {sums.length === 0 ? (
            <p>{say("figures.sums.none")}</p>
          ) : (
            <DataTable
              locale={locale}
              caption={say("figures.sums")}
              rows={sums}
              columns={[
                {
                  key: "kind",
                  label: say("outcome.kind"),
                  value: (row) => OUTCOME_WORDS[row.kind][locale],
                  href: (row) => list({ outcome: row.kind }),
                },
                { key: "records", label: say("figures.records"), value: (row) => row.records, align: "end" },
                {
                  key: "sum",
                  label: say("figures.sum"),
                  value: (row) => formatMoney(row.cents / 100, locale),
                  align: "end",
                },
              ]}
            />
          )}
          <p class="src">{say("figures.sums.note")}</p>
        </Sheet>
      </div>
    </>
  );
}

function MonthTable({ ctx, figures }: { ctx: Context; figures: Figures }) {
  const { locale } = ctx;
  const say = sayOutcome(locale);
  const months = new Map<string, Month>();
  for (const { month, kind, count } of figures.counts) {
    const row = months.get(month) ?? { month, counts: {} };
    row.counts[kind] = count;
    months.set(month, row);
  }
  const kinds = OUTCOMES.filter((kind) => figures.counts.some((row) => row.kind === kind));
  const total = (row: Month) => Object.values(row.counts).reduce((sum, count) => sum + count, 0);
  const columns: Column<Month>[] = [
    { key: "month", label: say("figures.month"), value: (row) => formatMonth(`${row.month}-01`, locale) },
    ...kinds.map(
      (kind): Column<Month> => ({
        key: kind,
        label: OUTCOME_WORDS[kind][locale],
        value: (row) => row.counts[kind] ?? "",
        align: "end",
        href: (row) =>
          row.counts[kind]
            ? address(introductionsHref(ctx.cluster!), {}, { view: "table", outcome: kind, month: row.month })
            : undefined,
        summary: (rows) => rows.reduce((sum, row) => sum + (row.counts[kind] ?? 0), 0),
      }),
    ),
    {
      key: "total",
      label: say("figures.total"),
      value: total,
      align: "end",
      summary: (rows) => rows.reduce((sum, row) => sum + total(row), 0),
    },
  ];
  return (
    <DataTable
      locale={locale}
      caption={say("figures.by-month")}
      rows={[...months.values()]}
      columns={columns}
    />
  );
}

const yearsFrom = (ctx: Context, shown: number): number[] => {
  const now = Number(ctx.today().slice(0, 4));
  return [...new Set([now, now - 1, now - 2, shown])].toSorted((a, b) => b - a);
};
