import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import type { NavEntry } from "../../../access/feature.ts";
import { introductionsHref } from "./address.ts";
import { introductionMessages } from "./messages.ts";

export const introductionsNav = (ctx: Context): NavEntry[] =>
  ctx.cluster && can(ctx.actor, "introduction.list", { clusterId: ctx.cluster.id })
    ? [
        {
          section: ctx.actor.office === null ? "cluster" : "team",
          label: introductionMessages["list.title"],
          href: introductionsHref(ctx.cluster),
          order: 28,
        },
      ]
    : [];
