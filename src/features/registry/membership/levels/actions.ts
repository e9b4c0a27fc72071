import type { Context } from "../../../../access/context.ts";
import type { Unit } from "../../../../kernel/gateway.ts";
import { uuidv7 } from "../../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../../kernel/result.ts";
import { changeMembership } from "../change.ts";
import { here } from "../lists/actions.ts";
import { membersOn } from "../members-on.ts";
import type { MEMBER_ROLES } from "../schema.ts";
import { type Dues, duesOf, type Level, levelsOf, type Settings, settingsOf } from "../store.ts";
import { membershipsChanged } from "../write.ts";
import type { DuesBody, LevelBody } from "./schema.ts";
import { DUES, LEVELS } from "./starting-set.ts";

/** Terms hold from ever on until they are changed for the first time. */
const FROM_EVER = "0001-01-01";
/** A change may be decided now for next year: terms of days to come are shown as they will be. */
const FAR = "9999-12-31";

export interface LevelsFound {
  levels: Level[];
  dues: Dues[];
  /** Members without a level, by role; only where they may be told. */
  without: { role: string; count: number }[];
}

export function readLevels(ctx: Context): Promise<LevelsFound> {
  const { id } = here(ctx);
  return ctx.read(async (db) => {
    const members = ctx.actor.levels.includes("cluster")
      ? await membersOn(db, ctx.actor, id, ctx.today())
      : [];
    const counts = new Map<string, number>();
    for (const { direct, role, levelId } of members)
      if (direct && role !== "applicant" && levelId === null) counts.set(role, (counts.get(role) ?? 0) + 1);
    return {
      levels: await levelsOf(db, id, ctx.today()),
      dues: await duesOf(db, id),
      without: [...counts].map(([role, count]) => ({ role, count })),
    };
  });
}

async function insertLevel(unit: Unit, clusterId: string, level: LevelBody): Promise<string> {
  const id = uuidv7();
  const { nameEn, nameDe, position, since: _, ...terms } = level;
  await unit.db.insertInto("membershipLevel").values({ clusterId, id, nameEn, nameDe, position }).execute();
  await unit.db
    .insertInto("membershipLevelTerm")
    .values({ clusterId, levelId: id, since: FROM_EVER, ...terms })
    .execute();
  unit.audit({ action: "level.add", subjectKind: "level", subjectId: id, after: level });
  return id;
}

export const addLevel = (ctx: Context, level: LevelBody): Promise<string> =>
  ctx.write((unit) => insertLevel(unit, here(ctx).id, level));

async function insertDues(unit: Unit, clusterId: string, dues: DuesBody): Promise<string> {
  const id = uuidv7();
  await unit.db
    .insertInto("duesClass")
    .values({ ...dues, note: dues.note || null, clusterId, id })
    .execute();
  unit.audit({ action: "dues.add", subjectKind: "dues", subjectId: id, after: dues });
  return id;
}

export const addDues = (ctx: Context, dues: DuesBody): Promise<string> =>
  ctx.write((unit) => insertDues(unit, here(ctx).id, dues));

/** The set to begin with, once: a cluster that has levels keeps its own. */
export const takeStartingSet = (ctx: Context): Promise<Result<null, "has-levels">> =>
  ctx.write(async (unit) => {
    const { id } = here(ctx);
    if ((await levelsOf(unit.db, id, FAR)).length > 0) return refuse("has-levels");
    for (const level of LEVELS) await insertLevel(unit, id, level);
    if ((await duesOf(unit.db, id)).length === 0) for (const dues of DUES) await insertDues(unit, id, dues);
    return ok(null);
  });

/** Names change at once, what the level gives from a day on: today or later, so that past votes stay what they were. */
export const changeLevel = (
  ctx: Context,
  levelId: string,
  { nameEn, nameDe, position, since = ctx.today(), ...terms }: LevelBody,
): Promise<Result<null, "not-found" | "in-the-past">> =>
  ctx.write(async (unit) => {
    const { id: clusterId } = here(ctx);
    const before = (await levelsOf(unit.db, clusterId, since)).find((level) => level.id === levelId);
    if (!before) return refuse("not-found");
    if (since < ctx.today()) return refuse("in-the-past");
    await unit.db
      .updateTable("membershipLevel")
      .set({ nameEn, nameDe, position })
      .where("clusterId", "=", clusterId)
      .where("id", "=", levelId)
      .execute();
    const given = ({ votesDirect, votesIndirect, benefits, inherited }: typeof terms) =>
      JSON.stringify([votesDirect, votesIndirect, benefits, inherited]);
    if (given(before) !== given(terms))
      await unit.db
        .insertInto("membershipLevelTerm")
        .values({ clusterId, levelId, since, ...terms })
        .onConflict((same) => same.columns(["clusterId", "levelId", "since"]).doUpdateSet(terms))
        .execute();
    unit.audit({
      action: "level.change",
      subjectKind: "level",
      subjectId: levelId,
      before,
      after: { nameEn, nameDe, position, since, ...terms },
    });
    return ok(null);
  });

/** No new member gets it; who has it keeps it. The other way round as well. */
export const giveNoMore = (
  ctx: Context,
  table: "membershipLevel" | "duesClass",
  id: string,
): Promise<Result<null, "not-found">> =>
  ctx.write(async (unit) => {
    const row = await unit.db
      .selectFrom(table)
      .select("endedAt")
      .where("clusterId", "=", here(ctx).id)
      .where("id", "=", id)
      .executeTakeFirst();
    if (!row) return refuse("not-found");
    const endedAt = row.endedAt === null ? ctx.now() : null;
    await unit.db
      .updateTable(table)
      .set({ endedAt })
      .where("clusterId", "=", here(ctx).id)
      .where("id", "=", id)
      .execute();
    unit.audit({
      action: table === "duesClass" ? "dues.end" : "level.end",
      subjectKind: table === "duesClass" ? "dues" : "level",
      subjectId: id,
      before: { given: row.endedAt === null },
      after: { given: endedAt === null },
    });
    return ok(null);
  });

export const changeDues = (ctx: Context, id: string, dues: DuesBody): Promise<Result<null, "not-found">> =>
  ctx.write(async (unit) => {
    const before = (await duesOf(unit.db, here(ctx).id)).find((one) => one.id === id);
    if (!before) return refuse("not-found");
    await unit.db
      .updateTable("duesClass")
      .set({ ...dues, note: dues.note || null })
      .where("clusterId", "=", here(ctx).id)
      .where("id", "=", id)
      .execute();
    unit.audit({ action: "dues.change", subjectKind: "dues", subjectId: id, before, after: dues });
    return ok(null);
  });

/** Everybody of one role who has no level yet gets one from today on. */
export const assignLevel = (
  ctx: Context,
  role: string,
  levelId: string,
): Promise<Result<number, "unknown-level">> =>
  ctx.write(async (unit) => {
    const { id: clusterId } = here(ctx);
    const today = ctx.today();
    const level = (await levelsOf(unit.db, clusterId, today)).find((one) => one.id === levelId);
    if (!level || level.endedAt !== null) return refuse("unknown-level");
    const rows = await unit.db
      .selectFrom("membership")
      .select(["organisationId", "role", "duesClassId", "visibility"])
      .where("clusterId", "=", clusterId)
      .where("role", "=", role)
      .where("role", "<>", "applicant")
      .where("levelId", "is", null)
      .where("since", "<=", today)
      .where((q) => q.or([q("until", "is", null), q("until", ">", today)]))
      .execute();
    let given = 0;
    for (const row of rows) {
      const changed = await changeMembership(unit, {
        clusterId,
        organisationId: row.organisationId,
        on: today,
        today,
        terms: {
          role: row.role as (typeof MEMBER_ROLES)[number],
          levelId,
          duesClassId: row.duesClassId,
          visibility: row.visibility as "public",
        },
      });
      if (changed.ok) given++;
    }
    return ok(given);
  });

export const readSettings = (ctx: Context): Promise<Settings> =>
  ctx.read((db) => settingsOf(db, here(ctx).id));

export const keepSettings = (ctx: Context, settings: Settings): Promise<void> =>
  ctx.write(async (unit) => {
    const { id } = here(ctx);
    const before = await settingsOf(unit.db, id);
    await unit.db.updateTable("cluster").set(settings).where("id", "=", id).execute();
    await membershipsChanged(unit, id);
    unit.audit({
      action: "cluster.settings",
      subjectKind: "cluster",
      subjectId: id,
      before,
      after: settings,
    });
  });
