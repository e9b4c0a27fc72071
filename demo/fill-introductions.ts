import { randomUUID } from "node:crypto";
import { uuidv7 } from "../src/kernel/ids.ts";
import type { Region } from "./fill-members.ts";
import {
  INTRODUCTIONS,
  type InventedIntroduction,
  type InventedOutcome,
  type NeedKey,
  PAST_NEEDS,
  type PastNeed,
  RELEASES,
  SUGGESTIONS,
} from "./invented-introductions.ts";
import { INVENTED_PEOPLE } from "./invented-people.ts";
import { DEMO_LOGINS } from "./people.ts";

const CLUSTER = "maritime";
const TEASED = "Second source for fuel valves of methanol engines";

interface Need {
  id: string;
  organisationId: string;
  kind: string;
}

interface Maritime {
  region: Region;
  clusterId: string;
  needs: ReadonlyMap<string, Need>;
  /** The moment so many days before the day of filling. */
  ago(days: number): Date;
  organisation(slug: string): string;
  /** Who speaks for it. */
  speaker(organisationId: string): string | null;
}

/** Nine months of an exchange among invented firms: suggested, asked, spoken with, and what came of it. */
export async function fillIntroductions(region: Region): Promise<void> {
  const clusterId = region.clusters.get(CLUSTER)!;
  const organisation = (slug: string) => region.organisations.get(slug)!;
  const speakers = speakersOf(region);
  const ago = (days: number) => region.days.moment(0, -days);
  const ground = {
    ...{ region, clusterId, ago, organisation },
    speaker: (id: string) => speakers.get(id) ?? null,
  };
  await fillPastNeeds(ground);
  const rows = await region.unit.db
    .selectFrom("need")
    .select(["id", "title", "organisationId", "kind"])
    .where("clusterId", "=", clusterId)
    .execute();
  const here: Maritime = { ...ground, needs: new Map(rows.map(({ title, ...need }) => [title, need])) };
  await fillSuggestions(here);
  for (const one of INTRODUCTIONS) await fillIntroduction(here, one);
  await fillReleases(here);
  await region.unit.enqueue("exchange.matches.learn", { clusterId }, { key: `exchange.learn:${clusterId}` });
}

/** The first to speak for an organisation, by its id. */
export function speakersOf({
  organisations,
  persons,
}: Pick<Region, "organisations" | "persons">): Map<string, string> {
  const all = [
    ...INVENTED_PEOPLE.map(({ email, at }) => ({ email, at })),
    ...DEMO_LOGINS.flatMap(({ email, seats = [] }) => seats.map(({ at }) => ({ email, at }))),
  ];
  // A later one takes the place: who has a login comes before who has none.
  return new Map(
    all
      .toReversed()
      .toSorted((a, b) => Number(isLogin(a.email)) - Number(isLogin(b.email)))
      .map(({ email, at }) => [organisations.get(at)!, persons.get(email)!]),
  );
}

const isLogin = (email: string) => DEMO_LOGINS.some((login) => login.email === email);

async function fillPastNeeds({ region, clusterId, ago, organisation, speaker }: Omit<Maritime, "needs">) {
  const told = Object.values(PAST_NEEDS).filter((need): need is typeof need & PastNeed => "at" in need);
  await region.unit.db
    .insertInto("need")
    .values(
      told.map((need: PastNeed) => {
        const organisationId = organisation(need.at);
        const closedAt = need.closed === undefined ? null : ago(need.closed);
        return {
          ...{ clusterId, id: randomUUID(), organisationId },
          ...{ personId: speaker(organisationId), createdBy: speaker(organisationId) },
          ...{ kind: need.kind, intent: need.intent, title: need.title, text: need.text },
          competences: [...need.competences],
          ...{ state: need.state, visibility: "cluster", step: "full", mediated: true },
          ...{ origin: "demo", originNote: "what an invented firm could say" },
          ...{ createdAt: ago(need.opened), openedAt: ago(need.opened) },
          ...{ closedAt, updatedAt: closedAt ?? ago(need.opened) },
          closedBecause: need.state === "met" ? "found-here" : need.state === "closed" ? "not-needed" : null,
        };
      }),
    )
    .execute();
  await region.unit.db
    .updateTable("need")
    .set({ state: "in-talks" })
    .where("clusterId", "=", clusterId)
    .where("title", "=", PAST_NEEDS.consumption.title)
    .execute();
}

const START = { network: 0.4, text: 1 };

/** Who was suggested for it, and what its owner said: what precision, concentration and learning are told from. */
async function fillSuggestions({ region, clusterId, needs, ago, organisation, speaker }: Maritime) {
  const { db } = region.unit;
  for (const [key, suggested] of Object.entries(SUGGESTIONS)) {
    const told = PAST_NEEDS[key as NeedKey];
    if (!("opened" in told)) continue;
    const need = needs.get(told.title)!;
    const score = ({ text, network }: (typeof suggested)[number]) =>
      (text * START.text + network * START.network) / (START.text + START.network);
    const plain = suggested.toSorted((a, b) => score(b) - score(a));
    const about = { clusterId, needId: need.id, side: "need" };
    await db
      .insertInto("matchSuggestion")
      .values(
        suggested.map((one, at) => ({
          ...about,
          organisationId: organisation(one.firm),
          ...{ place: at + 1, plainPlace: plain.indexOf(one) + 1, score: score(one) },
          ...{ firstShownAt: ago(told.opened), shownAt: ago(told.opened) },
          signals: JSON.stringify({ text: one.text, network: one.network }),
        })),
      )
      .execute();
    const fits = suggested.map(score);
    await db
      .insertInto("matchRun")
      .values({
        ...{ clusterId, needId: need.id, computedAt: ago(told.opened), candidates: suggested.length },
        ...{ best: Math.max(...fits), good: fits.filter((fit) => fit >= 0.3).length },
      })
      .execute();
    await db
      .insertInto("matchFeedback")
      .values(
        suggested.flatMap(({ firm, said }, at) =>
          said === undefined
            ? []
            : [
                {
                  ...{ ...about, id: uuidv7(), organisationId: organisation(firm) },
                  verdict: said === "good" ? "good" : "not-relevant",
                  reason: said === "good" ? null : said,
                  ...{ saidBy: speaker(need.organisationId), saidAt: ago(Math.max(0, told.opened - 1 - at)) },
                },
              ],
        ),
      )
      .execute();
  }
}

const DAY = 86_400_000;
const later = (at: Date, days: number) => new Date(at.getTime() + days * DAY);

async function fillIntroduction(here: Maritime, one: InventedIntroduction) {
  const { region, clusterId, needs, ago, organisation, speaker } = here;
  const { db } = region.unit;
  const need = needs.get(PAST_NEEDS[one.about].title)!;
  const sides = { from: need.organisationId, to: organisation(one.to) };
  const id = uuidv7();
  const at = (days: number | undefined) => (days === undefined ? null : ago(days));
  const toldAt = one.state === "declined" ? null : at(one.answered);
  const metAt = one.talk !== undefined && one.talk > 0 ? ago(one.talk) : null;
  const closedAt = at(one.ended?.ago);
  const madeAt = ago(one.made);
  const movedAt = closedAt ?? metAt ?? at(one.answered) ?? at(one.asked) ?? madeAt;
  const facilitator = region.persons.get("facilitator@example.org")!;
  const due = { proposed: 14, asked: 14, accepted: 60, met: 121 } as const;
  const passed = metAt === null ? 0 : (region.days.now.getTime() - metAt.getTime()) / DAY;
  await db
    .insertInto("introduction")
    .values({
      ...{ clusterId, id, state: one.state, origin: one.origin, via: one.via, mediated: true },
      ...(one.origin === "team" ? { teamNote: one.text } : { message: one.text }),
      ...{ kind: need.kind, teamPersonId: one.via === "team" ? facilitator : null },
      ...{ createdAt: madeAt, askedAt: at(one.asked), answeredAt: at(one.answered), toldAt, metAt, closedAt },
      ...{ turnAt: movedAt, movedAt },
      expiresAt: one.state in due ? later(movedAt, due[one.state as keyof typeof due]) : null,
      ...{ endedBy: one.ended?.by ?? null, reason: one.ended?.reason ?? null },
      // What would have been asked or reminded by now, was.
      remindedAt: one.state === "asked" ? later(movedAt, 5) : null,
      firstAskedAt: metAt && passed >= 14 ? later(metAt, 14) : null,
      secondAskedAt: metAt && passed >= 91 ? later(metAt, 91) : null,
    })
    .execute();
  await db
    .insertInto("introductionSide")
    .values(
      (["from", "to"] as const).map((side) => ({
        ...{ clusterId, introductionId: id, side, organisationId: sides[side], atClusterId: clusterId },
        ...{ personId: speaker(sides[side]), needId: need.id, shown: true },
        agreedAt:
          side === "to"
            ? toldAt
            : one.origin === "member"
              ? madeAt
              : one.asked === undefined
                ? null
                : ago(one.asked),
      })),
    )
    .execute();
  const about = { ...here, id, sides };
  if (one.talk !== undefined) await fillTalk(about, one.talk, movedAt);
  if (one.words)
    await db
      .insertInto("introductionMessage")
      .values(
        one.words.map(({ by, ago: days, text }) => ({
          ...{ clusterId, id: uuidv7(), introductionId: id, by, text },
          ...{ personId: speaker(sides[by]), at: ago(days) },
        })),
      )
      .execute();
  for (const outcome of one.outcomes ?? []) await fillOutcome(about, outcome);
}

interface About extends Maritime {
  id: string;
  sides: { from: string; to: string };
}

/** Ten to eleven o'clock by Hamburg's winter. */
async function fillTalk({ region, clusterId, speaker, id, sides }: About, daysAgo: number, movedAt: Date) {
  const { db } = region.unit;
  const talkId = uuidv7();
  const slotId = uuidv7();
  const startsAt = new Date(`${region.days.day(0, -daysAgo)}T09:00:00Z`);
  const proposedAt = daysAgo > 0 ? later(startsAt, -4) : movedAt;
  await db
    .insertInto("talk")
    .values({
      ...{ clusterId, id: talkId, introductionId: id, by: "from", how: "video" },
      ...{ fromPersonId: speaker(sides.from), toPersonId: speaker(sides.to) },
      ...{ state: daysAgo > 0 ? "held" : "agreed", place: "https://video.example/kontor" },
      ...{ proposedAt, answeredAt: proposedAt, expiresAt: startsAt, agreedSlotId: slotId },
    })
    .execute();
  await db
    .insertInto("talkSlot")
    .values({
      ...{ clusterId, id: slotId, talkId, introductionId: id, state: "agreed" },
      ...{ startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) },
    })
    .execute();
}

async function fillOutcome(
  { region, clusterId, ago, speaker, id, sides }: About,
  { by, kind, said, confirmed, note = "", euros, sums = [false, false], claimed }: InventedOutcome,
) {
  const { db } = region.unit;
  const outcomeId = uuidv7();
  const key = { clusterId, introductionId: id };
  const other = by === "from" ? sides.to : sides.from;
  await db
    .insertInto("outcome")
    .values({
      ...{ ...key, id: outcomeId, kind, by, note, state: confirmed === undefined ? "stated" : "confirmed" },
      ...{ statedBy: speaker(sides[by]), statedAt: ago(said), happenedOn: region.days.day(0, -said) },
      ...(confirmed === undefined ? {} : { answeredBy: speaker(other), answeredAt: ago(confirmed) }),
    })
    .execute();
  if (euros !== undefined)
    await db
      .insertInto("outcomeValue")
      .values({ ...key, outcomeId, cents: euros * 100, sumsFrom: sums[0], sumsTo: sums[1] })
      .execute();
  if (claimed !== undefined)
    await db
      .insertInto("outcomeClaim")
      .values({
        ...{ ...key, id: uuidv7(), outcomeId, programme: claimed, by },
        ...{ statedBy: speaker(sides[by]), statedAt: ago(said) },
      })
      .execute();
}

async function fillReleases({ region, clusterId, needs, ago, organisation, speaker }: Maritime) {
  const { db } = region.unit;
  const need = needs.get(TEASED)!;
  for (const { to, state, asked, answered, message } of RELEASES) {
    const organisationId = organisation(to);
    const releaseId = uuidv7();
    const askedAt = ago(asked);
    const answeredAt = answered === undefined ? null : ago(answered);
    await db
      .insertInto("needRelease")
      .values({
        ...{ clusterId, id: releaseId, needId: need.id, organisationId, step: "named", state, message },
        ...{ askedBy: speaker(organisationId), askedAt, answeredAt },
        expiresAt: answeredAt ? null : later(askedAt, 14),
      })
      .execute();
    if (answeredAt)
      await db
        .insertInto("needReleaseAct")
        .values({
          ...{ clusterId, id: uuidv7(), releaseId, needId: need.id, act: "granted", at: answeredAt },
          personId: speaker(need.organisationId),
        })
        .execute();
  }
}
