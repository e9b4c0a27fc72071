import { sql } from "kysely";
import { LRUCache } from "lru-cache";
import { seenBy } from "../../../access/visibility.ts";
import type { Actor, ClusterId, OrganisationId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { membersSeen } from "../links/store.ts";
import { type Neighbour, nearestTo, profilesAt } from "./profiles.ts";

export interface SimilarRow {
  slug: string;
  name: string;
  kind: string;
  city: string | null;
  country: string | null;
  /** From 0, nothing in common, to 1, the same profile. */
  similarity: number;
  /** The shared competences that count most. */
  shared: { titleEn: string; titleDe: string | null }[];
  /** Projects the two already share, as far as the asker sees. */
  together: number;
}

/** More than are shown: who of them is seen is asked afterwards. */
const CANDIDATES = 24;

/**
 * Organisations with the same competences, the rare ones counting more than what everybody does.
 *
 *     similarity(a, b) = cosine of the vectors  w(c) = ln(1 + projects with c) · ln(N / organisations with c)
 *
 * Reckoned from public records alone and the same for everybody; who sees which of them is asked anew.
 * K. Spärck Jones, "A statistical interpretation of term specificity", Journal of Documentation 28 (1972), 11–21.
 */
export async function similarTo(
  db: Db,
  actor: Actor,
  { id, commons }: { id: OrganisationId; commons: string },
  options: { limit: number; clusterId: ClusterId | null; today: string },
): Promise<SimilarRow[]> {
  const near = await neighboursOf(db, actor, id, commons, options);
  if (near.length === 0) return [];
  const { rows } = await sql<SimilarRow>`
    select organisation.slug, organisation.name, organisation.kind, organisation.city, organisation.country, near.similarity,
      (select jsonb_agg(jsonb_build_object('titleEn', k.title_en, 'titleDe', k.title_de) order by array_position(near.codes, k.code))
       from competence k where k.code = any (near.codes)) as shared,
      coalesce((select cardinality(l.evidence) from link l
        where l.from_organisation_id = least(${id}::uuid, organisation.id) and l.to_organisation_id = greatest(${id}::uuid, organisation.id)
          and l.origin = 'derived' and l.evidence_kind = 'project' and l.visibility = 'public' and l.wall = '{}' limit 1), 0) as together
    from jsonb_to_recordset(${JSON.stringify(near)}::jsonb) as near ("organisationId" uuid, similarity float8, codes text[])
    join organisation on organisation.id = near."organisationId" and ${seenBy(actor, { table: "organisation", owners: ["id"] })}
    order by near.similarity desc, organisation.id limit ${options.limit}
  `.execute(db);
  return rows;
}

/** The nearest of all are the same for everybody, until the commons change. */
const nearest = new LRUCache<string, Neighbour[]>({ max: 5_000 });

async function neighboursOf(
  db: Db,
  actor: Actor,
  id: OrganisationId,
  commons: string,
  { clusterId, today }: { clusterId: ClusterId | null; today: string },
): Promise<Neighbour[]> {
  const key = `${commons} ${id}`;
  const known = clusterId === null ? nearest.get(key) : undefined;
  if (known) return known;
  const profiles = await profilesAt(db, commons);
  if (clusterId !== null) {
    const members = await membersSeen(db, actor, clusterId, today).execute();
    return nearestTo(profiles, id, {
      most: CANDIDATES,
      among: new Set(members.map((member) => member.organisationId)),
    });
  }
  const near = nearestTo(profiles, id, { most: CANDIDATES, among: null });
  nearest.set(key, near);
  return near;
}
