import { sql } from "kysely";
import type { Db } from "../../../../kernel/gateway.ts";
import { open, openHere, type Scope } from "../eyes.ts";
import { countOf } from "../rules.ts";
import { type Figure, words } from "../words.ts";
import { figure, LISTED } from "./make.ts";

/** Who came is nobody's business: only how many organisations, each once, and none that hides from anybody that it comes. */
export async function eventFigures(db: Db, scope: Scope): Promise<Figure[]> {
  const { rows } = await sql<{ id: string; title: string; on: string }>`
    select v.id, v.title, v.ends_at::date as on from event v
    where v.cluster_id = ${scope.cluster.id}::uuid and v.state not in ('draft', 'cancelled') and ${open("v", scope.level)}
      and v.ends_at::date between ${scope.from}::date and ${scope.to}::date
    order by v.ends_at, v.id`.execute(db);
  const guests = await sql<{ organisationId: string }>`
    select distinct r.organisation_id from registration r join organisation o on o.id = r.organisation_id
    where r.cluster_id = ${scope.cluster.id}::uuid and r.state = 'registered' and r.wall = '{}' and ${openHere("o", scope)}
      and r.event_id = any (${`{${rows.map(({ id }) => id).join(",")}}`}::uuid[])`.execute(db);
  const coverage = words(
    `${rows.length} events with their dates`,
    `${rows.length} Veranstaltungen mit Datum`,
  );
  return [
    figure("events", scope, {
      value: rows.length,
      rows: rows.slice(0, LISTED).map(({ id, title, on }) => ({
        ...{ label: words(title, title), value: null, on, page: `events/${id}` },
      })),
      more: Math.max(0, rows.length - LISTED),
      coverage,
    }),
    figure("event-guests", scope, {
      ...countOf(guests.rows.map(({ organisationId }) => ({ code: "", n: 1, owners: [organisationId] }))),
      coverage: words(
        "registrations, as far as nobody is kept from knowing of them",
        "Anmeldungen, soweit niemand nichts davon wissen soll",
      ),
    }),
  ];
}
