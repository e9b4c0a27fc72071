import type { Context } from "../../../../access/context.ts";
import {
  type Column,
  DataTable,
  Empty,
  type ExportColumn,
  ExportLinks,
  Form,
  formatDate,
  PageHead,
  Sheet,
  VisibilityBadge,
} from "../../../../ui/index.ts";
import { draftHref, reportHref, reportsHref } from "../address.ts";
import { sayReport } from "../messages.ts";
import type { Draft, VersionHead } from "../store.ts";
import { inWords, periodText } from "../words-of.ts";
import { type Back, headFields } from "./forms.tsx";

export interface ReportsView {
  /** The newest version of each report that is out. */
  out: readonly VersionHead[];
  /** `null` for those who know of none. */
  drafts: readonly Draft[] | null;
  mayWrite: boolean;
}

export function ReportsPage({
  ctx,
  csrf,
  view,
  typed,
  problems,
}: { ctx: Context; csrf: string; view: ReportsView } & Back) {
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayReport(locale);
  const { out, drafts, mayWrite } = view;
  return (
    <>
      <PageHead title={say("reports.title")} lede={say("reports.lede", { count: out.length })} />
      <div class="stack">
        <Sheet
          title={say("reports.out")}
          aside={
            out.length > 0 ? (
              <ExportLinks
                locale={locale}
                csv={`${reportsHref(cluster)}?format=csv`}
                xlsx={`${reportsHref(cluster)}?format=xlsx`}
              />
            ) : null
          }
        >
          {out.length === 0 ? (
            <Empty act={mayWrite ? { label: say("reports.begin"), href: "#begin" } : undefined}>
              {say("reports.out.empty")}
            </Empty>
          ) : (
            <DataTable locale={locale} caption={say("reports.out")} columns={outColumns(ctx)} rows={out} />
          )}
        </Sheet>
        {drafts ? (
          <Sheet title={say("reports.drafts")}>
            {drafts.length === 0 ? (
              <Empty>{say("reports.drafts.empty")}</Empty>
            ) : (
              <DataTable
                locale={locale}
                caption={say("reports.drafts")}
                columns={draftColumns(ctx)}
                rows={drafts}
              />
            )}
          </Sheet>
        ) : null}
        {mayWrite ? (
          <Sheet title={say("reports.begin")} id="begin">
            <Form
              locale={locale}
              action={reportsHref(cluster)}
              csrf={csrf}
              fields={headFields(locale)}
              values={typed ?? beginning(ctx)}
              problems={problems}
              submit={say("reports.begin.submit")}
            />
          </Sheet>
        ) : null}
      </div>
    </>
  );
}

/** A report is mostly of the year before. */
function beginning(ctx: Context): Record<string, string> {
  const year = Number(ctx.today().slice(0, 4)) - 1;
  return {
    "title.en": `Annual report ${year}`,
    "title.de": `Jahresbericht ${year}`,
    periodFrom: `${year}-01-01`,
    periodTo: `${year}-12-31`,
    visibility: "public",
  };
}

function outColumns(ctx: Context): Column<VersionHead>[] {
  const { locale } = ctx;
  const say = sayReport(locale);
  return [
    {
      key: "report",
      label: say("column.report"),
      value: ({ title }) => inWords(title, locale),
      href: ({ slug }) => reportHref(ctx.cluster!, slug),
    },
    {
      key: "period",
      label: say("column.period"),
      value: ({ periodFrom, periodTo }) => periodText(periodFrom, periodTo, locale),
    },
    { key: "version", label: say("column.version"), align: "end", value: ({ number }) => String(number) },
    {
      key: "frozen",
      label: say("column.frozen"),
      value: ({ frozenAt }) => (frozenAt ? formatDate(frozenAt, locale) : ""),
    },
    {
      key: "readers",
      label: say("column.readers"),
      value: ({ visibility }) => <VisibilityBadge locale={locale} level={visibility} />,
    },
  ];
}

export function outFile(ctx: Context): ExportColumn<VersionHead>[] {
  const { locale } = ctx;
  const say = sayReport(locale);
  return [
    { label: say("column.report"), value: ({ title }) => inWords(title, locale), width: 40 },
    { label: say("column.from"), value: ({ periodFrom }) => periodFrom },
    { label: say("column.to"), value: ({ periodTo }) => periodTo },
    { label: say("column.version"), value: ({ number }) => number },
    { label: say("column.frozen"), value: ({ frozenAt }) => frozenAt },
    { label: say("column.readers"), value: ({ visibility }) => say(`level.${visibility}`), width: 30 },
  ];
}

function draftColumns(ctx: Context): Column<Draft>[] {
  const { locale } = ctx;
  const say = sayReport(locale);
  return [
    {
      key: "report",
      label: say("column.report"),
      value: ({ title }) => inWords(title, locale),
      href: ({ slug }) => draftHref(ctx.cluster!, slug),
    },
    {
      key: "period",
      label: say("column.period"),
      value: ({ periodFrom, periodTo }) => periodText(periodFrom, periodTo, locale),
    },
    {
      key: "changed",
      label: say("column.changed"),
      value: ({ changedAt, changedBy }) =>
        [formatDate(changedAt, locale), changedBy].filter(Boolean).join(", "),
    },
    {
      key: "readers",
      label: say("column.readers"),
      value: ({ visibility }) => <VisibilityBadge locale={locale} level={visibility} />,
    },
  ];
}
