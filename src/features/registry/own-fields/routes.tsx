import { z } from "zod";
import { can } from "../../../access/can.ts";
import { ClusterPath } from "../../../access/cluster-path.ts";
import type { Context } from "../../../access/context.ts";
import {
  api,
  created,
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
import { sayField } from "./messages.ts";
import { FIELD_KINDS, type OwnField } from "./rules.ts";
import { FieldPage, FieldsPage, fieldsHref } from "./views.tsx";
import { nameOf } from "./words.ts";

const CLUSTER = { cluster: "aviation" };
const FieldPath = ClusterPath.extend({ field: z.uuid() });
const Name = z.string().trim().min(1).max(80);
const Choice = z.string().trim().min(1).max(200);
const Choices = z
  .array(Choice)
  .max(actions.MOST_CHOICES)
  .refine((all) => new Set(all.map((one) => one.toLowerCase())).size === all.length, {
    error: "choice-twice",
  });
const NewField = z
  .strictObject({ nameEn: Name, nameDe: Name, kind: z.enum(FIELD_KINDS), choices: Choices.default([]) })
  .refine((field) => field.kind !== "choice" || field.choices.length > 0, {
    error: "choices-missing",
    path: ["choices"],
  });

const lines = (text: unknown) =>
  String(text ?? "")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

const ownWords = (ctx: Context) => (key: string) =>
  key === "choice-twice" || key === "choices-missing" ? sayField(ctx.locale)(`field.${key}`) : undefined;
const sentences = (ctx: Context, error: z.ZodError) =>
  problemSentences(
    Object.fromEntries(
      // What is wrong with one line of the choices is said at their field.
      Object.entries(zodProblems(error)).map(([name, wrong]) => [
        name.replace(/^choices\..*/, "choices"),
        wrong,
      ]),
    ),
    ctx.locale,
    ownWords(ctx),
  );
const refusal = (ctx: Context, reason: "name-taken" | "too-many" | "choice-twice") => ({
  [reason === "choice-twice" ? "choices" : reason === "too-many" ? "" : "nameEn"]: sayField(ctx.locale)(
    `field.${reason}`,
  ),
});

const asked = new WeakMap<Context, OwnField>();
const fieldSubject = async ({ ctx, params }: { ctx: Context; params: { field: string } }) => {
  const field = ctx.cluster ? await actions.findField(ctx, params.field) : null;
  if (!field) return null;
  asked.set(ctx, field);
  return { clusterId: ctx.cluster!.id };
};

interface Again {
  values?: Record<string, string>;
  problems?: Record<string, string>;
}

const typedIn = (body: unknown): Record<string, string> => {
  const { csrf: _, ...rest } = body as Record<string, unknown>;
  return Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String([value].flat()[0])]));
};

async function listPage(ctx: Context, csrf: string, again: Again = {}): Promise<Reply> {
  return page(
    { title: sayField(ctx.locale)("fields.title"), personal: true },
    <FieldsPage
      ctx={ctx}
      csrf={csrf}
      path={fieldsHref(ctx)}
      fields={await actions.listFields(ctx)}
      mayChange={can(ctx.actor, "own-field.change", { clusterId: ctx.cluster!.id })}
      values={again.values}
      problems={again.problems}
    />,
    again.problems ? 422 : 200,
  );
}

async function fieldPage(ctx: Context, csrf: string, again: Again = {}): Promise<Reply> {
  const field = asked.get(ctx)!;
  const stored: Record<string, string> = {
    nameEn: field.nameEn,
    nameDe: field.nameDe,
    ...Object.fromEntries(field.choices.map((choice, i) => [`choice-${i}`, choice])),
  };
  return page(
    { title: sayField(ctx.locale)("field.edit", { name: nameOf(field, ctx.locale) }), personal: true },
    <FieldPage
      ctx={ctx}
      csrf={csrf}
      field={field}
      used={await actions.usedChoices(ctx, field)}
      values={again.values ?? stored}
      problems={again.problems}
    />,
    again.problems ? 422 : 200,
  );
}

/** The choices of the form: each line with what it was called, then the further ones. */
function choicesIn(typed: Record<string, string>): { name: string; was: string | null }[] {
  const known = Object.keys(typed)
    .flatMap((name) => /^choice-(\d{1,3})$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
    .map((i) => ({ name: (typed[`choice-${i}`] ?? "").trim(), was: typed[`was-${i}`] ?? null }))
    .filter(({ name }) => name !== "");
  return [...known, ...lines(typed.choices).map((name) => ({ name, was: null }))];
}

const FieldForm = z.object({
  nameEn: Name,
  nameDe: Name,
  choices: z.array(z.object({ name: Choice, was: z.string().nullable() })).max(actions.MOST_CHOICES),
});

const BASE = "/clusters/:cluster/fields";

const ended = (end: boolean) =>
  post(`${BASE}/:field/${end ? "end" : "reopen"}`, {
    rule: "own-field.change",
    summary: end ? "Takes a field out of use and keeps what it holds" : "Uses a field again",
    params: FieldPath,
    subject: fieldSubject,
    handle: async ({ ctx }) => {
      await actions.endField(ctx, asked.get(ctx)!, end);
      return redirect(fieldsHref(ctx), end ? "field.end.done" : "field.reopen.done");
    },
  });

export const fieldPages: Route[] = [
  get(BASE, {
    rule: "own-field.see",
    summary: "The fields the cluster's team made for itself",
    params: ClusterPath,
    query: z.object({ format: z.enum(FORMATS).optional().catch(undefined) }),
    example: CLUSTER,
    subject: teamSubject,
    handle: async ({ ctx, csrf, query }) => {
      if (!query.format) return listPage(ctx, csrf);
      const say = sayField(ctx.locale);
      return listFile(
        query.format,
        `${ctx.cluster!.slug}-${say("fields.file")}`,
        [
          { label: say("field.key"), value: (field) => field.key },
          { label: say("field.name.en"), value: (field) => field.nameEn, width: 32 },
          { label: say("field.name.de"), value: (field) => field.nameDe, width: 32 },
          { label: say("field.kind"), value: (field) => say(`kind.${field.kind}`) },
          { label: say("field.choices"), value: (field) => field.choices.join("; "), width: 48 },
          { label: say("field.count"), value: (field) => field.organisations },
          { label: say("fields.ended"), value: (field) => field.ended },
        ],
        await actions.listFields(ctx),
      );
    },
  }),
  post(BASE, {
    rule: "own-field.change",
    summary: "Adds a field of the team's own",
    params: ClusterPath,
    subject: teamSubject,
    handle: async ({ ctx, csrf, body }) => {
      const values = typedIn(body);
      const { nameEn, nameDe, kind, choices } = values;
      const read = NewField.safeParse({
        nameEn,
        nameDe,
        kind,
        choices: kind === "choice" ? lines(choices) : [],
      });
      if (!read.success) return listPage(ctx, csrf, { values, problems: sentences(ctx, read.error) });
      const done = await actions.addField(ctx, read.data);
      if (!done.ok) return listPage(ctx, csrf, { values, problems: refusal(ctx, done.problem) });
      return redirect(fieldsHref(ctx), "field.added");
    },
  }),
  get(`${BASE}/:field`, {
    rule: "own-field.change",
    summary: "The form to change a field",
    params: FieldPath,
    subject: fieldSubject,
    handle: ({ ctx, csrf }) => fieldPage(ctx, csrf),
  }),
  post(`${BASE}/:field`, {
    rule: "own-field.change",
    summary: "Renames a field and its choices; nothing it holds is lost",
    params: FieldPath,
    subject: fieldSubject,
    handle: async ({ ctx, csrf, body }) => {
      const values = typedIn(body);
      const read = FieldForm.safeParse({ ...values, choices: choicesIn(values) });
      if (!read.success) return fieldPage(ctx, csrf, { values, problems: sentences(ctx, read.error) });
      const field = asked.get(ctx)!;
      if (field.kind === "choice" && read.data.choices.length === 0)
        return fieldPage(ctx, csrf, {
          values,
          problems: { choices: sayField(ctx.locale)("field.choices-missing") },
        });
      const done = await actions.changeField(ctx, field, read.data);
      if (!done.ok) return fieldPage(ctx, csrf, { values, problems: refusal(ctx, done.problem) });
      return redirect(fieldsHref(ctx), "field.changed");
    },
  }),
  post(`${BASE}/:field/move`, {
    rule: "own-field.change",
    summary: "Moves a field one place up or down",
    params: FieldPath,
    subject: fieldSubject,
    handle: async ({ ctx, body }) => {
      await actions.moveField(ctx, asked.get(ctx)!, (body as { by?: string }).by === "-1" ? -1 : 1);
      return redirect(fieldsHref(ctx));
    },
  }),
  ended(true),
  ended(false),
];

const API = "/api/v1/clusters/:cluster";
const FieldOut = z.object({
  id: z.uuid(),
  key: z.string(),
  nameEn: z.string(),
  nameDe: z.string(),
  kind: z.enum(FIELD_KINDS),
  choices: z.array(z.string()),
  position: z.number().int(),
  ended: z.boolean(),
});
const FieldListOut = z.object({
  items: z.array(FieldOut.extend({ organisations: z.number().int() })),
  total: z.number().int(),
  next: z.null(),
});
const ValuesOut = z.object({
  values: z.record(z.string(), z.union([z.string(), z.number()]).nullable()),
});
const present = ({ id, key, nameEn, nameDe, kind, choices, position, ended }: OwnField) => ({
  id,
  key,
  nameEn,
  nameDe,
  kind,
  choices,
  position,
  ended,
});
const wrong = (field: string, reason: string) =>
  problem("unprocessable", undefined, [{ field, problem: reason }]);

const heldBy = async (ctx: Context, organisationId: string): Promise<Reply> =>
  json({
    values: Object.fromEntries(
      (await actions.valuesOf(ctx, organisationId)).map(({ field, value }) => [field.key, value]),
    ),
  });

export const fieldApi: Route[] = [
  api.get(`${API}/fields`, {
    rule: "own-field.see",
    summary: "The fields the cluster's team made for itself, in their order",
    params: ClusterPath,
    answer: FieldListOut,
    example: CLUSTER,
    subject: teamSubject,
    handle: async ({ ctx }) => {
      const fields = await actions.listFields(ctx);
      const items = fields.map((field) => ({ ...present(field), organisations: field.organisations }));
      return json({ items, total: items.length, next: null });
    },
  }),
  api.post(`${API}/fields`, {
    rule: "own-field.change",
    summary: "Adds a field of the team's own",
    params: ClusterPath,
    body: NewField,
    answer: FieldOut,
    subject: teamSubject,
    handle: async ({ ctx, body, params }) => {
      const done = await actions.addField(ctx, body);
      if (!done.ok) return wrong(done.problem === "too-many" ? "" : "nameEn", done.problem);
      const field = await actions.findField(ctx, done.value);
      return created(present(field!), `/api/v1/clusters/${params.cluster}/fields/${done.value}`);
    },
  }),
  api.get(`${API}/fields/:field`, {
    rule: "own-field.see",
    summary: "One field of the team's own",
    params: FieldPath,
    answer: FieldOut,
    subject: fieldSubject,
    handle: ({ ctx }) => json(present(asked.get(ctx)!)),
  }),
  api.patch(`${API}/fields/:field`, {
    rule: "own-field.change",
    summary:
      "Renames a field and its choices, takes it out of use or uses it again, moves it; nothing it holds is lost",
    params: FieldPath,
    body: z.strictObject({
      nameEn: Name.optional(),
      nameDe: Name.optional(),
      /** In their order; `was` names the choice as it was called before. */
      choices: z
        .array(z.strictObject({ name: Choice, was: Choice.nullable().default(null) }))
        .min(1)
        .max(actions.MOST_CHOICES)
        .optional(),
      ended: z.boolean().optional(),
      move: z.enum(["up", "down"]).optional(),
    }),
    answer: FieldOut,
    subject: fieldSubject,
    handle: async ({ ctx, body, params }) => {
      const field = asked.get(ctx)!;
      if (body.choices && field.kind !== "choice") return wrong("choices", "not-a-choice");
      const done = await actions.changeField(ctx, field, {
        nameEn: body.nameEn ?? field.nameEn,
        nameDe: body.nameDe ?? field.nameDe,
        choices: body.choices ?? field.choices.map((name) => ({ name, was: name })),
      });
      if (!done.ok) return wrong(done.problem === "choice-twice" ? "choices" : "nameEn", done.problem);
      if (body.ended !== undefined && body.ended !== field.ended)
        await actions.endField(ctx, field, body.ended);
      if (body.move) await actions.moveField(ctx, field, body.move === "up" ? -1 : 1);
      return json(present((await actions.findField(ctx, params.field))!));
    },
  }),
  api.get(`${API}/organisations/:slug/fields`, {
    rule: "own-field.see",
    summary: "What the team's own fields hold for one organisation, by their keys",
    params: TeamPath,
    answer: ValuesOut,
    subject: organisationSubject,
    handle: async (ask) => {
      const subject = await organisationSubject(ask);
      return subject ? heldBy(ask.ctx, subject.organisationId) : problem("not-found");
    },
  }),
  api.patch(`${API}/organisations/:slug/fields`, {
    rule: "own-value.set",
    summary: "Fills in fields of one organisation by their keys, all or none; null empties",
    params: TeamPath,
    body: z.strictObject({
      values: z.record(z.string().max(40), z.union([z.string().max(4000), z.number(), z.null()])),
    }),
    answer: ValuesOut,
    subject: organisationSubject,
    handle: async (ask) => {
      const { ctx, body } = ask;
      const subject = await organisationSubject(ask);
      if (!subject) return problem("not-found");
      const done = await actions.setValues(ctx, subject.organisationId, body.values);
      if (done.ok) return heldBy(ctx, subject.organisationId);
      return problem(
        "unprocessable",
        undefined,
        Object.entries(done.problems).map(([key, reason]) => ({ field: `values.${key}`, problem: reason })),
      );
    },
  }),
];
