import { sql } from "kysely";
import type { JobHouse } from "../../../access/feature.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { COMMONS } from "../../../kernel/visibility.ts";
import {
  type ActorRow,
  type Audience,
  type Eyes,
  keepLayout,
  type LaidOut,
  type LinkRow,
  links,
  members,
  partners,
  type Scope,
} from "../store.ts";
import { MOST_ACTORS, withVisibleEvidence } from "../visible.ts";
import { reckon } from "./reckon.ts";

const LEVELS: Record<Audience, readonly string[]> = {
  public: ["public"],
  cluster: ["public", "peers", "cluster"],
};

/**
 * What everybody of an audience sees. Nothing walled is among it: the places, communities and ranks reckoned from it are shown to
 * the walled-off as well, and must not tell them what lies behind the wall.
 */
export const seenByAll =
  (audience: Audience, clusterId: string): Eyes =>
  ({ table }) => {
    const column = (name: string) => sql.ref(`${table}.${name}`);
    const levels = sql.join(LEVELS[audience].map((level) => sql.lit(level)));
    return sql<boolean>`(${column("wall")} = '{}' and ${column("visibility")} in (${levels})
      and ${column("clusterId")} in (${sql.lit(COMMONS)}, ${clusterId}))`;
  };

/** Lays out a cluster's network for each audience and keeps it. Doing so again changes nothing but the date. */
export async function layOutNetwork(
  house: JobHouse,
  clusterId: string,
  scopes: readonly Scope[] = ["members", "partners"],
): Promise<void> {
  const now = house.now();
  const today = now.toISOString().slice(0, 10);
  const keep = (audience: Audience, places: Partial<Record<Scope, LaidOut>>) =>
    house.system("network layout", ({ db }) => keepLayout(db, clusterId, audience, places, now));
  // Often everybody sees the same: what was reckoned for one audience then serves the next.
  const known = new Map<string, LaidOut>();
  const reckonOnce = async (actors: readonly ActorRow[], found: readonly LinkRow[]) => {
    const key = fingerprint(actors, found);
    const laidOut = known.get(key) ?? (await reckon(actors, found));
    known.set(key, laidOut);
    return laidOut;
  };
  const audiences = await Promise.all(
    (["public", "cluster"] as const).map(async (audience) => ({
      audience,
      read: await house.system("network layout", ({ db }) => readFor(db, audience, clusterId, today)),
    })),
  );
  // No transaction is held open while the machine thinks.
  for (const scope of scopes)
    for (const { audience, read } of audiences) {
      const laidOut =
        scope === "members"
          ? await reckonOnce(read.members, read.inner)
          : await reckonOnce([...read.members, ...read.partners], read.all);
      await keep(audience, { [scope]: laidOut });
    }
}

const fingerprint = (actors: readonly ActorRow[], found: readonly LinkRow[]) =>
  [...actors.map((actor) => actor.id).sort(), ...found.map((link) => `${link.id} ${link.strength}`)].join();

async function readFor(db: Db, audience: Audience, clusterId: string, today: string) {
  const sees = seenByAll(audience, clusterId);
  const inside = await members(db, sees, clusterId, today);
  const insideIds = inside.map((actor) => actor.id);
  const outside = (await partners(db, sees, clusterId, insideIds, Math.max(0, MOST_ACTORS - inside.length)))
    .actors;
  const found = await links(
    db,
    sees,
    clusterId,
    insideIds,
    outside.map((actor) => actor.id),
  );
  const all = await withVisibleEvidence(db, sees, found);
  const within = new Set(insideIds);
  return {
    members: inside,
    partners: outside,
    all,
    inner: all.filter((link) => within.has(link.fromId) && within.has(link.toId)),
  };
}
