import { z } from "zod";
import { LINK_ORIGINS, LINK_TYPES } from "../link-words/feature.ts";
import { yearOf } from "./filters.ts";
import { strongestPairs } from "./graph/graph.ts";
import type { Network } from "./see-network.ts";
import { longLabel, seriesOf, shortLabel } from "./view/palette.ts";

const measures = z.object({
  actors: z.int(),
  links: z.int(),
  pairs: z.int(),
  density: z.number().nullable(),
  components: z.int(),
  largest: z.int(),
  isolated: z.int(),
  communities: z.int(),
  modularity: z.number().nullable(),
});

const common = {
  /** When the layout was computed; `null` while it is being laid out. */
  laidOutAt: z.iso.datetime().nullable(),
  partnersLeftOut: z.int(),
  measures,
};

export const FullNetwork = z.object({
  ...common,
  actors: z.array(
    z.object({
      id: z.uuid(),
      slug: z.string(),
      name: z.string(),
      kind: z.string(),
      membership: z.string().nullable(),
      x: z.number(),
      y: z.number(),
      degree: z.int(),
      part: z.int(),
      community: z.int().nullable(),
      betweenness: z.number().nullable(),
    }),
  ),
  links: z.array(
    z.object({
      id: z.uuid(),
      from: z.uuid(),
      to: z.uuid(),
      type: z.enum(LINK_TYPES),
      nature: z.string(),
      origin: z.enum(LINK_ORIGINS),
      since: z.iso.date().nullable(),
      until: z.iso.date().nullable(),
      strength: z.number(),
      records: z.int(),
    }),
  ),
});

/** For drawing: rows instead of objects, one for each pair that is linked, and only the strongest where there are very many. */
export const CompactNetwork = z.object({
  ...common,
  /** Slug, name, short name, colour by kind, colour by community, place. */
  actors: z.array(z.tuple([z.string(), z.string(), z.string(), z.int(), z.int(), z.number(), z.number()])),
  /** The two ends by their place in the list, the weight, and the years from which and to which there was a link. */
  pairs: z.array(z.tuple([z.int(), z.int(), z.number(), z.int().nullable(), z.int().nullable()])),
  pairsLeftOut: z.int(),
});

export type Compact = z.infer<typeof CompactNetwork>;

export const NetworkAnswer = z.union([FullNetwork, CompactNetwork]);

function commonOf(network: Network): z.infer<z.ZodObject<typeof common>> {
  const communities = new Set(
    network.actors.map((actor) => actor.community).filter((community) => community !== null),
  );
  return {
    laidOutAt: network.laidOut?.at.toISOString() ?? null,
    partnersLeftOut: network.partnersLeftOut,
    measures: {
      ...network.measures,
      links: network.links.length,
      communities: communities.size,
      modularity: network.laidOut?.modularity ?? null,
    },
  };
}

export const fullNetwork = (network: Network): z.infer<typeof FullNetwork> => ({
  ...commonOf(network),
  actors: network.actors.map((actor) => ({
    id: actor.id,
    slug: actor.slug,
    name: actor.name,
    kind: actor.kind,
    membership: actor.role,
    x: actor.x,
    y: actor.y,
    degree: actor.degree,
    part: actor.part,
    community: actor.community,
    betweenness: actor.share,
  })),
  links: network.links.map((link) => ({
    id: link.id,
    from: network.actors[link.from]!.id,
    to: network.actors[link.to]!.id,
    type: link.type,
    nature: link.nature,
    origin: link.origin,
    since: link.since,
    until: link.until,
    strength: link.strength,
    records: link.evidence.length,
  })),
});

const MOST_PAIRS = 20_000;

export function compactNetwork(network: Network): Compact {
  const pairs = strongestPairs(network.graph, MOST_PAIRS);
  const years = yearsOfPairs(network);
  return {
    ...commonOf(network),
    actors: network.actors.map((actor) => [
      actor.slug,
      longLabel(actor),
      shortLabel(actor, 24),
      seriesOf(actor, "kind"),
      seriesOf(actor, "community"),
      short(actor.x),
      short(actor.y),
    ]),
    pairs: pairs.map(({ from, to, weight }) => [
      from,
      to,
      short(weight),
      ...(years.get(`${from} ${to}`) ?? [null, null]),
    ]),
    pairsLeftOut: network.graph.pairs.length - pairs.length,
  };
}

function yearsOfPairs(network: Network): Map<string, [number | null, number | null]> {
  const years = new Map<string, [number | null, number | null]>();
  for (const { from, to, since, until } of network.links) {
    const key = from < to ? `${from} ${to}` : `${to} ${from}`;
    const [first, last] = [since && yearOf(since), until && yearOf(until)];
    const known = years.get(key);
    // What has no beginning or no end takes the pair's away.
    if (!known) years.set(key, [first || null, last || null]);
    else
      years.set(key, [
        known[0] && first ? Math.min(known[0], first) : null,
        known[1] && last ? Math.max(known[1], last) : null,
      ]);
  }
  return years;
}

const short = (value: number) => Math.round(value * 1000) / 1000;
