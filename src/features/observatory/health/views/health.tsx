import { Empty, type Figure, Figures, formatNumber, formatPercent, Sheet } from "../../../../ui/index.ts";
import { wordOf } from "../messages.ts";
import { HealthPage, NoLinks } from "./page.tsx";
import { nameOf, type Stage, shortNameOf } from "./stage.ts";

const MOST_LINES = 8;

export function HealthSection({ stage }: { stage: Stage }) {
  const { say, picture, ctx } = stage;
  const n = picture.actors;
  const formulas = [
    say("reckon.density", {
      pairs: formatNumber(picture.pairs, ctx.locale),
      possible: formatNumber((n * (n - 1)) / 2, ctx.locale),
    }),
    say("reckon.connected"),
    say("reckon.core"),
    say("reckon.communities"),
    say("reckon.clustering"),
    say("reckon.path"),
  ];
  return (
    <HealthPage stage={stage} lede={ledeOf(stage)} formulas={formulas}>
      <Figures figures={figuresOf(stage)} />
      {picture.links === 0 ? <NoLinks stage={stage} /> : null}
      <div class="grid">
        <Core stage={stage} />
        <Communities stage={stage} />
        <Alone stage={stage} />
      </div>
    </HealthPage>
  );
}

function ledeOf({ say, picture, ctx }: Stage): string {
  return say("lede", {
    actors: picture.actors,
    actorsText: formatNumber(picture.actors, ctx.locale),
    linked: formatNumber(picture.actors - picture.isolated, ctx.locale),
    links: picture.links,
    pairs: picture.pairs,
    parts: picture.components,
    isolated: picture.isolated,
    year: String(picture.year),
  });
}

/** Each figure opens the members or links it was made of. */
function figuresOf({ say, picture, years, ctx, to }: Stage): Figure[] {
  const { locale } = ctx;
  const count = (value: number) => formatNumber(value, locale);
  const decimal = (value: number | null, digits: number) =>
    value === null ? "–" : formatNumber(value, locale, digits);
  const before = years.find(({ year }) => year === picture.year - 1);
  const since = (now: number, then: number | undefined) =>
    then === undefined || now === then
      ? {}
      : {
          change: say("figure.change", {
            change: `${now > then ? "+" : "−"}${count(Math.abs(now - then))}`,
            year: String(picture.year - 1),
          }),
        };
  return [
    {
      value: count(picture.actors),
      label: say("figure.actors"),
      href: to.network({ view: "actors", sort: "name" }),
    },
    {
      value: count(picture.links),
      label: say("figure.links"),
      href: to.network({ view: "links" }),
      ...since(picture.links, before?.links),
    },
    {
      value: picture.density === null ? "–" : formatPercent(picture.density, locale, 1),
      label: say("figure.density"),
      href: to.network({ view: "links" }),
    },
    {
      value: count(picture.components),
      label: say("figure.components"),
      change: say("figure.largest", { count: count(picture.largest) }),
      href: to.network({ view: "actors", sort: "part" }),
    },
    {
      value: count(picture.isolated),
      label: say("figure.isolated"),
      href: to.section("brokers", { only: "isolated" }),
      ...since(picture.isolated, before?.isolated),
    },
    {
      value: picture.connected === null ? "–" : formatPercent(picture.connected, locale),
      label: say("figure.connected"),
      href: to.network({ view: "actors", sort: "part" }),
    },
    {
      value: count(picture.core),
      label: say("figure.core"),
      change: picture.core > 0 ? say("figure.core.order", { order: picture.coreOrder }) : undefined,
      href: to.section("brokers", { only: "core" }),
    },
    {
      value: count(picture.communities),
      label: say("figure.communities"),
      change:
        picture.modularity === null
          ? undefined
          : say("figure.modularity", { value: decimal(picture.modularity, 2) }),
      href: to.section("brokers", { sort: "community" }),
    },
    {
      value: decimal(picture.meanDegree, 1),
      label: say("figure.degree"),
      href: to.section("brokers", { sort: "-degree" }),
    },
    {
      value: decimal(picture.pathLength, 1),
      label: say("figure.path"),
      change:
        picture.diameter === null ? undefined : say("figure.diameter", { count: count(picture.diameter) }),
      href: to.network({}),
    },
    {
      value: decimal(picture.clustering, 2),
      label: say("figure.clustering"),
      href: to.network({}),
    },
  ];
}

function Core({ stage: { say, picture, ctx, to } }: { stage: Stage }) {
  const percent = (value: number | null) => (value === null ? "–" : formatPercent(value, ctx.locale, 1));
  return (
    <Sheet
      title={say("core.title")}
      class="c4"
      link={
        picture.core ? { label: say("core.who"), href: to.section("brokers", { only: "core" }) } : undefined
      }
    >
      <p>
        {say("core.sentence", {
          core: picture.core,
          order: picture.coreOrder,
          rest: formatNumber(picture.actors - picture.core, ctx.locale),
        })}
      </p>
      {picture.core ? (
        <ul class="lines">
          {(["core", "between", "periphery"] as const).map((block) => (
            <li>
              <span>{say(`core.${block}`)}</span>
              <b>{percent(picture.blocks[block])}</b>
            </li>
          ))}
        </ul>
      ) : null}
    </Sheet>
  );
}

function Communities({ stage }: { stage: Stage }) {
  const { say, standings, to } = stage;
  const groups = Map.groupBy(
    standings.filter(({ at }) => at.community !== null),
    ({ at }) => at.community!,
  );
  const found = [...groups].sort(([a], [b]) => a - b).slice(0, MOST_LINES);
  return (
    <Sheet
      title={say("communities.title")}
      class="c4"
      link={{ label: say("only.all"), href: to.section("brokers", { sort: "community" }) }}
    >
      {found.length === 0 ? (
        <Empty>{say("communities.empty")}</Empty>
      ) : (
        <>
          <p>{say("communities.sentence")}</p>
          <ol class="lines">
            {found.map(([, members]) => {
              const [first, ...others] = members.toSorted((a, b) => b.at.degree - a.at.degree);
              return (
                <li>
                  <span>
                    <a href={to.organisation(first!.actor.slug)}>
                      {say("community.around", { name: nameOf(first!.actor, 44) })}
                    </a>
                    <small>
                      {say("community.size", { count: members.length })}
                      {others.length
                        ? `, ${say("community.with", {
                            names: others
                              .slice(0, 2)
                              .map(({ actor }) => shortNameOf(actor))
                              .join(", "),
                          })}`
                        : ""}
                    </small>
                  </span>
                </li>
              );
            })}
          </ol>
        </>
      )}
    </Sheet>
  );
}

function Alone({ stage: { say, standings, to, ctx } }: { stage: Stage }) {
  const alone = standings.filter(({ at }) => at.degree === 0);
  return (
    <Sheet
      title={say("alone.title")}
      class="c4"
      link={
        alone.length > MOST_LINES
          ? {
              label: say("alone.more", { count: formatNumber(alone.length, ctx.locale) }),
              href: to.section("brokers", { only: "isolated" }),
            }
          : undefined
      }
    >
      {alone.length === 0 ? <p>{say("alone.none")}</p> : null}
      <ul class="lines">
        {alone.slice(0, MOST_LINES).map(({ actor }) => (
          <li>
            <span>
              <a href={to.organisation(actor.slug)}>{nameOf(actor)}</a>
              <small>{wordOf(say, "kind", actor.kind)}</small>
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
