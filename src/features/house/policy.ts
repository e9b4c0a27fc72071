import { maySee } from "../../access/visibility.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { Visible } from "../../kernel/visibility.ts";

export const housePolicy = {
  /** The first screen of a role in a cluster. */
  "today.see": (actor: Actor, cluster: Visible) =>
    maySee(actor, cluster) && (actor.office !== null || actor.membership !== null),
  /** What the cluster's team has to look after. */
  "waiting.see": (actor: Actor, cluster: Visible) =>
    maySee(actor, cluster) && (actor.office === "manager" || actor.office === "facilitator"),
  "audit.read": (actor: Actor, cluster: Visible) =>
    maySee(actor, cluster) && (actor.office === "manager" || actor.office === "auditor"),
  /** The installation itself: jobs, mail that was not sent, the state of the house. Never the members' records. */
  "installation.inspect": (actor: Actor, _: null) => actor.operator,
};
