import type { Context } from "../../../access/context.ts";
import type { Addresses } from "../addresses.ts";
import type { NetworkSay } from "../messages.ts";
import type { PageQuery } from "../schema.ts";
import type { Network } from "../see-network.ts";
import type { ProjectName } from "../store.ts";

/** Everything the parts of the page speak of. */
export interface Stage {
  ctx: Context;
  say: NetworkSay;
  network: Network;
  asked: PageQuery;
  to: Addresses;
  clusterName: string;
  /** Names of the projects behind the links that are listed. */
  projects: ReadonlyMap<string, ProjectName>;
}
