import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import type { Act } from "../../../access/feature.ts";
import { ok, refuse } from "../../../kernel/result.ts";
import { loadItem } from "../needs/store.ts";
import { needVisible } from "../needs/subject.ts";
import { readersHref } from "./address.ts";
import { sayLadder } from "./messages.ts";
import { answerRelease } from "./release.ts";
import { releaseById } from "./store.ts";
import { nameOf } from "./words.ts";

/** An ask that still waits, for whoever may answer it. */
async function waiting(ctx: Context, id: string | undefined) {
  if (!id || !ctx.cluster) return null;
  return ctx.read(async (db) => {
    const release = await releaseById(db, ctx.actor, id);
    const need = release?.state === "asked" ? await loadItem(db, "need", release.needId) : undefined;
    return release && need && can(ctx.actor, "need.release", needVisible(need)) ? { release, need } : null;
  });
}

/** What a letter about an ask offers. The letter names nothing; who opens its link reads who asks for what. */
export const ladderActs: Record<string, Act> = {
  "release.grant": {
    offer: async (ctx, { release: id }) => {
      const found = await waiting(ctx, id);
      if (!found) return null;
      const say = sayLadder(ctx.locale);
      const { release, need } = found;
      const name = nameOf(release, ctx.locale);
      return {
        title: say("mail.title", { name }),
        text: say("mail.text", {
          need: need.title,
          step: say(`step.${release.step}`),
          message: release.message,
        }).trim(),
        button: say("mail.button", { name }),
        href: readersHref(ctx.cluster!, need.id),
      };
    },
    perform: async (ctx, { release: id }) => {
      const say = sayLadder(ctx.locale);
      const found = await waiting(ctx, id);
      const done = found ? await answerRelease(ctx, found.release.id, "grant") : null;
      if (!found || !done?.ok) return refuse(say("mail.gone"));
      return ok({ done: say("noted.grant"), to: readersHref(ctx.cluster!, found.need.id) });
    },
  },
};
