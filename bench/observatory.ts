import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { pino } from "pino";
import type { JobHouse } from "../src/access/feature.ts";
import { compose } from "../src/app/compose.ts";
import { migrate } from "../src/app/database/migrate.ts";
import { startEmbedded } from "../src/app/embedded/embedded.ts";
import { jobHouse } from "../src/app/jobs.ts";
import { toBlock } from "../src/features/observatory/data/blocks.ts";
import type { PanelRef } from "../src/features/observatory/data/panel.ts";
import { uuidv7 } from "../src/kernel/ids.ts";
import { COMMONS } from "../src/kernel/visibility.ts";

/**
 * `npm run bench -- --only observatory [--part districts|large]`: everything the pages need of a panel. German districts by occupation
 * (401 × 141 × 9) from their file to pictures and forecast; then the pictures of 5,000 × 1,000 × 10, fifty million cells that lie in the
 * database. Seconds, how much of them the database worked, and the most memory the process held since the stage began.
 */
const { values } = parseArgs({ options: { part: { type: "string" } } });
const wanted = (part: string) => values.part === undefined || values.part === part;

const parent = await mkdtemp(join(tmpdir(), "kontor-observatory-"));
const database = await startEmbedded({ folder: join(parent, "postgres") });
const stages: Record<string, string | number>[] = [];

const megabytes = async (field: string) => {
  const status = await readFile("/proc/self/status", "utf8");
  return Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
};

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
  const { gateway } = house;

  if (wanted("districts")) {
    await timed("districts and regions of Europe: read and written", "observatory.data.ship");
    const datasets = await gateway.system("a bench", ({ db }) =>
      db
        .selectFrom("dataset")
        .select(["clusterId", "id as datasetId", "slug", "version"])
        .where("kind", "=", "panel")
        .execute(),
    );
    for (const { slug, ...ref } of datasets)
      for (const job of ["observatory.panel.compute", "observatory.panel.forecast"])
        await timed(`${slug}: ${job}`, job, ref);
  }
  if (wanted("large")) {
    const ref = await writeLarge();
    await timed("5,000 × 1,000 × 10: observatory.panel.compute", "observatory.panel.compute", { ...ref });
    const kept = await gateway.system("a bench", ({ client }) =>
      client.query(
        `select name, count(*)::int as results, round(sum(octet_length(cells) + coalesce(octet_length(turned), 0)) / 1e6)::int as "MB"
         from dataset_result where dataset_id = $1 group by name order by 3 desc nulls last`,
        [ref.datasetId],
      ),
    );
    console.table(kept.rows);
  }
  console.table(stages);
  await close();

  async function timed(stage: string, name: string, payload: Record<string, unknown> = {}): Promise<void> {
    const job = house.features.map((one) => one.jobs?.[name]).find(Boolean);
    // From here on the peak is this stage's own.
    await writeFile("/proc/self/clear_refs", "5").catch(() => {});
    const before = await megabytes("VmRSS");
    const jobs = jobHouse(house);
    let stored = 0;
    const system: JobHouse["system"] = async (reason, work) => {
      const from = performance.now();
      try {
        return await jobs.system(reason, work);
      } finally {
        stored += performance.now() - from;
      }
    };
    const from = performance.now();
    await job!(payload, { ...jobs, system });
    stages.push({
      stage,
      seconds: seconds(performance.now() - from),
      "of them the database": seconds(stored),
      "MB before": before,
      "peak MB": await megabytes("VmHWM"),
    });
  }

  /** Fifty million cells as an import leaves them, a period at a time: a quarter of them filled, some secret. */
  async function writeLarge(): Promise<PanelRef> {
    const ref = { clusterId: COMMONS, datasetId: uuidv7(), version: 1 };
    const [regions, activities] = [5000, 1000];
    const periods = Array.from({ length: 10 }, (_, i) => String(2012 + i));
    const named = (words: { en: string; de: string }) => JSON.stringify(words);
    await gateway.system("a bench", async ({ db }) => {
      await db
        .insertInto("dataset")
        .values({
          clusterId: ref.clusterId,
          id: ref.datasetId,
          slug: "fifty-million-cells",
          kind: "panel",
          title: named({ en: "Fifty million cells", de: "Fünfzig Millionen Zellen" }),
          measures: JSON.stringify([
            { key: "value", label: { en: "Value", de: "Wert" }, unit: { en: "persons", de: "Personen" } },
          ]),
          activityList: "nace",
          visibility: "public",
          version: 1,
        })
        .execute();
      await db
        .insertInto("datasetVersion")
        .values({ ...ref, checksum: "", rows: 1, periods })
        .execute();
      for (const [side, codes] of [
        ["region", Array.from({ length: regions }, (_, i) => `R${i + 1}`)],
        ["activity", Array.from({ length: activities }, (_, i) => String(1000 + i))],
      ] as const)
        await db
          .insertInto("datasetCodes")
          .values({ ...ref, side, codes, names: JSON.stringify({ en: codes, de: codes }) })
          .execute();
    });
    for (const [i, period] of periods.entries()) {
      const cells = amounts(regions, activities, i);
      const marks = Buffer.from(Uint8Array.from(cells, (value) => (Number.isNaN(value) ? 2 : 0)));
      await gateway.system("a bench", ({ client }) =>
        client.query(
          `insert into dataset_block (cluster_id, dataset_id, version, measure, period, cells, marks)
           values ($1, $2, 1, 'value', $3, $4, $5)`,
          [ref.clusterId, ref.datasetId, period, toBlock(cells), marks],
        ),
      );
    }
    return ref;
  }
} finally {
  await database.stop();
  await rm(parent, { recursive: true, force: true });
}

function seconds(ms: number): number {
  return Math.round(ms / 10) / 100;
}

/** Nested as real ones are: what few regions have, the diverse ones have. Always the same; it changes a little from period to period. */
function amounts(regions: number, activities: number, period: number): Float64Array {
  const hash = (a: number, b: number) => {
    let x = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
    x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
    return ((x ^ (x >>> 13)) >>> 0) / 2 ** 32;
  };
  const cells = new Float64Array(regions * activities);
  for (let r = 0; r < regions; r++) {
    const diverse = 0.05 + 0.75 * hash(r, -1);
    for (let a = 0; a < activities; a++) {
      const rare = 0.2 + 0.8 * hash(-2, a);
      const lot = hash(r, a);
      const k = r * activities + a;
      if (hash(a, r + 7) < 0.001) cells[k] = Number.NaN;
      else if (lot < diverse * (1.4 - rare))
        cells[k] = Math.round(Math.exp(6 * hash(r + 13, a) + 0.4 * hash(r, a + 1000 * (period + 1))));
    }
  }
  return cells;
}
