import type { Context } from "../../../access/context.ts";
import { type Column, DataTable, Empty, formatNumber, PageHead, Sheet } from "../../../ui/index.ts";
import { pictureHref, picturePath } from "./address.ts";
import { Chooser } from "./chooser.tsx";
import { activityColumns } from "./columns.ts";
import { type RegionFigures, rankOf, strongest } from "./figures.ts";
import { sayPictures } from "./messages.ts";
import { nameOfActivity, PictureSource, regionName, sayNumber } from "./parts.tsx";
import { Questions } from "./questions.tsx";
import { RegionNumbers } from "./region-numbers.tsx";
import type { Stage } from "./stage.ts";

/** An activity that crossed the line between two periods. */
export interface Moved {
  activity: number;
  was: number;
  now: number;
}

export interface RegionShown {
  ctx: Context;
  stage: Stage;
  figures: RegionFigures;
  entered: Moved[];
  left: Moved[];
  /** The option that is near and worth it. */
  option: number | null;
}

const FIRST = 12;

/** One region, and where each of those who come with a question finds its answer. */
export function RegionPage(shown: RegionShown) {
  const { ctx, stage, figures } = shown;
  const { locale } = ctx;
  const say = sayPictures(locale);
  const { head, level, measure, period } = stage;
  const { eci, total, strengths } = figures.figures;
  const code = head.regions.codes[stage.region]!;
  return (
    <>
      <PageHead
        kicker={say("region.kicker", { title: head.title[locale], period })}
        title={regionName(stage, stage.region, locale)}
        lede={say("region.lede", {
          total: sayNumber(total, locale),
          unit: measure.unit[locale],
          period,
          strengths,
          rank: rankOf(
            eci,
            figures.others.map((other) => other.eci),
          ),
          of: level.regions.length,
        })}
      />
      <div class="stack">
        <Chooser ctx={ctx} stage={stage} path={picturePath(ctx, `regions/${code}`)} ask={["from"]} />
        <RegionNumbers ctx={ctx} stage={stage} figures={figures} />
        <Personas {...shown} />
        <Sheet
          title={say("region.strengths")}
          id="table"
          link={{ label: say("region.all"), href: pictureHref(ctx, stage, "specialisation") }}
        >
          <DataTable
            locale={locale}
            caption={say("region.strengths")}
            columns={activityColumns({ ctx, stage })}
            rows={strongest(figures.rows).slice(0, FIRST)}
          />
          <p class="src">
            <PictureSource ctx={ctx} stage={stage} formula={say("formula.lq")} />
          </p>
        </Sheet>
        {stage.from ? (
          <div class="grid">
            <MovedSheet {...shown} title={say("region.entered", { from: stage.from })} rows={shown.entered} />
            <MovedSheet {...shown} title={say("region.left", { from: stage.from })} rows={shown.left} />
          </div>
        ) : null}
      </div>
    </>
  );
}

function Personas({ ctx, stage, figures, option }: RegionShown) {
  const { locale } = ctx;
  const say = sayPictures(locale);
  const [top] = strongest(figures.rows);
  const codeOf = (activity: number) => stage.head.activities.codes[activity]!;
  const named = top ? nameOfActivity(stage, top.activity, locale) : "";
  const options = pictureHref(ctx, stage, "diversification");
  return (
    <Questions
      locale={locale}
      answers={{
        manager: {
          question: say("persona.manager.q"),
          answer: say("persona.manager.a", {
            top: named,
            times: top ? formatNumber(top.quotient, locale, 1) : "–",
          }),
          href: top ? pictureHref(ctx, stage, `diversification/${codeOf(top.activity)}`) : options,
        },
        policy: {
          question: say("persona.policy.q"),
          answer:
            option === null
              ? say("persona.policy.none")
              : say("persona.policy.a", { option: nameOfActivity(stage, option, locale) }),
          href: `${options}#options`,
        },
        science: {
          question: say("persona.science.q"),
          answer: say("persona.science.a"),
          href: `${options}#accuracy`,
        },
        firm: {
          question: say("persona.firm.q"),
          answer: say("persona.firm.a", { top: named }),
          href: top ? pictureHref(ctx, stage, `activities/${codeOf(top.activity)}`) : "#table",
        },
      }}
    />
  );
}

function MovedSheet({ ctx, stage, title, rows }: RegionShown & { title: string; rows: Moved[] }) {
  const { locale } = ctx;
  const say = sayPictures(locale);
  const columns: Column<Moved>[] = [
    {
      key: "activity",
      label: say("column.activity"),
      value: (row) => nameOfActivity(stage, row.activity, locale),
      href: (row) => pictureHref(ctx, stage, `activities/${stage.head.activities.codes[row.activity]!}`),
    },
    {
      key: "then",
      label: say("column.then"),
      align: "end",
      value: ({ was }) => formatNumber(was, locale, 2),
    },
    { key: "now", label: say("column.now"), align: "end", value: ({ now }) => formatNumber(now, locale, 2) },
  ];
  return (
    <Sheet title={title} class="c6">
      {rows.length === 0 ? (
        <Empty>{say("region.moved.none")}</Empty>
      ) : (
        <>
          <p>{say("region.moved.sentence", { from: stage.from!, period: stage.period })}</p>
          <DataTable locale={locale} caption={title} columns={columns} rows={rows} />
        </>
      )}
    </Sheet>
  );
}
