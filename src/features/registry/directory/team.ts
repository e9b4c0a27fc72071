import type { Context } from "../../../access/context.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { type Label, labelsOf, labelsPut } from "../labels/store.ts";
import { type OwnField, type OwnValue, readOwnValue } from "../own-fields/rules.ts";
import { ownFieldsOf, ownValues, readsTeamData } from "../own-fields/store.ts";
import type { Extra } from "./find.ts";
import { folded } from "./words.ts";

/** What the team keeps about its members; `null` for everybody else. */
export interface TeamData {
  labels: Label[];
  /** By organisation. */
  put: ReadonlyMap<string, readonly string[]>;
  fields: OwnField[];
  /** By organisation and field. */
  values: ReadonlyMap<string, ReadonlyMap<string, OwnValue>>;
}

const NO_LABELS: readonly string[] = [];

export async function teamData(ctx: Context, db: Db): Promise<TeamData | null> {
  if (!ctx.cluster || !readsTeamData(ctx.actor, ctx.cluster.id)) return null;
  const { actor, cluster } = ctx;
  const [labels, put, fields, values] = await Promise.all([
    labelsOf(db, actor, cluster.id),
    labelsPut(db, actor, cluster.id),
    ownFieldsOf(db, actor, cluster.id),
    ownValues(db, actor, cluster.id),
  ]);
  const byOrganisation = new Map<string, string[]>();
  for (const { organisationId, labelId } of put)
    byOrganisation.set(organisationId, [...(byOrganisation.get(organisationId) ?? []), labelId]);
  const held = new Map<string, Map<string, OwnValue>>();
  for (const { organisationId, fieldId, value } of values) {
    const row = held.get(organisationId) ?? new Map<string, OwnValue>();
    held.set(organisationId, row.set(fieldId, value));
  }
  return { labels, put: byOrganisation, fields, values: held };
}

/** The facets of the team's data, for organisations in the order of `ids`. */
export function teamExtras(
  team: TeamData,
  ids: readonly string[],
  asked: { label: readonly string[]; own: readonly string[] },
): Extra[] {
  const put = (at: number) => team.put.get(ids[at]!) ?? NO_LABELS;
  return [
    {
      name: "label",
      fits: (at) => asked.label.length === 0 || put(at).some((label) => asked.label.includes(label)),
      valuesOf: put,
    },
    ...team.fields.map((field): Extra => {
      const tests = askedOf(field, asked.own);
      const value = (at: number) => team.values.get(ids[at]!)?.get(field.id) ?? null;
      return {
        name: `own.${field.key}`,
        fits: (at) => tests === null || tests(value(at)),
        valuesOf: (at) => (field.kind === "choice" ? [`${field.key}:${value(at) ?? ""}`] : NO_LABELS),
      };
    }),
  ];
}

/** What is asked of one field: several choices are alternatives, whatever else is asked holds at once. */
export function askedOf(
  field: Pick<OwnField, "key" | "kind" | "choices">,
  own: readonly string[],
): ((value: OwnValue | null) => boolean) | null {
  const asked = own.flatMap((one) =>
    one.startsWith(`${field.key}:`) ? [one.slice(field.key.length + 1)] : [],
  );
  if (asked.length === 0) return null;
  const all: ((value: OwnValue | null) => boolean)[] = [];
  const any: ((value: OwnValue | null) => boolean)[] = [];
  for (const one of asked) {
    if (one === "*") any.push((value) => value !== null);
    else if (one === "") any.push((value) => value === null);
    else if (field.kind === "choice") any.push((value) => value === one);
    else if (field.kind === "text") {
      const part = folded(one.replace(/^~/, ""));
      all.push((value) => value !== null && folded(String(value)).includes(part));
    } else {
      const sign = /^(>=|<=)/.exec(one)?.[0];
      const limit = readOwnValue(field, one.slice(sign?.length ?? 0));
      // What cannot be read asks for nothing, as odd values in an address do everywhere.
      if (!limit.ok || limit.value === null) continue;
      const edge = limit.value;
      all.push(
        (value) =>
          value !== null && (sign === ">=" ? value >= edge : sign === "<=" ? value <= edge : value === edge),
      );
    }
  }
  if (any.length + all.length === 0) return null;
  return (value) => (any.length === 0 || any.some((test) => test(value))) && all.every((test) => test(value));
}
