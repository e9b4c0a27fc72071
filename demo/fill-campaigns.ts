import { uuidv7 } from "../src/kernel/ids.ts";
import { speakersOf } from "./fill-introductions.ts";
import type { Region } from "./fill-members.ts";
import { CAMPAIGNS, type InventedCampaign } from "./invented-campaigns.ts";

/** What the maritime team asked its members: one campaign is open, one is over. */
export async function fillCampaigns(region: Region): Promise<void> {
  for (const campaign of CAMPAIGNS) await fillCampaign(region, campaign);
}

async function fillCampaign(
  { unit: { db }, days, clusters, organisations, persons }: Region,
  { title, intro, questions, opened, due, state, asked, answers }: InventedCampaign,
) {
  const clusterId = clusters.get("maritime")!;
  const campaignId = uuidv7();
  const ago = (count: number) => days.moment(0, -count);
  const openedAt = ago(opened);
  await db
    .insertInto("campaign")
    .values({
      ...{ clusterId, id: campaignId, state, questions: JSON.stringify(questions) },
      ...{ titleEn: title[0], titleDe: title[1], introEn: intro[0], introDe: intro[1] },
      ...{ due: days.day(0, -due), createdAt: openedAt, openedAt, closedAt: due > 0 ? ago(due) : null },
      createdBy: persons.get("facilitator@example.org")!,
    })
    .execute();
  const speakers = speakersOf({ organisations, persons });
  for (const slug of asked) {
    const organisationId = organisations.get(slug)!;
    const personId = speakers.get(organisationId)!;
    const seat = await db
      .selectFrom("seat")
      .select("id")
      .where("organisationId", "=", organisationId)
      .where("personId", "=", personId)
      .executeTakeFirstOrThrow();
    const answered = answers.find(({ at }) => at === slug);
    const reminded = answered && answered.ago > opened - 7 ? null : ago(opened - 7);
    await db
      .insertInto("campaignAsk")
      .values({
        ...{ clusterId, id: uuidv7(), campaignId, organisationId, personId, seatId: seat.id },
        ...{ askedAt: openedAt, reminders: reminded ? 1 : 0, remindedAt: reminded },
      })
      .execute();
  }
  for (const { at, ago: count, said, need } of answers) {
    const organisationId = organisations.get(at)!;
    await db
      .insertInto("campaignAnswer")
      .values({
        ...{ clusterId, campaignId, organisationId, answers: JSON.stringify(said) },
        ...{ personId: speakers.get(organisationId)!, answeredAt: ago(count) },
      })
      .execute();
    if (need === undefined) continue;
    const { id: needId } = await db
      .selectFrom("need")
      .select("id")
      .where("clusterId", "=", clusterId)
      .where("title", "=", need)
      .executeTakeFirstOrThrow();
    await db.insertInto("campaignNeed").values({ clusterId, campaignId, needId }).execute();
  }
}
