import type { Context } from "../../../../access/context.ts";
import { uuidv7 } from "../../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../../kernel/result.ts";
import { type Label, putLabel, takeLabel } from "../../labels/store.ts";
import { teamOnly } from "../../notes/team-only.ts";
import { type OwnField, type OwnValue, readOwnValue, type ValueProblem } from "../../own-fields/rules.ts";
import { ownFieldsOf, ownValues } from "../../own-fields/store.ts";
import { type Finding, findOrganisations } from "../actions.ts";
import type { Filter } from "../schema.ts";
import * as store from "./store.ts";

/** What is done to more at once nobody oversees, and a list of it is no undo. */
export const MOST_AT_ONCE = 500;
/** A file changes nothing. */
export const MOST_IN_FILE = 5_000;

/** Organisations by their names in the address, or all that a filter finds. */
export type Chosen = { slugs: readonly string[] } | { filter: Filter };

const EVERYBODY: Filter = {
  query: "",
  kind: [],
  size: [],
  industry: [],
  country: [],
  region: [],
  competence: [],
  cluster: [],
  role: [],
  level: [],
  belongs: ["direct", "indirect"],
  label: [],
  own: [],
  near: "",
  km: 50,
  sort: null,
};

/** Those chosen, as far as the asker finds them in the directory: what one does not see cannot be changed by its address. */
export async function findChosen(ctx: Context, chosen: Chosen): Promise<Finding> {
  const filter = "filter" in chosen ? chosen.filter : EVERYBODY;
  const finding = (await findOrganisations(ctx, filter, { limit: MOST_IN_FILE, cursor: undefined }))!;
  if ("filter" in chosen) return finding;
  const wanted = new Set(chosen.slugs);
  const items = finding.items.filter((item) => wanted.has(item.slug));
  return { ...finding, items, total: items.length };
}

/** Puts a label on many, or takes it off; answers the act, by which it can be undone. */
export const labelMany = (
  ctx: Context,
  label: Label,
  organisations: readonly string[],
  on: boolean,
): Promise<string> =>
  ctx.write(async (unit) => {
    const clusterId = ctx.cluster!.id;
    const changed = on
      ? await putLabel(unit, clusterId, label.id, organisations, ctx.actor.personId)
      : await takeLabel(unit, clusterId, label.id, organisations);
    const id = uuidv7();
    const kind = on ? "label-put" : "label-taken";
    await store.insertAct(
      unit,
      clusterId,
      { id, kind, labelId: label.id, fieldId: null, personId: ctx.actor.personId },
      "text",
      changed.map((organisationId) => ({ organisationId, before: null, after: null })),
    );
    unit.audit({
      action: `bulk.${kind}`,
      subjectKind: "bulk",
      subjectId: id,
      after: teamOnly({ label: label.name, organisations: changed }),
    });
    return id;
  });

/** Sets one of the team's fields for many. */
export async function setMany(
  ctx: Context,
  field: OwnField,
  typed: unknown,
  organisations: readonly string[],
): Promise<Result<string, ValueProblem>> {
  const read = readOwnValue(field, typed, ctx.locale);
  if (!read.ok) return read;
  const after = read.value;
  return ctx.write(async (unit) => {
    const clusterId = ctx.cluster!.id;
    const held = await heldOf(ctx, unit.db, field, organisations);
    const changes = organisations
      .map((organisationId) => ({ organisationId, before: held.get(organisationId) ?? null, after }))
      .filter(({ before }) => before !== after);
    await store.writeValues(
      unit,
      clusterId,
      field,
      changes.map(({ organisationId }) => ({ organisationId, value: after })),
      ctx.actor.personId,
    );
    const id = uuidv7();
    await store.insertAct(
      unit,
      clusterId,
      { id, kind: "value-set", labelId: null, fieldId: field.id, personId: ctx.actor.personId },
      field.kind,
      changes,
    );
    unit.audit({
      action: "bulk.value-set",
      subjectKind: "bulk",
      subjectId: id,
      after: teamOnly({
        field: field.key,
        value: after,
        organisations: changes.map((one) => one.organisationId),
      }),
    });
    return ok(id);
  });
}

async function heldOf(
  ctx: Context,
  db: Parameters<typeof ownValues>[0],
  field: Pick<OwnField, "id">,
  organisations: readonly string[],
): Promise<Map<string, OwnValue>> {
  const rows = await ownValues(db, ctx.actor, ctx.cluster!.id, organisations);
  return new Map(
    rows.filter((row) => row.fieldId === field.id).map((row) => [row.organisationId, row.value]),
  );
}

export const readAct = (ctx: Context, id: string): Promise<store.BulkAct | null> =>
  ctx.read((db) => store.findAct(db, ctx.cluster!.id, id));

export type UndoProblem = "undone-before" | "changed-meanwhile";

/** Everything as it was before; nothing of it where somebody has written something else meanwhile. */
export const undo = (ctx: Context, act: store.BulkAct): Promise<Result<number, UndoProblem>> =>
  ctx.write(async (unit) => {
    const clusterId = ctx.cluster!.id;
    const changes = await store.changesOf(unit.db, clusterId, act.id);
    const ids = changes.map((change) => change.organisationId);
    const fields = await ownFieldsOf(unit.db, ctx.actor, clusterId, { ended: true });
    const field = fields.find((one) => one.id === act.fieldId);
    if (field && act.undoneAt === null) {
      const held = await heldOf(ctx, unit.db, field, ids);
      const now = (id: string) => held.get(id) ?? null;
      if (changes.some((one) => ![one.before, one.after].includes(now(one.organisationId))))
        return refuse("changed-meanwhile");
    }
    if (!(await store.markUndone(unit, clusterId, act.id, ctx.now()))) return refuse("undone-before");
    if (act.kind === "label-put") await takeLabel(unit, clusterId, act.labelId!, ids);
    else if (act.kind === "label-taken")
      await putLabel(unit, clusterId, act.labelId!, ids, ctx.actor.personId);
    else if (field)
      await store.writeValues(
        unit,
        clusterId,
        field,
        changes.map(({ organisationId, before }) => ({ organisationId, value: before })),
        ctx.actor.personId,
      );
    unit.audit({ action: "bulk.undo", subjectKind: "bulk", subjectId: act.id, after: { count: ids.length } });
    return ok(ids.length);
  });
