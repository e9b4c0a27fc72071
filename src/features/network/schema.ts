import { z } from "zod";
import { ClusterPath } from "../../access/cluster-path.ts";
import { LINK_ORIGINS, LINK_TYPES, type LinkOrigin, type LinkType } from "../link-words/feature.ts";

export const COLOURS = ["kind", "community"] as const;
export type Colour = (typeof COLOURS)[number];
export const VIEWS = ["graph", "actors", "links"] as const;
export const ACTOR_SORTS = ["name", "-degree", "-share", "community", "part"] as const;
export const LINK_SORTS = ["-strength", "from", "to", "-since"] as const;
export const FORMATS = ["csv", "xlsx", "graphml"] as const;
export type Format = (typeof FORMATS)[number];

/** Which part of the network one looks at. Empty lists let everything pass. */
export interface Filters {
  with: "members" | "partners";
  type: LinkType[];
  evidence: LinkOrigin[];
  /** Years: a link counts if it was alive in any of them. */
  from: number | null;
  to: number | null;
  /** At least so many shared records; asked of derived links only. */
  min: number;
}

const year = z.coerce.number().int().min(1900).max(2200);
const min = z.coerce.number().int().min(1).max(1_000);
const several = <T extends string>(values: readonly T[]) =>
  z
    .union([z.enum(values), z.array(z.enum(values)).max(values.length)])
    .optional()
    .transform((chosen): T[] => (chosen === undefined ? [] : ([chosen].flat() as T[])));

const cleaned = <T extends string>(values: readonly T[]) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((chosen) => values.filter((known) => [chosen].flat().includes(known)));
const blankIsNone = (value: unknown) => (value === "" ? undefined : value);
const text = z.string().trim().max(200).optional().catch(undefined);

/** An address that somebody typed or shortened still shows the page: what cannot be meant is left out. */
export const PageQuery = z.object({
  with: z.enum(["members", "partners"]).catch("members"),
  type: cleaned(LINK_TYPES),
  evidence: cleaned(LINK_ORIGINS),
  from: z.preprocess(blankIsNone, year.nullable()).catch(null),
  to: z.preprocess(blankIsNone, year.nullable()).catch(null),
  min: min.catch(1),
  colour: z.enum(COLOURS).catch("kind"),
  view: z.enum(VIEWS).catch("graph"),
  only: z.enum(["isolated"]).optional().catch(undefined),
  sort: z
    .enum([...ACTOR_SORTS, ...LINK_SORTS])
    .optional()
    .catch(undefined),
  cursor: text,
  query: text,
  actor: text,
  format: z.enum(FORMATS).optional().catch(undefined),
});
export type PageQuery = z.output<typeof PageQuery>;

/** With `other`, only what links the two. */
export const ActorQuery = PageQuery.extend({ other: text });

/** A program is told what it got wrong. */
export const ApiQuery = z.strictObject({
  with: z.enum(["members", "partners"]).default("members"),
  type: several(LINK_TYPES),
  evidence: several(LINK_ORIGINS),
  from: year.nullable().default(null),
  to: year.nullable().default(null),
  min: min.default(1),
  form: z.enum(["full", "compact"]).default("full"),
});

export const ActorParams = ClusterPath.extend({ actor: z.string().max(120) });
