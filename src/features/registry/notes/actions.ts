import type { Context } from "../../../access/context.ts";
import type { Page } from "../../../kernel/page.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { addNote } from "./add-note.ts";
import * as store from "./store.ts";
import { teamOnly } from "./team-only.ts";

export const listNotes = (
  ctx: Context,
  wanted: { query: string; limit: number; cursor?: string | undefined },
): Promise<Page<store.NoteRow>> =>
  ctx.read((db) => store.searchNotes(db, ctx.actor, ctx.cluster!.id, wanted));

export const notesOf = (ctx: Context, organisationId: string): Promise<store.NoteRow[]> =>
  ctx.read((db) => store.notesOf(db, ctx.actor, ctx.cluster!.id, organisationId));

export const findNote = async (ctx: Context, id: string): Promise<store.NoteRow | null> =>
  (await ctx.read((db) => store.noteById(db, ctx.actor, ctx.cluster!.id, id))) ?? null;

export const writeNote = (ctx: Context, organisationId: string, text: string): Promise<string> =>
  ctx.write((unit) =>
    addNote(unit, {
      clusterId: ctx.cluster!.id,
      organisationId,
      text,
      writtenBy: ctx.actor.personId!,
      writtenAt: ctx.now(),
    }),
  );

export const changeNote = (
  ctx: Context,
  note: store.NoteRow,
  text: string,
  version: number,
): Promise<Result<null, "changed-meanwhile">> =>
  ctx.write(async (unit) => {
    const { id, organisationId } = note;
    if (note.version !== version) return refuse("changed-meanwhile");
    if (note.text === text) return ok(null);
    if (!(await store.replaceText(unit, ctx.cluster!.id, note, text, ctx.now())))
      return refuse("changed-meanwhile");
    unit.audit({
      action: "note.change",
      subjectKind: "note",
      subjectId: id,
      before: teamOnly({ organisationId, version }),
      after: teamOnly({ organisationId, version: version + 1 }),
    });
    return ok(null);
  });

export const removeNote = (ctx: Context, note: store.NoteRow) => mark(ctx, note, ctx.now(), "note.remove");
export const restoreNote = (ctx: Context, note: store.NoteRow) => mark(ctx, note, null, "note.restore");

const mark = (ctx: Context, note: store.NoteRow, at: Date | null, action: string): Promise<boolean> =>
  ctx.write(async (unit) => {
    const done = await store.markRemoved(unit, ctx.cluster!.id, note.id, at);
    const { organisationId, version } = note;
    if (done)
      unit.audit({
        action,
        subjectKind: "note",
        subjectId: note.id,
        before: teamOnly({ organisationId, version }),
      });
    return done;
  });

export const versionsOf = (ctx: Context, note: store.NoteRow): Promise<store.NoteVersion[]> =>
  ctx.read((db) => store.versionsOf(db, ctx.cluster!.id, note.id));
