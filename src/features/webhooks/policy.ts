import { maySee } from "../../access/visibility.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { Visible } from "../../kernel/visibility.ts";

/** The manager's webhooks hear of the whole cluster, an owner's of the one organisation. */
export const webhooksPolicy = {
  "webhook.keep": (actor: Actor, cluster: Visible) =>
    maySee(actor, cluster) &&
    !actor.readOnly &&
    (actor.office === "manager" ||
      (actor.seatRole === "owner" && actor.membership !== null && actor.membership !== "applicant")),
};
