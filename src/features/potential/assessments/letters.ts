import { sql } from "kysely";
import type { Job, JobHouse } from "../../../access/feature.ts";
import type { SystemUnit } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { hashToken, newSecret } from "../../../kernel/token.ts";
import { displayName, formatDate } from "../../../ui/index.ts";
import { notify } from "../../notices/feature.ts";
import { roundHref } from "../address.ts";
import { computeLater } from "../index/jobs.ts";
import { sayPotential } from "../messages.ts";
import { addressees, type Round, roundBy } from "./store.ts";

const PER_TRANSACTION = 100;
const MOST_REMINDERS = 2;

interface Receiver {
  email: string;
  locale: Locale;
  name: string;
}

/** The letters of a round that was just opened. Doing it again writes to nobody twice. */
export const sendLetters: Job = async (payload, house) => {
  const { clusterId, roundId } = payload as { clusterId: string; roundId: string };
  const today = house.now().toISOString().slice(0, 10);
  const all = await house.system("letters of a round of assessments", async ({ db }) => {
    const round = await roundBy(db, clusterId, roundId);
    return round?.state === "open"
      ? { round, people: await addressees(db, clusterId, roundId, today) }
      : null;
  });
  if (!all) return;
  for (let at = 0; at < all.people.length; at += PER_TRANSACTION)
    await house.system("letters of a round of assessments", async (unit) => {
      for (const one of all.people.slice(at, at + PER_TRANSACTION)) {
        const secret = newSecret();
        const { numInsertedOrUpdatedRows } = await unit.db
          .insertInto("assessmentAsk")
          .values({
            ...{
              clusterId,
              id: uuidv7(),
              assessmentId: one.assessmentId,
              organisationId: one.organisationId,
            },
            ...{ personId: one.personId, seatId: one.seatId, hashes: [hashToken(secret)] },
            askedAt: house.now(),
          })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (numInsertedOrUpdatedRows === 1n) await write(unit, house, all.round, "ask", secret, one);
      }
    });
};

async function write(
  unit: SystemUnit,
  house: Pick<JobHouse, "publicUrl">,
  round: Round,
  about: "ask" | "remind",
  secret: string,
  to: Receiver,
) {
  const say = sayPotential(to.locale);
  const title = round.content.title[to.locale];
  await unit.mail({
    to: to.email,
    subject: say(`letter.${about}.subject`, { title }),
    body: [
      say(`letter.${about}`, {
        title,
        organisation: displayName(to.name),
        due: formatDate(round.due, to.locale),
      }),
      say("letter.secrecy"),
      say("letter.link"),
      `${house.publicUrl}/assess/${secret}`,
      say("letter.end"),
    ].join("\n\n"),
  });
}

interface Waiting extends Receiver {
  id: string;
  clusterId: string;
  roundId: string;
}

/** Once a day: who has not answered is reminded, twice at most, and what is over is closed. */
export const remind: Job = async (_, house) => {
  const now = house.now();
  const today = now.toISOString().slice(0, 10);
  await closeDue(house, today);
  const waiting = await house.system("reminders of assessments", async ({ db }) => {
    const { rows } = await sql<Waiting>`
      select k.id, k.cluster_id, a.round_id, p.email, p.locale, o.name
      from assessment_ask k
      join assessment a on a.cluster_id = k.cluster_id and a.id = k.assessment_id and a.state = 'open'
      join assessment_round r on r.cluster_id = a.cluster_id and r.id = a.round_id and r.state = 'open' and r.due > ${today}::date
      join person p on p.id = k.person_id and p.suspended_at is null
      join seat s on s.id = k.seat_id and (s.until is null or s.until > ${today}::date)
      join organisation o on o.id = k.organisation_id
      where k.reminders < ${MOST_REMINDERS}
        and coalesce(k.reminded_at, k.asked_at) + make_interval(days => r.remind_after) <= ${now}
      order by k.id`.execute(db);
    return rows;
  });
  for (let at = 0; at < waiting.length; at += PER_TRANSACTION)
    await house.system("reminders of assessments", async (unit) => {
      for (const one of waiting.slice(at, at + PER_TRANSACTION)) {
        const secret = newSecret();
        await unit.db
          .updateTable("assessmentAsk")
          .set({
            hashes: sql`array_append(hashes, ${hashToken(secret)})`,
            reminders: sql`reminders + 1`,
            remindedAt: now,
          })
          .where("clusterId", "=", one.clusterId)
          .where("id", "=", one.id)
          .execute();
        const round = await roundBy(unit.db, one.clusterId, one.roundId);
        await write(unit, house, round!, "remind", secret, one);
      }
    });
};

const closeDue = (house: JobHouse, today: string) =>
  house.system("rounds of assessments that are over", async (unit) => {
    const over = await unit.db
      .updateTable("assessmentRound")
      .set({ state: "closed", closedAt: house.now() })
      .where("state", "=", "open")
      .where("due", "<", today)
      .returning(["clusterId", "id"])
      .execute();
    for (const { clusterId, id } of over) {
      unit.audit({ action: "assessment.close", subjectKind: "assessment-round", subjectId: id, clusterId });
      await computeLater(unit, clusterId, id);
      const round = (await roundBy(unit.db, clusterId, id))!;
      const cluster = await unit.db
        .selectFrom("cluster")
        .select("slug")
        .where("id", "=", clusterId)
        .executeTakeFirstOrThrow();
      const text = (locale: Locale) =>
        sayPotential(locale)("told.closed", { title: round.content.title[locale] }).slice(0, 300);
      await notify(unit, {
        to: { team: clusterId, roles: ["manager", "analyst"] },
        clusterId,
        topic: "potential",
        text: { en: text("en"), de: text("de") },
        href: roundHref(cluster, id),
        key: `assessment.closed:${id}`,
      });
    }
  });
