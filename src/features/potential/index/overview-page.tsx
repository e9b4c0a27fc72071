import type { Context } from "../../../access/context.ts";
import {
  Button,
  type Column,
  DataTable,
  Empty,
  ExportLinks,
  formatDate,
  Notice,
  PageHead,
  Sheet,
  Tag,
} from "../../../ui/index.ts";
import {
  answerHref,
  assessmentHref,
  platformsHref,
  potentialHref,
  questionnaireHref,
  stageHref,
} from "../address.ts";
import { sayPotential } from "../messages.ts";
import type { Overview } from "./actions.ts";
import { points, RadarFigure } from "./figures.tsx";
import { sourceOf } from "./source.ts";

const clusterName = (ctx: Context) => (ctx.locale === "de" ? ctx.cluster!.nameDe : ctx.cluster!.nameEn);

export function OverviewPage({ ctx, overview }: { ctx: Context; overview: Overview }) {
  const { locale } = ctx;
  const say = sayPotential(locale);
  const cluster = ctx.cluster!;
  const { lines, rounds, open } = overview;
  const waiting = lines.filter(
    ({ own, round }) => own && round?.state === "open" && own.roundId === round.id,
  );
  type Line = Overview["lines"][number];
  const columns: Column<Line>[] = [
    {
      ...{ key: "title", label: say("column.questionnaire") },
      value: ({ questionnaire }) => questionnaire.title[locale],
      href: ({ questionnaire }) => questionnaireHref(cluster, questionnaire.key),
    },
    {
      ...{ key: "round", label: say("column.round") },
      value: ({ round }) =>
        round ? (
          <>
            <Tag tone={round.state === "open" ? "wait" : "good"}>{say(`state.${round.state}`)}</Tag>{" "}
            {formatDate(round.state === "open" ? round.due : (round.closedAt ?? round.due), locale)}
          </>
        ) : (
          say("rounds.none")
        ),
    },
    {
      ...{ key: "index", label: say("column.median"), align: "end" },
      value: ({ result, cluster: own }) =>
        points(
          own?.value.index["equal.arithmetic"] ?? result?.value.index?.["equal.arithmetic"]?.median,
          locale,
        ),
    },
    {
      ...{ key: "of", label: say("column.answered"), align: "end" },
      value: ({ result, questionnaire }) =>
        questionnaire.about === "cluster" ? "–" : points(result?.value.of, locale),
    },
  ];
  const told = lines.filter(({ result, cluster: own }) => result?.value.sections || own);
  return (
    <>
      <PageHead
        kicker={clusterName(ctx)}
        title={say("potential.title")}
        lede={say("potential.lede", { rounds, open })}
        actions={
          <>
            <Button href={stageHref(cluster)}>{say("more.stage")}</Button>
            <Button href={platformsHref(cluster)}>{say("more.platforms")}</Button>
          </>
        }
      />
      <div class="stack">
        {told.some(({ result }) => result?.value.note) ? (
          <Notice tone="wait">{told.find(({ result }) => result?.value.note)!.result!.value.note}</Notice>
        ) : null}
        {waiting.length > 0 || (ctx.actor.organisationId !== null && ctx.actor.membership !== null) ? (
          <Sheet title={say("own.title")} id="own">
            {lines.some(({ own }) => own) ? (
              <ul>
                {lines.map(({ own, round, questionnaire }) =>
                  own && round ? (
                    <li>
                      <a
                        href={
                          own.state === "open" && round.state === "open"
                            ? answerHref(cluster, own.id)
                            : assessmentHref(cluster, own.id)
                        }
                      >
                        {questionnaire.title[locale]}
                      </a>{" "}
                      <Tag tone={own.state === "submitted" ? "good" : "wait"}>
                        {say(own.state === "submitted" ? "state.submitted" : "state.begun")}
                      </Tag>{" "}
                      {own.index === null ? null : `${points(own.index, locale)} · `}
                      {round.state === "open" ? (
                        <small>{say("own.due", { day: formatDate(round.due, locale) })}</small>
                      ) : null}
                    </li>
                  ) : null,
                )}
              </ul>
            ) : (
              <Empty>{say("own.none")}</Empty>
            )}
          </Sheet>
        ) : null}
        <DataTable locale={locale} caption={say("potential.title")} columns={columns} rows={lines} />
        <div>
          <ExportLinks
            locale={locale}
            csv={`${potentialHref(cluster)}?format=csv`}
            xlsx={`${potentialHref(cluster)}?format=xlsx`}
          />
          <p class="src">{say("potential.secrecy")}</p>
        </div>
        {told.length > 0 ? (
          <div class="grid">
            {told.map(({ questionnaire, result, cluster: own, round }) => (
              <Sheet
                class="c6"
                title={questionnaire.title[locale]}
                link={{
                  label: say("answer.results"),
                  href: questionnaireHref(cluster, questionnaire.key),
                }}
              >
                <RadarFigure
                  ctx={ctx}
                  shown={{
                    questionnaire: round?.content ?? questionnaire,
                    quartiles: result?.value.sections,
                    ...(own ? { own: { values: own.value.sections, team: true } } : {}),
                  }}
                  source={sourceOf(
                    ctx,
                    own ? null : (result?.value ?? null),
                    own?.value ?? null,
                    (own ?? result)!.computedAt,
                    round?.closedAt ?? null,
                  )}
                  download={{ chart: questionnaire.key, path: potentialHref(cluster) }}
                  xlsx={`${questionnaireHref(cluster, questionnaire.key)}?format=xlsx`}
                />
              </Sheet>
            ))}
          </div>
        ) : null}
      </div>
    </>
  );
}
