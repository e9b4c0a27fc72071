import { sql } from "kysely";
import { seenBy } from "../../../access/visibility.ts";
import type { Actor, MembershipRole } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { COMMONS } from "../../../kernel/visibility.ts";
import { seenLink } from "../links/store.ts";
import { belonging, type LevelTerm } from "./rules.ts";

export interface MemberName {
  id: string;
  slug: string;
  name: string;
}

export interface MemberOn extends MemberName {
  kind: string;
  city: string | null;
  country: string | null;
  direct: boolean;
  role: MembershipRole | "indirect";
  membershipId: string | null;
  since: string | null;
  until: string | null;
  levelId: string | null;
  duesClassId: string | null;
  renewsOn: string | null;
  /** When the row was written, for memberships that were entered later than they began. */
  recordedAt: Date | null;
  /** The members of the cluster through which it belongs as well, or only. */
  through: MemberName[];
  votes: number;
  benefits: string[];
}

/**
 * Who belonged to a cluster on a day, directly and through associations, as far as the asker sees organisation, membership and links.
 * Applicants are in it by that role; they have no votes and hand nothing down.
 */
export async function membersOn(db: Db, actor: Actor, clusterId: string, date: string): Promise<MemberOn[]> {
  const direct = await directOn(db, actor, clusterId, date);
  const links = await memberLinksOn(db, actor, clusterId, date);
  const terms = await termsOn(db, clusterId, date);
  const rows = new Map(direct.map((row) => [row.membershipId, row]));
  const names = new Map<string, Named>();
  for (const link of links) {
    names.set(link.firm, { id: link.firm, slug: link.firmSlug, name: link.firmName, ...firmOf(link) });
  }
  for (const row of direct) names.set(row.organisationId, { ...row, id: row.organisationId });
  return belonging(direct as (DirectRow & { role: MembershipRole })[], links, terms)
    .map((member): MemberOn => {
      const own = member.own ? rows.get((member.own as DirectRow).membershipId)! : null;
      const { id, slug, name, kind, city, country } = names.get(member.organisationId)!;
      return {
        ...{ id, slug, name, kind, city, country },
        direct: own !== null,
        role: own ? (own.role as MembershipRole) : "indirect",
        membershipId: own?.membershipId ?? null,
        since: own?.since ?? null,
        until: own?.until ?? null,
        levelId: own?.levelId ?? null,
        duesClassId: own?.duesClassId ?? null,
        renewsOn: own?.renewsOn ?? null,
        recordedAt: own?.recordedAt ?? null,
        through: member.through.map((root) => nameOf(names.get(root)!)).sort(byName),
        votes: member.votes,
        benefits: member.benefits,
      };
    })
    .sort(byName);
}

/**
 * Only through whom organisations belonged on a day, for pages that ask nothing else: neither terms nor since when, and of the members
 * those alone to whom links lead.
 */
export async function throughOn(
  db: Db,
  actor: Actor,
  clusterId: string,
  date: string,
): Promise<Map<string, MemberName[]>> {
  const links = await memberLinksOn(db, actor, clusterId, date);
  if (links.length === 0) return new Map();
  const associations = [...new Set(links.map(({ association }) => association))];
  const roots = await currentOn(db, actor, clusterId, date)
    .select(["membership.levelId", "organisation.slug", "organisation.name"])
    .where("membership.organisationId", "in", associations)
    .execute();
  const names = new Map(
    roots.map(({ organisationId, slug, name }) => [organisationId, { id: organisationId, slug, name }]),
  );
  return new Map(
    belonging(roots as ((typeof roots)[number] & { role: MembershipRole })[], links, new Map()).flatMap(
      ({ organisationId, through }) =>
        through.length === 0
          ? []
          : [[organisationId, through.map((root) => names.get(root)!).sort(byName)] as const],
    ),
  );
}

interface Named extends MemberName {
  kind: string;
  city: string | null;
  country: string | null;
}
const nameOf = ({ id, slug, name }: Named): MemberName => ({ id, slug, name });
const firmOf = ({ kind, city, country }: Pick<Named, "kind" | "city" | "country">) => ({
  kind,
  city,
  country,
});
const byName = (a: MemberName, b: MemberName) => a.name.localeCompare(b.name, "de") || (a.id < b.id ? -1 : 1);

const currentOn = (db: Db, actor: Actor, clusterId: string, date: string) =>
  db
    .selectFrom("membership")
    .innerJoin("organisation", "organisation.id", "membership.organisationId")
    .select(["membership.organisationId", "membership.role"])
    .where("membership.clusterId", "=", clusterId)
    .where("membership.since", "<=", date)
    .where((q) => q.or([q("membership.until", "is", null), q("membership.until", ">", date)]))
    .where(seenBy(actor, { table: "membership", owners: ["organisationId"] }))
    .where(seenBy(actor, { table: "organisation", owners: ["id"] }));

const directOn = (db: Db, actor: Actor, clusterId: string, date: string) =>
  currentOn(db, actor, clusterId, date)
    .select([
      "membership.id as membershipId",
      // Since when without a gap: a change of terms begins a row, not a membership.
      sql<string>`(with recursive back as (
          select membership.since as since
          union
          select m.since from back join membership m on m.cluster_id = membership.cluster_id
            and m.organisation_id = membership.organisation_id and m.until = back.since and m.since < back.since and m.role <> 'applicant'
            and membership.role <> 'applicant')
        select min(since) from back)`.as("since"),
      "membership.until",
      "membership.levelId",
      "membership.duesClassId",
      "membership.renewsOn",
      "membership.recordedAt",
      "organisation.slug",
      "organisation.name",
      "organisation.kind",
      "organisation.city",
      "organisation.country",
    ])
    .execute();
type DirectRow = Awaited<ReturnType<typeof directOn>>[number];

/** What `link_holds` says in the database: a link counts from the day both sides agreed. */
const memberLinksOn = (db: Db, actor: Actor, clusterId: string, date: string) =>
  db
    .selectFrom("link")
    .innerJoin("organisation as firm", "firm.id", "link.fromOrganisationId")
    .innerJoin("organisation as association", "association.id", "link.toOrganisationId")
    .select([
      "link.fromOrganisationId as firm",
      "link.toOrganisationId as association",
      "firm.slug as firmSlug",
      "firm.name as firmName",
      "firm.kind",
      "firm.city",
      "firm.country",
    ])
    .where("link.clusterId", "in", [clusterId, COMMONS])
    .where(
      sql<boolean>`link.nature = 'member' and link.origin = 'confirmed' and link_holds(link, ${date}::date)`,
    )
    .where(seenLink(actor))
    .where(seenBy(actor, { table: "firm", owners: ["id"] }))
    .where(seenBy(actor, { table: "association", owners: ["id"] }))
    .execute();

/** What each level gave on that day; before its first term it gave what that one says. */
export async function termsOn(db: Db, clusterId: string, date: string): Promise<Map<string, LevelTerm>> {
  const rows = await db
    .selectFrom("membershipLevelTerm")
    .select(["levelId", "since", "votesDirect", "votesIndirect", "benefits", "inherited"])
    .distinctOn("levelId")
    .where("clusterId", "=", clusterId)
    .where("since", "<=", date)
    .orderBy("levelId")
    .orderBy("since", "desc")
    .execute();
  return new Map(rows.map((row) => [row.levelId, row]));
}
