import type { Context } from "../../../access/context.ts";
import {
  ChartFrame,
  type Column,
  DataTable,
  ExportLinks,
  formatDate,
  formatNumber,
  Notice,
  PageHead,
  Sheet,
  Tag,
} from "../../../ui/index.ts";
import { platformsHref, potentialHref, stageHref } from "../address.ts";
import type { Stored } from "../index/store.ts";
import { isFew } from "../index/telling.ts";
import { sayPotential } from "../messages.ts";
import type { ClusterStage } from "./jobs.ts";
import { sayStage } from "./messages.ts";
import {
  COUNTED,
  type Measured,
  type Missing,
  measureValue,
  missing,
  nextStage,
  RULES,
  STAGE_MEASURES,
  STAGES,
  type StageMeasure,
} from "./rules.ts";

/** Authorities see shares: of fewer than three firms, and of all but fewer than three, nothing is told to them. */
export const seesCounts = (ctx: Context) => ctx.actor.levels.includes("cluster");

export const isTold = (ctx: Context, measure: StageMeasure, { part, whole }: Measured) =>
  seesCounts(ctx) || COUNTED.includes(measure) || !(isFew(part) || isFew(whole - part));

export function shownValue(ctx: Context, measure: StageMeasure, measured: Measured): string {
  const { locale } = ctx;
  const value = measureValue(measure, measured);
  if (COUNTED.includes(measure)) return formatNumber(measured.part, locale);
  if (value === null) return "–";
  if (!isTold(ctx, measure, measured)) return sayStage(locale)("few");
  if (!seesCounts(ctx)) return `${formatNumber(value, locale)} %`;
  return `${formatNumber(value, locale)} % (${formatNumber(measured.part, locale)}/${formatNumber(measured.whole, locale)})`;
}

const least = (measure: StageMeasure, value: number, locale: "en" | "de") =>
  COUNTED.includes(measure) ? formatNumber(value, locale) : `${formatNumber(value, locale)} %`;

/** The records a measure is made of. */
const recordsOf = (ctx: Context, measure: StageMeasure): string => {
  const cluster = `/clusters/${ctx.cluster!.slug}`;
  if (measure === "joint") return `${cluster}/projects`;
  return measure === "linked" || measure === "digital" || measure === "together"
    ? `${cluster}/network`
    : platformsHref(ctx.cluster!);
};

export function StagePage({
  ctx,
  result,
  way,
}: {
  ctx: Context;
  result: Stored<ClusterStage> | null;
  way: readonly { month: string; value: ClusterStage }[];
}) {
  const { locale } = ctx;
  const say = sayStage(locale);
  const cluster = locale === "de" ? ctx.cluster!.nameDe : ctx.cluster!.nameEn;
  const kicker = <a href={potentialHref(ctx.cluster!)}>{sayPotential(locale)("potential.title")}</a>;
  if (!result)
    return (
      <>
        <PageHead kicker={kicker} title={say("stage.title")} />
        <Notice tone="wait">{say("stage.computing")}</Notice>
      </>
    );
  const { value } = result;
  const open = missing(value.measures, value.stage);
  const next = nextStage(value.stage);
  const reached = STAGES.indexOf(value.stage);
  const columns: Column<Missing>[] = [
    {
      ...{ key: "measure", label: say("column.measure") },
      value: ({ measure }) => say(`measure.${measure}`),
      href: ({ measure }) => recordsOf(ctx, measure),
    },
    {
      ...{ key: "value", label: say("column.value"), align: "end" },
      value: ({ measure }) => shownValue(ctx, measure, value.measures[measure]),
    },
    {
      ...{ key: "least", label: say("column.least"), align: "end" },
      value: (one) => least(one.measure, one.least, locale),
    },
    ...(seesCounts(ctx)
      ? [
          {
            ...{ key: "more", label: say("column.missing"), align: "end" as const },
            value: ({ more }: Missing) => <b>{say("missing.more", { more })}</b>,
          },
        ]
      : []),
  ];
  return (
    <>
      <PageHead
        kicker={kicker}
        title={say("stage.title")}
        lede={say("stage.lede", { cluster, stage: say(`stage.${value.stage}`), missing: open.length })}
      />
      <div class="stack">
        <Ladder ctx={ctx} reached={reached} />
        <Sheet
          title={next ? say("missing.title", { stage: say(`stage.${next}`) }) : say("missing.none")}
          id="missing"
        >
          {open.length > 0 ? (
            <DataTable locale={locale} caption={say("column.missing")} columns={columns} rows={open} />
          ) : null}
        </Sheet>
        <Sheet title={say("rules.title")} id="rules">
          <p>{say("rules.sentence")}</p>
          <DataTable
            locale={locale}
            caption={say("rules.title")}
            rows={[...STAGE_MEASURES]}
            columns={[
              {
                ...{ key: "measure", label: say("column.measure") },
                value: (measure) => say(`measure.${measure}`),
                href: (measure) => recordsOf(ctx, measure),
              },
              {
                ...{ key: "value", label: say("column.value"), align: "end" },
                value: (measure) => shownValue(ctx, measure, value.measures[measure]),
              },
              ...STAGES.slice(1).map(
                (stage): Column<StageMeasure> => ({
                  ...{ key: stage, label: say(`stage.${stage}`), align: "end" },
                  value: (measure) => {
                    const wanted = RULES[stage][measure];
                    if (wanted === undefined) return "";
                    const good = (measureValue(measure, value.measures[measure]) ?? 0) >= wanted;
                    return <Tag tone={good ? "good" : "wait"}>≥ {least(measure, wanted, locale)}</Tag>;
                  },
                }),
              ),
            ]}
          />
          <p>
            <ExportLinks
              locale={locale}
              csv={`${stageHref(ctx.cluster!)}?format=csv`}
              xlsx={`${stageHref(ctx.cluster!)}?format=xlsx`}
            />
          </p>
          <p class="src">
            {say("source", {
              links: value.links.all,
              members: value.members,
              known: value.links.known,
              day: formatDate(new Date(result.computedAt), locale),
            })}
          </p>
        </Sheet>
        {way.length > 1 ? (
          <Sheet title={say("way.title")}>
            <DataTable
              locale={locale}
              caption={say("way.title")}
              rows={way}
              columns={[
                { key: "month", label: say("column.month"), value: (one) => one.month },
                { key: "stage", label: say("column.stage"), value: (one) => say(`stage.${one.value.stage}`) },
                ...STAGE_MEASURES.map(
                  (measure): Column<(typeof way)[number]> => ({
                    ...{ key: measure, label: say(`measure.${measure}`), align: "end", wideOnly: true },
                    value: (one) => shownValue(ctx, measure, one.value.measures[measure]),
                  }),
                ),
              ]}
            />
          </Sheet>
        ) : null}
      </div>
    </>
  );
}

const WIDTH = 800;
const STEP = WIDTH / STAGES.length;

/** Five steps up; those reached are filled. */
function Ladder({ ctx, reached }: { ctx: Context; reached: number }) {
  const say = sayStage(ctx.locale);
  const words = STAGES.map((stage) => say(`stage.${stage}`));
  return (
    <Sheet title={words[reached]!.replace(/^./, (first) => first.toUpperCase())}>
      <ChartFrame
        locale={ctx.locale}
        title={say("stage.title")}
        untitled
        sentence={say(`text.${STAGES[reached]!}`)}
        download={{ chart: "stage", path: stageHref(ctx.cluster!) }}
        table={{
          rows: [...STAGES],
          columns: [
            { key: "stage", label: say("column.stage"), value: (stage) => say(`stage.${stage}`) },
            {
              ...{ key: "text", label: say("column.condition") },
              value: (stage) =>
                (Object.entries(RULES[stage]) as [StageMeasure, number][])
                  .map(
                    ([measure, value]) =>
                      `${say(`measure.${measure}`)}: ${least(measure, value, ctx.locale)}`,
                  )
                  .join("; "),
            },
            {
              ...{ key: "reached", label: say("column.reached") },
              value: (stage) => (STAGES.indexOf(stage) <= reached ? say("reached.yes") : say("reached.no")),
            },
          ],
        }}
      >
        <section class="matrix-frame" tabindex={0} aria-label={words.join(" → ")}>
          <svg
            class="plot"
            viewBox={`0 0 ${WIDTH} 130`}
            width={WIDTH}
            height="130"
            role="img"
            aria-label={words.map((word, at) => (at === reached ? `● ${word}` : word)).join(" → ")}
          >
            {STAGES.map((stage, at) => {
              const height = 18 + at * 20;
              return (
                <>
                  <rect
                    class={at <= reached ? (at === reached ? "f1" : "f3") : "f6"}
                    fill-opacity={at <= reached ? 0.9 : 0.22}
                    x={at * STEP + 3}
                    y={104 - height}
                    width={STEP - 6}
                    height={height}
                    rx="2"
                  />
                  <text
                    x={at * STEP + STEP / 2}
                    y={122}
                    text-anchor="middle"
                    font-size="13"
                    class={at === reached ? "end" : "beside"}
                  >
                    {words[STAGES.indexOf(stage)]}
                  </text>
                </>
              );
            })}
          </svg>
        </section>
      </ChartFrame>
    </Sheet>
  );
}
