import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import {
  address,
  BarChart,
  Button,
  ChartFrame,
  DataTable,
  Empty,
  formatChange,
  formatDate,
  formatNumber,
  Notice,
  PageHead,
  Sheet,
  Tag,
} from "../../../ui/index.ts";
import { answerHref, assessmentHref, potentialHref, questionnaireHref, roundHref } from "../address.ts";
import { sayPotential } from "../messages.ts";
import type { IndexRead } from "./actions.ts";
import { Contributions, Levels, levelOf, points, RadarFigure } from "./figures.tsx";
import { LookedTable } from "./looked-table.tsx";
import type { Combination } from "./round-result.ts";
import { sourceOf } from "./source.ts";
import type { Quartiles } from "./telling.ts";
import { quarterOf } from "./telling.ts";
import { ALL_DRAWS, SPREAD } from "./uncertainty.ts";
import { type Chosen, WeightsSheet } from "./weights-sheet.tsx";

export function IndexPage({ ctx, read, chosen }: { ctx: Context; read: IndexRead; chosen: Chosen }) {
  const { locale } = ctx;
  const say = sayPotential(locale);
  const cluster = ctx.cluster!;
  const { questionnaire, round, result, cluster: team, own } = read;
  const href = questionnaireHref(cluster, questionnaire.key);
  const combination: Combination = `${chosen.method}.${chosen.aggregation}`;
  const quartiles = result?.value.index?.[combination] ?? null;
  const keeps = can(ctx.actor, "potential.ask", { clusterId: cluster.id });
  const state = { round: round?.id, weights: chosen.method, aggregation: chosen.aggregation };
  const score = team?.value ?? null;
  const sentences = ledeOf(ctx, read, quartiles, combination);
  return (
    <>
      <PageHead
        kicker={<a href={potentialHref(cluster)}>{say("potential.title")}</a>}
        title={questionnaire.title[locale]}
        lede={sentences}
        actions={
          <>
            <Button href={`${href}/questions`}>{say("questions.title")}</Button>
            {keeps && round?.state === "open" ? (
              <Button kind="main" href={roundHref(cluster, round.id)}>
                {say("state.open")}: {say("own.due", { day: formatDate(round.due, locale) })}
              </Button>
            ) : keeps ? (
              <Button kind="main" href={`${href}/ask`}>
                {say(questionnaire.about === "cluster" ? "rounds.new.cluster" : "rounds.new")}
              </Button>
            ) : null}
          </>
        }
      />
      <div class="stack">
        {result?.value.note ? <Notice tone="wait">{result.value.note}</Notice> : null}
        {own && round ? <OwnSheet ctx={ctx} read={read} combination={combination} /> : null}
        {result?.value.of && result.value.partial ? (
          <Notice tone="wait">{say("index.shared-only", { of: result.value.of })}</Notice>
        ) : null}
        {round && (result?.value.sections || score) ? (
          <div class="grid">
            <div class="c7 stack">
              <Sheet title={say("radar.title")}>
                <RadarFigure
                  ctx={ctx}
                  shown={{
                    questionnaire,
                    quartiles: result?.value.sections,
                    ...(score
                      ? { own: { values: score.sections, team: true } }
                      : own?.score
                        ? { own: { values: own.score.sections } }
                        : {}),
                  }}
                  source={sourceOf(
                    ctx,
                    result?.value ?? null,
                    score,
                    (team ?? result)!.computedAt,
                    round.closedAt,
                  )}
                  download={{ chart: "radar", path: href, query: state }}
                  xlsx={address(href, state, { format: "xlsx" })}
                />
              </Sheet>
              <Sheet title={say("levels.title")}>
                <Levels
                  {...{ ctx, questionnaire }}
                  sections={
                    score?.sections ??
                    questionnaire.sections.map((_, at) => result?.value.sections?.[at]?.median)
                  }
                />
              </Sheet>
              {result?.value.progress ? (
                <Sheet title={say("progress.title")}>
                  <p>
                    {say("progress.sentence", {
                      of: result.value.progress.of,
                      change: formatChange(result.value.progress.index, locale),
                    })}
                  </p>
                  <DataTable
                    locale={locale}
                    caption={say("progress.title")}
                    rows={questionnaire.sections.map(({ title }, at) => ({
                      section: title[locale],
                      change: result.value.progress!.sections[at]!,
                    }))}
                    columns={[
                      { key: "section", label: say("column.section"), value: (row) => row.section },
                      {
                        ...{ key: "change", label: say("progress.change"), align: "end" },
                        value: (row) => formatChange(row.change, locale),
                      },
                    ]}
                  />
                </Sheet>
              ) : null}
            </div>
            <div class="c5 stack">
              <WeightsSheet ctx={ctx} read={read} chosen={chosen} />
            </div>
            {score && result ? (
              <Sheet class="c12" title={say("contributions.title")}>
                <Contributions
                  {...{ ctx, questionnaire }}
                  sections={score.sections}
                  weights={result.value.weights[chosen.method] ?? result.value.weights.equal!}
                  download={{ chart: "contributions", path: href, query: state }}
                />
              </Sheet>
            ) : null}
            {score ? (
              <Sheet class="c12" title={say("looked.title")}>
                <LookedTable ctx={ctx} questionnaire={questionnaire} score={score} medians={null} />
              </Sheet>
            ) : null}
            {result?.value.looked ? <Weakest {...{ ctx, read }} /> : null}
            <Sheet class="c12" title={say("formula.title")}>
              <p>{say("formula.scores")}</p>
              <p>{say("formula.doubt", { draws: formatNumber(ALL_DRAWS, locale), spread: SPREAD * 100 })}</p>
              {result?.value.alpha === null || result?.value.alpha === undefined ? null : (
                <p>{say("formula.alpha", { alpha: formatNumber(result.value.alpha, locale, 2) })}</p>
              )}
              <p>{say("potential.secrecy")}</p>
              <p>{say("formula.few")}</p>
            </Sheet>
          </div>
        ) : null}
        <Sheet title={say("rounds.title")}>
          {read.rounds.length === 0 ? (
            <Empty
              {...(keeps
                ? {
                    act: {
                      label: say(questionnaire.about === "cluster" ? "rounds.new.cluster" : "rounds.new"),
                      href: `${href}/ask`,
                    },
                  }
                : {})}
            >
              {say("index.none")}
            </Empty>
          ) : (
            <ul>
              {read.rounds.map((one) => (
                <li>
                  <a href={`${href}?round=${one.id}`}>{formatDate(one.openedAt, locale)}</a>{" "}
                  <Tag tone={one.state === "open" ? "wait" : "good"}>{say(`state.${one.state}`)}</Tag>{" "}
                  {keeps ? <a href={roundHref(cluster, one.id)}>{say("column.answered")}</a> : null}
                </li>
              ))}
            </ul>
          )}
        </Sheet>
      </div>
    </>
  );
}

function ledeOf(
  ctx: Context,
  { questionnaire, round, result, cluster }: IndexRead,
  quartiles: Quartiles | null,
  combination: Combination,
): string {
  const { locale } = ctx;
  const say = sayPotential(locale);
  if (!round) return say("index.none");
  if (cluster) {
    const index = cluster.value.index[combination] ?? cluster.value.index["equal.arithmetic"];
    return index === undefined
      ? say("index.computing")
      : say("index.cluster", {
          index: points(index, locale),
          low: points(cluster.value.interval.low, locale),
          high: points(cluster.value.interval.high, locale),
          level: levelOf(questionnaire, index, locale),
        });
  }
  if (round.state === "open") return say("index.open", { day: formatDate(round.due, locale) });
  if (!result) return say("index.computing");
  if (!quartiles) return say("index.few");
  return say("index.lede", {
    of: result.value.of!,
    q1: points(quartiles.q1, locale),
    q3: points(quartiles.q3, locale),
    median: points(quartiles.median, locale),
    level: levelOf(questionnaire, quartiles.median, locale),
  });
}

function OwnSheet({ ctx, read, combination }: { ctx: Context; read: IndexRead; combination: Combination }) {
  const { locale } = ctx;
  const say = sayPotential(locale);
  const { questionnaire, round, result, own } = read;
  const href = assessmentHref(ctx.cluster!, own!.assessment.id);
  const index = own!.score?.index[combination];
  const place = quarterOf(index, result?.value.index?.[combination] ?? null);
  if (round!.about === "cluster" && own!.assessment.state === "submitted") return null;
  return (
    <Sheet
      title={say("position.title")}
      link={
        own!.assessment.state === "open" && round!.state === "open"
          ? { label: say("own.answer"), href: answerHref(ctx.cluster!, own!.assessment.id) }
          : { label: say("answer.results"), href }
      }
    >
      {index === undefined ? (
        <p>{say(own!.assessment.state === "open" ? "state.begun" : "index.computing")}</p>
      ) : (
        <p>
          {say("position.lede", {
            index: points(index, locale),
            level: levelOf(questionnaire, index, locale),
            low: points(own!.score!.interval.low, locale),
            high: points(own!.score!.interval.high, locale),
          })}{" "}
          {own!.score!.rank ? say("position.rank", { ...own!.score!.rank }) : null}{" "}
          {place ? <Tag tone={place > 2 ? "good" : "plain"}>{say(`position.quarter.${place}`)}</Tag> : null}
        </p>
      )}
    </Sheet>
  );
}

function Weakest({ ctx, read }: { ctx: Context; read: IndexRead }) {
  const { locale } = ctx;
  const say = sayPotential(locale);
  const { questionnaire, result } = read;
  const names = new Map(
    [...questionnaire.questions, ...questionnaire.indicators].map(({ key, text }) => [key, text[locale]]),
  );
  const rows = Object.entries(result!.value.looked!)
    .sort(([, a], [, b]) => a - b)
    .slice(0, 8);
  return (
    <Sheet class="c12" title={say("weakest.title")}>
      <ChartFrame
        locale={locale}
        title={say("weakest.title")}
        untitled
        sentence={say("weakest.sentence")}
        download={{
          chart: "weakest",
          path: questionnaireHref(ctx.cluster!, questionnaire.key),
          query: { round: read.round?.id },
        }}
        table={{
          rows,
          columns: [
            { key: "what", label: say("column.what"), value: ([key]) => names.get(key) ?? key },
            {
              key: "median",
              label: say("column.median"),
              align: "end",
              value: ([, value]) => points(value, locale),
            },
          ],
        }}
      >
        <BarChart
          locale={locale}
          bars={rows.map(([key, value]) => ({ label: names.get(key) ?? key, value, series: 4 }))}
          format={(value) => formatNumber(value, locale)}
        />
      </ChartFrame>
    </Sheet>
  );
}
