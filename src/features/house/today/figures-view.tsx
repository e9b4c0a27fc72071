import type { Locale } from "../../../kernel/locale.ts";
import {
  BarChart,
  ChartFrame,
  DataTable,
  Empty,
  Figures,
  formatCompactMoney,
  formatDate,
  formatMoney,
  formatNumber,
  formatPercent,
  LineChart,
  PageHead,
  Sheet,
} from "../../../ui/index.ts";
import { messages, say } from "../messages.ts";
import type { FiguresToday } from "./actions.ts";
import type { SourceRow } from "./figures.ts";
import { titleIn } from "./parts.tsx";
import { type Count, countBy, coverage, yearsFilled } from "./rules.ts";

export interface FiguresProps {
  locale: Locale;
  cluster: { slug: string; name: string };
  day: string;
  today: FiguresToday;
}

const SIZES = ["micro", "small", "medium", "sme", "large", "unknown"] as const;

export function FiguresTodayPage(props: FiguresProps) {
  const { locale, cluster, day, today } = props;
  const t = say(locale);
  const { members, figures } = today;
  return (
    <>
      <PageHead
        kicker={formatDate(day, locale)}
        title={t("figures.title", { cluster: cluster.name })}
        lede={t("figures.lede", {
          members: members.length,
          projects: figures.projects,
          partners: figures.partners,
        })}
      />
      <Figures figures={figuresOf(props)} />
      <div class="grid">
        <CountChart {...props} title="figures.kind" facet="kind" counts={countBy(members, (m) => m.kind)} />
        <CountChart
          {...props}
          title="figures.size"
          facet="size"
          counts={countBy(
            members.filter((member) => member.kind === "enterprise"),
            (member) => member.sizeClass ?? "unknown",
          ).sort((a, b) => SIZES.indexOf(a.value as "micro") - SIZES.indexOf(b.value as "micro"))}
        />
        <Years {...props} />
        <Fields {...props} />
        {today.sources ? <Sources {...props} sources={today.sources} /> : null}
        {today.sources ? <Coverage {...props} /> : null}
      </div>
      <p class="src">{t("figures.open")}</p>
    </>
  );
}

function figuresOf({ locale, cluster, today }: FiguresProps) {
  const t = say(locale);
  const home = `/clusters/${cluster.slug}`;
  const { members, figures, years } = today;
  const contribution = years.reduce((sum, row) => sum + row.contribution, 0);
  const n = (value: number) => formatNumber(value, locale);
  return [
    {
      value: n(members.length),
      label: t("figure.members", { count: members.length }),
      href: `${home}/organisations`,
    },
    {
      value: n(figures.projects),
      label: t("figure.projects", { count: figures.projects }),
      href: `${home}/projects`,
    },
    {
      value: n(figures.links),
      label: t("figure.links", { count: figures.links }),
      href: `${home}/network?view=links`,
    },
    {
      value: n(figures.partners),
      label: t("figure.partners", { count: figures.partners }),
      href: `${home}/network?with=partners`,
    },
    {
      value: formatCompactMoney(contribution, locale),
      label: t("figure.contribution"),
      href: `${home}/projects`,
    },
  ];
}

function CountChart({
  locale,
  cluster,
  day,
  title,
  facet,
  counts,
}: FiguresProps & {
  title: "figures.kind" | "figures.size";
  facet: "kind" | "size";
  counts: readonly Count[];
}) {
  const t = say(locale);
  const word = ({ value }: Count) => {
    const key = `${facet}.${value}`;
    return key in messages ? t(key as keyof typeof messages) : value;
  };
  const href = ({ value }: Count) =>
    value === "unknown" ? undefined : `/clusters/${cluster.slug}/organisations?${facet}=${value}`;
  return (
    <Sheet title={t(title)} class="c6">
      <ChartFrame
        locale={locale}
        title={t(title)}
        untitled
        source={t("figures.source.members", { date: formatDate(day, locale) })}
        table={{
          rows: counts,
          columns: [
            { key: "value", label: t(title), value: word, href },
            {
              key: "count",
              label: t("figures.count.members"),
              align: "end",
              value: (row) => formatNumber(row.count, locale),
            },
          ],
        }}
      >
        <BarChart
          locale={locale}
          bars={counts.map((row) => ({ label: word(row), value: row.count, href: href(row) }))}
        />
      </ChartFrame>
    </Sheet>
  );
}

function Years({ locale, today }: FiguresProps) {
  const t = say(locale);
  const rows = yearsFilled(today.years);
  const formatX = (year: number) => String(year);
  const table = {
    rows,
    columns: [
      { key: "year", label: t("figures.year"), value: (row: (typeof rows)[number]) => String(row.year) },
      {
        key: "projects",
        label: t("figures.count.projects"),
        align: "end" as const,
        value: (row: (typeof rows)[number]) => formatNumber(row.projects, locale),
      },
      {
        key: "money",
        label: t("figures.count.money"),
        align: "end" as const,
        value: (row: (typeof rows)[number]) => formatMoney(Math.round(row.contribution), locale),
      },
    ],
  };
  return (
    <>
      <Sheet title={t("figures.projects")} class="c6">
        <ChartFrame
          locale={locale}
          title={t("figures.projects")}
          untitled
          source={t("figures.source.projects")}
          table={table}
        >
          <LineChart
            locale={locale}
            label={t("figures.projects")}
            axis={t("figures.count.projects")}
            formatX={formatX}
            lines={[
              {
                label: t("figures.count.projects"),
                points: rows.map((row) => ({ x: row.year, y: row.projects })),
              },
            ]}
          />
        </ChartFrame>
      </Sheet>
      <Sheet title={t("figures.money")} class="c6">
        <ChartFrame
          locale={locale}
          title={t("figures.money")}
          untitled
          source={t("figures.source.projects")}
          table={table}
        >
          <LineChart
            locale={locale}
            label={t("figures.money")}
            axis={t("figures.million")}
            formatX={formatX}
            formatY={(value) => formatNumber(value, locale, 1)}
            lines={[
              {
                label: t("figures.count.money"),
                series: 3,
                points: rows.map((row) => ({ x: row.year, y: row.contribution / 1_000_000 })),
              },
            ]}
          />
        </ChartFrame>
      </Sheet>
    </>
  );
}

function Fields({ locale, cluster, today }: FiguresProps) {
  const t = say(locale);
  const href = (code: string) =>
    `/clusters/${cluster.slug}/organisations?competence=${encodeURIComponent(code)}`;
  return (
    <Sheet title={t("figures.competences")}>
      <ChartFrame
        locale={locale}
        title={t("figures.competences")}
        untitled
        sentence={t("figures.competences.what")}
        source={t("figures.source.projects")}
        table={{
          rows: today.competences,
          columns: [
            {
              key: "field",
              label: t("figures.competences"),
              value: (row) => titleIn(row, locale),
              href: (row) => href(row.code),
            },
            {
              key: "count",
              label: t("figures.count.members"),
              align: "end",
              value: (row) => formatNumber(row.organisations, locale),
            },
          ],
        }}
      >
        <BarChart
          locale={locale}
          bars={today.competences.map((row) => ({
            label: titleIn(row, locale),
            value: row.organisations,
            href: href(row.code),
            series: 2,
          }))}
        />
      </ChartFrame>
    </Sheet>
  );
}

function Sources({ locale, sources }: FiguresProps & { sources: readonly SourceRow[] }) {
  const t = say(locale);
  const sourceWord = ({ source }: SourceRow) => {
    const key = `origin.${source}`;
    return key in messages ? t(key as keyof typeof messages) : source;
  };
  return (
    <Sheet title={t("sources.title")} class="c7">
      {sources.length === 0 ? (
        <Empty>{t("sources.empty")}</Empty>
      ) : (
        <DataTable
          locale={locale}
          caption={t("sources.title")}
          rows={sources}
          columns={[
            { key: "what", label: t("sources.what"), value: (row) => t(`sources.${row.what}`) },
            { key: "source", label: t("sources.source"), value: sourceWord },
            {
              key: "count",
              label: t("sources.count"),
              align: "end",
              value: (row) => formatNumber(row.count, locale),
            },
            {
              key: "latest",
              label: t("sources.latest"),
              align: "end",
              value: (row) => (row.latest ? formatDate(row.latest, locale) : ""),
            },
          ]}
        />
      )}
    </Sheet>
  );
}

function Coverage({ locale, today }: FiguresProps) {
  const t = say(locale);
  const rows = coverage(today.members, today.withCompetence);
  return (
    <Sheet title={t("coverage.title")} class="c5">
      <p class="src">{t("coverage.what")}</p>
      <DataTable
        locale={locale}
        caption={t("coverage.title")}
        rows={rows}
        columns={[
          { key: "field", label: t("waiting.field"), value: (row) => t(`coverage.${row.field}`) },
          {
            key: "known",
            label: t("figures.count.members"),
            align: "end",
            value: (row) => formatNumber(row.known, locale),
          },
          { key: "share", label: "%", align: "end", value: (row) => formatPercent(row.share, locale) },
        ]}
      />
    </Sheet>
  );
}
