import { sql } from "kysely";
import type { OrganisationId } from "../../../kernel/actor.ts";
import type { Db, Unit } from "../../../kernel/gateway.ts";
import { knownBy, ownWords } from "./own-words.ts";

/**
 * Brings the teaser in step with its need: written where the need is live and stands at the step of the teaser, gone everywhere else.
 * Called in every transaction that writes a need or its state, in the owner's name or by the house's own hand.
 *
 *     await syncTeaser(unit, needId);
 */
export async function syncTeaser({ db }: Unit, needId: string): Promise<void> {
  const need = await db
    .selectFrom("need")
    .select(["organisationId", "step", "state", "teaser", "visibility", "competences", "codes"])
    .where("id", "=", needId)
    .executeTakeFirst();
  if (!need) return;
  if (!isTold(need)) {
    await db.deleteFrom("needTeaser").where("needId", "=", needId).execute();
    return;
  }
  const { competences, codes } = await withoutOwnWords(db, need);
  await sql`
    insert into need_teaser (cluster_id, need_id, kind, intent, text, language, competences, codes, since, deadline, visibility, wall, across)
    select cluster_id, id, kind, intent, teaser, language, ${competences}::text[], ${codes}::text[],
      date_trunc('month', coalesce(opened_at, updated_at) at time zone 'UTC')::date, deadline, visibility, wall, across
    from need where id = ${needId}::uuid
    on conflict (cluster_id, need_id) do update set kind = excluded.kind, intent = excluded.intent, text = excluded.text,
      language = excluded.language, competences = excluded.competences, codes = excluded.codes, since = excluded.since,
      deadline = excluded.deadline, visibility = excluded.visibility, wall = excluded.wall, across = excluded.across`.execute(
    db,
  );
}

interface Tellable {
  step: string;
  state: string;
  teaser: string;
  visibility: string;
}

/** Whether others read the teaser of such a need. */
export const isTold = ({ step, state, teaser, visibility }: Tellable): boolean =>
  step === "teaser" &&
  (state === "open" || state === "in-talks") &&
  teaser.trim() !== "" &&
  (visibility === "peers" || visibility === "cluster");

/** A word chosen for a competence may be the name of the house, or of what it calls after itself. */
async function withoutOwnWords(
  db: Db,
  {
    organisationId,
    competences,
    codes,
  }: { organisationId: OrganisationId; competences: string[]; codes: string[] },
): Promise<{ competences: string[]; codes: string[] }> {
  const known = competences.length + codes.length > 0 ? await knownBy(db, organisationId) : null;
  if (!known) return { competences, codes };
  const isOwn = (word: string | undefined) => word !== undefined && ownWords(known, [word]).length > 0;
  return {
    competences: competences.filter((word) => !isOwn(word)),
    // A code of the cluster's own vocabulary spells its word.
    codes: codes.filter((code, at) => !isOwn(competences[at]) && !isOwn(code.replace(/^own:/, ""))),
  };
}
