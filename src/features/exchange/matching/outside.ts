import { createCorpus, rankOrganisations, TextIndex, type TextSource } from "@kontor/matching";
import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../../access/context.ts";
import { seenBy } from "../../../access/visibility.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { askOf } from "./ask.ts";
import { PROJECT } from "./documents.ts";
import type { Matchable, Why } from "./found.ts";
import { asOrganisation } from "./gather.ts";
import { eyesFor } from "./matches.ts";
import { nameReason, namesFor } from "./naming.ts";
import { type Candidate, candidatesSeen, type Eyes, organisationsSeen } from "./sources.ts";
import { textsOf } from "./texts.ts";

/** Somebody outside the cluster whose public projects speak of the need. */
export interface Outside {
  organisation: Candidate;
  fit: number;
  reasons: Why[];
}

/** The projects nearest by their words are looked at closely; further ones would bring nobody to the top. */
const NEAREST = 300;

/**
 * Whom to look for outside, where the cluster has nobody: by public projects alone, and without saying to anybody that somebody looks.
 * The database's own search names the nearest projects; they are ranked as the cluster's own are.
 */
export async function outsideFor(ctx: Context, need: Matchable, limit = 20): Promise<Outside[]> {
  return ctx.read(async (db) => {
    const eyes = { ...eyesFor(ctx, need), across: false };
    const inside = new Set((await candidatesSeen(db, eyes)).map((one) => one.id));
    const near = await nearestProjects(db, eyes, need);
    if (near.length === 0) return [];
    const organisations = await organisationsSeen(db, eyes, [
      ...new Set([...near.flatMap((one) => one.organisations), need.organisationId]),
    ]);
    const known = new Set(organisations.map((one) => one.id));
    const documents = near.map(({ organisations: partners, ...rest }) => ({
      ...rest,
      organisations: partners.filter((id) => known.has(id)),
    }));
    const index = new TextIndex();
    for (const { id, ...fields } of await textsOf(db, eyes, documents)) index.add({ id, fields });
    const text: TextSource = index;
    const corpus = createCorpus({
      text,
      documents: documents.map(({ id, organisations: partners, date }) => ({
        id,
        kind: "project",
        organisations: partners,
        ...(date === null ? {} : { date }),
      })),
      organisations: organisations.map((one) => asOrganisation(one)),
    });
    const ask = askOf(need, { today: eyes.today, exclude: [need.organisationId, ...need.wall, ...inside] });
    const ranked = rankOrganisations(corpus, ask, { limit });
    const names = await namesFor(
      db,
      eyes,
      ctx.cluster!.slug,
      ranked.flatMap((one) => one.reasons),
    );
    const byId = new Map(organisations.map((one) => [one.id, one]));
    return ranked.map((one) => ({
      organisation: byId.get(one.organisation)!,
      fit: one.score,
      reasons: one.reasons
        .map((reason) => nameReason(reason, names))
        .filter((why): why is Why => why !== null),
    }));
  });
}

/** By any of the need's words, the most telling first. Only what everybody may read: the search table holds nothing else. */
async function nearestProjects(db: Db, eyes: Eyes, need: Matchable) {
  const words = wordsOf(need);
  if (words.length === 0) return [];
  const any = sql.join(
    words.map(
      (word) =>
        sql`plainto_tsquery('english', folded(${word})) || plainto_tsquery('german', folded(${word}))`,
    ),
    sql` || `,
  ) as RawBuilder<unknown>;
  const { rows } = await sql<{ id: string; edition: string; date: string | null; organisations: string[] }>`
    with asked as (select ${any} as q), near as (
      select s.project_id from project_search s, asked where s.words @@ asked.q
      order by ts_rank(s.words, asked.q, 1) desc, s.project_id limit ${NEAREST}
    )
    select 'project:' || project.id as id, '' as edition, coalesce(project.signed, project.starts)::text as date,
      array(select distinct participation.organisation_id from participation
        where participation.project_id = project.id and ${seenBy(eyes.actor, { table: "participation", owners: ["organisationId"] })}) as organisations
    from project where project.id = any (${sql`array(select project_id from near)`}) and ${seenBy(eyes.actor, PROJECT)}`.execute(
    db,
  );
  return rows.map((row) => ({ ...row, kind: "project" as const }));
}

const MOST_WORDS = 24;

const wordsOf = ({ title, competences, text }: Matchable) =>
  [
    ...new Set(
      [title, ...competences, text]
        .join(" ")
        .toLowerCase()
        .match(/[\p{L}\p{N}]{4,}/gu) ?? [],
    ),
  ].slice(0, MOST_WORDS);
