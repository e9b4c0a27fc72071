import { sql } from "kysely";
import type { Job } from "../../../../access/feature.ts";
import type { SystemUnit } from "../../../../kernel/gateway.ts";
import { hashToken, newToken } from "../../../../kernel/token.ts";
import { displayName, formatDate } from "../../../../ui/index.ts";
import { notify } from "../../../notices/feature.ts";
import { organisationHref } from "../address.ts";
import { REMIND_BEFORE, reminderDue } from "./certificates.ts";
import { sayProfile } from "./messages.ts";
import { STALE_MONTHS } from "./stale.ts";

const KEEPERS = ["owner", "editor"] as const;
/** Only of those who belong to the cluster today, themselves or through an association. */
const MEMBER_TODAY = (today: string) => sql`(
  exists (select from membership m where m.cluster_id = fact.cluster_id and m.organisation_id = fact.organisation_id
    and m.since <= ${today}::date and (m.until is null or m.until > ${today}::date))
  or exists (select from inherited_memberships(fact.organisation_id, ${today}::date) i where i.cluster_id = fact.cluster_id))`;

interface Ending {
  clusterId: string;
  id: string;
  organisationId: string;
  value: string;
  validUntil: string;
  remindedAt: Date | null;
  visibility: string;
  wall: string[];
  personId: string | null;
  cluster: string;
  slug: string;
}

/** Every morning: certificates that end in 60 or 14 days, told to those who keep the profile. */
export const remindOfCertificates: Job = async (_, { now, system }) => {
  const today = now().toISOString().slice(0, 10);
  await system("reminding of certificates that end", async (unit) => {
    const { rows } = await sql<Ending>`
      select fact.cluster_id, fact.id, fact.organisation_id, fact.value, fact.valid_until, fact.reminded_at, fact.visibility,
        fact.wall, fact.person_id, cluster.slug as cluster, organisation.slug
      from fact join cluster on cluster.id = fact.cluster_id join organisation on organisation.id = fact.organisation_id
      where fact.valid_until between ${today}::date and ${today}::date + ${REMIND_BEFORE[0]}::int and fact.field = 'certificates'
        and ${MEMBER_TODAY(today)}
    `.execute(unit.db);
    for (const row of rows)
      if (reminderDue(row.validUntil, row.remindedAt, today)) await remind(unit, row, now());
  });
};

async function remind(unit: SystemUnit, fact: Ending, at: Date) {
  const what = fact.value.length > 120 ? `${fact.value.slice(0, 119)}…` : fact.value;
  await notify(unit, {
    // What somebody keeps to themselves is told to nobody else.
    to:
      fact.visibility === "private" && fact.personId
        ? { person: fact.personId }
        : { organisation: fact.organisationId, roles: KEEPERS },
    clusterId: fact.clusterId,
    topic: "profile",
    text: {
      en: sayProfile("en")("notice.certificate", { what, day: formatDate(fact.validUntil, "en") }),
      de: sayProfile("de")("notice.certificate", { what, day: formatDate(fact.validUntil, "de") }),
    },
    href: `${organisationHref(fact.slug, { slug: fact.cluster })}/facts/${fact.id}`,
    key: `certificate:${fact.id}`,
    wall: fact.wall,
  });
  await unit.db
    .updateTable("fact")
    .set({ remindedAt: at })
    .where("clusterId", "=", fact.clusterId)
    .where("id", "=", fact.id)
    .execute();
}

/** Every week, and for one profile once a month at most: what nobody has said or confirmed for a year. */
export const remindOfStale: Job = async (_, { now, system }) => {
  const today = now().toISOString().slice(0, 10);
  await system("reminding of profiles that get old", async (unit) => {
    const { rows } = await sql<{
      clusterId: string;
      organisationId: string;
      count: number;
      cluster: string;
      slug: string;
      name: string;
    }>`
      select fact.cluster_id, fact.organisation_id, count(*)::int as count, min(cluster.slug) as cluster,
        min(organisation.slug) as slug, min(organisation.name) as name
      from fact join cluster on cluster.id = fact.cluster_id join organisation on organisation.id = fact.organisation_id
      left join profile on profile.cluster_id = fact.cluster_id and profile.organisation_id = fact.organisation_id
      where greatest(fact.stated_at, fact.checked_at) < ${now()}::timestamptz - make_interval(months => ${STALE_MONTHS})
        and fact.visibility <> 'private'
        and (profile.reminded_at is null or profile.reminded_at < ${now()}::timestamptz - make_interval(months => 1))
        and exists (select from seat s where s.organisation_id = fact.organisation_id and s.role in ('owner', 'editor')
          and s.since <= ${today}::date and (s.until is null or s.until > ${today}::date))
        and ${MEMBER_TODAY(today)}
      group by fact.cluster_id, fact.organisation_id
    `.execute(unit.db);
    for (const { clusterId, organisationId, count, cluster, slug, name } of rows) {
      const values = { count, name: shortened(name) };
      await notify(unit, {
        to: { organisation: organisationId, roles: KEEPERS },
        clusterId,
        topic: "profile",
        text: { en: sayProfile("en")("notice.stale", values), de: sayProfile("de")("notice.stale", values) },
        href: `${organisationHref(slug, { slug: cluster })}/profile`,
        key: `profile:${clusterId}:${organisationId}`,
        act: {
          act: "profile.still-true",
          subject: { organisation: slug },
          label: { en: sayProfile("en")("act.still"), de: sayProfile("de")("act.still") },
        },
      });
      await unit.db
        .insertInto("profile")
        .values({ clusterId, organisationId, remindedAt: now() })
        .onConflict((conflict) =>
          conflict.columns(["clusterId", "organisationId"]).doUpdateSet({ remindedAt: now() }),
        )
        .execute();
    }
  });
};

/**
 * Tells a person that they are listed, with a link of their own to take themselves off. Nobody knows their language, so it is said
 * in both.
 */
export const tellListed: Job = async (payload, { system, publicUrl }) => {
  const { clusterId, factId } = payload as { clusterId: string; factId: string };
  await system("telling a person that a profile lists them", async ({ db, mail }) => {
    const fact = await db
      .selectFrom("fact")
      .innerJoin("organisation", "organisation.id", "fact.organisationId")
      .innerJoin("cluster", "cluster.id", "fact.clusterId")
      .select(["organisation.name", "cluster.nameEn", "cluster.nameDe"])
      .select(sql<string | null>`fact.detail ->> 'email'`.as("email"))
      .where("fact.clusterId", "=", clusterId)
      .where("fact.id", "=", factId)
      .where("fact.field", "=", "people")
      .executeTakeFirst();
    if (!fact?.email) return;
    const token = newToken();
    await db
      .updateTable("fact")
      .set({ eraseHash: hashToken(token) })
      .where("clusterId", "=", clusterId)
      .where("id", "=", factId)
      .execute();
    const name = shortened(fact.name);
    const link = `${publicUrl}/listed/${token}`;
    await mail({
      to: fact.email,
      subject: `${sayProfile("en")("listed.mail.subject", { name })} · ${sayProfile("de")("listed.mail.subject", { name })}`,
      body: [
        sayProfile("en")("listed.mail.body", { name, cluster: fact.nameEn, link }),
        sayProfile("de")("listed.mail.body", { name, cluster: fact.nameDe, link }),
        "",
      ].join("\n\n"),
    });
  });
};

const shortened = (name: string) => {
  const shown = displayName(name);
  return shown.length > 120 ? `${shown.slice(0, 119)}…` : shown;
};
