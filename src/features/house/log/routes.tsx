import { z } from "zod";
import type { Context } from "../../../access/context.ts";
import { api, get, json, page, problem, type Reply } from "../../../access/route.ts";
import { decodeCursor } from "../../../kernel/page.ts";
import { listFile } from "../../accounts/feature.ts";
import { clusterSubject } from "../cluster-subject.ts";
import { type ReadLog, readInstallationLog, readLog } from "./actions.ts";
import { sayLog } from "./messages.ts";
import { type FORMATS, LogAnswer, LogListing, LogQuery } from "./schema.ts";
import { sentenceOf } from "./sentences.ts";
import { doorWord, LogPage } from "./view.tsx";

const PATH = "/clusters/:cluster/audit";
const MOST_ROWS = 5000;
const example = { cluster: "aviation" };

const leftOf = (cursor: string | undefined) => {
  const [left] = (cursor === undefined ? null : decodeCursor(cursor, 1)) ?? [];
  return typeof left === "number" && Number.isSafeInteger(left) && left > 0 ? left : undefined;
};

function logPage(ctx: Context, path: string, search: URLSearchParams, filter: LogProps, log: ReadLog): Reply {
  const cluster = ctx.cluster;
  const kicker = cluster ? (ctx.locale === "de" ? cluster.nameDe : cluster.nameEn) : "Kontor";
  return page(
    { title: sayLog(ctx.locale)("log.title"), personal: true },
    <LogPage
      {...{ locale: ctx.locale, kicker, path, filter, log }}
      query={Object.fromEntries(search)}
      cluster={cluster?.slug ?? null}
    />,
  );
}
type LogProps = Parameters<typeof LogPage>[0]["filter"];

async function logFile(ctx: Context, format: (typeof FORMATS)[number], log: ReadLog): Promise<Reply> {
  const t = sayLog(ctx.locale);
  // Who takes the log out of the house is written into it.
  await ctx.write(async ({ audit }) =>
    audit({ action: "audit.export", subjectKind: "log", after: { rows: log.entries.items.length } }),
  );
  return listFile(
    format,
    `log-${ctx.cluster?.slug ?? "installation"}`,
    [
      { label: t("log.at"), value: (entry) => entry.at },
      { label: t("log.what"), value: (entry) => sentenceOf(entry, log.names, ctx.locale) },
      {
        label: t("log.who"),
        value: (entry) => (entry.personId ? log.names.people.get(entry.personId) : "Kontor"),
      },
      { label: t("log.acting"), value: (entry) => entry.actingAs },
      { label: t("log.action"), value: (entry) => entry.action },
      { label: t("log.subject"), value: (entry) => entry.subjectKind },
      { label: "ID", value: (entry) => entry.subjectId },
      { label: t("log.door"), value: (entry) => doorWord(entry, ctx.locale) },
      { label: t("log.address"), value: (entry) => entry.body.address },
      { label: t("log.hash"), value: (entry) => entry.hash },
    ],
    log.entries.items,
  );
}

export const logRoutes = [
  get(PATH, {
    rule: "audit.read",
    summary: "What happened in the cluster: who did what, for whom, when",
    params: z.object({ cluster: z.string() }),
    query: LogQuery,
    example,
    subject: clusterSubject,
    handle: async ({ ctx, path, search, query: { cursor, format, ...filter } }) => {
      if (format) return logFile(ctx, format, await readLog(ctx, filter, { limit: MOST_ROWS }));
      const log = await readLog(ctx, filter, { limit: 50, left: leftOf(cursor) });
      return logPage(ctx, path, search, filter, log);
    },
  }),
  get("/installation/log", {
    rule: "installation.inspect",
    summary: "What happened to the installation itself: accounts, sessions, imports",
    query: LogQuery,
    handle: async ({ ctx, path, search, query: { cursor, format, ...filter } }) => {
      if (format) return logFile(ctx, format, await readInstallationLog(ctx, filter, { limit: MOST_ROWS }));
      const log = await readInstallationLog(ctx, filter, { limit: 50, left: leftOf(cursor) });
      return logPage(ctx, path, search, filter, log);
    },
  }),
  api.get(`/api/v1${PATH}`, {
    rule: "audit.read",
    summary: "The cluster's log, the latest first",
    params: z.object({ cluster: z.string() }),
    query: LogListing,
    answer: LogAnswer,
    example,
    subject: clusterSubject,
    handle: async ({ ctx, query: { cursor, limit, ...filter } }) => {
      const left = leftOf(cursor);
      if (cursor !== undefined && left === undefined)
        return problem("bad-request", undefined, [{ field: "cursor", problem: "unknown" }]);
      const { entries, names } = await readLog(ctx, filter, { limit, left });
      return json({
        ...entries,
        items: entries.items.map((entry) => ({
          at: entry.at.toISOString(),
          person: entry.personId
            ? { id: entry.personId, name: names.people.get(entry.personId) ?? null }
            : null,
          actingAs: entry.actingAs,
          door: entry.body.door,
          action: entry.action,
          subjectKind: entry.subjectKind,
          subjectId: entry.subjectId,
          sentence: sentenceOf(entry, names, ctx.locale),
          hash: entry.hash,
        })),
      });
    },
  }),
];
