import { z } from "zod";

/** Every page of the observatory lies under a cluster. */
export const ClusterPath = z.object({ cluster: z.string().max(80) });
