import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import {
  Button,
  displayName,
  Empty,
  ExportLinks,
  Figures,
  formatDate,
  formatNumber,
  Notice,
  PageHead,
  Sheet,
  Tag,
} from "../../../ui/index.ts";
import { answerHref, assessmentHref, questionnaireHref } from "../address.ts";
import { Contributions, Levels, levelOf, points, RadarFigure } from "../index/figures.tsx";
import { LookedTable } from "../index/looked-table.tsx";
import type { RoundResult } from "../index/round-result.ts";
import { sourceOf } from "../index/source.ts";
import type { Stored } from "../index/store.ts";
import { quarterOf } from "../index/telling.ts";
import { sayPotential } from "../messages.ts";
import { type Opened, takesAnswers } from "./actions.ts";
import { asked } from "./scoring.ts";
import { valuesOf } from "./store.ts";

/** What an organisation said and what came of it, beside the cluster's quartiles. */
export function ResultPage({
  ctx,
  csrf,
  opened,
  result,
}: {
  ctx: Context;
  csrf: string;
  opened: Opened;
  result: Stored<RoundResult> | null;
}) {
  const { locale } = ctx;
  const say = sayPotential(locale);
  const { assessment, round, organisation, kept, score, before } = opened;
  const questionnaire = round.content;
  const href = assessmentHref(ctx.cluster!, assessment.id);
  const values = valuesOf(kept);
  const open = asked(questionnaire, values);
  const answered = open.filter(({ key }) => kept.has(key)).length;
  const index = score?.value.index["equal.arithmetic"];
  const place = quarterOf(index, result?.value.index?.["equal.arithmetic"] ?? null);
  const mends = can(ctx.actor, "assessment.answer", assessment) && takesAnswers(round, ctx.today());
  const owns = can(ctx.actor, "assessment.answer", assessment) && assessment.organisationId !== null;
  const then = before?.value.index["equal.arithmetic"];
  return (
    <>
      <PageHead
        kicker={
          <a href={questionnaireHref(ctx.cluster!, round.questionnaire)}>{questionnaire.title[locale]}</a>
        }
        title={
          organisation
            ? displayName(organisation.name)
            : locale === "de"
              ? ctx.cluster!.nameDe
              : ctx.cluster!.nameEn
        }
        lede={
          assessment.state === "open"
            ? say("result.waiting", { answered, asked: open.length })
            : index === undefined
              ? say("index.computing")
              : say("position.lede", {
                  index: points(index, locale),
                  level: levelOf(questionnaire, index, locale),
                  low: points(score!.value.interval.low, locale),
                  high: points(score!.value.interval.high, locale),
                })
        }
        actions={
          <>
            {owns && assessment.state === "submitted" ? (
              <form method="post" action={`${href}/share`}>
                <input type="hidden" name="csrf" value={csrf} />
                <Button name="shared" value={assessment.shared ? "no" : "yes"}>
                  {say(assessment.shared ? "result.unshare" : "result.share")}
                </Button>
              </form>
            ) : null}
            {mends ? (
              <Button kind="main" href={answerHref(ctx.cluster!, assessment.id)}>
                {say(assessment.state === "open" ? "own.answer" : "answer.mend")}
              </Button>
            ) : null}
          </>
        }
      />
      {assessment.note ? <Notice tone="wait">{assessment.note}</Notice> : null}
      {assessment.organisationId ? (
        <p>
          <Tag tone={assessment.shared ? "good" : "plain"}>
            {say(assessment.shared ? "result.shared" : "result.kept")}
          </Tag>
        </p>
      ) : null}
      {score && index !== undefined ? (
        <div class="stack">
          <Figures
            figures={[
              {
                value: points(index, locale),
                label: say("column.index"),
                change: `${points(score.value.interval.low, locale)}–${points(score.value.interval.high, locale)}`,
                href: "#looked",
              },
              ...(score.value.rank
                ? [
                    {
                      value: `${score.value.rank.low}–${score.value.rank.high}`,
                      label: say("column.rank"),
                      change: `/ ${score.value.rank.of}`,
                    },
                  ]
                : []),
              ...(then === undefined
                ? []
                : [
                    {
                      value: points(then, locale),
                      label: say("column.before"),
                      href: assessmentHref(ctx.cluster!, before!.id),
                      change: `${index >= then ? "+" : "−"}${formatNumber(Math.abs(index - then), locale)}`,
                      tone: index >= then ? ("good" as const) : ("wait" as const),
                    },
                  ]),
              {
                value: `${answered}/${open.length}`,
                label: say("column.answered"),
                href: "#looked",
              },
            ]}
          />
          {place ? (
            <p>
              {say("position.title")}: {say(`position.quarter.${place}`)}.
            </p>
          ) : null}
          <div class="grid">
            <Sheet class="c7" title={say("radar.title")}>
              <RadarFigure
                ctx={ctx}
                shown={{
                  questionnaire,
                  own: { values: score.value.sections, team: assessment.organisationId === null },
                  before: before?.value.sections,
                  quartiles: result?.value.sections,
                }}
                source={sourceOf(ctx, null, score.value, score.computedAt, null)}
                download={{ chart: "radar", path: href }}
              />
            </Sheet>
            <div class="c5 stack">
              <Sheet title={say("levels.title")}>
                <Levels {...{ ctx, questionnaire }} sections={score.value.sections} />
              </Sheet>
              <Sheet title={say("contributions.title")}>
                <Contributions
                  {...{ ctx, questionnaire }}
                  sections={score.value.sections}
                  weights={
                    result?.value.weights.equal ??
                    questionnaire.sections.map(() => 1 / questionnaire.sections.length)
                  }
                  download={{ chart: "contributions", path: href }}
                />
              </Sheet>
            </div>
          </div>
          <Sheet title={say("looked.title")} id="looked">
            <LookedTable
              {...{ ctx, questionnaire }}
              score={score.value}
              medians={result?.value.looked ?? null}
              evidence={new Map([...kept].map(([key, { evidence }]) => [key, evidence]))}
            />
            <p>
              <ExportLinks locale={locale} csv={`${href}?format=csv`} xlsx={`${href}?format=xlsx`} />
            </p>
            {questionnaire.questions
              .filter(({ kind, key }) => kind === "text" && kept.has(key))
              .map(({ key, text }) => (
                <>
                  <h3>{text[locale]}</h3>
                  <p>{String(values[key])}</p>
                </>
              ))}
          </Sheet>
        </div>
      ) : assessment.state === "submitted" ? (
        <Notice>{say("index.computing")}</Notice>
      ) : (
        <Empty
          {...(mends
            ? { act: { label: say("own.answer"), href: answerHref(ctx.cluster!, assessment.id) } }
            : {})}
        >
          {takesAnswers(round, ctx.today())
            ? say("own.due", { day: formatDate(round.due, locale) })
            : say("answer.over")}
        </Empty>
      )}
    </>
  );
}
