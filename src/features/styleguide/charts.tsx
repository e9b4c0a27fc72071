import type { Locale } from "../../kernel/locale.ts";
import {
  BarChart,
  ChartFrame,
  DotChart,
  displayName,
  formatCountry,
  formatMoney,
  formatNumber,
  formatPercent,
  LineChart,
  MatrixChart,
  Sheet,
} from "../../ui/index.ts";
import { actors, byType, joint, partnerCountries, regions, signed } from "./examples.ts";
import { say } from "./messages.ts";

const YEARS = [2022, 2023, 2024] as const;
const TYPES = ["PRC", "HES", "REC", "PUB", "OTH"] as const;

export function BarExample({ locale }: { locale: Locale }) {
  const t = say(locale);
  return (
    <Sheet title={t("bar.title")} id="charts" class="c6">
      <ChartFrame
        locale={locale}
        title={t("bar.title")}
        untitled
        sentence={t("bar.sentence")}
        source={t("source")}
        table={{
          rows: partnerCountries,
          columns: [
            { key: "country", label: t("country"), value: ([code]) => formatCountry(code, locale) },
            {
              key: "projects",
              label: t("col.projects"),
              value: ([, n]) => formatNumber(n, locale),
              align: "end",
            },
          ],
        }}
      >
        <BarChart
          locale={locale}
          axis={t("bar.axis")}
          reference={{ value: 303, label: t("bar.half") }}
          bars={partnerCountries.map(([code, n]) => ({
            label: formatCountry(code, locale),
            value: n,
            href: "#charts",
          }))}
        />
      </ChartFrame>
    </Sheet>
  );
}

export function StackExample({ locale }: { locale: Locale }) {
  const t = say(locale);
  return (
    <Sheet title={t("stack.title")} class="c6">
      <ChartFrame
        locale={locale}
        title={t("stack.title")}
        untitled
        sentence={t("stack.sentence")}
        source={t("source")}
      >
        <BarChart
          locale={locale}
          axis={t("stack.axis")}
          parts={[
            { label: t("stack.once"), series: 2 },
            { label: t("stack.more"), series: 6 },
          ]}
          bars={byType.map(({ organisations, participations }, i) => ({
            label: t(`type.${TYPES[i]!}`),
            parts: [organisations, participations - organisations],
          }))}
        />
      </ChartFrame>
    </Sheet>
  );
}

export function LineExample({ locale }: { locale: Locale }) {
  const t = say(locale);
  return (
    <Sheet title={t("line.title")} class="c6">
      <ChartFrame
        locale={locale}
        title={t("line.title")}
        untitled
        sentence={t("line.sentence")}
        source={t("source")}
        csv="#charts"
        table={{
          rows: YEARS,
          columns: [
            { key: "year", label: t("year"), value: String },
            ...regions.map((region) => ({
              key: region,
              label: region,
              value: (year: (typeof YEARS)[number]) =>
                formatNumber(signed[region][YEARS.indexOf(year)]!, locale),
              align: "end" as const,
            })),
          ],
        }}
      >
        <LineChart
          locale={locale}
          label={t("line.sentence")}
          axis={t("line.axis")}
          lines={regions.map((region) => ({
            label: region,
            points: YEARS.map((year, i) => ({ x: year, y: signed[region][i]! })),
          }))}
        />
      </ChartFrame>
    </Sheet>
  );
}

export function DotExample({ locale }: { locale: Locale }) {
  const t = say(locale);
  return (
    <Sheet title={t("dot.title")} class="c6">
      <ChartFrame
        locale={locale}
        title={t("dot.title")}
        untitled
        sentence={t("dot.sentence")}
        source={t("source")}
        table={{
          rows: actors,
          columns: [
            { key: "name", label: t("col.name"), value: (actor) => displayName(actor.name) },
            {
              key: "projects",
              label: t("col.projects"),
              value: (actor) => formatNumber(actor.projects, locale),
              align: "end",
            },
            {
              key: "lead",
              label: t("dot.y"),
              value: (actor) => formatPercent(actor.coordinated, locale),
              align: "end",
            },
            {
              key: "money",
              label: t("col.money"),
              value: (actor) => formatMoney(actor.millions * 1e6, locale),
              align: "end",
            },
          ],
        }}
      >
        <DotChart
          locale={locale}
          label={t("dot.sentence")}
          axisX={t("dot.x")}
          axisY={t("dot.y")}
          logX
          markY={0.25}
          formatY={(share) => formatPercent(share, locale)}
          dots={actors.map((actor) => ({
            label: displayName(actor.name),
            x: actor.projects,
            y: actor.coordinated,
            size: actor.millions,
            series: actor.kind === "enterprise" ? 1 : 2,
            href: "#charts",
          }))}
        />
      </ChartFrame>
    </Sheet>
  );
}

export function MatrixExample({ locale }: { locale: Locale }) {
  const t = say(locale);
  const labels = regions.map((label) => ({ label }));
  return (
    <Sheet title={t("matrix.title")} class="c6">
      <ChartFrame
        locale={locale}
        title={t("matrix.title")}
        untitled
        sentence={t("matrix.sentence")}
        source={t("source")}
      >
        <MatrixChart
          locale={locale}
          caption={t("matrix.title")}
          rows={labels}
          columns={labels}
          value={(row, column) => joint[row]![column]!}
          href={(row, column) => (row === column ? undefined : "#charts")}
        />
      </ChartFrame>
    </Sheet>
  );
}

export function NoChartExample({ locale }: { locale: Locale }) {
  const t = say(locale);
  return (
    <Sheet title={t("chart.none")} class="c6">
      <BarChart locale={locale} bars={[]} />
    </Sheet>
  );
}
