import { z } from "zod";
import { displayName } from "../../ui/index.ts";
import { LINK_TYPES, ORIGINS } from "./schema.ts";
import type { Network } from "./see-network.ts";

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
      origin: z.enum(ORIGINS),
      since: z.iso.date().nullable(),
      until: z.iso.date().nullable(),
      strength: z.number(),
      records: z.int(),
    }),
  ),
});

/** Rows instead of objects, and one row for each pair that is linked: a third of the bytes. */
export const CompactNetwork = z.object({
  ...common,
  actors: z.array(z.tuple([z.string(), z.string(), z.string(), z.number(), z.number(), z.int().nullable()])),
  pairs: z.array(z.tuple([z.int(), z.int(), z.number()])),
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

export const compactNetwork = (network: Network): Compact => ({
  ...commonOf(network),
  actors: network.actors.map((actor) => [
    actor.slug,
    displayName(actor.shortName ?? actor.name),
    actor.kind,
    short(actor.x),
    short(actor.y),
    actor.community,
  ]),
  pairs: network.graph.pairs.map(({ from, to, weight }) => [from, to, short(weight)]),
});

const short = (value: number) => Math.round(value * 1000) / 1000;
