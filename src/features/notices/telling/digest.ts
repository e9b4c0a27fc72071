import { sql } from "kysely";
import type { Job, JobHouse } from "../../../access/feature.ts";
import type { Identity } from "../../../access/identity.ts";
import type { Db, SystemUnit } from "../../../kernel/gateway.ts";
import type { Features } from "../topics.ts";
import { actingOf, heldBy } from "./addressed.ts";
import { type DigestLine, digestLetter, MOST_LINES } from "./digest-letter.ts";
import { letterActs } from "./letter-acts.ts";
import { ALL, letterKeyOf, unsubscribePath } from "./letter-key.ts";
import type { NoticeAct, NoticeLink } from "./notice.ts";
import { lastDue } from "./rules.ts";
import { stillTold } from "./store.ts";

/**
 * Comes round every hour and tells what is due: so nothing is lost when the house was shut at six. Each person is one transaction that
 * writes the letter and takes the notices off the waiting list: neither twice nor not at all.
 */
export const digests =
  (features: Features): Job =>
  async (_payload, house) => {
    const now = house.now();
    const people = await house.system("looking for due digests", ({ db }) => peopleDue(db, now));
    const failed: unknown[] = [];
    for (const personId of people) {
      try {
        // As the person stands now: `null` once suspended, and with the roles held today.
        const ctx = await house.as({ personId, acting: null, clusterId: null });
        await house.system("a digest", (unit) =>
          tellDigest(unit, house, features, personId, ctx?.identity ?? null, now),
        );
      } catch (error) {
        failed.push(error);
      }
    }
    // One person's trouble keeps no letter from the others; the job comes again for those it failed.
    if (failed.length > 0) throw failed[0];
  };

const isDue = (now: Date) => sql<boolean>`(notice.due is not null and notice.created_at < case notice.due
  when 'daily' then ${lastDue("daily", now)}::timestamptz
  when 'weekly' then ${lastDue("weekly", now)}::timestamptz
  else ${lastDue("monthly", now)}::timestamptz end)`;

const peopleDue = async (db: Db, now: Date) =>
  (
    await db
      .selectFrom("notice")
      .select("personId")
      .distinct()
      .where(isDue(now))
      .orderBy("personId")
      .execute()
  ).map((row) => row.personId);

async function tellDigest(
  unit: SystemUnit,
  house: JobHouse,
  features: Features,
  personId: string,
  identity: Identity | null,
  now: Date,
) {
  const { db } = unit;
  const held = identity ? heldBy(identity) : [];
  const own = identity ? identity.seats.map((seat) => seat.organisationId) : [];
  const waiting = await db
    .selectFrom("notice")
    .select(["id", "clusterId", "addressed", "topic", "textEn", "textDe", "href", "acts", "links", "readAt"])
    .select(stillTold(held, own).as("seen"))
    .where("personId", "=", personId)
    .where(isDue(now))
    .orderBy("id")
    // A second run at the same time waits here, and then finds them told.
    .forUpdate()
    .execute();
  if (waiting.length === 0) return;
  const told = identity ? waiting.filter((notice) => notice.seen && notice.readAt === null) : [];
  const ids = (notices: typeof waiting) => notices.map((notice) => notice.id);
  await db.updateTable("notice").set({ due: null }).where("id", "in", ids(waiting)).execute();
  if (told.length === 0 || !identity) return;
  await db.updateTable("notice").set({ toldAt: now }).where("id", "in", ids(told)).execute();

  const { locale } = identity;
  const whole = (path: string) => `${house.publicUrl}${path}`;
  const clusters = await clusterNames(
    db,
    told.flatMap((notice) => notice.clusterId ?? []),
  );
  const lines: DigestLine[] = [];
  for (const notice of told.slice(0, MOST_LINES)) {
    const cluster = notice.clusterId ? clusters.get(notice.clusterId) : undefined;
    lines.push({
      cluster: cluster?.[locale] ?? null,
      topic: features.topicLabel(notice.topic, locale),
      text: locale === "de" ? notice.textDe : notice.textEn,
      href: whole(notice.href),
      links: (notice.links as unknown as NoticeLink[]).map(({ text, href }) => ({
        text,
        address: whole(href),
      })),
      acts: await letterActs(
        unit,
        { now: () => now, publicUrl: house.publicUrl },
        notice.acts as unknown as NoticeAct[],
        {
          personId,
          acting: actingOf(notice.addressed.filter((role) => held.includes(role))),
          clusterId: notice.clusterId,
        },
        locale,
      ),
    });
  }
  await unit.mail(
    digestLetter({
      to: identity,
      count: told.length,
      lines,
      all: whole("/notices"),
      often: whole("/account/notices"),
      unsubscribe: whole(unsubscribePath(await letterKeyOf(db, personId), personId, ALL)),
    }),
  );
}

async function clusterNames(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { en: string; de: string }>();
  const rows = await db
    .selectFrom("cluster")
    .select(["id", "nameEn", "nameDe"])
    .where("id", "in", ids)
    .execute();
  return new Map(rows.map((row) => [row.id, { en: row.nameEn, de: row.nameDe }]));
}
