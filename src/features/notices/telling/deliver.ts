import type { Job, JobHouse } from "../../../access/feature.ts";
import type { SystemUnit } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import type { Features } from "../topics.ts";
import { actingOf } from "./addressed.ts";
import { letterActs } from "./letter-acts.ts";
import { letterKeyOf, unsubscribePath } from "./letter-key.ts";
import { noticeLetter } from "./letters.ts";
import { actsOf, type Delivery, type NewNotice } from "./notice.ts";
import { digestOf, frequencyOf } from "./rules.ts";
import { addNotice, behindWall, choicesOf, oneAtATime, type Reader, readersOf } from "./store.ts";

/** Finds whom a notice reaches today, and writes it for each: row and letter together, so that neither comes twice or alone. */
export const deliver =
  (features: Features): Job =>
  (payload, house) => {
    const { notice, delivery } = payload as unknown as Delivery;
    const now = house.now();
    const today = now.toISOString().slice(0, 10);
    return house.system("delivering a notice", async (unit) => {
      const { db } = unit;
      if (notice.key) await oneAtATime(db, notice.key);
      const found = (await readersOf(db, notice.to, today)).filter((one) => one.personId !== notice.except);
      const people = found.map((one) => one.personId);
      const walled = await behindWall(db, people, notice.wall ?? [], today);
      const choices = await choicesOf(db, people);
      const urgent = notice.urgent === true || actsOf(notice).length > 0;

      for (const reader of found) {
        if (walled.has(reader.personId)) continue;
        const frequency = frequencyOf({ topic: notice.topic, urgent }, choices.get(reader.personId) ?? {});
        const added = await addNotice(db, {
          id: uuidv7(),
          personId: reader.personId,
          clusterId: notice.clusterId,
          addressed: reader.addressed,
          wall: notice.wall ?? [],
          topic: notice.topic,
          textEn: notice.text.en,
          textDe: notice.text.de,
          href: notice.href,
          key: notice.key ?? null,
          acts: JSON.stringify(actsOf(notice)),
          links: JSON.stringify(notice.links ?? []),
          delivery,
          createdAt: now,
          due: digestOf(frequency),
          toldAt: frequency === "at-once" ? now : null,
        });
        if (added && frequency === "at-once")
          await unit.mail(await letterAbout(unit, house, features, notice, reader));
      }
    });
  };

async function letterAbout(
  unit: SystemUnit,
  house: JobHouse,
  features: Features,
  notice: NewNotice,
  reader: Reader,
) {
  const { db } = unit;
  const { locale } = reader;
  const cluster = notice.clusterId
    ? await db
        .selectFrom("cluster")
        .select(["nameEn", "nameDe"])
        .where("id", "=", notice.clusterId)
        .executeTakeFirst()
    : undefined;
  const whole = (path: string) => `${house.publicUrl}${path}`;
  const addressee = {
    personId: reader.personId,
    acting: actingOf(reader.addressed),
    clusterId: notice.clusterId,
  };
  return noticeLetter({
    to: reader,
    text: notice.text[locale],
    cluster: cluster ? (locale === "de" ? cluster.nameDe : cluster.nameEn) : null,
    topic: features.topicLabel(notice.topic, locale),
    href: whole(notice.href),
    links: (notice.links ?? []).map(({ text, href }) => ({ text, address: whole(href) })),
    acts: await letterActs(unit, house, actsOf(notice), addressee, locale),
    unsubscribe: whole(
      unsubscribePath(await letterKeyOf(db, reader.personId), reader.personId, notice.topic),
    ),
    often: whole("/account/notices"),
  });
}
