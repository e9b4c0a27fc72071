import { sql } from "kysely";
import type { Context } from "../../../access/context.ts";
import type { Upload } from "../../../access/route.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { readsTo } from "../visible.ts";
import { rankOf, type Step } from "../words.ts";
import { isKept, type Side } from "./rules.ts";
import type { Item } from "./store.ts";
import { needVisible } from "./subject.ts";

export const MOST_BYTES = 10_000_000;
export const MOST_FILES = 20;

export interface FileRow {
  id: string;
  name: string;
  type: string;
  size: number;
  /** The step of the ladder from which on it is read. */
  fromStep: Step;
  addedAt: Date;
}

const tableOf = (side: Side) => sql.table(`${side}_file`);
const itemOf = (side: Side) => sql.ref(`${side}_file.${side}_id`);

/** How far the asker reads, as `rankOf`; an offer is read whole by whoever sees it. */
export const reach = (ctx: Context, item: Item): number =>
  item.side === "offer" ? rankOf("full") : readsTo(ctx.actor, needVisible(item));

const readable = (side: Side, upTo: number) =>
  side === "need" ? sql<boolean>`step_rank(need_file.from_step) <= ${upTo}` : sql<boolean>`true`;

/** The files the asker may read; the others do not exist for them. */
export async function filesOf(db: Db, ctx: Context, item: Item): Promise<FileRow[]> {
  const { side } = item;
  const { rows } = await sql<FileRow>`
    select id, name, type, length(bytes) as size, ${side === "need" ? sql.ref("from_step") : sql`'full'`} as from_step, added_at
    from ${tableOf(side)} where cluster_id = ${item.clusterId}::uuid and ${itemOf(side)} = ${item.id}::uuid
      and ${readable(side, reach(ctx, item))} order by name, id`.execute(db);
  return rows;
}

export const readFile = (ctx: Context, item: Item, fileId: string) =>
  ctx.read(async (db) => {
    const { rows } = await sql<{ name: string; type: string; bytes: Buffer }>`
      select name, type, bytes from ${tableOf(item.side)}
      where cluster_id = ${item.clusterId}::uuid and ${itemOf(item.side)} = ${item.id}::uuid and id = ${fileId}::uuid
        and ${readable(item.side, reach(ctx, item))}`.execute(db);
    return rows[0];
  });

export type FileProblem = "no-file" | "too-large" | "too-many-files";

const TYPE = /^[\w.+-]{1,48}\/[\w.+-]{1,50}$/;

export async function addFile(
  ctx: Context,
  item: Item,
  { name, type, bytes }: Upload,
  fromStep: Step,
): Promise<Result<string, FileProblem>> {
  if (bytes.length === 0) return refuse("no-file");
  if (bytes.length > MOST_BYTES) return refuse("too-large");
  const id = uuidv7();
  const { side } = item;
  return ctx.write(async (unit) => {
    if ((await filesOf(unit.db, ctx, item)).length >= MOST_FILES) return refuse("too-many-files");
    const called =
      name
        .replaceAll(/[\u0000-\u001f\u007f/\\]+/g, " ")
        .trim()
        .slice(-200) || "file";
    const step = side === "need" ? [sql`, from_step`, sql`, ${fromStep}`] : [sql``, sql``];
    await sql`
      insert into ${tableOf(side)} (cluster_id, id, ${sql.ref(`${side}_id`)}, name, type, bytes, added_by ${step[0]})
      values (${item.clusterId}::uuid, ${id}::uuid, ${item.id}::uuid, ${called}, ${TYPE.test(type) ? type : "application/octet-stream"},
        ${Buffer.from(bytes)}, ${ctx.actor.personId}::uuid ${step[1]})`.execute(unit.db);
    unit.audit({
      action: `${side}.file.add`,
      subjectKind: side,
      subjectId: item.id,
      after: { organisationId: item.organisationId, file: id, name: called, size: bytes.length },
      // What is not open to all who see the need has its name told to nobody else either.
      ...(isKept(item) || fromStep !== "named" ? { ownOf: item.organisationId } : {}),
    });
    return ok(id);
  });
}

export const removeFile = (ctx: Context, item: Item, fileId: string): Promise<boolean> =>
  ctx.write(async (unit) => {
    const { rows } = await sql<{ name: string }>`
      delete from ${tableOf(item.side)}
      where cluster_id = ${item.clusterId}::uuid and ${itemOf(item.side)} = ${item.id}::uuid and id = ${fileId}::uuid
      returning name`.execute(unit.db);
    if (!rows[0]) return false;
    unit.audit({
      action: `${item.side}.file.remove`,
      subjectKind: item.side,
      subjectId: item.id,
      before: { organisationId: item.organisationId, file: fileId, name: rows[0].name },
      ownOf: item.organisationId,
    });
    return true;
  });
