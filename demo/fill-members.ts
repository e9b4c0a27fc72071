import { sql } from "kysely";
import {
  addNote,
  beginMembership,
  endMembership,
  findDuplicates,
  setOwnValue,
} from "../src/features/registry/feature.ts";
import type { PersonId } from "../src/kernel/actor.ts";
import type { SystemUnit } from "../src/kernel/gateway.ts";
import { uuidv7 } from "../src/kernel/ids.ts";
import type { Days } from "./days.ts";
import { APPLICATIONS, DUES, INVENTED_MEMBERSHIPS, LEVELS, NESTED } from "./invented-members.ts";
import { LABELS, OWN_FIELDS, SEARCHES, TEAM_ON } from "./invented-team.ts";

type Ids = ReadonlyMap<string, string>;

export interface Region {
  unit: SystemUnit;
  days: Days;
  /** By slug. */
  clusters: Ids;
  /** By participant code, or by the slug of an invented one. */
  organisations: Ids;
  /** By address. */
  persons: ReadonlyMap<string, PersonId>;
  /** What is said of a link that no source tells. */
  note: string;
}

/** Levels, dues, who came and left, associations with their firms, and who applies. */
export async function fillMembers(region: Region): Promise<void> {
  const levels = await fillLevels(region);
  await fillInventedMemberships(region, levels);
  await fillNested(region);
  await fillApplications(region, levels);
}

/** The ids of levels and dues classes, as `aviation full`. */
async function fillLevels({ unit: { db }, clusters }: Region): Promise<Ids> {
  const all = [...clusters];
  const levels = all.flatMap(([slug, clusterId]) =>
    LEVELS.map((level, position) => ({ ...level, slug, clusterId, id: uuidv7(), position })),
  );
  const dues = all.flatMap(([slug, clusterId]) =>
    DUES.map((one, position) => ({ ...one, slug, clusterId, id: uuidv7(), position })),
  );
  await db
    .insertInto("membershipLevel")
    .values(
      levels.map(({ clusterId, id, name: [nameEn, nameDe], position }) => ({
        clusterId,
        id,
        nameEn,
        nameDe,
        position,
      })),
    )
    .execute();
  await db
    .insertInto("membershipLevelTerm")
    .values(
      levels.map(({ clusterId, id, votesDirect, votesIndirect, benefits, inherited }) => ({
        ...{ clusterId, levelId: id, since: "0001-01-01", votesDirect, votesIndirect },
        benefits: [...benefits],
        inherited: [...inherited],
      })),
    )
    .execute();
  await db
    .insertInto("duesClass")
    .values(
      dues.map(({ clusterId, id, name: [nameEn, nameDe], amountCents, note, position }) => ({
        ...{ clusterId, id, nameEn, nameDe, amountCents, note, position },
      })),
    )
    .execute();
  // By the rule that gave the role, and by the kind of organisation: nothing is decided for one alone.
  await sql`
    update membership m set level_id = l.id, dues_class_id = d.id
    from organisation o, membership_level l, dues_class d
    where o.id = m.organisation_id and l.cluster_id = m.cluster_id and d.cluster_id = m.cluster_id
      and l.position = case m.role when 'anchor' then 0 when 'core' then 1 when 'associate' then 2 else 4 end
      and d.position = case when o.kind <> 'enterprise' then 2 when o.size_class is null then 1 else 0 end
  `.execute(db);
  return new Map([...levels, ...dues].map(({ slug, key, id }) => [`${slug} ${key}`, id]));
}

async function fillInventedMemberships({ unit, days, clusters, organisations }: Region, levels: Ids) {
  for (const { cluster, at, role, level, since, renewsOn, ended } of INVENTED_MEMBERSHIPS) {
    const place = { clusterId: clusters.get(cluster)!, organisationId: organisations.get(at)! };
    await beginMembership(unit, {
      ...place,
      role,
      since: days.day(...since),
      levelId: levels.get(`${cluster} ${level}`)!,
      duesClassId: levels.get(`${cluster} ${level === "association" ? "public" : "small"}`)!,
      renewsOn: renewsOn ? days.day(...renewsOn) : null,
    });
    if (ended)
      await endMembership(unit, {
        ...place,
        until: days.day(...ended.until),
        reason: ended.reason,
        note: `${ended.note} (Invented for the demonstration.)`,
      });
  }
}

/** A firm is a member through its association as long as both say so. */
async function fillNested({ unit: { db }, days, clusters, organisations, note }: Region) {
  await db
    .insertInto("link")
    .values(
      NESTED.flatMap(({ cluster, association, firms, since }) =>
        firms.map((firm) => ({
          id: uuidv7(),
          clusterId: clusters.get(cluster)!,
          type: "formal",
          nature: "member",
          fromOrganisationId: organisations.get(firm)!,
          toOrganisationId: organisations.get(association)!,
          since: days.day(...since),
          strength: 4,
          origin: "confirmed",
          declaredFor: organisations.get(association)!,
          confirmedAt: new Date(`${days.day(...since)}T08:00:00Z`),
          note,
          visibility: "cluster",
        })),
      ),
    )
    .execute();
}

async function fillApplications({ unit, days, clusters, organisations, persons }: Region, levels: Ids) {
  const { db } = unit;
  for (const { cluster, from, level, statement, daysAgo, question } of APPLICATIONS) {
    const clusterId = clusters.get(cluster)!;
    const id = uuidv7();
    const sentAt = days.moment(0, -daysAgo);
    const askedAt = days.moment(0, -daysAgo + 4);
    const known = "at" in from;
    const organisationId = known ? organisations.get(from.at)! : null;
    if (organisationId)
      await beginMembership(unit, {
        ...{ clusterId, organisationId, role: "applicant", since: days.day(0, -daysAgo) },
        visibility: "cluster",
      });
    await db
      .insertInto("membershipApplication")
      .values({
        ...{ clusterId, id, organisationId, statement, sentAt, createdAt: sentAt },
        state: question ? "asked-back" : "sent",
        proposed: known
          ? null
          : JSON.stringify({ name: from.name, kind: "enterprise", city: from.city, country: "DE" }),
        personId: known ? persons.get(from.email)! : null,
        name: known ? null : from.person,
        email: known ? null : from.email,
        locale: "de",
        levelId: levels.get(`${cluster} ${level}`)!,
        turnAt: question ? askedAt : sentAt,
      })
      .execute();
    if (question)
      await db
        .insertInto("membershipApplicationWord")
        .values({
          clusterId,
          id: uuidv7(),
          applicationId: id,
          side: "team",
          text: question,
          writtenAt: askedAt,
        })
        .execute();
  }
}

/** Labels, own fields and notes of the two teams, their searches, and the pairs that are found to be one. */
export async function fillTeam({ unit, days, clusters, organisations, persons }: Region): Promise<void> {
  const { db } = unit;
  for (const [slug, clusterId] of clusters) {
    const here = TEAM_ON.filter(({ cluster }) => cluster === slug);
    if (here.length === 0) continue;
    const setBy = await managerOf(unit, clusterId);
    const labels = LABELS.map((label) => ({ ...label, clusterId, id: uuidv7() }));
    await db.insertInto("label").values(labels).execute();
    await db
      .insertInto("organisationLabel")
      .values(
        here.flatMap(({ at, labels: put }) =>
          labels
            .filter(({ name }) => put.includes(name))
            .map(({ id }) => ({
              clusterId,
              organisationId: organisations.get(at)!,
              labelId: id,
              putBy: setBy,
            })),
        ),
      )
      .execute();
    const fields = OWN_FIELDS.map(({ name: [nameEn, nameDe], key, kind, choices }, position) => ({
      ...{ clusterId, id: uuidv7(), key, nameEn, nameDe, kind, position },
      choices: [...choices],
    }));
    await db.insertInto("ownField").values(fields).execute();
    for (const { at, values, notes } of here) {
      const organisationId = organisations.get(at)!;
      for (const [position, field] of fields.entries()) {
        const held = values[position];
        const value = field.kind === "date" && typeof held === "number" ? days.day(0, -held) : held;
        if (value === null) continue;
        const set = await setOwnValue(unit, { clusterId, organisationId, field, value, setBy });
        if (!set.ok) throw new Error(`${at}: ${field.key} cannot be "${value}"`);
      }
      for (const { text, daysAgo } of notes)
        await addNote(unit, {
          ...{ clusterId, organisationId, writtenBy: setBy, writtenAt: days.moment(0, -daysAgo) },
          text: `${text} (Invented for the demonstration.)`,
        });
    }
  }
  const offices = await db.selectFrom("office").select(["id", "personId", "clusterId"]).execute();
  await db
    .insertInto("savedSearch")
    .values(
      SEARCHES.map(({ email, cluster, kind, name, query, alert }) => {
        const personId = persons.get(email)!;
        const clusterId = clusters.get(cluster)!;
        const office = offices.find((one) => one.personId === personId && one.clusterId === clusterId)!;
        return { id: uuidv7(), personId, clusterId, acting: `office:${office.id}`, kind, name, query, alert };
      }),
    )
    .execute();
  await findDuplicates(unit);
}

async function managerOf({ db }: SystemUnit, clusterId: string): Promise<PersonId> {
  const { personId } = await db
    .selectFrom("office")
    .select("personId")
    .where("clusterId", "=", clusterId)
    .where("role", "=", "manager")
    .executeTakeFirstOrThrow();
  return personId;
}
