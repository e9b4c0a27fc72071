import { z } from "zod";
import { MEMBERSHIP_ROLES } from "../../../kernel/actor.ts";

export const KINDS = [
  "enterprise",
  "research",
  "authority",
  "development",
  "association",
  "finance",
  "service",
  "inventor",
] as const;
export const SIZES = ["micro", "small", "medium", "sme", "large"] as const;
export const SORTS = ["relevance", "name", "-name", "projects", "-projects", "distance"] as const;
export type Sort = (typeof SORTS)[number];
export const VIEWS = ["cards", "table", "map"] as const;

export const DEFAULT_KM = 50;
const MOST_KM = 5_000;

/** What is looked for. Values of one facet are alternatives; competences all have to be there. */
export interface Filter {
  query: string;
  kind: readonly string[];
  size: readonly string[];
  industry: readonly string[];
  country: readonly string[];
  region: readonly string[];
  competence: readonly string[];
  /** Clusters, asked of the whole installation. */
  cluster: readonly string[];
  /** Roles of membership, asked inside one cluster. */
  role: readonly string[];
  /** Levels of membership, asked inside one cluster. */
  level: readonly string[];
  /** Who belongs by a membership of its own, or through others. Nothing asked are those with their own. */
  belongs: readonly Belonging[];
  /** Labels of the team. */
  label: readonly string[];
  /** Asked of the team's own fields: `key:value`, `key:>=5`, `key:<=5`, `key:~part`, `key:*` for anything, `key:` for nothing. */
  own: readonly string[];
  near: string;
  km: number;
  sort: Sort | null;
}

export const BELONGING = ["direct", "indirect"] as const;
export type Belonging = (typeof BELONGING)[number];

const industry = z.string().regex(/^[A-U](\d{2}(\.\d{1,2})?)?$/);
const country = z.string().regex(/^[A-Z]{2}$/);
const region = z.string().regex(/^[A-Z]{2}[A-Z0-9]{1,3}$/);
const competence = z.string().regex(/^(\/\d{1,12}){1,8}$/);
const own = z.string().regex(/^[a-z][a-z0-9-]{0,39}:[^\u0000]{0,210}$/);
const slug = z.string().regex(/^[a-z0-9-]{1,80}$/);

/** An odd address still shows the page: what cannot be read is left out. */
const readable = (value: z.ZodType<string>) =>
  z
    .unknown()
    .optional()
    .transform((given) =>
      [
        ...new Set(
          [given].flat().flatMap((one) => {
            const read = value.safeParse(one);
            return read.success ? [read.data] : [];
          }),
        ),
      ].slice(0, 20),
    );

/** A form asks from, to and what is in it by three inputs; an address holds them with the field's other values. */
function gathered(given: unknown): unknown {
  if (typeof given !== "object" || given === null) return given;
  const asked = Object.entries(given as Record<string, unknown>).flatMap(([name, value]) => {
    const [, key, part] = /^own\.([a-z0-9-]{1,40})\.(from|to|has)$/.exec(name) ?? [];
    const text = String([value].flat()[0] ?? "").trim();
    const sign = { from: ">=", to: "<=", has: "~" }[part ?? ""];
    return key && sign && text !== "" ? [`${key}:${sign}${text}`] : [];
  });
  if (asked.length === 0) return given;
  const { own: known, ...rest } = given as Record<string, unknown>;
  return { ...rest, own: [...[known ?? []].flat(), ...asked] };
}

const PageFields = z.object({
  query: z.string().trim().max(200).catch(""),
  kind: readable(z.enum(KINDS)),
  size: readable(z.enum(SIZES)),
  industry: readable(industry),
  country: readable(country),
  region: readable(region),
  competence: readable(competence),
  cluster: readable(slug),
  role: readable(z.enum(MEMBERSHIP_ROLES)),
  level: readable(z.uuid()),
  belongs: readable(z.enum(BELONGING)).transform((values) => values as Belonging[]),
  label: readable(z.uuid()),
  own: readable(own),
  near: z.string().trim().max(100).catch(""),
  km: z.coerce.number().int().min(1).max(MOST_KM).catch(DEFAULT_KM),
  sort: z.enum(SORTS).nullable().catch(null),
  view: z.enum(VIEWS).catch("cards"),
  cursor: z.string().max(1000).optional().catch(undefined),
  format: z.enum(["csv", "xlsx"]).optional().catch(undefined),
  /** What was just done to many at once, and can be undone. */
  done: z.uuid().optional().catch(undefined),
});
export const PageQuery = z.preprocess(gathered, PageFields);
export type PageQuery = z.output<typeof PageQuery>;

/** One value or several: `kind=research&kind=enterprise`. */
const several = <Z extends z.ZodType<string>>(value: Z) =>
  z
    .union([value, z.array(value).max(20)])
    .optional()
    .transform((given) => (given === undefined ? [] : [given].flat()) as z.output<Z>[]);

const shared = {
  query: z.string().trim().max(200).default(""),
  kind: several(z.enum(KINDS)),
  size: several(z.enum(SIZES)),
  industry: several(industry),
  country: several(country),
  region: several(region),
  competence: several(competence),
  near: z.string().trim().max(100).default(""),
  km: z.coerce.number().int().min(1).max(MOST_KM).default(DEFAULT_KM),
  sort: z.enum(SORTS).nullable().default(null),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(1000).optional(),
};

export const WholeQuery = z.strictObject({ ...shared, cluster: several(slug) });
export const ClusterQuery = z.strictObject({
  ...shared,
  role: several(z.enum(MEMBERSHIP_ROLES)),
  level: several(z.uuid()),
  belongs: several(z.enum(BELONGING)),
  label: several(z.uuid()),
  own: several(own),
});

export const ClusterParams = z.object({ cluster: z.string() });

const Named = z.object({ code: z.string(), title: z.string() });

export const OrganisationAnswer = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  shortName: z.string().nullable(),
  kind: z.enum(KINDS),
  sizeClass: z.enum(SIZES).nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  nuts: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  url: z.string().nullable(),
  /** Path of its picture in this house. */
  logo: z.string().nullable(),
  /** Public projects it takes part in. */
  projects: z.number().int(),
  /** What most of its projects are about, at most three. */
  competences: z.array(Named),
  clusters: z.array(z.object({ slug: z.string(), role: z.enum(MEMBERSHIP_ROLES) })),
  /** Kilometres from `near`, when that was asked. */
  distanceKm: z.number().nullable(),
  source: z.string(),
  sourceOn: z.string().nullable(),
});
export type OrganisationAnswer = z.output<typeof OrganisationAnswer>;

export const MemberAnswer = OrganisationAnswer.extend({
  /** `null` for those who belong through others. */
  membership: z
    .object({
      role: z.enum(MEMBERSHIP_ROLES),
      since: z.iso.date(),
      until: z.iso.date().nullable(),
      level: z.uuid().nullable(),
    })
    .nullable(),
  through: z.array(z.object({ slug: z.string(), name: z.string() })),
  /** The team's labels and fields; to the team alone. */
  labels: z.array(z.object({ id: z.uuid(), name: z.string() })).optional(),
  own: z.record(z.string(), z.union([z.string(), z.number()]).nullable()).optional(),
});

const list = <Z extends z.ZodType>(item: Z) =>
  z.object({ items: z.array(item), total: z.number().int(), next: z.string().nullable() });
export const OrganisationList = list(OrganisationAnswer);
export const MemberList = list(MemberAnswer);
