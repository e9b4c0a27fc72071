import { sql } from "kysely";
import type { Db } from "../../../../kernel/gateway.ts";
import { THEMES } from "../../data/own-themes.ts";
import { open, openHere, type Scope } from "../eyes.ts";
import { type Figure, type Row, words } from "../words.ts";
import { figure } from "./make.ts";

const TYPES = THEMES.find(({ rule }) => rule === "links")!.activities;

/** Links of the cluster by type: those that hold on the last day, and those that began in the period. */
export async function linkFigures(db: Db, scope: Scope): Promise<Figure[]> {
  const { rows } = await sql<{
    type: string;
    standing: number;
    before: number;
    begun: number;
    dated: number;
  }>`
    select type, count(*) filter (where since <= ${scope.to}::date and (until is null or until > ${scope.to}::date))::int as standing,
      count(*) filter (where since < ${scope.from}::date and (until is null or until >= ${scope.from}::date))::int as before,
      count(*) filter (where since between ${scope.from}::date and ${scope.to}::date)::int as begun,
      count(*) filter (where dated)::int as dated
    from (
      select l.type, coalesce(l.since, l.confirmed_at::date, l.created_at::date) as since, l.until, l.since is not null as dated
      from link l join organisation a on a.id = l.from_organisation_id join organisation b on b.id = l.to_organisation_id
      where l.cluster_id = ${scope.cluster.id}::uuid and l.origin = 'confirmed' and l.disputed_at is null
        and ${open("l", scope.level)} and ${openHere("a", scope)} and ${openHere("b", scope)}) link
    group by type order by type`.execute(db);
  const sum = (of: "standing" | "before" | "begun" | "dated") => rows.reduce((all, row) => all + row[of], 0);
  const bars = (of: "standing" | "begun"): Row[] =>
    rows
      .filter((row) => row[of] > 0)
      .toSorted((a, b) => b[of] - a[of])
      .map((row) => ({ label: { ...TYPES[row.type]! }, value: row[of] }));
  const coverage = words(
    `${sum("dated")} of these links say themselves when they began`,
    `${sum("dated")} dieser Verbindungen sagen selbst, wann sie begannen`,
  );
  return [
    figure("links", scope, {
      value: sum("standing"),
      before: sum("before"),
      rows: bars("standing"),
      coverage,
    }),
    figure("links-new", scope, { value: sum("begun"), rows: bars("begun"), coverage }),
  ];
}
