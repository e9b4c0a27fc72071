import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import { api, created, empty, json, problem, type Reply, type Route } from "../../../access/route.ts";
import type { Result } from "../../../kernel/result.ts";
import { clusterSubject, keeperSubject } from "../data/here.ts";
import * as actions from "./actions.ts";
import {
  ComparedOut,
  DraftOut,
  DraftsOut,
  draftHeadOf,
  draftOf,
  headOf,
  IdOut,
  NumberOut,
  SlugOut,
  VersionOut,
  VersionsOut,
  versionOf,
} from "./answers.ts";
import * as read from "./read.ts";
import { annexFile, pdfOf } from "./routes.tsx";
import {
  DraftIn,
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
} from "./schema.ts";
import { reportSubject, versionsSubject } from "./subject.ts";

const BASE = "/api/v1/clusters/:cluster/observatory/reports";
const ONE = `${BASE}/:report`;
const EXAMPLE = { cluster: "aviation" };
const OF_REPORT = { ...EXAMPLE, report: "2025" };
const OF_DRAFT = { ...EXAMPLE, report: "2026" };

const version = z.coerce.number().int().min(1).max(10_000);
const OfVersion = z.strictObject({ version: version.optional() });

/** Nothing is there, somebody was quicker, or a field does not fit. */
function refused(reason: string): Reply {
  if (reason === "not-found") return problem("not-found");
  if (["changed-meanwhile", "being-made", "full"].includes(reason)) return problem("conflict", reason);
  const field =
    reason === "may-not-be-named"
      ? "organisation"
      : reason === "no-sections"
        ? ""
        : reason === "for-managers"
          ? "publish"
          : "on";
  return problem("unprocessable", undefined, [{ field, problem: reason }]);
}
const done = (result: Result<unknown, string>): Reply => (result.ok ? empty : refused(result.problem));

const reading: Route[] = [
  api.get(BASE, {
    rule: "cluster.see",
    summary: "Annual reports: of each the newest version that is out",
    params: ClusterPath,
    query: z.strictObject({}),
    answer: VersionsOut,
    example: EXAMPLE,
    subject: clusterSubject,
    handle: async ({ ctx }) => json({ items: (await read.listReports(ctx)).out.map(headOf) }),
  }),
  api.get(`${BASE}/drafts`, {
    rule: "report.follow",
    summary: "Annual reports being written",
    params: ClusterPath,
    query: z.strictObject({}),
    answer: DraftsOut,
    example: EXAMPLE,
    subject: keeperSubject,
    handle: async ({ ctx }) => json({ items: ((await read.listReports(ctx)).drafts ?? []).map(draftHeadOf) }),
  }),
  api.get(ONE, {
    rule: "report.see",
    summary: "A report with its texts, stories and figures",
    params: ReportPath,
    query: OfVersion,
    answer: VersionOut,
    example: OF_REPORT,
    subject: reportSubject,
    handle: ({ subject }) => json(versionOf(subject.version)),
  }),
  api.get(`${ONE}/document.pdf`, {
    rule: "report.see",
    summary: "A report as PDF",
    params: ReportPath,
    query: OfVersion.extend({ locale: z.enum(["en", "de"]).default("en") }),
    example: OF_REPORT,
    subject: reportSubject,
    handle: ({ ctx, query, subject }) => pdfOf(ctx, subject.version, query.locale),
  }),
  api.get(`${ONE}/figures`, {
    rule: "report.see",
    summary: "The data annex of a report as CSV or XLSX",
    params: ReportPath,
    query: OfVersion.extend({ format: z.enum(["csv", "xlsx"]).default("csv") }),
    example: OF_REPORT,
    subject: reportSubject,
    handle: ({ ctx, query, subject }) => annexFile(ctx, subject.version, query.format),
  }),
  api.get(`${ONE}/versions`, {
    rule: "cluster.see",
    summary: "Versions of a report",
    params: ReportPath,
    query: z.strictObject({}),
    answer: VersionsOut,
    example: OF_REPORT,
    subject: versionsSubject,
    handle: async ({ ctx, params }) => {
      const view = await read.readVersions(ctx, params.report);
      return view ? json({ items: view.versions.map(headOf) }) : problem("not-found");
    },
  }),
  api.get(`${ONE}/differences`, {
    rule: "cluster.see",
    summary: "What two versions of a report tell differently",
    params: ReportPath,
    query: z.strictObject({ a: version, b: version }),
    answer: ComparedOut,
    subject: versionsSubject,
    handle: async ({ ctx, params, query }) => {
      const view = await read.readVersions(ctx, params.report, query.a, query.b);
      if (!view?.compared) return problem("not-found");
      const { a, b, differences } = view.compared;
      return json({
        ...{ a, b },
        differences: differences.map(({ key, was, is }) => ({
          ...{ key, was: was?.value ?? null, is: is?.value ?? null },
        })),
      });
    },
  }),
];

const writing: Route[] = [
  api.post(BASE, {
    rule: "report.write",
    summary: "Begins a report from the template",
    params: ClusterPath,
    body: ReportIn,
    answer: SlugOut,
    subject: keeperSubject,
    handle: async ({ ctx, body }) => {
      const slug = await actions.beginReport(ctx, body);
      return created({ slug }, `/api/v1/clusters/${ctx.cluster!.slug}/observatory/reports/${slug}/draft`);
    },
  }),
  api.get(`${ONE}/draft`, {
    rule: "report.follow",
    summary: "A report as it is being written, with live figures",
    params: ReportPath,
    query: z.strictObject({}),
    answer: DraftOut,
    example: OF_DRAFT,
    subject: keeperSubject,
    handle: async ({ ctx, params }) => {
      const view = await read.readDraft(ctx, params.report);
      if (!view) return problem("not-found");
      const { draft, sections, stories, drift } = view;
      return json({
        ...draftOf(draft, sections, stories),
        changedSince: drift && {
          number: drift.number,
          figures: drift.differences?.map(({ key }) => key) ?? null,
        },
      });
    },
  }),
  api.put(`${ONE}/draft`, {
    rule: "report.write",
    summary: "Changes title, period and readers of a report being written",
    params: ReportPath,
    body: DraftIn,
    subject: keeperSubject,
    handle: async ({ ctx, params, body }) => done(await actions.saveDraft(ctx, params.report, body)),
  }),
  api.post(`${ONE}/draft/compute`, {
    rule: "report.write",
    summary: "Computes the live figures of a report anew, in a job",
    params: ReportPath,
    subject: keeperSubject,
    handle: async ({ ctx, params }) => done(await actions.askCompute(ctx, params.report)),
  }),
  api.post(`${ONE}/draft/freeze`, {
    rule: "report.freeze",
    summary: "Freezes texts and figures as a version, in a job",
    params: ReportPath,
    body: FreezeIn,
    answer: NumberOut,
    subject: keeperSubject,
    handle: async ({ ctx, params, body }) => {
      const frozen = await actions.freezeReport(ctx, params.report, body);
      return frozen.ok ? json({ number: frozen.value }) : refused(frozen.problem);
    },
  }),
  api.post(`${ONE}/draft/sections`, {
    rule: "report.write",
    summary: "Adds a section",
    params: ReportPath,
    body: NewSectionIn,
    answer: IdOut,
    subject: keeperSubject,
    handle: async ({ ctx, params, body }) => {
      const added = await actions.addSection(ctx, params.report, body.kind);
      return added.ok ? json({ id: added.value }) : refused(added.problem);
    },
  }),
  api.put(`${ONE}/draft/sections/:section`, {
    rule: "report.write",
    summary: "Saves heading, text and figures of a section",
    params: SectionPath,
    body: SectionIn,
    subject: keeperSubject,
    handle: async ({ ctx, params, body }) =>
      done(await actions.saveSection(ctx, params.report, params.section, body)),
  }),
  api.post(`${ONE}/draft/sections/:section/move`, {
    rule: "report.write",
    summary: "Moves a section one place up or down",
    params: SectionPath,
    body: MoveIn,
    subject: keeperSubject,
    handle: async ({ ctx, params, body }) =>
      done(await actions.moveSection(ctx, params.report, params.section, body.direction)),
  }),
  api.delete(`${ONE}/draft/sections/:section`, {
    rule: "report.write",
    summary: "Puts a section away until the report is frozen",
    params: SectionPath,
    subject: keeperSubject,
    handle: async ({ ctx, params }) =>
      done(await actions.removeSection(ctx, params.report, params.section, true)),
  }),
  api.post(`${ONE}/draft/sections/:section/restore`, {
    rule: "report.write",
    summary: "Puts a section back in its place",
    params: SectionPath,
    subject: keeperSubject,
    handle: async ({ ctx, params }) =>
      done(await actions.removeSection(ctx, params.report, params.section, false)),
  }),
  api.post(`${ONE}/draft/sections/:section/stories`, {
    rule: "report.write",
    summary: "Adds a story to a section",
    params: SectionPath,
    body: NewStoryIn,
    answer: IdOut,
    subject: keeperSubject,
    handle: async ({ ctx, params, body }) => {
      const added = await actions.addStory(ctx, params.report, params.section, body);
      return added.ok ? json({ id: added.value }) : refused(added.problem);
    },
  }),
  api.put(`${ONE}/draft/stories/:story`, {
    rule: "report.write",
    summary: "Saves a story",
    params: StoryPath,
    body: StoryIn,
    subject: keeperSubject,
    handle: async ({ ctx, params, body }) =>
      done(await actions.saveStory(ctx, params.report, params.story, body)),
  }),
  api.delete(`${ONE}/draft/stories/:story`, {
    rule: "report.write",
    summary: "Puts a story away until the report is frozen",
    params: StoryPath,
    subject: keeperSubject,
    handle: async ({ ctx, params }) =>
      done(await actions.removeStory(ctx, params.report, params.story, true)),
  }),
  api.post(`${ONE}/draft/stories/:story/restore`, {
    rule: "report.write",
    summary: "Puts a story back in its place",
    params: StoryPath,
    subject: keeperSubject,
    handle: async ({ ctx, params }) =>
      done(await actions.removeStory(ctx, params.report, params.story, false)),
  }),
  ...(["publish", "withdraw"] as const).map((act) =>
    api.post(`${ONE}/versions/:version/${act}`, {
      rule: "report.publish",
      summary:
        act === "publish"
          ? "Gives a version out to those it is for"
          : "Takes a version back that was given out",
      params: VersionPath,
      subject: keeperSubject,
      handle: async ({ ctx, params }) => {
        const work = act === "publish" ? actions.publishVersion : actions.withdrawVersion;
        return done(await work(ctx, params.report, params.version));
      },
    }),
  ),
];

/** What a report of the year is, for programs. */
export const reportApi: Route[] = [...reading, ...writing];
