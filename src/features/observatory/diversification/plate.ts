import type { Context } from "../../../access/context.ts";
import type { Feature, NavEntry } from "../../../access/feature.ts";
import { diversificationApi } from "./api.ts";
import { diversificationMessages } from "./messages.ts";
import { diversificationRoutes } from "./routes.tsx";

/** What a region could grow into, and who of the cluster already can. */
export const diversificationPlate: Partial<Feature> = {
  routes: [...diversificationRoutes, ...diversificationApi],
  messages: diversificationMessages,
  nav,
};

function nav({ cluster }: Context): NavEntry[] {
  return cluster
    ? [
        {
          section: "observatory",
          label: diversificationMessages["div.title"],
          href: `/clusters/${cluster.slug}/observatory/diversification`,
          order: 25,
        },
      ]
    : [];
}
