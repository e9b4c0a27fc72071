import type { Context } from "../../../../access/context.ts";
import { get, page, post, problem, type Reply, type Route, redirect } from "../../../../access/route.ts";
import { problemSentences, zodProblems } from "../../../../ui/index.ts";
import { organisationHref } from "../address.ts";
import { MemberPath, OrganisationPath } from "../schema.ts";
import { findOrganisation } from "../store.ts";
import { findSubject } from "../subject.ts";
import { changeIdentity, identityOf } from "./actions.ts";
import { IdentityFormPage, type Typed, typedOf } from "./form.tsx";
import { identityMessages, sayIdentity } from "./messages.ts";
import { IdentityForm } from "./schema.ts";

/** The same pages inside a cluster, where its team may edit as well, and outside, where only the organisation itself may. */
const editing = (base: string, params: typeof OrganisationPath | typeof MemberPath): Route[] => [
  get(`${base}/edit`, {
    rule: "organisation.edit",
    summary: "The form to change the public identity of an organisation",
    params,
    subject: ({ ctx, params: { slug } }) => findSubject(ctx, slug),
    handle: ({ ctx, csrf, params: { slug } }) => form(ctx, csrf, slug, {}),
  }),
  post(`${base}/edit`, {
    rule: "organisation.edit",
    summary: "Changes the public identity of an organisation, unless somebody else did meanwhile",
    params,
    subject: ({ ctx, params: { slug } }) => findSubject(ctx, slug),
    handle: async ({ ctx, csrf, body, params: { slug } }) => {
      const typed = body as Typed;
      const parsed = IdentityForm.safeParse(typed);
      if (!parsed.success) return form(ctx, csrf, slug, { typed, problems: sentences(ctx, parsed.error) });
      const changed = await changeIdentity(ctx, slug, parsed.data);
      if (changed.ok)
        return redirect(
          organisationHref(slug, ctx.cluster),
          changed.value.placed === "not-found" ? "organisation.saved-unplaced" : "organisation.saved",
        );
      if (changed.problem === "changed-meanwhile") return form(ctx, csrf, slug, { typed, conflict: true });
      return problem("not-found");
    },
  }),
];

export const identityPages: Route[] = [
  ...editing("/organisations/:slug", OrganisationPath),
  ...editing("/clusters/:cluster/organisations/:slug", MemberPath),
];

interface Parts {
  typed?: Typed;
  problems?: Record<string, string>;
  conflict?: boolean;
}

async function form(
  ctx: Context,
  csrf: string,
  slug: string,
  { typed, problems, conflict }: Parts,
): Promise<Reply> {
  const row = await ctx.read((db) => findOrganisation(db, ctx.actor, slug, ctx.today()));
  if (!row) return problem("not-found");
  const now = identityOf(row);
  // After a conflict the form carries the version just shown: saving again is a deliberate second step.
  const version = conflict || !typed ? String(row.version) : String(typed.version ?? "");
  return page(
    { title: sayIdentity(ctx.locale)("identity.title", { name: row.name }), personal: true },
    <IdentityFormPage
      ctx={ctx}
      csrf={csrf}
      slug={slug}
      name={row.name}
      values={{ ...(typed ?? typedOf(now)), version }}
      problems={problems}
      theirs={conflict ? now : undefined}
    />,
    conflict ? 409 : problems ? 422 : 200,
  );
}

const sentences = (ctx: Context, error: Parameters<typeof zodProblems>[0]) =>
  problemSentences(zodProblems(error), ctx.locale, (key) => {
    const name = `identity.${key}`;
    return name in identityMessages
      ? sayIdentity(ctx.locale)(name as keyof typeof identityMessages)
      : undefined;
  });
