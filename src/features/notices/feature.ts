import type { Feature } from "../../access/feature.ts";
import { messages } from "./messages.ts";
import { deliver } from "./telling/deliver.ts";
import { featuresOf } from "./topics.ts";

export { letterLink, type NewLink } from "./acts/letter-link.ts";
export { type Addressee, type NewNotice, type NoticeAct, notify } from "./telling/notice.ts";

/** Tells people what happened, on a page and by letter. It asks the other features for their topics and acts. */
export function noticesFeature(features: () => readonly Feature[]): Feature {
  const others = featuresOf(features);
  return {
    name: "notices",
    routes: [],
    messages,
    topics: { security: messages["topic.security"] },
    jobs: {
      "notices.deliver": deliver(others),
    },
  };
}
