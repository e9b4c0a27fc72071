import { sql } from "kysely";
import type { Db, SystemUnit } from "../../kernel/gateway.ts";
import { COMMONS } from "../../kernel/visibility.ts";
import { KEEPING, omitted } from "./keeping.ts";
import { type ExportRead, ExportTrouble } from "./read-zip.ts";
import { columnsNaming, inOrder, shapesOf, type TableShape } from "./shape.ts";

export interface ImportedCluster {
  clusterId: string;
  slug: string;
  /** Rows written, by table. */
  written: Record<string, number>;
  /** Rows that were here already: the same project, the same public organisation. */
  known: Record<string, number>;
  /** Rows that name somebody or something the export does not hold, because its maker might not see it. */
  left: Record<string, number>;
  organisations: string[];
  projects: string[];
  /** Who came along and has no account yet. */
  people: string[];
}

type Row = Record<string, unknown>;

/** Ids of the export that are other ones here: the same person by address, the same organisation by its keys. */
type Renamed = Map<string, string>;

/**
 * Puts an exported cluster into this installation, in the transaction of `unit`: all of it or nothing. Ids stay what they were; only
 * people with an account here, and organisations the public registry here knows by the same source keys, keep theirs.
 */
export async function importCluster(unit: SystemUnit, read: ExportRead): Promise<ImportedCluster> {
  const { db } = unit;
  if (read.manifest.scope !== "cluster")
    throw new ExportTrouble(
      "This is the export of a member or a person; only a cluster's can be brought in.",
    );
  const lines = await read.lines("cluster");
  const cluster = JSON.parse(lines[0] ?? "null") as { id: string; slug: string } | null;
  if (!cluster || lines.length > 1) throw new ExportTrouble("The export is not that of one cluster.");
  const there = await db
    .selectFrom("cluster")
    .select("id")
    .where((eb) => eb.or([eb("id", "=", cluster.id), eb("slug", "=", cluster.slug)]))
    .executeTakeFirst();
  if (there) throw new ExportTrouble(`There is a cluster “${cluster.slug}” in this installation already.`);

  const shapes = await shapesOf(db);
  const told = read.manifest.tables.map(({ table }) => table);
  const strange = told.filter((table) => (KEEPING[table]?.rows ?? "none") === "none");
  if (strange.length > 0)
    throw new ExportTrouble(`The export holds what no export holds: ${strange.join(", ")}.`);

  const renamed: Renamed = new Map();
  const result: ImportedCluster = {
    clusterId: cluster.id,
    slug: cluster.slug,
    written: {},
    known: {},
    left: {},
    organisations: [],
    projects: [],
    people: [],
  };
  const present = new Map<string, Set<string>>();
  for (const table of inOrder(shapes, told)) {
    const shape = shapes.get(table)!;
    const rows = (await read.lines(table)).map((text) => JSON.parse(text) as Row);
    refuseElsewhere(shape, rows, cluster.id);
    await withFiles(shape, rows, read);
    if (table === "person") await sameByAddress(db, rows, renamed);
    if (table === "organisation") await sameByKeys(db, rows, renamed);
    if (table === "project") await sameProjects(db, rows, renamed);
    const fresh = rows
      .map((row) => rename(shape, row, renamed))
      .filter((row): row is Row => row !== null)
      .filter((row) => {
        const whole =
          withoutStrangers(shape, row, present) && !speaksOfKnown(table, row, new Set(result.organisations));
        if (!whole) result.left[table] = (result.left[table] ?? 0) + 1;
        return whole;
      });
    const written = await insert(db, shape, fresh);
    remember(shape, [...fresh, ...rows.filter((row) => renamed.has(String(row.id)))], renamed, present);
    result.written[table] = written.length;
    if (rows.length - written.length - (result.left[table] ?? 0) > 0)
      result.known[table] = rows.length - written.length - (result.left[table] ?? 0);
    if (table === "organisation") result.organisations = written.map(({ id }) => String(id));
    if (table === "project") result.projects = written.map(({ id }) => String(id));
    if (table === "person") result.people = written.map(({ id }) => String(id));
  }
  if (result.people.length > 0) await unit.enqueue("exports.open-accounts", { people: result.people });
  return result;
}

/** What of a cluster is public belongs to the commons, and to no other table of them. */
const IN_COMMON = ["organisation", "organisation_alias", "project", "participation", "logo", "link"];

/** A file can say anything: rows of another cluster in this installation are none of an import's business. */
function refuseElsewhere(shape: TableShape, rows: readonly Row[], clusterId: string): void {
  if (!shape.columns.some(({ name }) => name === "cluster_id")) return;
  const common = IN_COMMON.includes(shape.name);
  if (rows.some((row) => row.cluster_id !== clusterId && !(common && row.cluster_id === COMMONS)))
    throw new ExportTrouble(`The table ${shape.name} holds rows of another cluster.`);
}

/** An organisation that was here before has its own owners, pictures and names: another house says nothing of those. */
const OF_ORGANISATION = ["seat", "logo", "organisation_alias", "organisation_competence"];
const speaksOfKnown = (table: string, row: Row, made: ReadonlySet<string>): boolean =>
  OF_ORGANISATION.includes(table) && !made.has(String(row.organisation_id));

/** Bytes come back to where they were. */
async function withFiles(shape: TableShape, rows: Row[], read: ExportRead): Promise<void> {
  for (const { name } of shape.columns.filter(({ type }) => type === "bytea"))
    for (const row of rows) {
      const beside = row[name] as { file?: string } | null | undefined;
      if (beside?.file) row[name] = `\\x${(await read.file(beside.file)).toString("hex")}`;
    }
}

async function sameByAddress(db: Db, rows: readonly Row[], renamed: Renamed): Promise<void> {
  const emails = rows.map((row) => String(row.email).toLowerCase());
  if (emails.length === 0) return;
  const here = await db
    .selectFrom("person")
    .select(["id", "email"])
    .where(sql<boolean>`lower(email) = any (${emails}::text[])`)
    .execute();
  const byEmail = new Map(here.map(({ id, email }) => [email.toLowerCase(), id]));
  for (const row of rows) {
    const id = byEmail.get(String(row.email).toLowerCase());
    if (id && id !== row.id) renamed.set(String(row.id), id);
  }
}

async function sameByKeys(db: Db, rows: readonly Row[], renamed: Renamed): Promise<void> {
  const texts = (name: string) => rows.map((row) => row[name]).filter((value) => typeof value === "string");
  const here = await db
    .selectFrom("organisation")
    .select(["id", "slug", "pic", "source", "sourceKey"])
    .where((eb) =>
      eb.or([
        sql<boolean>`pic = any (${texts("pic")}::text[])`,
        sql<boolean>`source_key = any (${texts("source_key")}::text[])`,
        sql<boolean>`slug = any (${texts("slug")}::text[])`,
      ]),
    )
    .execute();
  const byPic = new Map(here.filter(({ pic }) => pic).map(({ id, pic }) => [pic, id]));
  const byKey = new Map(
    here.filter(({ sourceKey }) => sourceKey).map((o) => [`${o.source} ${o.sourceKey}`, o.id]),
  );
  const slugs = new Map(here.map(({ id, slug }) => [slug, id]));
  for (const row of rows) {
    const same = byPic.get(row.pic as string) ?? byKey.get(`${row.source} ${row.source_key}`);
    if (same && same !== row.id) renamed.set(String(row.id), same);
    // Another one of the same name: its address gets the end of its id.
    const taken = slugs.get(String(row.slug));
    if (!same && taken && taken !== row.id)
      row.slug = `${String(row.slug).slice(0, 107)}-${String(row.id).slice(-12)}`;
  }
}

async function sameProjects(db: Db, rows: readonly Row[], renamed: Renamed): Promise<void> {
  const keys = rows.map(({ source_key }) => source_key).filter((key) => typeof key === "string");
  const here = await db
    .selectFrom("project")
    .select(["id", "source", "sourceKey"])
    .where(sql<boolean>`source_key = any (${keys}::text[])`)
    .execute();
  const byKey = new Map(here.map((project) => [`${project.source} ${project.sourceKey}`, project.id]));
  for (const row of rows) {
    const same = byKey.get(`${row.source} ${row.source_key}`);
    if (same && same !== row.id) renamed.set(String(row.id), same);
  }
}

/** The row with the ids of this house; `null` for one that stands here already under another id. */
function rename(shape: TableShape, row: Row, renamed: Renamed): Row | null {
  if (renamed.size === 0) return row;
  if (typeof row.id === "string" && shape.key.join() === "id" && renamed.has(row.id)) return null;
  const next = { ...row };
  for (const { columns } of shape.references)
    for (const column of columns) {
      const id = renamed.get(String(next[column]));
      if (id) next[column] = id;
    }
  for (const { name } of shape.columns.filter(({ type }) => type === "uuid[]"))
    if (Array.isArray(next[name])) next[name] = (next[name] as string[]).map((id) => renamed.get(id) ?? id);
  return next;
}

const keyOf = (columns: readonly string[], row: Row) =>
  columns.map((column) => String(row[column])).join(" ");

/** Names nobody who did not come along: where the column may be empty it is emptied, else the row stays behind. */
function withoutStrangers(
  shape: TableShape,
  row: Row,
  present: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  for (const { columns, to } of shape.references) {
    const there = present.get(to);
    const column = columns.at(-1)!;
    if (!there || row[column] === null || row[column] === undefined) continue;
    if (there.has(keyOf(columns, row))) continue;
    if (!shape.columns.find(({ name }) => name === column)?.nullable) return false;
    row[column] = null;
  }
  return true;
}

function remember(
  shape: TableShape,
  rows: readonly Row[],
  renamed: Renamed,
  present: Map<string, Set<string>>,
): void {
  const keys = rows.flatMap((row) => {
    const own = keyOf(shape.key, row);
    // A need is named from other clusters, too: by its id alone.
    const alone = shape.key.length > 1 && row.id ? [String(row.id)] : [];
    return [renamed.get(own) ?? own, ...alone];
  });
  present.set(shape.name, new Set(keys));
}

const AT_ONCE = 1000;

async function insert(db: Db, shape: TableShape, rows: readonly Row[]): Promise<Row[]> {
  const given = new Set(rows.flatMap((row) => Object.keys(row)));
  // Left out of every export, and so of no import's business either: nobody is made an operator by a file.
  for (const name of omitted(shape.name)) given.delete(name);
  const columns = shape.columns
    .filter(({ name, generated }) => !generated && given.has(name))
    .map(({ name }) => name);
  const list = sql.join(columns.map((name) => sql.ref(name)));
  // A table that names itself is written in one piece, for a row may name a later one.
  const size = columnsNaming(shape, shape.name).length > 0 ? rows.length : AT_ONCE;
  const written: Row[] = [];
  for (let at = 0; at < rows.length; at += size || 1) {
    const { rows: made } = await sql<{ row: Row }>`
      insert into ${sql.table(shape.name)} (${list})
      select ${list} from jsonb_populate_recordset(null::${sql.table(shape.name)}, ${JSON.stringify(rows.slice(at, at + size))}::jsonb)
      on conflict do nothing
      returning to_jsonb(${sql.ref(shape.name)}) - 'bytes' as row`.execute(db);
    written.push(...made.map(({ row }) => row));
  }
  return written;
}
