import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import { LINK_ORIGINS, LINK_TYPES, type LinkType } from "../../link-words/feature.ts";

export const ISSUES = ["training", "technology", "design", "marketing", "export", "distribution"] as const;

export const DIGITAL_LEVELS = ["none", "mail", "shared-file", "portal", "system"] as const;

/**
 * What one organisation is to the other. Where both sides would say it differently it has a direction: `from` supplies `to`,
 * and `to` is supplied by `from`.
 */
export const NATURES = {
  supplies: { type: "production", directed: true },
  services: { type: "production", directed: true },
  owns: { type: "formal", directed: true },
  licences: { type: "formal", directed: true },
  contract: { type: "formal", directed: false },
  "joint-venture": { type: "formal", directed: false },
  alliance: { type: "formal", directed: false },
  competes: { type: "industry", directed: false },
  complements: { type: "industry", directed: false },
  member: { type: "formal", directed: true },
  "shares-staff": { type: "informal", directed: false },
  exchange: { type: "informal", directed: true },
  knows: { type: "informal", directed: false },
  neighbours: { type: "geographic", directed: false },
} as const satisfies Record<string, { type: LinkType; directed: boolean }>;
export type Nature = keyof typeof NATURES;
export const NATURE_NAMES = Object.keys(NATURES) as [Nature, ...Nature[]];

/** Both ends of a link always see it, so it is private to nobody; groups come with rooms. */
export const LINK_LEVELS = ["public", "peers", "cluster", "organisation"] as const;

/** One of the two ends, as seen from an organisation: it is the one that supplies, or the one that is supplied. */
export type End = "from" | "to";

const Slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

const Day = z.iso.date();
const What = z.object({
  nature: z.enum(NATURE_NAMES),
  issue: z.enum(ISSUES).nullish(),
  since: Day.nullish(),
  until: Day.nullish(),
  /** From 1, now and then, to 5, neither could do without. */
  strength: z.coerce.number().int().min(1).max(5).default(3),
  digitalLevel: z.enum(DIGITAL_LEVELS).nullish(),
  note: z.string().trim().max(2000).nullish(),
  visibility: z.enum(LINK_LEVELS).default("cluster"),
  /** Organisations that never see the link. */
  wall: z.array(Slug).max(200).default([]),
});

const ordered = (what: { since?: string | null | undefined; until?: string | null | undefined }) =>
  !what.since || !what.until || what.since <= what.until;
const ORDER = { path: ["until"], error: "ends-before-it-starts" };

/** As programs declare it: both ends by name, one of them the organisation acted for. */
export const NewLink = z.strictObject({ from: Slug, to: Slug, ...What.shape }).refine(ordered, ORDER);
export type NewLink = z.output<typeof NewLink>;

const blank = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);
const list = (value: unknown) => [value ?? []].flat().filter((one) => one !== "");

/** As the form sends it: `supplies:from` is "we supply", `supplies:to` is "we are supplied by". */
export const LinkForm = z
  .object({
    other: blank(Slug),
    statement: z.string().regex(/^[a-z-]+:(from|to)$/),
    issue: blank(What.shape.issue),
    since: blank(What.shape.since),
    until: blank(What.shape.until),
    strength: blank(What.shape.strength),
    digitalLevel: blank(What.shape.digitalLevel),
    note: blank(What.shape.note),
    visibility: What.shape.visibility,
    wall: z.preprocess(list, z.array(Slug).max(200)),
  })
  .refine(ordered, ORDER)
  .transform(({ statement, ...rest }, check) => {
    const [nature, end] = statement.split(":") as [string, End];
    const known = z.enum(NATURE_NAMES).safeParse(nature);
    if (known.success) return { ...rest, nature: known.data, end };
    check.addIssue({ code: "custom", path: ["statement"], message: "choose" });
    return z.NEVER;
  });
export type LinkForm = z.output<typeof LinkForm>;

const several = <T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(
    (value) => list(value).filter((one) => values.includes(one as string)),
    z.array(z.enum(values)),
  );

/** Tolerant: an odd value in the address is left out, and the page still shows. */
export const LinkFilter = z.object({
  type: several(LINK_TYPES),
  origin: several(LINK_ORIGINS),
  organisation: Slug.optional().catch(undefined),
  waiting: z.literal("me").optional().catch(undefined),
  sort: z.enum(["-strength", "-since", "since"]).catch("-strength"),
  cursor: z.string().max(400).optional().catch(undefined),
  format: z.enum(["csv", "xlsx"]).optional().catch(undefined),
});
export type LinkFilter = z.output<typeof LinkFilter>;

const oneOrSeveral = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(schema).max(20));

export const LinkQuery = z.strictObject({
  type: oneOrSeveral(z.enum(LINK_TYPES)),
  origin: oneOrSeveral(z.enum(LINK_ORIGINS)),
  organisation: Slug.optional(),
  waiting: z.literal("me").optional(),
  sort: z.enum(["-strength", "-since", "since"]).default("-strength"),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const LinkPath = ClusterPath.extend({ id: z.uuid() });
