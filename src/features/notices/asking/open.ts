import { sql } from "kysely";
import type { Context } from "../../../access/context.ts";
import type { Ask } from "../../../access/route.ts";
import type { OrganisationId } from "../../../kernel/actor.ts";
import { hashToken, SECRET } from "../../../kernel/token.ts";
import type { Asking } from "./letters.ts";

export interface Asked {
  clusterId: string;
  subjectId: string;
  organisationId: OrganisationId;
  personId: string;
  seatId: string;
}

/**
 * Opens the link of a letter: what was asked, and the context of its person, in the seat it was sent to, with the rights held today.
 * `null` where there is no such link or the seat has ended. Whether the person may still answer is for the caller to ask `can`.
 */
export async function openByLetter(
  { desk, ctx, params }: Pick<Ask<{ token: string }, never, never, null>, "desk" | "ctx" | "params">,
  { reason, table, subject }: Pick<Asking<never>, "reason" | "table" | "subject">,
): Promise<{ ctx: Context; asked: Asked } | null> {
  if (!SECRET.test(params.token)) return null;
  const [asked] = await ctx.system(reason, async ({ db }) => {
    const { rows } = await sql<Asked>`
      select cluster_id, ${sql.ref(subject)} as subject_id, organisation_id, person_id, seat_id from ${sql.table(table)}
      where hashes @> array[${hashToken(params.token)}]::text[]`.execute(db);
    return rows;
  });
  if (!asked) return null;
  const theirs = await desk.as(
    { personId: asked.personId, acting: `seat:${asked.seatId}`, clusterId: asked.clusterId },
    "letter",
  );
  return theirs?.cluster ? { ctx: theirs, asked } : null;
}
