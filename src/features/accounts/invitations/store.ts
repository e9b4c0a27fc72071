import { sql } from "kysely";
import type { Context } from "../../../access/context.ts";
import { seenBy } from "../../../access/visibility.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { encodeCursor, type Page } from "../../../kernel/page.ts";
import type { InvitationState, Standing } from "./rules.ts";

export type After = readonly [createdAt: string, id: string];

/** Of one organisation, of the team, or of all in the cluster one is in. */
export type Whose = { organisationId: string } | "team" | "cluster";

const COLUMNS = [
  "invitation.id",
  "invitation.email",
  "invitation.name",
  "invitation.role",
  "invitation.title",
  "invitation.createdAt",
  "invitation.sentAt",
  "invitation.sendings",
  "invitation.expiresAt",
  "invitation.acceptedAt",
  "invitation.withdrawnAt",
  "invitation.organisationId",
] as const;

/** The latest first. Names of organisations and people as far as the asker knows them. */
export async function invitationsOf(
  db: Db,
  ctx: Context,
  whose: Whose,
  { state, limit, after }: { state?: InvitationState | undefined; limit: number; after?: After | undefined },
): Promise<Page<InvitationRow>> {
  const known = found(db, ctx, whose, state);
  const rows = await known
    .leftJoin("organisation", (join) =>
      join
        .onRef("organisation.id", "=", "invitation.organisationId")
        .on(seenBy(ctx.actor, { table: "organisation", owners: ["id"] })),
    )
    .leftJoin("person", "person.id", "invitation.invitedBy")
    .select(COLUMNS)
    .select(["organisation.slug", "organisation.name as organisation", "person.name as inviter"])
    // To the microsecond, as the database compares it.
    .select(sql<string>`invitation.created_at::text`.as("at"))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(invitation.created_at, invitation.id) < (${after![0]}::timestamptz, ${after![1]}::uuid)`,
      ),
    )
    .orderBy("invitation.createdAt", "desc")
    .orderBy("invitation.id", "desc")
    .limit(limit + 1)
    .execute();
  const { total } = await known
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    total: Number(total),
    next: rows.length > limit && last ? encodeCursor([last.at, last.id]) : null,
  };
}

export interface InvitationRow {
  id: string;
  email: string;
  name: string | null;
  role: string;
  title: string | null;
  createdAt: Date;
  sentAt: Date | null;
  sendings: number;
  expiresAt: Date;
  acceptedAt: Date | null;
  withdrawnAt: Date | null;
  organisationId: string | null;
  slug: string | null;
  organisation: string | null;
  inviter: string | null;
}

function found(db: Db, ctx: Context, whose: Whose, state: InvitationState | undefined) {
  const now = ctx.now();
  const here = ctx.actor.clusterId;
  return (
    db
      .selectFrom("invitation")
      // What another cluster's team offered is that team's matter, also to the manager of this one.
      .where((eb) =>
        eb.or([eb("invitation.clusterId", "is", null), eb("invitation.clusterId", "=", here)]).or(
          // An owner sees all of their own organisation, from wherever it was made.
          eb("invitation.organisationId", "=", ctx.actor.organisationId),
        ),
      )
      .$if(typeof whose === "object", (query) =>
        query.where("invitation.organisationId", "=", (whose as { organisationId: string }).organisationId),
      )
      .$if(whose === "team", (query) => query.where("invitation.organisationId", "is", null))
      .$if(typeof whose === "string", (query) => query.where("invitation.clusterId", "=", here))
      .$if(state === "accepted", (query) => query.where("acceptedAt", "is not", null))
      .$if(state === "withdrawn", (query) => query.where("withdrawnAt", "is not", null))
      .$if(state === "expired" || state === "waiting", (query) =>
        query
          .where("acceptedAt", "is", null)
          .where("withdrawnAt", "is", null)
          .where("expiresAt", state === "expired" ? "<=" : ">", now),
      )
  );
}

/** One of them, held until this transaction ends. */
export const lockInvitation = (db: Db, id: string, whose: Whose) =>
  db
    .selectFrom("invitation")
    .selectAll()
    .where("id", "=", id)
    .$if(typeof whose === "object", (query) =>
      query.where("organisationId", "=", (whose as { organisationId: string }).organisationId),
    )
    .$if(whose === "team", (query) => query.where("organisationId", "is", null))
    .forUpdate()
    .executeTakeFirst();

/**
 * On what invitations rest, by the house's own hand: whether who invited was suspended, or holds the role still, is nobody's to see
 * but decides what an invitation is worth.
 */
export async function standingOf(
  db: Db,
  ids: readonly string[],
  today: string,
): Promise<Map<string, Standing>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; inviterStands: boolean; organisationStands: boolean }>`
    select i.id,
      i.invited_as is null or exists (
        select from person p where p.id = i.invited_by and p.suspended_at is null and (
          exists (select from seat s where s.person_id = p.id and 'seat:' || s.id = i.invited_as and s.role = 'owner'
            and s.organisation_id = i.organisation_id
            and s.since <= ${today}::date and (s.until is null or s.until > ${today}::date))
          or exists (select from office f where f.person_id = p.id and 'office:' || f.id = i.invited_as and f.role = 'manager'
            and f.cluster_id = i.cluster_id
            and f.since <= ${today}::date and (f.until is null or f.until > ${today}::date)))
      ) as inviter_stands,
      i.cluster_id is null or i.organisation_id is null or exists (
        select from membership m where m.cluster_id = i.cluster_id and m.organisation_id = i.organisation_id
          and m.since <= ${today}::date and (m.until is null or m.until > ${today}::date)
      ) or exists (
        -- Whoever belongs through an association is invited as well.
        select from inherited_memberships(i.organisation_id, ${today}::date) h
        where h.cluster_id = i.cluster_id and opens_inner_space(h.cluster_id, h.level_id, ${today}::date, true)
      ) as organisation_stands
    from invitation i where i.id = any (${ids}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, ...standing }) => [id, standing]));
}

/** An invitation with everything its page and its letter say. Past the asker's rights: they hold its link, or its address. */
const told = (db: Db) =>
  db
    .selectFrom("invitation")
    .leftJoin("organisation", "organisation.id", "invitation.organisationId")
    .leftJoin("cluster", "cluster.id", "invitation.clusterId")
    .leftJoin("person", "person.id", "invitation.invitedBy")
    .select([...COLUMNS, "invitation.clusterId", "invitation.locale", "invitation.since", "invitation.until"])
    .select(["organisation.name as organisation", "organisation.slug"])
    .select(["cluster.nameEn", "cluster.nameDe", "cluster.slug as clusterSlug"])
    .select(["person.name as inviter", "person.email as inviterEmail"]);

export const invitationToldById = (db: Db, id: string) =>
  told(db).where("invitation.id", "=", id).executeTakeFirst();
export const invitationToldByHash = (db: Db, hash: string) =>
  told(db).where("invitation.tokenHash", "=", hash).executeTakeFirst();
export type InvitationTold = NonNullable<Awaited<ReturnType<typeof invitationToldById>>>;

/** What waits for an address, whatever became of those who invited. */
export const openFor = (db: Db, email: string, now: Date) =>
  told(db)
    .where("invitation.email", "=", email.toLowerCase())
    .where("acceptedAt", "is", null)
    .where("withdrawnAt", "is", null)
    .where("expiresAt", ">", now)
    .orderBy("invitation.createdAt")
    .limit(50)
    .execute();

/** Whether there is an account with this address, suspended or not. */
export const accountOf = (db: Db, email: string) =>
  db
    .selectFrom("person")
    .select(["id", "suspendedAt"])
    .where((eb) => eb(eb.fn<string>("lower", ["email"]), "=", email))
    .executeTakeFirst();
