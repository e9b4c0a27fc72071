import { createHash } from "node:crypto";
import { sql } from "kysely";
import { can } from "../../../../access/can.ts";
import type { Job, JobHouse } from "../../../../access/feature.ts";
import type { SystemUnit } from "../../../../kernel/gateway.ts";
import { uuidv7 } from "../../../../kernel/ids.ts";
import { nextTime } from "../actions.ts";
import { findCorrespondence } from "../correspondence/correspondence.ts";
import type { By } from "../correspondence/translate.ts";
import { guessFor, guessMapping } from "../mapping/guess.ts";
import { mappingProblems, takenFor } from "../mapping/roles.ts";
import type { Measure } from "../panel.ts";
import { Unreadable } from "../reading/source.ts";
import { shapeOf } from "../reading/table.ts";
import { writeTable } from "../table/write.ts";
import { writeVersion } from "../write-version.ts";
import { problemsIn, writable } from "./actions.ts";
import { fetchData } from "./fetch.ts";
import { type PanelRead, readPanel } from "./read-panel.ts";
import { readTable, type TableRead } from "./read-table.ts";
import { type Bringing, bringingById, change, keepBytes, keptSource, type State } from "./store.ts";

const REASON = "data brought into the observatory";
/** Work that nobody has touched for so long has lost its hand: the house was killed. */
const LOST_AFTER_MS = 120_000;
const BEAT_MS = 2_000;
/** Files that nobody wrote or threw away. */
const WAITING_DAYS = 30;

const load = (house: JobHouse, clusterId: string, id: string) =>
  house.system(REASON, ({ db }) => bringingById(db, clusterId, id));

const sourceFor = (house: JobHouse, bringing: Bringing) =>
  keptSource(bringing, (work) => house.system(REASON, ({ db }) => work(db)));

const settle = (
  house: JobHouse,
  bringing: Bringing,
  from: readonly State[],
  to: Parameters<typeof change>[3],
) => house.system(REASON, (unit) => change(unit, bringing, from, to));

/** What cannot be read is said at the import, and nothing of it is kept. */
async function stop(house: JobHouse, bringing: Bringing, problem: string): Promise<void> {
  await house.system(REASON, async (unit) => {
    await change(unit, bringing, ["checking", "writing"], {
      ...{ state: "stopped", problem: problem.slice(0, 200), finishedAt: house.now() },
    });
    await unit.db
      .deleteFrom("datasetPiece")
      .where("clusterId", "=", bringing.clusterId)
      .where("importId", "=", bringing.id)
      .execute();
    if (bringing.about.unattended && bringing.datasetId)
      await unit.db
        .updateTable("dataset")
        .set({ lastProblem: `${house.now().toISOString().slice(0, 10)}: ${problem}` })
        .where("clusterId", "=", bringing.clusterId)
        .where("id", "=", bringing.datasetId)
        .execute();
  });
}

const ended = (error: unknown): string | null =>
  error instanceof Unreadable ? `${error.problem}${error.detail === null ? "" : `:${error.detail}`}` : null;

/** Fetches the file where it has an address, finds out how it is read, and guesses what its columns mean. */
const look: Job = async ({ clusterId, importId }, house) => {
  const bringing = await load(house, String(clusterId), String(importId));
  if (bringing?.state !== "checking" || bringing.shape) return;
  try {
    const fetched = await withBytes(house, bringing);
    if (typeof fetched === "string") return await stop(house, bringing, fetched);
    if (fetched.about.unattended && (await isNewest(house, fetched))) return await nothingNew(house, fetched);
    const shape = await shapeOf(sourceFor(house, fetched));
    const before = await mappingBefore(house, fetched);
    if (fetched.about.unattended) {
      if (!before || JSON.stringify(before.head) !== JSON.stringify(shape.head))
        return await stop(house, fetched, "head-changed");
      await settle(house, fetched, ["checking"], { shape, mapping: before, beatAt: house.now() });
      return await check({ clusterId, importId }, house);
    }
    const same = before && JSON.stringify(before.head) === JSON.stringify(shape.head);
    await settle(house, fetched, ["checking"], {
      ...{ state: "read", shape, beatAt: null },
      mapping: same ? before : before ? guessFor(shape, takenFor(before)) : guessMapping(shape),
      about: {
        ...(shape.label ? { title: { en: shape.label } } : {}),
        ...(shape.source ? { source: shape.source } : {}),
        ...fetched.about,
      },
    });
  } catch (error) {
    const problem = ended(error);
    if (!problem) throw error;
    await stop(house, bringing, problem);
  }
};

/** The import with its bytes in the house; a word where they cannot be had. */
async function withBytes(house: JobHouse, bringing: Bringing): Promise<Bringing | string> {
  const { address } = bringing.about;
  if (!address || bringing.bytes > 0) return bringing;
  const fetched = await fetchData(house.outside, address);
  if (!fetched.ok) return fetched.problem;
  const known = {
    sha256: createHash("sha256").update(fetched.bytes).digest("hex"),
    bytes: fetched.bytes.length,
  };
  await house.system(REASON, async (unit) => {
    await keepBytes(unit, bringing, fetched.bytes);
    await change(unit, bringing, ["checking"], { ...known, beatAt: house.now() });
  });
  return { ...bringing, ...known };
}

/** Whether the newest version was made of the very same bytes. */
const isNewest = (house: JobHouse, { clusterId, datasetId, sha256 }: Bringing): Promise<boolean> =>
  house.system(REASON, async ({ db }) => {
    const row = await db
      .selectFrom("dataset as d")
      .innerJoin("datasetVersion as v", (join) =>
        join
          .onRef("v.clusterId", "=", "d.clusterId")
          .onRef("v.datasetId", "=", "d.id")
          .onRef("v.version", "=", "d.version"),
      )
      .select("v.checksum")
      .where("d.clusterId", "=", clusterId)
      .where("d.id", "=", datasetId)
      .executeTakeFirst();
    return row?.checksum === sha256;
  });

const nothingNew = (house: JobHouse, { clusterId, id, datasetId }: Bringing) =>
  house.system(REASON, async ({ db }) => {
    await db.deleteFrom("datasetImport").where("clusterId", "=", clusterId).where("id", "=", id).execute();
    await db
      .updateTable("dataset")
      .set({ lastProblem: null })
      .where("clusterId", "=", clusterId)
      .where("id", "=", datasetId!)
      .execute();
  });

/** What the columns of the same dataset meant last time. */
async function mappingBefore(house: JobHouse, { clusterId, datasetId }: Bringing) {
  if (!datasetId) return null;
  const row = await house.system(REASON, ({ db }) =>
    db
      .selectFrom("dataset")
      .select("mapping")
      .where("clusterId", "=", clusterId)
      .where("id", "=", datasetId)
      .executeTakeFirst(),
  );
  const mapping = row?.mapping as unknown as Bringing["mapping"];
  return mapping && "columns" in mapping ? mapping : null;
}

/** Reads every row of the file and says how far it has come. */
async function read(house: JobHouse, bringing: Bringing): Promise<PanelRead | TableRead> {
  const [shape, mapping] = [bringing.shape!, bringing.mapping!];
  let beat = Date.now();
  const progress = async (rowsDone: number) => {
    if (Date.now() - beat < BEAT_MS) return;
    beat = Date.now();
    await settle(house, bringing, ["checking", "writing"], { rowsDone, beatAt: house.now() });
  };
  const source = sourceFor(house, bringing);
  if (takenFor(mapping) !== "panel") return readTable(source, shape, mapping, progress);
  return readPanel(source, shape, mapping, { by: await correspondencesFor(house, bringing), progress });
}

/** Those a mapping names; one that has gone meanwhile stops the import. */
async function correspondencesFor(house: JobHouse, { clusterId, mapping }: Bringing): Promise<By> {
  const find = async (slug: string | null | undefined) => {
    if (!slug) return null;
    const found = await house.system(REASON, ({ db }) => findCorrespondence(db, clusterId, slug));
    if (!found) throw new Unreadable("no-correspondence", slug);
    return found;
  };
  return { region: await find(mapping?.regionBy), activity: await find(mapping?.activityBy) };
}

const check: Job = async ({ clusterId, importId }, house) => {
  const bringing = await load(house, String(clusterId), String(importId));
  if (bringing?.state !== "checking" || !bringing.shape || !bringing.mapping) return;
  try {
    if (mappingProblems(bringing.mapping).length > 0) return await stop(house, bringing, "head-changed");
    const { findings } = await read(house, bringing);
    const checked = { ...bringing, findings };
    if (bringing.about.unattended) {
      if (!writable(checked)) return await stop(house, bringing, `has-problems:${problemsIn(checked)}`);
      await settle(house, bringing, ["checking"], { state: "writing", findings, beatAt: house.now() });
      return await write({ clusterId, importId }, house);
    }
    await settle(house, bringing, ["checking"], {
      ...{ state: "checked", findings, rowsDone: findings.rows, beatAt: null },
    });
  } catch (error) {
    const problem = ended(error);
    if (!problem) throw error;
    await stop(house, bringing, problem);
  }
};

/** Reads the file once more and writes the version: all of it in one transaction, or nothing. */
const write: Job = async ({ clusterId, importId }, house) => {
  const bringing = await load(house, String(clusterId), String(importId));
  if (bringing?.state !== "writing" || !bringing.shape || !bringing.mapping) return;
  if (!(await stillMay(house, bringing))) return stop(house, bringing, "person-gone");
  try {
    const data = await read(house, bringing);
    await house.system(REASON, (unit) => writeBrought(unit, bringing, data, house.now()));
  } catch (error) {
    const problem = ended(error);
    if (!problem) throw error;
    await stop(house, bringing, problem);
  }
};

/** On behalf of whoever brought it, with the rights they have now; what the clock brings was set up by somebody who had them. */
async function stillMay(house: JobHouse, { personId, acting, clusterId }: Bringing): Promise<boolean> {
  if (personId === null) return acting === null;
  const ctx = await house.as({ personId, acting: acting as never, clusterId });
  return ctx !== null && can(ctx.actor, "dataset.keep", { clusterId });
}

async function writeBrought(
  unit: SystemUnit,
  bringing: Bringing,
  data: PanelRead | TableRead,
  now: Date,
): Promise<void> {
  const { findings } = data;
  // Whoever comes second finds the import written.
  const taken = await change(unit, bringing, ["writing"], {
    ...{ state: "done", rowsDone: findings.rows, beatAt: null, finishedAt: now },
  });
  if (!taken) return;
  const dataset = await datasetFor(unit, bringing, data);
  const made = {
    dataset,
    fileName: bringing.fileName,
    checksum: bringing.sha256,
    madeBy: bringing.personId,
  };
  if ("grid" in data)
    await writeVersion(unit, {
      ...made,
      grid: data.grid,
      measures: data.measures.map((measure) => measureOf(measure, bringing, dataset.measures)),
      rows: findings.rows,
    });
  else await writeTable(unit, { ...made, columns: data.columns, rows: data.rows });
  await unit.db
    .updateTable("dataset")
    .set({ mapping: JSON.stringify(bringing.mapping), lastProblem: null })
    .where("clusterId", "=", dataset.clusterId)
    .where("id", "=", dataset.id)
    .execute();
  await change(unit, bringing, ["done"], { datasetId: dataset.id });
  await unit.db
    .deleteFrom("datasetPiece")
    .where("clusterId", "=", bringing.clusterId)
    .where("importId", "=", bringing.id)
    .execute();
}

const kindOf = (data: PanelRead | TableRead) => {
  if (!("grid" in data)) return "table";
  return data.findings.regions > 1 && data.findings.activities > 1 ? "panel" : "series";
};

/** The dataset, locked: two versions at once would be the same one. */
async function datasetFor(unit: SystemUnit, bringing: Bringing, data: PanelRead | TableRead) {
  const columns = ["clusterId", "id", "version", "regionList", "activityList", "measures"] as const;
  const { about, mapping, clusterId } = bringing;
  const lists = "grid" in data ? data.lists : { region: null, activity: null };
  const leads = takenFor(mapping!) === "correspondence";
  const is = {
    kind: kindOf(data),
    regionList: lists.region,
    activityList: lists.activity,
    fromList: leads ? mapping!.fromList! : null,
    toList: leads ? mapping!.toList! : null,
  };
  if (bringing.datasetId) {
    const row = await unit.db
      .updateTable("dataset")
      .set(is)
      .where("clusterId", "=", clusterId)
      .where("id", "=", bringing.datasetId)
      .returning(columns)
      .executeTakeFirstOrThrow();
    return { ...row, measures: row.measures as unknown as Measure[] };
  }
  const title = { en: about.title?.en, de: about.title?.de };
  const any = title.en ?? title.de ?? bringing.fileName.replace(/\.[a-z0-9]+$/i, "");
  const slug = await freeSlug(unit, clusterId, any);
  const row = await unit.db
    .insertInto("dataset")
    .values({
      ...is,
      clusterId,
      id: uuidv7(),
      slug,
      title: JSON.stringify({ en: title.en ?? any, de: title.de ?? any }),
      text: JSON.stringify(about.text ?? {}),
      source: about.source ?? "",
      sourceUrl: about.sourceUrl ?? null,
      licence: about.licence ?? "",
      credit: about.credit ?? "",
      visibility: about.visibility ?? "cluster",
      address: about.address ?? null,
      createdBy: bringing.personId,
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
  return { ...row, measures: [] as Measure[] };
}

async function freeSlug({ db }: SystemUnit, clusterId: string, title: string): Promise<string> {
  const base =
    title
      .toLowerCase()
      .replaceAll("ä", "ae")
      .replaceAll("ö", "oe")
      .replaceAll("ü", "ue")
      .replaceAll("ß", "ss")
      .normalize("NFD")
      .replaceAll(/[^a-z0-9]+/g, "-")
      .slice(0, 60)
      .replaceAll(/^-+|-+$/g, "") || "data";
  const taken = await db
    .selectFrom("dataset")
    .select("slug")
    .where("clusterId", "=", clusterId)
    .where(sql<boolean>`slug like ${`${base}%`}`)
    .execute();
  const slugs = new Set(taken.map(({ slug }) => slug));
  if (!slugs.has(base)) return base;
  for (let n = 2; ; n++) if (!slugs.has(`${base}-${n}`)) return `${base}-${n}`;
}

/** What the measure was called before, what somebody said it is, or the head of its column. */
function measureOf(
  { key, label }: PanelRead["measures"][number],
  { about }: Bringing,
  before: readonly Measure[],
): Measure {
  const known = before.find((measure) => measure.key === key);
  if (known) return known;
  const said = about.measure;
  const name = label || said?.label || "";
  return {
    key,
    label: name ? { en: name, de: name } : { en: "Value", de: "Wert" },
    unit: { en: said?.unit ?? "", de: said?.unit ?? "" },
  };
}

/** Asks the addresses whose time has come, each in a transaction of its own. */
const fetchDue: Job = async (_, house) => {
  const due = await house.system(REASON, async (unit) => {
    const rows = await unit.db
      .selectFrom("dataset")
      .select(["clusterId", "id", "address", "schedule"])
      .where("nextAt", "<=", house.now())
      .where("address", "is not", null)
      .limit(50)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const { clusterId, id, address, schedule } of rows) {
      await unit.db
        .updateTable("dataset")
        .set({ nextAt: nextTime(schedule, house.now()) })
        .where("clusterId", "=", clusterId)
        .where("id", "=", id)
        .execute();
      const importId = uuidv7();
      await unit.db
        .insertInto("datasetImport")
        .values({
          ...{ clusterId, id: importId, datasetId: id },
          fileName:
            address!
              .replace(/[?#].*$/, "")
              .replace(/^.*\/(?=.)/, "")
              .slice(-200) || "data",
          sha256: createHash("sha256").digest("hex"),
          bytes: 0,
          state: "checking",
          shape: "{}",
          mapping: "{}",
          about: JSON.stringify({ address, unattended: true }),
          beatAt: house.now(),
        })
        .execute();
      await unit.enqueue(
        "observatory.data.look",
        { clusterId, importId },
        { key: `observatory.data:${importId}` },
      );
    }
    return rows.length;
  });
  if (due === 50) await fetchDue({}, house);
};

/** Takes up what was at work when the house was killed. While nothing is at work, its index is empty. */
const resume: Job = (_, house) =>
  house.system("data whose work was lost", async (unit) => {
    const lost = await unit.db
      .selectFrom("datasetImport")
      .select(["clusterId", "id", "state", "shape"])
      .where("state", "in", ["checking", "writing"])
      .where("beatAt", "<", new Date(house.now().getTime() - LOST_AFTER_MS))
      .execute();
    for (const { clusterId, id, state, shape } of lost) {
      const job = state === "writing" ? "write" : "format" in (shape as object) ? "check" : "look";
      await unit.enqueue(
        `observatory.data.${job}`,
        { clusterId, importId: id },
        { key: `observatory.data:${id}` },
      );
    }
  });

/** Forgets files that nobody wanted. */
const forget: Job = (_, house) =>
  house.system("files that nobody wanted", async ({ db }) => {
    await db
      .deleteFrom("datasetImport")
      .where("state", "in", ["read", "checked", "stopped"])
      .where("createdAt", "<", new Date(house.now().getTime() - WAITING_DAYS * 86_400_000))
      .execute();
  });

export const bringingJobs: Record<string, Job> = {
  "observatory.data.look": look,
  "observatory.data.check": check,
  "observatory.data.write": write,
  "observatory.data.fetch": fetchDue,
  "observatory.data.resume": resume,
  "observatory.data.forget": forget,
};
