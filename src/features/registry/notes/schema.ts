import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import { Slug } from "../organisation/schema.ts";
import { MOST_NOTE } from "./add-note.ts";

export const NoteText = z.string().trim().min(1).max(MOST_NOTE);
export const TeamPath = ClusterPath.extend({ slug: Slug });
export const NotePath = ClusterPath.extend({ note: z.uuid() });

export const NotesQuery = z.object({
  query: z.string().trim().max(200).catch(""),
  cursor: z.string().max(400).optional().catch(undefined),
  format: z.enum(["csv", "xlsx"]).optional().catch(undefined),
});
export const NotesApiQuery = z.strictObject({
  query: z.string().trim().max(200).default(""),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const NewNote = z.strictObject({ text: NoteText });
export const NoteChange = z.strictObject({ text: NoteText, version: z.int().min(1) });

export const NoteOut = z.object({
  id: z.uuid(),
  organisation: z.object({ slug: z.string(), name: z.string() }),
  text: z.string(),
  author: z.string().nullable(),
  writtenAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  version: z.number().int(),
});
export const NoteList = z.object({
  items: z.array(NoteOut),
  total: z.number().int(),
  next: z.string().nullable(),
});
export const VersionList = z.object({
  items: z.array(
    z.object({
      version: z.number().int(),
      text: z.string(),
      author: z.string().nullable(),
      saidAt: z.iso.datetime(),
    }),
  ),
});
