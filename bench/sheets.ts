import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { pino } from "pino";
import { compose } from "../src/app/compose.ts";
import { migrate } from "../src/app/database/migrate.ts";
import { startEmbedded } from "../src/app/embedded/embedded.ts";
import { jobHouse } from "../src/app/jobs.ts";
import {
  checkSheet,
  clusterVisible,
  confirmRun,
  readRun,
  takeFile,
  undoImport,
  undoRun,
  writeRun,
} from "../src/features/imports/feature.ts";
import { uuidv7 } from "../src/kernel/ids.ts";

/**
 * `npm run bench -- --only sheets [--rows 10000]`: reads, checks, writes and undoes a sheet of so many firms, each with
 * a contact person, a product and a label, on a durable database of its own, and tells seconds and memory.
 */
const { values } = parseArgs({ options: { rows: { type: "string", default: "10000" } } });
const rows = Number(values.rows);
const parent = await mkdtemp(join(tmpdir(), "kontor-sheets-"));
const database = await startEmbedded({ folder: join(parent, "postgres") });
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
  const [cluster, person, office] = [uuidv7(), uuidv7(), uuidv7()];
  await house.gateway.system("a bench", async ({ db }) => {
    await db
      .insertInto("cluster")
      .values({ id: cluster, slug: "bench", nameEn: "Bench", nameDe: "Bench", place: "Hamburg" })
      .execute();
    await db.insertInto("person").values({ id: person, name: "Bench", email: "bench@example.org" }).execute();
    await db
      .insertInto("office")
      .values({ clusterId: cluster, id: office, personId: person, role: "manager", since: "2020-01-01" })
      .execute();
  });
  const ctx = (await jobHouse(house).as({
    personId: person,
    acting: `office:${office}`,
    clusterId: cluster,
  }))!;
  const visible = (await ctx.read((db) => clusterVisible(db, ctx)))!;
  const stages: { stage: string; seconds: number }[] = [];
  const timed = async <T>(stage: string, work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    stages.push({ stage, seconds: Math.round((performance.now() - start) / 10) / 100 });
    return result;
  };

  const line = (i: number) =>
    `Firma Nr. ${i} GmbH;Hamburg;DE;DE${100_000_000 + i};2021-05-01;Wellen;Metall;Person ${i}`;
  const text = `Firma;Ort;Land;USt-IdNr.;Mitglied seit;Produkte;Etiketten;Ansprechpartner\n${Array.from({ length: rows }, (_, i) => line(i)).join("\n")}\n`;
  const taken = await timed("read", () => takeFile(ctx, { name: "bench.csv", bytes: Buffer.from(text) }));
  if (!taken.ok) throw new Error("The sheet was not read.");
  const runNow = async () => (await readRun(ctx, taken.value))!;
  const run = await runNow();
  await timed("check", async () => {
    const checking = await checkSheet(ctx, visible, run, run.mapping, run.options);
    if (!checking.ok) throw new Error(checking.problem);
    const job = house.features.map((feature) => feature.jobs?.["imports.check"]).find(Boolean)!;
    if (checking.value === "checking") await job({ clusterId: cluster, runId: run.id }, jobHouse(house));
  });
  await confirmRun(ctx, await runNow());
  await timed("write", () => writeRun(jobHouse(house), cluster, run.id));
  const { counts, state } = await runNow();
  console.log(state, counts);
  await undoImport(ctx, await runNow());
  await timed("undo", () => undoRun(jobHouse(house), cluster, run.id));
  console.log((await runNow()).state, (await runNow()).counts.kept);
  console.table(stages);
  const peak = /VmHWM:\s+(\d+)/.exec(await readFile("/proc/self/status", "utf8"))?.[1];
  console.log(`${rows} rows; peak memory of the process ${Math.round(Number(peak) / 1024)} MB`);
  await close();
} finally {
  await database.stop();
  await rm(parent, { recursive: true, force: true });
}
