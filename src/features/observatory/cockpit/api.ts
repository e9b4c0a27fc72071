import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import { api, created, empty, json, problem, type Reply, type Route } from "../../../access/route.ts";
import { CLUSTER_EXAMPLE, keeperSubject } from "../data/here.ts";
import * as actions from "./actions.ts";
import { pdf } from "./routes.tsx";
import { directionOf, lacking, type Standing } from "./rules.ts";
import {
  AskIn,
  CockpitOut,
  DocumentIn,
  DocumentPath,
  DocumentsOut,
  EntryIn,
  EntryPath,
  IndicatorOut,
  IndicatorPath,
  MadeOut,
  SetIn,
  SetOut,
  SetPath,
  SetsOut,
} from "./schema.ts";
import type { IndicatorSet } from "./words.ts";

const BASE = "/api/v1/clusters/:cluster/observatory/cockpit";
const OfSet = z.strictObject({ set: z.string().max(60).optional() });
const OfVersion = z.strictObject({ version: z.coerce.number().int().min(1).optional() });

const told = (standing: Standing) => {
  const { indicator, how, value, reached, on, stored, said } = standing;
  const { key, field, name, text, unit, threshold } = indicator;
  const computed = how === "computed";
  return {
    ...{ key, field, name, text, unit, threshold, how, value, reached, on },
    direction: directionOf(indicator),
    part: computed ? stored!.part : null,
    whole: computed ? stored!.whole : null,
    lacks: lacking(standing).by,
    invented: how === "entered" && said!.invented,
  };
};

const headOf = ({ slug, version, title, about, shipped, copiedFrom }: IndicatorSet) => ({
  ...{ slug, version, title, about, shipped, copiedFrom },
});

const refused = (reason: string, field: string): Reply =>
  problem("unprocessable", undefined, [{ field, problem: reason }]);

const FIELD_OF: Readonly<Record<actions.EntryProblem, string>> = {
  "value-missing": "value",
  "not-a-share": "value",
  negative: "value",
  "not-yes-no": "value",
  "in-the-future": "saidOn",
  "nothing-shown": "note",
  "file-too-large": "file",
};

export const cockpitApi: Route[] = [
  api.get(BASE, {
    rule: "cockpit.see",
    summary: "The self-check: how every indicator of a set stands",
    params: ClusterPath,
    query: OfSet,
    answer: CockpitOut,
    example: CLUSTER_EXAMPLE,
    subject: keeperSubject,
    handle: async ({ ctx, query }) => {
      const cockpit = await actions.readCockpit(ctx, query.set);
      if (!cockpit) return problem("not-found");
      return json({
        set: headOf(cockpit.set),
        computedAt: cockpit.computedAt?.toISOString() ?? null,
        ...cockpit.summary,
        indicators: cockpit.standings.map(told),
        months: cockpit.setMonths.map(({ month, version, reached, total }) => ({
          month,
          version,
          reached,
          total,
        })),
      });
    },
  }),
  api.post(`${BASE}/compute`, {
    rule: "cockpit.enter",
    summary: "Computes the figures of the self-check anew, in a job",
    params: ClusterPath,
    subject: keeperSubject,
    handle: async ({ ctx }) => {
      await actions.askCompute(ctx);
      return empty;
    },
  }),
  api.get(`${BASE}/sets`, {
    rule: "cockpit.see",
    summary: "The sets of indicators in use",
    params: ClusterPath,
    answer: SetsOut,
    example: CLUSTER_EXAMPLE,
    subject: keeperSubject,
    handle: async ({ ctx }) => json({ items: (await actions.listSets(ctx)).map(headOf) }),
  }),
  api.get(`${BASE}/sets/:set`, {
    rule: "cockpit.see",
    summary: "A set of indicators in one of its versions",
    params: SetPath,
    query: OfVersion,
    answer: SetOut,
    example: { ...CLUSTER_EXAMPLE, set: "excellence" },
    subject: keeperSubject,
    handle: async ({ ctx, params, query }) => {
      const view = await actions.readSet(ctx, params.set, query.version);
      if (!view) return problem("not-found");
      return json({
        ...headOf(view.set),
        madeAt: view.set.madeAt?.toISOString() ?? null,
        indicators: view.set.indicators.map((one) => ({ ...one, hidden: one.hidden ?? false })),
        versions: view.versions.map(({ version, madeAt, note }) => ({
          ...{ version, note },
          madeAt: madeAt!.toISOString(),
        })),
      });
    },
  }),
  api.post(`${BASE}/sets/:set/copy`, {
    rule: "cockpit.keep",
    summary: "Makes a copy of a set, to be changed",
    params: SetPath,
    answer: MadeOut,
    subject: keeperSubject,
    handle: async ({ ctx, params }) => {
      const view = await actions.readSet(ctx, params.set);
      if (!view) return problem("not-found");
      const slug = await actions.copySet(ctx, view.set);
      return created({ id: slug }, `${BASE.replace(":cluster", params.cluster)}/sets/${slug}`);
    },
  }),
  api.put(`${BASE}/sets/:set`, {
    rule: "cockpit.keep",
    summary: "Saves a set of the cluster's own as a new version",
    params: SetPath,
    body: SetIn,
    subject: keeperSubject,
    handle: async ({ ctx, params, body }) => {
      if (!(await actions.readSet(ctx, params.set))) return problem("not-found");
      const done = await actions.saveSet(ctx, params.set, null, body);
      if (done.ok) return empty;
      return done.problem === "unit-of-a-measure" ? refused(done.problem, "indicators") : problem("conflict");
    },
  }),
  api.delete(`${BASE}/sets/:set`, {
    rule: "cockpit.keep",
    summary: "Puts a set of the cluster's own away",
    params: SetPath,
    subject: keeperSubject,
    handle: async ({ ctx, params }) =>
      (await actions.endSet(ctx, params.set)) ? empty : problem("not-found"),
  }),
  api.get(`${BASE}/documents`, {
    rule: "cockpit.see",
    summary: "Documents made of the self-check",
    params: ClusterPath,
    answer: DocumentsOut,
    example: CLUSTER_EXAMPLE,
    subject: keeperSubject,
    handle: async ({ ctx }) =>
      json({
        items: (await actions.listDocuments(ctx)).map(({ setSlug, askedAt, madeAt, ...rest }) => ({
          ...rest,
          set: setSlug,
          askedAt: askedAt.toISOString(),
          madeAt: madeAt?.toISOString() ?? null,
        })),
      }),
  }),
  api.post(`${BASE}/documents`, {
    rule: "cockpit.enter",
    summary: "Makes a document of a set as it stands, in a job",
    params: ClusterPath,
    body: DocumentIn,
    answer: MadeOut,
    subject: keeperSubject,
    handle: async ({ ctx, params, body }) => {
      const id = await actions.askDocument(ctx, body.set, body.locale);
      return id
        ? created({ id }, `${BASE.replace(":cluster", params.cluster)}/documents/${id}`)
        : refused("unknown", "set");
    },
  }),
  api.get(`${BASE}/documents/:document`, {
    rule: "cockpit.see",
    summary: "A document of the self-check as PDF",
    params: DocumentPath,
    subject: keeperSubject,
    handle: ({ ctx, params }) => pdf(ctx, params.document),
  }),
  api.get(`${BASE}/:indicator`, {
    rule: "cockpit.see",
    summary: "An indicator: its value, the records behind it, how it was, and what was entered",
    params: IndicatorPath,
    query: OfSet,
    answer: IndicatorOut,
    example: { ...CLUSTER_EXAMPLE, indicator: "committed-share" },
    subject: keeperSubject,
    handle: async ({ ctx, params, query }) => {
      const view = await actions.readIndicator(ctx, params.indicator, query.set);
      if (!view) return problem("not-found");
      const { standing, proofs, months, entries } = view;
      return json({
        ...told(standing),
        computedAt: standing.stored?.computedAt.toISOString() ?? null,
        inputs: standing.stored?.inputs ?? {},
        innerOnly: standing.stored?.innerOnly ?? false,
        evidence: proofs.map(({ kind, subjectId, name, slug, organisation, on, mark, counts }) => ({
          ...{ kind, name, on, mark, counts },
          id: subjectId,
          organisation: slug === null ? null : { slug, name: organisation },
        })),
        months: months.map(({ month, value, kept }) => ({ month, value, kept })),
        colleagues: [...view.colleagues],
        entries: entries.map(
          ({ id, value, saidOn, note, url, fileName, invented, enteredBy, enteredAt, withdrawnAt }) => ({
            ...{ id, value, saidOn, note, url, fileName, invented, enteredBy },
            enteredAt: enteredAt.toISOString(),
            withdrawnAt: withdrawnAt?.toISOString() ?? null,
          }),
        ),
      });
    },
  }),
  api.post(`${BASE}/:indicator/entries`, {
    rule: "cockpit.enter",
    summary: "Enters a value that no record tells, with what shows it",
    params: IndicatorPath,
    query: OfSet,
    body: EntryIn,
    answer: MadeOut,
    subject: keeperSubject,
    handle: async ({ ctx, params, query, body }) => {
      const view = await actions.readIndicator(ctx, params.indicator, query.set);
      if (!view) return problem("not-found");
      const done = await actions.enter(ctx, view.standing.indicator, body, undefined);
      return done.ok
        ? created({ id: done.value }, `${BASE.replace(":cluster", params.cluster)}/${params.indicator}`)
        : refused(done.problem, FIELD_OF[done.problem]);
    },
  }),
  api.post(`${BASE}/:indicator/ask`, {
    rule: "cockpit.enter",
    summary: "Asks somebody of the team to add to an indicator, by a notice",
    params: IndicatorPath,
    query: OfSet,
    body: AskIn,
    subject: keeperSubject,
    handle: async ({ ctx, params, query, body }) => {
      const view = await actions.readIndicator(ctx, params.indicator, query.set);
      if (!view) return problem("not-found");
      return (await actions.askColleague(ctx, view, body.person)) ? empty : refused("nobody", "person");
    },
  }),
  api.delete(`${BASE}/:indicator/entries/:entry`, {
    rule: "cockpit.enter",
    summary: "Withdraws an entered value; it stays in the history",
    params: EntryPath,
    subject: keeperSubject,
    handle: async ({ ctx, params }) =>
      (await actions.withdraw(ctx, params.indicator, params.entry)) ? empty : problem("not-found"),
  }),
];
