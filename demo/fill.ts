import { createReadStream } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse";
import { sql } from "kysely";
import { importCordis } from "../src/features/cordis/feature.ts";
import type { PersonId } from "../src/kernel/actor.ts";
import type { Db, Gateway } from "../src/kernel/gateway.ts";
import { uuidv7 } from "../src/kernel/ids.ts";
import type { Locale } from "../src/kernel/locale.ts";
import { projectFile } from "../src/kernel/project-file.ts";
import type { Assignment } from "./assign.ts";
import { CLUSTERS } from "./clusters.ts";
import { daysFrom } from "./days.ts";
import { fillInvented } from "./fill-invented.ts";
import { DEMO_LOGINS, DEMO_PASSWORD, type DemoLogin } from "./people.ts";

export interface FillRequest {
  gateway: Gateway;
  addAccount: (account: {
    name: string;
    email: string;
    password: string;
    locale: Locale;
    operator: boolean;
  }) => Promise<PersonId>;
  onProgress?: (progress: { stage: string; done: number; total: number }) => void;
  /** Where the region's data lie, in the layout of CORDIS. */
  folder?: string;
  /** The day of filling: what is about to end, ends soon after it. */
  now?: Date;
}

const REGION = { nameEn: "Hamburg Metropolitan Region", nameDe: "Metropolregion Hamburg" };

/** Counts up when the demo itself changes. */
const EDITION = 5;

/**
 * Fills an installation with the demo region: its organisations and projects, the eight clusters, invented people and what they say.
 * Each step can be repeated, and the mark that it is done comes with the last one: what was cut short is completed at the next start.
 */
export async function fillDemo({
  gateway,
  addAccount,
  onProgress = () => {},
  folder = projectFile("demo/region"),
  now = new Date(),
}: FillRequest): Promise<readonly DemoLogin[]> {
  const ground = await claimGround(gateway);
  if (ground === "filled") return DEMO_LOGINS;
  if (ground === "in-use") return [];

  await importCordis({ gateway, folder, onProgress });
  await gateway.system("demo region", async ({ db, audit }) => {
    await fillClusters(db);
    await db
      .insertInto("installation")
      .values({ key: "region", value: JSON.stringify(REGION) })
      .onConflict((conflict) => conflict.column("key").doNothing())
      .execute();
    const memberships = await fillMemberships(db, join(folder, "memberships.csv"));
    await sql`select touch_clusters()`.execute(db);
    audit({
      action: "demo.clusters",
      subjectKind: "installation",
      after: { clusters: CLUSTERS.length, memberships },
    });
  });
  const persons = new Map<string, PersonId>();
  for (const { name, email, locale, operator = false } of DEMO_LOGINS) {
    persons.set(email, await addAccount({ name, email, password: DEMO_PASSWORD, locale, operator }));
    onProgress({ stage: "people", done: persons.size, total: DEMO_LOGINS.length });
  }
  await gateway.system("demo region", async (unit) => {
    await fillInvented(unit, persons, daysFrom(now));
    const clusters = await unit.db.selectFrom("cluster").select("id").execute();
    for (const { id } of clusters)
      await unit.enqueue("network.layout", { clusterId: id }, { key: `network.layout:${id}` });
    await unit.client.query("update commons_version set version = version + 1, clusters = clusters + 1");
    await unit.client.query(
      "insert into installation (key, value) values ('demo', $1) on conflict (key) do update set value = excluded.value",
      [
        JSON.stringify({
          edition: EDITION,
          region: { en: "Hamburg Metropolitan Region", de: "Metropolregion Hamburg" },
        }),
      ],
    );
    unit.audit({
      action: "demo.filled",
      subjectKind: "installation",
      after: { edition: EDITION, people: persons.size },
    });
  });
  onProgress({ stage: "people", done: 1, total: 1 });
  return DEMO_LOGINS;
}

/**
 * An installation that somebody works with is left alone: no invented people with a known password come into it because a setting
 * was forgotten. The first mark says that the filling has begun here, so that one cut short is known for what it is.
 */
const claimGround = (gateway: Gateway): Promise<"filled" | "ours" | "in-use"> =>
  gateway.system("demo region", async ({ db }) => {
    const marks = await db
      .selectFrom("installation")
      .select("key")
      .where("key", "in", ["demo", "demo-begun"])
      .execute();
    if (marks.some((mark) => mark.key === "demo")) return "filled";
    if (marks.length > 0) return "ours";
    for (const table of ["person", "cluster", "organisation"] as const)
      if (await db.selectFrom(table).select("id").limit(1).executeTakeFirst()) return "in-use";
    await db
      .insertInto("installation")
      .values({ key: "demo-begun", value: JSON.stringify(EDITION) })
      .execute();
    return "ours";
  });

async function fillClusters(db: Db) {
  await db
    .insertInto("cluster")
    .values(
      CLUSTERS.map((cluster) => ({
        id: uuidv7(),
        slug: cluster.slug,
        nameEn: cluster.name.en,
        nameDe: cluster.name.de,
        place: cluster.place,
        aboutEn: cluster.about.en,
        aboutDe: cluster.about.de,
        regions: [...cluster.regions],
        industries: [...cluster.industries],
        competences: Object.keys(cluster.signs.codes),
      })),
    )
    .onConflict((conflict) => conflict.column("slug").doNothing())
    .execute();
}

async function fillMemberships(db: Db, path: string): Promise<number> {
  const clusters = new Map(
    (await db.selectFrom("cluster").select(["id", "slug"]).execute()).map((row) => [row.slug, row.id]),
  );
  const organisations = new Map(
    (await db.selectFrom("organisation").select(["id", "pic"]).where("pic", "is not", null).execute()).map(
      (row) => [row.pic, row.id],
    ),
  );
  const rows: Assignment[] = await createReadStream(path)
    .pipe(parse({ columns: true }))
    .toArray();
  const memberships = rows.map((row) => ({
    id: uuidv7(),
    clusterId: clusters.get(row.cluster)!,
    organisationId: organisations.get(row.pic)!,
    role: row.role,
    since: row.since,
  }));
  await db
    .insertInto("membership")
    .values(memberships)
    .onConflict((conflict) => conflict.columns(["clusterId", "organisationId", "since"]).doNothing())
    .execute();
  return memberships.length;
}
