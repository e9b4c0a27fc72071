import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pino } from "pino";
import { fillDemo } from "../demo/fill.ts";
import type { Context } from "../src/access/context.ts";
import { addAccount } from "../src/app/accounts/add-account.ts";
import { compose } from "../src/app/compose.ts";
import { migrate } from "../src/app/database/migrate.ts";
import { startEmbedded } from "../src/app/embedded/embedded.ts";
import { jobHouse } from "../src/app/jobs.ts";
import { emptyShelves } from "../src/features/exchange/matching/library.ts";
import { matchesForNeed } from "../src/features/exchange/matching/matches.ts";
import { createItem } from "../src/features/exchange/needs/actions.ts";
import { BLANK } from "../src/features/exchange/needs/schema.ts";
import { loadItem } from "../src/features/exchange/needs/store.ts";
import type { SystemUnit } from "../src/kernel/gateway.ts";
import { uuidv7 } from "../src/kernel/ids.ts";

/**
 * `npm run bench -- --only matches`: from a need that is saved to its explained matches, in a cluster of the demo region and in one of
 * 500 members, the first time (nothing is in memory) and afterwards.
 */
const MEMBERS = 500;
const AGAIN = 20;
const NEEDS = [
  ["Hydrogen storage for ships", "We look for a partner who has built tanks for liquid hydrogen on board."],
  [
    "Digital twin of a port",
    "Who can model the traffic of a container terminal and predict its energy demand?",
  ],
  ["Coating against corrosion", "A coating of offshore steel structures that lasts 25 years in salt water."],
  ["Battery recycling", "Recovering lithium and cobalt from used batteries of electric ferries."],
] as const;

const parent = await mkdtemp(join(tmpdir(), "kontor-matching-"));
const database = await startEmbedded({ folder: join(parent, "postgres"), durable: false });
try {
  await migrate(database.url);
  const { house, close } = await compose(
    database.url,
    {
      publicUrl: "http://localhost",
      secret: "0123456789abcdef0123456789abcdef",
      rateLimit: 0,
      trustProxy: [],
      mail: { kind: "outbox", from: "kontor@example.org" },
      demoLogins: [],
      version: "0",
    } as Parameters<typeof compose>[1],
    pino({ level: "silent" }),
  );
  await fillDemo({
    gateway: house.gateway,
    addAccount: (person) => addAccount(house, person),
    onProgress: () => {},
  });
  const large = await house.gateway.system("a bench", largeCluster);
  const maritime = (await house.clusters.bySlug("maritime"))!.id;
  const rows = [];
  for (const [name, clusterId] of [
    ["demo region, maritime", maritime],
    [`${MEMBERS} members`, large],
  ] as const) {
    const ctx = await writerIn(clusterId);
    emptyShelves();
    const first = await timed(ctx, 0);
    const others: (typeof first)[] = [];
    for (let i = 1; i <= AGAIN; i++) others.push(await timed(ctx, i));
    others.sort((a, b) => a.ms - b.ms);
    rows.push({
      cluster: name,
      candidates: first.candidates,
      documents: await documentsOf(clusterId),
      "first, ms": Math.round(first.ms),
      "median, ms": Math.round(others[Math.floor(others.length / 2)]!.ms),
      "slowest, ms": Math.round(others.at(-1)!.ms),
    });
  }
  console.table(rows);
  console.log(`memory: ${Math.round(process.memoryUsage().rss / 1_000_000)} MB`);
  await close();

  /** Saved, opened, read again and matched: what happens between the button and the page. */
  async function timed(ctx: Context, i: number): Promise<{ ms: number; candidates: number }> {
    const [title, text] = NEEDS[i % NEEDS.length]!;
    const start = performance.now();
    const saved = await createItem(ctx, "need", ctx.actor.organisationId!, { ...BLANK, title, text }, "open");
    if (!saved.ok) throw new Error(`The need was not saved: ${saved.problem}`);
    const need = (await ctx.read((db) => loadItem(db, "need", saved.value.id)))!;
    const { candidates, items } = await matchesForNeed(ctx, need, { limit: 5 });
    if (items.length === 0) throw new Error(`Nobody fits "${title}".`);
    return { ms: performance.now() - start, candidates };
  }

  async function writerIn(clusterId: string): Promise<Context> {
    const seat = await house.gateway.system("a bench", ({ db }) =>
      db
        .selectFrom("seat")
        .innerJoin("membership", "membership.organisationId", "seat.organisationId")
        .select(["seat.id", "seat.personId"])
        .where("membership.clusterId", "=", clusterId)
        .where("seat.role", "=", "owner")
        .orderBy("seat.id")
        .executeTakeFirstOrThrow(),
    );
    return (await jobHouse(house).as({ personId: seat.personId, acting: `seat:${seat.id}`, clusterId }))!;
  }

  async function documentsOf(clusterId: string): Promise<number> {
    const { projects } = await house.gateway.system("a bench", ({ db }) =>
      db
        .selectFrom("participation")
        .innerJoin("membership", "membership.organisationId", "participation.organisationId")
        .select(({ fn }) => fn.count<string>("participation.projectId").distinct().as("projects"))
        .where("membership.clusterId", "=", clusterId)
        .executeTakeFirstOrThrow(),
    );
    return Number(projects);
  }

  /** The region's organisations with the most projects, and one with an owner who writes. */
  async function largeCluster({ db }: SystemUnit): Promise<string> {
    const id = uuidv7();
    await db
      .insertInto("cluster")
      .values({ id, slug: "bench", nameEn: "Bench", nameDe: "Bench", place: "Hamburg" })
      .execute();
    const most = await db
      .selectFrom("participation")
      .select("organisationId")
      .groupBy("organisationId")
      .orderBy(({ fn }) => fn.count("projectId"), "desc")
      .limit(MEMBERS - 1)
      .execute();
    const owned = await db
      .selectFrom("seat")
      .select("organisationId")
      .where("role", "=", "owner")
      .where(
        "organisationId",
        "not in",
        most.map((one) => one.organisationId),
      )
      .executeTakeFirstOrThrow();
    await db
      .insertInto("membership")
      .values(
        [...most, owned].map(({ organisationId }) => ({
          clusterId: id,
          id: uuidv7(),
          organisationId,
          role: "core",
          since: "2020-01-01",
        })),
      )
      .execute();
    return id;
  }
} finally {
  await database.stop();
  await rm(parent, { recursive: true, force: true });
}
