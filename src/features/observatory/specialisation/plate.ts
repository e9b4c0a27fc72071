import type { Context } from "../../../access/context.ts";
import type { Feature, NavEntry } from "../../../access/feature.ts";
import { specialisationApi } from "./api.ts";
import { computePanel } from "./compute.ts";
import { pictureMessages } from "./messages.ts";
import { specialisationRoutes } from "./routes.tsx";

/** What regions are specialised in, from panels of regions, activities and periods. */
export const specialisationPlate: Partial<Feature> = {
  routes: [...specialisationRoutes, ...specialisationApi],
  messages: pictureMessages,
  jobs: { "observatory.panel.compute": computePanel },
  slow: ["observatory.panel.compute"],
  nav,
};

function nav({ cluster }: Context): NavEntry[] {
  return cluster
    ? [
        {
          section: "observatory",
          label: pictureMessages["spec.title"],
          href: `/clusters/${cluster.slug}/observatory/specialisation`,
          order: 20,
        },
      ]
    : [];
}
