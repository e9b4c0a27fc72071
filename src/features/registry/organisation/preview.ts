import { sql } from "kysely";
import type { Context } from "../../../access/context.ts";
import { levelsOpen } from "../../../access/identity.ts";
import { type Actor, type Belonging, STRANGER } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { memberEnds } from "../links/store.ts";

/** As whom a page can be looked at: somebody of a kind, or one member organisation. */
export const KINDS = ["stranger", "member", "authority", "peer"] as const;
export type Kind = (typeof KINDS)[number];
export const AS = /^(?:stranger|member|authority|peer|organisation\.[a-z0-9]+(?:-[a-z0-9]+)*)$/;

export interface Preview {
  as: Kind | "organisation";
  /** The name of the organisation, where it is one. */
  name: string | null;
  ctx: Context;
}

/**
 * The page's context as it would be for somebody else. The code asks all its questions for a made-up actor with that one's rights;
 * the transaction stays the asker's own, so that the database lets through what both of them see and nothing beyond. Whoever looks
 * through another's eyes never sees more than with their own.
 */
export async function previewAs(
  ctx: Context,
  as: string,
  about: { organisationId: string },
): Promise<Preview | null> {
  const { cluster } = ctx;
  if (!cluster) return null;
  const made = as.startsWith("organisation.")
    ? await ctx.read((db) => actorOf(db, ctx, as.slice("organisation.".length), about.organisationId))
    : { as: as as Kind, name: null, actor: ofKind(as as Kind, cluster.id) };
  if (!made) return null;
  return {
    as: made.as,
    name: made.name,
    ctx: {
      ...ctx,
      actor: made.actor,
      identity: null,
      acting: null,
      write: () => Promise.reject(new Error("Nobody acts in a preview.")),
    },
  };
}

function ofKind(kind: Kind, clusterId: string): Actor {
  const nobody: Actor = { ...STRANGER, clusterId, readOnly: true };
  if (kind === "stranger") return nobody;
  return { ...nobody, levels: kind === "member" ? ["public", "peers", "cluster"] : ["public", "peers"] };
}

/** Somebody who has a seat in this one member organisation and in no other. */
async function actorOf(db: Db, ctx: Context, slug: string, organisationId: string) {
  const clusterId = ctx.cluster!.id;
  const member = (await memberEnds(db, ctx.actor, clusterId, ctx.today())).find((end) => end.slug === slug);
  if (!member) return null;
  const { rows } = await sql<{ kind: string; role: string | null; inner: boolean; granted: boolean }>`
    select o.kind, m.role,
      coalesce(m.role <> 'applicant' and opens_inner_space(m.cluster_id, m.level_id, ${ctx.today()}::date, false), false)
        or exists (select from inherited_memberships(o.id, ${ctx.today()}::date) i where i.cluster_id = ${clusterId}::uuid
          and opens_inner_space(i.cluster_id, i.level_id, ${ctx.today()}::date, true)) as inner,
      exists (select from link_grant g join link l on l.cluster_id = g.cluster_id and l.id = g.link_id
        where g.cluster_id = ${clusterId}::uuid and g.granted_to = o.id and g.granted_by = ${organisationId}::uuid
          and g.revoked_at is null and l.origin = 'confirmed'
          and (l.since is null or l.since <= ${ctx.today()}::date) and (l.until is null or l.until > ${ctx.today()}::date)) as granted
    from organisation o left join membership m on m.cluster_id = ${clusterId}::uuid and m.organisation_id = o.id
      and m.since <= ${ctx.today()}::date and (m.until is null or m.until > ${ctx.today()}::date)
    where o.id = ${member.id}::uuid
  `.execute(db);
  const row = rows[0];
  if (!row) return null;
  const membership = (row.role ?? "indirect") as Belonging;
  const actor: Actor = {
    ...STRANGER,
    clusterId,
    organisationId: member.id,
    seatRole: "reader",
    membership,
    ownOrganisations: [member.id],
    levels: levelsOpen(null, membership, row.kind, row.inner),
    grantedSee: row.granted ? [organisationId] : [],
    readOnly: true,
  };
  return { as: "organisation" as const, name: member.name, actor };
}
