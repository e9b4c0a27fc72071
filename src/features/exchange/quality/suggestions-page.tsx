import type { Context } from "../../../access/context.ts";
import type { Locale } from "../../../kernel/locale.ts";
import {
  type Column,
  DataTable,
  displayName,
  Empty,
  type ExportColumn,
  ExportLinks,
  formatDate,
  formatPercent,
  PageHead,
} from "../../../ui/index.ts";
import { matchesHref, qualityHref } from "../matching/address.ts";
import { sayMatch } from "../matching/messages.ts";
import { sayQuality } from "./messages.ts";
import type { SuggestedRow } from "./store.ts";

/** The records behind the figures: what was suggested, and what was said of it. */
export function SuggestionsPage({
  ctx,
  rows,
  query,
}: {
  ctx: Context;
  rows: readonly SuggestedRow[];
  query: URLSearchParams;
}) {
  const { locale } = ctx;
  const say = sayQuality(locale);
  const cluster = ctx.cluster!;
  const columns: Column<SuggestedRow>[] = [
    {
      key: "need",
      label: say("column.need"),
      value: ({ title }) => title,
      href: ({ needId }) => matchesHref(cluster, needId),
    },
    {
      key: "member",
      label: say("column.member"),
      value: ({ name }) => displayName(name),
      href: ({ slug }) => `/clusters/${cluster.slug}/organisations/${slug}`,
    },
    { key: "place", label: say("column.place"), align: "end", value: ({ place }) => place },
    {
      key: "fit",
      label: say("column.fit"),
      align: "end",
      value: ({ score }) => formatPercent(score, locale),
    },
    { key: "said", label: say("column.said"), value: (row) => saidOf(locale, row) },
    {
      key: "day",
      label: say("column.day"),
      value: ({ shownAt }) => formatDate(shownAt, locale),
      wideOnly: true,
    },
  ];
  const file = (format: string) => {
    const search = new URLSearchParams(query);
    search.set("format", format);
    return `${qualityHref(cluster)}/suggestions?${search}`;
  };
  return (
    <>
      <PageHead
        kicker={<a href={qualityHref(cluster)}>{say("suggestions.back")}</a>}
        title={say("suggestions.title")}
        lede={say("suggestions.lede", { count: rows.length })}
      />
      {rows.length === 0 ? (
        <Empty act={{ label: say("suggestions.back"), href: qualityHref(cluster) }}>
          {say("suggestions.empty")}
        </Empty>
      ) : (
        <>
          <DataTable
            locale={locale}
            caption={say("suggestions.title")}
            columns={columns}
            rows={rows.slice(0, MOST_ROWS)}
          />
          <ExportLinks locale={locale} csv={file("csv")} xlsx={file("xlsx")} />
        </>
      )}
    </>
  );
}

const MOST_ROWS = 500;

export function saidOf(locale: Locale, { verdict, introduced, reason, note }: SuggestedRow): string {
  const say = sayQuality(locale);
  const words = [
    introduced ? say("said.introduced") : null,
    verdict ? say(`said.${verdict}`) : null,
    reason ? sayMatch(locale)(`reason.${reason}`) : null,
  ].filter((word) => word !== null);
  return note ? `${words.join(", ")} (${note})` : words.join(", ");
}

export function suggestionColumns({ locale }: Context): ExportColumn<SuggestedRow>[] {
  const say = sayQuality(locale);
  return [
    { label: say("column.need"), value: ({ title }) => title, width: 60 },
    { label: say("column.member"), value: ({ name }) => displayName(name), width: 40 },
    { label: say("column.place"), value: ({ place }) => place },
    { label: say("spread.plain"), value: ({ plainPlace }) => plainPlace },
    { label: say("column.fit"), value: ({ score }) => Math.round(score * 100) / 100 },
    { label: say("column.said"), value: (row) => saidOf(locale, row), width: 40 },
    { label: say("column.day"), value: ({ shownAt }) => shownAt },
  ];
}
