import type { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import type { Context } from "../../../access/context.ts";
import {
  file,
  get,
  page,
  post,
  problem,
  type Reply,
  type Route,
  redirect,
  type Upload,
} from "../../../access/route.ts";
import { isLocale } from "../../../kernel/locale.ts";
import { chartFile, problemSentences, zodProblems } from "../../../ui/index.ts";
import { listFile } from "../../accounts/feature.ts";
import { CLUSTER_EXAMPLE, keeperSubject } from "../data/here.ts";
import * as actions from "./actions.ts";
import { cockpitHref, documentsHref, FIRST_SET, indicatorHref, setHref, setsHref } from "./address.ts";
import { sayCockpit } from "./messages.ts";
import { shown } from "./rules.ts";
import {
  ChartQuery,
  DocumentPath,
  EntryPath,
  IndicatorPath,
  SetPath,
  SetQuery,
  TypedEntry,
  VersionQuery,
} from "./schema.ts";
import { readSet } from "./sets/form.ts";
import { type Typed, text } from "./sets/typed.ts";
import { CockpitPage, fileColumns } from "./views/cockpit-page.tsx";
import { DocumentsPage, documentFile } from "./views/documents-page.tsx";
import { IndicatorPage, type IndicatorProps, proofFile } from "./views/indicator-page.tsx";
import { SetPage, SetsPage } from "./views/sets-pages.tsx";

const BASE = "/clusters/:cluster/observatory/cockpit";
const ofIndicator = { ...CLUSTER_EXAMPLE, indicator: "committed-share" };
const ofSet = { ...CLUSTER_EXAMPLE, set: "excellence" };

const slugIn = (typed: Typed, name: string): string | undefined =>
  SetQuery.parse({ set: text(typed, name) || undefined }).set;

async function cockpitPage(ctx: Context, csrf: string, query: z.output<typeof ChartQuery>): Promise<Reply> {
  const cockpit = await actions.readCockpit(ctx, query.set);
  if (!cockpit) return problem("not-found");
  const name = `${ctx.cluster!.slug}-${sayCockpit(ctx.locale)("cockpit.file")}-${cockpit.set.slug}`;
  if (query.format) return listFile(query.format, name, fileColumns(ctx), cockpit.standings);
  const content = <CockpitPage ctx={ctx} csrf={csrf} cockpit={cockpit} />;
  if (query.chart) return chartFile({ chart: query.chart, name, locale: ctx.locale, content });
  return page({ title: cockpit.set.title[ctx.locale], personal: true }, content);
}

async function indicatorPage(
  ctx: Context,
  csrf: string,
  key: string,
  set: string | undefined,
  back: Pick<IndicatorProps, "typed" | "problems"> = {},
): Promise<Reply> {
  const view = await actions.readIndicator(ctx, key, set);
  if (!view) return problem("not-found");
  return page(
    { title: view.standing.indicator.name[ctx.locale], personal: true },
    <IndicatorPage ctx={ctx} csrf={csrf} view={view} {...back} />,
    back.problems ? 422 : 200,
  );
}

/** The form that was sent, read as far as it can be; problems as sentences at their fields. */
async function enterTyped(ctx: Context, csrf: string, key: string, typed: Typed, sent: Upload | undefined) {
  const set = slugIn(typed, "set");
  const view = await actions.readIndicator(ctx, key, set);
  if (!view) return problem("not-found");
  const say = sayCockpit(ctx.locale);
  const attached = sent && sent.bytes.length > 0 ? sent : undefined;
  const values = Object.fromEntries(Object.keys(typed).map((name) => [name, text(typed, name)]));
  const again = (problems: Record<string, string>) =>
    indicatorPage(ctx, csrf, key, set, { typed: values, problems });
  const read = TypedEntry.safeParse({ ...values, yes: values.yes || undefined });
  if (!read.success) return again(problemSentences(zodProblems(read.error), ctx.locale));
  const { value, yes, saidOn, note, url } = read.data;
  const { indicator } = view.standing;
  const meant = indicator.unit === "yes-no" ? (yes === undefined ? undefined : Number(yes === "yes")) : value;
  const done = await actions.enter(
    ctx,
    indicator,
    { saidOn, note, ...(meant === undefined ? {} : { value: meant }), ...(url ? { url } : {}) },
    attached,
  );
  if (done.ok) return redirect(`${indicatorHref(ctx.cluster!, key, set)}#entries`, "entry.saved");
  const field = {
    "in-the-future": "saidOn",
    "nothing-shown": "note",
    "file-too-large": "file",
    "not-yes-no": "yes",
  }[done.problem as string];
  return again({
    [field ?? (indicator.unit === "yes-no" ? "yes" : "value")]: say(`problem.${done.problem}`),
  });
}

async function setPage(
  ctx: Context,
  csrf: string,
  slug: string,
  version?: number,
  back: { typed?: Record<string, string>; problems?: Record<string, string> } = {},
): Promise<Reply> {
  const view = await actions.readSet(ctx, slug, version);
  if (!view) return problem("not-found");
  return page(
    { title: view.set.title[ctx.locale], personal: true },
    <SetPage ctx={ctx} csrf={csrf} view={view} {...back} />,
    back.problems ? 422 : 200,
  );
}

/** Sets and documents stand before `:indicator`, which would take their names for its own. */
export const cockpitPages: Route[] = [
  get(BASE, {
    rule: "cockpit.see",
    summary: "The self-check: how every indicator of a set stands, and what is missing",
    params: ClusterPath,
    query: ChartQuery,
    example: CLUSTER_EXAMPLE,
    subject: keeperSubject,
    handle: ({ ctx, csrf, query }) => cockpitPage(ctx, csrf, query),
  }),
  post(`${BASE}/compute`, {
    rule: "cockpit.enter",
    summary: "Computes the figures of the self-check anew, in a job",
    params: ClusterPath,
    subject: keeperSubject,
    handle: async ({ ctx, body }) => {
      await actions.askCompute(ctx);
      return redirect(
        cockpitHref(ctx.cluster!, slugIn(body as Typed, "set") ?? FIRST_SET),
        "cockpit.computing",
      );
    },
  }),
  get(`${BASE}/sets`, {
    rule: "cockpit.see",
    summary: "The sets of indicators in use",
    params: ClusterPath,
    query: SetQuery,
    example: CLUSTER_EXAMPLE,
    subject: keeperSubject,
    handle: async ({ ctx, query }) => {
      const sets = await actions.listSets(ctx);
      const say = sayCockpit(ctx.locale);
      if (query.format)
        return listFile(
          query.format,
          `${ctx.cluster!.slug}-${say("sets.file")}`,
          [
            { label: say("documents.set"), value: ({ title }) => title[ctx.locale], width: 50 },
            { label: say("column.version"), value: ({ version }) => version },
            { label: say("sets.indicators"), value: (set) => shown(set).length },
            { label: say("sets.made"), value: ({ madeAt }) => madeAt },
          ],
          sets,
        );
      return page({ title: say("sets.title"), personal: true }, <SetsPage ctx={ctx} sets={sets} />);
    },
  }),
  get(`${BASE}/sets/:set`, {
    rule: "cockpit.see",
    summary: "A set of indicators in one of its versions, and the form to change it",
    params: SetPath,
    query: VersionQuery,
    example: ofSet,
    subject: keeperSubject,
    handle: ({ ctx, csrf, params, query }) => setPage(ctx, csrf, params.set, query.version),
  }),
  post(`${BASE}/sets/:set`, {
    rule: "cockpit.keep",
    summary: "Saves a set of the cluster's own as a new version",
    params: SetPath,
    subject: keeperSubject,
    handle: async ({ ctx, csrf, params, body }) => {
      const typed = body as Typed;
      const view = await actions.readSet(ctx, params.set);
      if (!view) return problem("not-found");
      const values = Object.fromEntries(Object.keys(typed).map((name) => [name, text(typed, name)]));
      const read = readSet(view.set, typed, ctx.locale);
      if (!read.ok)
        return setPage(ctx, csrf, params.set, undefined, { typed: values, problems: read.problems });
      const done = await actions.saveSet(ctx, params.set, Number(text(typed, "base")) || null, read.value);
      if (done.ok) return redirect(setHref(ctx.cluster!, params.set), "set.saved");
      const problems = { "": sayCockpit(ctx.locale)(`problem.${done.problem}`) };
      return setPage(ctx, csrf, params.set, undefined, { typed: values, problems });
    },
  }),
  post(`${BASE}/sets/:set/copy`, {
    rule: "cockpit.keep",
    summary: "Makes a copy of a set, to be changed",
    params: SetPath,
    subject: keeperSubject,
    handle: async ({ ctx, params }) => {
      const view = await actions.readSet(ctx, params.set);
      if (!view) return problem("not-found");
      return redirect(setHref(ctx.cluster!, await actions.copySet(ctx, view.set)), "set.copied");
    },
  }),
  post(`${BASE}/sets/:set/end`, {
    rule: "cockpit.keep",
    summary: "Puts a set of the cluster's own away",
    params: SetPath,
    subject: keeperSubject,
    handle: async ({ ctx, params }) =>
      (await actions.endSet(ctx, params.set))
        ? redirect(setsHref(ctx.cluster!), "set.ended")
        : problem("not-found"),
  }),
  get(`${BASE}/documents`, {
    rule: "cockpit.see",
    summary: "Documents made of the self-check, and the form to make one",
    params: ClusterPath,
    query: SetQuery,
    example: CLUSTER_EXAMPLE,
    subject: keeperSubject,
    handle: async ({ ctx, csrf, query }) => {
      const [documents, sets] = [await actions.listDocuments(ctx), await actions.listSets(ctx)];
      const say = sayCockpit(ctx.locale);
      if (query.format)
        return listFile(
          query.format,
          `${ctx.cluster!.slug}-${say("documents.file")}`,
          documentFile(ctx),
          documents,
        );
      return page(
        { title: say("documents.title"), personal: true },
        <DocumentsPage
          ctx={ctx}
          csrf={csrf}
          documents={documents}
          sets={sets}
          wanted={query.set ?? FIRST_SET}
        />,
      );
    },
  }),
  post(`${BASE}/documents`, {
    rule: "cockpit.enter",
    summary: "Makes a document of a set as it stands, in a job",
    params: ClusterPath,
    subject: keeperSubject,
    handle: async ({ ctx, body }) => {
      const typed = body as Typed;
      const locale = text(typed, "locale");
      const id = await actions.askDocument(
        ctx,
        slugIn(typed, "set") ?? FIRST_SET,
        isLocale(locale) ? locale : ctx.locale,
      );
      return id ? redirect(documentsHref(ctx.cluster!), "documents.asked") : problem("not-found");
    },
  }),
  get(`${BASE}/documents/:document`, {
    rule: "cockpit.see",
    summary: "A document of the self-check as PDF",
    params: DocumentPath,
    subject: keeperSubject,
    handle: ({ ctx, params }) => pdf(ctx, params.document),
  }),
  get(`${BASE}/:indicator`, {
    rule: "cockpit.see",
    summary: "An indicator: its value, the records behind it, how it was, and what is missing",
    params: IndicatorPath,
    query: ChartQuery,
    example: ofIndicator,
    subject: keeperSubject,
    handle: async ({ ctx, csrf, params, query }) => {
      if (!query.format && !query.chart) return indicatorPage(ctx, csrf, params.indicator, query.set);
      const view = await actions.readIndicator(ctx, params.indicator, query.set);
      if (!view) return problem("not-found");
      const name = `${ctx.cluster!.slug}-${params.indicator}`;
      if (query.format) return listFile(query.format, name, proofFile(ctx), view.proofs);
      const content = <IndicatorPage ctx={ctx} csrf={csrf} view={view} />;
      return chartFile({ chart: query.chart!, name, locale: ctx.locale, content });
    },
  }),
  post(`${BASE}/:indicator/entries`, {
    rule: "cockpit.enter",
    summary: "Enters a value that no record tells, with what shows it",
    params: IndicatorPath,
    upload: { maxBytes: actions.MOST_FILE + 100_000 },
    subject: keeperSubject,
    handle: ({ ctx, csrf, params, body, files }) =>
      enterTyped(ctx, csrf, params.indicator, body as Typed, files.file),
  }),
  post(`${BASE}/:indicator/ask`, {
    rule: "cockpit.enter",
    summary: "Asks somebody of the team to add to an indicator, by a notice",
    params: IndicatorPath,
    subject: keeperSubject,
    handle: async ({ ctx, csrf, params, body }) => {
      const typed = body as Typed;
      const set = slugIn(typed, "set");
      const view = await actions.readIndicator(ctx, params.indicator, set);
      if (!view) return problem("not-found");
      if (await actions.askColleague(ctx, view, text(typed, "person")))
        return redirect(indicatorHref(ctx.cluster!, params.indicator, set), "ask.asked");
      const problems = { person: sayCockpit(ctx.locale)("problem.nobody") };
      return indicatorPage(ctx, csrf, params.indicator, set, { problems });
    },
  }),
  post(`${BASE}/:indicator/entries/:entry/withdraw`, {
    rule: "cockpit.enter",
    summary: "Withdraws an entered value; it stays in the history",
    params: EntryPath,
    subject: keeperSubject,
    handle: async ({ ctx, params }) =>
      (await actions.withdraw(ctx, params.indicator, params.entry))
        ? redirect(`${indicatorHref(ctx.cluster!, params.indicator)}#entries`, "entry.withdrawn")
        : problem("not-found"),
  }),
  get(`${BASE}/:indicator/entries/:entry/file`, {
    rule: "cockpit.see",
    summary: "The file that shows an entered value",
    params: EntryPath,
    subject: keeperSubject,
    handle: async ({ ctx, params }) => {
      const found = await actions.readEntryFile(ctx, params.indicator, params.entry);
      return found
        ? file(
            found.fileName!,
            found.fileType || "application/octet-stream",
            new Uint8Array(found.fileBytes!),
          )
        : problem("not-found");
    },
  }),
];

/** A document for the browser to keep. */
export async function pdf(ctx: Context, id: string): Promise<Reply> {
  const made = await actions.readDocument(ctx, id);
  if (!made?.bytes) return problem("not-found");
  const name = `${ctx.cluster!.slug}-${made.setSlug}-${made.madeAt!.toISOString().slice(0, 10)}.pdf`;
  return file(name, "application/pdf", new Uint8Array(made.bytes));
}
