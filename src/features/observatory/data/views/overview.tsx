import type { Context } from "../../../../access/context.ts";
import { Button, DataTable, Empty, formatDate, PageHead, Sheet } from "../../../../ui/index.ts";
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
  const periods = [
    ...new Set(datasets.flatMap((one) => one.periods.map((period) => period.slice(0, 4)))),
  ].sort();
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
          from: periods[0] ?? "",
          to: periods.at(-1) ?? "",
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
        <section>
          <h2 class="unseen">{say("parts")}</h2>
          <ul class="cards">
            {cards.map((card) => (
              <Card ctx={ctx} card={card} key={card.href} />
            ))}
          </ul>
        </section>
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

/** The figure, what it counts and of when it is; the whole card opens the part. */
function Card({ ctx, card: { title, href, text, headline } }: { ctx: Context; card: OverviewCard }) {
  const { locale } = ctx;
  return (
    <li class="card">
      <h3>
        <a href={href}>{title}</a>
      </h3>
      {headline ? <p class="h1">{headline.figure}</p> : null}
      <p>{headline?.text ?? text}</p>
      {headline?.at ? (
        <p>
          <small>
            <time datetime={headline.at.toISOString()}>
              {sayData(locale)("card.as-of", { date: formatDate(headline.at, locale) })}
            </time>
          </small>
        </p>
      ) : null}
    </li>
  );
}
