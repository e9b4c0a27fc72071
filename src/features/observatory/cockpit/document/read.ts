import { createHash } from "node:crypto";
import { STRANGER } from "../../../../kernel/actor.ts";
import type { Db } from "../../../../kernel/gateway.ts";
import { type Proof, proofsOf } from "../evidence.ts";
import { type Point, type Standing, type Summary, shown, standingOf, summaryOf } from "../rules.ts";
import { setsOf } from "../sets/find.ts";
import { type Entry, entriesOf, monthsOf, resultsOf, saidLast } from "../store.ts";
import type { IndicatorSet } from "../words.ts";

/** Everything a document tells, frozen. */
export interface Frozen {
  cluster: { nameEn: string; nameDe: string; slug: string };
  set: IndicatorSet;
  standings: readonly Standing[];
  summary: Summary;
  proofs: ReadonlyMap<string, readonly Proof[]>;
  months: ReadonlyMap<string, readonly Point[]>;
  entries: ReadonlyMap<string, readonly Entry[]>;
  computedAt: Date | null;
  /** Of the figures and records: the same ones have the same sum, whenever and in whichever language they are printed. */
  checksum: string;
}

/**
 * Who a document is for sees what every office of the team sees, no more: it leaves the house, and neither lists that only those who
 * run the cluster read nor people's names go along.
 */
const reader = (clusterId: string) => ({
  ...STRANGER,
  clusterId,
  office: "analyst" as const,
  levels: ["public", "peers", "cluster"] as const,
});

export async function freeze(db: Db, clusterId: string, slug: string, today: string): Promise<Frozen | null> {
  const set = (await setsOf(db, clusterId)).find((one) => one.slug === slug);
  if (!set) return null;
  const cluster = await db
    .selectFrom("cluster")
    .select(["nameEn", "nameDe", "slug"])
    .where("id", "=", clusterId)
    .executeTakeFirstOrThrow();
  const [results, said] = [await resultsOf(db, clusterId), await saidLast(db, clusterId)];
  const standings = shown(set).map((indicator) =>
    standingOf(indicator, results.get(indicator.key), said.get(indicator.key), today),
  );
  const asked = new Set(standings.map(({ indicator }) => indicator.key));
  const proofs = Map.groupBy(
    (await proofsOf(db, reader(clusterId), clusterId))
      .filter(({ measure }) => asked.has(measure))
      .map((proof) => (proof.kind === "office" ? { ...proof, name: null } : proof)),
    ({ measure }) => measure,
  );
  const entries = new Map<string, readonly Entry[]>();
  for (const key of asked)
    entries.set(
      key,
      (await entriesOf(db, clusterId, key)).filter(({ withdrawnAt }) => withdrawnAt === null),
    );
  const all = [...results.values()].map(({ computedAt }) => computedAt.getTime());
  return {
    cluster,
    set,
    standings,
    summary: summaryOf(standings),
    proofs,
    entries,
    months: await monthsOf(db, clusterId),
    computedAt: all.length === 0 ? null : new Date(Math.max(...all)),
    checksum: sumOf(set, standings, proofs),
  };
}

function sumOf(set: IndicatorSet, standings: readonly Standing[], proofs: Frozen["proofs"]): string {
  const figures = standings.map(({ indicator: { key, threshold, unit }, value, how, on }) => ({
    ...{ key, threshold, unit, value, how },
    // A value computed again on another day from the same records is the same.
    on: how === "entered" ? on : null,
    records: (proofs.get(key) ?? []).map(({ kind, subjectId, slug, counts, on: day }) => [
      kind,
      subjectId,
      slug,
      day,
      counts,
    ]),
  }));
  return createHash("sha256")
    .update(JSON.stringify({ set: set.slug, version: set.version, figures }))
    .digest("hex");
}
