import type { Feature } from "../../../access/feature.ts";
import { stillTrueAct } from "./profile/acts.ts";
import { remindOfCertificates, remindOfStale, tellListed } from "./profile/jobs.ts";
import { profileMessages } from "./profile/messages.ts";

/** What organisations' profiles do by themselves and by letter, for the registry's name plate. */
export const profilePlate = {
  jobs: {
    "profile.remind-certificates": remindOfCertificates,
    "profile.remind-stale": remindOfStale,
    "profile.tell-listed": tellListed,
  },
  recurring: { "profile.remind-certificates": "0 6 * * *", "profile.remind-stale": "30 6 * * 1" },
  acts: { "profile.still-true": stillTrueAct },
  topics: { profile: profileMessages["topic.profile"] },
} satisfies Partial<Feature>;
