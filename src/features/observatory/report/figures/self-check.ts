import { sql } from "kysely";
import type { Db } from "../../../../kernel/gateway.ts";
import { formatMonth } from "../../../../ui/index.ts";
import { CATALOGUE, type FigureKey, isFor } from "../catalogue.ts";
import type { Scope } from "../eyes.ts";
import { type Figure, words } from "../words.ts";
import { figure } from "./make.ts";

const KEYS = (Object.keys(CATALOGUE) as FigureKey[]).filter((key) => CATALOGUE[key].section === "self-check");

/** What the team computes for itself, for the cluster alone: it is made of what is open to all of the cluster. */
export async function selfCheckFigures(db: Db, scope: Scope): Promise<Figure[]> {
  const month = `${scope.to.slice(0, 7)}-01`;
  const { rows } = await sql<{ measure: FigureKey; value: number; month: string }>`
    select distinct on (measure) measure, value, month from cockpit_month
    where cluster_id = ${scope.cluster.id}::uuid and measure = any (${sql.val(KEYS)}::text[]) and month <= ${month}::date and value is not null
    order by measure, month desc`.execute(db);
  return rows.flatMap(({ measure, value, month: of }) =>
    isFor(measure, scope.level)
      ? [
          figure(measure, scope, {
            value,
            coverage: words(`as of ${formatMonth(of, "en")}`, `Stand ${formatMonth(of, "de")}`),
          }),
        ]
      : [],
  );
}
