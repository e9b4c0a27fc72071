import type { Context } from "../../../access/context.ts";
import {
  DataTable,
  ExportLinks,
  Figures,
  formatNumber,
  formatPercent,
  PageHead,
  Sheet,
} from "../../../ui/index.ts";
import { datasetHref } from "../data/here.ts";
import { pictureHref, picturePath } from "./address.ts";
import { Chooser } from "./chooser.tsx";
import { regionColumns } from "./columns.ts";
import { type RegionRow, rankOf, topRegions } from "./figures.ts";
import type { ActivityFigure } from "./kept.ts";
import { MapSheet } from "./map-sheet.tsx";
import { sayPictures } from "./messages.ts";
import { nameOfActivity, PictureSource, sayNumber, shortRegion } from "./parts.tsx";
import { Questions } from "./questions.tsx";
import type { Stage } from "./stage.ts";

export interface ActivityShown {
  ctx: Context;
  stage: Stage;
  rows: RegionRow[];
  figures: Record<ActivityFigure, number>;
}

const FIRST = 25;

/** One activity: how much of it there is, where it is at home, how concentrated. */
export function ActivityPage({ ctx, stage, rows, figures }: ActivityShown) {
  const { locale } = ctx;
  const say = sayPictures(locale);
  const { head, measure, period } = stage;
  const activity = stage.activity!;
  const code = head.activities.codes[activity]!;
  const top = topRegions(rows);
  const here = rows.find((row) => row.region === stage.region);
  const page = `activities/${code}` as const;
  const file = (format: string) => pictureHref(ctx, stage, page, { format });
  return (
    <>
      <PageHead
        kicker={say("activity.kicker", { code, title: head.title[locale], period })}
        title={nameOfActivity(stage, activity, locale)}
        lede={say("activity.lede", {
          total: sayNumber(figures.total, locale),
          unit: measure.unit[locale],
          known: figures.known,
          having: figures.regions,
          top: top[0] ? shortRegion(stage, top[0].region, locale) : "–",
          times: top[0] ? formatNumber(top[0].quotient, locale, 1) : "–",
        })}
      />
      <div class="stack">
        <Chooser ctx={ctx} stage={stage} path={picturePath(ctx, page)} ask={["region", "from"]} />
        <Figures
          figures={[
            {
              value: sayNumber(figures.total, locale),
              label: say("figure.total", { measure: measure.label[locale], unit: measure.unit[locale] }),
              change: Number.isNaN(figures.share)
                ? undefined
                : `${formatPercent(figures.share, locale, 2)} ${say("activity.share")}`,
              href: datasetHref(ctx, head.slug),
            },
            {
              value: sayNumber(here?.quotient ?? Number.NaN, locale, 2),
              label: say("activity.here", { region: shortRegion(stage, stage.region, locale) }),
              change:
                here && !Number.isNaN(here.quotient)
                  ? say("figure.rank", {
                      rank: rankOf(
                        here.quotient,
                        rows.map((row) => row.quotient),
                      ),
                      of: rows.length,
                    })
                  : undefined,
              href: pictureHref(ctx, stage, `regions/${head.regions.codes[stage.region]!}`),
            },
            { value: sayNumber(figures.gini, locale, 2), label: say("activity.gini"), href: "#regions" },
            {
              value: sayNumber(figures.pci, locale, 2),
              label: say("activity.pci"),
              href: pictureHref(ctx, stage, "diversification"),
            },
          ]}
        />
        <Personas ctx={ctx} stage={stage} rows={rows} figures={figures} />
        <div class="grid">
          <Sheet title={say("activity.regions")} class="c7" id="regions">
            <p>{say("activity.regions.first", { count: Math.min(FIRST, top.length), all: rows.length })}</p>
            <DataTable
              locale={locale}
              caption={say("activity.regions")}
              columns={regionColumns({ ctx, stage })}
              rows={top.slice(0, FIRST)}
            />
            <ExportLinks locale={locale} csv={file("csv")} xlsx={file("xlsx")} />
            <p class="src">
              <PictureSource
                ctx={ctx}
                stage={stage}
                formula={`${say("formula.lq")} · ${say("formula.gini")}`}
              />
            </p>
          </Sheet>
          <MapSheet ctx={ctx} stage={stage} mapped={{ activity, rows }} page={page} />
        </div>
      </div>
    </>
  );
}

/** Where each of those who come with a question about an activity finds its answer. */
function Personas({ ctx, stage, rows, figures }: ActivityShown) {
  const { locale } = ctx;
  const say = sayPictures(locale);
  const code = stage.head.activities.codes[stage.activity!]!;
  const region = shortRegion(stage, stage.region, locale);
  const option = pictureHref(ctx, stage, `diversification/${code}`);
  const here = rows.find((row) => row.region === stage.region);
  const most = rows
    .filter(({ amount }) => !Number.isNaN(amount))
    .reduce<RegionRow | null>((best, row) => (best && best.amount >= row.amount ? best : row), null);
  return (
    <Questions
      locale={locale}
      answers={{
        manager: {
          question: say("activity.manager.q"),
          answer: say("activity.manager.a"),
          href: `${option}#members`,
        },
        policy: {
          question: say("activity.policy.q", { region }),
          answer: say("activity.policy.a", {
            has: (here?.quotient ?? 0) >= 1 ? "yes" : "no",
            region,
            quotient: sayNumber(here?.quotient ?? Number.NaN, locale, 2),
          }),
          href: `${option}#related`,
        },
        science: {
          question: say("persona.science.q"),
          answer: say("activity.science.a", { gini: sayNumber(figures.gini, locale, 2) }),
          href: datasetHref(ctx, stage.head.slug),
        },
        firm: {
          question: say("persona.firm.q"),
          answer: most
            ? say("activity.firm.a", {
                region: shortRegion(stage, most.region, locale),
                amount: formatNumber(most.amount, locale),
              })
            : say("activity.regions"),
          href: most
            ? pictureHref(ctx, stage, `regions/${stage.head.regions.codes[most.region]!}`)
            : "#regions",
        },
      }}
    />
  );
}
