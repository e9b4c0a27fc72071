import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import { AS } from "./preview.ts";

export const Slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

export const OrganisationPath = z.object({ slug: Slug });
export const MemberPath = ClusterPath.extend({ slug: Slug });

export const PartnersFilter = z.object({
  cursor: z.string().max(400).optional().catch(undefined),
  format: z.enum(["csv", "xlsx"]).optional().catch(undefined),
});

/** `removed`: the fact whose removal can still be undone from here. `as`: through whose eyes those who keep it look at the page. */
export const OrganisationQuery = z.object({
  removed: z.uuid().optional().catch(undefined),
  as: z.string().max(140).regex(AS).optional().catch(undefined),
});

export const PartnersQuery = z.strictObject({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
