import { z } from "zod";
import { can } from "../../../../access/can.ts";
import type { Context } from "../../../../access/context.ts";
import { api, created, empty, json, problem, type Reply, type Route } from "../../../../access/route.ts";
import { endsById } from "../../links/store.ts";
import { MemberPath } from "../schema.ts";
import { findSubject } from "../subject.ts";
import * as actions from "./actions.ts";
import { FactList, FactOut, presentFact } from "./present.ts";
import { FactChange, FactPath, NewFact } from "./schema.ts";
import { type FactRow, factsOf } from "./store.ts";

const BASE = "/api/v1/clusters/:cluster/organisations/:slug/facts";

const list = api.get(BASE, {
  rule: "organisation.see",
  summary: "What is said about an organisation in a cluster, as far as the asker may see",
  params: MemberPath,
  answer: FactList,
  subject: ({ ctx, params }) => findSubject(ctx, params.slug),
  handle: async ({ ctx, subject }) => {
    const facts = await ctx.read((db) => factsOf(db, ctx.actor, subject.id));
    return json({ items: await shown(ctx, facts, subject.memberHere), total: facts.length, next: null });
  },
});

const add = api.post(BASE, {
  rule: "fact.edit",
  summary: "Adds a fact about a member organisation",
  params: MemberPath,
  body: NewFact,
  answer: FactOut,
  subject: ({ ctx, params }) => actions.newFactSubject(ctx, params.slug),
  handle: async ({ ctx, body, params, subject }) => {
    const { field, language, visibility, wall, ...item } = body;
    const added = await actions.addFact(ctx, subject.organisationId, {
      field,
      language,
      visibility,
      wall,
      item,
    });
    if (!added.ok) return refused(added.problem);
    const fact = await actions.readFact(ctx, added.value);
    if (!fact) return problem("not-found");
    const address = `/api/v1/clusters/${params.cluster}/organisations/${params.slug}/facts/${fact.id}`;
    return created(await one(ctx, fact, subject.memberHere), address);
  },
});

const change = api.patch(`${BASE}/:id`, {
  rule: "fact.edit",
  summary: "Changes a fact that still has the version sent along",
  params: FactPath,
  body: FactChange,
  answer: FactOut,
  subject: ({ ctx, params }) => actions.findFactSubject(ctx, params.slug, params.id),
  handle: async ({ ctx, body, params, subject }) => {
    const changed = await actions.changeFact(ctx, params.id, body);
    if (!changed.ok) {
      if (changed.problem === "not-found") return problem("not-found");
      if (changed.problem === "changed-meanwhile") return meanwhile(ctx, params.id);
      return refused(changed.problem);
    }
    const fact = await actions.readFact(ctx, params.id);
    return fact ? json(await one(ctx, fact, subject.memberHere)) : problem("not-found");
  },
});

const remove = api.delete(`${BASE}/:id`, {
  rule: "fact.edit",
  summary: "Removes a fact that still has the version sent along",
  params: FactPath,
  query: z.strictObject({ version: z.coerce.number().int().min(1) }),
  subject: ({ ctx, params }) => actions.findFactSubject(ctx, params.slug, params.id),
  handle: async ({ ctx, params, query }) => {
    const done = await actions.removeFact(ctx, params.id, query.version);
    if (done.ok) return empty;
    return done.problem === "not-found" ? problem("not-found") : meanwhile(ctx, params.id);
  },
});

const restore = api.post(`${BASE}/:id/restore`, {
  rule: "fact.edit",
  summary: "Brings back the fact that the same person removed",
  params: FactPath,
  answer: FactOut,
  subject: ({ ctx, params }) => actions.findRemoved(ctx, params.slug, params.id),
  handle: async ({ ctx, params, subject }) => {
    const done = await actions.restoreFact(ctx, subject, params.id);
    const fact = done.ok ? await actions.readFact(ctx, params.id) : undefined;
    return fact ? json(await one(ctx, fact, subject.memberHere)) : problem("not-found");
  },
});

export const factApi: Route[] = [list, add, change, remove, restore];

/** Facts as programs get them, each with its walls where the asker may change it. */
async function shown(ctx: Context, facts: readonly FactRow[], memberHere: boolean) {
  const editable = facts.filter((fact) => can(ctx.actor, "fact.edit", actions.factSubject(fact, memberHere)));
  const ids = [...new Set(editable.flatMap((fact) => fact.wall))];
  const walls = ids.length > 0 ? await ctx.read((db) => endsById(db, ctx.actor, ids)) : [];
  return facts.map((fact) =>
    editable.includes(fact)
      ? presentFact(
          fact,
          walls.filter((wall) => fact.wall.includes(wall.id)).map((wall) => wall.slug),
        )
      : presentFact(fact),
  );
}

const one = async (ctx: Context, fact: FactRow, memberHere: boolean) =>
  (await shown(ctx, [fact], memberHere))[0];

const refused = (reason: actions.FactProblem): Reply =>
  problem("unprocessable", undefined, [{ field: actions.FIELD_OF[reason], problem: reason }]);

/** The answer carries what the other wrote, so that a program can merge. */
async function meanwhile(ctx: Context, id: string): Promise<Reply> {
  const now = await actions.readFact(ctx, id);
  return problem(
    "conflict",
    now ? `It is version ${now.version} now: ${now.value.slice(0, 400)}` : "It was removed meanwhile.",
  );
}
