import type { Context } from "../../../../access/context.ts";
import { Button, ExportLinks, Facts, formatDate, Notice, PageHead, Sheet } from "../../../../ui/index.ts";
import { annexHref, documentHref, draftHref, reportHref, reportsHref, versionsHref } from "../address.ts";
import { sayReport } from "../messages.ts";
import type { Version } from "../store.ts";
import { inOrder, inWords, periodText } from "../words-of.ts";
import { Contents, ReportBody } from "./body.tsx";
import { Annex } from "./figures.tsx";

export interface ReportView {
  version: Version;
  /** The newest version the asker may read. */
  newest: number;
  known: ReadonlySet<string>;
  follows: boolean;
}

/** A report as it was frozen: what it tells does not change any more. */
export function ReportPage({ ctx, view }: { ctx: Context; view: ReportView }) {
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayReport(locale);
  const { version, newest, known, follows } = view;
  const { slug, number, sections, figures } = version;
  const other = locale === "en" ? "de" : "en";
  const name = locale === "de" ? cluster.nameDe : cluster.nameEn;
  return (
    <>
      <PageHead
        kicker={
          <>
            <a href={reportsHref(cluster)}>{say("report.kicker")}</a> · {name}
          </>
        }
        title={inWords(version.title, locale)}
        lede={say("report.lede", {
          day: formatDate(version.frozenOn, locale),
          frozen: formatDate(version.frozenAt!, locale),
          number,
        })}
        actions={
          <>
            {follows ? <Button href={draftHref(cluster, slug)}>{say("report.edit")}</Button> : null}
            <Button href={versionsHref(cluster, slug)}>{say("report.versions")}</Button>
            <Button href={documentHref(cluster, slug, number, other)}>{say("report.pdf.other")}</Button>
            <Button kind="main" href={documentHref(cluster, slug, number, locale)}>
              {say("report.pdf")}
            </Button>
          </>
        }
      />
      <div class="stack">
        {version.withdrawnAt ? (
          <Notice tone="stop">
            <p>{say("report.withdrawn", { day: formatDate(version.withdrawnAt, locale) })}</p>
          </Notice>
        ) : version.publishedAt === null ? (
          <Notice tone="wait">
            <p>{say("report.not-out")}</p>
          </Notice>
        ) : null}
        {newest > number ? (
          <Notice>
            <p>
              {say("report.newer", { number: newest })}{" "}
              <a href={reportHref(cluster, slug, newest)}>{say("report.newer.link")}</a>
            </p>
          </Notice>
        ) : null}
        <Sheet title={say("report.contents")}>
          <Contents locale={locale} sections={sections} />
          <Facts
            facts={[
              [say("column.period"), periodText(version.periodFrom, version.periodTo, locale)],
              [say("column.readers"), say(`level.${version.visibility}`)],
              [
                say("report.address"),
                <a href={reportHref(cluster, slug, number)}>{reportHref(cluster, slug, number)}</a>,
              ],
            ]}
          />
        </Sheet>
        <ReportBody locale={locale} cluster={cluster} sections={sections} figures={figures} known={known} />
        <Sheet
          title={say("report.annex")}
          id="figures"
          aside={
            <ExportLinks
              locale={locale}
              csv={annexHref(cluster, slug, number, "csv")}
              xlsx={annexHref(cluster, slug, number, "xlsx")}
            />
          }
        >
          <Annex
            locale={locale}
            cluster={cluster}
            figures={inOrder(sections, figures)}
            level={version.visibility}
          />
          <p class="hint">
            {say("report.checksum")}: <code>{version.checksum?.slice(0, 16)}</code>
          </p>
        </Sheet>
      </div>
    </>
  );
}
