import type { PoolClient } from "pg";
import { uuidv7 } from "../../kernel/ids.ts";
import { copyInto, type Value } from "./copy.ts";
import type { Numbered } from "./import-organisations.ts";
import type { Source } from "./layout.ts";
import { assignSlugs, dropRepeated, type Tally } from "./merge.ts";
import type { Project } from "./project.ts";
import type { Reporter } from "./reporter.ts";

const TOLD = [
  ["acronym", "text"],
  ["title", "text"],
  ["objective", "text"],
  ["keywords", "text[]"],
  ["starts", "date"],
  ["ends", "date"],
  ["signed", "date"],
  ["status", "text"],
  ["total_cost_cents", "bigint"],
  ["contribution_cents", "bigint"],
  ["call", "text"],
  ["topic", "text"],
  ["topic_title", "text"],
  ["programme", "text"],
  ["scheme", "text"],
  ["competences", "text[]"],
] as const;
const told = TOLD.map(([name]) => name);

/** Brings projects in: the edition is their only author, so what it says now replaces what it said before. */
export async function importProjects(
  client: PoolClient,
  source: Source,
  projects: AsyncIterable<Numbered<Project>>,
  report: Reporter,
): Promise<Tally> {
  await client.query(
    `create temp table staged_project (
       row_number int, id uuid, key text, slugs text[], slug text, known boolean default false,
       ${TOLD.map((column) => column.join(" ")).join(", ")}
     ) on commit drop`,
  );
  await copyInto(client, "staged_project", ["row_number", "id", "key", "slugs", ...told], staged(projects));
  for (const { row, key } of await dropRepeated(client, "staged_project", "key"))
    report("repeated", row, key);

  await client.query("create unique index on staged_project (key)");
  await client.query("create index on staged_project (slug)");
  await client.query("analyze staged_project");
  await client.query(
    `update staged_project s set id = p.id, known = true from project p where p.source = $1 and p.source_key = s.key`,
    [source],
  );
  const changed = await client.query(
    `update project p set ${told.map((column) => `${column} = s.${column}`).join(", ")}
     from staged_project s
     where s.known and s.id = p.id and (${told.map((column) => `p.${column}`).join(", ")})
       is distinct from (${told.map((column) => `s.${column}`).join(", ")})
     returning p.id`,
  );
  // What is not in the search is written there by the last stage: a changed project leaves it until then.
  await client.query("delete from project_search where project_id = any ($1)", [
    changed.rows.map((row) => row.id),
  ]);
  await assignSlugs(client, "staged_project", "project");
  const added = await client.query(
    `insert into project (id, slug, source, source_key, ${told.join(", ")})
     select id, slug, $1, key, ${told.join(", ")} from staged_project where not known order by id`,
    [source],
  );
  const all = await client.query("select count(*)::int as total from staged_project");
  const tally = { added: added.rowCount ?? 0, changed: changed.rowCount ?? 0 };
  return { ...tally, same: all.rows[0].total - tally.added - tally.changed };
}

async function* staged(projects: AsyncIterable<Numbered<Project>>): AsyncGenerator<Value[]> {
  for await (const { row, value: p } of projects)
    yield [
      row,
      uuidv7(),
      p.key,
      p.slugs,
      p.acronym,
      p.title,
      p.objective,
      p.keywords,
      p.starts,
      p.ends,
      p.signed,
      p.status,
      p.totalCostCents,
      p.contributionCents,
      p.call,
      p.topic,
      p.topicTitle,
      p.programme,
      p.scheme,
      p.competences,
    ];
}
