import { z } from "zod";

export const ClusterParams = z.object({ cluster: z.string() });
export const ListQuery = z.object({ format: z.enum(["csv", "xlsx"]).optional().catch(undefined) });

export const ClustersQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
});

export const ClusterAnswer = z.object({
  id: z.uuid(),
  slug: z.string(),
  nameEn: z.string(),
  nameDe: z.string(),
  place: z.string(),
  aboutEn: z.string(),
  aboutDe: z.string(),
  /** NUTS codes. */
  regions: z.array(z.string()),
  /** NACE Rev. 2 codes. */
  industries: z.array(z.string()),
  url: z.string().nullable(),
  founded: z.iso.date().nullable(),
  members: z.number().int(),
  /** What sets its members' projects apart, by EuroSciVoc. */
  competences: z.array(z.object({ code: z.string(), title: z.string(), members: z.number().int() })),
});
export type ClusterAnswer = z.output<typeof ClusterAnswer>;

export const ClusterList = z.object({
  items: z.array(ClusterAnswer),
  total: z.number().int(),
  next: z.string().nullable(),
});

export const ClusterDetail = ClusterAnswer.extend({
  figures: z.object({
    members: z.number().int(),
    projects: z.number().int(),
    /** Organisations outside the cluster that work with its members. */
    partners: z.number().int(),
    /** Countries those partners are in. */
    countries: z.number().int(),
  }),
});
