import type { Context } from "../../../../access/context.ts";
import { get, page, post, problem, type Reply, type Route, redirect } from "../../../../access/route.ts";
import { problemSentences, zodProblems } from "../../../../ui/index.ts";
import { endsById, memberEnds } from "../../links/store.ts";
import { organisationHref } from "../address.ts";
import { firstLevel } from "../profile/levels.ts";
import { levelsOf } from "../profile/store.ts";
import { MemberPath } from "../schema.ts";
import { findOrganisation } from "../store.ts";
import { findIndustries } from "../vocabulary/industries.ts";
import { ESCO_CREDIT } from "../vocabulary/skills.ts";
import { meant, mostUsed, type Offer, offersFor, same } from "../vocabulary/words.ts";
import * as actions from "./actions.ts";
import { FactFormPage, formTitle } from "./form.tsx";
import { factMessages, sayFact } from "./messages.ts";
import { FACT_LEVELS, FactPath, readFactForm, Version } from "./schema.ts";
import { type FactField, type FactValues, isFactField } from "./shapes.ts";
import type { FactRow } from "./store.ts";

type Typed = Record<string, string | string[]>;

const BASE = "/clusters/:cluster/organisations/:slug/facts";

const blank = get(`${BASE}/new`, {
  rule: "fact.edit",
  summary: "The form to add a fact about a member organisation",
  params: MemberPath,
  subject: ({ ctx, params }) => actions.newFactSubject(ctx, params.slug),
  handle: async ({ ctx, csrf, params, search, subject }) => {
    const field = fieldOf(search.get("field"));
    const levels = await ctx.read((db) => levelsOf(db, ctx.cluster!.id, subject.organisationId));
    return form(ctx, csrf, params.slug, {
      field,
      find: search.get("find")?.slice(0, 120),
      values: {
        field: field ?? "description",
        visibility: firstLevel(field ?? "description", levels),
        language: ctx.locale,
        ...(search.get("from") === "profile" ? { from: "profile" } : {}),
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
    const again = (more: Omit<FormParts, "values">) =>
      form(ctx, csrf, params.slug, { ...lookedUp(values), values, ...more });
    const parsed = readFactForm(values);
    if (!parsed.success) return again({ problems: sentences(ctx, parsed.error) });
    const { field, item } = parsed.data;
    // A word nearly the same as one in use is offered before it is added beside it.
    if (field === "competences" && "value" in item && item.value && !("code" in item && item.code)) {
      const near = await nearWords(ctx, item.value);
      if (near) return again({ field, find: item.value, near: true });
    }
    const added = await actions.addFact(ctx, subject.organisationId, parsed.data);
    if (!added.ok) return again({ problems: refusal(ctx, added.problem) });
    return redirect(back(ctx, params.slug, values), "fact.added");
  },
});

const edit = get(`${BASE}/:id`, {
  rule: "fact.edit",
  summary: "The form to change or remove a fact",
  params: FactPath,
  subject: ({ ctx, params }) => actions.findFactSubject(ctx, params.slug, params.id),
  handle: async ({ ctx, csrf, params, search }) => {
    const fact = await actions.readFact(ctx, params.id);
    if (!fact) return problem("not-found");
    const values = await valuesOf(ctx, fact);
    return form(ctx, csrf, params.slug, {
      factId: fact.id,
      field: fieldOf(fact.field),
      find:
        search.get("find")?.slice(0, 120) ??
        (fact.field === "industries" ? (fact.code ?? undefined) : fact.value),
      values: search.get("from") === "profile" ? { ...values, from: "profile" } : values,
    });
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
      form(ctx, csrf, params.slug, { factId: params.id, ...lookedUp(values), values, ...more });
    const parsed = readFactForm(values);
    if (!parsed.success) return again({ problems: sentences(ctx, parsed.error) });
    const { field, item, version, ...rest } = parsed.data;
    if (version === undefined) return again({ theirs: await actions.readFact(ctx, params.id) });
    const fact = await actions.readFact(ctx, params.id);
    if (fact && fact.field !== field)
      return again({ problems: { field: sayFact(ctx.locale)("problem.other-field") } });
    const changed = await actions.changeFact(ctx, params.id, {
      ...rest,
      version,
      ...wholeItem(item as Partial<FactValues>),
    });
    if (changed.ok) return redirect(back(ctx, params.slug, values), "fact.changed");
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
    if (done.ok) {
      const home = organisationHref(params.slug, ctx.cluster);
      const fromProfile = (body as Typed).from === "profile";
      return redirect(`${home}${fromProfile ? "/profile" : ""}?removed=${params.id}`);
    }
    if (done.problem === "not-found") return problem("not-found");
    const theirs = await actions.readFact(ctx, params.id);
    return theirs
      ? form(ctx, csrf, params.slug, {
          factId: params.id,
          field: fieldOf(theirs.field),
          find: theirs.value,
          values: await valuesOf(ctx, theirs),
          theirs,
        })
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
  field?: FactField | undefined;
  find?: string | undefined;
  near?: boolean;
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
  const field = parts.field === "industries" || parts.field === "competences" ? parts.field : undefined;
  const offers = field && (await offersOf(ctx, field, parts.find ?? ""));
  // Saving over what the other wrote is a second, deliberate step: it carries the version that was just shown.
  const { theirs } = parts;
  const values = theirs ? { ...parts.values, version: String(theirs.version) } : parts.values;
  return page(
    {
      title: formTitle({ ctx, organisation: found.organisation, field: parts.field, factId: parts.factId }),
      personal: true,
      ...(field === "competences" ? { credits: [ESCO_CREDIT] } : {}),
    },
    <FactFormPage
      ctx={ctx}
      csrf={csrf}
      organisation={found.organisation}
      members={found.members}
      field={parts.field}
      find={parts.find}
      offers={offers}
      near={parts.near}
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
    code: fact.mergedInto ?? fact.code ?? "",
    validUntil: fact.validUntil ?? "",
    ...Object.fromEntries(Object.entries(fact.detail ?? {}).map(([name, value]) => [name, String(value)])),
    language: fact.language ?? "",
    visibility: (FACT_LEVELS as readonly string[]).includes(fact.visibility)
      ? fact.visibility
      : "organisation",
    wall: walls.map((wall) => wall.slug),
    version: String(fact.version),
  };
}

const sentences = (ctx: Context, error: Parameters<typeof zodProblems>[0]) =>
  problemSentences(zodProblems(error), ctx.locale, (key) => {
    const name = `problem.${key}`;
    return name in factMessages ? sayFact(ctx.locale)(name as keyof typeof factMessages) : undefined;
  });

const fieldOf = (text: string | null): FactField | undefined =>
  text && isFactField(text) ? text : undefined;

/** A form about one field stays one when it comes back. */
function lookedUp(values: Typed): Pick<FormParts, "field" | "find"> {
  const field = fieldOf(typeof values.of === "string" ? values.of : null);
  return { field, find: typeof values.find === "string" ? values.find : undefined };
}

/** An item of a form replaces the whole one: what was emptied is gone. */
const wholeItem = (item: Partial<FactValues>) => ({
  ...(item.value === undefined ? {} : { value: item.value }),
  ...(item.code === undefined || item.code === null ? {} : { code: item.code }),
  validUntil: item.validUntil ?? null,
  detail: item.detail ?? null,
});

const back = (ctx: Context, slug: string, values: Typed) => {
  const home = organisationHref(slug, ctx.cluster);
  return values.from === "profile" ? `${home}/profile#${String(values.field)}` : `${home}#facts`;
};

/** What can be chosen: of activities those that read like the words, of competences those, or the most used ones. */
async function offersOf(ctx: Context, field: "industries" | "competences", words: string): Promise<Offer[]> {
  if (field === "industries")
    return findIndustries(words).map((industry) => ({
      ...industry,
      titleDe: null,
      from: "cluster",
      organisations: 0,
    }));
  return ctx.read((db) =>
    words.trim() === "" ? mostUsed(db, about(ctx)) : offersFor(db, about(ctx), words),
  );
}

const about = (ctx: Context) => ({ actor: ctx.actor, clusterId: ctx.cluster!.id, today: ctx.today() });

/** Whether this word is not known, but some that read nearly like it are. */
async function nearWords(ctx: Context, word: string): Promise<boolean> {
  const offers = await ctx.read((db) => offersFor(db, about(ctx), word));
  return same(offers, word) === undefined && meant(offers, word).length > 0;
}

function refusal(ctx: Context, reason: actions.FactProblem): Record<string, string> {
  return { [actions.FIELD_OF[reason]]: sayFact(ctx.locale)(`problem.${reason}`) };
}
