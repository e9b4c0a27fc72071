import {
  Button,
  DataTable,
  Empty,
  type ExportColumn,
  Field,
  Figures,
  formatList,
  formatNumber,
  formatPercent,
  type Line,
  LineChart,
  Sheet,
  Tag,
} from "../../../../ui/index.ts";
import { graphOf, type HealthActor } from "../graph.ts";
import { type Curve, type Departure, departure } from "../measures/robustness.ts";
import type { HealthSay } from "../messages.ts";
import { HealthChart } from "./health-chart.tsx";
import { HealthPage } from "./page.tsx";
import { nameOf, type Stage, shortNameOf } from "./stage.ts";

const MOST_QUICK = 6;
const MOST_LISTED = 30;

export function RobustnessSection({ stage }: { stage: Stage }) {
  const { say, picture, ctx, to, standings } = stage;
  return (
    <HealthPage stage={stage} lede={ledeOf(stage)} formulas={[say("reckon.R"), say("reckon.connected")]}>
      {picture.links === 0 ? (
        <Empty act={{ label: say("empty.act"), href: to.network({ from: null, to: null }) }}>
          {say("empty", { year: String(picture.year) })}
        </Empty>
      ) : (
        <div class="grid">
          <Sheet title={say("what.title")} class="c6">
            <WhatIf stage={stage} />
          </Sheet>
          <Sheet title={say("robust.title")} class="c6">
            <HealthChart
              stage={stage}
              chart="curves"
              title={say("robust.title")}
              sentence={say("robust.sentence")}
              csv={to.here({ format: "csv" })}
              xlsx={to.here({ format: "xlsx" })}
              table={{
                rows: picture.curves,
                columns: [
                  { key: "by", label: say("robust.order"), value: ({ by }) => say(`by.${by}`) },
                  {
                    key: "R",
                    label: say("robust.R"),
                    value: ({ index }) => (index === null ? "–" : formatNumber(index, ctx.locale, 3)),
                    align: "end",
                  },
                  {
                    key: "first",
                    label: say("robust.first"),
                    value: ({ first }) =>
                      formatList(
                        first.slice(0, 5).flatMap((place) => {
                          const id = picture.standings[place]?.id;
                          const seen = standings.find(({ actor }) => actor.id === id);
                          return seen ? [shortNameOf(seen.actor)] : [];
                        }),
                        ctx.locale,
                      ),
                  },
                ],
              }}
            >
              <LineChart
                locale={ctx.locale}
                label={say("robust.title")}
                lines={curveLines(stage)}
                formatX={countOrNothing}
                formatY={(y) => formatPercent(y, ctx.locale)}
              />
              <p class="axis-words end">{say("robust.x")}</p>
            </HealthChart>
          </Sheet>
        </div>
      )}
    </HealthPage>
  );
}

/** Once half of the members have left nobody asks any more. */
const SHOWN_UNTIL = 0.5;

const curveLines = ({ say, picture }: Stage): Line[] =>
  picture.curves.map(({ by, points }) => ({
    label: say(`by.${by}`),
    points: points
      .filter(([left]) => left <= SHOWN_UNTIL)
      .map(([left, largest]) => ({ x: Math.round(left * picture.actors), y: largest })),
  }));

/** Nobody leaves by halves. */
const countOrNothing = (x: number) => (Number.isInteger(x) ? String(x) : "");

/** A tenth of the members, at least one: the departures people ask about first. */
function ledeOf({ say, picture }: Stage): string {
  const n = picture.actors;
  const count = Math.max(1, Math.round(n / 10));
  const of = (by: Curve["by"]) => {
    const points = picture.curves.find((curve) => curve.by === by)?.points ?? [];
    return Math.round((points.find(([left]) => left * n >= count)?.[1] ?? 0) * n);
  };
  return say("lede.robustness", {
    first: picture.pairs > 0 ? "some" : "none",
    count,
    before: picture.largest,
    after: of("degree"),
    random: of("random"),
    year: String(picture.year),
  });
}

function WhatIf({ stage }: { stage: Stage }) {
  const { say, health, asked, to, ctx, standings, picture } = stage;
  const { actors } = health.network;
  const leaving = actors.filter(({ slug }) => asked.without.includes(slug));
  const gone = new Set(leaving.map(({ slug }) => slug));
  const quick = standings
    .toSorted((a, b) => b.at.degree - a.at.degree)
    .filter(({ actor, at }) => at.degree > 0 && !gone.has(actor.slug))
    .slice(0, MOST_QUICK);
  const places = new Set(leaving.map(({ id }) => actors.findIndex((actor) => actor.id === id)));
  const found = leaving.length ? departure(graphOf(health.network, picture.year), places) : null;
  return (
    <div class="stack">
      <form method="get" action={to.path} class="stack">
        {asked.year === undefined ? null : <input type="hidden" name="year" value={String(picture.year)} />}
        {leaving.map(({ slug }) => (
          <input type="hidden" name="without" value={slug} />
        ))}
        <Field
          locale={ctx.locale}
          name="without"
          type="select"
          label={say("what.choose")}
          required
          hint={say("what.hint")}
          choices={actors
            .filter(({ slug }) => !gone.has(slug))
            .map((actor) => ({ value: actor.slug, label: nameOf(actor) }))
            .sort((a, b) => a.label.localeCompare(b.label, ctx.locale))}
        />
        <div class="actions">
          {leaving.length ? (
            <Button kind="quiet" href={to.here({ without: null })}>
              {say("what.clear")}
            </Button>
          ) : null}
          <Button kind="main">{say("what.add")}</Button>
        </div>
      </form>
      {leaving.length ? (
        <p>
          {leaving.map((actor) => (
            <>
              <Tag href={to.here({ without: asked.without.filter((slug) => slug !== actor.slug) })}>
                {say("what.back", { name: shortNameOf(actor) })}
              </Tag>{" "}
            </>
          ))}
        </p>
      ) : null}
      {quick.length ? (
        <p>
          {say("what.most")}{" "}
          {quick.map(({ actor }) => (
            <>
              <Tag href={to.here({ without: [...gone, actor.slug] })}>{shortNameOf(actor)}</Tag>{" "}
            </>
          ))}
        </p>
      ) : null}
      {found ? <Outcome stage={stage} leaving={leaving} found={found} /> : null}
    </div>
  );
}

function Outcome({
  stage,
  leaving,
  found,
}: {
  stage: Stage;
  leaving: readonly HealthActor[];
  found: Departure;
}) {
  const { say, ctx, to, health } = stage;
  const { actors } = health.network;
  const count = (value: number) => formatNumber(value, ctx.locale);
  const percent = (value: number | null) => (value === null ? "–" : formatPercent(value, ctx.locale));
  const listed = (places: readonly number[]) =>
    places.length === 0 ? (
      <p>{say("what.nobody")}</p>
    ) : (
      <DataTable
        locale={ctx.locale}
        caption={say("what.orphaned.who")}
        rows={places.slice(0, MOST_LISTED).map((place) => actors[place]!)}
        columns={[
          {
            key: "name",
            label: say("column.name"),
            value: (actor) => nameOf(actor),
            href: ({ slug }) => to.organisation(slug),
          },
        ]}
      />
    );
  return (
    <>
      <p>
        <strong>
          {say("what.sentence", {
            names: formatList(
              leaving.map((actor) => nameOf(actor, 40)),
              ctx.locale,
            ),
            pairs: found.pairsLost,
            orphaned: found.orphaned.length,
            before: found.largest.before,
            after: found.largest.after,
          })}
        </strong>
      </p>
      <Figures
        figures={[
          { value: count(found.pairsLost), label: say("what.lost") },
          {
            value: count(found.components.after),
            label: say("what.parts"),
            change: say("what.before", { value: count(found.components.before) }),
          },
          {
            value: count(found.largest.after),
            label: say("what.largest"),
            change: say("what.before", { value: count(found.largest.before) }),
          },
          {
            value: percent(found.connected.after),
            label: say("figure.connected"),
            change: say("what.before", { value: percent(found.connected.before) }),
          },
        ]}
      />
      <h3>
        {say("what.orphaned.who")} ({count(found.orphaned.length)})
      </h3>
      {listed(found.orphaned)}
      <h3>
        {say("what.cut")} ({count(found.cutOff.length)})
      </h3>
      {listed(found.cutOff)}
    </>
  );
}

export interface CurveRow {
  by: Curve["by"];
  left: number;
  largest: number;
}

export const curveColumns = (say: HealthSay): ExportColumn<CurveRow>[] => [
  { label: say("robust.order"), value: ({ by }) => say(`by.${by}`) },
  { label: say("robust.left"), value: ({ left }) => left },
  { label: say("robust.largest"), value: ({ largest }) => largest },
];
