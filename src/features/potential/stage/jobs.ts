import { components, Graph } from "@kontor/analytics";
import { sql } from "kysely";
import type { Job, JobHouse } from "../../../access/feature.ts";
import type { Db, Unit } from "../../../kernel/gateway.ts";
import { COMMONS } from "../../../kernel/visibility.ts";
import { computeLater } from "../index/jobs.ts";
import { countRecords, OPEN } from "../index/records.ts";
import { saveResult } from "../index/store.ts";
import { counts as countUses, LEAST_COSTS, type Used } from "../platforms/rules.ts";
import { type Measures, type Stage, stageOf } from "./rules.ts";

export interface ClusterStage {
  stage: Stage;
  measures: Measures;
  members: number;
  /** Links between members, and of how many the digital level is known. */
  links: { all: number; known: number };
}

/** Made of uses that are open to all of the cluster. */
export interface ClusterPlatforms {
  /** By `process:platform`, how many organisations. */
  cells: Record<string, number>;
  members: number;
  /** Members that named at least one platform. */
  naming: number;
  /** By platform, the median of days to leave it, where five said. */
  days: Record<string, { median: number }>;
}

export const computeClusterLater = (unit: Pick<Unit, "enqueue">, clusterId: string) =>
  unit.enqueue("potential.cluster.compute", { clusterId }, { key: `potential.cluster.compute:${clusterId}` });

/** Stage and platforms of one cluster. */
export const computeClusterJob: Job = (payload, house) =>
  computeCluster(house, String((payload as { clusterId: string }).clusterId));

/** Links and memberships change without telling: once an hour every cluster is looked at again. */
export const refreshClusters: Job = async (_, house) => {
  const clusters = await house.system("clusters whose stage is computed", ({ db }) =>
    db.selectFrom("cluster").select("id").where("id", "<>", COMMONS).execute(),
  );
  for (const { id } of clusters) await computeCluster(house, id);
  await house.system("newest assessments of clusters", async (unit) => {
    const rounds = await unit.db
      .selectFrom("assessmentRound")
      .distinctOn(["clusterId", "questionnaire"])
      .select(["clusterId", "id"])
      .where("about", "=", "cluster")
      .orderBy("clusterId")
      .orderBy("questionnaire")
      .orderBy("openedAt", "desc")
      .execute();
    for (const { clusterId, id } of rounds) await computeLater(unit, clusterId, id);
  });
};

async function computeCluster(house: Pick<JobHouse, "now" | "system">, clusterId: string): Promise<void> {
  const now = house.now();
  const today = now.toISOString().slice(0, 10);
  const begun = performance.now();
  await house.system("stage and platforms of a cluster", async (unit) => {
    const { db } = unit;
    const members = await countRecords(db, clusterId, today);
    const uses = await openUses(db, clusterId);
    const links = await linksBetween(db, clusterId, today);
    const joint = await membersInJointProjects(db, clusterId, today);
    const number = new Map(members.map(({ organisationId }, at) => [organisationId, at]));
    const here = uses.filter(({ organisationId }) => number.has(organisationId));
    const common = here.filter((use) => use.common);
    const digital = links.filter(({ digital: own }) => own);
    const graph = Graph.from({
      nodes: members.length,
      edges: digital.flatMap(({ a, b }) =>
        number.has(a) && number.has(b) ? [[number.get(a)!, number.get(b)!] as [number, number]] : [],
      ),
    });
    const share = (part: number) => ({ part, whole: members.length });
    const who = (some: readonly { organisationId: string }[]) =>
      new Set(some.map(({ organisationId }) => organisationId)).size;
    const known = links.filter(({ known: own }) => own).length;
    const largest = members.length > 0 && digital.length > 0 ? (components(graph).sizes[0] ?? 0) : 0;
    const measures: Measures = {
      linked: share(members.filter(({ links: own }) => own > 0).length),
      joint: share(joint),
      platforms: share(who(here)),
      digital: { part: digital.length, whole: known },
      common: share(who(common)),
      processes: { part: new Set(common.map(({ process }) => process)).size, whole: 0 },
      together: share(largest),
      public: {
        part: new Set(
          here
            .filter(({ level, side }) => level === "public" && side === "outer")
            .map((one) => one.platformId),
        ).size,
        whole: 0,
      },
    };
    const took = performance.now() - begun;
    const stage: ClusterStage = {
      stage: stageOf(measures),
      measures,
      members: members.length,
      links: { all: links.length, known },
    };
    await saveResult(unit, clusterId, "stage", "", stage, now, took);
    // One a month stays, so that the way can be seen.
    await saveResult(unit, clusterId, "stage", today.slice(0, 7), stage, now, took);
    const platforms: ClusterPlatforms = {
      cells: Object.fromEntries(countUses(here)),
      members: members.length,
      naming: who(here),
      days: await daysToLeave(db, clusterId),
    };
    await saveResult(unit, clusterId, "platforms", "", platforms, now, took);
  });
}

interface OpenUse extends Used {
  common: boolean;
  level: string;
  side: string;
}

async function openUses(db: Db, clusterId: string): Promise<OpenUse[]> {
  const { rows } = await sql<OpenUse>`
    select t.platform_id, t.organisation_id, t.process, p.common, p.level, p.side
    from platform_use t join platform p on p.cluster_id = t.cluster_id and p.id = t.platform_id
    where t.cluster_id = ${clusterId}::uuid and ${OPEN}`.execute(db);
  return rows;
}

async function daysToLeave(db: Db, clusterId: string): Promise<ClusterPlatforms["days"]> {
  const { rows } = await sql<{ platformId: string; median: number }>`
    select platform_id, round(percentile_cont(0.5) within group (order by days))::int as median
    from (select u.platform_id, c.organisation_id, sum(c.days)::int as days
      from platform_cost c join platform_use u on u.cluster_id = c.cluster_id and u.id = c.use_id
      where c.cluster_id = ${clusterId}::uuid group by 1, 2) as stated
    group by platform_id having count(*) >= ${LEAST_COSTS}`.execute(db);
  return Object.fromEntries(rows.map(({ platformId, median }) => [platformId, { median: roughly(median) }]));
}

/** 1, 2, 5, 10, 20, 50 …: from day to day somebody begins or stops using it, and a finer median would tell what that one stated. */
function roughly(days: number): number {
  const steps = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000];
  return steps.reduce((near, step) => (Math.abs(step - days) < Math.abs(near - days) ? step : near));
}

const MEMBERS = (clusterId: string, today: string) => sql`
  select m.organisation_id from membership m
  where m.cluster_id = ${clusterId}::uuid and m.role <> 'applicant' and m.visibility in ('public', 'peers', 'cluster')
    and m.wall = '{}' and m.since <= ${today}::date and (m.until is null or m.until > ${today}::date)`;

/** Each pair of members once, with whether anything digital runs between them. */
async function linksBetween(db: Db, clusterId: string, today: string) {
  const { rows } = await sql<{ a: string; b: string; known: boolean; digital: boolean }>`
    select least(t.from_organisation_id, t.to_organisation_id) as a, greatest(t.from_organisation_id, t.to_organisation_id) as b,
      bool_or(t.digital_level is not null) as known, coalesce(bool_or(t.digital_level in ('portal', 'system')), false) as digital
    from link t
    where t.cluster_id in (${COMMONS}::uuid, ${clusterId}::uuid) and t.origin in ('confirmed', 'derived') and ${OPEN}
      and (t.until is null or t.until > ${today}::date)
      and t.from_organisation_id in (${MEMBERS(clusterId, today)}) and t.to_organisation_id in (${MEMBERS(clusterId, today)})
    group by 1, 2`.execute(db);
  return rows;
}

async function membersInJointProjects(db: Db, clusterId: string, today: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with taking as (
      select t.project_id, t.organisation_id from participation t
      where t.cluster_id in (${COMMONS}::uuid, ${clusterId}::uuid) and ${OPEN}
        and t.organisation_id in (${MEMBERS(clusterId, today)})),
    joint as (select project_id from taking group by 1 having count(distinct organisation_id) >= 2)
    select count(distinct organisation_id)::int as n from taking where project_id in (select project_id from joint)`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}
