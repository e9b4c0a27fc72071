import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Unit } from "../../../kernel/gateway.ts";
import { sayNeeds } from "./messages.ts";
import { isConfidential, nextDeadline, type Side } from "./rules.ts";
import type { Item } from "./store.ts";
import { tellOwners } from "./told.ts";

/** Written as they are, from one row into another: everything said, nothing of what became of it. */
const COPIED = [
  "cluster_id",
  "organisation_id",
  "person_id",
  "kind",
  "intent",
  "title",
  "text",
  "language",
  "competences",
  "codes",
  "countries",
  "place",
  "lat",
  "lon",
  "radius_km",
  "visibility",
  "wall",
  "across",
  "origin",
  "origin_note",
];
const ONLY: Readonly<Record<Side, readonly string[]>> = {
  need: ["teaser", "secrecy", "step", "mediated"],
  offer: ["available_from"],
};

interface Copy {
  deadline: string | null;
  /** Where the copy carries the series on. */
  series?: { id: string; repeats: string } | undefined;
  by: string | null;
}

/** A draft that says the same, with what is told later and the files. Its id tells nobody when it was made. */
export async function copyItem(
  { db }: Unit,
  side: Side,
  from: Pick<Item, "clusterId" | "id">,
  { deadline, series, by }: Copy,
): Promise<string> {
  const id = randomUUID();
  const columns = sql.join([...COPIED, ...ONLY[side]].map((name) => sql.ref(name)));
  await sql`
    insert into ${sql.table(side)} (id, ${columns}, deadline, repeats, series_id, created_by)
    select ${id}::uuid, ${columns}, ${deadline}::date, ${series?.repeats ?? null}, ${series?.id ?? null}::uuid, ${by}::uuid
    from ${sql.table(side)} where cluster_id = ${from.clusterId}::uuid and id = ${from.id}::uuid`.execute(db);
  if (side === "need")
    await sql`
      insert into need_detail (cluster_id, need_id, text)
      select cluster_id, ${id}::uuid, text from need_detail
      where cluster_id = ${from.clusterId}::uuid and need_id = ${from.id}::uuid`.execute(db);
  const files = sql.table(`${side}_file`);
  const owner = sql.ref(`${side}_id`);
  const step = side === "need" ? sql`, from_step` : sql``;
  await sql`
    insert into ${files} (cluster_id, id, ${owner}, name, type, bytes, added_by ${step})
    select cluster_id, gen_random_uuid(), ${id}::uuid, name, type, bytes, added_by ${step}
    from ${files} where cluster_id = ${from.clusterId}::uuid and ${owner} = ${from.id}::uuid`.execute(db);
  return id;
}

/** The next of a series, as a draft, once the last one is over; its people are told. Only one waits at a time. */
export async function continueSeries(unit: Unit, side: Side, item: Item, today: string): Promise<void> {
  if (item.repeats === null) return;
  const seriesId = item.seriesId ?? item.id;
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(side)} where cluster_id = ${item.clusterId}::uuid and series_id = ${seriesId}::uuid
      and id <> ${item.id}::uuid and state in ('draft', 'open', 'in-talks') limit 1`.execute(unit.db);
  if (rows.length > 0) return;
  await sql`update ${sql.table(side)} set series_id = ${seriesId}::uuid
    where cluster_id = ${item.clusterId}::uuid and id = ${item.id}::uuid and series_id is null`.execute(
    unit.db,
  );
  const next = await copyItem(unit, side, item, {
    deadline: nextDeadline(item.deadline, item.repeats, today),
    series: { id: seriesId, repeats: item.repeats },
    by: item.personId,
  });
  unit.audit({
    action: `${side}.repeat`,
    clusterId: item.clusterId,
    subjectKind: side,
    subjectId: next,
    after: { organisationId: item.organisationId, after: item.id },
    ownOf: item.organisationId,
  });
  const key = isConfidential(item) ? "told.series.kept" : `told.series.${side}`;
  await tellOwners(unit, item, {
    text: (locale) => sayNeeds(locale)(key as "told.series.need", { title: item.title }),
    about: next,
    key: `exchange.series:${seriesId}`,
  });
}

/** Reopening takes back the draft that closing made, unless somebody has worked on it. */
export const dropWaiting = ({ db }: Unit, side: Side, item: Pick<Item, "clusterId" | "id" | "seriesId">) =>
  item.seriesId === null
    ? Promise.resolve(undefined)
    : sql`delete from ${sql.table(side)} where cluster_id = ${item.clusterId}::uuid and series_id = ${item.seriesId}::uuid
        and id <> ${item.id}::uuid and state = 'draft' and version = 1`.execute(db);
