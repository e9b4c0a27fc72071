import { maySee } from "../../access/visibility.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { Visible } from "../../kernel/visibility.ts";
import type { OrganisationSubject } from "../registry/policy.ts";

export const exportsPolicy = {
  /** The page that says what one may take along. */
  "export.see": (actor: Actor, cluster: Visible) =>
    maySee(actor, cluster) &&
    (actor.office === "manager" || (actor.seatRole === "owner" && actor.membership !== null)),
  /** The cluster, as its manager sees it. */
  "cluster.export": (actor: Actor, cluster: Visible) => maySee(actor, cluster) && actor.office === "manager",
  /** Its own data, by its owner. */
  "organisation.export": (actor: Actor, organisation: OrganisationSubject) =>
    maySee(actor, organisation) && actor.organisationId === organisation.id && actor.seatRole === "owner",
};
