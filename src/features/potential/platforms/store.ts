import { sql } from "kysely";
import { seenBy } from "../../../access/visibility.ts";
import type { Actor } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import type { Area, Level, Process, Scale, Side } from "./words.ts";

export interface Platform {
  id: string;
  clusterId: string;
  name: string;
  text: string;
  url: string | null;
  provider: string;
  area: Area;
  level: Level;
  scale: Scale;
  side: Side;
  common: boolean;
  note: string | null;
}

export interface Use {
  id: string;
  platformId: string;
  organisationId: string;
  slug: string;
  name: string;
  process: Process;
  since: string | null;
  visibility: string;
  statedAt: Date;
}

export async function platformsOf(db: Db, clusterId: string): Promise<Platform[]> {
  const rows = await db
    .selectFrom("platform")
    .select(["id", "clusterId", "name", "text", "url", "provider", "area", "level", "scale", "side"])
    .select(["common", "note"])
    .where("clusterId", "=", clusterId)
    .orderBy("name")
    .execute();
  return rows as unknown as Platform[];
}

export async function platformBy(db: Db, clusterId: string, id: string): Promise<Platform | null> {
  return (await platformsOf(db, clusterId)).find((one) => one.id === id) ?? null;
}

/** Who uses what, as far as the asker may know. */
export async function usesOf(db: Db, actor: Actor, clusterId: string): Promise<Use[]> {
  const rows = await db
    .selectFrom("platformUse")
    .innerJoin("organisation", "organisation.id", "platformUse.organisationId")
    .select(["platformUse.id", "platformUse.platformId", "platformUse.organisationId"])
    .select(["platformUse.process", "platformUse.since", "platformUse.visibility", "platformUse.statedAt"])
    .select(["organisation.slug", "organisation.name"])
    .where("platformUse.clusterId", "=", clusterId)
    .where(seenBy(actor, { table: "platformUse", owners: ["organisationId"] }))
    .where(seenBy(actor, { table: "organisation", owners: ["id"] }))
    // That it is a member at all may be kept from some: then what it uses here is as well.
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("membership")
          .select("membership.organisationId")
          .whereRef("membership.clusterId", "=", "platformUse.clusterId")
          .whereRef("membership.organisationId", "=", "platformUse.organisationId")
          .where(seenBy(actor, { table: "membership", owners: ["organisationId"] })),
      ),
    )
    .orderBy("organisation.name")
    .orderBy("platformUse.id")
    .execute();
  return rows as unknown as Use[];
}

export interface OwnUse {
  id: string;
  process: Process;
  since: string | null;
  visibility: string;
  days: number | null;
}

export async function ownUses(
  db: Db,
  actor: Actor,
  clusterId: string,
  platformId: string,
): Promise<OwnUse[]> {
  if (actor.organisationId === null) return [];
  const rows = await db
    .selectFrom("platformUse")
    .leftJoin("platformCost as cost", (on) =>
      on
        .onRef("cost.clusterId", "=", "platformUse.clusterId")
        .onRef("cost.useId", "=", "platformUse.id")
        .on(sql<boolean>`cost.organisation_id = ${actor.organisationId}::uuid`),
    )
    .select(["platformUse.id", "platformUse.process", "platformUse.since", "platformUse.visibility"])
    .select("cost.days")
    .where("platformUse.clusterId", "=", clusterId)
    .where("platformUse.platformId", "=", platformId)
    .where("platformUse.organisationId", "=", actor.organisationId)
    .where(seenBy(actor, { table: "platformUse", owners: ["organisationId"] }))
    .orderBy("platformUse.process")
    .execute();
  return rows as unknown as OwnUse[];
}
