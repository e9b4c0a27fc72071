import type { Context } from "../../../access/context.ts";
import { seenBy } from "../../../access/visibility.ts";
import type { Db } from "../../../kernel/gateway.ts";

/** The members of the cluster one is in, by name. */
export const membersToInvite = (db: Db, ctx: Context) =>
  db
    .selectFrom("membership")
    .innerJoin("organisation", "organisation.id", "membership.organisationId")
    .select(["organisation.slug", "organisation.name"])
    .distinct()
    .where("membership.clusterId", "=", ctx.actor.clusterId)
    .where("membership.since", "<=", ctx.today())
    .where((eb) => eb.or([eb("membership.until", "is", null), eb("membership.until", ">", ctx.today())]))
    .where(seenBy(ctx.actor, { table: "membership", owners: ["organisationId"] }))
    .where(seenBy(ctx.actor, { table: "organisation", owners: ["id"] }))
    .orderBy("organisation.name")
    .limit(5000)
    .execute();
