import type { JobHouse } from "../../../../access/feature.ts";
import { forecastNext } from "./next.ts";
import { forecastNeeds } from "./rules.ts";
import {
  type KeptPart,
  keepParts,
  knownMembers,
  knownNeeds,
  memberProjects,
  needsDigest,
  readPart,
} from "./store.ts";
import { risingTopics, type Topics, type Written } from "./topics.ts";

export const NEEDS_FORECAST = "observatory.needs.forecast";
export const NEEDS_EVERYWHERE = "observatory.needs.forecast.everywhere";

/** Themes by what they stand in. */
export interface AllTopics {
  needs: Topics;
  projects: Topics;
  calls: Topics;
}

/**
 * What is to be expected of one cluster's needs, from what everybody there sees. Asked for whenever a need changes; where none of those
 * has, nothing is kept anew, except once a day: a date that moves would tell of a need that is confidential.
 */
export async function forecastCluster(payload: Record<string, unknown>, house: JobHouse): Promise<void> {
  const clusterId = String(payload.clusterId);
  const today = house.now().toISOString().slice(0, 10);
  const began = performance.now();
  const known = await house.system("forecast of needs", async ({ db }) => {
    const members = (await knownMembers(db, clusterId, today)).map(({ organisationId }) => organisationId);
    return {
      members,
      needs: await knownNeeds(db, clusterId),
      digest: await needsDigest(db, clusterId),
      before: await readPart(db, clusterId, "needs", clusterId),
      projects: await memberProjects(db, members),
    };
  });
  const { digest } = (known.before?.value ?? {}) as { digest?: string };
  if (payload.daily !== true && digest === known.digest) return;
  const needs = forecastNeeds(known.needs, today);
  const next = forecastNext(known.needs, known.members, today);
  const topics: AllTopics = {
    needs: risingTopics(known.needs.map((need) => ({ ...need, themes: need.competences }))),
    projects: risingTopics(known.projects),
    calls: risingTopics(callsOf(known.projects)),
  };
  const parts: KeptPart[] = [
    {
      part: "needs",
      organisationId: null,
      value: { ...needs, digest: known.digest, precision: next.precision },
    },
    { part: "topics", organisationId: null, value: topics },
    ...[...next.byMember].map(
      ([organisationId, value]): KeptPart => ({ part: "next", organisationId, value }),
    ),
  ];
  const tookMs = performance.now() - began;
  await house.system("forecast of needs", (unit) => keepParts(unit, clusterId, parts, tookMs));
}

export async function forecastEverywhere(house: JobHouse): Promise<void> {
  await house.system("forecasts of needs", async (unit) => {
    const clusters = await unit.db
      .selectFrom("need")
      .select("clusterId")
      .distinct()
      .orderBy("clusterId")
      .execute();
    for (const { clusterId } of clusters)
      await unit.enqueue(
        NEEDS_FORECAST,
        { clusterId, daily: true },
        { key: `${NEEDS_FORECAST}:daily:${clusterId}` },
      );
  });
}

/** Each call once, on the day its first project was signed. */
function callsOf(
  projects: readonly (Written & { topic: string | null; topicTitle: string | null })[],
): Written[] {
  const first = new Map<string, Written>();
  for (const { id, on, topic, topicTitle } of projects) {
    if (!topic || !topicTitle) continue;
    const before = first.get(topic);
    if (!before || on < before.on) first.set(topic, { id, on, themes: [], title: topicTitle });
  }
  return [...first.values()];
}
