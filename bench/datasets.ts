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
import { type PanelRead, readPanel } from "../src/features/observatory/data/bringing/read-panel.ts";
import { guessMapping } from "../src/features/observatory/data/mapping/guess.ts";
import { type PanelRef, panelCells, regionCells } from "../src/features/observatory/data/panel.ts";
import type { Source } from "../src/features/observatory/data/reading/source.ts";
import { shapeOf } from "../src/features/observatory/data/reading/table.ts";
import { writeVersion } from "../src/features/observatory/data/write-version.ts";
import { STRANGER } from "../src/kernel/actor.ts";
import { uuidv7 } from "../src/kernel/ids.ts";
import { COMMONS } from "../src/kernel/visibility.ts";

/**
 * `npm run bench -- --only datasets [--part shipped|rows|large]`: the German districts by occupation from their file to what every
 * page shows; a million rows; and a panel of fifty million cells, streamed. Seconds, and the most memory the process held.
 */
const { values } = parseArgs({ options: { part: { type: "string" } } });
const wanted = (part: string) => values.part === undefined || values.part === part;

const parent = await mkdtemp(join(tmpdir(), "kontor-datasets-"));
const database = await startEmbedded({ folder: join(parent, "postgres") });
const stages: { stage: string; seconds: number; "peak MB": number }[] = [];

async function timed<T>(stage: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  const peak = Number(/VmHWM:\s+(\d+)/.exec(await readFile("/proc/self/status", "utf8"))?.[1] ?? 0);
  stages.push({
    stage,
    seconds: Math.round((performance.now() - start) / 10) / 100,
    "peak MB": Math.round(peak / 1024),
  });
  return result;
}

/** A file that is made while it is read. */
const made = (lines: () => Generator<string>): Source => ({
  name: "made.csv",
  size: 0,
  async *pieces() {
    const encoder = new TextEncoder();
    let text = "";
    for (const line of lines()) {
      text += line;
      if (text.length > 1 << 18) {
        yield encoder.encode(text);
        text = "";
      }
    }
    yield encoder.encode(text);
  },
});

const PERIODS = Array.from({ length: 10 }, (_, i) => 2012 + i);

function* wideLines(regions: number, activities: number): Generator<string> {
  yield `region,activity,${PERIODS.map((year) => `y${year}`).join(",")}\n`;
  for (let r = 0; r < regions; r++)
    for (let a = 0; a < activities; a++) {
      const base = ((r * 31 + a * 17) % 997) + 1;
      yield `R${r},A${a},${PERIODS.map((_, i) => (base % 23 === 0 ? "x" : base + i)).join(",")}\n`;
    }
}

function* longLines(rows: number): Generator<string> {
  yield "region,activity,year,value\n";
  for (let i = 0; i < rows; i++)
    yield `R${i % 1000},A${Math.floor(i / 1000) % 100},${2012 + Math.floor(i / 100_000)},${(i % 977) + 0.5}\n`;
}

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
  const jobs = jobHouse(house);
  const job = (name: string) => house.features.map((one) => one.jobs?.[name]).find(Boolean);

  const write = ({ grid, findings, measures }: PanelRead, slug: string): Promise<PanelRef> =>
    gateway.system("a bench", async (unit) => {
      const dataset = await unit.db
        .insertInto("dataset")
        .values({ clusterId: COMMONS, id: uuidv7(), slug, kind: "panel", title: "{}", visibility: "public" })
        .returning(["clusterId", "id", "version", "regionList", "activityList"])
        .executeTakeFirstOrThrow();
      return writeVersion(unit, {
        ...{ dataset, grid, rows: findings.rows, fileName: null, checksum: null, madeBy: null },
        measures: measures.map(({ key }) => ({
          key,
          label: { en: "Value", de: "Wert" },
          unit: { en: "", de: "" },
        })),
      });
    });
  const bring = async (name: string, source: Source): Promise<PanelRef> => {
    const shape = await shapeOf(source);
    const mapping = { ...guessMapping(shape), regionList: null, activityList: null };
    const panel = await timed(`${name}: read and checked`, () => readPanel(source, shape, mapping));
    const { rows, cells, problems } = panel.findings;
    console.log(name, { rows, cells, problems });
    return timed(`${name}: written`, () => write(panel, name.replaceAll(" ", "-")));
  };

  if (wanted("shipped")) {
    await timed("districts and regions of Europe: read and written", () =>
      job("observatory.data.ship")!({}, jobs),
    );
    const datasets = await gateway.system("a bench", ({ db }) =>
      db.selectFrom("dataset").select(["clusterId", "id", "slug", "version"]).execute(),
    );
    for (const { clusterId, id, slug, version } of datasets)
      for (const name of ["observatory.panel.compute", "observatory.panel.forecast"]) {
        const compute = job(name);
        if (compute)
          await timed(`${slug}: ${name}`, () => compute({ clusterId, datasetId: id, version }, jobs));
      }
  }
  if (wanted("rows"))
    await bring(
      "a million rows",
      made(() => longLines(1_000_000)),
    );
  if (wanted("large")) {
    const ref = await bring(
      "fifty million cells",
      made(() => wideLines(5000, 1000)),
    );
    const ctx = { actor: STRANGER };
    const reads: number[] = [];
    for (let i = 0; i < 200; i++) {
      const start = performance.now();
      await gateway.read(ctx.actor, (db) =>
        regionCells(db, ref, "value", String(PERIODS[i % 10]), (i * 37) % 5000, 1000),
      );
      reads.push(performance.now() - start);
    }
    reads.sort((a, b) => a - b);
    console.log(`one region's row: p50 ${reads[100]!.toFixed(1)} ms, p99 ${reads[197]!.toFixed(1)} ms`);
    await timed("fifty million cells: one period read whole", () =>
      gateway.read(ctx.actor, (db) => panelCells(db, ref, "value", "2015")),
    );
  }
  console.table(stages);
  await close();
} finally {
  await database.stop();
  await rm(parent, { recursive: true, force: true });
}
