import { ClusterPath } from "../../../access/cluster-path.ts";
import { api, created, empty, json, problem, type Route } from "../../../access/route.ts";
import { askedItem, askedTeaser, needSubject, readSubject } from "../needs/subject.ts";
import { releaseLister } from "./pages.tsx";
import { presentReading, presentRelease } from "./present.ts";
import { readingOf } from "./reading.ts";
import { agreeToTerms, answerRelease, askRelease, grantRelease, withdrawRelease } from "./release.ts";
import {
  AgreeBody,
  AnswerBody,
  AskBody,
  GrantBody,
  NeedPath,
  NeedReleasePath,
  ReadingOut,
  ReleaseList,
  ReleaseOut,
} from "./schema.ts";
import { releaseById, releasesAbout, releasesOf } from "./store.ts";

const NEED = "/api/v1/clusters/:cluster/needs/:need";

const all = api.get("/api/v1/clusters/:cluster/releases", {
  rule: "release.list",
  summary: "What the organisation acted for is told in confidence, and what others ask of it",
  params: ClusterPath,
  answer: ReleaseList,
  example: { cluster: "aviation" },
  subject: async ({ ctx }) => releaseLister(ctx),
  handle: async ({ ctx }) => {
    const rows = await ctx.read((db) => releasesAbout(db, ctx.actor));
    const items = rows.map((row) =>
      presentRelease(row, {
        about: row.title ?? (row.opens ? row.teaser : null),
        side: row.mine ? "owner" : "reader",
      }),
    );
    return json({ items, total: items.length, next: null });
  },
});

const ofNeed = api.get(`${NEED}/releases`, {
  rule: "need.readers",
  summary: "Who knows what of a need: who asks, who was told, what was taken back",
  params: NeedPath,
  answer: ReleaseList,
  subject: (ask) => needSubject(ask),
  handle: async ({ ctx }) => {
    const need = askedItem(ctx);
    const rows = await ctx.read((db) => releasesOf(db, ctx.actor, { needId: need.id, owner: true }));
    const items = rows.map((row) => presentRelease(row, { about: need.title, side: "owner" }));
    return json({ items, total: items.length, next: null });
  },
});

const grant = api.post(`${NEED}/releases`, {
  rule: "need.release",
  summary: "Tells an organisation more of a need, unasked",
  params: NeedPath,
  body: GrantBody,
  answer: ReleaseOut,
  subject: (ask) => needSubject(ask),
  handle: async ({ ctx, params, body }) => {
    const done = await grantRelease(ctx, params.need, body);
    if (!done.ok) return refused(done.problem);
    const row = await ctx.read((db) => releaseById(db, ctx.actor, done.value.id));
    return row
      ? created(
          presentRelease(row, { about: askedItem(ctx).title, side: "owner" }),
          `/api/v1/clusters/${ctx.cluster!.slug}/needs/${params.need}/releases`,
        )
      : problem("not-found");
  },
});

const answer = api.patch(`${NEED}/releases/:release`, {
  rule: "need.release",
  summary: "Grants or refuses what was asked, takes back what was granted, or undoes that",
  params: NeedReleasePath,
  body: AnswerBody,
  answer: ReleaseOut,
  subject: (ask) => needSubject(ask),
  handle: async ({ ctx, params, body }) => {
    const done = await answerRelease(ctx, params.release, body.act, body.reason);
    if (!done.ok) return refused(done.problem);
    const row = await ctx.read((db) => releaseById(db, ctx.actor, params.release));
    return row
      ? json(presentRelease(row, { about: askedItem(ctx).title, side: "owner" }))
      : problem("not-found");
  },
});

const reading = api.get(`${NEED}/reading`, {
  rule: "need.ask",
  summary: "How far the organisation acted for reads a need, what it can ask for next, and under which terms",
  params: NeedPath,
  answer: ReadingOut,
  subject: (ask) => readSubject(ask),
  handle: async ({ ctx }) => {
    const teaser = askedTeaser(ctx) ?? null;
    const found = await readingOf(
      ctx,
      teaser ? { need: null, teaser } : { need: askedItem(ctx), teaser: null },
    );
    return json(presentReading(found, teaser ? teaser.text : askedItem(ctx).title));
  },
});

const ask = api.post(`${NEED}/ask`, {
  rule: "need.ask",
  summary: "Asks to be told more of a need; agrees to its terms where the next step stands behind them",
  params: NeedPath,
  body: AskBody,
  answer: ReleaseOut,
  subject: (asked) => readSubject(asked),
  handle: async ({ ctx, params, body }) => {
    const done = await askRelease(ctx, params.need, body);
    if (!done.ok) return refused(done.problem);
    const row = await ctx.read((db) => releaseById(db, ctx.actor, done.value.id));
    if (!row) return problem("not-found");
    const about = askedTeaser(ctx)?.text ?? askedItem(ctx).title;
    return created(
      presentRelease(row, { about, side: "reader" }),
      `/api/v1/clusters/${ctx.cluster!.slug}/needs/${params.need}/reading`,
    );
  },
});

const withdraw = api.delete(`${NEED}/ask`, {
  rule: "need.ask",
  summary: "Asks no longer to be told more of a need",
  params: NeedPath,
  subject: (asked) => readSubject(asked),
  handle: async ({ ctx, params }) => {
    const rows = await ctx.read((db) => releasesOf(db, ctx.actor, { needId: params.need, owner: false }));
    const asked = rows.find(({ state }) => state === "asked");
    if (!asked) return problem("conflict", "Nothing is asked for.");
    const done = await withdrawRelease(ctx, asked.id);
    return done.ok ? empty : refused(done.problem);
  },
});

const agree = api.post(`${NEED}/terms`, {
  rule: "need.ask",
  summary: "Agrees to the terms of secrecy under which the owner offers to tell more",
  params: NeedPath,
  body: AgreeBody,
  subject: (asked) => readSubject(asked),
  handle: async ({ ctx, params, body }) => {
    const done = await agreeToTerms(ctx, params.need, body);
    return done.ok ? empty : refused(done.problem);
  },
});

const FIELDS: Readonly<Record<string, string>> = {
  "unknown-organisation": "organisation",
  own: "organisation",
  walled: "organisation",
  "nothing-to-agree": "step",
  "agree-first": "agreement",
  "terms-changed": "terms",
};

function refused(reason: string) {
  if (reason === "not-found") return problem("not-found");
  const field = FIELDS[reason];
  if (reason === "too-many") return problem("too-many", reason);
  return field
    ? problem("unprocessable", undefined, [{ field, problem: reason }])
    : problem("conflict", reason);
}

export const ladderApi: Route[] = [all, ofNeed, grant, answer, reading, ask, withdraw, agree];
