import { sql } from "kysely";
import type { Db } from "../../../../kernel/gateway.ts";
import { displayName, formatMonth } from "../../../../ui/index.ts";
import { THEMES } from "../../data/own-themes.ts";
import { open, openHere, type Scope } from "../eyes.ts";
import { cameIn, leftIn, monthEnds, type Span, standsOn } from "../rules.ts";
import type { Figure, Row } from "../words.ts";
import { words } from "../words.ts";
import { figure, LISTED } from "./make.ts";

export interface Member {
  id: string;
  slug: string;
  name: string;
  kind: string;
  spans: Span[];
}

/** Organisations that are or were members, as far as all readers may know of it. */
export async function membersOf(db: Db, scope: Scope): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select o.id, o.slug, o.name, o.kind,
      jsonb_agg(jsonb_build_object('since', m.since, 'until', m.until) order by m.since) as spans
    from membership m join organisation o on o.id = m.organisation_id
    where m.cluster_id = ${scope.cluster.id}::uuid and m.role <> 'applicant' and ${open("m", scope.level)} and ${openHere("o", scope)}
    group by o.id order by o.name, o.id`.execute(db);
  return rows;
}

const KINDS = THEMES.find(({ rule }) => rule === "members")!.activities;

export function memberFigures(members: readonly Member[], scope: Scope): Figure[] {
  const { from, to } = scope;
  const on = (day: string) => members.filter(({ spans }) => standsOn(spans, day));
  const now = on(to);
  const dayBefore = new Date(Date.parse(`${from}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  const coverage = words(
    `${members.length} organisations with dated memberships`,
    `${members.length} Organisationen mit datierten Mitgliedschaften`,
  );
  const moved = (dayOf: typeof cameIn) =>
    members
      .flatMap((member) => {
        const day = dayOf(member.spans, from, to);
        return day === null ? [] : [{ member, day }];
      })
      .toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const listed = (all: ReturnType<typeof moved>): Pick<Figure, "value" | "rows" | "more"> => ({
    value: all.length,
    rows: all.slice(0, LISTED).map(({ member, day }) => ({ ...named(member), on: day })),
    more: Math.max(0, all.length - LISTED),
  });
  return [
    figure("members", scope, { value: now.length, before: on(dayBefore).length, coverage }),
    figure("members-trend", scope, {
      value: now.length,
      before: on(dayBefore).length,
      rows: monthEnds(from, to).map((day) => ({
        label: words(formatMonth(day, "en"), formatMonth(day, "de")),
        value: on(day).length,
        on: day,
      })),
      coverage,
    }),
    figure("members-kinds", scope, {
      value: now.length,
      rows: Object.entries(KINDS)
        .map(
          ([kind, label]): Row => ({
            label: { en: label.en, de: label.de },
            value: now.filter((member) => member.kind === kind).length,
            page: `organisations?kind=${kind}`,
          }),
        )
        .filter(({ value }) => value! > 0)
        .toSorted((a, b) => b.value! - a.value!),
      coverage,
    }),
    figure("members-joined", scope, { ...listed(moved(cameIn)), coverage }),
    figure("members-left", scope, { ...listed(moved(leftIn)), coverage }),
  ];
}

const named = ({ name, slug }: Member): Row => ({
  label: words(displayName(name), displayName(name)),
  value: null,
  page: `organisations/${slug}`,
});
