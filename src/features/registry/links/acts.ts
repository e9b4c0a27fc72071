import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import type { Act } from "../../../access/feature.ts";
import { ok, refuse } from "../../../kernel/result.ts";
import { actOnLink, findLinkSubject } from "./actions.ts";
import { linkHref } from "./address.ts";
import { sayLink } from "./messages.ts";
import * as store from "./store.ts";
import { titleOf } from "./views/title.ts";

async function confirmable(ctx: Context, id: string | undefined) {
  if (!id || !ctx.cluster) return null;
  const subject = await findLinkSubject(ctx, id);
  if (!subject || !can(ctx.actor, "link.confirm", subject)) return null;
  const clusterId = ctx.cluster.id;
  return (await ctx.read((db) => store.linkById(db, ctx.actor, clusterId, id))) ?? null;
}

/** What a letter about a declared link offers. */
export const linkActs: Record<string, Act> = {
  "link.confirm": {
    offer: async (ctx, { link: id }) => {
      const link = await confirmable(ctx, id);
      if (!link) return null;
      const say = sayLink(ctx.locale);
      return {
        title: say("confirm.title"),
        text: titleOf(ctx, link),
        button: say("act.confirm"),
        href: linkHref(ctx.cluster!, link.id),
      };
    },
    perform: async (ctx, { link: id }) => {
      const say = sayLink(ctx.locale);
      const link = await confirmable(ctx, id);
      const done = link ? await actOnLink(ctx, link.id, "confirm") : null;
      if (!link || !done?.ok) return refuse(say("confirm.gone"));
      return ok({ done: say("link.confirmed"), to: linkHref(ctx.cluster!, link.id) });
    },
  },
};
