import { can } from "../../../../access/can.ts";
import { get, page, post, problem, type Route, redirect } from "../../../../access/route.ts";
import { memberEnds } from "../../links/store.ts";
import { organisationHref } from "../address.ts";
import { findFactSubject, findRemoved, newFactSubject } from "../facts/actions.ts";
import { FactPath } from "../facts/schema.ts";
import { MemberPath, OrganisationQuery } from "../schema.ts";
import { changeLevels, readProfile, stillTrue } from "./actions.ts";
import { readLevels } from "./levels.ts";
import { sayProfile } from "./messages.ts";
import { ProfilePage } from "./page.tsx";

const HOME = "/clusters/:cluster/organisations/:slug";

const show = get(`${HOME}/profile`, {
  rule: "fact.edit",
  summary: "The profile of a member as those who keep it see it: every field, what is missing, who sees what",
  params: MemberPath,
  query: OrganisationQuery,
  subject: ({ ctx, params }) => newFactSubject(ctx, params.slug),
  handle: async ({ ctx, csrf, params, query }) => {
    const found = await readProfile(ctx, params.slug);
    if (!found) return problem("not-found");
    const members = await ctx.read((db) => memberEnds(db, ctx.actor, ctx.cluster!.id, ctx.today()));
    const back = query.removed ? await findRemoved(ctx, params.slug, query.removed) : null;
    return page(
      { title: sayProfile(ctx.locale)("profile.title", { name: found.organisation.name }), personal: true },
      <ProfilePage
        ctx={ctx}
        csrf={csrf}
        found={found}
        members={members}
        removed={back && can(ctx.actor, "fact.edit", back) ? query.removed : undefined}
      />,
    );
  },
});

const confirmAll = post(`${HOME}/profile/still-true`, {
  rule: "fact.edit",
  summary: "Notes that everything in the profile is still true",
  params: MemberPath,
  subject: ({ ctx, params }) => newFactSubject(ctx, params.slug),
  handle: async ({ ctx, params, subject }) => {
    await stillTrue(ctx, subject.organisationId);
    return redirect(`${organisationHref(params.slug, ctx.cluster)}/profile`, "profile.still.done");
  },
});

const confirm = post(`${HOME}/facts/:id/still-true`, {
  rule: "fact.edit",
  summary: "Notes that one item is still true",
  params: FactPath,
  subject: ({ ctx, params }) => findFactSubject(ctx, params.slug, params.id),
  handle: async ({ ctx, params, subject }) => {
    await stillTrue(ctx, subject.organisationId, params.id);
    return redirect(`${organisationHref(params.slug, ctx.cluster)}/profile`, "profile.still.done");
  },
});

const levels = post(`${HOME}/profile/levels`, {
  rule: "fact.edit",
  summary: "Chooses who sees what is added to each field",
  params: MemberPath,
  subject: ({ ctx, params }) => newFactSubject(ctx, params.slug),
  handle: async ({ ctx, body, params, subject }) => {
    // A field that is none, or a level that is none, is passed over: the form offers no such choice.
    await changeLevels(ctx, subject.organisationId, readLevels(body));
    return redirect(`${organisationHref(params.slug, ctx.cluster)}/profile`, "first-levels.saved");
  },
});

export const profilePages: Route[] = [show, confirmAll, confirm, levels];
