import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import type { Act } from "../../../access/feature.ts";
import { ok, refuse } from "../../../kernel/result.ts";
import { confirmItem, readItem, waitsForYes } from "./actions.ts";
import { itemHref } from "./address.ts";
import { sayNeeds } from "./messages.ts";
import { SIDES } from "./rules.ts";
import type { Item } from "./store.ts";
import { needVisible, offerVisible } from "./subject.ts";

/** What the team wrote down and this person may say yes to, in the name of the organisation it was written for. */
async function waiting(ctx: Context, subject: Readonly<Record<string, string>>): Promise<Item | null> {
  const side = SIDES.find((one) => one === subject.side);
  if (!side || !subject.id || !ctx.cluster) return null;
  const item = await readItem(ctx, side, subject.id);
  if (!item || !waitsForYes(item) || item.organisationId !== ctx.actor.organisationId) return null;
  const may =
    side === "need"
      ? can(ctx.actor, "need.edit", needVisible(item))
      : can(ctx.actor, "offer.edit", offerVisible(item));
  return may ? item : null;
}

/** The yes to what was gathered in a visit, said from the letter. */
export const confirmAct: Act = {
  async offer(ctx, subject) {
    const item = await waiting(ctx, subject);
    if (!item) return null;
    const say = sayNeeds(ctx.locale);
    return {
      title: item.title,
      text: item.text,
      button: say(`confirm.${item.side}`),
      href: itemHref(ctx.cluster!, item),
    };
  },
  async perform(ctx, subject) {
    const item = await waiting(ctx, subject);
    const say = sayNeeds(ctx.locale);
    if (!item) return refuse(say("act.confirm.gone"));
    const done = await confirmItem(ctx, item);
    if (!done.ok)
      return refuse(say(done.problem === "not-from-here" ? "act.confirm.gone" : "act.confirm.incomplete"));
    return ok({ done: say("act.confirm.done"), to: itemHref(ctx.cluster!, item) });
  },
};
