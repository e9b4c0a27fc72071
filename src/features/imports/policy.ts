import { maySee } from "../../access/visibility.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { Visible } from "../../kernel/visibility.ts";
import { runsCluster } from "../registry/policy.ts";

export const importsPolicy = {
  /** Bringing a sheet into a cluster, looking at it, taking it back: whoever runs the cluster. */
  "import.run": (actor: Actor, cluster: Visible) => maySee(actor, cluster) && runsCluster(actor),
};
