import type { z } from "zod";
import { can } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import { forStrangers } from "../../../access/for-strangers.ts";
import { file, get, page, problem, type Reply, type Route } from "../../../access/route.ts";
import type { OrganisationId } from "../../../kernel/actor.ts";
import { displayName, toCsv, toXlsx } from "../../../ui/index.ts";
import { findDeclarer } from "../links/actions.ts";
import { memberEnds } from "../links/store.ts";
import { membershipSheet } from "../membership/sheet.tsx";
import { movedOrganisation } from "../merge/alias.ts";
import { teamSheet } from "../notes/team-sheet.tsx";
import type { OrganisationSubject } from "../policy.ts";
import { readOrganisation, readPartners } from "./actions.ts";
import { organisationHref } from "./address.ts";
import { findRemoved } from "./facts/actions.ts";
import { sayOrganisation } from "./messages.ts";
import { previewAs } from "./preview.ts";
import { PreviewBanner } from "./profile/banner.tsx";
import { sayProfile } from "./profile/messages.ts";
import { PreviewForm } from "./profile/page.tsx";
import { MemberPath, OrganisationPath, OrganisationQuery, PartnersFilter } from "./schema.ts";
import { saidOf } from "./store.ts";
import { findSubject } from "./subject.ts";
import { jsonLdOf } from "./views/json-ld.ts";
import { lede, OrganisationPage } from "./views/page.tsx";
import { PartnersPage, partnerExport } from "./views/partners.tsx";

const PAGE = 50;
const MOST_ROWS = 5000;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The same page outside, with what is public, and inside a cluster, with what the asker may see there. */
const pagesOf = (base: string, params: typeof OrganisationPath | typeof MemberPath): Route[] => [
  get(base, {
    rule: "organisation.see",
    summary: "One organisation: who it is, what it can do, with whom it works",
    params,
    query: OrganisationQuery,
    subject: ({ ctx, params: { slug } }) => findSubject(ctx, slug),
    moved: movedOrganisation,
    handle: (ask) => {
      const { ctx, query, subject } = ask;
      return query.as && ctx.cluster && can(ctx.actor, "organisation.edit", subject)
        ? previewed(ask, query.as)
        : keptFor(ask, subject.id, () => drawn(ask));
    },
  }),
  get(`${base}/partners`, {
    rule: "organisation.see",
    summary: "Whom an organisation worked with in projects, the strongest first",
    params,
    query: PartnersFilter,
    subject: ({ ctx, params: { slug } }) => findSubject(ctx, slug),
    moved: movedOrganisation,
    handle: (ask) => {
      const { ctx, params, query, path, search, publicUrl } = ask;
      if (query.format) return exported(ctx, query.format, params.slug);
      const address = `${publicUrl}${path}?${search}`;
      return forStrangers(ctx, address, () => partnersDrawn(ctx, params.slug, query, path, search));
    },
  }),
];

async function partnersDrawn(
  ctx: Context,
  slug: string,
  { cursor }: z.output<typeof PartnersFilter>,
  path: string,
  search: URLSearchParams,
): Promise<Reply> {
  const found = await readPartners(ctx, slug, { limit: PAGE, cursor });
  if (!found) return problem("not-found");
  return page(
    { title: sayOrganisation(ctx.locale)("partners.of", { name: displayName(found.organisation.name) }) },
    <PartnersPage ctx={ctx} {...found} path={path} query={Object.fromEntries(search)} />,
  );
}

interface OrganisationAsk {
  ctx: Context;
  csrf: string;
  params: { slug: string };
  query: z.output<typeof OrganisationQuery>;
  subject: OrganisationSubject;
  publicUrl: string;
  path: string;
  search: URLSearchParams;
}

async function drawn({
  ctx,
  csrf,
  params: { slug },
  query,
  subject,
  publicUrl,
}: OrganisationAsk): Promise<Reply> {
  const mayEdit = can(ctx.actor, "organisation.edit", subject);
  const found = await readOrganisation(ctx, slug, mayEdit);
  if (!found) return problem("not-found");
  const back = query.removed && ctx.cluster ? await findRemoved(ctx, slug, query.removed) : null;
  return page(
    {
      title: displayName(found.organisation.name),
      description: lede(ctx, found),
      ...(isPublic(ctx, subject) ? { jsonLd: jsonLdOf(found, publicUrl) } : { personal: true }),
    },
    <OrganisationPage
      ctx={ctx}
      csrf={csrf}
      found={found}
      mayEdit={mayEdit}
      mayLink={await mayLink(ctx)}
      maySeats={can(ctx.actor, "seat.list", subject)}
      removed={back && can(ctx.actor, "fact.edit", back) ? query.removed : undefined}
      team={
        <>
          {await membershipSheet(ctx, found.organisation)}
          {await teamSheet(ctx, found.organisation)}
        </>
      }
    />,
  );
}

/** The same page through somebody else's eyes, for those who keep it; for others the address is that of the page itself. */
async function previewed({ ctx, params: { slug }, subject }: OrganisationAsk, as: string): Promise<Reply> {
  const preview = await previewAs(ctx, as, { organisationId: subject.id });
  if (!preview) return problem("not-found");
  const seen = await findSubject(preview.ctx, slug);
  const found =
    seen && can(preview.ctx.actor, "organisation.see", seen)
      ? await readOrganisation(preview.ctx, slug, false)
      : null;
  const members = await ctx.read((db) => memberEnds(db, ctx.actor, ctx.cluster!.id, ctx.today()));
  return page(
    {
      title: found ? displayName(found.organisation.name) : sayProfile(ctx.locale)("preview.title"),
      personal: true,
    },
    <>
      <PreviewBanner
        ctx={ctx}
        preview={preview}
        home={organisationHref(slug, ctx.cluster)}
        exists={found !== null}
      />
      {found ? (
        <OrganisationPage
          ctx={preview.ctx}
          csrf=""
          found={found}
          mayEdit={false}
          mayLink={false}
          maySeats={false}
        />
      ) : null}
      <PreviewForm
        ctx={ctx}
        home={organisationHref(slug, ctx.cluster)}
        members={members.filter((member) => member.id !== subject.id)}
        as={as}
      />
    </>,
  );
}

/** What members say of themselves in a cluster changes without the commons: to a stranger it is a part of the address. */
const keptFor = (
  { ctx, publicUrl, path, search }: Pick<OrganisationAsk, "ctx" | "publicUrl" | "path" | "search">,
  id: OrganisationId,
  draw: () => Promise<Reply>,
): Promise<Reply> =>
  forStrangers(
    ctx,
    async () => `${publicUrl}${path}?${search} ${await ctx.read((db) => saidOf(db, id))}`,
    draw,
  );

const isPublic = (ctx: Context, subject: OrganisationSubject) =>
  subject.visibility === "public" && ctx.identity === null;

async function mayLink(ctx: Context): Promise<boolean> {
  if (ctx.cluster === null || ctx.actor.organisationId === null) return false;
  const declarer = await findDeclarer(ctx);
  return declarer !== null && can(ctx.actor, "link.declare", declarer);
}

async function exported(ctx: Context, format: "csv" | "xlsx", slug: string): Promise<Reply> {
  const found = await readPartners(ctx, slug, { limit: MOST_ROWS });
  if (!found) return problem("not-found");
  const rows = found.partners.items;
  const columns = partnerExport(ctx.locale);
  const name = `${slug}-partners.${format}`;
  return format === "csv"
    ? file(name, "text/csv; charset=utf-8", toCsv(columns, rows))
    : file(name, XLSX, await toXlsx(columns, rows, sayOrganisation(ctx.locale)("partners.title")));
}

export const organisationPages: Route[] = [
  ...pagesOf("/organisations/:slug", OrganisationPath),
  ...pagesOf("/clusters/:cluster/organisations/:slug", MemberPath),
];
