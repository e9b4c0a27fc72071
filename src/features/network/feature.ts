import type { Feature } from "../../access/feature.ts";
import { refreshAllLayouts } from "./layout/enqueue.ts";
import { layOutNetwork } from "./layout/lay-out.ts";
import { networkMessages } from "./messages.ts";
import { networkRoutes } from "./routes.tsx";

export { networkChanged, refreshAllLayouts } from "./layout/enqueue.ts";
export { layOutNetwork } from "./layout/lay-out.ts";

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
    "network.layout": ({ clusterId }, house) => layOutNetwork(house, String(clusterId)),
    // As at every start: networks that were never laid out are; an import asks for all of them.
    "network.layout-all": async ({ only }, house) => {
      await refreshAllLayouts(house, only === "all" ? "all" : "missing");
    },
  },
  nav: (ctx) =>
    ctx.cluster
      ? [
          { section: "cluster", ...nav(ctx.cluster.slug) },
          { section: "public", ...nav(ctx.cluster.slug) },
        ]
      : [],
};
