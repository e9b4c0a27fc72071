import { setImmediate as rest } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { JobHouse } from "../../../access/feature.ts";
import type { Acting } from "../../../access/identity.ts";
import type { ClusterId, PersonId } from "../../../kernel/actor.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import { type Audience, eyesOf, seenByAll } from "../../network/feature.ts";
import { yearsOf } from "./graph.ts";
import { headline } from "./measures/headline.ts";
import { outside } from "./measures/outside.ts";
import { measured, partName } from "./parts.ts";
import { digestOf, readBeside, readNetwork } from "./read.ts";
import {
  everyCluster,
  forgetOld,
  keepFigures,
  keepParts,
  keptValues,
  otherClusters,
  outwardLinks,
} from "./store.ts";

export const COMPUTE = "observatory.health.compute";
const AUDIENCES = ["public", "cluster"] as const;
const KEPT_DAYS = 30;

/** The figures of one person's own set, where it is too large to be measured while that person waits. */
export const measureFor = (
  unit: Pick<Unit, "enqueue">,
  clusterId: string,
  { personId, acting }: { personId: string; acting: Acting | null },
): Promise<void> =>
  unit.enqueue(COMPUTE, { clusterId, personId, acting }, { key: `${COMPUTE}:${clusterId}:${personId}` });

/**
 * Measures a cluster's network for each audience, or for one person, and keeps it. What comes out as it was keeps its date too, except
 * once a day: a date that moves with every link would tell everybody that something changed which they do not see.
 */
export async function computeHealth(payload: Record<string, unknown>, house: JobHouse): Promise<void> {
  const clusterId = String(payload.clusterId);
  if (payload.personId) return computeForPerson(payload, house);
  for (const audience of AUDIENCES)
    await computeForAudience(house, clusterId, audience, payload.daily === true);
}

async function computeForAudience(
  house: JobHouse,
  clusterId: string,
  audience: Audience,
  daily: boolean,
): Promise<void> {
  const began = performance.now();
  const computedAt = house.now();
  const today = computedAt.toISOString().slice(0, 10);
  const thisYear = Number(today.slice(0, 4));
  const sees = seenByAll(audience, clusterId);
  const read = await house.system("network health", async ({ db }) => {
    const network = await readNetwork(db, sees, clusterId, today);
    return {
      network,
      beside: await readBeside(db, sees, clusterId, network),
      outward: await outwardLinks(
        db,
        sees,
        clusterId,
        network.actors.map(({ id }) => id),
      ),
      others: await otherClusters(db, clusterId, today),
    };
  });
  // No transaction is held open while the machine thinks.
  const { network, beside } = read;
  const parts = await allParts(network, beside, thisYear);
  const years = yearsOf(network, thisYear);
  const computed = {
    eyes: audience,
    personId: null,
    digest: digestOf(network, thisYear),
    computedAt,
    tookMs: Math.round(performance.now() - began),
    parts: { ...parts, outside: outside(network, read.outward, read.others, years) },
  };
  await house.system("network health", async ({ db }) => {
    if (!daily && sameAsKept(computed, await keptValues(db, clusterId, audience))) return;
    await keepParts(db, clusterId, computed);
    await keepFigures(db, clusterId, audience, today, headline(network, thisYear));
  });
}

/** Read back from the database, values are what JSON makes of them. */
const sameAsKept = (
  { digest, parts }: { digest: string; parts: Readonly<Record<string, unknown>> },
  kept: readonly { part: string; digest: string; value: unknown }[],
): boolean =>
  kept.every((row) => row.digest === digest) &&
  isDeepStrictEqual(
    Object.fromEntries(kept.map(({ part, value }) => [part, value])),
    JSON.parse(JSON.stringify(parts)),
  );

/** As that person, with the rights they have now: what they no longer see is not counted. */
async function computeForPerson(payload: Record<string, unknown>, house: JobHouse): Promise<void> {
  const clusterId = String(payload.clusterId) as ClusterId;
  const personId = String(payload.personId) as PersonId;
  const ctx = await house.as({ personId, acting: payload.acting as Acting | null, clusterId });
  if (!ctx) return;
  const began = performance.now();
  const computedAt = house.now();
  const thisYear = Number(ctx.today().slice(0, 4));
  const sees = eyesOf(ctx.actor);
  const { network, beside } = await ctx.read(async (db) => {
    const network = await readNetwork(db, sees, clusterId, ctx.today());
    return { network, beside: await readBeside(db, sees, clusterId, network) };
  });
  const parts = await allParts(network, beside, thisYear);
  await house.system("network health", ({ db }) =>
    keepParts(db, clusterId, {
      eyes: personId,
      personId,
      digest: digestOf(network, thisYear),
      computedAt,
      tookMs: Math.round(performance.now() - began),
      parts,
    }),
  );
}

/** Year by year, so that others get their turn between. */
async function allParts(
  network: Parameters<typeof yearsOf>[0],
  beside: Parameters<typeof measured>[1],
  thisYear: number,
): Promise<Record<string, unknown>> {
  const parts: Record<string, unknown> = {};
  for (const part of ["years", "introductions"] as const) {
    parts[part] = measured(network, beside, part, { year: thisYear, thisYear });
    await rest();
  }
  for (const year of yearsOf(network, thisYear)) {
    parts[partName("picture", year)] = measured(network, beside, "picture", { year, thisYear });
    await rest();
  }
  return parts;
}

/** Once a day, so that the history has a point for it, and so that links which ended with the year are counted no more. */
export async function computeEverywhere(house: JobHouse): Promise<void> {
  await house.system("network health", async (unit) => {
    await forgetOld(unit.db, new Date(house.now().getTime() - KEPT_DAYS * 86_400_000));
    for (const clusterId of await everyCluster(unit.db))
      await unit.enqueue(COMPUTE, { clusterId, daily: true }, { key: `${COMPUTE}:daily:${clusterId}` });
  });
}
