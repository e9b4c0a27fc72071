import type { Feature } from "../../../access/feature.ts";
import { introductionActs } from "./acts.ts";
import { introductionApi } from "./api.ts";
import { figuresRoutes } from "./figures/routes.tsx";
import { handOverJob } from "./hand-over.ts";
import { tendIntroductions } from "./jobs.ts";
import { introductionMessages, underOneName } from "./messages.ts";
import { introductionsNav } from "./nav.ts";
import { outcomeMessages } from "./outcomes/messages.ts";
import { outcomePages } from "./outcomes/routes.tsx";
import { introductionPages } from "./routes.tsx";
import { settingsRoutes } from "./settings/routes.tsx";
import { expireTalks, holdTalks } from "./talks/jobs.ts";
import { talkMessages } from "./talks/messages.ts";
import { talkPages } from "./talks/routes.tsx";
import { TOPIC, tellJob } from "./telling/tell.ts";

export const introductionsPlate: Partial<Feature> = {
  // Addresses of one word come before those that name an introduction.
  routes: [
    ...settingsRoutes,
    ...figuresRoutes,
    ...introductionPages,
    ...talkPages,
    ...outcomePages,
    ...introductionApi,
  ],
  messages: underOneName({ ...introductionMessages, ...talkMessages, ...outcomeMessages }),
  jobs: {
    "exchange.introductions.tell": tellJob,
    "exchange.introductions.hand-over": handOverJob,
    "exchange.introductions.tend": tendIntroductions,
    "exchange.talks.expire": expireTalks,
    "exchange.talks.held": holdTalks,
  },
  recurring: {
    "exchange.introductions.tend": "35 5 * * *",
    "exchange.talks.expire": "*/10 * * * *",
    "exchange.talks.held": "5,15,25,35,45,55 * * * *",
  },
  acts: introductionActs,
  topics: { [TOPIC]: introductionMessages.topic },
  nav: introductionsNav,
};
