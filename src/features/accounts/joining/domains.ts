import { z } from "zod";
import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import type { Desk } from "../../../access/route.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { SeatedOrganisation } from "../seats/store.ts";
import { addressProven } from "../terms/proven.ts";
import { type DomainProblem, declareDomain } from "./rules.ts";
import { isShared, organisationOfDomain } from "./store.ts";

export const NewDomain = z.strictObject({
  domain: z
    .string()
    .trim()
    .toLowerCase()
    .max(253)
    .transform((text) => text.replace(/^.*@/, ""))
    .pipe(
      z
        .string()
        .regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/, "not-a-domain"),
    ),
});

/** An owner declares the domain of their own address; a cluster's manager any but those at which everybody gets one. */
export async function declare(
  ctx: Context,
  desk: Pick<Desk, "accounts">,
  organisation: SeatedOrganisation,
  domain: string,
): Promise<Result<string, DomainProblem | "not-found">> {
  if (!can(ctx.actor, "seat.give", organisation)) return refuse("not-found");
  const office = ctx.actor.office !== null;
  const known = await ctx.system("whose a mail domain is", async ({ db }) => ({
    taken: (await organisationOfDomain(db, domain)) !== undefined,
    shared: await isShared(db, domain, organisation.id, ctx.today()),
  }));
  const proven = office || (await addressProven(ctx, desk));
  const decided = declareDomain(domain, { office, proven, email: ctx.identity?.email ?? "" }, known);
  if (!decided.ok) return decided;
  return ctx.write(async ({ db, audit }) => {
    const row = {
      id: uuidv7(),
      organisationId: organisation.id,
      domain,
      clusterId: office ? ctx.actor.clusterId : null,
    };
    const added = await db
      .insertInto("mailDomain")
      .values({ ...row, declaredBy: ctx.actor.personId, declaredAt: ctx.now() })
      .onConflict((conflict) => conflict.doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!added) return refuse("domain.taken");
    audit({
      action: "domain.declare",
      subjectKind: "organisation",
      subjectId: organisation.id,
      after: { organisationId: organisation.id, domain },
    });
    return ok(row.id);
  });
}

export async function endDomain(
  ctx: Context,
  organisation: SeatedOrganisation,
  id: string,
): Promise<Result<null, "not-found">> {
  if (!can(ctx.actor, "seat.give", organisation)) return refuse("not-found");
  return ctx.write(async ({ db, audit }) => {
    const ended = await db
      .updateTable("mailDomain")
      .set({ endedAt: ctx.now(), endedBy: ctx.actor.personId })
      .where("id", "=", id)
      .where("organisationId", "=", organisation.id)
      .where("endedAt", "is", null)
      .returning("domain")
      .executeTakeFirst();
    if (!ended) return refuse("not-found");
    audit({
      action: "domain.end",
      subjectKind: "organisation",
      subjectId: organisation.id,
      before: { organisationId: organisation.id, domain: ended.domain },
    });
    return ok(null);
  });
}
