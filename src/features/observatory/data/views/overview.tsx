import type { Context } from "../../../../access/context.ts";
import {
  Button,
  DataTable,
  Empty,
  type Figure,
  Figures,
  formatDate,
  formatNumber,
  PageHead,
  Sheet,
} from "../../../../ui/index.ts";
import { coverageByPeriod, sumOf } from "../coverage.ts";
import { originOf } from "../filter.ts";
import { dataHref, datasetHref, homeHref, mayKeep } from "../here.ts";
import { sayData } from "../messages.ts";
import type { OverviewCard } from "../overview.ts";
import type { DatasetRow } from "../panel.ts";
import { periodWords } from "./catalogue.tsx";

/** The first page of the observatory: what there is, and where it leads. */
export function OverviewPage({
  ctx,
  csrf,
  datasets,
  cards,
}: {
  ctx: Context;
  csrf: string;
  datasets: readonly DatasetRow[];
  cards: readonly OverviewCard[];
}) {
  const { locale } = ctx;
  const cluster = ctx.cluster!;
  const say = sayData(locale);
  const periods = [...new Set(datasets.flatMap((one) => one.periods))].sort();
  const [values, , , estimated] = sumOf(
    datasets.flatMap((one) => coverageByPeriod(one).map(({ counts }) => counts)),
  );
  const own = datasets.filter((one) => originOf(one) === "own");
  const figures: Figure[] = [
    { value: formatNumber(datasets.length, locale), label: say("figure.datasets"), href: dataHref(ctx) },
    {
      value: formatNumber(values + estimated, locale),
      label: say("figure.cells"),
      href: `${dataHref(ctx)}?view=table`,
    },
    {
      value: formatNumber(own.length, locale),
      label: say("figure.own"),
      href: `${dataHref(ctx)}?origin=own`,
    },
  ];
  const newest = datasets
    .filter((one) => one.madeAt !== null)
    .toSorted((a, b) => b.madeAt!.getTime() - a.madeAt!.getTime())
    .slice(0, 6);
  return (
    <>
      <PageHead
        kicker={locale === "de" ? cluster.nameDe : cluster.nameEn}
        title={say("observatory")}
        lede={say("overview.lede", {
          datasets: datasets.length,
          cells: formatNumber(values + estimated, locale),
          from: periods[0] ?? "",
          to: periods.at(-1) ?? "",
          own: own.length,
        })}
        actions={
          mayKeep(ctx) ? (
            <>
              <form method="post" action={`${homeHref(ctx)}/own-records`}>
                <input type="hidden" name="csrf" value={csrf} />
                <Button>{say("own.count")}</Button>
              </form>
              <Button kind="main" href={`${homeHref(ctx)}/imports`}>
                {say("import")}
              </Button>
            </>
          ) : null
        }
      />
      <div class="stack">
        {datasets.length > 0 ? <Figures figures={figures} /> : null}
        <ul class="cards">
          {cards.map((card) => (
            <li class="card" key={card.href}>
              <h2>
                <a href={card.href}>{card.title}</a>
              </h2>
              <p>{card.text}</p>
            </li>
          ))}
        </ul>
        <Sheet title={say("newest")} link={{ label: say("all"), href: dataHref(ctx) }}>
          {newest.length === 0 ? (
            <Empty
              {...(mayKeep(ctx) ? { act: { label: say("import"), href: `${homeHref(ctx)}/imports` } } : {})}
            >
              {say("newest.none")}
            </Empty>
          ) : (
            <DataTable
              locale={locale}
              caption={say("newest")}
              rows={newest}
              columns={[
                {
                  key: "title",
                  label: say("col.title"),
                  value: (one) => one.title[locale],
                  href: (one) => datasetHref(ctx, one.slug),
                },
                { key: "source", label: say("col.source"), value: (one) => one.source },
                { key: "period", label: say("col.period"), value: periodWords },
                {
                  key: "made",
                  label: say("col.made"),
                  value: (one) => (
                    <time datetime={one.madeAt!.toISOString()}>{formatDate(one.madeAt!, locale)}</time>
                  ),
                  align: "end",
                },
              ]}
            />
          )}
        </Sheet>
      </div>
    </>
  );
}
