import { innovationPotential, type Questionnaire, SHIPPED } from "../src/features/potential/feature.ts";
import { uuidv7 } from "../src/kernel/ids.ts";
import type { Region } from "./fill-members.ts";
import {
  chance,
  INVENTED_NOTE,
  INVENTED_PLATFORM,
  inventedAnswers,
  JUDGED,
  PLATFORMS,
} from "./invented-potential.ts";
import { PICS } from "./people.ts";

const ASKED = 24;

interface Member {
  id: string;
  slug: string;
}

/** What the aviation cluster asked its members and itself, and the platforms they use. The figures are computed by jobs. */
export async function fillPotential(region: Region): Promise<void> {
  const members = await membersOf(region);
  const by = (key: string) => SHIPPED.find((one) => one.key === key)!;
  await fillRound(region, innovationPotential, members.slice(0, 17), {
    opened: 430,
    closed: 400,
    gain: -0.07,
  });
  await fillRound(region, innovationPotential, members, { opened: 46, closed: 12, gain: 0 });
  await fillRound(region, by("digital-potential"), members, { opened: 130, closed: 95, gain: -0.02 });
  await fillRound(region, by("digital-maturity"), members, { opened: 9, closed: null, gain: 0.02 });
  for (const key of ["innovation-potential-cluster", "digital-potential-cluster"])
    await fillRound(region, by(key), [null], { opened: 30, closed: 20, gain: 0.12 });
  await fillJudgements(region);
  await fillPlatforms(region, members);
}

/** Those with a login first, then invented firms, then the others by name. */
async function membersOf({ unit: { db }, clusters, organisations }: Region): Promise<Member[]> {
  const rows = await db
    .selectFrom("membership")
    .innerJoin("organisation", "organisation.id", "membership.organisationId")
    .select(["organisation.id", "organisation.slug"])
    .distinct()
    .where("membership.clusterId", "=", clusters.get("aviation")!)
    .where("membership.role", "<>", "applicant")
    .where("membership.until", "is", null)
    .where("organisation.kind", "in", ["enterprise", "research", "association"])
    .execute();
  const login = organisations.get(PICS.tuhh);
  const order = ({ id, slug }: Member) => (id === login ? 0 : slug.endsWith("-invented") ? 1 : 2);
  return rows.sort((a, b) => order(a) - order(b) || (a.slug < b.slug ? -1 : 1)).slice(0, ASKED);
}

async function fillRound(
  { unit: { db, enqueue }, days, clusters, persons }: Region,
  questionnaire: Questionnaire,
  members: readonly (Member | null)[],
  { opened, closed, gain }: { opened: number; closed: number | null; gain: number },
) {
  const clusterId = clusters.get("aviation")!;
  const roundId = uuidv7();
  await db
    .insertInto("assessmentRound")
    .values({
      ...{
        clusterId,
        id: roundId,
        questionnaire: questionnaire.key,
        questionnaireVersion: questionnaire.version,
      },
      ...{ about: questionnaire.about, content: JSON.stringify(questionnaire) },
      due: days.day(0, closed === null ? 19 : -closed),
      state: closed === null ? "open" : "closed",
      createdBy: persons.get("manager@example.org")!,
      openedAt: days.moment(0, -opened),
      closedAt: closed === null ? null : days.moment(0, -closed),
    })
    .execute();
  for (const member of members) {
    const who = member?.slug ?? "aviation";
    const silent =
      member !== null &&
      chance(who, roundKey(questionnaire, opened), "silent") < (closed === null ? 0.7 : 0.15);
    const id = uuidv7();
    await db
      .insertInto("assessment")
      .values({
        ...{ clusterId, id, roundId, organisationId: member?.id ?? null, note: INVENTED_NOTE },
        state: silent ? "open" : "submitted",
        shared: member !== null && !silent && chance(who, "shares") < 0.6,
        submittedAt: silent ? null : days.moment(0, -opened + 3),
      })
      .execute();
    const answers = Object.entries(inventedAnswers(questionnaire, who, gain));
    // Who has not handed in has begun, or not even that.
    const kept = silent ? answers.slice(0, Math.floor(chance(who, "begun") * 6)) : answers;
    if (kept.length > 0)
      await db
        .insertInto("assessmentAnswer")
        .values(
          kept.map(([question, value]) => ({
            ...{ clusterId, assessmentId: id, organisationId: member?.id ?? null, question },
            value: JSON.stringify(value),
            answeredAt: days.moment(0, -opened + 3),
          })),
        )
        .execute();
  }
  await enqueue(
    "potential.round.compute",
    { clusterId, roundId },
    { key: `potential.round.compute:${roundId}` },
  );
}

const roundKey = ({ key }: Questionnaire, opened: number) => `${key}:${opened}`;

async function fillJudgements({ unit: { db }, clusters, persons, days }: Region) {
  const keys = innovationPotential.sections.map(({ key }) => key);
  const pairs = keys.flatMap((a, at) => keys.slice(at + 1).map((b) => `${a}:${b}`));
  await db
    .insertInto("potentialWeighting")
    .values({
      clusterId: clusters.get("aviation")!,
      questionnaire: innovationPotential.key,
      judgements: JSON.stringify(Object.fromEntries(pairs.map((pair, at) => [pair, JUDGED[at]!]))),
      judgedBy: persons.get("manager@example.org")!,
      judgedAt: days.moment(0, -40),
    })
    .execute();
}

async function fillPlatforms(
  { unit: { db, enqueue }, clusters, persons, days }: Region,
  members: readonly Member[],
) {
  const clusterId = clusters.get("aviation")!;
  for (const { uses, common, ...platform } of PLATFORMS) {
    const platformId = uuidv7();
    await db
      .insertInto("platform")
      .values({
        ...{ clusterId, id: platformId, ...platform, common: common ?? false, note: INVENTED_PLATFORM },
        createdBy: persons.get("manager@example.org")!,
        createdAt: days.moment(0, -60),
      })
      .execute();
    for (const { id: organisationId, slug } of members)
      for (const [process, share] of Object.entries(uses)) {
        if (chance(slug, platform.name, process) >= share) continue;
        const useId = uuidv7();
        await db
          .insertInto("platformUse")
          .values({
            ...{ clusterId, id: useId, platformId, organisationId, process },
            visibility: chance(slug, platform.name, "kept") < 0.1 ? "organisation" : "cluster",
            since: days.day(-Math.floor(chance(slug, platform.name, "since") * 60) - 2),
            statedAt: days.moment(0, -50),
          })
          .execute();
        if (chance(slug, platform.name, "cost") < 0.8)
          await db
            .insertInto("platformCost")
            .values({
              ...{ clusterId, useId, organisationId },
              days: Math.round(3 + 40 * chance(slug, platform.name, process, "days")),
            })
            .execute();
      }
  }
  await enqueue(
    "potential.cluster.compute",
    { clusterId },
    { key: `potential.cluster.compute:${clusterId}` },
  );
}
