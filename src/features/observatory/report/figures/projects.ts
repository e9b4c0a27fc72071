import { sql } from "kysely";
import type { Db } from "../../../../kernel/gateway.ts";
import { openHere, type Scope } from "../eyes.ts";
import { standsOn } from "../rules.ts";
import { type Figure, words } from "../words.ts";
import { figure } from "./make.ts";
import type { Member } from "./members.ts";

const YEARS = 10;
const LISTED = 12;

interface Project {
  slug: string;
  title: string;
  starts: string;
  cents: string;
  members: number;
}

/** Projects in which members of the last day take part. */
export async function projectFigures(db: Db, scope: Scope, members: readonly Member[]): Promise<Figure[]> {
  const ids = members.filter(({ spans }) => standsOn(spans, scope.to)).map(({ id }) => id);
  const first = Number(scope.to.slice(0, 4)) - YEARS + 1;
  const since = scope.from < `${first}-01-01` ? scope.from : `${first}-01-01`;
  const { rows } = await sql<Project>`
    select p.slug, coalesce(p.acronym, p.title) as title, p.starts, coalesce(sum(t.contribution_cents), 0)::text as cents,
      count(distinct t.organisation_id)::int as members
    from project p join participation t on t.project_id = p.id
    where t.organisation_id = any (${`{${ids.join(",")}}`}::uuid[]) and ${openHere("t", scope)} and ${openHere("p", scope)}
      and p.starts between ${since}::date and ${scope.to}::date
    group by p.id order by sum(t.contribution_cents) desc nulls last, p.slug`.execute(db);
  const begun = rows.filter(({ starts }) => starts >= scope.from);
  const paid = begun.filter(({ cents }) => cents !== "0");
  const coverage = words(
    `${paid.length} of ${begun.length} projects tell what members receive`,
    `${paid.length} von ${begun.length} Projekten sagen, was Mitglieder erhalten`,
  );
  return [
    figure("projects-begun", scope, {
      value: begun.length,
      rows: begun.slice(0, LISTED).map(({ slug, title, starts, cents }) => ({
        label: words(title, title),
        value: cents === "0" ? null : Number(cents) / 100,
        on: starts,
        page: `projects/${slug}`,
      })),
      more: Math.max(0, begun.length - LISTED),
      coverage,
    }),
    figure("projects-funding", scope, {
      value: paid.length === 0 ? null : paid.reduce((sum, { cents }) => sum + Number(cents), 0) / 100,
      coverage,
    }),
    figure("projects-years", scope, {
      value: begun.length,
      rows: Array.from({ length: YEARS }, (_, i) => String(first + i)).map((year) => ({
        label: words(year, year),
        value: rows.filter(({ starts }) => starts.startsWith(year)).length,
        on: `${year}-12-31`,
      })),
      coverage: words(`${rows.length} projects with a date`, `${rows.length} Projekte mit Datum`),
    }),
  ];
}
