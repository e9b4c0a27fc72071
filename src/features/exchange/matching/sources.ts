import { type RawBuilder, sql } from "kysely";
import { seenBy } from "../../../access/visibility.ts";
import type { Actor, ClusterId, OrganisationId } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";

/**
 * What a ranking may draw on, each query through the asker's eyes. `beside` is the organisation it is asked for, where that is another
 * than the asker acts for: what is walled off from it counts for nothing, whoever looks.
 */
export interface Eyes {
  actor: Actor;
  clusterId: ClusterId;
  today: string;
  beside: OrganisationId | null;
  /** Members of the installation's other clusters are candidates too. */
  across: boolean;
}

export interface Candidate {
  id: OrganisationId;
  slug: string;
  name: string;
  kind: string;
  sizeClass: string | null;
  city: string | null;
  country: string | null;
  nuts: string | null;
  lat: number | null;
  lon: number | null;
  /** Since when it is a member, where it is one. */
  since: string | null;
  /** A member of the cluster one is in. */
  here: boolean;
}

const ORGANISATION = { table: "organisation", owners: ["id"] };
const MEMBERSHIP = { table: "membership", owners: ["organisationId"] };
export const FACT = { table: "fact", owners: ["organisationId"] };
const LINK = { table: "link", owners: ["fromOrganisationId", "toOrganisationId"], group: true, person: true };

export const uuids = (ids: readonly string[]) => sql<string[]>`${`{${ids.join(",")}}`}::uuid[]`;

export const openBeside = ({ beside }: Pick<Eyes, "beside">, table: string): RawBuilder<boolean> =>
  beside ? sql<boolean>`not ${sql.ref(`${table}.wall`)} && ${uuids([beside])}` : sql<boolean>`true`;

/** Today's members, and where it is asked across, those of other clusters as far as everybody knows of them. Applicants are outside. */
export async function candidatesSeen(db: Db, eyes: Eyes): Promise<Candidate[]> {
  const { actor, clusterId, today, across } = eyes;
  const here = sql<boolean>`bool_or(membership.cluster_id = ${clusterId}::uuid)`;
  return db
    .selectFrom("membership")
    .innerJoin("organisation", "organisation.id", "membership.organisationId")
    .select([
      "organisation.id",
      "organisation.slug",
      "organisation.name",
      "organisation.kind",
      "organisation.sizeClass",
      "organisation.city",
      "organisation.country",
      "organisation.nuts",
      "organisation.lat",
      "organisation.lon",
    ])
    .select([sql<string>`min(membership.since)::text`.as("since"), here.as("here")])
    .where(across ? sql<boolean>`true` : sql<boolean>`membership.cluster_id = ${clusterId}::uuid`)
    .where("membership.role", "<>", "applicant")
    .where("membership.since", "<=", today)
    .where((is) => is.or([is("membership.until", "is", null), is("membership.until", ">", today)]))
    .where(seenBy(actor, MEMBERSHIP))
    .where(seenBy(actor, ORGANISATION))
    .where(openBeside(eyes, "membership"))
    .where(openBeside(eyes, "organisation"))
    .groupBy("organisation.id")
    .orderBy("organisation.id")
    .execute();
}

/** Organisations by their ids, members or not, as far as the asker sees them. */
export async function organisationsSeen(
  db: Db,
  eyes: Eyes,
  ids: readonly OrganisationId[],
): Promise<Candidate[]> {
  const rows = await db
    .selectFrom("organisation")
    .select([
      "organisation.id",
      "organisation.slug",
      "organisation.name",
      "organisation.kind",
      "organisation.sizeClass",
      "organisation.city",
      "organisation.country",
      "organisation.nuts",
      "organisation.lat",
      "organisation.lon",
    ])
    .where(sql<boolean>`organisation.id = any (${uuids(ids)})`)
    .where(seenBy(eyes.actor, ORGANISATION))
    .execute();
  return rows.map((row) => ({ ...row, since: null, here: false }));
}

export const inCluster = ({ clusterId, across }: Eyes, table: string) =>
  across
    ? sql<boolean>`true`
    : sql<boolean>`${sql.ref(`${table}.clusterId`)} in (${clusterId}::uuid, commons())`;

export interface LinkSeen {
  id: string;
  from: OrganisationId;
  to: OrganisationId;
  nature: string;
  strength: number;
}

/** Links that were declared or confirmed, or follow from something else than projects: those are counted as projects. */
export async function linksSeen(
  db: Db,
  eyes: Eyes,
  organisations: readonly OrganisationId[],
): Promise<LinkSeen[]> {
  return (
    db
      .selectFrom("link")
      .select(["link.id", "link.fromOrganisationId as from", "link.toOrganisationId as to"])
      .select(["link.nature", "link.strength"])
      .where(inCluster(eyes, "link"))
      .where("link.origin", "in", ["confirmed", "declared", "derived"])
      .where(sql<boolean>`(link.origin <> 'derived' or link.evidence_kind is distinct from 'project')`)
      .where(sql<boolean>`link.dispute is null`)
      // To compete is to know one another, and no reason to be brought together.
      .where("link.nature", "<>", "competes")
      .where(sql<boolean>`(link.until is null or link.until > ${eyes.today})`)
      .where(sql<boolean>`link.from_organisation_id = any (${uuids(organisations)})`)
      .where(sql<boolean>`link.to_organisation_id = any (${uuids(organisations)})`)
      .where(seenBy(eyes.actor, LINK))
      .where(openBeside(eyes, "link"))
      .execute()
  );
}

export interface Skills {
  organisationId: OrganisationId;
  codes: string[];
  languages: string[];
}

/** Which of these competences each organisation has, and the languages it speaks, as far as the asker sees it said. */
export async function skillsSeen(
  db: Db,
  eyes: Eyes,
  organisations: readonly OrganisationId[],
  codes: readonly string[],
): Promise<Map<OrganisationId, Skills>> {
  const said = await db
    .selectFrom("fact")
    .select(["fact.organisationId", "fact.field", "fact.code"])
    .where(inCluster(eyes, "fact"))
    .where(sql<boolean>`fact.organisation_id = any (${uuids(organisations)})`)
    .where(
      sql<boolean>`(fact.field = 'languages' or fact.field = 'competences' and fact.code = any (${[...codes]}::text[]))`,
    )
    .where("fact.code", "is not", null)
    .where("fact.visibility", "in", ["public", "peers", "cluster"])
    .where(seenBy(eyes.actor, FACT))
    .where(openBeside(eyes, "fact"))
    .execute();
  const derived = codes.length
    ? await db
        .selectFrom("organisationCompetence")
        .select(["organisationId", "code"])
        .where("code", "in", [...codes])
        .where(sql<boolean>`organisation_id = any (${uuids(organisations)})`)
        .execute()
    : [];
  const skills = new Map<OrganisationId, Skills>();
  const of = (organisationId: OrganisationId) => {
    const known = skills.get(organisationId) ?? { organisationId, codes: [], languages: [] };
    skills.set(organisationId, known);
    return known;
  };
  for (const { organisationId, field, code } of said)
    of(organisationId)[field === "languages" ? "languages" : "codes"].push(code!);
  for (const { organisationId, code } of derived) of(organisationId).codes.push(code);
  return skills;
}
