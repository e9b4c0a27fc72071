import { sql } from "kysely";
import type { Context } from "../../../access/context.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { resultOf, type Stored } from "../index/store.ts";
import { type ClusterPlatforms, computeClusterLater } from "../stage/jobs.ts";
import type { PlatformValues, UseValues } from "./schema.ts";
import * as store from "./store.ts";

const here = (ctx: Context): string => {
  if (!ctx.cluster) throw new Error("A platform is registered in a cluster.");
  return ctx.cluster.id;
};

export interface Register {
  platforms: store.Platform[];
  uses: store.Use[];
  computed: Stored<ClusterPlatforms> | null;
}

export const readRegister = (ctx: Context): Promise<Register> =>
  ctx.read(async (db) => ({
    platforms: await store.platformsOf(db, here(ctx)),
    uses: await store.usesOf(db, ctx.actor, here(ctx)),
    computed: await resultOf<ClusterPlatforms>(db, here(ctx), "platforms"),
  }));

export const findPlatform = (ctx: Context, id: string) =>
  ctx.read((db) => store.platformBy(db, here(ctx), id));

export const readPlatform = (ctx: Context, platform: store.Platform) =>
  ctx.read(async (db) => ({
    uses: (await store.usesOf(db, ctx.actor, platform.clusterId)).filter(
      ({ platformId }) => platformId === platform.id,
    ),
    own: await store.ownUses(db, ctx.actor, platform.clusterId, platform.id),
    computed: await resultOf<ClusterPlatforms>(db, platform.clusterId, "platforms"),
  }));

export const addPlatform = (ctx: Context, values: PlatformValues): Promise<Result<string, "named-already">> =>
  ctx.write(async (unit) => {
    const known = await unit.db
      .selectFrom("platform")
      .select("id")
      .where("clusterId", "=", here(ctx))
      .where(sql<boolean>`lower(name) = lower(${values.name})`)
      .executeTakeFirst();
    if (known) return refuse("named-already");
    const id = uuidv7();
    await unit.db
      .insertInto("platform")
      .values({ clusterId: here(ctx), id, ...values, createdBy: ctx.actor.personId })
      .execute();
    unit.audit({
      action: "platform.add",
      subjectKind: "platform",
      subjectId: id,
      after: { name: values.name },
    });
    await computeClusterLater(unit, here(ctx));
    return ok(id);
  });

export const changePlatform = (
  ctx: Context,
  before: store.Platform,
  values: PlatformValues,
): Promise<Result<null, "named-already">> =>
  ctx.write(async (unit) => {
    const known = await unit.db
      .selectFrom("platform")
      .select("id")
      .where("clusterId", "=", before.clusterId)
      .where("id", "<>", before.id)
      .where(sql<boolean>`lower(name) = lower(${values.name})`)
      .executeTakeFirst();
    if (known) return refuse("named-already");
    await unit.db
      .updateTable("platform")
      .set((eb) => ({ ...values, version: eb("version", "+", 1) }))
      .where("clusterId", "=", before.clusterId)
      .where("id", "=", before.id)
      .execute();
    unit.audit({
      action: "platform.change",
      subjectKind: "platform",
      subjectId: before.id,
      before: { name: before.name, common: before.common },
      after: { name: values.name, common: values.common },
    });
    await computeClusterLater(unit, before.clusterId);
    return ok(null);
  });

export const removePlatform = (ctx: Context, platform: store.Platform) =>
  ctx.write(async (unit) => {
    await unit.db
      .deleteFrom("platform")
      .where("clusterId", "=", platform.clusterId)
      .where("id", "=", platform.id)
      .execute();
    unit.audit({
      action: "platform.remove",
      subjectKind: "platform",
      subjectId: platform.id,
      before: { name: platform.name },
    });
    await computeClusterLater(unit, platform.clusterId);
  });

/** The organisation acted for uses a platform for a process; saying it again changes what was said. */
export const useFor = (ctx: Context, platform: store.Platform, values: UseValues) =>
  ctx.write(async (unit) => {
    const { clusterId } = platform;
    const organisationId = ctx.actor.organisationId!;
    const row = {
      since: values.since,
      visibility: values.visibility,
      statedBy: ctx.actor.personId,
      statedAt: ctx.now(),
    };
    const { id } = await unit.db
      .insertInto("platformUse")
      .values({
        ...{ clusterId, id: uuidv7(), platformId: platform.id, organisationId, process: values.process },
        ...row,
      })
      .onConflict((conflict) =>
        conflict.columns(["clusterId", "platformId", "organisationId", "process"]).doUpdateSet(row),
      )
      .returning("id")
      .executeTakeFirstOrThrow();
    if (values.days === null)
      await unit.db
        .deleteFrom("platformCost")
        .where("clusterId", "=", clusterId)
        .where("useId", "=", id)
        .execute();
    else
      await unit.db
        .insertInto("platformCost")
        .values({ clusterId, useId: id, organisationId, days: values.days })
        .onConflict((conflict) =>
          conflict.columns(["clusterId", "useId"]).doUpdateSet({ days: values.days! }),
        )
        .execute();
    unit.audit({
      action: "platform.use",
      subjectKind: "platform",
      subjectId: platform.id,
      after: { process: values.process },
      ownOf: organisationId,
    });
    await computeClusterLater(unit, clusterId);
    return id;
  });

export const stopUsing = (ctx: Context, platform: store.Platform, useId: string): Promise<boolean> =>
  ctx.write(async (unit) => {
    const { numDeletedRows } = await unit.db
      .deleteFrom("platformUse")
      .where("clusterId", "=", platform.clusterId)
      .where("platformId", "=", platform.id)
      .where("organisationId", "=", ctx.actor.organisationId!)
      .where("id", "=", useId)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return false;
    unit.audit({
      action: "platform.leave",
      subjectKind: "platform",
      subjectId: platform.id,
      ownOf: ctx.actor.organisationId!,
    });
    await computeClusterLater(unit, platform.clusterId);
    return true;
  });
