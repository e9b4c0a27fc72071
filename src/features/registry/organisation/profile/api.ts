import { z } from "zod";
import { api, json, problem, type Route } from "../../../../access/route.ts";
import { CLUSTER_EXAMPLE, clusterSubject } from "../cluster-subject.ts";
import { findFactSubject, newFactSubject } from "../facts/actions.ts";
import { FACT_LEVELS, FactPath } from "../facts/schema.ts";
import { type FactField, FIELDS } from "../facts/shapes.ts";
import { MemberPath } from "../schema.ts";
import { changeLevels, readProfile, stillTrue } from "./actions.ts";
import { PARTS } from "./completeness.ts";
import type { Levels } from "./levels.ts";
import { type Listed, listProfiles } from "./list.ts";

const HOME = "/api/v1/clusters/:cluster/organisations/:slug";
const Level = z.enum(FACT_LEVELS).exclude(["private"]);
const LevelsOut = z.strictObject(
  Object.fromEntries(FIELDS.map((field) => [field, Level.optional()])) as Record<
    FactField,
    z.ZodOptional<typeof Level>
  >,
);

const show = api.get(`${HOME}/profile`, {
  rule: "fact.edit",
  summary: "How complete a member's profile is, what is missing, and who sees what is added to it",
  params: MemberPath,
  answer: z.object({
    percent: z.number().int(),
    missing: z.array(z.enum(PARTS)),
    levels: LevelsOut,
    touchedAt: z.iso.datetime().nullable(),
  }),
  subject: ({ ctx, params }) => newFactSubject(ctx, params.slug),
  handle: async ({ ctx, params }) => {
    const found = await readProfile(ctx, params.slug);
    if (!found) return problem("not-found");
    const { complete, levels, organisation } = found;
    return json({ ...complete, levels, touchedAt: organisation.touchedAt?.toISOString() ?? null });
  },
});

const Checked = z.object({ checked: z.number().int() });

const confirmAll = api.post(`${HOME}/profile/still-true`, {
  rule: "fact.edit",
  summary: "Notes that everything in the profile is still true",
  params: MemberPath,
  answer: Checked,
  subject: ({ ctx, params }) => newFactSubject(ctx, params.slug),
  handle: async ({ ctx, subject }) => json({ checked: await stillTrue(ctx, subject.organisationId) }),
});

const confirm = api.post(`${HOME}/facts/:id/still-true`, {
  rule: "fact.edit",
  summary: "Notes that one item is still true",
  params: FactPath,
  answer: Checked,
  subject: ({ ctx, params }) => findFactSubject(ctx, params.slug, params.id),
  handle: async ({ ctx, params, subject }) =>
    json({ checked: await stillTrue(ctx, subject.organisationId, params.id) }),
});

const levels = api.put(`${HOME}/profile/levels`, {
  rule: "fact.edit",
  summary: "Chooses who sees what is added to each field; a field left out goes back to its first level",
  params: MemberPath,
  body: LevelsOut,
  answer: LevelsOut,
  subject: ({ ctx, params }) => newFactSubject(ctx, params.slug),
  handle: async ({ ctx, body, subject }) => {
    await changeLevels(ctx, subject.organisationId, body as Levels);
    return json(body);
  },
});

const ListedOut = z.object({
  slug: z.string(),
  name: z.string(),
  percent: z.number().int(),
  missing: z.array(z.enum(PARTS)),
  items: z.number().int(),
  stale: z.number().int(),
  silent: z.boolean(),
  touchedAt: z.iso.datetime().nullable(),
});

const list = api.get("/api/v1/clusters/:cluster/profiles", {
  rule: "profile.list",
  summary: "The members of a cluster by how complete their profiles are",
  example: CLUSTER_EXAMPLE,
  query: z.strictObject({
    cursor: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({ items: z.array(ListedOut), total: z.number().int(), next: z.string().nullable() }),
  subject: ({ ctx }) => clusterSubject(ctx),
  handle: async ({ ctx, query }) => {
    const { items, total, next } = await listProfiles(ctx, query);
    return json({ items: items.map(present), total, next });
  },
});

const present = (row: Listed): z.infer<typeof ListedOut> => ({
  slug: row.slug,
  name: row.name,
  percent: row.percent,
  missing: row.missing,
  items: row.items,
  stale: row.stale,
  silent: row.silent,
  touchedAt: row.touchedAt?.toISOString() ?? null,
});

export const profileApi: Route[] = [show, confirmAll, confirm, levels, list];
