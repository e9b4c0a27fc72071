import type { Feature } from "../../access/feature.ts";
import { noticeActRoutes } from "./acts/notice-routes.tsx";
import { actRoutes } from "./acts/routes.tsx";
import { choiceRoutes } from "./choices/routes.tsx";
import { unsubscribeRoutes } from "./choices/unsubscribe-routes.tsx";
import { feedRoutes } from "./feed/routes.ts";
import { listRoutes } from "./list/routes.tsx";
import { messages } from "./messages.ts";
import { deliver } from "./telling/deliver.ts";
import { digests } from "./telling/digest.ts";
import { purge } from "./telling/purge.ts";
import { featuresOf } from "./topics.ts";

export { letterLink, type NewLink } from "./acts/letter-link.ts";
export { type Asking, askByLetter, remindByLetter } from "./asking/letters.ts";
export { openByLetter } from "./asking/open.ts";
export { reminderDue } from "./asking/rules.ts";
export { myUnread } from "./list/actions.ts";
export { type Addressee, type NewNotice, type NoticeAct, type NoticeLink, notify } from "./telling/notice.ts";

/** Tells people what happened, on a page and by letter. It asks the other features for their topics and acts. */
export function noticesFeature(features: () => readonly Feature[]): Feature {
  const others = featuresOf(features);
  return {
    name: "notices",
    routes: [
      ...listRoutes(others),
      ...choiceRoutes(others),
      ...feedRoutes(others),
      ...unsubscribeRoutes(others),
      ...actRoutes(others),
      ...noticeActRoutes(others),
    ],
    messages,
    jobs: {
      "notices.deliver": deliver(others),
      "notices.digests": digests(others),
      "notices.purge": purge,
    },
    recurring: { "notices.digests": "0 * * * *", "notices.purge": "20 3 * * *" },
    nav: (ctx) =>
      ctx.identity ? [{ section: "own", label: messages["list.title"], href: "/notices", order: 20 }] : [],
  };
}
