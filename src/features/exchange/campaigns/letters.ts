import { sql } from "kysely";
import type { Job, JobHouse } from "../../../access/feature.ts";
import type { SystemUnit } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { hashToken, newSecret } from "../../../kernel/token.ts";
import { formatDate } from "../../../ui/index.ts";
import { notify } from "../../notices/feature.ts";
import { campaignHref } from "./address.ts";
import { sayCampaign } from "./messages.ts";
import { reminderDue } from "./rules.ts";
import { type Asked, addressees, type Campaign, campaignBy } from "./store.ts";

const PER_TRANSACTION = 100;

interface Receiver {
  email: string;
  locale: Locale;
  organisation: string;
}

/** The letters of a campaign that was just sent. Doing it again writes to nobody twice. */
export const sendLetters: Job = async (payload, house) => {
  const { clusterId, id } = payload as { clusterId: string; id: string };
  const today = house.now().toISOString().slice(0, 10);
  const all = await house.system("letters of a campaign", async ({ db }) => {
    const campaign = await campaignBy(db, clusterId, id);
    if (campaign?.state !== "open") return null;
    return { campaign, people: await addressees(db, clusterId, campaign.roles, today) };
  });
  if (!all) return;
  const reached = all.people.filter(({ email }) => email !== null);
  for (let at = 0; at < reached.length; at += PER_TRANSACTION)
    await house.system("letters of a campaign", async (unit) => {
      for (const one of reached.slice(at, at + PER_TRANSACTION)) {
        const secret = newSecret();
        const { numInsertedOrUpdatedRows } = await unit.db
          .insertInto("campaignAsk")
          .values({
            clusterId,
            id: uuidv7(),
            campaignId: id,
            organisationId: one.organisationId,
            personId: one.personId!,
            seatId: one.seatId!,
            hashes: [hashToken(secret)],
            askedAt: house.now(),
          })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (numInsertedOrUpdatedRows === 1n)
          await write(unit, house, all.campaign, "ask", secret, {
            email: one.email!,
            locale: one.locale!,
            organisation: one.name,
          });
      }
    });
};

async function write(
  unit: SystemUnit,
  house: Pick<JobHouse, "publicUrl">,
  campaign: Campaign,
  about: "ask" | "remind",
  secret: string,
  to: Receiver,
) {
  const say = sayCampaign(to.locale);
  const german = to.locale === "de";
  const title = german ? campaign.titleDe : campaign.titleEn;
  const intro = german ? campaign.introDe : campaign.introEn;
  await unit.mail({
    to: to.email,
    subject: say(`letter.${about}.subject`, { title }),
    body: [
      say(`letter.${about}`, {
        title,
        organisation: to.organisation,
        due: formatDate(campaign.due, to.locale),
      }),
      ...(intro ? [intro] : []),
      say("letter.link"),
      `${house.publicUrl}/answer/${secret}`,
      say("letter.end"),
    ].join("\n\n"),
  });
}

interface Waiting extends Asked, Receiver {
  due: string;
  remindAfter: number;
}

/** Once a day: who has not answered is reminded, and what is over is closed. */
export const remind: Job = async (_, house) => {
  const now = house.now();
  await closeDue(house, now.toISOString().slice(0, 10));
  const waiting = await house.system("reminders of campaigns", async ({ db }) => {
    const { rows } = await sql<Waiting>`
      select a.*, c.due, c.remind_after, p.email, p.locale, o.name as organisation
      from campaign_ask a join campaign c on c.cluster_id = a.cluster_id and c.id = a.campaign_id and c.state = 'open'
      join person p on p.id = a.person_id and p.suspended_at is null join organisation o on o.id = a.organisation_id
      join seat s on s.id = a.seat_id and (s.until is null or s.until > current_date)
      where not exists (select from campaign_answer w where w.cluster_id = a.cluster_id and w.campaign_id = a.campaign_id
        and w.organisation_id = a.organisation_id)
      order by a.id`.execute(db);
    return rows.filter((row) => reminderDue(row, row, now));
  });
  for (let at = 0; at < waiting.length; at += PER_TRANSACTION)
    await house.system("reminders of campaigns", async (unit) => {
      for (const one of waiting.slice(at, at + PER_TRANSACTION)) {
        const secret = newSecret();
        await unit.db
          .updateTable("campaignAsk")
          .set({
            hashes: sql`array_append(hashes, ${hashToken(secret)})`,
            reminders: sql`reminders + 1`,
            remindedAt: now,
          })
          .where("clusterId", "=", one.clusterId)
          .where("id", "=", one.id)
          .execute();
        const campaign = await campaignBy(unit.db, one.clusterId, one.campaignId);
        await write(unit, house, campaign!, "remind", secret, one);
      }
    });
};

const closeDue = (house: JobHouse, today: string) =>
  house.system("campaigns that are over", async (unit) => {
    const over = await unit.db
      .updateTable("campaign")
      .set({ state: "closed", closedAt: house.now() })
      .where("state", "=", "open")
      .where("due", "<", today)
      .returning(["clusterId", "id"])
      .execute();
    for (const { clusterId, id } of over) {
      const campaign = await campaignBy(unit.db, clusterId, id);
      const cluster = await unit.db
        .selectFrom("cluster")
        .select("slug")
        .where("id", "=", clusterId)
        .executeTakeFirst();
      unit.audit({ action: "campaign.close", subjectKind: "campaign", subjectId: id, clusterId });
      const text = (locale: Locale) =>
        sayCampaign(locale)("told.closed", {
          title: locale === "de" ? campaign!.titleDe : campaign!.titleEn,
          answered: campaign!.answered,
          asked: campaign!.asked,
        }).slice(0, 300);
      await notify(unit, {
        to: { team: clusterId, roles: ["manager", "facilitator"] },
        clusterId,
        topic: "campaigns",
        text: { en: text("en"), de: text("de") },
        href: campaignHref(cluster!, id),
        key: `campaign.closed:${id}`,
      });
    }
  });
