import type { Context } from "../../../access/context.ts";
import { api, json, problem, type Reply, type Route } from "../../../access/route.ts";
import { movedOrganisation } from "../merge/alias.ts";
import { readOrganisation, readPartners } from "./actions.ts";
import { changeIdentity } from "./identity/actions.ts";
import { IdentityChange } from "./identity/schema.ts";
import {
  OrganisationOut,
  OrganisationWithMore,
  PartnerList,
  presentFound,
  presentOrganisation,
  presentPartner,
} from "./present.ts";
import { MemberPath, OrganisationPath, PartnersQuery } from "./schema.ts";
import { findOrganisation } from "./store.ts";
import { findSubject } from "./subject.ts";

const of = (base: string, params: typeof OrganisationPath | typeof MemberPath): Route[] => [
  api.get(base, {
    rule: "organisation.see",
    summary: "One organisation: its identity, memberships, competences and what it is like",
    params,
    answer: OrganisationWithMore,
    subject: ({ ctx, params: { slug } }) => findSubject(ctx, slug),
    moved: movedOrganisation,
    handle: async ({ ctx, params: { slug } }) => {
      const found = await readOrganisation(ctx, slug, false);
      return found ? json(presentFound(found, ctx.cluster)) : problem("not-found");
    },
  }),
  api.get(`${base}/partners`, {
    rule: "organisation.see",
    summary: "Whom an organisation worked with in projects, the strongest first",
    params,
    query: PartnersQuery,
    answer: PartnerList,
    subject: ({ ctx, params: { slug } }) => findSubject(ctx, slug),
    moved: movedOrganisation,
    handle: async ({ ctx, params: { slug }, query }) => {
      const found = await readPartners(ctx, slug, query);
      if (!found) return problem("not-found");
      const { items, total, next } = found.partners;
      return json({ items: items.map(presentPartner), total, next });
    },
  }),
  api.patch(base, {
    rule: "organisation.edit",
    summary: "Changes the public identity of an organisation that still has the version sent along",
    params,
    body: IdentityChange,
    answer: OrganisationOut,
    subject: ({ ctx, params: { slug } }) => findSubject(ctx, slug),
    handle: async ({ ctx, params: { slug }, body }) => {
      const changed = await changeIdentity(ctx, slug, body);
      if (changed.ok) return now(ctx, slug);
      if (changed.problem === "not-found") return problem("not-found");
      if (changed.problem === "half-a-place")
        return problem("unprocessable", undefined, [{ field: "lat", problem: "both-or-none" }]);
      return problem("conflict", "The organisation has another version now. Read it again first.");
    },
  }),
];

async function now(ctx: Context, slug: string): Promise<Reply> {
  const row = await ctx.read((db) => findOrganisation(db, ctx.actor, slug, ctx.today()));
  return row ? json(presentOrganisation(row, ctx.cluster)) : problem("not-found");
}

export const organisationApi: Route[] = [
  ...of("/api/v1/organisations/:slug", OrganisationPath),
  ...of("/api/v1/clusters/:cluster/organisations/:slug", MemberPath),
];
