import { can } from "../../../access/can.ts";
import { ClusterPath } from "../../../access/cluster-path.ts";
import type { Context } from "../../../access/context.ts";
import { get, page, post, problem, type Reply, type Route, redirect } from "../../../access/route.ts";
import { problemSentences, zodProblems } from "../../../ui/index.ts";
import { listFile } from "../../accounts/feature.ts";
import { membersSeen } from "../needs/around.ts";
import { filesOf } from "../needs/files.ts";
import { detailOf } from "../needs/store.ts";
import { askedItem, askedTeaser, needSubject, needVisible, readSubject } from "../needs/subject.ts";
import { askHref, needHref, readersHref } from "./address.ts";
import { sayLadder } from "./messages.ts";
import { knownBy, ownWords } from "./own-words.ts";
import { seenBy } from "./preview.ts";
import { type Reading, readingOf } from "./reading.ts";
import { agreeToTerms, answerRelease, askRelease, grantRelease, withdrawRelease } from "./release.ts";
import { OWNER_ACTS, type OwnerAct } from "./rules.ts";
import { AnswerForm, AskForm, Format, GrantForm, NeedPath, NeedReleasePath, PreviewQuery } from "./schema.ts";
import { actsOn, releasesAbout, releasesOf } from "./store.ts";
import { isTold } from "./sync-teaser.ts";
import { AskPage } from "./views/ask.tsx";
import { PreviewPage } from "./views/preview.tsx";
import { ReadersPage } from "./views/readers.tsx";
import { exportColumns, ReleasesPage } from "./views/releases.tsx";
import { type Problem, problemWords } from "./words.ts";

const CLUSTER_EXAMPLE = { cluster: "aviation" };

export const releaseLister = (ctx: Context) => ({ organisationId: ctx.actor.organisationId });

const list = get("/clusters/:cluster/releases", {
  rule: "release.list",
  summary: "What the organisation acted for is told in confidence, and what others ask of it",
  params: ClusterPath,
  query: Format,
  example: CLUSTER_EXAMPLE,
  subject: async ({ ctx }) => releaseLister(ctx),
  handle: async ({ ctx, query }) => {
    const rows = await ctx.read((db) => releasesAbout(db, ctx.actor));
    if (query.format)
      return listFile(query.format, `${ctx.cluster!.slug}-releases`, exportColumns(ctx), rows);
    return page(
      { title: sayLadder(ctx.locale)("releases.title"), personal: true },
      <ReleasesPage ctx={ctx} rows={rows} />,
    );
  },
});

interface NeedAsk {
  ctx: Context;
  csrf: string;
}

async function readersPage(
  { ctx, csrf }: NeedAsk,
  values?: Record<string, string | string[]>,
  problems?: Record<string, string>,
): Promise<Reply> {
  const need = askedItem(ctx);
  const found = await ctx.read(async (db) => ({
    releases: await releasesOf(db, ctx.actor, { needId: need.id, owner: true }),
    history: await actsOn(db, need.id),
    members: (await membersSeen(db, ctx.actor, { clusterId: need.clusterId, today: ctx.today() })).filter(
      ({ id }) => id !== need.organisationId && !need.wall.includes(id),
    ),
    known: isTold({ ...need, state: need.state === "draft" ? "open" : need.state })
      ? await knownBy(db, need.organisationId)
      : undefined,
  }));
  return page(
    { title: sayLadder(ctx.locale)("readers.title"), personal: true },
    <ReadersPage
      ctx={ctx}
      csrf={csrf}
      need={need}
      {...found}
      ownWords={found.known ? ownWords(found.known, [need.teaser]) : []}
      mayRelease={can(ctx.actor, "need.release", needVisible(need))}
      values={values}
      problems={problems}
    />,
    problems ? 422 : 200,
  );
}

const readers = get("/clusters/:cluster/needs/:need/readers", {
  rule: "need.readers",
  summary: "Who knows what of a need: who asks, who was told, what was taken back",
  params: NeedPath,
  query: Format,
  subject: (ask) => needSubject(ask),
  handle: async (ask) => {
    const { ctx, query } = ask;
    if (!query.format) return readersPage(ask);
    const need = askedItem(ctx);
    const rows = await ctx.read((db) => releasesOf(db, ctx.actor, { needId: need.id, owner: true }));
    return listFile(
      query.format,
      "readers",
      exportColumns(ctx),
      rows.map((row) => ({
        ...row,
        title: need.title,
        teaser: null,
        mine: true,
        opens: true,
        terms: need.secrecy !== "",
      })),
    );
  },
});

const preview = get("/clusters/:cluster/needs/:need/readers/preview", {
  rule: "need.readers",
  summary: "A need with the eyes of others, for its owner",
  params: NeedPath,
  query: PreviewQuery,
  subject: (ask) => needSubject(ask),
  handle: async ({ ctx, query }) => {
    const need = askedItem(ctx);
    const { detail, files, known } = await ctx.read(async (db) => ({
      detail: await detailOf(db, need),
      files: await filesOf(db, ctx, need),
      known: await knownBy(db, need.organisationId),
    }));
    return page(
      { title: sayLadder(ctx.locale)("preview.title"), personal: true },
      <PreviewPage
        ctx={ctx}
        need={need}
        eyes={query.as}
        seen={seenBy(query.as, need)}
        detail={detail}
        files={files}
        told={need.competences.filter((word) => !known || ownWords(known, [word]).length === 0)}
      />,
    );
  },
});

const sentenceOf = (ctx: Context) => (key: string) => {
  const words = key === "required" ? undefined : key;
  return words && words in PROBLEM_FIELDS ? problemWords(words as Problem, ctx.locale) : undefined;
};

/** At which field a refusal is shown; elsewhere it concerns the form as a whole. */
const PROBLEM_FIELDS: Readonly<Record<string, string>> = {
  "unknown-organisation": "organisation",
  own: "organisation",
  walled: "organisation",
  "nothing-to-agree": "step",
  "agree-first": "step",
  "granted-already": "step",
  "offered-already": "step",
};

const tellUnasked = post("/clusters/:cluster/needs/:need/readers", {
  rule: "need.release",
  summary: "Tells an organisation more of a need, unasked",
  params: NeedPath,
  subject: (ask) => needSubject(ask),
  handle: async (ask) => {
    const { ctx, params } = ask;
    const typed = ask.body as Record<string, string | string[]>;
    const parsed = GrantForm.safeParse(typed);
    if (!parsed.success)
      return readersPage(
        ask,
        typed,
        problemSentences(zodProblems(parsed.error), ctx.locale, sentenceOf(ctx)),
      );
    const done = await grantRelease(ctx, params.need, parsed.data);
    if (done.ok)
      return redirect(
        readersHref(ctx.cluster!, params.need),
        done.value.state === "offered" ? "noted.offered" : "noted.grant",
      );
    if (done.problem === "not-found") return problem("not-found");
    return readersPage(ask, typed, {
      [PROBLEM_FIELDS[done.problem] ?? ""]: problemWords(done.problem, ctx.locale),
    });
  },
});

const answered = (act: OwnerAct, summary: string) =>
  post(`/clusters/:cluster/needs/:need/readers/:release/${act}`, {
    rule: "need.release",
    summary,
    params: NeedReleasePath,
    subject: (ask) => needSubject(ask),
    handle: async (ask) => {
      const { ctx, params } = ask;
      const { reason } = AnswerForm.catch({ reason: undefined }).parse(ask.body);
      const done = await answerRelease(ctx, params.release, act, reason);
      if (done.ok) return redirect(readersHref(ctx.cluster!, params.need), `noted.${act}`);
      if (done.problem === "not-found") return problem("not-found");
      return readersPage(ask, undefined, { "": problemWords(done.problem, ctx.locale) });
    },
  });

const readingHere = (ctx: Context): Promise<Reading> => {
  const teaser = askedTeaser(ctx) ?? null;
  return readingOf(ctx, teaser ? { need: null, teaser } : { need: askedItem(ctx), teaser: null });
};

async function askPage(
  { ctx, csrf }: NeedAsk,
  values: Record<string, string | string[]> = {},
  problems?: Record<string, string>,
): Promise<Reply> {
  const reading = await readingHere(ctx);
  return page(
    { title: sayLadder(ctx.locale)("ask.more"), personal: true },
    <AskPage ctx={ctx} csrf={csrf} reading={reading} values={values} problems={problems ?? {}} />,
    problems ? 422 : 200,
  );
}

const askForm = get("/clusters/:cluster/needs/:need/ask", {
  rule: "need.ask",
  summary: "The form to ask to be told more of a need, with its terms of secrecy",
  params: NeedPath,
  subject: (ask) => readSubject(ask),
  handle: (ask) => askPage(ask),
});

const asking = post("/clusters/:cluster/needs/:need/ask", {
  rule: "need.ask",
  summary: "Asks to be told more of a need, or agrees to the terms under which more is told",
  params: NeedPath,
  subject: (ask) => readSubject(ask),
  handle: async (ask) => {
    const { ctx, params } = ask;
    const typed = ask.body as Record<string, string | string[]>;
    const parsed = AskForm.safeParse(typed);
    if (!parsed.success)
      return askPage(ask, typed, problemSentences(zodProblems(parsed.error), ctx.locale, sentenceOf(ctx)));
    const { message, name = "", terms } = parsed.data;
    const agreement = terms === undefined ? undefined : { terms, name };
    const offered = (await readingHere(ctx)).offered !== null;
    const done = offered
      ? await agreeToTerms(ctx, params.need, { terms: terms ?? "", name })
      : await askRelease(ctx, params.need, { message, agreement });
    if (done.ok) return redirect(needHref(ctx.cluster!, params.need), offered ? "terms.done" : "ask.done");
    if (done.problem === "not-found") return problem("not-found");
    return done.problem === "agree-first"
      ? askPage(ask, typed, { name: problemWords("name-missing", ctx.locale) })
      : askPage(ask, typed, { "": problemWords(done.problem, ctx.locale) });
  },
});

const withdraw = post("/clusters/:cluster/needs/:need/ask/withdraw", {
  rule: "need.ask",
  summary: "Asks no longer to be told more of a need",
  params: NeedPath,
  subject: (ask) => readSubject(ask),
  handle: async (ask) => {
    const { ctx, params } = ask;
    const { releases } = await readingHere(ctx);
    const asked = releases.find(({ state }) => state === "asked");
    if (!asked) return redirect(askHref(ctx.cluster!, params.need));
    const done = await withdrawRelease(ctx, asked.id);
    if (done.ok) return redirect(needHref(ctx.cluster!, params.need), "ask.withdrawn");
    return done.problem === "not-found"
      ? problem("not-found")
      : askPage(ask, {}, { "": problemWords("changed-meanwhile", ctx.locale) });
  },
});

const SUMMARIES: Readonly<Record<OwnerAct, string>> = {
  grant: "Tells the organisation that asked what it asked for",
  refuse: "Refuses what an organisation asked to be told",
  revoke: "Takes back what an organisation was told, and all above it",
  restore: "Undoes that something was taken back",
};

export const ladderPages: Route[] = [
  list,
  readers,
  preview,
  tellUnasked,
  ...OWNER_ACTS.map((act) => answered(act, SUMMARIES[act])),
  askForm,
  asking,
  withdraw,
];
