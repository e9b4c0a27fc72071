import { z } from "zod";
import { api, empty, get, ownAccount, post, problem, redirect } from "../../../access/route.ts";
import { choicesPage } from "../choices/routes.tsx";
import { say } from "../messages.ts";
import type { Features } from "../topics.ts";
import { endFeed, feedOf, makeFeed } from "./actions.ts";
import { atom } from "./atom.ts";

export const feedRoutes = (features: Features) => [
  post("/account/notices/feed", {
    rule: "account.keep",
    summary: "Makes the secret address of one's feed and shows it this once; an earlier one ends",
    subject: ownAccount,
    handle: async (ask) => {
      const path = await makeFeed(ask.ctx, ask.ctx.identity!);
      return choicesPage(ask, features, { made: `${ask.publicUrl}${path}` });
    },
  }),
  post("/account/notices/feed/end", {
    rule: "account.keep",
    summary: "Ends one's feed at once",
    subject: ownAccount,
    handle: async ({ ctx }) => {
      await endFeed(ctx, ctx.identity!);
      return redirect("/account/notices#feed", "feed.ended");
    },
  }),
  // Ended by a program, but not made by one: a leaked API token must not be able to leave a second way in.
  api.delete("/api/v1/notices/feed", {
    rule: "account.keep",
    summary: "Ends one's feed at once",
    subject: ownAccount,
    handle: async ({ ctx }) => {
      await endFeed(ctx, ctx.identity!);
      return empty;
    },
  }),
  get("/feeds/notices/:token", {
    rule: "everyone",
    summary: "One person's notices for a feed reader (Atom), by a secret address",
    params: z.object({ token: z.string().max(100) }),
    handle: async ({ ctx, desk, params, path, publicUrl }) => {
      const feed = await feedOf(ctx, desk, params.token);
      if (!feed) return problem("not-found");
      const { person, items } = feed;
      const { locale } = person;
      const body = atom(
        {
          id: person.personId,
          title: say(locale)("feed.name", { name: person.name }),
          href: `${publicUrl}/notices`,
          self: `${publicUrl}${path}`,
          locale,
          updated: ctx.now(),
        },
        items.map((notice) => ({
          id: notice.id,
          title: locale === "de" ? notice.textDe : notice.textEn,
          href: `${publicUrl}${notice.href}`,
          at: notice.createdAt,
          category: { term: notice.topic, label: features.topicLabel(notice.topic, locale) },
        })),
      );
      return {
        kind: "said",
        status: 200,
        type: "application/atom+xml; charset=utf-8",
        body,
        headers: { "cache-control": "private, no-store", "x-robots-tag": "noindex" },
      };
    },
  }),
];
