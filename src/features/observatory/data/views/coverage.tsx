import type { Context } from "../../../../access/context.ts";
import { BarChart, ChartFrame, formatNumber, formatPercent, Sheet } from "../../../../ui/index.ts";
import { cellsIn, coverageByPeriod, shareKnown } from "../coverage.ts";
import { sayData } from "../messages.ts";
import type { DatasetRow } from "../panel.ts";

/** How much of a panel is known, by period. */
export function CoverageSheet({ ctx, dataset }: { ctx: Context; dataset: DatasetRow }) {
  const { locale } = ctx;
  const say = sayData(locale);
  const rows = coverageByPeriod(dataset);
  const number = (at: 0 | 1 | 2 | 3) => (row: (typeof rows)[number]) => formatNumber(row.counts[at], locale);
  return (
    <Sheet title={say("coverage")} id="coverage">
      <ChartFrame
        locale={locale}
        title={say("coverage")}
        untitled
        sentence={say("coverage.sentence")}
        source={dataset.source || dataset.title[locale]}
        table={{
          columns: [
            { key: "period", label: say("col.period"), value: (row) => row.period },
            { key: "value", label: say("col.value"), value: number(0), align: "end" },
            { key: "estimated", label: say("col.estimated"), value: number(3), align: "end" },
            { key: "secret", label: say("col.secret"), value: number(2), align: "end" },
            { key: "missing", label: say("col.missing"), value: number(1), align: "end" },
            {
              key: "known",
              label: say("col.known"),
              value: (row) => formatPercent(shareKnown(row.counts) ?? 0, locale, 1),
              align: "end",
            },
          ],
          rows,
        }}
      >
        <BarChart
          locale={locale}
          parts={[
            { label: say("col.value"), series: 1 },
            { label: say("col.estimated"), series: 2 },
            { label: say("col.secret"), series: 3 },
            { label: say("col.missing"), series: 4 },
          ]}
          bars={rows.map(({ period, counts }) => {
            const all = cellsIn(counts) || 1;
            return {
              label: period,
              note: formatPercent(shareKnown(counts) ?? 0, locale, 1),
              parts: [counts[0], counts[3], counts[2], counts[1]].map((n) => n / all),
            };
          })}
          format={() => ""}
        />
      </ChartFrame>
    </Sheet>
  );
}
