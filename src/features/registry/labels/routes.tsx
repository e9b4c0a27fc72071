import { z } from "zod";
import { can } from "../../../access/can.ts";
import { ClusterPath } from "../../../access/cluster-path.ts";
import type { Context } from "../../../access/context.ts";
import {
  api,
  created,
  empty,
  get,
  json,
  page,
  post,
  problem,
  type Reply,
  type Route,
  redirect,
} from "../../../access/route.ts";
import { problemSentences, zodProblems } from "../../../ui/index.ts";
import { FORMATS, listFile } from "../../accounts/feature.ts";
import { TeamPath } from "../notes/schema.ts";
import { organisationSubject, teamSubject } from "../notes/subject.ts";
import * as actions from "./actions.ts";
import { sayLabel } from "./messages.ts";
import { type Label, labelsPut, TONES } from "./store.ts";
import { LabelPage, LabelsPage, labelsHref } from "./views.tsx";

const CLUSTER = { cluster: "aviation" };
const LabelPath = ClusterPath.extend({ label: z.uuid() });
const PutPath = TeamPath.extend({ label: z.uuid() });
const LabelValues = z.strictObject({
  name: z.string().trim().min(1).max(60),
  tone: z.enum(TONES).default("plain"),
});
const LabelForm = z.object(LabelValues.shape);
const ListQuery = z.object({
  format: z.enum(FORMATS).optional().catch(undefined),
  removed: z.uuid().optional().catch(undefined),
});

const typed = (body: unknown): Record<string, string> => {
  const { name = "", tone = "plain" } = body as Record<string, unknown>;
  return { name: String(name), tone: String(tone) };
};
const sentences = (ctx: Context, error: z.ZodError) => problemSentences(zodProblems(error), ctx.locale);
const taken = (ctx: Context) => ({ name: sayLabel(ctx.locale)("label.name-taken") });

const asked = new WeakMap<Context, Label>();
const labelSubject =
  (removed = false) =>
  async ({ ctx, params }: { ctx: Context; params: { label: string } }) => {
    const label = ctx.cluster ? await actions.findLabel(ctx, params.label, removed) : null;
    if (!label) return null;
    asked.set(ctx, label);
    return { clusterId: ctx.cluster!.id };
  };

async function listPage(
  ctx: Context,
  csrf: string,
  again: {
    values?: Record<string, string>;
    problems?: Record<string, string>;
    removed?: string | undefined;
  } = {},
): Promise<Reply> {
  return page(
    { title: sayLabel(ctx.locale)("labels.title"), personal: true },
    <LabelsPage
      ctx={ctx}
      csrf={csrf}
      path={labelsHref(ctx)}
      labels={await actions.listLabels(ctx)}
      mayPut={can(ctx.actor, "label.put", { clusterId: ctx.cluster!.id })}
      values={again.values}
      problems={again.problems}
      removed={again.removed ? await actions.findLabel(ctx, again.removed, true) : null}
    />,
    again.problems ? 422 : 200,
  );
}

const labelPage = (
  ctx: Context,
  csrf: string,
  values: Record<string, string>,
  problems?: Record<string, string>,
) => {
  const label = asked.get(ctx)!;
  return page(
    { title: sayLabel(ctx.locale)("label.edit", { name: label.name }), personal: true },
    <LabelPage ctx={ctx} csrf={csrf} label={label} values={values} problems={problems} />,
    problems ? 422 : 200,
  );
};

const BASE = "/clusters/:cluster/labels";

export const labelPages: Route[] = [
  get(BASE, {
    rule: "label.see",
    summary: "The labels of the cluster's team",
    params: ClusterPath,
    query: ListQuery,
    example: CLUSTER,
    subject: teamSubject,
    handle: async ({ ctx, csrf, query }) => {
      const say = sayLabel(ctx.locale);
      if (!query.format) return listPage(ctx, csrf, { removed: query.removed });
      return listFile(
        query.format,
        `${ctx.cluster!.slug}-${say("labels.file")}`,
        [
          { label: say("label.name"), value: (label) => label.name, width: 40 },
          { label: say("label.tone"), value: (label) => say(`tone.${label.tone}`) },
          { label: say("label.count"), value: (label) => label.organisations },
        ],
        await actions.listLabels(ctx),
      );
    },
  }),
  post(BASE, {
    rule: "label.put",
    summary: "Makes a label",
    params: ClusterPath,
    subject: teamSubject,
    handle: async ({ ctx, csrf, body }) => {
      const values = typed(body);
      const read = LabelForm.safeParse(values);
      if (!read.success) return listPage(ctx, csrf, { values, problems: sentences(ctx, read.error) });
      const done = await actions.addLabel(ctx, read.data);
      if (!done.ok) return listPage(ctx, csrf, { values, problems: taken(ctx) });
      return redirect(labelsHref(ctx), "label.added");
    },
  }),
  get(`${BASE}/:label`, {
    rule: "label.put",
    summary: "The form to change or remove a label",
    params: LabelPath,
    subject: labelSubject(),
    handle: ({ ctx, csrf }) => labelPage(ctx, csrf, { ...asked.get(ctx)! }),
  }),
  post(`${BASE}/:label`, {
    rule: "label.put",
    summary: "Renames a label or gives it another colour",
    params: LabelPath,
    subject: labelSubject(),
    handle: async ({ ctx, csrf, body }) => {
      const values = typed(body);
      const read = LabelForm.safeParse(values);
      if (!read.success) return labelPage(ctx, csrf, values, sentences(ctx, read.error));
      const done = await actions.changeLabel(ctx, asked.get(ctx)!, read.data);
      return done.ok ? redirect(labelsHref(ctx), "label.changed") : labelPage(ctx, csrf, values, taken(ctx));
    },
  }),
  post(`${BASE}/:label/remove`, {
    rule: "label.put",
    summary: "Takes a label out of use; the page that follows can undo it",
    params: LabelPath,
    subject: labelSubject(),
    handle: async ({ ctx, params }) => {
      await actions.removeLabel(ctx, asked.get(ctx)!);
      return redirect(`${labelsHref(ctx)}?removed=${params.label}`);
    },
  }),
  post(`${BASE}/:label/restore`, {
    rule: "label.put",
    summary: "Brings back a label, on every organisation that had it",
    params: LabelPath,
    subject: labelSubject(true),
    handle: async ({ ctx, csrf }) => {
      const label = asked.get(ctx)!;
      const done = await actions.restoreLabel(ctx, label);
      if (!done.ok)
        return listPage(ctx, csrf, { values: { ...label }, problems: taken(ctx), removed: label.id });
      return redirect(labelsHref(ctx), "label.restored");
    },
  }),
];

const API = "/api/v1/clusters/:cluster";
const LabelOut = z.object({ id: z.uuid(), name: z.string(), tone: z.enum(TONES) });
const LabelListOut = z.object({
  items: z.array(LabelOut.extend({ organisations: z.number().int() })),
  total: z.number().int(),
  next: z.null(),
});
const PutList = z.object({ items: z.array(LabelOut) });
const present = ({ id, name, tone }: Label) => ({ id, name, tone });

async function onOrganisation(ctx: Context, organisationId: string): Promise<Reply> {
  const put = await ctx.read((db) => labelsPut(db, ctx.actor, ctx.cluster!.id, [organisationId]));
  const labels = await actions.listLabels(ctx);
  return json({ items: labels.filter((label) => put.some((one) => one.labelId === label.id)).map(present) });
}

const switched = (on: boolean) =>
  (on ? api.put : api.delete)(`${API}/organisations/:slug/labels/:label`, {
    rule: "label.put",
    summary: on ? "Puts a label on an organisation" : "Takes a label off an organisation",
    params: PutPath,
    answer: PutList,
    subject: async (ask) => ((await labelSubject()(ask)) ? organisationSubject(ask) : null),
    handle: async (ask) => {
      const subject = await organisationSubject(ask);
      if (!subject) return problem("not-found");
      await actions.switchLabel(ask.ctx, subject.organisationId, ask.params.label, on);
      return onOrganisation(ask.ctx, subject.organisationId);
    },
  });

export const labelApi: Route[] = [
  api.get(`${API}/labels`, {
    rule: "label.see",
    summary: "The labels of the cluster's team",
    params: ClusterPath,
    answer: LabelListOut,
    example: CLUSTER,
    subject: teamSubject,
    handle: async ({ ctx }) => {
      const labels = await actions.listLabels(ctx);
      const items = labels.map((label) => ({ ...present(label), organisations: label.organisations }));
      return json({ items, total: items.length, next: null });
    },
  }),
  api.post(`${API}/labels`, {
    rule: "label.put",
    summary: "Makes a label",
    params: ClusterPath,
    body: LabelValues,
    answer: LabelOut,
    subject: teamSubject,
    handle: async ({ ctx, body, params }) => {
      const done = await actions.addLabel(ctx, body);
      if (!done.ok) return problem("unprocessable", undefined, [{ field: "name", problem: done.problem }]);
      return created({ id: done.value, ...body }, `/api/v1/clusters/${params.cluster}/labels/${done.value}`);
    },
  }),
  api.get(`${API}/labels/:label`, {
    rule: "label.see",
    summary: "One label",
    params: LabelPath,
    answer: LabelOut,
    subject: labelSubject(),
    handle: ({ ctx }) => json(present(asked.get(ctx)!)),
  }),
  api.patch(`${API}/labels/:label`, {
    rule: "label.put",
    summary: "Renames a label or gives it another colour",
    params: LabelPath,
    body: z.strictObject({
      name: z.string().trim().min(1).max(60).optional(),
      tone: z.enum(TONES).optional(),
    }),
    answer: LabelOut,
    subject: labelSubject(),
    handle: async ({ ctx, body }) => {
      const label = asked.get(ctx)!;
      const values = { name: body.name ?? label.name, tone: body.tone ?? label.tone };
      const done = await actions.changeLabel(ctx, label, values);
      if (!done.ok) return problem("unprocessable", undefined, [{ field: "name", problem: done.problem }]);
      return json({ id: label.id, ...values });
    },
  }),
  api.delete(`${API}/labels/:label`, {
    rule: "label.put",
    summary: "Takes a label out of use",
    params: LabelPath,
    subject: labelSubject(),
    handle: async ({ ctx }) => {
      await actions.removeLabel(ctx, asked.get(ctx)!);
      return empty;
    },
  }),
  api.post(`${API}/labels/:label/restore`, {
    rule: "label.put",
    summary: "Brings back a label, on every organisation that had it",
    params: LabelPath,
    answer: LabelOut,
    subject: labelSubject(true),
    handle: async ({ ctx }) => {
      const label = asked.get(ctx)!;
      const done = await actions.restoreLabel(ctx, label);
      return done.ok ? json(present(label)) : problem("conflict", done.problem);
    },
  }),
  api.get(`${API}/organisations/:slug/labels`, {
    rule: "label.see",
    summary: "The team's labels on one organisation",
    params: TeamPath,
    answer: PutList,
    subject: organisationSubject,
    handle: async (ask) => {
      const subject = await organisationSubject(ask);
      return subject ? onOrganisation(ask.ctx, subject.organisationId) : problem("not-found");
    },
  }),
  switched(true),
  switched(false),
];
