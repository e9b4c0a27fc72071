import { z } from "zod";
import type { Subjects } from "../../access/can.ts";
import { type Ask, api, empty, problem, type Reply, type Route } from "../../access/route.ts";
import { SEAT_ROLES } from "../../kernel/actor.ts";
import { organisationById, organisationBySlug, type SeatedOrganisation } from "../accounts/feature.ts";
import { listOf, listResponse, resourceTypes, schemas, serviceProviderConfig } from "./about.ts";
import { type At, addUser, changeUser, type Problem, removeUser } from "./actions.ts";
import { matching, readFilter, soughtIn } from "./filter.ts";
import { setMembers } from "./groups.ts";
import { refusal, refusalOf, type ScimType, said } from "./replies.ts";
import { groupSource, told, userSource } from "./resource.ts";
import type { User } from "./rules.ts";
import { findUsers, holderOf, soughtBy, soughtById } from "./store.ts";
import { readGroup, readGroupPatch, readNewUser, readUser, readUserPatch } from "./wanted.ts";

const Slug = z.string().max(120);
const Path = z.object({ cluster: Slug.optional(), organisation: Slug });
const UserPath = Path.extend({ user: z.uuid() });
const GroupPath = Path.extend({ group: z.enum(SEAT_ROLES) });
const TypePath = Path.extend({ kind: z.string().max(100) });

/** Directories send more than they say; what is not known here is passed over. */
const Chosen = z.object({
  attributes: z.string().max(2000).optional(),
  excludedAttributes: z.string().max(2000).optional(),
});
const Listing = Chosen.extend({
  filter: z.string().max(2000).optional(),
  startIndex: z.coerce.number().int().optional(),
  count: z.coerce.number().int().optional(),
});

const IsId = z.uuid();
const subject = ({ ctx, params }: { ctx: Ask<0, 0, 0, 0>["ctx"]; params: z.output<typeof Path> }) =>
  ctx.read((db) =>
    IsId.safeParse(params.organisation).success
      ? organisationById(db, ctx, params.organisation)
      : organisationBySlug(db, ctx, params.organisation),
  );

/** Whoever keeps the seats by hand keeps them by directory. */
const rule = "seat.give" as const;

type Asked = Pick<
  Ask<z.output<typeof Path>, unknown, unknown, Subjects["seat.give"]>,
  "ctx" | "desk" | "params" | "publicUrl" | "subject"
>;
type Choosing = Asked & { query: z.output<typeof Chosen> };

const baseOf = ({ params, publicUrl }: Pick<Asked, "params" | "publicUrl">) =>
  `${publicUrl}/scim/v2${params.cluster === undefined ? "" : `/clusters/${params.cluster}`}/organisations/${params.organisation}`;

const atOf = ({ ctx, desk, subject, publicUrl }: Asked): At => ({
  ctx,
  desk,
  organisation: subject as SeatedOrganisation,
  publicUrl,
});

const everybody = ({ ctx, subject }: Asked) => ctx.read((db) => findUsers(db, ctx, subject.id));

/** A directory that looks for a group by its name leaves out the members: then nobody need be loaded. */
async function membersFor(ask: Asked, query: z.output<typeof Listing>): Promise<User[]> {
  const left = (query.excludedAttributes ?? "").toLowerCase().split(",");
  const unasked = left.some((name) => name.trim() === "members") && !/members/i.test(query.filter ?? "");
  return unasked ? [] : everybody(ask);
}

const userById = ({ ctx, subject }: Asked, id: string): Promise<User | undefined> =>
  ctx.read(async (db) => {
    const sought = await soughtById(db, subject.id, id);
    const users = sought ? await findUsers(db, ctx, subject.id, sought) : [];
    return users.find((user) => user.id === id);
  });

/** Those a filter can match at all; most name one. */
async function candidates(ask: Asked, filter: ReturnType<typeof readFilter> | null): Promise<User[]> {
  const { ctx, subject } = ask;
  const address = filter ? soughtIn(filter, "userName") : undefined;
  if (address !== undefined) {
    const sought = await soughtBy(ctx, subject.id, address);
    return ctx.read((db) => findUsers(db, ctx, subject.id, sought));
  }
  const externalId = filter ? soughtIn(filter, "externalId") : undefined;
  if (externalId === undefined) return everybody(ask);
  const holder = await ctx.read((db) => holderOf(db, subject.id, externalId));
  const user = holder ? await userById(ask, holder.id) : undefined;
  return user ? [user] : [];
}

const REFUSALS: Record<
  Exclude<Problem, "not-found"> | "unknown-member" | "least-role",
  [status: number, type: ScimType | undefined, detail: string]
> = {
  "user-exists": [
    409,
    "uniqueness",
    "This address has a seat here, is invited, or had a seat: find it by userName.",
  ],
  "external-id-taken": [409, "uniqueness", "Another user has this externalId."],
  "last-owner": [409, undefined, "This is the last owner. Give somebody else the seat of an owner first."],
  "no-seat": [400, "invalidValue", "This user has no seat any more. Make it active first."],
  "seat-in-future": [
    409,
    undefined,
    "This user has a seat that begins on a later day. Change it on the page of the seats.",
  ],
  "unknown-member": [400, "invalidValue", "One of the members is no user of this organisation."],
  "least-role": [400, "mutability", "Reading is the least role. Make the user inactive to end the seat."],
};

const refused = (reason: Problem | "unknown-member" | "least-role") =>
  reason === "not-found" ? problem("not-found") : refusal(...REFUSALS[reason]);

const NOT_MADE = refusal(
  501,
  undefined,
  "The groups are the roles of a seat: they are neither made nor removed.",
);

/** What a request asks in a wrong way is told in the standard's words. */
const inWords = (work: () => Promise<Reply>): Promise<Reply> => work().catch(refusalOf);

function routesAt(prefix: "" | "/clusters/:cluster"): Route[] {
  const path = `/scim/v2${prefix}/organisations/:organisation`;
  const where = prefix ? "of a member organisation" : "of an organisation";
  const example = { ...(prefix ? { cluster: "aviation" } : {}), organisation: "airbus-operations" };
  const shared = { rule, subject, example } as const;

  const one = (ask: Choosing, user: User, status = 200) => {
    const base = baseOf(ask);
    const body = told("user", userSource(user, base), base, ask.query);
    return said(body, status, { location: `${base}/Users/${user.id}` });
  };
  const group = async (ask: Choosing, role: (typeof SEAT_ROLES)[number]) => {
    const base = baseOf(ask);
    return said(told("group", groupSource(role, await membersFor(ask, ask.query), base), base, ask.query));
  };

  return [
    api.get(`${path}/ServiceProviderConfig`, {
      ...shared,
      summary: `SCIM for the seats ${where}: what is supported`,
      params: Path,
      handle: (ask) => said(serviceProviderConfig(baseOf(ask), ask.publicUrl)),
    }),
    api.get(`${path}/ResourceTypes`, {
      ...shared,
      summary: `SCIM for the seats ${where}: users and groups`,
      params: Path,
      handle: (ask) => said(listResponse(listOf(resourceTypes(baseOf(ask))))),
    }),
    api.get(`${path}/Schemas`, {
      ...shared,
      summary: `SCIM for the seats ${where}: the attributes that are understood`,
      params: Path,
      handle: (ask) => said(listResponse(listOf(schemas(baseOf(ask))))),
    }),
    ...(["ResourceTypes", "Schemas"] as const).map((kind) =>
      api.get(`${path}/${kind}/:kind`, {
        rule,
        subject,
        example: { ...example, kind: kind === "Schemas" ? "urn:kontor:scim:Seat" : "User" },
        summary: `SCIM for the seats ${where}: one of the ${kind === "Schemas" ? "schemas" : "kinds"}`,
        params: TypePath,
        handle: (ask) => {
          const all = kind === "Schemas" ? schemas(baseOf(ask)) : resourceTypes(baseOf(ask));
          const found = all.find(({ id }) => id.toLowerCase() === ask.params.kind.toLowerCase());
          return found ? said(found) : problem("not-found");
        },
      }),
    ),

    api.get(`${path}/Users`, {
      ...shared,
      summary: `SCIM: the people with a seat, or invited to one, ${where}`,
      params: Path,
      query: Listing,
      handle: (ask) =>
        inWords(async () => {
          const base = baseOf(ask);
          const filter = ask.query.filter ? readFilter(ask.query.filter) : null;
          const users = await candidates(ask, filter);
          const sources = users.map((user) => userSource(user, base));
          const list = listOf(
            filter ? matching(filter, sources) : sources,
            ask.query.startIndex,
            ask.query.count,
          );
          return said(
            listResponse(
              list,
              list.stretch.map((source) => told("user", source, base, ask.query)),
            ),
          );
        }),
    }),
    api.post(`${path}/Users`, {
      ...shared,
      summary: `SCIM: gives a seat ${where}, or invites to it`,
      params: Path,
      query: Chosen,
      handle: (ask) =>
        inWords(async () => {
          const added = await addUser(atOf(ask), readNewUser(ask.body));
          return added.ok ? one(ask, added.value, 201) : refused(added.problem);
        }),
    }),
    api.get(`${path}/Users/:user`, {
      rule,
      subject,
      summary: `SCIM: one person with a seat ${where}`,
      params: UserPath,
      query: Chosen,
      handle: async (ask) => {
        const user = await userById(ask, ask.params.user);
        return user ? one(ask, user) : problem("not-found");
      },
    }),
    ...(["put", "patch"] as const).map((method) =>
      api[method](`${path}/Users/:user`, {
        rule,
        subject,
        summary: `SCIM: changes, ends or renews the seat of a person ${where}`,
        params: UserPath,
        query: Chosen,
        handle: (ask) =>
          inWords(async () => {
            const user = await userById(ask, ask.params.user);
            if (!user) return problem("not-found");
            const source = userSource(user, baseOf(ask));
            const change =
              method === "put" ? readUser(ask.body, source) : await readUserPatch(ask.body, source);
            const changed = await changeUser(atOf(ask), user, change);
            return changed.ok ? one(ask, changed.value) : refused(changed.problem);
          }),
      }),
    ),
    api.delete(`${path}/Users/:user`, {
      rule,
      subject,
      summary: `SCIM: ends the seat of a person ${where}; it stays on record`,
      params: UserPath,
      handle: async (ask) => {
        const user = await userById(ask, ask.params.user);
        if (!user) return problem("not-found");
        const removed = await removeUser(atOf(ask), user);
        return removed.ok ? empty : refused(removed.problem);
      },
    }),

    api.get(`${path}/Groups`, {
      ...shared,
      summary: `SCIM: the roles of the seats ${where}, as groups`,
      params: Path,
      query: Listing,
      handle: (ask) =>
        inWords(async () => {
          const base = baseOf(ask);
          const users = await membersFor(ask, ask.query);
          const all = SEAT_ROLES.map((role) => groupSource(role, users, base));
          const found = ask.query.filter ? matching(readFilter(ask.query.filter), all) : all;
          const list = listOf(found, ask.query.startIndex, ask.query.count);
          return said(
            listResponse(
              list,
              list.stretch.map((source) => told("group", source, base, ask.query)),
            ),
          );
        }),
    }),
    api.get(`${path}/Groups/:group`, {
      rule,
      subject,
      example: { ...example, group: "reader" },
      summary: `SCIM: who holds one of the roles ${where}`,
      params: GroupPath,
      query: Chosen,
      handle: (ask) => group(ask, ask.params.group),
    }),
    ...(["put", "patch"] as const).map((method) =>
      api[method](`${path}/Groups/:group`, {
        rule,
        subject,
        summary: `SCIM: moves people into a role ${where} or out of it`,
        params: GroupPath,
        query: Chosen,
        handle: (ask) =>
          inWords(async () => {
            const role = ask.params.group;
            const users = await everybody(ask);
            const source = groupSource(role, users, baseOf(ask));
            const wanted =
              method === "put" ? readGroup(ask.body, source) : await readGroupPatch(ask.body, source);
            if (wanted !== null) {
              const moved = await setMembers(atOf(ask), role, users, wanted);
              if (!moved.ok) return refused(moved.problem);
            }
            return method === "put" ? group(ask, role) : empty;
          }),
      }),
    ),
    api.post(`${path}/Groups`, {
      ...shared,
      summary: `SCIM: groups are the roles of the seats ${where}, none can be made`,
      params: Path,
      handle: () => NOT_MADE,
    }),
    api.delete(`${path}/Groups/:group`, {
      rule,
      subject,
      summary: `SCIM: groups are the roles of the seats ${where}, none can be removed`,
      params: GroupPath,
      handle: () => NOT_MADE,
    }),
    api.post(`${path}/Bulk`, {
      ...shared,
      summary: `SCIM: many at once is not supported for the seats ${where}`,
      params: Path,
      handle: () => refusal(501, undefined, "Bulk is not supported."),
    }),
  ];
}

export const scimRoutes = [...routesAt(""), ...routesAt("/clusters/:cluster")];
