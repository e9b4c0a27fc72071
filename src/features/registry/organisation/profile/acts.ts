import { can } from "../../../../access/can.ts";
import type { Context } from "../../../../access/context.ts";
import type { Act } from "../../../../access/feature.ts";
import { ok, refuse } from "../../../../kernel/result.ts";
import { displayName } from "../../../../ui/index.ts";
import { organisationHref } from "../address.ts";
import { newFactSubject } from "../facts/actions.ts";
import { readProfile, stillTrue } from "./actions.ts";
import { sayProfile } from "./messages.ts";

/** The profile behind a reminder's link, if this person still keeps it and there is something in it. */
async function kept(ctx: Context, slug: string | undefined) {
  const subject = slug && ctx.cluster ? await newFactSubject(ctx, slug) : null;
  if (!slug || !subject || !can(ctx.actor, "fact.edit", subject)) return null;
  const found = await readProfile(ctx, slug);
  return found && found.facts.length > 0
    ? { found, href: `${organisationHref(slug, ctx.cluster)}/profile` }
    : null;
}

/** "Still true", said from the letter that asks for it. */
export const stillTrueAct: Act = {
  async offer(ctx, subject) {
    const about = await kept(ctx, subject.organisation);
    if (!about) return null;
    const say = sayProfile(ctx.locale);
    const name = displayName(about.found.organisation.name);
    return {
      title: say("profile.title", { name }),
      text: say("act.still.text", { count: about.found.facts.length, name }),
      button: say("act.still"),
      href: about.href,
    };
  },
  async perform(ctx, subject) {
    const about = await kept(ctx, subject.organisation);
    const say = sayProfile(ctx.locale);
    if (!about) return refuse(say("act.gone"));
    await stillTrue(ctx, about.found.organisation.id);
    return ok({
      done: say("act.still.done", { name: displayName(about.found.organisation.name) }),
      to: about.href,
    });
  },
};
