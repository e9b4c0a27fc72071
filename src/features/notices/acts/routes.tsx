import { z } from "zod";
import { type Ask, get, page, post, type Reply, redirect } from "../../../access/route.ts";
import { say } from "../messages.ts";
import type { Features } from "../topics.ts";
import { type Opened, openLink, useLink } from "./actions.ts";
import { DeadEndPage, OfferPage, UsedPage } from "./view.tsx";

const Token = z.object({ token: z.string().max(100) });
type Asked = Pick<Ask<unknown, unknown, unknown, unknown>, "ctx" | "csrf" | "path">;

export const actRoutes = (features: Features) => [
  get("/act/:token", {
    rule: "everyone",
    summary: "What a letter's link would do, or has done; opening it does nothing",
    params: Token,
    handle: async (ask) => linkPage(ask, await openLink(ask.ctx, ask.desk, features, ask.params.token), 200),
  }),
  post("/act/:token", {
    rule: "everyone",
    summary: "Does what a letter's link is for, once, in the name of whom the letter went to",
    params: Token,
    handle: async (ask) => {
      const used = await useLink(ask.ctx, ask.desk, features, ask.params.token);
      // Loading the page again shows what was done, and does nothing.
      if (used.state === "used") return redirect(ask.path);
      if (used.state !== "refused") return linkPage(ask, used, 409);
      const title = say(used.locale)("act.refused");
      return page(
        { title, personal: true },
        <DeadEndPage locale={used.locale} title={title} text={used.why} />,
        409,
      );
    },
  }),
];

/** In the language of the letter; where nobody knows whose it was, in the reader's. */
function linkPage({ ctx, csrf, path }: Asked, opened: Opened, status: 200 | 409): Reply {
  if (opened.state === "open") {
    const { locale, name, offer } = opened;
    return page(
      { title: offer.title, personal: true },
      <OfferPage {...{ locale, csrf, path, name, offer }} />,
      status,
    );
  }
  if (opened.state === "used")
    return page({ title: say(opened.locale)("act.used"), personal: true }, <UsedPage {...opened} />, status);
  const locale = opened.state === "over" ? opened.locale : ctx.locale;
  const title = say(locale)(`act.${opened.state}`);
  const text = say(locale)(`act.${opened.state}.text`);
  return page({ title, personal: true }, <DeadEndPage {...{ locale, title, text }} />, status);
}
