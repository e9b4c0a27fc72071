import type { Context } from "../../../access/context.ts";
import {
  type Column,
  DataTable,
  Empty,
  Form,
  formatDate,
  formatNumber,
  PageHead,
  Sheet,
} from "../../../ui/index.ts";
import { statisticsHref } from "./address.ts";
import { sayStatistics, type statisticsMessages } from "./messages.ts";
import type { OwnFigure } from "./own.ts";
import { type Shown, StatisticFigure } from "./statistic-figure.tsx";
import type { Statistic } from "./store.ts";
import { TOPIC_NAMES, TOPICS, topicOf } from "./topics.ts";

export interface StatisticsView {
  /** Of each table the newest that is out. */
  newest: Shown[];
  all: Statistic[];
  own: OwnFigure[];
  mayMake: boolean;
}

export function StatisticsPage(props: {
  ctx: Context;
  view: StatisticsView;
  csrf: string;
  typed?: Record<string, string> | undefined;
  problems?: Record<string, string> | undefined;
}) {
  const { ctx, view } = props;
  const { locale } = ctx;
  const say = sayStatistics(locale);
  const out = view.all.filter(({ state }) => state === "out").length;
  return (
    <>
      <PageHead title={say("statistics.title")} lede={say("statistics.lede", { count: out })} />
      <div class="stack">
        {view.newest.length === 0 ? (
          <Empty act={view.mayMake ? { label: say("make.title"), href: "#make" } : undefined}>
            {say("statistics.empty")}
          </Empty>
        ) : (
          view.newest.map((shown) => (
            <Sheet title={topicOf(shown.statistic.topic)!.title[locale]} id={shown.statistic.topic}>
              <StatisticFigure ctx={ctx} shown={shown} />
            </Sheet>
          ))
        )}
        {view.own.length > 0 ? <Own ctx={ctx} figures={view.own} /> : null}
        {view.mayMake ? <Make {...props} /> : null}
        {view.all.length > 0 ? <History ctx={ctx} all={view.all} /> : null}
      </div>
    </>
  );
}

export function StatisticPage({ ctx, shown, of }: { ctx: Context; shown: Shown; of?: string | undefined }) {
  const { locale } = ctx;
  const say = sayStatistics(locale);
  const topic = topicOf(shown.statistic.topic)!;
  return (
    <>
      <PageHead
        kicker={<a href={statisticsHref(ctx.cluster!)}>{say("statistics.title")}</a>}
        title={topic.title[locale]}
        lede={say("statistics.as-of", { day: formatDate(shown.statistic.day, locale) })}
      />
      <Sheet title={say("statistics.table")}>
        <StatisticFigure ctx={ctx} shown={shown} of={of} />
      </Sheet>
    </>
  );
}

function Own({ ctx, figures }: { ctx: Context; figures: OwnFigure[] }) {
  const { locale } = ctx;
  const say = sayStatistics(locale);
  const few = figures.some(({ quartiles }) => quartiles === null);
  const number = (value: number | undefined, { measure }: OwnFigure) =>
    value === undefined ? "–" : formatNumber(value, locale, measure === "funding" ? 0 : 1);
  const columns: Column<OwnFigure>[] = [
    { key: "measure", label: say("own.measure"), value: ({ measure }) => say(`own.${measure}`) },
    { key: "own", label: say("own.own"), align: "end", value: (figure) => number(figure.own, figure) },
    ...(["low", "middle", "high"] as const).map(
      (key, i): Column<OwnFigure> => ({
        key,
        label: say(`own.${key}`),
        align: "end",
        value: (figure) => number(figure.quartiles?.[i], figure),
      }),
    ),
  ];
  return (
    <Sheet title={say("own.title")} id="own">
      <p>{few ? say("own.few") : say("own.text", { others: figures[0]!.others })}</p>
      <DataTable locale={locale} caption={say("own.title")} columns={columns} rows={figures} />
    </Sheet>
  );
}

function Make({
  ctx,
  csrf,
  typed,
  problems,
}: {
  ctx: Context;
  csrf: string;
  typed?: Record<string, string> | undefined;
  problems?: Record<string, string> | undefined;
}) {
  const { locale } = ctx;
  const say = sayStatistics(locale);
  return (
    <Sheet title={say("make.title")} id="make">
      <p>{say("make.text")}</p>
      <Form
        locale={locale}
        action={statisticsHref(ctx.cluster!)}
        csrf={csrf}
        fields={[
          {
            name: "topic",
            label: say("make.topic"),
            type: "select",
            required: true,
            choices: TOPIC_NAMES.map((name) => ({ value: name, label: TOPICS[name].title[locale] })),
          },
          {
            name: "minimum",
            label: say("make.minimum"),
            hint: say("make.minimum.hint"),
            type: "number",
            min: 3,
            max: 20,
          },
          {
            name: "visibility",
            label: say("make.visibility"),
            type: "select",
            choices: (["peers", "public"] as const).map((value) => ({
              value,
              label: say(`make.visibility.${value}`),
            })),
          },
        ]}
        values={typed ?? { topic: "members", minimum: 3, visibility: "peers" }}
        problems={problems}
        submit={say("make.submit")}
      />
    </Sheet>
  );
}

function History({ ctx, all }: { ctx: Context; all: Statistic[] }) {
  const { locale } = ctx;
  const say = sayStatistics(locale);
  const href = statisticsHref(ctx.cluster!);
  const columns: Column<Statistic>[] = [
    {
      key: "topic",
      label: say("statistics.table"),
      value: ({ topic }) => topicOf(topic)!.title[locale],
      href: ({ state, id }) => (state === "out" ? `${href}/${id}` : undefined),
    },
    { key: "day", label: say("statistics.day"), value: ({ day }) => formatDate(day, locale) },
    {
      key: "state",
      label: say("statistics.state"),
      value: ({ state }) => say(`state.${state}` as keyof typeof statisticsMessages),
    },
  ];
  return (
    <Sheet title={say("statistics.history")} id="history">
      <DataTable locale={locale} caption={say("statistics.history")} columns={columns} rows={all} />
    </Sheet>
  );
}
