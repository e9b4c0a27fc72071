import { z } from "zod";
import { can } from "../../../../access/can.ts";
import type { Context } from "../../../../access/context.ts";
import {
  api,
  file,
  get,
  json,
  page,
  post,
  problem,
  type Reply,
  type Route,
  redirect,
} from "../../../../access/route.ts";
import {
  Button,
  type Column,
  DataTable,
  displayName,
  Empty,
  type ExportColumn,
  ExportLinks,
  Form,
  PageHead,
  Sheet,
  toCsv,
  toXlsx,
} from "../../../../ui/index.ts";
import { organisationHref } from "../address.ts";
import { CLUSTER_EXAMPLE, clusterSubject } from "../cluster-subject.ts";
import { mergeWords, readWord, readWords, unmergeWord } from "./actions.ts";
import { sayVocabulary, type vocabularyMessages } from "./messages.ts";
import { ESCO_CREDIT } from "./skills.ts";
import type { UsedWord } from "./store.ts";
import { offersFor } from "./words.ts";

const HOME = "/clusters/:cluster/competences";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const Code = z.string().min(1).max(160);
/** Codes have slashes and spaces: they stand in the query, not in the path. */
const WordQuery = z.object({
  word: Code.optional().catch(undefined),
  format: z.enum(["csv", "xlsx"]).optional().catch(undefined),
});

const show = get(HOME, {
  rule: "cluster.see",
  summary: "The vocabulary of a cluster: what its members say they can, the most used word first",
  example: CLUSTER_EXAMPLE,
  query: WordQuery,
  subject: ({ ctx }) => clusterSubject(ctx),
  handle: async ({ ctx, csrf, query }) => {
    if (query.word !== undefined) return wordPage(ctx, csrf, query.word);
    const say = sayVocabulary(ctx.locale);
    const words = await readWords(ctx);
    if (query.format) {
      const columns = exported(ctx);
      const name = `${ctx.cluster!.slug}-competences.${query.format}`;
      return query.format === "csv"
        ? file(name, "text/csv; charset=utf-8", toCsv(columns, words))
        : file(name, XLSX, await toXlsx(columns, words, say("words.title")));
    }
    const home = homeOf(ctx);
    return page(
      { title: say("words.title"), credits: [ESCO_CREDIT], ...(ctx.identity ? { personal: true } : {}) },
      <>
        <PageHead title={say("words.title")} lede={say("words.lede", { count: words.length })} />
        {words.length === 0 ? (
          <Empty>{say("words.empty")}</Empty>
        ) : (
          <>
            <DataTable
              locale={ctx.locale}
              caption={say("words.title")}
              columns={columnsOf(ctx)}
              rows={words.slice(0, 1000)}
            />
            <ExportLinks locale={ctx.locale} csv={`${home}?format=csv`} xlsx={`${home}?format=xlsx`} />
          </>
        )}
      </>,
    );
  },
});

async function wordPage(
  ctx: Context,
  csrf: string,
  code: string,
  wrong?: { into: string; problem: string },
): Promise<Reply> {
  const found = await readWord(ctx, code);
  if (!found) return problem("not-found");
  const { word, words, organisations } = found;
  const say = sayVocabulary(ctx.locale);
  const title = titleOf(ctx, word);
  const home = homeOf(ctx);
  const mayMerge = ctx.cluster !== null && can(ctx.actor, "vocabulary.merge", { clusterId: ctx.cluster.id });
  const choices = mayMerge && code.startsWith("own:") ? await othersFor(ctx, word, words) : [];
  return page(
    { title: say("words.who", { word: title }), ...(ctx.identity ? { personal: true } : {}) },
    <>
      <PageHead
        kicker={<a href={home}>{say("words.title")}</a>}
        title={say("words.who", { word: title })}
        lede={say("words.who.lede", { count: organisations.length })}
      />
      <DataTable
        locale={ctx.locale}
        caption={say("words.who", { word: title })}
        rows={organisations}
        columns={[
          {
            key: "name",
            label: say("words.members"),
            value: (row) => displayName(row.name),
            href: (row) => organisationHref(row.slug, ctx.cluster),
          },
          { key: "value", label: say("words.word"), value: (row) => row.value },
        ]}
      />
      {mayMerge && word.merged.length > 0 ? (
        <Sheet title={say("word-merge.list")}>
          <ul class="entries">
            {word.merged.map((other) => (
              <li>
                <form class="row" method="post" action={`${home}/unmerge`}>
                  <input type="hidden" name="csrf" value={csrf} />
                  <input type="hidden" name="word" value={other.code} />
                  <span>{other.name}</span>
                  <Button kind="quiet">{say("word-merge.undo")}</Button>
                </form>
              </li>
            ))}
          </ul>
        </Sheet>
      ) : null}
      {choices.length > 0 ? (
        <Sheet title={say("word-merge.title")}>
          <Form
            locale={ctx.locale}
            action={`${home}/merge`}
            csrf={csrf}
            hidden={{ word: code }}
            fields={[
              {
                name: "into",
                label: say("word-merge.into"),
                type: "select",
                required: true,
                hint: say("word-merge.lede"),
                choices,
              },
            ]}
            values={{ into: wrong?.into ?? "" }}
            problems={wrong ? { into: wrong.problem } : {}}
            submit={say("word-merge.do")}
          />
        </Sheet>
      ) : null}
    </>,
    wrong ? 422 : 200,
  );
}

/** What a word can be read as: every other word in use, and what the large vocabularies have like it. */
async function othersFor(ctx: Context, word: UsedWord, words: readonly UsedWord[]) {
  const about = { actor: ctx.actor, clusterId: ctx.cluster!.id, today: ctx.today() };
  const offers = await ctx.read((db) => offersFor(db, about, word.title));
  const seen = new Map([...words, ...offers].map((one) => [one.code, titleOf(ctx, one)]));
  seen.delete(word.code);
  return [...seen].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label));
}

const Typed = z.object({ word: Code, into: Code });

const mergePost = post(`${HOME}/merge`, {
  rule: "vocabulary.merge",
  summary: "From now on reads one of the cluster's own words as another one",
  example: CLUSTER_EXAMPLE,
  subject: ({ ctx }) => clusterSubject(ctx),
  handle: async ({ ctx, csrf, body }) => {
    const typed = Typed.safeParse({ ...(body as object), into: (body as { into?: string }).into || " " });
    if (!typed.success) return problem("not-found");
    const { word, into } = typed.data;
    const done = await mergeWords(ctx, word, into);
    if (done.ok) return redirect(`${homeOf(ctx)}?word=${encodeURIComponent(into)}`, "word-merge.done");
    const sentence = sayVocabulary(ctx.locale)(
      `word-merge.${done.problem}` as keyof typeof vocabularyMessages,
    );
    return wordPage(ctx, csrf, word, { into, problem: sentence });
  },
});

const unmergePost = post(`${HOME}/unmerge`, {
  rule: "vocabulary.merge",
  summary: "Lets two merged words stand apart again",
  example: CLUSTER_EXAMPLE,
  subject: ({ ctx }) => clusterSubject(ctx),
  handle: async ({ ctx, body }) => {
    const done = await unmergeWord(ctx, String((body as { word?: string }).word ?? ""));
    return done.ok ? redirect(homeOf(ctx), "word-merge.undone") : problem("not-found");
  },
});

const API = "/api/v1/clusters/:cluster/competences";
const WordOut = z.object({
  code: z.string(),
  title: z.string(),
  titleDe: z.string().nullable(),
  organisations: z.number().int(),
  merged: z.array(z.object({ code: z.string(), name: z.string() })),
});

const listApi = api.get(API, {
  rule: "cluster.see",
  summary: "The words members say they can, as far as the asker sees them, the most used first",
  example: CLUSTER_EXAMPLE,
  answer: z.object({ items: z.array(WordOut), total: z.number().int(), next: z.null() }),
  subject: ({ ctx }) => clusterSubject(ctx),
  handle: async ({ ctx }) => {
    const items = await readWords(ctx);
    return json({ items, total: items.length, next: null });
  },
});

const offersApi = api.get(`${API}/offers`, {
  rule: "cluster.see",
  summary: "Words to say a competence with: those used here first, then EuroSciVoc, then ESCO",
  example: CLUSTER_EXAMPLE,
  query: z.strictObject({ words: z.string().trim().min(1).max(120).default("design") }),
  answer: z.object({
    items: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        titleDe: z.string().nullable(),
        from: z.enum(["cluster", "euroscivoc", "esco"]),
        organisations: z.number().int(),
      }),
    ),
    total: z.number().int(),
    next: z.null(),
  }),
  subject: ({ ctx }) => clusterSubject(ctx),
  handle: async ({ ctx, query }) => {
    const about = { actor: ctx.actor, clusterId: ctx.cluster!.id, today: ctx.today() };
    const items = await ctx.read((db) => offersFor(db, about, query.words));
    return json({ items, total: items.length, next: null });
  },
});

const mergeApi = api.post(`${API}/merge`, {
  rule: "vocabulary.merge",
  summary: "From now on reads one of the cluster's own words as another one",
  example: CLUSTER_EXAMPLE,
  body: z.strictObject({ word: Code, into: Code }),
  answer: z.object({ word: z.string(), into: z.string() }),
  subject: ({ ctx }) => clusterSubject(ctx),
  handle: async ({ ctx, body }) => {
    const done = await mergeWords(ctx, body.word, body.into);
    return done.ok
      ? json(body)
      : problem("unprocessable", undefined, [
          { field: done.problem === "unknown-word" ? "into" : "word", problem: done.problem },
        ]);
  },
});

const unmergeApi = api.post(`${API}/unmerge`, {
  rule: "vocabulary.merge",
  summary: "Lets two merged words stand apart again",
  example: CLUSTER_EXAMPLE,
  body: z.strictObject({ word: Code }),
  answer: z.object({ word: z.string() }),
  subject: ({ ctx }) => clusterSubject(ctx),
  handle: async ({ ctx, body }) =>
    (await unmergeWord(ctx, body.word)).ok ? json(body) : problem("not-found"),
});

export const vocabularyRoutes: Route[] = [
  show,
  mergePost,
  unmergePost,
  listApi,
  offersApi,
  mergeApi,
  unmergeApi,
];

const homeOf = (ctx: Context) => `/clusters/${ctx.cluster!.slug}/competences`;

const titleOf = (ctx: Context, word: { title: string; titleDe: string | null }) =>
  (ctx.locale === "de" && word.titleDe) || word.title;

const fromOf = (code: string) =>
  code.startsWith("own:") ? "own" : code.startsWith("esco:") ? "esco" : "euroscivoc";

function columnsOf(ctx: Context): Column<UsedWord>[] {
  const say = sayVocabulary(ctx.locale);
  return [
    {
      key: "word",
      label: say("words.word"),
      value: (word) => titleOf(ctx, word),
      href: (word) => `${homeOf(ctx)}?word=${encodeURIComponent(word.code)}`,
    },
    { key: "members", label: say("words.members"), align: "end", value: (word) => word.organisations },
    { key: "from", label: say("words.from"), value: (word) => say(`words.from.${fromOf(word.code)}`) },
    {
      key: "merged",
      label: say("words.merged"),
      value: (word) => word.merged.map(({ name }) => name).join(", "),
    },
  ];
}

function exported(ctx: Context): ExportColumn<UsedWord>[] {
  const say = sayVocabulary(ctx.locale);
  return [
    { label: say("words.word"), value: (word) => titleOf(ctx, word) },
    { label: "Code", value: (word) => word.code },
    { label: say("words.members"), value: (word) => word.organisations },
    { label: say("words.merged"), value: (word) => word.merged.map(({ name }) => name).join(", ") },
  ];
}
