import type { ClusterId, OrganisationId } from "../../../../kernel/actor.ts";
import type { Db, Unit } from "../../../../kernel/gateway.ts";
import { type Levels, readLevels } from "./levels.ts";

/** What the organisation chose for its fields in this cluster. Only itself and the team may read it; for others it is empty. */
export const levelsOf = async (
  db: Db,
  clusterId: ClusterId,
  organisationId: OrganisationId,
): Promise<Levels> => {
  const row = await db
    .selectFrom("profile")
    .select("levels")
    .where("clusterId", "=", clusterId)
    .where("organisationId", "=", organisationId)
    .executeTakeFirst();
  return readLevels(row?.levels);
};

export const saveLevels = (
  { db }: Unit,
  clusterId: ClusterId,
  organisationId: OrganisationId,
  levels: Levels,
) =>
  db
    .insertInto("profile")
    .values({ clusterId, organisationId, levels: JSON.stringify(levels) })
    .onConflict((conflict) =>
      conflict.columns(["clusterId", "organisationId"]).doUpdateSet({ levels: JSON.stringify(levels) }),
    )
    .execute();
