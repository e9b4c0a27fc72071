import type { Feature } from "../../../access/feature.ts";
import { campaignsHref } from "./address.ts";
import { answerRoutes } from "./answer-routes.tsx";
import { remind, sendLetters } from "./letters.ts";
import { campaignMessages } from "./messages.ts";
import { campaignApi, campaignPages } from "./routes.tsx";

/** Asking all members at once what they look for. */
export const campaignsPlate: Partial<Feature> = {
  routes: [...campaignPages, ...campaignApi, ...answerRoutes],
  messages: campaignMessages,
  jobs: { "exchange.campaigns.letters": sendLetters, "exchange.campaigns.remind": remind },
  recurring: { "exchange.campaigns.remind": "10 6 * * *" },
  topics: { campaigns: { en: "Campaigns", de: "Umfragen" } },
  nav: ({ actor, cluster }) =>
    cluster && (actor.office === "manager" || actor.office === "facilitator")
      ? [
          {
            section: "team",
            label: campaignMessages["campaigns.title"],
            href: campaignsHref(cluster),
            order: 40,
          },
        ]
      : [],
};
