import { sql } from "kysely";
import type { Job } from "../../../access/feature.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { compute } from "./measures/compute.ts";
import { monthEnds, monthOf } from "./measures/days.ts";
import { loadRecords } from "./measures/load.ts";
import type { Records } from "./measures/records.ts";
import { shown, standingOf, summaryOf } from "./rules.ts";
import { setsOf } from "./sets/find.ts";
import { resultsOf, saidLast } from "./store.ts";
import { MEASURES, type Measure, type Measured } from "./words.ts";

export const COMPUTE = "observatory.cockpit.compute";
const REASON = "the figures of the self-check are computed";
/** How far back dated records are asked. */
const PAST_MONTHS = 24;

/** What the records of now tell of the past; the others say only how it is today. */
const DATED: ReadonlySet<Measure> = new Set(
  MEASURES.filter((measure) => !["web-presence", "english-site", "months-watched"].includes(measure)),
);

/** One cluster's figures, or those of all by night. */
export const computeJob: Job = async (payload, house) => {
  const clusterId = typeof payload.clusterId === "string" ? payload.clusterId : null;
  const clusters = clusterId
    ? [clusterId]
    : await house.system(REASON, async ({ db }) =>
        (await db.selectFrom("cluster").select("id").execute()).map(({ id }) => id),
      );
  for (const id of clusters) await house.system(REASON, ({ db }) => computeCluster(db, id, house.now()));
};

/** Computes every measure of a cluster from its records as they are now, and keeps how its sets stand this month. */
async function computeCluster(db: Db, clusterId: string, now: Date): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`cockpit ${clusterId}`}, 0))`.execute(db);
  const today = now.toISOString().slice(0, 10);
  const month = monthOf(today);
  const read = await loadRecords(db, clusterId);
  // This month is being kept right now.
  const records = { ...read, kept: [...new Set([...read.kept, month])] };
  await db.deleteFrom("cockpitEvidence").where("clusterId", "=", clusterId).execute();
  await db.deleteFrom("cockpitMonth").where("clusterId", "=", clusterId).where("kept", "=", false).execute();
  for (const measure of MEASURES) {
    const started = performance.now();
    const measured = compute[measure](records, today);
    await keep(db, records, measure, measured, now, started);
    await db
      .insertInto("cockpitMonth")
      .values({ clusterId, measure, month, value: measured.value, kept: true })
      .onConflict((conflict) =>
        conflict
          .columns(["clusterId", "measure", "month"])
          .doUpdateSet({ value: measured.value, kept: true }),
      )
      .execute();
    if (DATED.has(measure)) await reckon(db, records, measure, today);
  }
  await keepSets(db, clusterId, today, now);
}

async function keep(
  db: Db,
  records: Records,
  measure: Measure,
  { value, part, whole, evidence, innerOnly }: Measured,
  computedAt: Date,
  started: number,
) {
  const { clusterId } = records;
  const row = {
    ...{ value, part, whole, computedAt, innerOnly },
    inputs: JSON.stringify(inputsOf(records)),
    tookMs: Math.round(performance.now() - started),
  };
  await db
    .insertInto("cockpitResult")
    .values({ clusterId, measure, ...row })
    .onConflict((conflict) => conflict.columns(["clusterId", "measure"]).doUpdateSet(row))
    .execute();
  const rows = evidence
    .toSorted((a, b) => Number(b.counts) - Number(a.counts))
    .map((one, position) => ({
      ...{ clusterId, measure, position, innerOnly },
      kind: one.kind,
      subjectId: one.subjectId ?? null,
      organisationId: one.organisationId ?? null,
      happenedOn: one.on ?? null,
      mark: one.mark ?? null,
      counts: one.counts,
    }));
  for (let at = 0; at < rows.length; at += 1000)
    await db
      .insertInto("cockpitEvidence")
      .values(rows.slice(at, at + 1000))
      .execute();
}

/** How many records of which kind the figures were made of. */
const inputsOf = (records: Records) => ({
  memberships: records.memberships.length,
  links: new Set(records.links.map(({ id }) => id)).size,
  acts: records.acts.length,
  introductions: records.introductions.length,
  events: records.events.length,
  offices: records.offices.length,
});

/** How it was at the ends of the months before, as far as records go back; what was kept then stays as it was kept. */
async function reckon(db: Db, records: Records, measure: Measure, today: string): Promise<void> {
  const first = records.memberships[0]?.since;
  const rows = monthEnds(today, PAST_MONTHS)
    .filter((end) => first !== undefined && end >= first)
    .map((end) => ({
      clusterId: records.clusterId,
      measure,
      month: monthOf(end),
      value: compute[measure](records, end).value,
      kept: false,
    }));
  if (rows.length > 0)
    await db
      .insertInto("cockpitMonth")
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** How each set stands this month, with the version and the thresholds of now. */
async function keepSets(db: Db, clusterId: string, today: string, takenAt: Date): Promise<void> {
  const [results, said] = [await resultsOf(db, clusterId), await saidLast(db, clusterId)];
  for (const set of await setsOf(db, clusterId)) {
    const standings = shown(set).map((indicator) =>
      standingOf(indicator, results.get(indicator.key), said.get(indicator.key), today),
    );
    const { reached, unknown, total } = summaryOf(standings);
    const row = {
      ...{ version: set.version, takenAt, reached, known: total - unknown, total },
      indicators: JSON.stringify(
        standings.map(({ indicator: { key, threshold }, value, reached: met, how, on }) => ({
          ...{ key, threshold, value, how, on },
          reached: met,
        })),
      ),
    };
    await db
      .insertInto("cockpitSnapshot")
      .values({ clusterId, setSlug: set.slug, month: monthOf(today), ...row })
      .onConflict((conflict) => conflict.columns(["clusterId", "setSlug", "month"]).doUpdateSet(row))
      .execute();
  }
}
