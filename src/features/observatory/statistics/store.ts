import type { Actor } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import type { Visibility } from "../../../kernel/visibility.ts";

/** A table that was given out, or is being made. */
export interface Statistic {
  clusterId: string;
  id: string;
  topic: string;
  day: string;
  state: string;
  visibility: Visibility;
  minimum: number;
  dominance: number;
  width: number;
  madeAt: Date;
}

export interface ShownCell {
  /** `null` for all of a dimension. */
  codes: (string | null)[];
  value: number;
}

const select = (db: Db, actor: Actor, clusterId: string) =>
  // A statistic has no wall: it tells of nobody.
  db
    .selectFrom("statistic")
    .select([
      "clusterId",
      "id",
      "topic",
      "day",
      "state",
      "visibility",
      "minimum",
      "dominance",
      "width",
      "madeAt",
    ])
    .where("clusterId", "=", clusterId)
    .where("visibility", "in", actor.clusterId === clusterId ? [...actor.levels] : ["public"])
    .where((is) =>
      actor.office === "manager" || actor.office === "analyst" ? is.lit(true) : is("state", "=", "out"),
    );

/** What was given out here, the newest first. */
export const statisticsSeen = async (db: Db, actor: Actor, clusterId: string): Promise<Statistic[]> =>
  (await select(db, actor, clusterId)
    .orderBy("madeAt", "desc")
    .orderBy("id", "desc")
    .limit(200)
    .execute()) as Statistic[];

/** How many tables this asker may read, and when the newest was made. */
export const tablesSeen = async (db: Db, actor: Actor, clusterId: string) =>
  select(db, actor, clusterId)
    .where("state", "=", "out")
    .clearSelect()
    .select(({ fn }) => [fn.countAll<string>().as("tables"), fn.max("madeAt").as("newest")])
    .executeTakeFirstOrThrow();

export const statisticSeen = async (
  db: Db,
  actor: Actor,
  clusterId: string,
  id: string,
): Promise<Statistic | undefined> =>
  (await select(db, actor, clusterId).where("id", "=", id).executeTakeFirst()) as Statistic | undefined;

/** The figures of a table that are shown. Which others there were is told to nobody. */
export const cellsSeen = async (db: Db, { clusterId, id }: Statistic): Promise<ShownCell[]> =>
  (await db
    .selectFrom("statisticCell")
    .select(["codes", "value"])
    .where("clusterId", "=", clusterId)
    .where("statisticId", "=", id)
    .where("value", "is not", null)
    .orderBy("position")
    .execute()) as ShownCell[];
