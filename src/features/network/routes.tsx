import { ClusterPath } from "../../access/cluster-path.ts";
import type { Context } from "../../access/context.ts";
import { api, file, get, json, page, problem, type Reply } from "../../access/route.ts";
import { address } from "../../ui/index.ts";
import { addresses } from "./addresses.ts";
import { compactNetwork, fullNetwork, NetworkAnswer } from "./answer.ts";
import { networkFile } from "./files.ts";
import { actorList, linkList, linksByNeighbour, stretch } from "./lists.ts";
import { sayNetwork } from "./messages.ts";
import { ActorParams, ActorQuery, ApiQuery, type Format, PageQuery } from "./schema.ts";
import { eyesOf, type NetworkLink, seeNetwork } from "./see-network.ts";
import { clusterSubject, projectNames } from "./store.ts";
import { GraphView, NetworkPage, TableView } from "./view/page.tsx";
import { longLabel } from "./view/palette.ts";
import { ActorPage, MOST_NEIGHBOURS } from "./view/selected.tsx";
import type { Stage } from "./view/stage.ts";
import { ActorTable, LinkTable } from "./view/tables.tsx";

const subject = async ({ ctx }: { ctx: Context }) =>
  (ctx.cluster && (await ctx.read((db) => clusterSubject(db, ctx.cluster!.id)))) ?? null;

export const networkRoutes = [
  get("/clusters/:cluster/network", {
    rule: "network.see",
    summary: "The network of a cluster: graph, actors and links",
    params: ClusterPath,
    query: PageQuery,
    example: { cluster: "aviation" },
    subject,
    handle: async ({ ctx, query }) => {
      const stage = await stageFor(ctx, query);
      if (query.format) return exported(stage, query.format);
      return page(frameOf(stage), await content(stage));
    },
  }),

  get("/clusters/:cluster/network/actors/:actor", {
    rule: "network.see",
    summary: "One actor of the network with its links and their records",
    params: ActorParams,
    query: ActorQuery,
    example: { cluster: "aviation", actor: "technische-universitat-hamburg" },
    subject,
    handle: async ({ ctx, query, params }) => {
      const stage = await stageFor(ctx, { ...query, actor: params.actor });
      const place = (slug: string | undefined) =>
        stage.network.actors.findIndex((actor) => actor.slug === slug);
      const actor = place(params.actor);
      if (actor < 0) return problem("not-found");
      const other = place(query.other);
      const shown = linksByNeighbour(stage.network, actor).filter(
        ({ neighbour }) => other < 0 || neighbour === other,
      );
      const named = await withProjects(
        stage,
        shown.slice(0, MOST_NEIGHBOURS).flatMap(({ links }) => links),
      );
      const title = stage.say("actor.title", { name: longLabel(stage.network.actors[actor]!) });
      const pair = other < 0 ? null : other;
      return page({ title }, <ActorPage stage={named} title={title} actor={actor} other={pair} />);
    },
  }),

  api.get("/api/v1/clusters/:cluster/network", {
    rule: "network.see",
    summary: "The network of a cluster: actors with their places, links, measures",
    params: ClusterPath,
    query: ApiQuery,
    answer: NetworkAnswer,
    example: { cluster: "aviation" },
    subject,
    handle: async ({ ctx, query }) => {
      const network = await seeNetwork(ctx, ctx.cluster!.id, query);
      if (query.form === "full") return json(fullNetwork(network));
      const body = JSON.stringify(compactNetwork(network));
      const drawn = file("network.json", "application/json", body, true);
      // What everybody sees a browser may keep for a moment, once it is laid out; the door allows that to strangers alone.
      return network.laidOut ? { ...drawn, maxAge: 60 } : drawn;
    },
  }),
];

async function stageFor(ctx: Context, asked: PageQuery): Promise<Stage> {
  const cluster = ctx.cluster!;
  return {
    ctx,
    asked,
    say: sayNetwork(ctx.locale),
    network: await seeNetwork(ctx, cluster.id, asked),
    to: addresses(cluster.slug, asked),
    clusterName: ctx.locale === "de" ? cluster.nameDe : cluster.nameEn,
    projects: new Map(),
  };
}

/** Only what is listed needs the names of its records. */
async function withProjects(stage: Stage, links: readonly NetworkLink[]): Promise<Stage> {
  const ids = [
    ...new Set(links.flatMap((link) => (link.evidenceKind === "project" ? link.evidence.slice(0, 4) : []))),
  ];
  if (ids.length === 0) return stage;
  return { ...stage, projects: await stage.ctx.read((db) => projectNames(db, eyesOf(stage.ctx.actor), ids)) };
}

const frameOf = ({ say, clusterName, asked, network }: Stage) => ({
  title: say("title.of", { cluster: clusterName }),
  description: say("picture.name", { actors: network.measures.actors, links: network.links.length }),
  islands: asked.view === "graph" ? ["network.island"] : [],
});

async function content(stage: Stage) {
  const { asked, network } = stage;
  if (asked.view === "actors") {
    const list = stretch(actorList(network, asked), asked.cursor);
    return (
      <NetworkPage stage={stage}>
        <TableView stage={stage}>
          <ActorTable stage={stage} list={list} />
        </TableView>
      </NetworkPage>
    );
  }
  if (asked.view === "links") {
    const list = stretch(linkList(network, asked), asked.cursor);
    const named = await withProjects(stage, list.items);
    return (
      <NetworkPage stage={named}>
        <TableView stage={named}>
          <LinkTable stage={named} list={list} />
        </TableView>
      </NetworkPage>
    );
  }
  const selected = network.actors.findIndex((actor) => actor.slug === asked.actor);
  const shown = selected < 0 ? [] : linksByNeighbour(network, selected).slice(0, MOST_NEIGHBOURS);
  const named = await withProjects(
    stage,
    shown.flatMap(({ links }) => links),
  );
  return (
    <NetworkPage stage={named}>
      <GraphView stage={named} selected={selected < 0 ? null : selected} />
    </NetworkPage>
  );
}

/** What leaves the house as a file is noted, when somebody signed in takes it. */
async function exported(stage: Stage, format: Format): Promise<Reply> {
  const { ctx, network, to } = stage;
  if (ctx.actor.personId && !ctx.actor.readOnly)
    await ctx.write(async (unit) =>
      unit.audit({
        action: "network.export",
        subjectKind: "cluster",
        subjectId: ctx.cluster!.id,
        after: {
          format,
          address: address(to.path, to.query),
          actors: network.actors.length,
          links: network.links.length,
        },
      }),
    );
  return networkFile(stage, format, ctx.cluster!.slug);
}
