import type { Context } from "../../../../access/context.ts";
import { formatNumber, PageHead, type Query } from "../../../../ui/index.ts";
import { cellsIn, coverageByPeriod, sumOf } from "../coverage.ts";
import { dataHref, homeHref, mayKeep } from "../here.ts";
import { listWords } from "../lists.ts";
import { sayData } from "../messages.ts";
import type { DatasetRow } from "../panel.ts";
import type { ComputedFrom, Keeping, Version } from "../store.ts";
import { AboutSheet, Downloads } from "./about.tsx";
import { CoverageSheet } from "./coverage.tsx";
import { PanelFigures, type PanelShown } from "./figures.tsx";
import { KeepingSheet, type Refused } from "./keeping.tsx";
import { TableRows, type TableShown } from "./table.tsx";
import { ComputedSheet, VersionsSheet } from "./versions.tsx";

export interface DatasetProps {
  ctx: Context;
  csrf: string;
  path: string;
  query: Query;
  dataset: DatasetRow;
  /** What there is to look at; `null` while there is no version, and of the other kind. */
  panel: PanelShown | null;
  table: TableShown | null;
  versions: readonly Version[];
  computed: readonly ComputedFrom[];
  keeping: Keeping | null;
  refused: Refused | undefined;
}

export function DatasetPage(props: DatasetProps) {
  const { ctx, dataset, panel, table } = props;
  const { locale } = ctx;
  const say = sayData(locale);
  return (
    <>
      <PageHead
        kicker={
          <>
            <a href={homeHref(ctx)}>{say("observatory")}</a> · <a href={dataHref(ctx)}>{say("catalogue")}</a>
          </>
        }
        title={dataset.title[locale]}
        lede={ledeOf(props)}
      />
      <div class="stack">
        {panel ? <PanelFigures {...props} panel={panel} /> : null}
        {table ? <TableRows {...props} table={table} /> : null}
        {panel ? <CoverageSheet ctx={ctx} dataset={dataset} /> : null}
        <AboutSheet ctx={ctx} dataset={dataset} />
        {panel || table ? <Downloads ctx={ctx} dataset={dataset} head={panel?.head ?? null} /> : null}
        <VersionsSheet {...props} />
        {panel ? <ComputedSheet {...props} /> : null}
        {mayKeep(ctx) && dataset.clusterId === ctx.cluster!.id ? <KeepingSheet {...props} /> : null}
      </div>
    </>
  );
}

function ledeOf({ ctx: { locale }, dataset, panel, table }: DatasetProps): string {
  const say = sayData(locale);
  if (table)
    return say(dataset.fromList ? "correspondence.lede" : "table.lede", {
      rows: dataset.rows,
      columns: dataset.columns.length,
      ...listWords(dataset, locale),
    });
  if (!panel) return say("dataset.none");
  const sum = sumOf(coverageByPeriod(dataset).map(({ counts }) => counts));
  return say("dataset.lede", {
    regions: panel.head.regions.codes.length,
    activities: panel.head.activities.codes.length,
    from: dataset.periods[0] ?? "",
    to: dataset.periods.at(-1) ?? "",
    known: formatNumber(sum[0] + sum[3], locale),
    cells: formatNumber(cellsIn(sum), locale),
  });
}
