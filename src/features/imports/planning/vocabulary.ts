import type { Context } from "../../../access/context.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { ownFieldsOf } from "../../registry/feature.ts";
import type { Vocabulary } from "../rows/entry.ts";

/** The cluster's own words: its fields and its levels of membership. */
export const vocabularyOf = async (ctx: Context, db: Db): Promise<Vocabulary> => {
  const clusterId = ctx.cluster!.id;
  return {
    locale: ctx.locale,
    today: ctx.today(),
    own: await ownFieldsOf(db, ctx.actor, clusterId),
    levels: await db
      .selectFrom("membershipLevel")
      .select(["id", "nameEn", "nameDe"])
      .where("clusterId", "=", clusterId)
      .where("endedAt", "is", null)
      .execute(),
  };
};
