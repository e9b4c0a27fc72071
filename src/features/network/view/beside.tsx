import { Empty, formatDate, formatNumber, formatPercent, Sheet } from "../../../ui/index.ts";
import { isFiltered } from "../filters.ts";
import { kindWord } from "../messages.ts";
import { audienceOf } from "../see-network.ts";
import { brokers, communitiesSeen, isolatedReason } from "../stories.ts";
import { longLabel, seriesOf, shortLabel } from "./palette.ts";
import type { Stage } from "./stage.ts";

const MOST_ISOLATED = 10;
const MOST_COMMUNITIES = 8;

/** Who holds the network together, and why. */
export function Brokers({ stage: { say, network, to, ctx } }: { stage: Stage }) {
  const found = brokers(network);
  return (
    <Sheet
      title={say("brokers")}
      class="c4"
      id="brokers"
      link={{ label: say("column.share"), href: to.page({ view: "actors", sort: "-share" }) }}
    >
      {found.length === 0 ? (
        <Empty>{say("brokers.empty", { laid: network.laidOut ? "yes" : "no" })}</Empty>
      ) : null}
      <ol class="lines">
        {found.map(({ actor, share, communities, partsWithout }) => (
          <li>
            <span>
              <a href={to.page({ actor: actor.slug, query: null })} data-actor={actor.slug}>
                {longLabel(actor)}
              </a>
              <small>
                {[
                  say("broker.share", { share: formatPercent(share, ctx.locale, share < 0.1 ? 1 : 0) }),
                  communities.length > 1 ? say("broker.joins", { count: communities.length }) : "",
                  partsWithout > 0 ? say("broker.parts", { count: partsWithout }) : "",
                ]
                  .filter(Boolean)
                  .join("; ")}
              </small>
            </span>
          </li>
        ))}
      </ol>
    </Sheet>
  );
}

/** Who is linked with nobody, and what is known about why. */
export function Isolated({ stage: { say, network, asked, to, ctx } }: { stage: Stage }) {
  const alone = network.isolated.map((i) => network.actors[i]!);
  const all = {
    label: say("isolated.all", { count: formatNumber(alone.length, ctx.locale) }),
    href: to.page({ view: "actors", only: "isolated" }),
  };
  return (
    <Sheet title={say("isolated")} class="c4" id="isolated" {...(alone.length > 0 ? { link: all } : {})}>
      {alone.length === 0 && network.actors.length > 0 ? <Empty>{say("isolated.empty")}</Empty> : null}
      <ul class="lines">
        {alone.slice(0, MOST_ISOLATED).map((actor) => {
          const { reason, partners } = isolatedReason(network, actor, isFiltered(asked));
          return (
            <li>
              <span>
                <a href={to.organisation(actor.slug)}>{longLabel(actor)}</a>
                <small>
                  {kindWord(say, actor.kind)}; {say(`isolated.${reason}`, { partners })}
                </small>
              </span>
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}

export function Communities({ stage: { say, network, to } }: { stage: Stage }) {
  const found = communitiesSeen(network);
  return (
    <Sheet
      title={say("communities")}
      class="c4"
      id="communities"
      link={{
        label: say("colour.community"),
        href: to.page({ colour: "community", view: null, cursor: null }),
      }}
    >
      {found.length === 0 ? <Empty>{say("communities.empty")}</Empty> : null}
      <ol class="lines">
        {found.slice(0, MOST_COMMUNITIES).map(({ number, size, leading: [first, ...others] }) => (
          <li>
            <span>
              <Dot series={seriesOf({ kind: "", community: number }, "community")} />{" "}
              <a href={to.page({ view: "actors", sort: "community", query: null })}>
                {say("community.around", { name: longLabel(first!, 48) })}
              </a>
              <small>
                {say("community.size", { count: size })}
                {others.length
                  ? `, ${say("community.with", { names: others.map((actor) => shortLabel(actor, 24)).join(", ") })}`
                  : ""}
              </small>
            </span>
          </li>
        ))}
      </ol>
    </Sheet>
  );
}

export const Dot = ({ series }: { series: number }) => (
  <svg width="10" height="10" aria-hidden="true">
    <circle class={`f${series}`} cx="5" cy="5" r="5" />
  </svg>
);

/** Formula, coverage and age of every figure above. */
export function Reckoned({ stage: { say, network, ctx } }: { stage: Stage }) {
  const { actors: n, pairs } = network.measures;
  const { laidOut } = network;
  return (
    <Sheet title={say("reckoned")} id="reckoned">
      <ul>
        <li>{say("reckoned.links")}</li>
        <li>
          {say("reckoned.density", {
            pairs: formatNumber(pairs, ctx.locale),
            possible: formatNumber((n * (n - 1)) / 2, ctx.locale),
          })}
        </li>
        {laidOut ? (
          <>
            <li>
              {say("reckoned.share", {
                sampled: laidOut.sources < laidOut.actors ? "yes" : "no",
                sources: formatNumber(laidOut.sources, ctx.locale),
              })}
            </li>
            <li>
              {say("reckoned.communities", {
                modularity:
                  laidOut.modularity === null ? "–" : formatNumber(laidOut.modularity, ctx.locale, 2),
              })}
            </li>
            <li>
              {say("reckoned.seen", {
                audience: audienceOf(ctx.actor),
                date: formatDate(laidOut.at, ctx.locale),
              })}
            </li>
          </>
        ) : null}
      </ul>
    </Sheet>
  );
}
