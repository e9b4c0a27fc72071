import { sql } from "kysely";
import type { Db } from "../../../../kernel/gateway.ts";
import { formatDate } from "../../../../ui/index.ts";
import { isFor } from "../catalogue.ts";
import type { Scope } from "../eyes.ts";
import { type Figure, type Words, words } from "../words.ts";
import { figure } from "./make.ts";

const STAGE_WORDS: Readonly<Record<string, Words>> = {
  industrial: words("industrial", "industriell"),
  "innovation-active": words("innovation-active", "innovationsaktiv"),
  "innovation-intensive": words("innovation-intensive", "innovationsintensiv"),
  network: words("network", "Netzwerk"),
  systemic: words("systemic", "systemisch"),
};

interface Round {
  title: Words;
  sections: Words[];
  index: number | null;
  medians: ({ median: number } | null)[] | null;
  of: number | null;
  computedAt: Date;
}

/** What many said together, as it stands; it is open to federated clusters and to the cluster, not to everybody. */
export async function potentialFigures(db: Db, scope: Scope): Promise<Figure[]> {
  if (!isFor("stage", scope.level)) return [];
  const rounds = await sql<Round>`
    select r.content -> 'title' as title, p.computed_at, (p.value ->> 'of')::int as of, p.value -> 'sections' as medians,
      (p.value -> 'index' -> 'equal.arithmetic' ->> 'median')::float8 as index,
      (select jsonb_agg(s -> 'title' order by n) from jsonb_array_elements(r.content -> 'sections') with ordinality e (s, n)) as sections
    from potential_result p join assessment_round r on r.cluster_id = p.cluster_id and p.name = 'round' and p.params = r.id::text
    where p.cluster_id = ${scope.cluster.id}::uuid and r.about = 'member' and r.opened_at::date <= ${scope.to}::date
      and p.value -> 'index' -> 'equal.arithmetic' ->> 'median' is not null
    order by r.opened_at desc limit 1`.execute(db);
  const stages = await sql<{ stage: string; members: number; computedAt: Date }>`
    select value ->> 'stage' as stage, (value ->> 'members')::int as members, computed_at from potential_result
    where cluster_id = ${scope.cluster.id}::uuid and name = 'stage' and params <> '' and params <= ${scope.to.slice(0, 7)}
    order by params desc limit 1`.execute(db);
  return [
    ...rounds.rows.map((round) => indexFigure(round, scope)),
    ...stages.rows.map((one) => stageFigure(one, scope)),
  ];
}

function indexFigure({ title, sections, index, medians, of, computedAt }: Round, scope: Scope): Figure {
  return figure("potential-index", scope, {
    value: index,
    rows: sections.flatMap((label, i) => {
      const median = medians?.[i]?.median;
      return median === undefined ? [] : [{ label: { en: label.en, de: label.de }, value: median }];
    }),
    coverage: words(
      `${title.en}: ${of} members; computed on ${formatDate(computedAt, "en")}`,
      `${title.de}: ${of} Mitglieder; berechnet am ${formatDate(computedAt, "de")}`,
    ),
  });
}

const stageFigure = (
  { stage, members, computedAt }: { stage: string; members: number; computedAt: Date },
  scope: Scope,
): Figure =>
  figure("stage", scope, {
    said: STAGE_WORDS[stage] ?? words(stage, stage),
    coverage: words(
      `${members} members; computed on ${formatDate(computedAt, "en")}`,
      `${members} Mitglieder; berechnet am ${formatDate(computedAt, "de")}`,
    ),
  });
