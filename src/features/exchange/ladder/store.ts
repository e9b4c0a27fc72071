import { sql } from "kysely";
import { seenBy } from "../../../access/visibility.ts";
import type { Actor, OrganisationId, PersonId } from "../../../kernel/actor.ts";
import type { Db, Unit } from "../../../kernel/gateway.ts";
import { needsSeenBy, teasersSeenBy } from "../visible.ts";
import type { Climbed, ReleaseState } from "./rules.ts";

/** One step for one reader, with the reader's name as far as the asker may know it. */
export interface Release {
  clusterId: string;
  id: string;
  needId: string;
  organisationId: OrganisationId;
  organisationName: string | null;
  organisationSlug: string | null;
  step: Climbed;
  state: ReleaseState;
  message: string;
  askedAt: Date | null;
  expiresAt: Date | null;
  answeredAt: Date | null;
  reason: string | null;
  agreedText: string | null;
  agreedName: string | null;
  agreedAt: Date | null;
  revokedAt: Date | null;
}

const releases = (db: Db, actor: Actor) =>
  db
    .selectFrom("needRelease as release")
    .leftJoin("organisation", (join) =>
      join
        .onRef("organisation.id", "=", "release.organisationId")
        .on(seenBy(actor, { table: "organisation", owners: ["id"] })),
    )
    .select([
      "release.clusterId",
      "release.id",
      "release.needId",
      "release.organisationId",
      "organisation.name as organisationName",
      "organisation.slug as organisationSlug",
      "release.step",
      "release.state",
      "release.message",
      "release.askedAt",
      "release.expiresAt",
      "release.answeredAt",
      "release.reason",
      "release.agreedText",
      "release.agreedName",
      "release.agreedAt",
      "release.revokedAt",
    ])
    .$narrowType<Pick<Release, "step" | "state">>();

const latestFirst = sql`coalesce(release.revoked_at, release.answered_at, release.asked_at)`;

/** Of one need: all of them for its owner, for a reader those of the own organisation. */
export const releasesOf = (
  db: Db,
  actor: Actor,
  { needId, owner }: { needId: string; owner: boolean },
): Promise<Release[]> =>
  releases(db, actor)
    .where("release.needId", "=", needId)
    .$if(!owner, (q) => q.where("release.organisationId", "=", actor.organisationId))
    .orderBy(latestFirst, (order) => order.desc().nullsLast())
    .orderBy("release.id")
    .limit(2000)
    .execute();

export const releaseById = (db: Db, actor: Actor, id: string): Promise<Release | undefined> =>
  releases(db, actor).where("release.id", "=", id).executeTakeFirst();

/** A release with what the page of all of them says of its need: its title for who knows it, the teaser for the others. */
export interface ReleaseAbout extends Release {
  title: string | null;
  teaser: string | null;
  /** Which side the organisation acted for is on. */
  mine: boolean;
  /** Whether anything can be opened under the need's address. */
  opens: boolean;
}

/** What the organisation acted for asked of others, and what others asked of it. */
export async function releasesAbout(db: Db, actor: Actor): Promise<ReleaseAbout[]> {
  const own = actor.organisationId;
  if (own === null) return [];
  const rows = await releases(db, actor)
    .leftJoin("need", (join) =>
      join
        .onRef("need.clusterId", "=", "release.clusterId")
        .onRef("need.id", "=", "release.needId")
        .on(needsSeenBy(actor)),
    )
    .leftJoin("needTeaser as teaser", (join) =>
      join
        .onRef("teaser.clusterId", "=", "release.clusterId")
        .onRef("teaser.needId", "=", "release.needId")
        .on(teasersSeenBy(actor, "teaser")),
    )
    .select(["need.title", "teaser.text as teaser"])
    .select(sql<boolean>`need.organisation_id is not distinct from ${own}::uuid`.as("mine"))
    .select(sql<boolean>`need.id is not null or teaser.need_id is not null`.as("opens"))
    .where((q) => q.or([q("release.organisationId", "=", own), q("need.organisationId", "=", own)]))
    .orderBy(sql`release.state = 'asked'`, "desc")
    .orderBy(latestFirst, (order) => order.desc().nullsLast())
    .orderBy("release.id")
    .limit(2000)
    .execute();
  return rows;
}

/** What the owner's people did with the releases of a need, and who of them. */
export const actsOn = (db: Db, needId: string) =>
  db
    .selectFrom("needReleaseAct as done")
    .innerJoin("needRelease as release", (join) =>
      join.onRef("release.clusterId", "=", "done.clusterId").onRef("release.id", "=", "done.releaseId"),
    )
    .leftJoin("person", "person.id", "done.personId")
    .select(["done.id", "done.releaseId", "done.act", "done.at", "person.name as personName", "release.step"])
    .$narrowType<{ act: Done; step: Climbed }>()
    .where("done.needId", "=", needId)
    .orderBy("done.at", "desc")
    .orderBy("done.id", "desc")
    .limit(2000)
    .execute();

/** How often this organisation has asked since, whomever. */
export const asksSince = async (db: Db, organisationId: OrganisationId, since: Date): Promise<number> =>
  (
    await db
      .selectFrom("needRelease")
      .select((q) => q.fn.countAll<number>().as("count"))
      .where("organisationId", "=", organisationId)
      .where("askedAt", ">", since)
      .executeTakeFirstOrThrow()
  ).count;

export interface NewRelease {
  clusterId: string;
  id: string;
  needId: string;
  organisationId: OrganisationId;
  step: Climbed;
  state: "asked" | "offered" | "granted";
  message?: string;
  askedBy?: PersonId | null;
  askedAt?: Date;
  expiresAt?: Date;
  answeredAt?: Date;
  agreedText?: string;
  agreedBy?: PersonId | null;
  agreedName?: string;
  agreedAt?: Date;
}

/** `false` where one of the same step and reader is under way already. */
export const addRelease = async ({ db }: Unit, release: NewRelease): Promise<boolean> =>
  ((
    await db
      .insertInto("needRelease")
      .values(release)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
  ).numInsertedOrUpdatedRows ?? 0n) > 0n;

export interface Change {
  state: ReleaseState;
  answeredAt?: Date;
  reason?: string | null;
  revokedAt?: Date | null;
}

/** Takes effect only while it stands as it was read. */
export const changeRelease = async (
  { db }: Unit,
  { clusterId, id, state }: Pick<Release, "clusterId" | "id" | "state">,
  to: Change,
): Promise<boolean> =>
  (
    await db
      .updateTable("needRelease")
      .set(to)
      .where("clusterId", "=", clusterId)
      .where("id", "=", id)
      .where("state", "=", state)
      .executeTakeFirst()
  ).numUpdatedRows > 0n;

/** Every step from `steps` that this reader has or is offered; says which. */
export const revokeSteps = async (
  { db }: Unit,
  { clusterId, needId, organisationId }: Pick<Release, "clusterId" | "needId" | "organisationId">,
  steps: readonly Climbed[],
  at: Date,
): Promise<{ id: string; step: Climbed }[]> =>
  (await db
    .updateTable("needRelease")
    .set({ state: "revoked", revokedAt: at })
    .where("clusterId", "=", clusterId)
    .where("needId", "=", needId)
    .where("organisationId", "=", organisationId)
    .where("step", "in", [...steps])
    .where("state", "in", ["granted", "offered"])
    .returning(["id", "step"])
    .execute()) as { id: string; step: Climbed }[];

export type Done = "granted" | "offered" | "refused" | "revoked" | "restored";

/** Who of the owner's people did it: a row that only the owner reads. */
export const rememberAct = (
  { db }: Unit,
  act: {
    clusterId: string;
    id: string;
    releaseId: string;
    needId: string;
    act: Done;
    personId: PersonId | null;
    at: Date;
  },
) => db.insertInto("needReleaseAct").values(act).execute();

/** The reader agrees to terms that were offered: those that were read, or none. */
export const takeOffer = async (
  { db }: Unit,
  {
    clusterId,
    needId,
    terms,
    name,
    at,
  }: { clusterId: string; needId: string; terms: string; name: string; at: Date },
): Promise<boolean> =>
  (
    await sql<{ agreed: boolean }>`
      select agree_to_terms(${clusterId}::uuid, ${needId}::uuid, ${terms}, ${name}, ${at}::timestamptz) as agreed`.execute(
      db,
    )
  ).rows[0]!.agreed;

/** What both sides' yes to an introduction grants; whichever of the two the transaction belongs to. */
export const nameGranted = async (
  { db }: Unit,
  {
    needId,
    organisationId,
    release,
    at,
  }: { needId: string; organisationId: string; release: string; at: Date },
): Promise<boolean> =>
  (
    await sql<{ granted: boolean | null }>`
      select grant_named(${needId}::uuid, ${organisationId}::uuid, ${release}::uuid, ${at}::timestamptz) as granted`.execute(
      db,
    )
  ).rows[0]!.granted === true;
