import type { Child } from "hono/jsx";
import {
  type Figure,
  Figures,
  formatDate,
  formatList,
  formatNumber,
  formatPercent,
  Notice,
  PageHead,
  Sheet,
  Tabs,
} from "../../../ui/index.ts";
import { isFiltered } from "../filters.ts";
import { audienceOf } from "../see-network.ts";
import { brokers, communitiesSeen } from "../stories.ts";
import { Brokers, Communities, Dot, Isolated, Reckoned } from "./beside.tsx";
import { Filters } from "./filters.tsx";
import { legend, longLabel } from "./palette.ts";
import { Picture } from "./picture.tsx";
import { Selected } from "./selected.tsx";
import type { Stage } from "./stage.ts";

/** The network of a cluster: one sentence, the figures, then the graph or one of its two tables. */
export function NetworkPage({ stage, children }: { stage: Stage; children: Child }) {
  const { say, network, asked, to, clusterName } = stage;
  const { locale } = stage.ctx;
  return (
    <>
      <PageHead kicker={clusterName} title={say("title")} lede={lede(stage)} />
      {network.laidOut || network.actors.length === 0 ? null : (
        <Notice tone="wait">{say("being-laid-out")}</Notice>
      )}
      <div id="network-figures">
        <Figures figures={figures(stage)} />
      </div>
      <Tabs
        label={say("tabs")}
        tabs={[
          {
            label: say("tab.graph"),
            href: to.page({ view: null, sort: null, only: null }),
            current: asked.view === "graph",
          },
          {
            label: say("tab.actors"),
            href: to.page({ view: "actors", sort: null }),
            count: formatNumber(network.actors.length, locale),
            current: asked.view === "actors",
          },
          {
            label: say("tab.links"),
            href: to.page({ view: "links", sort: null, only: null }),
            count: formatNumber(network.links.length, locale),
            current: asked.view === "links",
          },
        ]}
      />
      {children}
      <Reckoned stage={stage} />
    </>
  );
}

export function GraphView({ stage, selected }: { stage: Stage; selected: number | null }) {
  return (
    <>
      <div class="grid">
        <GraphSheet stage={stage} selected={selected} />
        <div class="c4 stack">
          <Selected stage={stage} actor={selected} />
          <Sheet title={stage.say("filters")}>
            <Filters stage={stage} beside />
          </Sheet>
        </div>
      </div>
      <div class="grid" id="network-beside">
        <Brokers stage={stage} />
        <Isolated stage={stage} />
        <Communities stage={stage} />
      </div>
    </>
  );
}

export const TableView = ({ stage, children }: { stage: Stage; children: Child }) => (
  <div class="grid">
    <div class="find">
      <aside>
        <Filters stage={stage} />
      </aside>
      <div>{children}</div>
    </div>
  </div>
);

function GraphSheet({ stage, selected }: { stage: Stage; selected: number | null }) {
  const { say, network, asked, to, ctx } = stage;
  const count = (value: number) => formatNumber(value, ctx.locale);
  const name = say("picture.name", {
    actors: count(network.measures.actors),
    links: count(network.links.length),
  });
  return (
    <Sheet
      title={say("picture.title")}
      class="c8"
      aside={
        <a id="network-file" href={to.page({ format: "graphml" })}>
          {say("graph.print")}
        </a>
      }
    >
      <figure class="chart" aria-label={say("picture.title")}>
        <ul class="key" id="network-legend">
          {legend(network, asked.colour, say).map((entry) => (
            <li>
              <Dot series={entry.series} />
              {entry.label} {count(entry.count)}
            </li>
          ))}
        </ul>
        <network-graph
          data-source={to.api}
          data-page={to.path}
          data-colour={asked.colour}
          data-actor={selected === null ? undefined : network.actors[selected]!.slug}
          data-name={name}
          data-keys={say("graph.keys")}
          data-in={say("graph.in")}
          data-out={say("graph.out")}
          data-whole={say("graph.whole")}
          data-find={say("graph.find")}
          data-none={say("graph.none")}
        >
          <Picture
            network={network}
            colour={asked.colour}
            name={name}
            selected={selected}
            hrefOf={(actor) => to.page({ actor: actor.slug, query: null })}
          />
        </network-graph>
        <p class="src">
          {network.laidOut
            ? say("picture.source", {
                date: formatDate(network.laidOut.at, ctx.locale),
                audience: audienceOf(ctx.actor),
              })
            : say("picture.circle")}{" "}
          {network.partnersLeftOut > 0 ? say("picture.left-out", { count: network.partnersLeftOut }) : ""}
        </p>
      </figure>
    </Sheet>
  );
}

function lede({ say, network, asked, ctx }: Stage): string {
  const found = brokers(network, 2);
  const sentences = [
    say("lede", {
      actors: network.measures.actors,
      actorsText: formatNumber(network.measures.actors, ctx.locale),
      links: network.links.length,
      linksText: formatNumber(network.links.length, ctx.locale),
      isolated: network.measures.isolated,
    }),
    isFiltered(asked)
      ? say("lede.hidden", {
          count: formatNumber(network.links.length, ctx.locale),
          all: formatNumber(network.linksInAll, ctx.locale),
        })
      : "",
    found.length
      ? say("lede.brokers", {
          names: formatList(
            found.map(({ actor }) => longLabel(actor, 50)),
            ctx.locale,
          ),
        })
      : "",
  ];
  return sentences.filter(Boolean).join(" ");
}

function figures({ say, network, to, ctx }: Stage): Figure[] {
  const count = (value: number) => formatNumber(value, ctx.locale);
  const { measures } = network;
  const outside = network.actors.filter((actor) => actor.role === null).length;
  return [
    {
      value: count(measures.actors),
      label: say("figure.actors"),
      href: to.page({ view: "actors", sort: "name", only: null }),
      ...(outside ? { change: say("figure.partners", { count: count(outside) }) } : {}),
    },
    {
      value: count(network.links.length),
      label: say("figure.links"),
      href: to.page({ view: "links", sort: null, only: null, actor: null }),
      ...(network.links.length !== measures.pairs
        ? { change: say("figure.pairs", { count: count(measures.pairs) }) }
        : {}),
    },
    {
      value: measures.density === null ? "–" : formatPercent(measures.density, ctx.locale, 1),
      label: say("figure.density"),
      href: "#reckoned",
    },
    {
      value: count(measures.components),
      label: say("figure.components"),
      href: to.page({ view: "actors", sort: "part", only: null }),
      ...(measures.components > 1
        ? { change: say("figure.largest", { count: count(measures.largest) }) }
        : {}),
    },
    {
      value: count(measures.isolated),
      label: say("figure.isolated"),
      href: to.page({ view: "actors", only: "isolated", sort: null }),
    },
    {
      value: count(communitiesSeen(network).length),
      label: say("figure.communities"),
      href: to.page({ view: "actors", sort: "community", only: null }),
    },
  ];
}
