import { z } from "zod";
import { ChartParam } from "../../../ui/index.ts";
import { FORMATS } from "../../accounts/feature.ts";

export const SECTIONS = [
  "health",
  "brokers",
  "mixing",
  "reach",
  "time",
  "robustness",
  "introductions",
] as const;
export type Section = (typeof SECTIONS)[number];

const Year = z.coerce.number().int().min(1900).max(2200);
const Slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const MOST_LEAVING = 20;

export const BROKER_KEYS = [
  "name",
  "degree",
  "betweenness",
  "constraint",
  "effectiveSize",
  "eigenvector",
  "pageRank",
  "core",
  "community",
] as const;
export type BrokerKey = (typeof BROKER_KEYS)[number];
const BROKER_SORTS = BROKER_KEYS.flatMap((key) => [key, `-${key}`] as const);

/** An address that somebody typed or shortened still shows the page. */
export const PageQuery = z.object({
  year: Year.optional().catch(undefined),
  without: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((slugs): string[] =>
      [...new Set([slugs ?? []].flat().filter((slug) => Slug.safeParse(slug).success))].slice(
        0,
        MOST_LEAVING,
      ),
    ),
  only: z.enum(["core", "isolated", "bridging"]).optional().catch(undefined),
  by: z.enum(["kind", "field", "sector"]).optional().catch(undefined),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  sort: z.enum(BROKER_SORTS).optional().catch(undefined),
  cursor: z.string().max(60).optional().catch(undefined),
  format: z.enum(FORMATS).optional().catch(undefined),
  chart: ChartParam,
});
export type PageQuery = z.output<typeof PageQuery>;

export const ApiQuery = z.strictObject({
  year: Year.optional(),
  without: z
    .union([Slug, z.array(Slug).max(MOST_LEAVING)])
    .optional()
    .transform((slugs): string[] => [...new Set([slugs ?? []].flat())]),
});
export const NoQuery = z.strictObject({});

const count = z.int();
const share = z.number().nullable();

const Reach = z.object({
  local: count,
  regional: count,
  national: count,
  global: count,
  unknown: count,
  medianKm: share,
  meanKm: share,
});

const Headline = z.object({
  year: count,
  actors: count,
  links: count,
  dated: count,
  pairs: count,
  density: share,
  meanDegree: share,
  components: count,
  largest: count,
  isolated: count,
  connected: share,
  coreOrder: count,
  core: count,
  clustering: share,
  reach: Reach,
});

const MadeOf = z.enum(["own", "public", "cluster"]);

export const HealthAnswer = z.object({
  year: count,
  /** Of what the asker sees, or, until that is measured, of what everybody of an audience sees. */
  madeOf: MadeOf,
  computedAt: z.iso.datetime(),
  figures: Headline.extend({
    communities: count,
    modularity: share,
    pathLength: share,
    diameter: share,
    assortativity: share,
    blocks: z.object({ core: share, between: share, periphery: share }),
  }),
  actors: z.array(
    z.object({
      id: z.uuid(),
      slug: z.string(),
      name: z.string(),
      kind: z.string(),
      degree: count,
      betweenness: share,
      eigenvector: share,
      pageRank: share,
      constraint: share,
      effectiveSize: share,
      participation: z.number(),
      core: count,
      community: count.nullable(),
      part: count,
      cut: z.boolean(),
      between: z.number(),
      role: z.string().nullable(),
    }),
  ),
  mixing: z.array(
    z.object({
      by: z.enum(["kind", "field", "sector"]),
      known: count,
      external: z.number(),
      internal: z.number(),
      index: share,
      expected: share,
      asLow: share,
      asHigh: share,
      assortativity: share,
      groups: z.array(
        z.object({
          label: z.string(),
          actors: count,
          external: z.number(),
          internal: z.number(),
          index: share,
        }),
      ),
      pairs: z.array(z.array(count)),
    }),
  ),
  robustness: z.array(
    z.object({
      by: z.enum(["random", "degree", "betweenness"]),
      index: share,
      points: z.array(z.tuple([z.number(), z.number()])),
      /** Slugs of those who leave first. */
      first: z.array(z.string()),
    }),
  ),
  /** What becomes of the network when those of `without` leave. */
  departure: z
    .object({
      without: z.array(z.string()),
      actors: count,
      pairs: count,
      pairsLost: count,
      components: z.object({ before: count, after: count }),
      largest: z.object({ before: count, after: count }),
      connected: z.object({ before: share, after: share }),
      orphaned: z.array(z.string()),
      cutOff: z.array(z.string()),
    })
    .nullable(),
  years: z.array(Headline),
  /** Beyond the members, of what everybody of the audience sees. */
  outside: z
    .object({
      years: z.array(z.object({ year: count, partners: count, pairs: count, reach: Reach })),
      countries: z.array(z.object({ country: z.string(), partners: count, pairs: count })),
      clusters: z.array(
        z.object({
          slug: z.string(),
          nameEn: z.string(),
          nameDe: z.string(),
          shared: z.array(z.string()),
          pairs: count,
          through: z.array(z.object({ slug: z.string(), pairs: count })),
        }),
      ),
    })
    .nullable(),
  /** As it was measured on earlier days. */
  history: z.array(
    z.object({
      day: z.iso.date(),
      actors: count,
      links: count,
      pairs: count,
      components: count,
      isolated: count,
    }),
  ),
});

export const IntroductionsAnswer = z.object({
  madeOf: MadeOf,
  computedAt: z.iso.datetime(),
  efficiency: z.object({ before: z.number(), after: z.number() }).nullable(),
  items: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      steps: count.nullable(),
      alone: z.array(z.string()),
      joins: z.tuple([count, count]).nullable(),
      across: z.boolean(),
      competences: z.array(z.string()),
      contacts: z.array(z.string()),
      likely: z.number(),
      gain: z.number(),
      /** The form that asks for it, where the asker may. */
      ask: z.string().nullable(),
    }),
  ),
});
