import type { Context } from "../../../../access/context.ts";
import { get, page, post, problem, type Reply, type Route, redirect } from "../../../../access/route.ts";
import { problemSentences, zodProblems } from "../../../../ui/index.ts";
import { endsById, memberEnds } from "../../links/store.ts";
import { organisationHref } from "../address.ts";
import { MemberPath } from "../schema.ts";
import { findOrganisation } from "../store.ts";
import * as actions from "./actions.ts";
import { FactFormPage } from "./form.tsx";
import { sayFact } from "./messages.ts";
import { FACT_LEVELS, FactForm, FactPath, isFactField, Version } from "./schema.ts";
import type { FactRow } from "./store.ts";

type Typed = Record<string, string | string[]>;

const BASE = "/clusters/:cluster/organisations/:slug/facts";

const blank = get(`${BASE}/new`, {
  rule: "fact.edit",
  summary: "The form to add a fact about a member organisation",
  params: MemberPath,
  subject: ({ ctx, params }) => actions.newFactSubject(ctx, params.slug),
  handle: ({ ctx, csrf, params, search }) => {
    const field = search.get("field") ?? "";
    return form(ctx, csrf, params.slug, {
      values: {
        field: isFactField(field) ? field : "description",
        visibility: "cluster",
        language: ctx.locale,
      },
    });
  },
});

const add = post(`${BASE}/new`, {
  rule: "fact.edit",
  summary: "Adds a fact about a member organisation",
  params: MemberPath,
  subject: ({ ctx, params }) => actions.newFactSubject(ctx, params.slug),
  handle: async ({ ctx, csrf, body, params, subject }) => {
    const values = body as Typed;
    const parsed = FactForm.safeParse(values);
    if (!parsed.success)
      return form(ctx, csrf, params.slug, { values, problems: sentences(ctx, parsed.error) });
    const added = await actions.addFact(ctx, subject.organisationId, parsed.data);
    if (!added.ok) return form(ctx, csrf, params.slug, { values, problems: refusal(ctx, added.problem) });
    return redirect(`${organisationHref(params.slug, ctx.cluster)}#facts`, "fact.added");
  },
});

const edit = get(`${BASE}/:id`, {
  rule: "fact.edit",
  summary: "The form to change or remove a fact",
  params: FactPath,
  subject: ({ ctx, params }) => actions.findFactSubject(ctx, params.slug, params.id),
  handle: async ({ ctx, csrf, params }) => {
    const fact = await actions.readFact(ctx, params.id);
    if (!fact) return problem("not-found");
    return form(ctx, csrf, params.slug, { factId: fact.id, values: await valuesOf(ctx, fact) });
  },
});

const change = post(`${BASE}/:id`, {
  rule: "fact.edit",
  summary: "Changes a fact, unless somebody else did meanwhile",
  params: FactPath,
  subject: ({ ctx, params }) => actions.findFactSubject(ctx, params.slug, params.id),
  handle: async ({ ctx, csrf, body, params }) => {
    const values = body as Typed;
    const again = (more: Omit<FormParts, "values">) =>
      form(ctx, csrf, params.slug, { factId: params.id, values, ...more });
    const parsed = FactForm.required({ version: true }).safeParse(values);
    if (!parsed.success) return again({ problems: sentences(ctx, parsed.error) });
    const { field, ...rest } = parsed.data;
    const fact = await actions.readFact(ctx, params.id);
    if (fact && fact.field !== field)
      return again({ problems: { field: sayFact(ctx.locale)("problem.other-field") } });
    const changed = await actions.changeFact(ctx, params.id, rest);
    if (changed.ok) return redirect(`${organisationHref(params.slug, ctx.cluster)}#facts`, "fact.changed");
    if (changed.problem === "not-found") return problem("not-found");
    if (changed.problem !== "changed-meanwhile") return again({ problems: refusal(ctx, changed.problem) });
    return again({ theirs: await actions.readFact(ctx, params.id) });
  },
});

const remove = post(`${BASE}/:id/remove`, {
  rule: "fact.edit",
  summary: "Removes a fact; the page that follows can undo it",
  params: FactPath,
  subject: ({ ctx, params }) => actions.findFactSubject(ctx, params.slug, params.id),
  handle: async ({ ctx, csrf, body, params }) => {
    const version = Version.safeParse((body as Typed).version);
    // A form without the version that was read is treated like one with an old version.
    const done = await actions.removeFact(ctx, params.id, version.success ? version.data : 0);
    if (done.ok) return redirect(`${organisationHref(params.slug, ctx.cluster)}?removed=${params.id}`);
    if (done.problem === "not-found") return problem("not-found");
    const theirs = await actions.readFact(ctx, params.id);
    return theirs
      ? form(ctx, csrf, params.slug, { factId: params.id, values: await valuesOf(ctx, theirs), theirs })
      : problem("not-found");
  },
});

const restore = post(`${BASE}/:id/restore`, {
  rule: "fact.edit",
  summary: "Brings back the fact that the same person removed",
  params: FactPath,
  subject: ({ ctx, params }) => actions.findRemoved(ctx, params.slug, params.id),
  handle: async ({ ctx, params, subject }) => {
    const done = await actions.restoreFact(ctx, subject, params.id);
    if (!done.ok) return problem("not-found");
    return redirect(`${organisationHref(params.slug, ctx.cluster)}#facts`, "fact.restored");
  },
});

export const factPages: Route[] = [blank, add, edit, change, remove, restore];

interface FormParts {
  factId?: string;
  values: Typed;
  problems?: Record<string, string>;
  theirs?: FactRow | undefined;
}

async function form(ctx: Context, csrf: string, slug: string, parts: FormParts): Promise<Reply> {
  const found = await ctx.read(async (db) => {
    const organisation = await findOrganisation(db, ctx.actor, slug, ctx.today());
    return (
      organisation && { organisation, members: await memberEnds(db, ctx.actor, ctx.cluster!.id, ctx.today()) }
    );
  });
  if (!found) return problem("not-found");
  // Saving over what the other wrote is a second, deliberate step: it carries the version that was just shown.
  const { theirs } = parts;
  const values = theirs ? { ...parts.values, version: String(theirs.version) } : parts.values;
  return page(
    {
      title: sayFact(ctx.locale)(parts.factId ? "form.edit" : "form.new", { name: found.organisation.name }),
      personal: true,
    },
    <FactFormPage
      ctx={ctx}
      csrf={csrf}
      organisation={found.organisation}
      members={found.members}
      factId={parts.factId}
      values={values}
      problems={parts.problems}
      theirs={theirs}
    />,
    theirs ? 409 : parts.problems ? 422 : 200,
  );
}

async function valuesOf(ctx: Context, fact: FactRow): Promise<Typed> {
  const walls = await ctx.read((db) => endsById(db, ctx.actor, fact.wall));
  return {
    field: fact.field,
    value: fact.value,
    language: fact.language ?? "",
    visibility: (FACT_LEVELS as readonly string[]).includes(fact.visibility)
      ? fact.visibility
      : "organisation",
    wall: walls.map((wall) => wall.slug),
    version: String(fact.version),
  };
}

const sentences = (ctx: Context, error: Parameters<typeof zodProblems>[0]) =>
  problemSentences(zodProblems(error), ctx.locale);

function refusal(ctx: Context, reason: actions.FactProblem): Record<string, string> {
  const field = reason === "would-not-see-it" ? "visibility" : "wall";
  return { [field]: sayFact(ctx.locale)(`problem.${reason}`) };
}
