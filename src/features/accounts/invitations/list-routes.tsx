import { z } from "zod";
import { can, type Subjects } from "../../../access/can.ts";
import type { Context } from "../../../access/context.ts";
import {
  type Ask,
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
import { OFFICE_ROLES, SEAT_ROLES } from "../../../kernel/actor.ts";
import { decodeCursor } from "../../../kernel/page.ts";
import { displayName } from "../../../ui/index.ts";
import { FORMATS, type Format, listFile } from "../list-file.ts";
import { say } from "../messages.ts";
import { clusterSubject } from "../offices/store.ts";
import { officeChoices } from "../offices/view.tsx";
import { organisationBySlug, type SeatedOrganisation } from "../seats/store.ts";
import { seatChoices } from "../seats/view.tsx";
import { Slug } from "../terms/schema.ts";
import { sentencesOf, typedValues } from "../terms/typed.ts";
import {
  inviteMany,
  type ListedInvitation,
  listInvitations,
  type Place,
  sendAgain,
  withdrawInvitation,
} from "./actions.ts";
import { InvitationsPage, type InviteFormProps, placeOf } from "./list-view.tsx";
import { membersToInvite } from "./members.ts";
import { INVITATION_STATES, type InvitationState } from "./rules.ts";
import { type InvitationAnswer, InvitationList, Listed, linesOf, manyInvited, manyTyped } from "./schema.ts";
import type { After, Whose } from "./store.ts";
import { roleOf } from "./words.ts";

const OrganisationParams = z.object({ cluster: Slug.optional(), slug: Slug });
const ClusterParams = z.object({ cluster: Slug });
const withInvitation = { invitation: z.uuid() };
const PageQuery = z.object({
  state: z.enum(INVITATION_STATES).optional().catch(undefined),
  format: z.enum(FORMATS).optional().catch(undefined),
  cursor: z.string().max(400).optional().catch(undefined),
  to: Slug.optional().catch(undefined),
});
type PageQuery = z.output<typeof PageQuery>;

const Cursor = z.tuple([z.string().max(40), z.uuid()]);
const afterOf = (cursor: string | undefined): After | undefined =>
  cursor === undefined ? undefined : Cursor.safeParse(decodeCursor(cursor, 2)).data;

/** One list of invitations and the page it stands on. */
interface Listing {
  whose: Whose;
  place: Place | null;
  /** Whose name stands above, and where the list's address begins. */
  name: string;
  href: string;
  path: string;
  /** Of the pages where acts on one of another's list are posted. */
  clusterHome: string | null;
}

type Asked = Pick<Ask<unknown, unknown, unknown, unknown>, "ctx" | "search" | "csrf">;

function ofOrganisation(ctx: Context, organisation: SeatedOrganisation): Listing {
  const home = ctx.cluster ? `/clusters/${ctx.cluster.slug}` : "";
  const href = `${home}/organisations/${organisation.slug}`;
  return {
    place: { kind: "seat", organisation },
    whose: { organisationId: organisation.id },
    name: displayName(organisation.name),
    href,
    path: `${href}/invitations`,
    clusterHome: home || null,
  };
}

function ofCluster(ctx: Context, team: Subjects["office.give"] | null): Listing {
  const home = `/clusters/${ctx.cluster!.slug}`;
  return {
    place: team ? { kind: "office", team } : null,
    whose: team ? "team" : "cluster",
    name: ctx.locale === "de" ? ctx.cluster!.nameDe : ctx.cluster!.nameEn,
    href: team ? `${home}/team` : home,
    path: team ? `${home}/team/invitations` : `${home}/invitations`,
    clusterHome: home,
  };
}

function formOf(
  { ctx, csrf }: Asked,
  { place, name, path }: Listing,
  typed: { values?: Record<string, string>; problems?: Record<string, string> },
): InviteFormProps | undefined {
  if (!place) return undefined;
  const { locale, actor } = ctx;
  if (place.kind === "seat" && !can(actor, "seat.give", place.organisation)) return undefined;
  if (place.kind === "office" && !can(actor, "office.give", place.team)) return undefined;
  const roles = place.kind === "seat" ? seatChoices(locale) : officeChoices(locale);
  const role = place.kind === "seat" ? "reader" : "facilitator";
  return {
    ...{ locale, name, csrf, roles, action: path },
    values: { role, locale, ...typed.values },
    problems: typed.problems ?? {},
  };
}

async function listPage(
  ask: Asked,
  listing: Listing,
  query: PageQuery,
  typed: { values?: Record<string, string>; problems?: Record<string, string> } = {},
): Promise<Reply> {
  const { ctx, csrf, search } = ask;
  const { whose, path, clusterHome } = listing;
  const [list, waiting] = await Promise.all([
    listInvitations(ctx, whose, { state: query.state, limit: 100, after: afterOf(query.cursor) }),
    query.state === "waiting" ? null : listInvitations(ctx, whose, { state: "waiting", limit: 1 }),
  ]);
  const places =
    whose === "cluster"
      ? { locale: ctx.locale, home: clusterHome!, members: await ctx.read((db) => membersToInvite(db, ctx)) }
      : undefined;
  return page(
    { title: say(ctx.locale)("invitations.title"), personal: true },
    <InvitationsPage
      {...{ locale: ctx.locale, path, csrf, list, places }}
      kicker={{ name: listing.name, href: listing.href }}
      query={Object.fromEntries(search)}
      waiting={(waiting ?? list).total}
      state={query.state}
      form={formOf(ask, listing, typed)}
      actPath={(row) => actPath(listing, row)}
    />,
    typed.problems ? 422 : 200,
  );
}

/** In the list of all, each belongs to its own place. */
function actPath({ place, path, clusterHome }: Listing, row: ListedInvitation): string | undefined {
  if (place) return path;
  if (row.organisationId === null) return `${clusterHome}/team/invitations`;
  return row.slug ? `${clusterHome}/organisations/${row.slug}/invitations` : undefined;
}

async function listAsFile(
  ctx: Context,
  listing: Listing,
  state: InvitationState | undefined,
  format: Format,
) {
  const { items } = await listInvitations(ctx, listing.whose, { state, limit: 5000 });
  const { locale } = ctx;
  const t = say(locale);
  return listFile<ListedInvitation>(
    format,
    "invitations",
    [
      { label: t("term.email"), value: (row) => row.email },
      { label: t("term.person"), value: (row) => row.name },
      { label: t("invitation.to"), value: (row) => placeOf(row, locale) },
      { label: t("term.role"), value: (row) => roleOf(row, locale) },
      { label: t("invitations.state"), value: (row) => t(`invitation.state.${row.state}`) },
      { label: t("invitation.by"), value: (row) => row.inviter },
      { label: t("invitation.sent"), value: (row) => row.sentAt },
      { label: t("invitation.until"), value: (row) => row.expiresAt },
    ],
    items,
  );
}

const shownPage = (ask: Asked & { query: PageQuery }, listing: Listing) =>
  ask.query.format
    ? listAsFile(ask.ctx, listing, ask.query.state, ask.query.format)
    : listPage(ask, listing, ask.query);

async function invited(ask: Asked & { body: unknown }, listing: Listing): Promise<Reply> {
  const { ctx } = ask;
  const t = say(ctx.locale);
  const place = listing.place!;
  const values = typedValues(ask.body);
  const again = (problems: Record<string, string>) => listPage(ask, listing, {}, { values, problems });
  const typed = manyTyped(place.kind === "seat" ? SEAT_ROLES : OFFICE_ROLES).safeParse(values);
  if (!typed.success) return again(sentencesOf(typed.error, ctx.locale));
  const { people, problems } = linesOf(typed.data.people);
  const sentence = (line: number, text: string, key: Parameters<typeof t>[0]) =>
    t("invite.line", { line, text, problem: t(key) });
  if (problems.length > 0)
    return again(
      lineProblems(
        problems.map((one) => sentence(one.line, one.text, one.problem)),
        t,
      ),
    );
  if (people.length === 0) return again({ people: t("invite.no-line") });
  const done = await inviteMany(ctx, place, { ...typed.data, people });
  if (done.ok) return redirect(listing.path, "invitations-made");
  if (done.problem === "not-found") return problem("not-found");
  return again(
    lineProblems(
      done.lines.map(({ at, problem }) => sentence(people[at]!.line, people[at]!.email, problem)),
      t,
    ),
  );
}

const lineProblems = (sentences: readonly string[], t: ReturnType<typeof say>) => ({
  "": t("invite.nothing-done"),
  people: sentences.join(" · "),
});

async function settled(
  ask: Asked,
  listing: Listing,
  act: typeof sendAgain,
  id: string,
  notice: string,
): Promise<Reply> {
  const done = await act(ask.ctx, listing.place!, id);
  if (done.ok) return redirect(listing.path, notice);
  if (done.problem === "not-found") return problem("not-found");
  return problem("conflict", say(ask.ctx.locale)(done.problem));
}

const answerOf = (row: ListedInvitation): z.output<typeof InvitationAnswer> => ({
  id: row.id,
  email: row.email,
  name: row.name,
  organisation: row.slug && row.organisation ? { slug: row.slug, name: row.organisation } : null,
  role: row.role as "owner",
  title: row.title,
  state: row.state,
  void: row.void,
  invitedBy: row.inviter,
  createdAt: row.createdAt.toISOString(),
  sentAt: row.sentAt?.toISOString() ?? null,
  expiresAt: row.expiresAt.toISOString(),
});

async function answered(ctx: Context, whose: Whose, query: z.output<typeof Listed>): Promise<Reply> {
  const after = afterOf(query.cursor);
  if (query.cursor !== undefined && !after)
    return problem("bad-request", undefined, [{ field: "cursor", problem: "unknown" }]);
  const list = await listInvitations(ctx, whose, { state: query.state, limit: query.limit, after });
  return json({ ...list, items: list.items.map(answerOf) });
}

const Ids = z.object({ ids: z.array(z.uuid()) });

async function made(
  ctx: Context,
  listing: Listing,
  wanted: Parameters<typeof inviteMany>[2],
): Promise<Reply> {
  const done = await inviteMany(ctx, listing.place!, wanted);
  if (done.ok) return created({ ids: done.ids }, `/api/v1${listing.path}`);
  if (done.problem === "not-found") return problem("not-found");
  return problem(
    "conflict",
    undefined,
    done.lines.map(({ at, problem }) => ({ field: `people.${at}.email`, problem })),
  );
}

async function settledByProgram(ctx: Context, listing: Listing, act: typeof sendAgain, id: string) {
  const done = await act(ctx, listing.place!, id);
  if (done.ok) return { kind: "empty" } as const;
  return done.problem === "not-found" ? problem("not-found") : problem("conflict", say("en")(done.problem));
}

const organisationOf = ({ ctx, params }: { ctx: Context; params: z.output<typeof OrganisationParams> }) =>
  ctx.read((db) => organisationBySlug(db, ctx, params.slug));
const teamOf = ({ ctx }: { ctx: Context }) => ctx.read((db) => clusterSubject(db, ctx));

/** Inside a cluster, where its manager invites as well, and outside of any. */
function seatInvitationRoutes(prefix: "" | "/clusters/:cluster"): Route[] {
  const path = `${prefix}/organisations/:slug/invitations`;
  const example = { ...(prefix ? { cluster: "aviation" } : {}), slug: "airbus-operations" };
  const where = prefix ? "a member organisation" : "an organisation";
  const listing = ({ ctx, subject }: { ctx: Context; subject: unknown }) =>
    ofOrganisation(ctx, subject as SeatedOrganisation);
  const one = OrganisationParams.extend(withInvitation);
  return [
    get(path, {
      rule: "invitation.list",
      summary: `Who was invited to act for ${where}, and what became of it`,
      params: OrganisationParams,
      query: PageQuery,
      example,
      subject: organisationOf,
      handle: (ask) => shownPage(ask, listing(ask)),
    }),
    post(path, {
      rule: "seat.give",
      summary: `Invites people to act for ${where}, an address a line; all of them or none`,
      params: OrganisationParams,
      example,
      subject: organisationOf,
      handle: (ask) => invited(ask, listing(ask)),
    }),
    post(`${path}/:invitation/send`, {
      rule: "seat.give",
      summary: `Sends an invitation to ${where} again, with a new link`,
      params: one,
      subject: organisationOf,
      handle: (ask) => settled(ask, listing(ask), sendAgain, ask.params.invitation, "invitation-sent"),
    }),
    post(`${path}/:invitation/withdraw`, {
      rule: "seat.give",
      summary: `Withdraws an invitation to ${where}`,
      params: one,
      subject: organisationOf,
      handle: (ask) =>
        settled(ask, listing(ask), withdrawInvitation, ask.params.invitation, "invitation-withdrawn"),
    }),
    api.get(`/api/v1${path}`, {
      rule: "invitation.list",
      summary: `The invitations to ${where}, the latest first`,
      params: OrganisationParams,
      query: Listed,
      answer: InvitationList,
      example,
      subject: organisationOf,
      handle: (ask) => answered(ask.ctx, listing(ask).whose, ask.query),
    }),
    api.post(`/api/v1${path}`, {
      rule: "seat.give",
      summary: `Invites people to act for ${where}; all of them or none`,
      params: OrganisationParams,
      body: manyInvited(SEAT_ROLES),
      answer: Ids,
      subject: organisationOf,
      handle: (ask) => made(ask.ctx, listing(ask), ask.body),
    }),
    api.post(`/api/v1${path}/:invitation/send`, {
      rule: "seat.give",
      summary: `Sends an invitation to ${where} again, with a new link`,
      params: one,
      subject: organisationOf,
      handle: (ask) => settledByProgram(ask.ctx, listing(ask), sendAgain, ask.params.invitation),
    }),
    api.post(`/api/v1${path}/:invitation/withdraw`, {
      rule: "seat.give",
      summary: `Withdraws an invitation to ${where}`,
      params: one,
      subject: organisationOf,
      handle: (ask) => settledByProgram(ask.ctx, listing(ask), withdrawInvitation, ask.params.invitation),
    }),
  ];
}

const TEAM = "/clusters/:cluster/team/invitations";
const ALL = "/clusters/:cluster/invitations";
const inTeam = ClusterParams.extend(withInvitation);
const example = { cluster: "aviation" };
type Team = Subjects["office.give"];
const team = ({ ctx, subject }: { ctx: Context; subject: Team }) => ofCluster(ctx, subject);

const clusterInvitationRoutes: Route[] = [
  get(ALL, {
    rule: "invitation.overview",
    summary: "Every invitation of the cluster, to its team and to its members",
    params: ClusterParams,
    query: PageQuery,
    example,
    subject: teamOf,
    handle: (ask) =>
      ask.query.to
        ? redirect(`/clusters/${ask.params.cluster}/organisations/${ask.query.to}/invitations#invite`)
        : shownPage(ask, ofCluster(ask.ctx, null)),
  }),
  api.get(`/api/v1${ALL}`, {
    rule: "invitation.overview",
    summary: "Every invitation of the cluster, to its team and to its members, the latest first",
    params: ClusterParams,
    query: Listed,
    answer: InvitationList,
    example,
    subject: teamOf,
    handle: (ask) => answered(ask.ctx, "cluster", ask.query),
  }),
  get(TEAM, {
    rule: "invitation.overview",
    summary: "Who was invited to work for the cluster, and what became of it",
    params: ClusterParams,
    query: PageQuery,
    example,
    subject: teamOf,
    handle: (ask) => shownPage(ask, team(ask)),
  }),
  post(TEAM, {
    rule: "office.give",
    summary: "Invites people to work for the cluster, an address a line; all of them or none",
    params: ClusterParams,
    example,
    subject: teamOf,
    handle: (ask) => invited(ask, team(ask)),
  }),
  post(`${TEAM}/:invitation/send`, {
    rule: "office.give",
    summary: "Sends an invitation to the team again, with a new link",
    params: inTeam,
    subject: teamOf,
    handle: (ask) => settled(ask, team(ask), sendAgain, ask.params.invitation, "invitation-sent"),
  }),
  post(`${TEAM}/:invitation/withdraw`, {
    rule: "office.give",
    summary: "Withdraws an invitation to the team",
    params: inTeam,
    subject: teamOf,
    handle: (ask) =>
      settled(ask, team(ask), withdrawInvitation, ask.params.invitation, "invitation-withdrawn"),
  }),
  api.get(`/api/v1${TEAM}`, {
    rule: "invitation.overview",
    summary: "The invitations to the cluster's team, the latest first",
    params: ClusterParams,
    query: Listed,
    answer: InvitationList,
    example,
    subject: teamOf,
    handle: (ask) => answered(ask.ctx, "team", ask.query),
  }),
  api.post(`/api/v1${TEAM}`, {
    rule: "office.give",
    summary: "Invites people to work for the cluster; all of them or none",
    params: ClusterParams,
    body: manyInvited(OFFICE_ROLES),
    answer: Ids,
    subject: teamOf,
    handle: (ask) => made(ask.ctx, team(ask), ask.body),
  }),
  api.post(`/api/v1${TEAM}/:invitation/send`, {
    rule: "office.give",
    summary: "Sends an invitation to the team again, with a new link",
    params: inTeam,
    subject: teamOf,
    handle: (ask) => settledByProgram(ask.ctx, team(ask), sendAgain, ask.params.invitation),
  }),
  api.post(`/api/v1${TEAM}/:invitation/withdraw`, {
    rule: "office.give",
    summary: "Withdraws an invitation to the team",
    params: inTeam,
    subject: teamOf,
    handle: (ask) => settledByProgram(ask.ctx, team(ask), withdrawInvitation, ask.params.invitation),
  }),
];

export const invitationListRoutes = [
  ...seatInvitationRoutes("/clusters/:cluster"),
  ...seatInvitationRoutes(""),
  ...clusterInvitationRoutes,
];
