import { ClusterPath } from "../../../access/cluster-path.ts";
import type { Context } from "../../../access/context.ts";
import { file, get, page, post, problem, type Reply, type Route, redirect } from "../../../access/route.ts";
import type { Result } from "../../../kernel/result.ts";
import { listFile } from "../../accounts/feature.ts";
import { clusterSubject, keeperSubject } from "../data/here.ts";
import * as actions from "./actions.ts";
import { draftHref, pageHref, sectionHref } from "./address.ts";
import { annexColumns, annexOf } from "./annex.ts";
import { sayReport } from "./messages.ts";
import * as read from "./read.ts";
import {
  AnnexQuery,
  CompareQuery,
  DocumentQuery,
  DraftIn,
  FormatQuery,
  FreezeIn,
  MoveIn,
  NewSectionIn,
  NewStoryIn,
  ReportIn,
  ReportPath,
  SectionIn,
  SectionPath,
  StoryIn,
  StoryPath,
  VersionPath,
  VersionQuery,
} from "./schema.ts";
import type { Version } from "./store.ts";
import { reportSubject, versionsSubject } from "./subject.ts";
import { kept, readTyped, several, type Typed } from "./typed.ts";
import { DraftPage, type DraftProps } from "./views/draft-page.tsx";
import type { Back } from "./views/forms.tsx";
import { ReportPage } from "./views/report-page.tsx";
import { outFile, ReportsPage } from "./views/reports-page.tsx";
import { SectionPage, StoryPage } from "./views/section-page.tsx";
import { VersionsPage } from "./views/versions-page.tsx";
import { inWords } from "./words-of.ts";

const BASE = "/clusters/:cluster/observatory/reports";
const ONE = `${BASE}/:report`;
const EXAMPLE = { cluster: "aviation" };
const OF_REPORT = { ...EXAMPLE, report: "2025" };
const OF_DRAFT = { ...EXAMPLE, report: "2026" };

async function reportsPage(ctx: Context, csrf: string, back: Back = {}): Promise<Reply> {
  const view = { ...(await read.listReports(ctx)), mayWrite: read.mayWrite(ctx) };
  return page(
    { title: sayReport(ctx.locale)("reports.title"), personal: ctx.identity !== null },
    <ReportsPage ctx={ctx} csrf={csrf} view={view} {...back} />,
    back.problems ? 422 : 200,
  );
}

async function draftPage(
  ctx: Context,
  csrf: string,
  slug: string,
  back: Pick<DraftProps, "settings" | "freeze"> = {},
): Promise<Reply> {
  const view = await read.readDraft(ctx, slug);
  if (!view) return problem("not-found");
  return page(
    { title: inWords(view.draft.title, ctx.locale), personal: true },
    <DraftPage ctx={ctx} csrf={csrf} view={view} {...back} />,
    back.settings || back.freeze ? 422 : 200,
  );
}

async function sectionPage(
  { ctx, csrf, params }: { ctx: Context; csrf: string; params: { report: string; section: string } },
  back: Back & { conflict?: boolean; story?: Back } = {},
): Promise<Reply> {
  const view = await read.readSection(ctx, params.report, params.section);
  if (!view) return problem("not-found");
  return page(
    { title: inWords(view.section.title, ctx.locale), personal: true },
    <SectionPage ctx={ctx} csrf={csrf} view={view} {...back} />,
    back.problems || back.story ? 422 : 200,
  );
}

async function storyPage(
  { ctx, csrf, params }: { ctx: Context; csrf: string; params: { report: string; story: string } },
  back: Back & { conflict?: boolean } = {},
): Promise<Reply> {
  const view = await read.readStory(ctx, params.report, params.story);
  if (!view) return problem("not-found");
  return page(
    { title: inWords(view.story.title, ctx.locale), personal: true },
    <StoryPage ctx={ctx} csrf={csrf} view={view} {...back} />,
    back.problems ? 422 : 200,
  );
}

/** The sentence of a refusal at the field where it can be mended; `""` is the form as a whole. */
const refused = (ctx: Context, reason: keyof typeof FIELD_OF): Record<string, string> => ({
  [FIELD_OF[reason]]: sayReport(ctx.locale)(`problem.${reason}`),
});
const FIELD_OF = {
  "changed-meanwhile": "",
  "may-not-be-named": "organisation",
  "in-the-future": "on",
  "before-the-period": "on",
  "being-made": "",
  "no-sections": "",
  "for-managers": "publish",
} as const;

const told = (done: Result<unknown, "not-found">, to: string, notice: string): Reply =>
  done.ok ? redirect(to, notice) : problem("not-found");

export async function pdfOf(ctx: Context, version: Version, locale: string): Promise<Reply> {
  const made = await read.documentFor(ctx, version, locale);
  if (!made) return problem("not-found");
  const name = `${ctx.cluster!.slug}-${version.slug}-v${version.number}-${locale}.pdf`;
  return file(name, "application/pdf", new Uint8Array(made.bytes));
}

export const annexFile = (ctx: Context, version: Version, format: "csv" | "xlsx"): Promise<Reply> =>
  listFile(
    format,
    `${ctx.cluster!.slug}-${version.slug}-v${version.number}-${sayReport(ctx.locale)("report.annex.file")}`,
    annexColumns(ctx.locale, (at) => pageHref(ctx.cluster!, at)),
    annexOf(version, ctx.locale),
  );

const reading: Route[] = [
  get(BASE, {
    rule: "cluster.see",
    summary: "Annual reports that are out, and for the team those being written",
    params: ClusterPath,
    query: FormatQuery,
    example: EXAMPLE,
    subject: clusterSubject,
    handle: async ({ ctx, csrf, query }) => {
      if (!query.format) return reportsPage(ctx, csrf);
      const { out } = await read.listReports(ctx);
      const name = `${ctx.cluster!.slug}-${sayReport(ctx.locale)("reports.file")}`;
      return listFile(query.format, name, outFile(ctx), out);
    },
  }),
  get(ONE, {
    rule: "report.see",
    summary: "A report in one of its versions, the newest that is out unless another is named",
    params: ReportPath,
    query: VersionQuery,
    example: OF_REPORT,
    subject: reportSubject,
    handle: async ({ ctx, params, query }) => {
      const view = await read.readVersion(ctx, params.report, query.version);
      if (!view) return problem("not-found");
      const open = view.version.visibility === "public" && read.isOut(view.version);
      return page(
        { title: inWords(view.version.title, ctx.locale), personal: ctx.identity !== null || !open },
        <ReportPage ctx={ctx} view={view} />,
      );
    },
  }),
  get(`${ONE}/document.pdf`, {
    rule: "report.see",
    summary: "A report as PDF, in English or German",
    params: ReportPath,
    query: DocumentQuery,
    example: OF_REPORT,
    subject: reportSubject,
    handle: ({ ctx, query, subject }) => pdfOf(ctx, subject.version, query.locale ?? ctx.locale),
  }),
  get(`${ONE}/figures`, {
    rule: "report.see",
    summary: "The data annex of a report: every figure with source, period and formula, as CSV or XLSX",
    params: ReportPath,
    query: AnnexQuery,
    example: OF_REPORT,
    subject: reportSubject,
    handle: ({ ctx, query, subject }) => annexFile(ctx, subject.version, query.format),
  }),
  get(`${ONE}/versions`, {
    rule: "cluster.see",
    summary: "Versions of a report, and what two of them tell differently",
    params: ReportPath,
    query: CompareQuery,
    example: OF_REPORT,
    subject: versionsSubject,
    handle: async ({ ctx, csrf, params, query }) => {
      const view = await read.readVersions(ctx, params.report, query.a, query.b);
      if (!view) return problem("not-found");
      return page(
        { title: sayReport(ctx.locale)("versions.title"), personal: true },
        <VersionsPage ctx={ctx} csrf={csrf} view={view} />,
      );
    },
  }),
];

const giving = (["publish", "withdraw"] as const).map((act) =>
  post(`${ONE}/versions/:version/${act}`, {
    rule: "report.publish",
    summary:
      act === "publish"
        ? "Gives a version out to those it is for"
        : "Takes a version back that was given out",
    params: VersionPath,
    subject: keeperSubject,
    handle: async ({ ctx, params }) => {
      const work = act === "publish" ? actions.publishVersion : actions.withdrawVersion;
      return told(
        await work(ctx, params.report, params.version),
        `${draftHref(ctx.cluster!, params.report)}#versions`,
        act === "publish" ? "versions.given-out" : "versions.taken-back",
      );
    },
  }),
);

const writing: Route[] = [
  post(BASE, {
    rule: "report.write",
    summary: "Begins a report from the template",
    params: ClusterPath,
    subject: keeperSubject,
    handle: async ({ ctx, csrf, body }) => {
      const done = readTyped(ReportIn, body as Typed, ctx.locale);
      if (!done.ok) return reportsPage(ctx, csrf, { typed: kept(body as Typed), problems: done.problems });
      return redirect(draftHref(ctx.cluster!, await actions.beginReport(ctx, done.value)), "report.begun");
    },
  }),
  get(`${ONE}/draft`, {
    rule: "report.follow",
    summary: "A report as it is being written, with live figures",
    params: ReportPath,
    example: OF_DRAFT,
    subject: keeperSubject,
    handle: ({ ctx, csrf, params }) => draftPage(ctx, csrf, params.report),
  }),
  post(`${ONE}/draft`, {
    rule: "report.write",
    summary: "Changes title, period and readers of a report being written",
    params: ReportPath,
    subject: keeperSubject,
    handle: async ({ ctx, csrf, params, body }) => {
      const typed = kept(body as Typed);
      const back = (problems: Record<string, string>) =>
        draftPage(ctx, csrf, params.report, { settings: { typed, problems } });
      const wanted = readTyped(DraftIn, body as Typed, ctx.locale);
      if (!wanted.ok) return back(wanted.problems);
      const done = await actions.saveDraft(ctx, params.report, wanted.value);
      if (done.ok) return redirect(draftHref(ctx.cluster!, params.report), "draft.saved");
      return done.problem === "not-found" ? problem("not-found") : back(refused(ctx, done.problem));
    },
  }),
  post(`${ONE}/draft/compute`, {
    rule: "report.write",
    summary: "Computes the live figures of a report anew, in a job",
    params: ReportPath,
    subject: keeperSubject,
    handle: async ({ ctx, params }) =>
      told(
        await actions.askCompute(ctx, params.report),
        draftHref(ctx.cluster!, params.report),
        "draft.computing",
      ),
  }),
  post(`${ONE}/draft/freeze`, {
    rule: "report.freeze",
    summary: "Freezes texts and figures as a version, in a job",
    params: ReportPath,
    subject: keeperSubject,
    handle: async ({ ctx, csrf, params, body }) => {
      const typed = kept(body as Typed);
      const back = (problems: Record<string, string>) =>
        draftPage(ctx, csrf, params.report, { freeze: { typed, problems } });
      const wanted = readTyped(FreezeIn, body as Typed, ctx.locale, { publish: typed.publish === "on" });
      if (!wanted.ok) return back(wanted.problems);
      const done = await actions.freezeReport(ctx, params.report, wanted.value);
      if (done.ok) return redirect(`${draftHref(ctx.cluster!, params.report)}#versions`, "draft.frozen");
      return done.problem === "not-found" ? problem("not-found") : back(refused(ctx, done.problem));
    },
  }),
  post(`${ONE}/draft/sections`, {
    rule: "report.write",
    summary: "Adds a section to a report being written",
    params: ReportPath,
    subject: keeperSubject,
    handle: async ({ ctx, params, body }) => {
      const wanted = readTyped(NewSectionIn, body as Typed, ctx.locale);
      if (!wanted.ok) return problem("unprocessable");
      const done = await actions.addSection(ctx, params.report, wanted.value.kind);
      if (!done.ok) return problem(done.problem === "full" ? "conflict" : "not-found");
      return redirect(sectionHref(ctx.cluster!, params.report, done.value), "draft.section.added");
    },
  }),
  get(`${ONE}/draft/sections/:section`, {
    rule: "report.write",
    summary: "A section of a report being written, to be changed",
    params: SectionPath,
    subject: keeperSubject,
    handle: (ask) => sectionPage(ask),
  }),
  post(`${ONE}/draft/sections/:section`, {
    rule: "report.write",
    summary: "Saves heading, text and figures of a section",
    params: SectionPath,
    subject: keeperSubject,
    handle: async (ask) => {
      const { ctx, params, body } = ask;
      const [typed, chosen] = [kept(body as Typed), several(body as Typed, "figures")];
      const wanted = readTyped(SectionIn, body as Typed, ctx.locale, { figures: chosen });
      if (!wanted.ok) return sectionPage(ask, { typed, chosen, problems: wanted.problems });
      const done = await actions.saveSection(ctx, params.report, params.section, wanted.value);
      if (done.ok) return redirect(`${draftHref(ctx.cluster!, params.report)}#sections`, "draft.saved");
      if (done.problem === "not-found") return problem("not-found");
      return sectionPage(ask, { typed, chosen, problems: refused(ctx, done.problem), conflict: true });
    },
  }),
  post(`${ONE}/draft/sections/:section/move`, {
    rule: "report.write",
    summary: "Moves a section one place up or down",
    params: SectionPath,
    subject: keeperSubject,
    handle: async ({ ctx, params, body }) => {
      const wanted = readTyped(MoveIn, body as Typed, ctx.locale);
      if (!wanted.ok) return problem("unprocessable");
      return told(
        await actions.moveSection(ctx, params.report, params.section, wanted.value.direction),
        `${draftHref(ctx.cluster!, params.report)}#sections`,
        "draft.moved",
      );
    },
  }),
  ...(["remove", "restore"] as const).map((act) =>
    post(`${ONE}/draft/sections/:section/${act}`, {
      rule: "report.write",
      summary:
        act === "remove"
          ? "Puts a section away until the report is frozen"
          : "Puts a section back in its place",
      params: SectionPath,
      subject: keeperSubject,
      handle: async ({ ctx, params }) =>
        told(
          await actions.removeSection(ctx, params.report, params.section, act === "remove"),
          `${draftHref(ctx.cluster!, params.report)}#sections`,
          act === "remove" ? "draft.section.removed" : "draft.section.restored",
        ),
    }),
  ),
  post(`${ONE}/draft/sections/:section/stories`, {
    rule: "report.write",
    summary: "Adds a story to a section",
    params: SectionPath,
    subject: keeperSubject,
    handle: async (ask) => {
      const { ctx, params, body } = ask;
      const story = (problems: Record<string, string>) =>
        sectionPage(ask, { story: { typed: kept(body as Typed), problems } });
      const wanted = readTyped(NewStoryIn, body as Typed, ctx.locale, organisationIn(body as Typed));
      if (!wanted.ok) return story(wanted.problems);
      const done = await actions.addStory(ctx, params.report, params.section, wanted.value);
      const back = `${sectionHref(ctx.cluster!, params.report, params.section)}#stories`;
      if (done.ok) return redirect(back, "draft.saved");
      return done.problem === "not-found" ? problem("not-found") : story(refused(ctx, done.problem));
    },
  }),
  get(`${ONE}/draft/stories/:story`, {
    rule: "report.write",
    summary: "A story of a report being written, to be changed",
    params: StoryPath,
    subject: keeperSubject,
    handle: (ask) => storyPage(ask),
  }),
  post(`${ONE}/draft/stories/:story`, {
    rule: "report.write",
    summary: "Saves a story",
    params: StoryPath,
    subject: keeperSubject,
    handle: async (ask) => {
      const { ctx, params, body } = ask;
      const typed = kept(body as Typed);
      const wanted = readTyped(StoryIn, body as Typed, ctx.locale, organisationIn(body as Typed));
      if (!wanted.ok) return storyPage(ask, { typed, problems: wanted.problems });
      const done = await actions.saveStory(ctx, params.report, params.story, wanted.value);
      if (done.ok) return redirect(`${draftHref(ctx.cluster!, params.report)}#sections`, "draft.saved");
      if (done.problem === "not-found") return problem("not-found");
      const conflict = done.problem === "changed-meanwhile";
      return storyPage(ask, { typed, problems: refused(ctx, done.problem), conflict });
    },
  }),
  ...(["remove", "restore"] as const).map((act) =>
    post(`${ONE}/draft/stories/:story/${act}`, {
      rule: "report.write",
      summary:
        act === "remove" ? "Puts a story away until the report is frozen" : "Puts a story back in its place",
      params: StoryPath,
      subject: keeperSubject,
      handle: async ({ ctx, params }) =>
        told(
          await actions.removeStory(ctx, params.report, params.story, act === "remove"),
          `${draftHref(ctx.cluster!, params.report)}#sections`,
          act === "remove" ? "draft.section.removed" : "draft.section.restored",
        ),
    }),
  ),
];

/** Nothing chosen is nobody. */
const organisationIn = (typed: Typed) => ({ organisation: kept(typed).organisation || null });

/** Addresses whose last word is fixed stand beside those of a report: none is taken for another. */
export const reportPages: Route[] = [...reading, ...giving, ...writing];
