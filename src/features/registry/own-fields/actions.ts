import type { Context } from "../../../access/context.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { teamOnly } from "../notes/team-only.ts";
import { type FieldKind, keyFrom, type OwnField, type OwnValue, type ValueProblem } from "./rules.ts";
import { setOwnValue } from "./set-value.ts";
import * as store from "./store.ts";

export const MOST_FIELDS = 60;
export const MOST_CHOICES = 60;

export interface NewField {
  nameEn: string;
  nameDe: string;
  kind: FieldKind;
  choices: string[];
}

export interface FieldCounted extends OwnField {
  organisations: number;
}

export const listFields = (ctx: Context): Promise<FieldCounted[]> =>
  ctx.read(async (db) => {
    const clusterId = ctx.cluster!.id;
    const fields = await store.ownFieldsOf(db, ctx.actor, clusterId, { ended: true });
    const used = fields.length > 0 ? await store.uses(db, ctx.actor, clusterId) : new Map<string, number>();
    return fields.map((field) => ({ ...field, organisations: used.get(field.id) ?? 0 }));
  });

export const findField = async (ctx: Context, id: string): Promise<OwnField | null> =>
  (await ctx.read((db) => store.ownFieldsOf(db, ctx.actor, ctx.cluster!.id, { ended: true }))).find(
    (field) => field.id === id,
  ) ?? null;

/** How many organisations hold each choice. */
export const usedChoices = (ctx: Context, field: OwnField): Promise<Map<string, number>> =>
  ctx.read((db) => store.choicesUsed(db, ctx.actor, ctx.cluster!.id, field.id));

export const addField = (
  ctx: Context,
  values: NewField,
): Promise<Result<string, "name-taken" | "too-many">> =>
  ctx.write(async (unit) => {
    const clusterId = ctx.cluster!.id;
    const known = await store.ownFieldsOf(unit.db, ctx.actor, clusterId, { ended: true });
    if (known.length >= MOST_FIELDS) return refuse("too-many");
    if (isTaken(known, values)) return refuse("name-taken");
    const id = uuidv7();
    const key = keyFrom(
      values.nameEn,
      known.map((field) => field.key),
    );
    await unit.db
      .insertInto("ownField")
      .values({
        clusterId,
        id,
        key,
        ...values,
        choices: values.kind === "choice" ? values.choices : [],
        position: Math.max(0, ...known.map((field) => field.position)) + 1,
      })
      .execute();
    unit.audit({
      action: "own-field.add",
      subjectKind: "own-field",
      subjectId: id,
      after: teamOnly({ key, ...values }),
    });
    return ok(id);
  });

const isTaken = (known: readonly OwnField[], { nameEn, nameDe }: { nameEn: string; nameDe: string }) =>
  known.some(
    (field) =>
      field.nameEn.toLowerCase() === nameEn.toLowerCase() ||
      field.nameDe.toLowerCase() === nameDe.toLowerCase(),
  );

export interface FieldChange {
  nameEn: string;
  nameDe: string;
  /** In their new order; `was` names the choice this one was called before. */
  choices: { name: string; was: string | null }[];
}

/**
 * New names for a field and its choices. A renamed choice is renamed wherever it is held; one left out is offered to nobody any
 * more and stays where it stands.
 */
export const changeField = (
  ctx: Context,
  field: OwnField,
  change: FieldChange,
): Promise<Result<null, "name-taken" | "choice-twice">> =>
  ctx.write(async (unit) => {
    const clusterId = ctx.cluster!.id;
    const known = await store.ownFieldsOf(unit.db, ctx.actor, clusterId, { ended: true });
    if (
      isTaken(
        known.filter((other) => other.id !== field.id),
        change,
      )
    )
      return refuse("name-taken");
    const names = change.choices.map((choice) => choice.name);
    if (new Set(names.map((name) => name.toLowerCase())).size < names.length) return refuse("choice-twice");
    if (field.kind === "choice") {
      const renamed = change.choices.filter(
        ({ name, was }) => was !== null && was !== name && field.choices.includes(was),
      );
      await renameChoices(unit.db, clusterId, field.id, renamed as { name: string; was: string }[]);
    }
    await unit.db
      .updateTable("ownField")
      .set({
        nameEn: change.nameEn,
        nameDe: change.nameDe,
        ...(field.kind === "choice" ? { choices: names } : {}),
      })
      .where("clusterId", "=", clusterId)
      .where("id", "=", field.id)
      .execute();
    unit.audit({
      action: "own-field.change",
      subjectKind: "own-field",
      subjectId: field.id,
      before: teamOnly(field),
      after: teamOnly(change),
    });
    return ok(null);
  });

/** All at once, so that two choices may swap their names. */
async function renameChoices(
  db: Parameters<typeof store.uses>[0],
  clusterId: string,
  fieldId: string,
  renamed: readonly { name: string; was: string }[],
) {
  if (renamed.length === 0) return;
  await db
    .updateTable("ownValue")
    .set((eb) => ({
      textValue: renamed
        .slice(1)
        .reduce(
          (cases, { was, name }) => cases.when("textValue", "=", was).then(name),
          eb.case().when("textValue", "=", renamed[0]!.was).then(renamed[0]!.name),
        )
        .else(eb.ref("textValue"))
        .end(),
    }))
    .where("clusterId", "=", clusterId)
    .where("fieldId", "=", fieldId)
    .where(
      "textValue",
      "in",
      renamed.map(({ was }) => was),
    )
    .execute();
}

/** Hides a field from those who fill in, or brings it back. What it holds stays. */
export const endField = (ctx: Context, field: OwnField, ended: boolean): Promise<void> =>
  ctx.write(async (unit) => {
    await unit.db
      .updateTable("ownField")
      .set({ endedAt: ended ? ctx.now() : null })
      .where("clusterId", "=", ctx.cluster!.id)
      .where("id", "=", field.id)
      .execute();
    unit.audit({
      action: ended ? "own-field.end" : "own-field.reopen",
      subjectKind: "own-field",
      subjectId: field.id,
    });
  });

/** One place up or down among the fields in use. */
export const moveField = (ctx: Context, field: OwnField, by: -1 | 1): Promise<void> =>
  ctx.write(async (unit) => {
    const clusterId = ctx.cluster!.id;
    const fields = await store.ownFieldsOf(unit.db, ctx.actor, clusterId);
    const at = fields.findIndex((one) => one.id === field.id);
    const other = fields[at + by];
    if (at < 0 || !other) return;
    const order = fields.map((one) => one.id);
    order[at] = other.id;
    order[at + by] = field.id;
    for (const [position, id] of order.entries())
      await unit.db
        .updateTable("ownField")
        .set({ position: position + 1 })
        .where("clusterId", "=", clusterId)
        .where("id", "=", id)
        .execute();
    unit.audit({ action: "own-field.move", subjectKind: "own-field", subjectId: field.id });
  });

/** What the fields hold for one organisation, by the key of the field. */
export const valuesOf = (
  ctx: Context,
  organisationId: string,
): Promise<{ field: OwnField; value: OwnValue | null }[]> =>
  ctx.read(async (db) => {
    const clusterId = ctx.cluster!.id;
    const fields = await store.ownFieldsOf(db, ctx.actor, clusterId, { ended: true });
    const values = await store.ownValues(db, ctx.actor, clusterId, [organisationId]);
    const held = new Map(values.map((row) => [row.fieldId, row.value]));
    return fields
      .map((field) => ({ field, value: held.get(field.id) ?? null }))
      .filter(({ field, value }) => !field.ended || value !== null);
  });

export type ValueProblems = Record<string, ValueProblem | "unknown-field">;

/** Sets several fields of one organisation: all of them or, where one cannot be read, none. */
export async function setValues(
  ctx: Context,
  organisationId: string,
  typed: Readonly<Record<string, unknown>>,
): Promise<Result<null, "wrong"> & { problems: ValueProblems }> {
  const problems: ValueProblems = {};
  const abandoned = new Error("not all of them can be read");
  try {
    await ctx.write(async (unit) => {
      const clusterId = ctx.cluster!.id;
      const fields = await store.ownFieldsOf(unit.db, ctx.actor, clusterId, { ended: true });
      for (const [key, value] of Object.entries(typed)) {
        const field = fields.find((one) => one.key === key);
        if (!field) {
          problems[key] = "unknown-field";
          continue;
        }
        const done = await setOwnValue(unit, {
          clusterId,
          organisationId,
          field,
          value,
          locale: ctx.locale,
          setBy: ctx.actor.personId,
        });
        if (!done.ok) problems[key] = done.problem;
      }
      if (Object.keys(problems).length > 0) throw abandoned;
    });
  } catch (error) {
    if (error !== abandoned) throw error;
    return { ...refuse("wrong"), problems };
  }
  return { ...ok(null), problems };
}
