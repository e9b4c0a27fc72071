import { z } from "zod";

/** Whatever lies under a cluster is found by its short name. */
export const ClusterPath = z.object({ cluster: z.string().max(80) });
