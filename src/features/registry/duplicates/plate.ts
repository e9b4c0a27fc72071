import type { Context } from "../../../access/context.ts";
import type { Feature, NavEntry } from "../../../access/feature.ts";
import { mergeMessages } from "../merge/messages.ts";
import { mergeRoutes } from "../merge/routes.tsx";
import { forgetMerges } from "../merge/undo.ts";
import { duplicatesJob } from "./find.ts";
import { duplicateMessages } from "./messages.ts";
import { duplicateRoutes } from "./routes.tsx";

/** What the registry says on its name plate of duplicates and merges. */
export const duplicatesPlate = {
  routes: [...duplicateRoutes, ...mergeRoutes],
  messages: { ...duplicateMessages, ...mergeMessages },
  jobs: { "registry.duplicates": duplicatesJob, "registry.forget-merges": forgetMerges },
  recurring: { "registry.duplicates": "40 2 * * *", "registry.forget-merges": "20 2 * * *" },
  topics: { "registry.duplicates": { en: "Duplicates to merge", de: "Dubletten zum Zusammenführen" } },
} satisfies Partial<Feature>;

export function duplicatesNav({ actor, cluster }: Context): NavEntry[] {
  const label = duplicateMessages["duplicates.title"];
  if (cluster && (actor.office === "manager" || actor.office === "facilitator"))
    return [{ section: "team", label, href: `/clusters/${cluster.slug}/duplicates`, order: 15 }];
  return actor.operator
    ? [{ section: "installation", label, href: "/installation/duplicates", order: 25 }]
    : [];
}
