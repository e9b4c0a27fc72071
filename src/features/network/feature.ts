import type { Feature } from "../../access/feature.ts";
import { partnersNext, refreshAllLayouts } from "./layout/enqueue.ts";
import { layOutNetwork } from "./layout/lay-out.ts";
import { networkMessages } from "./messages.ts";
import { networkRoutes } from "./routes.tsx";

export { networkChanged, refreshAllLayouts } from "./layout/enqueue.ts";
export { layOutNetwork, seenByAll } from "./layout/lay-out.ts";
export { audienceOf, eyesOf } from "./see-network.ts";
export {
  type ActorRow,
  type Audience,
  clusterSubject,
  type Eyes,
  type LinkRow,
  links,
  members,
} from "./store.ts";
export { withVisibleEvidence } from "./visible.ts";

const nav = (cluster: string) => ({
  label: networkMessages.title,
  href: `/clusters/${cluster}/network`,
  order: 30,
});

export const network: Feature = {
  name: "network",
  routes: networkRoutes,
  messages: networkMessages,
  jobs: {
    // The members are what the page shows: those of every cluster come before the partners of any.
    "network.layout": async ({ clusterId }, house) => {
      await layOutNetwork(house, String(clusterId), ["members"]);
      await house.system("network layout", (unit) => partnersNext(unit, String(clusterId)));
    },
    "network.layout-partners": ({ clusterId }, house) =>
      layOutNetwork(house, String(clusterId), ["partners"]),
    // As at every start: networks that were never laid out are; an import asks for all of them.
    "network.layout-all": async ({ only }, house) => {
      await refreshAllLayouts(house, only === "all" ? "all" : "missing");
    },
  },
  slow: ["network.layout", "network.layout-partners"],
  nav: (ctx) =>
    ctx.cluster
      ? [
          { section: "cluster", ...nav(ctx.cluster.slug) },
          { section: "public", ...nav(ctx.cluster.slug) },
        ]
      : [],
};
