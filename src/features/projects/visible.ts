import { seenBy } from "../../access/visibility.ts";
import type { Actor } from "../../kernel/actor.ts";

export const seenProject = (actor: Actor, table = "project") =>
  seenBy(actor, { table, owners: ["organisationId"], group: true, person: true });
export const seenParticipation = (actor: Actor, table = "participation") =>
  seenBy(actor, { table, owners: ["organisationId"] });
export const seenOrganisation = (actor: Actor, table = "organisation") =>
  seenBy(actor, { table, owners: ["id"] });
