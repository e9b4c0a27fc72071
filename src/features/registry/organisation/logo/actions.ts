import { sql } from "kysely";
import type { Context } from "../../../../access/context.ts";
import { ok, type Result, refuse } from "../../../../kernel/result.ts";
import { COMMONS } from "../../../../kernel/visibility.ts";
import { touchProfile } from "../profile/touch.ts";
import { findOrganisation, seenLogo } from "../store.ts";
import { drawLogo, type PictureProblem } from "./draw.ts";

export const LOGO_LEVELS = ["public", "cluster"] as const;
export type LogoLevel = (typeof LOGO_LEVELS)[number];

/** The picture itself, for whom the organisation and the picture may be seen. */
export const readLogo = (ctx: Context, slug: string) =>
  ctx.read(async (db) => {
    const organisation = await findOrganisation(db, ctx.actor, slug, ctx.today());
    if (!organisation?.logo) return undefined;
    return db
      .selectFrom("logo")
      .select(["type", "bytes", "hash", "visibility"])
      .where("organisationId", "=", organisation.id)
      .where("hash", "=", organisation.logo)
      .where(seenLogo(ctx.actor))
      .executeTakeFirst();
  });

/** Puts a picture in place of those one sees: for everybody, or for the cluster one is in. */
export async function putLogo(
  ctx: Context,
  organisationId: string,
  { file, level }: { file: Uint8Array; level: LogoLevel },
): Promise<Result<{ hash: string; width: number; height: number }, PictureProblem>> {
  const drawn = await drawLogo(file);
  if (!drawn.ok) return drawn;
  const { hash, width, height } = drawn.value;
  const clusterId = level === "public" ? COMMONS : (ctx.cluster?.id ?? COMMONS);
  const row = {
    ...drawn.value,
    clusterId,
    visibility: clusterId === COMMONS ? "public" : level,
    wall: [],
    uploadedBy: ctx.actor.personId,
    uploadedAt: ctx.now(),
  };
  await ctx.write(async (unit) => {
    await unit.db
      .deleteFrom("logo")
      .where("organisationId", "=", organisationId)
      .where(seenLogo(ctx.actor))
      .execute();
    await unit.db
      .insertInto("logo")
      .values({ ...row, organisationId })
      .execute();
    await touchProfile(unit, organisationId, ctx.now());
    await sql`select touch_commons()`.execute(unit.db);
    unit.audit({
      action: "logo.put",
      subjectKind: "organisation",
      subjectId: organisationId,
      clusterId: ctx.cluster?.id ?? COMMONS,
      after: { hash, width, height, visibility: row.visibility },
    });
  });
  return ok({ hash, width, height });
}

export async function removeLogo(ctx: Context, organisationId: string): Promise<Result<true, "not-found">> {
  return ctx.write(async (unit) => {
    const gone = await unit.db
      .deleteFrom("logo")
      .where("organisationId", "=", organisationId)
      .where(seenLogo(ctx.actor))
      .returning("hash")
      .execute();
    if (gone.length === 0) return refuse("not-found");
    await touchProfile(unit, organisationId, ctx.now());
    await sql`select touch_commons()`.execute(unit.db);
    unit.audit({
      action: "logo.remove",
      subjectKind: "organisation",
      subjectId: organisationId,
      clusterId: ctx.cluster?.id ?? COMMONS,
      before: gone,
    });
    return ok(true);
  });
}
