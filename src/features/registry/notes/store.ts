import { type RawBuilder, sql } from "kysely";
import type { Actor, ClusterId } from "../../../kernel/actor.ts";
import type { Db, Unit } from "../../../kernel/gateway.ts";
import { decodeCursor, encodeCursor, type Page } from "../../../kernel/page.ts";
import { textQuery } from "../directory/store.ts";
import { searchedWords } from "../directory/words.ts";

export interface NoteRow {
  id: string;
  organisationId: string;
  organisation: string;
  slug: string;
  text: string;
  writtenBy: string | null;
  author: string | null;
  writtenAt: Date;
  editedAt: Date | null;
  removedAt: Date | null;
  version: number;
}

/** The first wall around notes; whoever of the team also works for an organisation is that organisation. */
const seenNote = (actor: Actor, clusterId: ClusterId): RawBuilder<boolean> =>
  actor.clusterId === clusterId && (actor.office === "manager" || actor.office === "facilitator")
    ? sql`(note.cluster_id = ${clusterId}::uuid and not note.organisation_id = any (${`{${actor.ownOrganisations.join(",")}}`}::uuid[]))`
    : sql`false`;

const notes = (db: Db, actor: Actor, clusterId: ClusterId) =>
  db
    .selectFrom("note")
    .innerJoin("organisation", "organisation.id", "note.organisationId")
    .leftJoin("person", "person.id", "note.writtenBy")
    .select([
      "note.id",
      "note.organisationId",
      "organisation.name as organisation",
      "organisation.slug",
      "note.text",
      "note.writtenBy",
      "person.name as author",
      "note.writtenAt",
      "note.editedAt",
      "note.removedAt",
      "note.version",
    ])
    .where(seenNote(actor, clusterId));

export const notesOf = (
  db: Db,
  actor: Actor,
  clusterId: ClusterId,
  organisationId: string,
): Promise<NoteRow[]> =>
  notes(db, actor, clusterId)
    .where("note.organisationId", "=", organisationId)
    .where("note.removedAt", "is", null)
    .orderBy("note.writtenAt", "desc")
    .orderBy("note.id", "desc")
    .limit(500)
    .execute();

export const noteById = (
  db: Db,
  actor: Actor,
  clusterId: ClusterId,
  id: string,
): Promise<NoteRow | undefined> => notes(db, actor, clusterId).where("note.id", "=", id).executeTakeFirst();

/** All notes of the team, the newest first, perhaps only those that say something. */
export async function searchNotes(
  db: Db,
  actor: Actor,
  clusterId: ClusterId,
  { query, limit, cursor }: { query: string; limit: number; cursor?: string | undefined },
): Promise<Page<NoteRow>> {
  const words = searchedWords(query);
  let found = notes(db, actor, clusterId).where("note.removedAt", "is", null);
  if (words.length > 0) found = found.where(sql<boolean>`note.words @@ (${textQuery(words)})`);
  else if (query !== "") return { items: [], total: 0, next: null };
  const { total } = await found
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const [at, id] = (cursor ? decodeCursor(cursor, 2) : null) ?? [];
  if (typeof at === "string" && typeof id === "string" && /^\d{4}-[\dT:.Z-]+$/.test(at) && UUID.test(id))
    // The cursor knows milliseconds, the table microseconds.
    found = found.where(
      sql<boolean>`(date_trunc('milliseconds', note.written_at), note.id) < (${at}::timestamptz, ${id}::uuid)`,
    );
  const rows = await found
    .orderBy(sql`date_trunc('milliseconds', note.written_at)`, "desc")
    .orderBy("note.id", "desc")
    .limit(limit + 1)
    .execute();
  const last = rows[limit - 1];
  return {
    items: rows.slice(0, limit),
    total: Number(total),
    next: rows.length > limit && last ? encodeCursor([last.writtenAt.toISOString(), last.id]) : null,
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface NoteVersion {
  version: number;
  text: string;
  author: string | null;
  saidAt: Date;
}

/** What a note said before, the newest first. Whoever calls has read the note itself. */
export const versionsOf = (db: Db, clusterId: ClusterId, id: string): Promise<NoteVersion[]> =>
  db
    .selectFrom("noteVersion")
    .leftJoin("person", "person.id", "noteVersion.saidBy")
    .select(["noteVersion.version", "noteVersion.text", "person.name as author", "noteVersion.saidAt"])
    .where("noteVersion.clusterId", "=", clusterId)
    .where("noteVersion.noteId", "=", id)
    .orderBy("noteVersion.version", "desc")
    .execute();

/** Puts a new text in the place of the version that was read, and keeps the old one beside. */
export async function replaceText(
  { db }: Unit,
  clusterId: ClusterId,
  note: NoteRow,
  text: string,
  now: Date,
): Promise<boolean> {
  await db
    .insertInto("noteVersion")
    .values({
      clusterId,
      noteId: note.id,
      version: note.version,
      text: note.text,
      saidBy: note.writtenBy,
      saidAt: note.editedAt ?? note.writtenAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const done = await db
    .updateTable("note")
    .set({ text, editedAt: now, version: note.version + 1 })
    .where("clusterId", "=", clusterId)
    .where("id", "=", note.id)
    .where("version", "=", note.version)
    .where("removedAt", "is", null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

export async function markRemoved({ db }: Unit, clusterId: ClusterId, id: string, at: Date | null) {
  const done = await db
    .updateTable("note")
    .set({ removedAt: at })
    .where("clusterId", "=", clusterId)
    .where("id", "=", id)
    .where("removedAt", at === null ? "is not" : "is", null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
