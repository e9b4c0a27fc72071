import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../../kernel/gateway.ts";
import { KIND_WORDS } from "../../../exchange/feature.ts";
import { open, openHere, type Scope } from "../eyes.ts";
import { type Cell, countOf, openCells } from "../rules.ts";
import { type Figure, type Row, type Words, words } from "../words.ts";
import { figure } from "./make.ts";

const OUTCOMES: Readonly<Record<string, Words>> = {
  talks: words("Talks go on", "Gespräche laufen"),
  contract: words("Contract", "Vertrag"),
  project: words("Joint project", "Gemeinsames Projekt"),
  order: words("Order", "Auftrag"),
  investment: words("Investment", "Beteiligung"),
  hire: words("Hire", "Einstellung"),
};
const OTHERS = words("Others", "Weitere");

/**
 * That an organisation belongs here is something all readers may know. Needs and offers themselves mostly stay in the cluster: of
 * those that stand there by name, readers outside learn how many there are and no more, and that only of three organisations or more.
 */
const memberHere = (organisation: RawBuilder<unknown>, scope: Scope) => sql<boolean>`exists (
  select from membership m join organisation o on o.id = m.organisation_id
  where m.cluster_id = ${scope.cluster.id}::uuid and m.organisation_id = ${organisation} and m.role <> 'applicant'
    and ${open("m", scope.level)} and ${openHere("o", scope)})`;

export async function exchangeFigures(db: Db, scope: Scope): Promise<Figure[]> {
  const within = (column: string) =>
    sql<boolean>`${sql.ref(column)}::date between ${scope.from}::date and ${scope.to}::date`;
  const items = (table: "need" | "offer", condition: RawBuilder<boolean>) => sql<Cell>`
    select x.kind as code, count(*)::int as n, array_agg(distinct x.organisation_id) as owners
    from ${sql.table(table)} x
    where x.cluster_id = ${scope.cluster.id}::uuid and x.state <> 'draft' and ${open("x", "cluster")}
      and ${table === "need" ? sql`x.step in ('named', 'full')` : sql`true`}
      and ${memberHere(sql`x.organisation_id`, scope)} and ${condition}
    group by 1`;
  const needs = (await items("need", within("x.opened_at")).execute(db)).rows;
  const met = (await items("need", sql`x.state = 'met' and ${within("x.closed_at")}`).execute(db)).rows;
  const offers = (await items("offer", within("x.opened_at")).execute(db)).rows;
  const { introductions, outcomes } = await introduced(db, scope);
  const told = (
    cells: readonly Cell[],
    label: (code: string) => Words,
  ): Pick<Figure, "value" | "kept" | "rows"> => {
    const counted = countOf(cells);
    if (counted.kept) return { ...counted, rows: [] };
    const { shown, others } = openCells(cells);
    const rows: Row[] = shown.map(({ code, n }) => ({ label: label(code), value: n }));
    return { ...counted, rows: others ? [...rows, { label: OTHERS, value: others.n }] : rows };
  };
  const ofKind = (code: string): Words => ({ ...KIND_WORDS[code as keyof typeof KIND_WORDS] });
  return [
    figure("needs-opened", scope, { ...told(needs, ofKind), coverage: OPENLY }),
    figure("needs-met", scope, { ...countOf(met), coverage: OPENLY }),
    figure("offers-opened", scope, { ...told(offers, ofKind), coverage: OPENLY }),
    figure("introductions", scope, { ...countOf(introductions), coverage: BETWEEN }),
    figure("outcomes", scope, { ...told(outcomes, (code) => OUTCOMES[code]!), coverage: BETWEEN }),
  ];
}

const OPENLY = words(
  "of members that readers of the report may know to be members; confidential and walled ones are not counted",
  "von Mitgliedern, von denen die Lesenden wissen dürfen, dass sie es sind; Vertrauliches und hinter Mauern zählt nicht",
);
const BETWEEN = words(
  "between organisations that readers of the report may know to be members; what hangs on anything confidential or walled is not counted",
  "zwischen Organisationen, von denen die Lesenden wissen dürfen, dass sie Mitglied sind; was an Vertraulichem oder Mauern hängt, zählt nicht",
);

/** Introductions both sides wanted, and what came of them. None that a confidential need, a wall or an unnamed side hangs on. */
async function introduced(db: Db, scope: Scope): Promise<{ introductions: Cell[]; outcomes: Cell[] }> {
  const { id } = scope.cluster;
  const { rows } = await sql<{ id: string; askedOn: string; owners: string[]; kind: string | null }>`
    select i.id, i.asked_at::date as asked_on, side.owners, x.kind
    from introduction i
    cross join lateral (
      select array_agg(s.organisation_id) as owners,
        bool_and(s.shown and (n.id is null or ${open("n", "cluster")} and n.step in ('named', 'full'))
          and (b.id is null or ${open("b", "cluster")})
          and ${memberHere(sql`s.organisation_id`, scope)}) as open
      from introduction_side s
      left join need n on n.id = s.need_id
      left join offer b on b.id = s.offer_id
      where s.cluster_id = i.cluster_id and s.introduction_id = i.id) side
    left join outcome x on x.cluster_id = i.cluster_id and x.introduction_id = i.id and x.kind <> 'nothing'
      and x.state in ('stated', 'confirmed') and x.stated_at::date between ${scope.from}::date and ${scope.to}::date
    where i.cluster_id = ${id}::uuid and i.mediated and i.hidden is null and i.told_at is not null and i.asked_at is not null
      and i.asked_at::date <= ${scope.to}::date and side.open
    order by i.id, x.id`.execute(db);
  const asked = new Map(
    rows.filter(({ askedOn }) => askedOn >= scope.from).map((row) => [row.id, row.owners]),
  );
  const byKind = Map.groupBy(
    rows.filter(({ kind }) => kind !== null),
    ({ kind }) => kind!,
  );
  return {
    introductions: [...asked.values()].map((owners) => ({ code: "introduction", n: 1, owners })),
    outcomes: [...byKind].map(([code, some]) => ({
      code,
      n: some.length,
      owners: [...new Set(some.flatMap(({ owners }) => owners))],
    })),
  };
}
