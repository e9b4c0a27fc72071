import { z } from "zod";
import { api, get, json, page, post, problem, redirect } from "../../../access/route.ts";
import { decodeCursor } from "../../../kernel/page.ts";
import { FORMATS, listFile } from "../../accounts/feature.ts";
import { say } from "../messages.ts";
import { retryJob, stateOfHouse, verifyLog } from "./actions.ts";
import { LetterPage, letterState, OutboxPage } from "./outbox-view.tsx";
import { letterById, lettersOf } from "./store.ts";
import { InstallationPage } from "./view.tsx";

const afterOf = (cursor: string | undefined) =>
  cursor === undefined ? undefined : z.tuple([z.uuid()]).safeParse(decodeCursor(cursor, 1)).data?.[0];

const count = z.number().int();
const State = z.object({
  version: z.string(),
  database: z.string(),
  mail: z.object({ by: z.enum(["smtp", "outbox"]), letters: count, unsent: count, troubled: count }),
  accounts: count,
  organisations: count,
  projects: count,
  clusters: z.array(z.object({ slug: z.string(), nameEn: z.string(), nameDe: z.string(), members: count })),
  jobs: z.object({ waiting: count, running: count, failed: count }).nullable(),
  verified: z.object({ at: z.string(), entries: count, breaks: count }).nullable(),
});

const Letters = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      to: z.string(),
      subject: z.string(),
      writtenAt: z.iso.datetime(),
      sentAt: z.iso.datetime().nullable(),
      problem: z.string().nullable(),
    }),
  ),
  total: count,
  next: z.string().nullable(),
});

export const installationRoutes = [
  get("/installation", {
    rule: "installation.inspect",
    summary: "How the house is doing: version, database, jobs, mail, the log's chain",
    handle: async ({ ctx, desk, csrf }) =>
      page(
        { title: say(ctx.locale)("house.title"), personal: true },
        <InstallationPage
          locale={ctx.locale}
          state={await stateOfHouse(ctx, desk)}
          csrf={csrf}
          now={ctx.now()}
        />,
      ),
  }),
  post("/installation/verify", {
    rule: "installation.inspect",
    summary: "Walks the chain of the log from its beginning",
    handle: async ({ ctx, desk }) => {
      const { breaks } = await verifyLog(ctx, desk.engine);
      return redirect("/installation#chain", breaks.length === 0 ? "chain-whole" : "chain-broken");
    },
  }),
  post("/installation/jobs/:job/retry", {
    rule: "installation.inspect",
    summary: "Starts a failed job again",
    params: z.object({ job: z.string().regex(/^\d{1,19}$/) }),
    handle: async ({ ctx, desk, params }) => {
      if (!(await retryJob(ctx, desk.engine, params.job))) return problem("not-found");
      return redirect("/installation#jobs", "job-retried");
    },
  }),
  get("/installation/outbox", {
    rule: "installation.inspect",
    summary: "The letters the house has written",
    query: z.object({
      cursor: z.string().max(200).optional().catch(undefined),
      format: z.enum(FORMATS).optional().catch(undefined),
    }),
    handle: async ({ ctx, desk, query, search }) => {
      const t = say(ctx.locale);
      const limit = query.format ? 5000 : 50;
      const after = query.format ? undefined : afterOf(query.cursor);
      const letters = await ctx.read((db) => lettersOf(db, { limit, after }));
      if (query.format)
        return listFile(
          query.format,
          "letters",
          [
            { label: t("outbox.to"), value: (letter) => letter.toAddress },
            { label: t("outbox.subject"), value: (letter) => letter.subject },
            { label: t("outbox.at"), value: (letter) => letter.createdAt },
            { label: t("outbox.state"), value: (letter) => t(letterState(letter, desk.mail).key) },
            { label: t("house.job.error"), value: (letter) => letter.problem },
          ],
          letters.items,
        );
      return page(
        { title: t("outbox.title"), personal: true },
        <OutboxPage
          {...{ locale: ctx.locale, letters }}
          query={Object.fromEntries(search)}
          mailBy={desk.mail}
        />,
      );
    },
  }),
  get("/installation/outbox/:mail", {
    rule: "installation.inspect",
    summary: "One letter; its text only where no mail server takes it to its addressee",
    params: z.object({ mail: z.uuid() }),
    handle: async ({ ctx, desk, params }) => {
      const letter = await ctx.read((db) => letterById(db, params.mail));
      if (!letter) return problem("not-found");
      return page(
        { title: letter.subject, personal: true },
        <LetterPage locale={ctx.locale} letter={letter} mailBy={desk.mail} />,
      );
    },
  }),
  api.get("/api/v1/installation", {
    rule: "installation.inspect",
    summary: "How the house is doing",
    query: z.strictObject({}),
    answer: State,
    handle: async ({ ctx, desk }) => {
      const { version, database, mail, mailBy, people, sizes, clusters, jobs, verified } = await stateOfHouse(
        ctx,
        desk,
      );
      return json({
        version,
        database,
        mail: { by: mailBy, ...mail },
        accounts: people,
        ...sizes,
        clusters,
        jobs: jobs && { waiting: jobs.waiting, running: jobs.running, failed: jobs.failed.length },
        verified: verified && { ...verified, breaks: verified.breaks.length },
      } satisfies z.output<typeof State>);
    },
  }),
  api.get("/api/v1/installation/letters", {
    rule: "installation.inspect",
    summary: "The letters the house has written, without their text",
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.string().max(200).optional(),
    }),
    answer: Letters,
    handle: async ({ ctx, query }) => {
      const after = afterOf(query.cursor);
      if (query.cursor !== undefined && after === undefined)
        return problem("bad-request", undefined, [{ field: "cursor", problem: "unknown" }]);
      const letters = await ctx.read((db) => lettersOf(db, { limit: query.limit, after }));
      return json({
        ...letters,
        items: letters.items.map(({ id, toAddress, subject, createdAt, sentAt, problem: trouble }) => ({
          id,
          to: toAddress,
          subject,
          writtenAt: createdAt.toISOString(),
          sentAt: sentAt?.toISOString() ?? null,
          problem: trouble,
        })),
      });
    },
  }),
];
