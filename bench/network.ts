import { monitorEventLoopDelay } from "node:perf_hooks";
import { reckon } from "../src/features/network/layout/reckon.ts";
import { load, type Timing } from "./load.ts";

export interface LayoutBench {
  actors: number;
  links: number;
  seconds: number;
  /** How long a request had to wait at most while the layout was reckoned. */
  longestPauseMs: number;
  communities: number;
}

/** Times the layout of a small and a large network, and, where a server is named, the network page of a cluster. */
export async function benchNetwork(server?: {
  base: string;
  cluster: string;
  clients: number;
  requests: number;
}): Promise<{ layouts: LayoutBench[]; pages: Timing[] }> {
  const layouts = [await benchLayout(300, 1_200), await benchLayout(2_000, 8_000)];
  console.table(layouts);
  const pages: Timing[] = [];
  if (server) {
    const { cluster, ...rest } = server;
    const paths: [string, string][] = [
      ["network", `/clusters/${cluster}/network`],
      ["network, partners too", `/clusters/${cluster}/network?with=partners`],
      ["network over the API", `/api/v1/clusters/${cluster}/network?form=compact`],
    ];
    for (const [name, path] of paths) pages.push(await load({ name, paths: [path], ...rest }));
  }
  return { layouts, pages };
}

async function benchLayout(actors: number, links: number): Promise<LayoutBench> {
  const network = clustered(actors, links);
  const pauses = monitorEventLoopDelay({ resolution: 5 });
  pauses.enable();
  const start = performance.now();
  const laidOut = await reckon(network.actors, network.links);
  const seconds = (performance.now() - start) / 1000;
  pauses.disable();
  return {
    actors,
    links: laidOut.links,
    seconds: Math.round(seconds * 100) / 100,
    longestPauseMs: Math.round(pauses.max / 1e6),
    communities: laidOut.communities,
  };
}

/** A network as clusters have them: few actors with many links, and groups that keep to themselves. */
function clustered(actors: number, links: number) {
  const ids = Array.from({ length: actors }, (_, i) => String(i).padStart(6, "0"));
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 4_294_967_296;
  };
  const group = actors / 12;
  return {
    actors: ids.map((id) => ({ id })),
    links: Array.from({ length: links }, () => {
      const from = Math.floor(next() ** 2 * actors);
      const near = Math.floor(from / group) * group + next() * group;
      const to = Math.floor(next() < 0.8 ? near : next() * actors) % actors;
      return { fromId: ids[from]!, toId: ids[to === from ? (to + 1) % actors : to]!, strength: next() };
    }),
  };
}
