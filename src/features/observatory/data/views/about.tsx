import type { Context } from "../../../../access/context.ts";
import { Facts, formatNumber, formatTime, Sheet } from "../../../../ui/index.ts";
import { kindWord, originOf } from "../filter.ts";
import { fitsWorkbook, MOST_ROWS } from "../formats/xlsx.ts";
import { datasetHref } from "../here.ts";
import { codeList, listWords } from "../lists.ts";
import { type DataMessage, sayData } from "../messages.ts";
import type { DatasetRow, PanelHead } from "../panel.ts";

interface AboutProps {
  ctx: Context;
  dataset: DatasetRow;
}

/** Where the data come from, under which licence, and of which lists their codes are. */
export function AboutSheet({ ctx, dataset }: AboutProps) {
  const { locale } = ctx;
  const say = sayData(locale);
  const list = (key: string | null) => codeList(key)?.label[locale] ?? key;
  return (
    <Sheet title={say("about")}>
      <div class="stack">
        {dataset.text[locale] ? <p>{dataset.text[locale]}</p> : null}
        <Facts
          facts={[
            [
              say("col.source"),
              dataset.sourceUrl ? (
                <a href={dataset.sourceUrl} rel="nofollow noopener">
                  {dataset.source || dataset.sourceUrl}
                </a>
              ) : (
                dataset.source
              ),
            ],
            [say("col.licence"), dataset.licence],
            [say("col.credit"), dataset.credit],
            [say("col.kind"), `${say(kindWord(dataset))} · ${say(`origin.${originOf(dataset)}`)}`],
            [say("col.regions"), list(dataset.regionList)],
            [say("col.activities"), list(dataset.activityList)],
            [say("col.leads"), dataset.fromList ? say("leads.from-to", listWords(dataset, locale)) : null],
            [
              say("level"),
              dataset.visibility in LEVELS ? say(`level.${dataset.visibility}` as DataMessage) : "",
            ],
            [
              say("col.made"),
              dataset.madeAt ? (
                <time datetime={dataset.madeAt.toISOString()}>{formatTime(dataset.madeAt, locale)}</time>
              ) : null,
            ],
          ]}
        />
      </div>
    </Sheet>
  );
}

const LEVELS = { public: true, peers: true, cluster: true };

/** All of it as a file. A table has no marks, and no format of its own in statistics. */
export function Downloads({ ctx, dataset, head }: AboutProps & { head: PanelHead | null }) {
  const { locale } = ctx;
  const say = sayData(locale);
  const file = (as: string) => `${datasetHref(ctx, dataset.slug)}/download?as=${as}`;
  const workbook = head ? fitsWorkbook(head) : dataset.rows <= MOST_ROWS;
  const links: [string, string][] = [
    ["CSV", file("csv")],
    ...(workbook ? ([["XLSX", file("xlsx")]] as [string, string][]) : []),
    ...(head
      ? ([
          ["SDMX-CSV", file("sdmx")],
          ["JSON-stat", file("jsonstat")],
        ] as [string, string][])
      : []),
  ];
  return (
    <Sheet title={say("downloads")}>
      <div class="stack">
        <p class="row">
          {links.map(([label, href]) => (
            <a class="btn" href={href} download="">
              {label}
            </a>
          ))}
        </p>
        <p class="hint">
          {say(head ? "downloads.hint" : "downloads.table.hint", { most: formatNumber(MOST_ROWS, locale) })}
        </p>
      </div>
    </Sheet>
  );
}
