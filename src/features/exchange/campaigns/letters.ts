import { sql } from "kysely";
import type { Job, JobHouse } from "../../../access/feature.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { displayName, formatDate } from "../../../ui/index.ts";
import { type Asking, askByLetter, notify, remindByLetter, reminderDue } from "../../notices/feature.ts";
import { campaignHref } from "./address.ts";
import { sayCampaign } from "./messages.ts";
import {
  addressees,
  CAMPAIGN_ASKS,
  type Campaign,
  campaignBy,
  closeCampaignsDue,
  isReached,
} from "./store.ts";

/** What a letter says, and to whom. */
interface Receiver extends Pick<Campaign, "titleEn" | "titleDe" | "introEn" | "introDe" | "due"> {
  clusterId: string;
  email: string;
  locale: Locale;
  organisation: string;
}

const asking: Asking<Receiver> = {
  ...CAMPAIGN_ASKS,
  letter: (about, to, link) => {
    const say = sayCampaign(to.locale);
    const german = to.locale === "de";
    const title = german ? to.titleDe : to.titleEn;
    const intro = german ? to.introDe : to.introEn;
    return {
      to: to.email,
      subject: say(`letter.${about}.subject`, { title }),
      body: [
        say(`letter.${about}`, {
          title,
          organisation: displayName(to.organisation),
          due: formatDate(to.due, to.locale),
        }),
        ...(intro ? [intro] : []),
        say("letter.link"),
        link,
        say("letter.end"),
      ].join("\n\n"),
    };
  },
};

/** The letters of a campaign that was just sent. Doing it again writes to nobody twice. */
export const sendLetters: Job = async (payload, house) => {
  const { clusterId, id } = payload as { clusterId: string; id: string };
  const today = house.now().toISOString().slice(0, 10);
  const people = await house.system(CAMPAIGN_ASKS.reason, async ({ db }) => {
    const campaign = await campaignBy(db, clusterId, id);
    if (campaign?.state !== "open") return [];
    const { titleEn, titleDe, introEn, introDe, due } = campaign;
    return (await addressees(db, clusterId, campaign.roles, today)).filter(isReached).map((one) => ({
      ...{ titleEn, titleDe, introEn, introDe, due, clusterId, subjectId: id },
      ...{ organisationId: one.organisationId, organisation: one.name },
      ...{ personId: one.personId, seatId: one.seatId, email: one.email, locale: one.locale },
    }));
  });
  await askByLetter(house, asking, people);
};

/** Once a day: who has not answered is reminded, and what is over is closed. */
export const remind: Job = async (_, house) => {
  const now = house.now();
  const today = now.toISOString().slice(0, 10);
  await closeDue(house, today);
  const waiting = await house.system(CAMPAIGN_ASKS.reason, async ({ db }) => {
    const { rows } = await sql<Waiting>`
      select a.cluster_id, a.id, a.asked_at, a.reminded_at, a.reminders, c.due, c.remind_after, c.title_en, c.title_de, c.intro_en,
        c.intro_de, p.email, p.locale, o.name as organisation
      from campaign_ask a join campaign c on c.cluster_id = a.cluster_id and c.id = a.campaign_id and c.state = 'open'
      join person p on p.id = a.person_id and p.suspended_at is null join organisation o on o.id = a.organisation_id
      join seat s on s.id = a.seat_id and (s.until is null or s.until > ${today}::date)
      where not exists (select from campaign_answer w where w.cluster_id = a.cluster_id and w.campaign_id = a.campaign_id
          and w.organisation_id = a.organisation_id)
        and exists (select from membership m where m.cluster_id = a.cluster_id and m.organisation_id = a.organisation_id
          and m.role <> 'applicant' and (m.until is null or m.until > ${today}::date))
      order by a.id`.execute(db);
    return rows.filter((row) => reminderDue(row, row, now));
  });
  await remindByLetter(house, asking, waiting);
};

interface Waiting extends Receiver {
  id: string;
  askedAt: Date;
  remindedAt: Date | null;
  reminders: number;
  remindAfter: number;
}

const closeDue = (house: JobHouse, today: string) =>
  house.system("campaigns that are over", async (unit) => {
    for (const campaign of await closeCampaignsDue(unit.db, today, house.now())) {
      const { clusterId, id, slug, titleEn, titleDe, answered, asked } = campaign;
      unit.audit({ action: "campaign.close", subjectKind: "campaign", subjectId: id, clusterId });
      const text = (locale: Locale) =>
        sayCampaign(locale)("told.closed", {
          ...{ title: locale === "de" ? titleDe : titleEn, answered, asked },
        }).slice(0, 300);
      await notify(unit, {
        to: { team: clusterId, roles: ["manager", "facilitator"] },
        clusterId,
        topic: "campaigns",
        text: { en: text("en"), de: text("de") },
        href: campaignHref({ slug }, id),
        key: `campaign.closed:${id}`,
      });
    }
  });
