import type { Context } from "../../../../access/context.ts";
import { DataTable, Facts, formatNumber, formatTime, PageHead, Sheet } from "../../../../ui/index.ts";
import { dataHref, datasetHref } from "../here.ts";
import { sayData } from "../messages.ts";
import type { DatasetRow } from "../panel.ts";
import type { Version } from "../store.ts";

/** One version, and what it changed. */
export function VersionPage({
  ctx,
  dataset,
  version,
}: {
  ctx: Context;
  dataset: DatasetRow;
  version: Version;
}) {
  const { locale } = ctx;
  const say = sayData(locale);
  const { changes } = version;
  const number = (n: number | null) => (n === null ? say("mark.missing") : formatNumber(n, locale, 2));
  return (
    <>
      <PageHead
        kicker={
          <>
            <a href={dataHref(ctx)}>{say("catalogue")}</a> ·{" "}
            <a href={datasetHref(ctx, dataset.slug)}>{dataset.title[locale]}</a>
          </>
        }
        title={say("version.title", { title: dataset.title[locale], version: version.version })}
        lede={
          changes
            ? dataset.kind === "table"
              ? say("version.table.lede", {
                  changed: changes.changed,
                  added: changes.added,
                  gone: changes.gone,
                })
              : say("version.lede", {
                  changed: formatNumber(changes.changed, locale),
                  added: formatNumber(changes.added, locale),
                  gone: formatNumber(changes.gone, locale),
                })
            : say("version.first")
        }
      />
      <div class="stack">
        {changes?.cells?.length ? (
          <Sheet title={say("version.cells")}>
            <DataTable
              locale={locale}
              caption={say("version.cells")}
              rows={changes.cells}
              columns={[
                { key: "row", label: say("col.row"), value: (one) => one.row, header: true },
                { key: "column", label: say("col.column"), value: (one) => one.column },
                {
                  key: "before",
                  label: say("col.before"),
                  value: (one) => one.before ?? say("mark.missing"),
                },
                { key: "after", label: say("col.after"), value: (one) => one.after ?? say("mark.missing") },
              ]}
            />
          </Sheet>
        ) : null}
        {changes && dataset.kind !== "table" ? (
          <Sheet title={say("version.largest")}>
            {changes.largest.length === 0 ? (
              <p>{say("version.same")}</p>
            ) : (
              <DataTable
                locale={locale}
                caption={say("version.largest")}
                rows={changes.largest}
                columns={[
                  { key: "region", label: say("col.region"), value: (one) => one.region, header: true },
                  { key: "activity", label: say("col.activity"), value: (one) => one.activity },
                  { key: "period", label: say("col.period"), value: (one) => one.period },
                  { key: "measure", label: say("col.measure"), value: (one) => one.measure },
                  {
                    key: "before",
                    label: say("col.before"),
                    value: (one) => number(one.before),
                    align: "end",
                  },
                  { key: "after", label: say("col.after"), value: (one) => number(one.after), align: "end" },
                ]}
              />
            )}
          </Sheet>
        ) : null}
        <Sheet title={say("about")}>
          <Facts
            facts={[
              [
                say("col.made"),
                <time datetime={version.madeAt.toISOString()}>{formatTime(version.madeAt, locale)}</time>,
              ],
              [say("col.file"), version.fileName],
              [say("col.rows"), formatNumber(version.rows, locale)],
              [say("col.period"), version.periods.join(", ")],
              [say("col.checksum"), <code>{version.checksum.replace(/(.{8})(?=.)/g, "$1 ")}</code>],
            ]}
          />
        </Sheet>
      </div>
    </>
  );
}
