import { z } from "zod";
import { get, page, post, type Reply } from "../../../access/route.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { say } from "../messages.ts";
import { ALL } from "../telling/letter-key.ts";
import type { Features } from "../topics.ts";
import { unsubscribe, unsubscribing } from "./actions.ts";
import { NoSuchAddressPage, UnsubscribedPage, UnsubscribePage } from "./unsubscribe-view.tsx";

const Token = z.object({ token: z.string().max(200) });

export const unsubscribeRoutes = (features: Features) => [
  get("/unsubscribe/:token", {
    rule: "everyone",
    summary: "What a letter's unsubscribe address would end; opening it ends nothing",
    params: Token,
    handle: async ({ ctx, params, csrf, path }) => {
      const { locale } = ctx;
      const found = await unsubscribing(ctx, params.token);
      if (!found) return noSuchAddress(locale, 200);
      const topic = found.topic === ALL ? null : features.topicLabel(found.topic, locale);
      return page(
        { title: say(locale)("unsubscribe.title"), personal: true },
        <UnsubscribePage {...{ locale, csrf, path, topic }} email={found.email} />,
      );
    },
  }),
  post("/unsubscribe/:token", {
    rule: "everyone",
    summary: "Ends letters by one click in the mail program (RFC 8058), without a session",
    params: Token,
    // RFC 8058 would have multipart, and most mail programs send urlencoded.
    upload: { maxBytes: 16_384 },
    handle: async ({ ctx, params }) => {
      const found = await unsubscribing(ctx, params.token);
      if (!found) return noSuchAddress(ctx.locale, 409);
      await unsubscribe(ctx, found);
      return page(
        { title: say(ctx.locale)("unsubscribe.done"), personal: true },
        <UnsubscribedPage locale={ctx.locale} />,
      );
    },
  }),
];

const noSuchAddress = (locale: Locale, status: 200 | 409): Reply =>
  page(
    { title: say(locale)("unsubscribe.gone"), personal: true },
    <NoSuchAddressPage locale={locale} />,
    status,
  );
