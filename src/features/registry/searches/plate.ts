import type { Context } from "../../../access/context.ts";
import type { NavEntry } from "../../../access/feature.ts";
import { askDue, askOne } from "./job.ts";
import { searchMessages } from "./messages.ts";
import { searchApi, searchPages } from "./routes.tsx";

/** What the name plate of the registry says of saved searches. */
export const searches = {
  routes: [...searchPages, ...searchApi],
  messages: searchMessages,
  jobs: { "searches.due": askDue, "searches.ask": askOne },
  recurring: { "searches.due": "*/15 * * * *" },
  topics: { searches: searchMessages["searches.topic"] },
  nav: ({ identity }: Context): NavEntry[] =>
    identity
      ? [{ section: "own", label: searchMessages["searches.title"], href: "/searches", order: 30 }]
      : [],
};
