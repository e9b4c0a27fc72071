import { createHash } from "node:crypto";
import type { Context } from "../../../../access/context.ts";
import type { Outside } from "../../../../access/outside.ts";
import type { Unit } from "../../../../kernel/gateway.ts";
import { uuidv7 } from "../../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../../kernel/result.ts";
import { codeList } from "../lists.ts";
import { guessFor } from "../mapping/guess.ts";
import {
  type Mapping,
  type MappingProblem,
  mappingProblems,
  type TakenFor,
  takenFor,
} from "../mapping/roles.ts";
import { findDataset } from "../panel.ts";
import { MAX_BYTES } from "../reading/source.ts";
import { type About, type Bringing, bringingById, bringingsOf, change, keepBytes } from "./store.ts";

const clusterOf = (ctx: Context) => ctx.cluster!.id;

export const readBringing = (ctx: Context, id: string): Promise<Bringing | null> =>
  ctx.read((db) => bringingById(db, clusterOf(ctx), id));
export const listBringings = (ctx: Context): Promise<Bringing[]> =>
  ctx.read((db) => bringingsOf(db, clusterOf(ctx)));

const enqueue = (unit: Unit, job: "look" | "check" | "write", clusterId: string, id: string) =>
  unit.enqueue(`observatory.data.${job}`, { clusterId, importId: id }, { key: `observatory.data:${id}` });

/** The cluster's own dataset a file is to be a version of; `undefined` where there is none of that name. */
const ownDataset = (ctx: Context, slug: string) =>
  ctx.read((db) =>
    db
      .selectFrom("dataset")
      .select("id")
      .where("clusterId", "=", clusterOf(ctx))
      .where("slug", "=", slug)
      .where("derivedFrom", "is", null)
      .executeTakeFirst(),
  );

export interface Given {
  /** A file, or an address it is fetched from. */
  file?: { name: string; bytes: Uint8Array } | undefined;
  address?: string | undefined;
  /** Of the dataset it is a new version of; without, it becomes a dataset of its own. */
  dataset?: string | undefined;
  about?: About | undefined;
}
export type TakeProblem = "nothing" | "too-large" | "bad-address" | "no-dataset";

/** Takes a file in as it is; a job looks into it. Nothing else is written. */
export async function takeData(
  ctx: Context,
  outside: Pick<Outside, "check">,
  { file, address, dataset, about = {} }: Given,
): Promise<Result<string, TakeProblem>> {
  if (!file && !address) return refuse("nothing");
  if (file && file.bytes.length > MAX_BYTES) return refuse("too-large");
  if (!file && (address!.length > 1000 || (await outside.check(address!)) !== null))
    return refuse("bad-address");
  const of = dataset ? await ownDataset(ctx, dataset) : null;
  if (of === undefined) return refuse("no-dataset");
  const id = uuidv7();
  const clusterId = clusterOf(ctx);
  const bytes = file?.bytes ?? new Uint8Array();
  await ctx.write(async (unit) => {
    await unit.db
      .insertInto("datasetImport")
      .values({
        ...{ clusterId, id, datasetId: of?.id ?? null },
        personId: ctx.actor.personId,
        acting: ctx.acting,
        fileName: nameOf(file?.name ?? address!),
        sha256: createHash("sha256").update(bytes).digest("hex"),
        bytes: bytes.length,
        state: "checking",
        shape: "{}",
        mapping: "{}",
        about: JSON.stringify(file ? about : { ...about, address }),
        beatAt: ctx.now(),
      })
      .execute();
    await keepBytes(unit, { clusterId, id }, bytes);
    await enqueue(unit, "look", clusterId, id);
  });
  return ok(id);
}

const nameOf = (name: string) =>
  name
    .replace(/[?#].*$/, "")
    .replaceAll("\\", "/")
    .replace(/^.*\/(?=.)/, "")
    .replaceAll(/[\u0000-\u001f]/g, "")
    .slice(-200) || "data";

/** Says what a file is: what its columns mean is guessed anew, and nothing is read before somebody has looked. */
export const takeFor = (ctx: Context, bringing: Bringing, what: TakenFor): Promise<boolean> =>
  ctx.write((unit) =>
    change(unit, bringing, ["read", "checked"], {
      ...{ state: "read", mapping: guessFor(bringing.shape!, what), findings: {}, rowsDone: 0 },
    }),
  );

export type CheckProblem = "not-now" | "other-kind" | "no-correspondence" | "one-side" | MappingProblem;

/** Says what the columns mean and has every row checked; nothing is written. */
export async function checkData(
  ctx: Context,
  bringing: Bringing,
  typed: Mapping,
  about: About,
): Promise<Result<null, CheckProblem>> {
  const [wrong] = mappingProblems(typed);
  if (wrong) return refuse(wrong);
  if (!sameSide(typed)) return refuse("one-side");
  const mapping = await withLists(ctx, typed);
  if (!mapping) return refuse("no-correspondence");
  if (!(await sameKind(ctx, bringing, mapping))) return refuse("other-kind");
  return ctx.write(async (unit) => {
    const changed = await change(unit, bringing, ["read", "checked"], {
      ...{ state: "checking", mapping, about, findings: {}, rowsDone: 0, beatAt: ctx.now() },
    });
    if (!changed) return refuse("not-now");
    await enqueue(unit, "check", bringing.clusterId, bringing.id);
    return ok(null);
  });
}

/** A correspondence leads from regions to regions, or from activities to activities. */
const sameSide = ({ fromList, toList }: Mapping) =>
  !fromList || !toList || codeList(fromList)?.side === codeList(toList)?.side;

/** With a correspondence, the codes of the file are of the list that leads. */
async function withLists(ctx: Context, mapping: Mapping): Promise<Mapping | null> {
  const found = { ...mapping };
  for (const [side, by, list] of [
    ["region", "regionBy", "regionList"],
    ["activity", "activityBy", "activityList"],
  ] as const) {
    const slug = mapping[by];
    if (!slug || takenFor(mapping) !== "panel") {
      found[by] = null;
      continue;
    }
    const dataset = await ctx.read((db) => findDataset(db, ctx.actor, clusterOf(ctx), slug));
    if (!dataset?.fromList || codeList(dataset.fromList)?.side !== side) return null;
    found[list] = dataset.fromList;
  }
  return found;
}

/** A version of a table is a table, and a version of a correspondence leads somewhere. */
async function sameKind(ctx: Context, { datasetId }: Bringing, mapping: Mapping): Promise<boolean> {
  if (!datasetId) return true;
  const dataset = await ctx.read((db) =>
    db
      .selectFrom("dataset")
      .select(["kind", "fromList"])
      .where("clusterId", "=", clusterOf(ctx))
      .where("id", "=", datasetId)
      .executeTakeFirst(),
  );
  const is = dataset?.kind !== "table" ? "panel" : dataset.fromList ? "correspondence" : "table";
  return is === takenFor(mapping);
}

export const problemsIn = ({ findings }: Pick<Bringing, "findings">): number =>
  Object.values(findings?.problems ?? {}).reduce((sum, n) => sum + n, 0);

/** Whether there is something to write, and nothing that stands in its way. */
export const writable = (bringing: Bringing): boolean =>
  bringing.findings?.cells.some((n) => n > 0) === true &&
  (bringing.mapping?.lenient === true || problemsIn(bringing) === 0);

/** Has what was checked written as a version, by a job and in one transaction. */
export async function writeData(
  ctx: Context,
  bringing: Bringing,
): Promise<Result<null, "not-now" | "has-problems">> {
  if (bringing.state !== "checked") return refuse("not-now");
  if (!writable(bringing)) return refuse("has-problems");
  return ctx.write(async (unit) => {
    const changed = await change(unit, bringing, ["checked"], {
      ...{ state: "writing", rowsDone: 0, beatAt: ctx.now() },
    });
    if (!changed) return refuse("not-now");
    await enqueue(unit, "write", bringing.clusterId, bringing.id);
    return ok(null);
  });
}

/** Throws a file away that was not written; what was written stays. */
export const discardData = (ctx: Context, { clusterId, id }: Bringing): Promise<boolean> =>
  ctx.write(async ({ db }) => {
    const gone = await db
      .deleteFrom("datasetImport")
      .where("clusterId", "=", clusterId)
      .where("id", "=", id)
      .where("state", "in", ["read", "checked", "stopped"])
      .executeTakeFirst();
    return Number(gone.numDeletedRows) > 0;
  });
