import type { Context } from "../../../access/context.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { teamOnly } from "../notes/team-only.ts";
import * as store from "./store.ts";

export interface LabelValues {
  name: string;
  tone: store.LabelTone;
}

export interface LabelCounted extends store.Label {
  /** Organisations that have it. */
  organisations: number;
}

export const listLabels = (ctx: Context): Promise<LabelCounted[]> =>
  ctx.read(async (db) => {
    const clusterId = ctx.cluster!.id;
    const labels = await store.labelsOf(db, ctx.actor, clusterId);
    const put = await store.labelsPut(db, ctx.actor, clusterId);
    return labels.map((label) => ({
      ...label,
      organisations: put.filter((one) => one.labelId === label.id).length,
    }));
  });

export const findLabel = (ctx: Context, id: string, removed = false): Promise<store.Label | null> =>
  ctx.read((db) => store.labelById(db, ctx.actor, ctx.cluster!.id, id, removed));

export const addLabel = (ctx: Context, values: LabelValues): Promise<Result<string, "name-taken">> =>
  ctx.write(async (unit) => {
    const clusterId = ctx.cluster!.id;
    if (await store.nameTaken(unit.db, clusterId, values.name)) return refuse("name-taken");
    const id = uuidv7();
    await unit.db
      .insertInto("label")
      .values({ clusterId, id, ...values })
      .execute();
    unit.audit({ action: "label.add", subjectKind: "label", subjectId: id, after: teamOnly(values) });
    return ok(id);
  });

export const changeLabel = (
  ctx: Context,
  before: store.Label,
  values: LabelValues,
): Promise<Result<null, "name-taken">> =>
  ctx.write(async (unit) => {
    const clusterId = ctx.cluster!.id;
    if (await store.nameTaken(unit.db, clusterId, values.name, before.id)) return refuse("name-taken");
    await unit.db
      .updateTable("label")
      .set(values)
      .where("clusterId", "=", clusterId)
      .where("id", "=", before.id)
      .execute();
    unit.audit({
      action: "label.change",
      subjectKind: "label",
      subjectId: before.id,
      before: teamOnly(before),
      after: teamOnly(values),
    });
    return ok(null);
  });

/** Takes a label out of use. What had it is remembered, so that it can come back whole. */
export const removeLabel = (ctx: Context, label: store.Label): Promise<void> =>
  mark(ctx, label, ctx.now(), "label.remove");

export async function restoreLabel(ctx: Context, label: store.Label): Promise<Result<null, "name-taken">> {
  const taken = await ctx.read((db) => store.nameTaken(db, ctx.cluster!.id, label.name));
  if (taken) return refuse("name-taken");
  await mark(ctx, label, null, "label.restore");
  return ok(null);
}

const mark = (ctx: Context, label: store.Label, removedAt: Date | null, action: string): Promise<void> =>
  ctx.write(async (unit) => {
    await unit.db
      .updateTable("label")
      .set({ removedAt })
      .where("clusterId", "=", ctx.cluster!.id)
      .where("id", "=", label.id)
      .execute();
    unit.audit({ action, subjectKind: "label", subjectId: label.id, before: teamOnly(label) });
  });

/** Labels of one organisation, exactly these. */
export const setLabels = (ctx: Context, organisationId: string, wanted: readonly string[]): Promise<void> =>
  ctx.write(async (unit) => {
    const clusterId = ctx.cluster!.id;
    const known = await store.labelsOf(unit.db, ctx.actor, clusterId);
    const now = (await store.labelsPut(unit.db, ctx.actor, clusterId, [organisationId])).map(
      (put) => put.labelId,
    );
    for (const { id, name } of known) {
      if (wanted.includes(id) === now.includes(id)) continue;
      const on = wanted.includes(id);
      if (on) await store.putLabel(unit, clusterId, id, [organisationId], ctx.actor.personId);
      else await store.takeLabel(unit, clusterId, id, [organisationId]);
      unit.audit({
        action: on ? "label.put" : "label.take",
        subjectKind: "organisation",
        subjectId: organisationId,
        after: teamOnly({ label: name }),
      });
    }
  });

/** Puts one label on, or takes it off; doing it twice does no harm. */
export async function switchLabel(ctx: Context, organisationId: string, labelId: string, on: boolean) {
  const now = await ctx.read((db) => store.labelsPut(db, ctx.actor, ctx.cluster!.id, [organisationId]));
  const others = now.map((put) => put.labelId).filter((id) => id !== labelId);
  await setLabels(ctx, organisationId, on ? [...others, labelId] : others);
}
