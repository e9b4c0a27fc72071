import { z } from "zod";
import type { Context } from "../../../access/context.ts";
import type { Act, ActOffer } from "../../../access/feature.ts";
import { type Desk, get, ownAccount, page, post, problem } from "../../../access/route.ts";
import { noticeWithAct } from "../list/store.ts";
import { say } from "../messages.ts";
import { actingOf, heldBy } from "../telling/addressed.ts";
import type { Features } from "../topics.ts";
import { DeadEndPage, OfferPage, UsedPage } from "./view.tsx";

const Place = z.object({ notice: z.uuid(), act: z.coerce.number().int().min(0).max(9) });

/** The acts of a notice for who reads it on the page: the same as by its letter, with the session instead of the link. */
export const noticeActRoutes = (features: Features) => [
  get("/notices/:notice/acts/:act", {
    rule: "signed-in",
    summary: "What an act of a notice would do; opening it does nothing",
    params: Place,
    handle: async (ask) => {
      const { ctx, csrf, path } = ask;
      const found = await actOf(ask, features);
      if (!found) return problem("not-found");
      if (!found.offer) return over(ctx);
      const { offer } = found;
      return page(
        { title: offer.title, personal: true },
        <OfferPage {...{ csrf, path, offer }} locale={ctx.locale} name={ctx.identity!.name} />,
      );
    },
  }),
  post("/notices/:notice/acts/:act", {
    rule: "account.keep",
    summary: "Does what a notice offers, in the role it was told to",
    params: Place,
    subject: ownAccount,
    handle: async (ask) => {
      const { ctx } = ask;
      const { locale } = ctx;
      const found = await actOf(ask, features);
      if (!found) return problem("not-found");
      if (!found.offer) return over(ctx, 409);
      const done = await found.act.perform(found.person, found.subject);
      if (!done.ok) {
        const title = say(locale)("act.refused");
        const refused = <DeadEndPage {...{ locale, title }} text={done.problem} />;
        return page({ title, personal: true }, refused, 409);
      }
      return page(
        { title: say(locale)("act.used"), personal: true },
        <UsedPage locale={locale} {...done.value} at={ctx.now()} />,
      );
    },
  }),
];

type Asked = { ctx: Context; desk: Desk; params: z.infer<typeof Place> };

interface Found {
  act: Act;
  person: Context;
  subject: Readonly<Record<string, string>>;
  offer: ActOffer | null;
}

/** `null` where the notice is not one's own, or no longer. */
async function actOf({ ctx, desk, params }: Asked, features: Features): Promise<Found | null> {
  const identity = ctx.identity!;
  const notice = await ctx.read((db) => noticeWithAct(db, identity, params.notice, params.act));
  const act = notice && features.act(notice.act.act);
  if (!notice || !act) return null;
  const held = heldBy(identity);
  // From the role it was told to, whichever one acts from now.
  const person = await desk.as({
    personId: identity.personId,
    acting: actingOf(notice.addressed.filter((role) => held.includes(role))),
    clusterId: notice.clusterId,
  });
  if (!person) return null;
  // In the language of the page.
  const reader = { ...person, locale: ctx.locale };
  const { subject } = notice.act;
  return { act, person: reader, subject, offer: await act.offer(reader, subject) };
}

function over({ locale }: Context, status: 200 | 409 = 200) {
  const title = say(locale)("act.over");
  return page(
    { title, personal: true },
    <DeadEndPage {...{ locale, title }} text={say(locale)("act.over.text")} />,
    status,
  );
}
