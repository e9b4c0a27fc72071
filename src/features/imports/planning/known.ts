import { sql } from "kysely";
import type { Context } from "../../../access/context.ts";
import { seenBy } from "../../../access/visibility.ts";
import type { Actor } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import type { Visibility } from "../../../kernel/visibility.ts";
import type { Entry } from "../rows/entry.ts";
import { type Candidate, referenceOf, splitPlace, vatKey } from "./match.ts";

/** An organisation that is here, with everything a row could change or repeat. */
export interface Known extends Candidate {
  id: string;
  clusterId: string;
  visibility: Visibility;
  wall: string[];
  identity: Readonly<Record<string, unknown>>;
  membership: { id: string; role: string; since: string; levelId: string | null } | null;
}

const IDENTITY = [
  "organisation.name",
  "organisation.shortName",
  "organisation.kind",
  "organisation.sizeClass",
  "organisation.industries",
  "organisation.street",
  "organisation.postal",
  "organisation.city",
  "organisation.country",
  "organisation.nuts",
  "organisation.lat",
  "organisation.lon",
  "organisation.url",
  "organisation.vat",
  "organisation.lei",
  "organisation.ror",
  "organisation.pic",
  "organisation.registerNumber",
] as const;

/**
 * The organisations these rows may mean, as far as the asker sees them. Their ids are looked up past the policies, where the indexes
 * are; what is then read of them is read as the asker.
 */
export async function knownFor(ctx: Context, entries: readonly Entry[]): Promise<Known[]> {
  const { names, vats, pics, ids } = wantedOf(entries);
  const found = await ctx.system("ids of organisations a sheet may mean", async ({ db }) => {
    const { rows } = await sql<{ id: string }>`
      select o.id from unnest(${names}::text[]) w join organisation o on folded(o.name) = folded(w)
      union select o.id from unnest(${names}::text[]) w join organisation o on o.short_name = w where length(w) <= 12
      union select o.id from organisation o where vat_key(o.vat) = any (${vats}::text[])
      union select o.id from organisation o where o.pic = any (${pics}::text[])
      union select o.id from organisation o where o.id = any (${ids}::uuid[])`.execute(db);
    return rows.map((row) => row.id);
  });
  return found.length === 0 ? [] : ctx.read((db) => readKnown(db, ctx.actor, found, ctx.today()));
}

export async function readKnown(
  db: Db,
  actor: Actor,
  ids: readonly string[],
  today: string,
): Promise<Known[]> {
  const rows = await db
    .selectFrom("organisation")
    .leftJoin("membership", (join) =>
      join
        .onRef("membership.organisationId", "=", "organisation.id")
        .on("membership.clusterId", "=", actor.clusterId)
        .on("membership.since", "<=", today)
        .on((on) => on.or([on("membership.until", "is", null), on("membership.until", ">", today)]))
        .on(seenBy(actor, { table: "membership", owners: ["organisationId"] })),
    )
    .select(["organisation.id", "organisation.clusterId", "organisation.visibility", "organisation.wall"])
    .select(IDENTITY)
    .select(["membership.id as membershipId", "membership.role", "membership.since", "membership.levelId"])
    .where("organisation.id", "=", sql<string>`any (${[...ids]}::uuid[])`)
    .where(seenBy(actor, { table: "organisation", owners: ["id"] }))
    .execute();
  return rows.map(({ id, clusterId, visibility, wall, membershipId, role, since, levelId, ...identity }) => ({
    id,
    row: null,
    clusterId,
    visibility: visibility as Visibility,
    wall,
    identity,
    name: identity.name,
    shortName: identity.shortName,
    city: identity.city,
    postal: identity.postal,
    country: identity.country,
    vat: identity.vat,
    pic: identity.pic,
    memberHere: membershipId !== null,
    membership: membershipId === null ? null : { id: membershipId, role: role!, since: since!, levelId },
  }));
}

function wantedOf(entries: readonly Entry[]) {
  const names = new Set<string>();
  const vats = new Set<string>();
  const pics = new Set<string>();
  const ids = new Set<string>();
  const refer = (text: string) => {
    const { by, text: wanted } = referenceOf(text);
    ({ id: ids, vat: vats, pic: pics, name: names })[by].add(wanted);
    const split = splitPlace(text);
    if (split) names.add(split.name);
  };
  for (const entry of entries) {
    if (entry.kind === "organisations") {
      if (entry.identity.name !== undefined) names.add(entry.identity.name);
      if (entry.identity.vat !== undefined) vats.add(vatKey(entry.identity.vat));
      if (entry.identity.pic !== undefined) pics.add(entry.identity.pic);
      if (entry.id !== undefined) ids.add(entry.id);
    } else if (entry.kind === "links") {
      refer(entry.from);
      refer(entry.to);
    } else refer(entry.organisation);
  }
  return { names: [...names], vats: [...vats], pics: [...pics], ids: [...ids] };
}
