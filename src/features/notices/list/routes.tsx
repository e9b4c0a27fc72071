import { z } from "zod";
import type { Context } from "../../../access/context.ts";
import {
  api,
  file,
  get,
  json,
  ownAccount,
  page,
  post,
  problem,
  type Reply,
  redirect,
} from "../../../access/route.ts";
import { type ExportColumn, queryOf, toCsv, toXlsx } from "../../../ui/index.ts";
import { say } from "../messages.ts";
import type { Features } from "../topics.ts";
import { myNotices, openNotice, readNotices } from "./actions.ts";
import { NoticesAnswer, NoticesListing, NoticesQuery, ReadAll, ReadAnswer } from "./schema.ts";
import { isCursor, type NoticeRow } from "./store.ts";
import { NoticesPage, openActs, placeIn, textIn } from "./view.tsx";

const MOST_ROWS = 5000;
const Notice = z.object({ notice: z.uuid() });

/** One's own; whoever reads with a token for reading changes nothing. */

export const listRoutes = (features: Features) => [
  get("/notices", {
    rule: "signed-in",
    summary: "What one is told: unread first",
    query: NoticesQuery,
    handle: async ({ ctx, csrf, search, query: { cursor, format, topic, unread } }) => {
      const identity = ctx.identity!;
      const { locale } = ctx;
      const filter = { topic, unread: unread === "1" };
      const topicLabel = (name: string) => features.topicLabel(name, locale);
      if (format) {
        const { list } = await myNotices(ctx, identity, filter, { limit: MOST_ROWS });
        return noticeFile(format, ctx, list.items, topicLabel);
      }
      const notices = await myNotices(ctx, identity, filter, { limit: 50, cursor });
      return page(
        { title: say(locale)("list.title"), personal: true },
        <NoticesPage
          {...{ locale, csrf, filter, notices, topicLabel }}
          query={queryOf(search)}
          now={ctx.now()}
        />,
      );
    },
  }),
  post("/notices/read", {
    rule: "account.keep",
    summary: "Marks all notices, or those about one topic, as read",
    subject: ownAccount,
    handle: async ({ ctx, body }) => {
      const { topic } = z.object({ topic: NoticesQuery.shape.topic }).parse(body);
      await readNotices(ctx, ctx.identity!, { topic });
      return redirect("/notices", "list.read");
    },
  }),
  post("/notices/:notice/open", {
    rule: "account.keep",
    summary: "Marks a notice as read and goes to what it is about, in the role it was told to",
    params: Notice,
    subject: ownAccount,
    handle: async ({ ctx, params }) => {
      const opened = await openNotice(ctx, ctx.identity!, params.notice);
      if (!opened) return problem("not-found");
      return {
        kind: "redirect",
        to: opened.href,
        // The page may not exist for another role.
        ...(opened.acting ? { cookies: { kontor_as: opened.acting } } : {}),
      };
    },
  }),
  api.get("/api/v1/notices", {
    rule: "signed-in",
    summary: "One's own notices, unread first",
    query: NoticesListing,
    answer: NoticesAnswer,
    handle: async ({ ctx, query: { topic, unread, limit, cursor } }) => {
      if (cursor !== undefined && !isCursor(cursor))
        return problem("bad-request", undefined, [{ field: "cursor", problem: "unknown" }]);
      const found = await myNotices(
        ctx,
        ctx.identity!,
        { topic, unread: unread === "true" },
        { limit, cursor },
      );
      return json({
        ...found.list,
        items: found.list.items.map((notice) => ({
          id: notice.id,
          topic: notice.topic,
          text: textIn(notice, ctx.locale),
          cluster: notice.slug ? { slug: notice.slug, name: placeIn(notice, ctx.locale) } : null,
          href: notice.href,
          links: notice.links,
          acts: openActs(notice, ctx.now()).map(({ label, href }) => ({ label: label[ctx.locale], href })),
          createdAt: notice.createdAt.toISOString(),
          readAt: notice.readAt?.toISOString() ?? null,
        })),
        unread: found.unread,
      });
    },
  }),
  api.post("/api/v1/notices/read", {
    rule: "account.keep",
    summary: "Marks all notices, or those about one topic, as read",
    subject: ownAccount,
    body: ReadAll,
    answer: ReadAnswer,
    handle: async ({ ctx, body }) => json({ read: await readNotices(ctx, ctx.identity!, body) }),
  }),
  api.post("/api/v1/notices/:notice/read", {
    rule: "account.keep",
    summary: "Marks a notice as read",
    params: Notice,
    subject: ownAccount,
    body: z.strictObject({}),
    answer: z.object({ id: z.uuid(), href: z.string() }),
    handle: async ({ ctx, params }) => {
      const opened = await openNotice(ctx, ctx.identity!, params.notice);
      return opened ? json({ id: params.notice, href: opened.href }) : problem("not-found");
    },
  }),
];

async function noticeFile(
  format: "csv" | "xlsx",
  { locale }: Context,
  rows: readonly NoticeRow[],
  topicLabel: (topic: string) => string,
): Promise<Reply> {
  const t = say(locale);
  const columns: ExportColumn<NoticeRow>[] = [
    { label: t("list.what"), value: (notice) => textIn(notice, locale), width: 80 },
    { label: t("list.topic"), value: (notice) => topicLabel(notice.topic) },
    { label: t("list.where"), value: (notice) => placeIn(notice, locale) },
    { label: t("list.when"), value: (notice) => notice.createdAt },
    { label: t("list.read-at"), value: (notice) => notice.readAt },
  ];
  if (format === "csv") return file("notices.csv", "text/csv; charset=utf-8", toCsv(columns, rows));
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return file("notices.xlsx", type, await toXlsx(columns, rows, t("list.title")));
}
