import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import {
  BarChart,
  Button,
  ChartFrame,
  type Column,
  DataTable,
  Empty,
  ExportLinks,
  formatChange,
  formatDate,
  formatNumber,
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
  roundHref,
  stageHref,
} from "../address.ts";
import { sayPotential } from "../messages.ts";
import type { IndexRead, Overview } from "./actions.ts";
import { Contributions, levelOf, points, RadarFigure } from "./figures.tsx";
import type { Combination, RoundResult, Score } from "./round-result.ts";
import type { Quartiles } from "./telling.ts";
import { ALL_DRAWS, SPREAD } from "./uncertainty.ts";
import { type Aggregation, METHODS, type Method } from "./weights.ts";

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
                  csv={`${questionnaireHref(cluster, questionnaire.key)}?format=csv`}
                  svg={`${questionnaireHref(cluster, questionnaire.key)}?format=svg`}
                />
              </Sheet>
            ))}
          </div>
        ) : null}
      </div>
    </>
  );
}

export function sourceOf(
  ctx: Context,
  result: RoundResult | null,
  score: Score | null,
  computed: Date,
  closed: Date | null,
): string {
  const say = sayPotential(ctx.locale);
  const day = (at: Date | string) => formatDate(new Date(at), ctx.locale);
  if (score)
    return say("source.own", {
      answers: score.looked.filter(({ source, score: own }) => source === "answer" && own !== null).length,
      records: score.looked.filter(({ source, score: own }) => source !== "answer" && own !== null).length,
      missing: score.missing,
      computed: day(computed),
    });
  return say("source.round", {
    of: result?.of ?? 0,
    day: closed ? day(closed) : "–",
    computed: day(computed),
  });
}

export interface Chosen {
  method: Method;
  aggregation: Aggregation;
}

export function IndexPage({ ctx, read, chosen }: { ctx: Context; read: IndexRead; chosen: Chosen }) {
  const { locale } = ctx;
  const say = sayPotential(locale);
  const cluster = ctx.cluster!;
  const { questionnaire, round, result, cluster: team, own } = read;
  const href = questionnaireHref(cluster, questionnaire.key);
  const combination: Combination = `${chosen.method}.${chosen.aggregation}`;
  const quartiles = result?.value.index?.[combination] ?? null;
  const keeps = can(ctx.actor, "potential.ask", { clusterId: cluster.id });
  const state = `round=${round?.id ?? ""}&weights=${chosen.method}&aggregation=${chosen.aggregation}`;
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
                  csv={`${href}?${state}&format=csv`}
                  xlsx={`${href}?${state}&format=xlsx`}
                  svg={`${href}?${state}&format=svg`}
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
                />
              </Sheet>
            ) : null}
            {score ? (
              <Sheet class="c12" title={say("looked.title")}>
                <LookedTable ctx={ctx} questionnaire={questionnaire} score={score} medians={null} />
              </Sheet>
            ) : null}
            {result?.value.looked ? <Weakest ctx={ctx} read={read} /> : null}
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

/** Which quarter of the cluster a value lies in, 1 to 4. */
export function quarterOf(value: number | undefined, quartiles: Quartiles | null): 1 | 2 | 3 | 4 | null {
  if (value === undefined || !quartiles) return null;
  if (value < quartiles.q1) return 1;
  if (value < quartiles.median) return 2;
  return value < quartiles.q3 ? 3 : 4;
}

function WeightsSheet({ ctx, read, chosen }: { ctx: Context; read: IndexRead; chosen: Chosen }) {
  const { locale } = ctx;
  const say = sayPotential(locale);
  const { questionnaire, result, cluster } = read;
  const href = questionnaireHref(ctx.cluster!, questionnaire.key);
  const of = (method: Method, aggregation: Aggregation) => {
    const key: Combination = `${method}.${aggregation}`;
    return cluster?.value.index[key] ?? result?.value.index?.[key]?.median ?? null;
  };
  const link = (method: Method, aggregation: Aggregation) =>
    `${href}?round=${read.round?.id}&weights=${method}&aggregation=${aggregation}`;
  const ratio = result?.value.consistencyRatio ?? null;
  return (
    <Sheet
      title={say("weights.title")}
      id="weights"
      {...(can(ctx.actor, "questionnaire.keep", { clusterId: ctx.cluster!.id })
        ? { link: { label: say("weights.keep"), href: `${href}/weights` } }
        : {})}
    >
      <p>{say("weights.sentence")}</p>
      <DataTable
        locale={locale}
        caption={say("weights.title")}
        rows={[...METHODS]}
        columns={[
          {
            ...{ key: "method", label: say("column.weight") },
            value: (method) => (
              <>
                {say(`weights.${method}`)}
                {method === chosen.method ? (
                  <>
                    {" "}
                    <Tag>{say("weights.shown")}</Tag>
                  </>
                ) : null}
                {result?.value.weights[method] ? null : (
                  <small> {say(method === "expert" ? "weights.none" : "weights.few")}</small>
                )}
              </>
            ),
          },
          ...(["arithmetic", "geometric"] as const).map(
            (aggregation): Column<Method> => ({
              ...{ key: aggregation, label: say(`aggregation.${aggregation}`), align: "end" },
              value: (method) => points(of(method, aggregation), locale),
              href: (method) => (of(method, aggregation) === null ? undefined : link(method, aggregation)),
            }),
          ),
        ]}
      />
      {result?.value.weights[chosen.method] ? (
        <BarChart
          locale={locale}
          format={(value) => formatNumber(value * 100, locale, 0).concat(" %")}
          bars={questionnaire.sections.map(({ title }, at) => ({
            label: title[locale],
            value: result.value.weights[chosen.method]![at]!,
          }))}
        />
      ) : null}
      {ratio === null ? null : ratio > 0.1 ? (
        <Notice tone="stop">{say("weights.inconsistent", { ratio: formatNumber(ratio, locale, 2) })}</Notice>
      ) : (
        <p class="src">{say("weights.consistent", { ratio: formatNumber(ratio, locale, 2) })}</p>
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

/** Everything an index was made of, each marked with where it comes from. */
export function LookedTable({
  ctx,
  questionnaire,
  score,
  medians,
  evidence,
}: {
  ctx: Context;
  questionnaire: IndexRead["questionnaire"];
  score: Score;
  medians: Record<string, number> | null;
  evidence?: ReadonlyMap<string, string>;
}) {
  const { locale } = ctx;
  const say = sayPotential(locale);
  const names = new Map(
    [...questionnaire.questions, ...questionnaire.indicators].map((one) => [one.key, one.text[locale]]),
  );
  const sections = new Map(questionnaire.sections.map(({ key, title }) => [key, title[locale]]));
  type Row = Score["looked"][number];
  const columns: Column<Row>[] = [
    { key: "what", label: say("column.what"), value: ({ key }) => names.get(key) ?? key },
    {
      key: "section",
      label: say("column.section"),
      wideOnly: true,
      value: ({ section }) => sections.get(section),
    },
    {
      ...{ key: "source", label: say("column.source") },
      value: ({ source, key }) => (
        <>
          <Tag tone={source === "answer" ? "plain" : "good"}>{say(`looked.${source}`)}</Tag>
          {evidence?.get(key) ? <small> {evidence.get(key)}</small> : null}
        </>
      ),
      href: ({ key, source }) => (source === "answer" ? undefined : evidenceHref(ctx, questionnaire, key)),
    },
    {
      ...{ key: "value", label: say("column.value") },
      value: (one) => saidValue(ctx, questionnaire, one) ?? <em>{say("looked.unknown")}</em>,
    },
    { key: "score", label: say("column.score"), align: "end", value: (one) => points(one.score, locale) },
    ...(medians
      ? [
          {
            ...{ key: "median", label: say("column.median"), align: "end" as const },
            value: (one: Row) => points(medians[one.key], locale),
          },
        ]
      : []),
  ];
  return <DataTable locale={locale} caption={say("looked.title")} columns={columns} rows={score.looked} />;
}

/** The records or the dataset behind a figure. */
function evidenceHref(ctx: Context, questionnaire: IndexRead["questionnaire"], key: string): string {
  const cluster = `/clusters/${ctx.cluster!.slug}`;
  const measure = questionnaire.indicators.find((one) => one.key === key)?.measure;
  if (measure === "projects" || measure === "joint-projects") return `${cluster}/projects`;
  if (measure === "platforms" || measure === "common-platforms") return platformsHref(ctx.cluster!);
  if (measure === "specialisation") return `${cluster}/observatory/data/de-kreis-occupation`;
  if (measure === "competences" || measure === "research-members") return `${cluster}/organisations`;
  return `${cluster}/network`;
}

/** Told in percent. */
const SHARES: readonly string[] = ["digital-links", "linked-members", "research-members", "common-platforms"];

/** An answer or a figure in the words of the page. */
export function saidValue(
  ctx: Context,
  questionnaire: IndexRead["questionnaire"],
  { key, value }: Pick<Score["looked"][number], "key" | "value">,
): string | null {
  const { locale } = ctx;
  const say = sayPotential(locale);
  if (value === null) return null;
  const question = questionnaire.questions.find((one) => one.key === key);
  if (typeof value === "number") {
    const measure = questionnaire.indicators.find((one) => one.key === key)?.measure;
    const unit = question?.unit?.[locale] ?? (measure && SHARES.includes(measure) ? "%" : undefined);
    return unit ? `${formatNumber(value, locale, 1)} ${unit}` : formatNumber(value, locale, 2);
  }
  if (question?.kind === "scale") return say(`scale.${value as "0"}`);
  if (question?.kind === "yes-no") return say(`said.${value as "yes"}`);
  const chosen = [value].flat();
  const words = (question?.choices ?? [])
    .filter((one) => chosen.includes(one.key))
    .map(({ text }) => text[locale]);
  return words.length > 0 ? words.join(", ") : String(value);
}
