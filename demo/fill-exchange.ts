import { randomUUID } from "node:crypto";
import { syncTeaser } from "../src/features/exchange/feature.ts";
import type { Db } from "../src/kernel/gateway.ts";
import { belongs } from "./assign.ts";
import { CLUSTERS, type DemoCluster } from "./clusters.ts";
import { type DemoEntry, type ExchangeProject, exchangeOf } from "./exchange-rule.ts";
import { speakersOf } from "./fill-introductions.ts";
import type { Region } from "./fill-members.ts";
import { INVENTED } from "./invented.ts";
import { INVENTED_NEEDS, INVENTED_OFFERS } from "./invented-exchange.ts";

/** Needs and offers: of the region's organisations by a rule from public data, of invented ones as they are told. */
export async function fillExchange(region: Region): Promise<void> {
  const { db } = region.unit;
  const titles = new Map(
    (await db.selectFrom("competence").select(["code", "titleEn"]).execute()).map((row) => [
      row.code,
      row.titleEn,
    ]),
  );
  for (const cluster of CLUSTERS) await fillCluster(region, cluster, titles);
  await fillInventedOnes(region);
  // What was written is matched as it would be in the first night, so that quality has something to reckon with.
  await region.unit.enqueue("exchange.matches.night", {}, { key: "exchange.matches.night" });
}

async function fillCluster(region: Region, cluster: DemoCluster, titles: ReadonlyMap<string, string>) {
  const { db } = region.unit;
  const clusterId = region.clusters.get(cluster.slug)!;
  const members = await db
    .selectFrom("membership")
    .innerJoin("organisation", "organisation.id", "membership.organisationId")
    .select(["organisation.id", "organisation.kind"])
    .distinct()
    .where("membership.clusterId", "=", clusterId)
    .where("organisation.source", "<>", INVENTED)
    .orderBy("organisation.id")
    .execute();
  const projects = await projectsOf(db, cluster, new Set(members.map(({ id }) => id)));
  const told = exchangeOf(members, projects);
  const row = (entry: DemoEntry, at: number) => ({
    clusterId,
    id: randomUUID(),
    organisationId: entry.organisation,
    kind: entry.kind,
    intent: entry.intent,
    title: entry.title,
    text: entry.text,
    competences: entry.codes.map((code) => titles.get(code) ?? code),
    codes: [...entry.codes],
    state: "open",
    visibility: "cluster",
    origin: "demo",
    originNote: entry.note,
    ...openSince(region, at),
  });
  if (told.needs.length > 0)
    await db
      .insertInto("need")
      .values(
        told.needs.map((need, at) => ({
          ...row(need, at),
          deadline: region.days.day(1 + (at % 7), at % 28),
        })),
      )
      .execute();
  if (told.offers.length > 0) await db.insertInto("offer").values(told.offers.map(row)).execute();
}

/** Not all on one day: some are of this week, the oldest of half a year ago. */
function openSince({ days }: Region, at: number) {
  const opened = days.moment(-(at % 6), -((at * 5) % 27));
  return { createdAt: opened, updatedAt: opened, openedAt: opened };
}

async function projectsOf(
  db: Db,
  cluster: DemoCluster,
  members: ReadonlySet<string>,
): Promise<ExchangeProject[]> {
  const rows = await db
    .selectFrom("project")
    .innerJoin("participation", "participation.projectId", "project.id")
    .select((eb) => [
      "project.sourceKey",
      "project.acronym",
      "project.title",
      "project.objective",
      "project.topic",
      "project.topicTitle",
      "project.programme",
      "project.signed",
      "project.competences",
      eb.fn.agg<string[]>("array_agg", ["participation.organisationId"]).as("partners"),
    ])
    .groupBy("project.id")
    .orderBy("project.sourceKey")
    .execute();
  return rows
    .map((row) => ({
      number: row.sourceKey ?? "",
      acronym: row.acronym ?? "",
      title: row.title,
      objective: row.objective ?? "",
      topic: row.topic ?? "",
      topicTitle: row.topicTitle ?? "",
      programme: row.programme ?? "",
      signed: row.signed ?? "",
      competences: row.competences,
      members: row.partners.filter((id) => members.has(id)),
    }))
    .filter(
      (project) =>
        project.members.length > 0 &&
        belongs({ ...project, id: project.number, euroSciVoc: project.competences }, cluster),
    );
}

async function fillInventedOnes(region: Region) {
  const { unit, days, clusters, organisations } = region;
  const speakers = speakersOf(region);
  const speaker = (at: string) => speakers.get(organisations.get(at)!) ?? null;
  const row = (one: (typeof INVENTED_NEEDS)[number] | (typeof INVENTED_OFFERS)[number], at: number) => ({
    clusterId: clusters.get(one.cluster)!,
    id: randomUUID(),
    organisationId: organisations.get(one.at)!,
    personId: speaker(one.at),
    kind: one.kind,
    intent: one.intent,
    title: one.title,
    text: one.text,
    competences: [...one.competences],
    state: "open",
    visibility: "cluster",
    wall: (one.wall ?? []).map((pic) => organisations.get(pic)!),
    across: one.across ?? false,
    origin: "demo",
    // Whose it is says already that it is invented.
    originNote: "what an invented firm could say",
    createdBy: speaker(one.at),
    ...openSince(region, at),
  });
  await unit.db.insertInto("offer").values(INVENTED_OFFERS.map(row)).execute();
  for (const [at, need] of INVENTED_NEEDS.entries()) {
    const { clusterId, id, ...rest } = row(need, at);
    await unit.db
      .insertInto("need")
      .values({
        ...rest,
        clusterId,
        id,
        step: need.step,
        teaser: need.teaser ?? "",
        secrecy: need.secrecy ?? "",
        mediated: need.mediated,
        deadline: need.deadline ? days.day(0, need.deadline) : null,
      })
      .execute();
    if (need.details)
      await unit.db.insertInto("needDetail").values({ clusterId, needId: id, text: need.details }).execute();
    await syncTeaser(unit, id);
  }
}
