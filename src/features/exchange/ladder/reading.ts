import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import type { Item, Teaser } from "../needs/store.ts";
import { needVisible, teaserVisible } from "../needs/subject.ts";
import { readsTo } from "../visible.ts";
import * as rules from "./rules.ts";
import { asksSince, type Release, releasesOf } from "./store.ts";

/** How far a reader has come with a need, and what can be done next. */
export interface Reading {
  needId: string;
  /** As `rankOf`; 1 from a teaser. */
  reads: number;
  releases: Release[];
  /** The terms, for whoever knows the name. */
  terms: string;
  /** What can be asked for now, or why nothing can; `null` for who asks for nobody. */
  next: ReturnType<typeof rules.ask> | null;
  /** The step behind the terms, where the owner offers it. */
  offered: Release | null;
}

export async function readingOf(
  ctx: Context,
  { need, teaser }: { need: Item | null; teaser: Teaser | null },
): Promise<Reading> {
  const { actor } = ctx;
  const own = actor.organisationId;
  const needId = need?.id ?? teaser!.needId;
  const visible = { need: need && needVisible(need), teaser: teaser && teaserVisible(teaser) };
  const [releases, asksThisWeek] =
    own === null
      ? [[], 0]
      : await ctx.read((db) =>
          Promise.all([
            releasesOf(db, actor, { needId, owner: false }),
            asksSince(db, own, rules.weekBefore(ctx.now())),
          ]),
        );
  const reads = visible.need ? readsTo(actor, visible.need) : 1;
  return {
    needId,
    reads,
    releases,
    terms: need?.secrecy ?? "",
    next: can(actor, "need.ask", visible)
      ? rules.ask({
          own: need !== null && need.organisationId === own,
          state: need?.state ?? "told",
          reads,
          secrecy: need?.secrecy ?? "",
          releases,
          asksThisWeek,
          now: ctx.now(),
        })
      : null,
    offered: releases.find(({ step, state }) => step === "agreed" && state === "offered") ?? null,
  };
}
