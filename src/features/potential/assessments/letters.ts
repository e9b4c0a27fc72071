import { sql } from "kysely";
import type { Job, JobHouse } from "../../../access/feature.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { displayName, formatDate } from "../../../ui/index.ts";
import { type Asking, askByLetter, notify, remindByLetter, reminderDue } from "../../notices/feature.ts";
import { roundHref } from "../address.ts";
import { computeLater } from "../index/jobs.ts";
import { sayPotential } from "../messages.ts";
import type { Both } from "../questionnaires/schema.ts";
import { ASSESSMENT_ASKS, addressees, roundBy } from "./store.ts";

/** What a letter says, and to whom. */
interface Receiver {
  clusterId: string;
  email: string;
  locale: Locale;
  name: string;
  title: Both;
  due: string;
}

const asking: Asking<Receiver> = {
  ...ASSESSMENT_ASKS,
  letter: (about, to, link) => {
    const say = sayPotential(to.locale);
    const title = to.title[to.locale];
    return {
      to: to.email,
      subject: say(`letter.${about}.subject`, { title }),
      body: [
        say(`letter.${about}`, {
          title,
          organisation: displayName(to.name),
          due: formatDate(to.due, to.locale),
        }),
        say("letter.secrecy"),
        say("letter.link"),
        link,
        say("letter.end"),
      ].join("\n\n"),
    };
  },
};

/** The letters of a round that was just opened. Doing it again writes to nobody twice. */
export const sendLetters: Job = async (payload, house) => {
  const { clusterId, roundId } = payload as { clusterId: string; roundId: string };
  const today = house.now().toISOString().slice(0, 10);
  const people = await house.system(ASSESSMENT_ASKS.reason, async ({ db }) => {
    const round = await roundBy(db, clusterId, roundId);
    if (round?.state !== "open") return [];
    return (await addressees(db, clusterId, roundId, today)).map((one) => ({
      ...{ ...one, clusterId, subjectId: one.assessmentId },
      ...{ title: round.content.title, due: round.due },
    }));
  });
  await askByLetter(house, asking, people);
};

interface Waiting extends Receiver {
  id: string;
  askedAt: Date;
  remindedAt: Date | null;
  reminders: number;
  remindAfter: number;
}

/** Once a day: who has not answered is reminded, and what is over is closed. */
export const remind: Job = async (_, house) => {
  const now = house.now();
  const today = now.toISOString().slice(0, 10);
  await closeDue(house, today);
  const waiting = await house.system(ASSESSMENT_ASKS.reason, async ({ db }) => {
    const { rows } = await sql<Waiting>`
      select k.cluster_id, k.id, k.asked_at, k.reminded_at, k.reminders, r.due, r.remind_after, r.content -> 'title' as title,
        p.email, p.locale, o.name
      from assessment_ask k
      join assessment a on a.cluster_id = k.cluster_id and a.id = k.assessment_id and a.state = 'open'
      join assessment_round r on r.cluster_id = a.cluster_id and r.id = a.round_id and r.state = 'open'
      join person p on p.id = k.person_id and p.suspended_at is null
      join seat s on s.id = k.seat_id and (s.until is null or s.until > ${today}::date)
      join organisation o on o.id = k.organisation_id
      where exists (select from membership m where m.cluster_id = k.cluster_id and m.organisation_id = k.organisation_id
        and m.role <> 'applicant' and (m.until is null or m.until > ${today}::date))
      order by k.id`.execute(db);
    return rows.filter((row) => reminderDue(row, row, now));
  });
  await remindByLetter(house, asking, waiting);
};

const closeDue = (house: JobHouse, today: string) =>
  house.system("rounds of assessments that are over", async (unit) => {
    const { rows: over } = await sql<{ clusterId: string; id: string; title: Both; slug: string }>`
      update assessment_round r set state = 'closed', closed_at = ${house.now()} from cluster c
      where c.id = r.cluster_id and r.state = 'open' and r.due < ${today}::date
      returning r.cluster_id, r.id, r.content -> 'title' as title, c.slug`.execute(unit.db);
    for (const { clusterId, id, title, slug } of over) {
      unit.audit({ action: "assessment.close", subjectKind: "assessment-round", subjectId: id, clusterId });
      await computeLater(unit, clusterId, id);
      const text = (locale: Locale) =>
        sayPotential(locale)("told.closed", { title: title[locale] }).slice(0, 300);
      await notify(unit, {
        to: { team: clusterId, roles: ["manager", "analyst"] },
        clusterId,
        topic: "potential",
        text: { en: text("en"), de: text("de") },
        href: roundHref({ slug }, id),
        key: `assessment.closed:${id}`,
      });
    }
  });
