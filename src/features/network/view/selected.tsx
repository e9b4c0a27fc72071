import { Button, Empty, formatYears, PageHead, Sheet } from "../../../ui/index.ts";
import { actorsCalled, linksByNeighbour } from "../lists.ts";
import { kindWord, type NetworkSay, natureWord, typeWord } from "../messages.ts";
import type { NetworkLink } from "../see-network.ts";
import { longLabel } from "./palette.ts";
import type { Stage } from "./stage.ts";

export const MOST_NEIGHBOURS = 7;
const MOST_PROJECTS = 4;

/** Who is chosen, with whom they are linked, and the records each link follows from. The island fetches it as it stands. */
export function Selected({
  stage,
  actor,
  other,
}: {
  stage: Stage;
  actor: number | null;
  other?: number | null;
}) {
  const { say } = stage;
  return (
    <Sheet title={titleOf(stage, actor, other ?? null)} id="selected">
      <div aria-live="polite">
        {actor === null ? (
          <Finder stage={stage} />
        ) : (
          <Chosen stage={stage} actor={actor} other={other ?? null} />
        )}
      </div>
      {actor === null ? null : (
        <p>
          <small>
            <a class="let-go" href={stage.to.page({ actor: null, query: null })}>
              {say("selected.drop")}
            </a>
          </small>
        </p>
      )}
    </Sheet>
  );
}

/** The same as a page of its own, for who came without script or by a link. */
export const ActorPage = ({
  stage,
  title,
  actor,
  other,
}: {
  stage: Stage;
  title: string;
  actor: number;
  other: number | null;
}) => (
  <>
    <PageHead
      kicker={stage.clusterName}
      title={title}
      actions={
        <Button href={stage.to.page({ actor: stage.network.actors[actor]!.slug, query: null })}>
          {stage.say("actor.back")}
        </Button>
      }
    />
    <Selected stage={stage} actor={actor} other={other} />
  </>
);

function titleOf({ say, network }: Stage, actor: number | null, other: number | null): string {
  if (actor === null) return say("selected");
  const one = longLabel(network.actors[actor]!);
  return other === null ? one : say("selected.pair", { one, other: longLabel(network.actors[other]!) });
}

function Finder({ stage: { say, asked, network, to } }: { stage: Stage }) {
  const found = asked.query ? actorsCalled(network, asked.query, 8) : [];
  const kept = Object.entries(to.query).filter(([name]) => name !== "query" && name !== "cursor");
  return (
    <>
      <p>
        <small>{say("selected.none")}</small>
      </p>
      <search>
        <form class="search network-find" method="get" action={to.path}>
          {kept.flatMap(([name, value]) =>
            [value].flat().map((one) => <input type="hidden" name={name} value={one} />),
          )}
          <input
            type="search"
            name="query"
            value={asked.query ?? ""}
            aria-label={say("selected.find")}
            placeholder={say("selected.find")}
            maxlength={200}
          />
          <button type="submit" class="btn">
            {say("filter.apply")}
          </button>
        </form>
      </search>
      {asked.query && found.length === 0 ? (
        <Empty>{say("selected.found-none", { query: asked.query })}</Empty>
      ) : null}
      {found.length ? (
        <ul class="lines">
          {found.map((actor) => (
            <li>
              <span>
                <a href={to.page({ actor: actor.slug, query: null })}>{longLabel(actor)}</a>
                <small>{kindWord(say, actor.kind)}</small>
              </span>
              <span>{actor.degree}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function Chosen({ stage, actor: i, other }: { stage: Stage; actor: number; other: number | null }) {
  const { say, network, to } = stage;
  const actor = network.actors[i]!;
  const all = linksByNeighbour(network, i).filter(({ neighbour }) => other === null || neighbour === other);
  const linkCount = all.reduce((sum, { links }) => sum + links.length, 0);
  return (
    <>
      {other === null ? (
        <p>
          {kindWord(say, actor.kind)}
          {" · "}
          {say("selected.summary", { degree: actor.degree })}{" "}
          <a href={to.organisation(actor.slug)}>{say("selected.open")}</a>
        </p>
      ) : null}
      <ul class="lines">
        {all.slice(0, MOST_NEIGHBOURS).map(({ neighbour, links }) => (
          <li>
            <span>
              {other === null ? (
                <a
                  href={to.page({ actor: network.actors[neighbour]!.slug, query: null })}
                  data-actor={network.actors[neighbour]!.slug}
                >
                  {longLabel(network.actors[neighbour]!)}
                </a>
              ) : null}
              {links.map((link) => (
                <LinkLine stage={stage} link={link} from={i} />
              ))}
            </span>
          </li>
        ))}
      </ul>
      {all.length > MOST_NEIGHBOURS ? (
        <p>
          <small>
            <a href={to.page({ view: "links", actor: actor.slug, query: null })}>
              {say("selected.table", { count: linkCount })}
            </a>
          </small>
        </p>
      ) : null}
    </>
  );
}

/** "works in projects · 2021–2025: HULL, SOIL": the words open the link, the names its records. */
function LinkLine({ stage, link, from }: { stage: Stage; link: NetworkLink; from: number }) {
  const { say, to } = stage;
  const years = yearsOf(say, link);
  const words = natureWord(say, link.nature, link.to === from ? "back" : "forth");
  return (
    <small>
      <a href={to.link(link.id)} title={typeWord(say, link.type)}>
        {words}
      </a>
      {years ? ` · ${years}` : ""}
      {link.evidence.length ? ": " : ""}
      <Records stage={stage} link={link} most={MOST_PROJECTS} />
    </small>
  );
}

/** What has not ended goes on: "since 2018". */
export const yearsOf = (say: NetworkSay, { since, until }: Pick<NetworkLink, "since" | "until">): string =>
  since && !until
    ? say("time.since", { year: since.slice(0, 4) })
    : formatYears(since ?? undefined, until ?? undefined);

/** The records a link follows from, each a way to the record. */
export function Records({
  stage: { projects, say, to },
  link,
  most,
}: {
  stage: Stage;
  link: NetworkLink;
  most: number;
}) {
  const named = link.evidence.flatMap((id) => projects.get(id) ?? []).slice(0, most);
  if (named.length === 0) return null;
  const more = link.evidence.length - named.length;
  return (
    <>
      {named.map((project, i) => (
        <>
          {i > 0 ? ", " : ""}
          <a href={to.project(project.slug)} title={project.title}>
            {project.acronym ?? project.title}
          </a>
        </>
      ))}
      {more > 0 ? (
        <>
          {" "}
          <a href={to.link(link.id)}>{say("records.more", { count: more })}</a>
        </>
      ) : null}
    </>
  );
}
