import type { Child } from "hono/jsx";
import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import { Button, displayName, Notice, Sheet } from "../../../ui/index.ts";
import { applicationsHref, membershipHref } from "./address.ts";
import { ownOpen } from "./applications/actions.ts";
import { standing } from "./applications/views.tsx";
import { throughOn } from "./members-on.ts";
import { sayMembership } from "./messages.ts";

/** On the page of an organisation: through whom it belongs here, and the way to its membership. */
export async function membershipSheet(
  ctx: Context,
  organisation: { id: string; slug: string },
): Promise<Child> {
  const { cluster } = ctx;
  if (!cluster || ctx.identity === null) return null;
  const mayRead = can(ctx.actor, "membership.history", {
    clusterId: cluster.id,
    organisationId: organisation.id,
  });
  const through = await ctx.read(async (db) => {
    // Few belong to an association: how the whole cluster hangs together is asked only for them.
    const link = await db
      .selectFrom("link")
      .select("id")
      .where("fromOrganisationId", "=", organisation.id)
      .where("nature", "=", "member")
      .where("origin", "=", "confirmed")
      .limit(1)
      .executeTakeFirst();
    if (!link) return [];
    const through = await throughOn(db, ctx.actor, cluster.id, ctx.today());
    return through.get(organisation.id) ?? [];
  });
  if (through.length === 0 && !mayRead) return null;
  const say = sayMembership(ctx.locale);
  return (
    <Sheet title={say("sheet.title")}>
      {through.length > 0 ? (
        <p>
          {say("sheet.through")}{" "}
          {through.map((root, at) => (
            <>
              {at > 0 ? ", " : ""}
              <a href={`/clusters/${cluster.slug}/organisations/${root.slug}`}>{displayName(root.name)}</a>
            </>
          ))}
        </p>
      ) : null}
      {mayRead ? (
        <Button href={membershipHref(cluster, organisation.slug)}>{say("sheet.open")}</Button>
      ) : null}
    </Sheet>
  );
}

/** On the first screen of somebody who applies: where it stands. */
export async function applicationNotice(ctx: Context): Promise<Child> {
  const open = await ownOpen(ctx);
  if (
    !open ||
    !can(ctx.actor, "application.answer", { clusterId: ctx.cluster!.id, organisationId: open.organisationId })
  )
    return null;
  const say = sayMembership(ctx.locale);
  return (
    <Notice tone={open.state === "asked-back" ? "wait" : "plain"}>
      <p>
        {standing(ctx, open)}{" "}
        <a href={`${applicationsHref(ctx.cluster!)}/${open.id}`}>{say("sheet.application")}</a>
      </p>
    </Notice>
  );
}
