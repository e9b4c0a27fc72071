import type { Feature } from "../../../access/feature.ts";
import { ladderActs } from "./acts.ts";
import { ladderApi } from "./api.ts";
import { EXPIRE, expire } from "./expire.ts";
import { ladderMessages } from "./messages.ts";
import { ladderPages } from "./pages.tsx";
import { TELL, TOPIC, tellJob } from "./tell.ts";

export const ladderPlate: Partial<Feature> = {
  routes: [...ladderPages, ...ladderApi],
  messages: ladderMessages,
  jobs: { [TELL]: tellJob, [EXPIRE]: expire },
  recurring: { [EXPIRE]: "25 * * * *" },
  acts: ladderActs,
  topics: { [TOPIC]: ladderMessages["releases.title"] },
  nav: ({ actor, cluster }) =>
    cluster && actor.organisationId !== null && actor.membership !== null && actor.membership !== "applicant"
      ? [
          {
            section: "own",
            label: ladderMessages["releases.title"],
            href: `/clusters/${cluster.slug}/releases`,
            order: 16,
          },
        ]
      : [],
};
