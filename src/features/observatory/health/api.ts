import { ClusterPath } from "../../../access/cluster-path.ts";
import { api, json, problem } from "../../../access/route.ts";
import { audienceOf } from "../../network/feature.ts";
import { CLUSTER_EXAMPLE, clusterSubject } from "../data/here.ts";
import { graphOf, type HealthNetwork } from "./graph.ts";
import { askAddress, introductionsSubject } from "./introduce.ts";
import { departure } from "./measures/robustness.ts";
import { ApiQuery, HealthAnswer, IntroductionsAnswer, NoQuery } from "./schema.ts";
import { seeHealth } from "./see-health.ts";
import { figuresByMonth } from "./store.ts";

export const healthApi = [
  api.get("/api/v1/clusters/:cluster/observatory/network", {
    rule: "network.see",
    summary: "The health of a cluster's network: figures, actors, mixing, reach, robustness, years",
    params: ClusterPath,
    query: ApiQuery,
    answer: HealthAnswer,
    example: CLUSTER_EXAMPLE,
    subject: clusterSubject,
    handle: async ({ ctx, query }) => {
      const health = await seeHealth(ctx, ["picture", "years"], query);
      if (!health.parts) return problem("conflict", "The network is being measured.");
      const { network, year, parts, outside } = health;
      const { standings, curves, mixing, ...figures } = parts.picture;
      const slugs = slugsOf(network);
      return json({
        year,
        madeOf: health.madeOf,
        computedAt: health.computedAt.toISOString(),
        figures,
        actors: standings.flatMap((standing) => {
          const actor = network.actors.find(({ id }) => id === standing.id);
          return actor ? [{ ...standing, slug: actor.slug, name: actor.name, kind: actor.kind }] : [];
        }),
        mixing,
        robustness: curves.map((curve) => ({
          ...curve,
          first: slugs(curve.first.map((place) => standings[place]!.id)),
        })),
        departure: query.without.length ? leave(network, year, query.without) : null,
        years: parts.years,
        outside: outside && {
          ...outside,
          clusters: outside.clusters.map((cluster) => ({
            ...cluster,
            shared: slugs(cluster.shared),
            through: cluster.through.flatMap(({ id, pairs }) => slugs([id]).map((slug) => ({ slug, pairs }))),
          })),
        },
        history: (await ctx.read((db) => figuresByMonth(db, ctx.cluster!.id, audienceOf(ctx.actor)))).map(
          ({ day, figures: { actors, links, pairs, components, isolated } }) => ({
            day,
            actors,
            links,
            pairs,
            components,
            isolated,
          }),
        ),
      });
    },
  }),

  api.get("/api/v1/clusters/:cluster/observatory/network/introductions", {
    rule: "network.see",
    summary: "The introductions that would close most gaps of a cluster's network",
    params: ClusterPath,
    query: NoQuery,
    answer: IntroductionsAnswer,
    example: CLUSTER_EXAMPLE,
    subject: introductionsSubject,
    handle: async ({ ctx }) => {
      const health = await seeHealth(ctx, ["introductions"]);
      if (!health.parts) return problem("conflict", "The network is being measured.");
      const { efficiency, proposals } = health.parts.introductions;
      const slugs = slugsOf(health.network);
      return json({
        madeOf: health.madeOf,
        computedAt: health.computedAt.toISOString(),
        efficiency,
        items: proposals.flatMap((proposal) => {
          const [from, to] = [proposal.from, proposal.to].map((id) =>
            health.network.actors.find((actor) => actor.id === id),
          );
          if (!from || !to) return [];
          return [
            {
              ...proposal,
              from: from.slug,
              to: to.slug,
              alone: slugs(proposal.alone),
              contacts: slugs(proposal.contacts),
              ask: askAddress(ctx, from, to),
            },
          ];
        }),
      });
    },
  }),
];

const slugsOf =
  ({ actors }: HealthNetwork) =>
  (ids: readonly string[]): string[] =>
    ids.flatMap((id) => actors.find((actor) => actor.id === id)?.slug ?? []);

function leave(network: HealthNetwork, year: number, without: readonly string[]) {
  const places = network.actors.flatMap(({ slug }, i) => (without.includes(slug) ? [i] : []));
  const { orphaned, cutOff, ...rest } = departure(graphOf(network, year), new Set(places));
  const slug = (i: number) => network.actors[i]!.slug;
  return { without: places.map(slug), ...rest, orphaned: orphaned.map(slug), cutOff: cutOff.map(slug) };
}
