import type { PoolClient } from "pg";
import { uuidv7 } from "../../../kernel/ids.ts";
import { type Catalogue, q } from "./catalogue.ts";
import { joinMemberships, type Stretch } from "./memberships.ts";
import { type Ends, moveChildren } from "./move.ts";

/** What is said of a stretch apart from who, when and how it ended: two that say the same here can become one. */
const NOT_TERMS = [
  "cluster_id",
  "id",
  "organisation_id",
  "role",
  "since",
  "until",
  "recorded_at",
  "renews_on",
  "reason",
  "reason_note",
];

/** Memberships of both, joined by the rule in memberships.ts; the rows still say whose they were. */
export async function joinRows(
  client: PoolClient,
  catalogue: Catalogue,
  { kept, merged }: Ends,
): Promise<number> {
  const stretches = async (organisation: string) =>
    (
      await client.query<Stretch>(
        `select id, cluster_id as "clusterId", role, since::text, until::text, (to_jsonb(membership) - $2::text[])::text as terms
         from membership where organisation_id = $1 order by since, id`,
        [organisation, NOT_TERMS],
      )
    ).rows;
  const table = catalogue.tables.get("membership")!;
  const { stays, fresh, covered } = joinMemberships(await stretches(kept), await stretches(merged));
  for (const { clusterId, id, by } of covered) {
    const { rows } = await client.query<{ id: string; at: string }>(
      "select id, ctid::text as at from membership where cluster_id = $1 and id in ($2, $3)",
      [clusterId, id, by],
    );
    const at = (wanted: string) => rows.find((row) => row.id === wanted)!.at;
    await moveChildren(client, catalogue, table, { kept: at(by), merged: at(id) });
  }
  // How a part ends is read before anything changes.
  const ends = new Map<string, Record<string, unknown>>();
  for (const { clusterId, endsAs } of [...stays, ...fresh])
    if (!ends.has(endsAs)) {
      const { rows } = await client.query(
        "select renews_on::text, reason, reason_note from membership where cluster_id = $1 and id = $2",
        [clusterId, endsAs],
      );
      ends.set(endsAs, rows[0]);
    }
  const copied = table.stored.filter(
    (column) =>
      !["id", "since", "until", "renews_on", "reason", "reason_note", "organisation_id"].includes(column),
  );
  for (const { clusterId, id, since, until, endsAs } of fresh) {
    const how = ends.get(endsAs)!;
    await client.query(
      `insert into membership (id, organisation_id, since, until, renews_on, reason, reason_note, ${copied.map(q).join(", ")})
       select $3, $4, $5::date, $6::date, $7::date, $8, $9, ${copied.map(q).join(", ")} from membership where cluster_id = $1 and id = $2`,
      [clusterId, id, uuidv7(), kept, since, until, how.renews_on, how.reason, how.reason_note],
    );
  }
  for (const { clusterId, id } of covered)
    await client.query("delete from membership where cluster_id = $1 and id = $2", [clusterId, id]);
  for (const { clusterId, id, since, until, endsAs } of stays) {
    const how = ends.get(endsAs)!;
    await client.query(
      `update membership set since = $3::date, until = $4::date, renews_on = $5::date, reason = $6, reason_note = $7
       where cluster_id = $1 and id = $2 and (since, until, renews_on, reason, reason_note) is distinct from ($3::date, $4::date, $5::date, $6, $7)`,
      [clusterId, id, since, until, how.renews_on, how.reason, how.reason_note],
    );
  }
  return covered.length;
}

/** A link of both to each other would be one to itself; two of one kind at one time are one. Derived ones are reckoned anew elsewhere. */
export async function joinLinks(
  client: PoolClient,
  catalogue: Catalogue,
  { kept, merged }: Ends,
): Promise<number> {
  const selves = await client.query(
    "delete from link where from_organisation_id in ($1, $2) and to_organisation_id in ($1, $2)",
    [kept, merged],
  );
  const table = catalogue.tables.get("link")!;
  // Two said for different eyes stay two: joining them would show one to those it was kept from.
  const { rows } = await client.query<{
    kept: string;
    merged: string;
    at: string;
    into: string;
    cluster_id: string;
  }>(
    `select k.ctid::text as kept, m.ctid::text as merged, m.id as at, k.id as into, k.cluster_id
     from link m join link k on k.cluster_id = m.cluster_id and k.type = m.type and k.nature = m.nature and k.id <> m.id
       and k.issue is not distinct from m.issue and k.visibility = m.visibility and k.wall = m.wall
       and k.group_id is not distinct from m.group_id and k.person_id is not distinct from m.person_id
       and (k.from_organisation_id = $1 and m.from_organisation_id = $2 and k.to_organisation_id = m.to_organisation_id
         or k.to_organisation_id = $1 and m.to_organisation_id = $2 and k.from_organisation_id = m.from_organisation_id)
     where (k.origin = m.origin or k.origin = 'confirmed' and m.origin = 'declared') and m.origin <> 'derived'
       and (k.disputed_at is null and m.disputed_at is null)
       and coalesce(k.since, '-infinity') <= coalesce(m.until, 'infinity') and coalesce(m.since, '-infinity') <= coalesce(k.until, 'infinity')`,
    [kept, merged],
  );
  const done = new Set<string>();
  let joined = 0;
  // What was granted with a link that is over does not come back with the one it is joined to.
  const joining = rows.flatMap(({ at, into }) => [at, into]);
  await client.query(
    `update link_grant g set revoked_at = now() from link l where l.cluster_id = g.cluster_id and l.id = g.link_id
       and g.link_id = any ($1) and g.revoked_at is null and l.until <= current_date`,
    [joining],
  );
  for (const twins of rows) {
    if (done.has(twins.at)) continue;
    done.add(twins.at);
    await moveChildren(client, catalogue, table, {
      kept: await placeOf(client, twins.cluster_id, twins.into),
      merged: twins.merged,
    });
    await client.query(
      `update link k set strength = greatest(k.strength, m.strength),
         since = case when k.since is null or m.since is null then null else least(k.since, m.since) end,
         until = case when k.until is null or m.until is null then null else greatest(k.until, m.until) end,
         digital_level = coalesce(k.digital_level, m.digital_level),
         note = case when m.note is null or m.note = k.note then k.note when k.note is null then m.note
           when length(k.note) + length(m.note) < 1990 then k.note || E'\\n' || m.note else k.note end
       from link m where k.cluster_id = $1 and k.id = $2 and m.cluster_id = $1 and m.id = $3`,
      [twins.cluster_id, twins.into, twins.at],
    );
    joined +=
      (await client.query("delete from link where cluster_id = $1 and id = $2", [twins.cluster_id, twins.at]))
        .rowCount ?? 0;
  }
  return joined + (selves.rowCount ?? 0);
}

async function placeOf(client: PoolClient, clusterId: string, id: string): Promise<string> {
  const { rows } = await client.query("select ctid::text as at from link where cluster_id = $1 and id = $2", [
    clusterId,
    id,
  ]);
  return rows[0].at;
}

/** Both took part in one project in one role: they did so once, with what both got. */
export async function joinParticipations(client: PoolClient, { kept, merged }: Ends): Promise<void> {
  await client.query(
    `update participation k set position = least(k.position, m.position), ended = k.ended and m.ended,
       contribution_cents = case when k.contribution_cents is null and m.contribution_cents is null then null
         else coalesce(k.contribution_cents, 0) + coalesce(m.contribution_cents, 0) end
     from participation m where k.organisation_id = $1 and m.organisation_id = $2 and m.project_id = k.project_id and m.role = k.role`,
    [kept, merged],
  );
}

/** Where both have a value in a field of a team, the kept one's stays and the other is kept as a note of that team. */
export async function noteOwnValues(
  client: PoolClient,
  { kept, merged }: Ends,
  name: string,
  now: Date,
): Promise<void> {
  const { rows } = await client.query<{
    cluster_id: string;
    field: string;
    value: string;
    set_by: string | null;
  }>(
    `select m.cluster_id, f.name_en as field, coalesce(m.text_value, m.number_value::text, m.date_value::text) as value, m.set_by
     from own_value m join own_value k on k.cluster_id = m.cluster_id and k.field_id = m.field_id and k.organisation_id = $1
     join own_field f on f.cluster_id = m.cluster_id and f.id = m.field_id
     where m.organisation_id = $2
       and (k.text_value, k.number_value, k.date_value) is distinct from (m.text_value, m.number_value, m.date_value)`,
    [kept, merged],
  );
  for (const row of rows)
    await client.query(
      "insert into note (cluster_id, id, organisation_id, text, written_by, written_at) values ($1, $2, $3, $4, $5, $6)",
      [row.cluster_id, uuidv7(), kept, `${row.field}: ${row.value} (${name})`, row.set_by, now],
    );
}

/** Suggestions and refusals of pairs: those with the merged one are now about the kept one, but not of it with itself. */
export async function movePairs(
  client: PoolClient,
  table: "duplicate" | "not_duplicate",
  { kept, merged }: Ends,
): Promise<void> {
  const other = "case when low_id = $2 then high_id else low_id end";
  const columns = table === "duplicate" ? "score, reasons, found_at" : "cluster_id, said_by, said_at";
  await client.query(
    `insert into ${table} (low_id, high_id, ${columns})
     select least(${other}, $1), greatest(${other}, $1), ${columns} from ${table} where $2 in (low_id, high_id) and $1 not in (low_id, high_id)
     on conflict do nothing`,
    [kept, merged],
  );
  await client.query(`delete from ${table} where $1 in (low_id, high_id)`, [merged]);
}
