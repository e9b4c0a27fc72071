import { z } from "zod";
import { ClusterPath } from "../../access/cluster-path.ts";

export const Slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

export const SORTS = ["-signed", "signed", "relevance"] as const;

const Code = z
  .string()
  .max(120)
  .regex(/^(\/\d+)+$/);
const Programme = z
  .string()
  .max(100)
  .regex(/^[\w.-]+$/);
const Year = z.coerce.number().int().min(1950).max(2100);

const several = <T extends z.ZodType>(schema: T, strict: boolean) =>
  z.preprocess((value) => {
    const all = [value ?? []].flat().filter((one) => one !== "");
    return strict ? all : all.filter((one) => schema.safeParse(one).success).slice(0, 20);
  }, z.array(schema).max(20));

const filters = (strict: boolean) => ({
  competence: several(Code, strict),
  programme: several(Programme, strict),
  year: several(Year, strict),
  /** Projects that all of these organisations take part in. */
  organisation: several(Slug, strict),
});

/** Tolerant: an odd value in the address is left out, and the page still shows. */
export const ProjectFilter = z.object({
  query: z.string().trim().max(200).optional().catch(undefined),
  ...filters(false),
  sort: z.enum(SORTS).catch("-signed"),
  cursor: z.string().max(400).optional().catch(undefined),
  format: z.enum(["csv", "xlsx"]).optional().catch(undefined),
});
export type ProjectFilter = z.output<typeof ProjectFilter>;

export const ProjectQuery = z.strictObject({
  query: z.string().trim().max(200).optional(),
  ...filters(true),
  sort: z.enum(SORTS).default("-signed"),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const ProjectPath = z.object({ slug: Slug });
export const ClusterProjectPath = ClusterPath.extend({ slug: Slug });
