import type { Context } from "../../../access/context.ts";
import { findSubject } from "../organisation/subject.ts";
import type { NoteSubject, TeamSubject } from "../policy.ts";
import { findNote } from "./actions.ts";
import type { NoteRow } from "./store.ts";

/** The cluster one is in, for the rules about what its team keeps. */
export const teamSubject = ({ ctx }: { ctx: Context }): Promise<TeamSubject | null> =>
  Promise.resolve(ctx.cluster ? { clusterId: ctx.cluster.id } : null);

export interface TeamOrganisation extends NoteSubject {
  slug: string;
}

/** An organisation as the team keeps things about it: whoever has a page in the cluster. */
export async function organisationSubject({
  ctx,
  params,
}: {
  ctx: Context;
  params: { slug: string };
}): Promise<TeamOrganisation | null> {
  const found = await findSubject(ctx, params.slug);
  if (!found || !ctx.cluster) return null;
  return { clusterId: ctx.cluster.id, organisationId: found.id, writtenBy: null, slug: params.slug };
}

const asked = new WeakMap<Context, NoteRow>();

/** A note that is there; with `removed`, one that was taken away. */
export const noteSubject =
  (removed = false) =>
  async ({ ctx, params }: { ctx: Context; params: { note: string } }): Promise<NoteSubject | null> => {
    const note = await findNote(ctx, params.note);
    if (!note || (note.removedAt !== null) !== removed) return null;
    asked.set(ctx, note);
    return { clusterId: ctx.cluster!.id, organisationId: note.organisationId, writtenBy: note.writtenBy };
  };

/** The note the rule of this request has just read. */
export const askedNote = (ctx: Context): NoteRow => asked.get(ctx)!;
