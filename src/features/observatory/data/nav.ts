import type { Context } from "../../../access/context.ts";
import type { NavEntry } from "../../../access/feature.ts";
import { dataHref, homeHref } from "./here.ts";
import { dataMessages } from "./messages.ts";

/** For everybody who is in the cluster. */
export function dataNav(ctx: Context): NavEntry[] {
  const { actor, cluster } = ctx;
  if (!cluster || (actor.membership === null && actor.office === null)) return [];
  return [
    { section: "observatory", label: dataMessages.observatory, href: homeHref(ctx), order: 1 },
    { section: "observatory", label: dataMessages.catalogue, href: dataHref(ctx), order: 2 },
  ];
}
