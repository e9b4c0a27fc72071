import { can } from "../../../../access/can.ts";
import type { Context } from "../../../../access/context.ts";
import type { Unit } from "../../../../kernel/gateway.ts";
import { uuidv7 } from "../../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../../kernel/result.ts";
import type { Visibility, Visible } from "../../../../kernel/visibility.ts";
import { endsById, endsBySlug } from "../../links/store.ts";
import type { FactSubject } from "../../policy.ts";
import { firstLevel } from "../profile/levels.ts";
import { levelsOf } from "../profile/store.ts";
import { touchProfile } from "../profile/touch.ts";
import { findOrganisation, type OrganisationRow } from "../store.ts";
import { wordFor } from "../vocabulary/words.ts";
import { type StateProblem, state } from "./rules.ts";
import type { FactLevel } from "./schema.ts";
import { type FactField, type FactValues, factShape, factValues } from "./shapes.ts";
import * as store from "./store.ts";

const here = (ctx: Context): string => {
  if (!ctx.cluster) throw new Error("Facts are kept inside a cluster.");
  return ctx.cluster.id;
};

export const factSubject = (fact: store.FactRow, memberHere: boolean): FactSubject => ({
  clusterId: fact.clusterId,
  visibility: fact.visibility as Visibility,
  owners: [fact.organisationId],
  groupId: fact.groupId,
  personId: fact.personId,
  wall: fact.wall,
  organisationId: fact.organisationId,
  memberHere,
});

/** The place for a new fact: whoever may write at its most open level may write at all. */
export const blankFact = (ctx: Context, organisation: { id: string; memberHere: boolean }): FactSubject => ({
  clusterId: here(ctx),
  visibility: "public",
  owners: [organisation.id],
  wall: [],
  organisationId: organisation.id,
  memberHere: organisation.memberHere,
});

const organisationHere = (ctx: Context, slug: string): Promise<OrganisationRow | undefined> =>
  ctx.read((db) => findOrganisation(db, ctx.actor, slug, ctx.today()));

/** For a form that adds: the organisation has to be a member, for facts are what a cluster knows of its members. */
export async function newFactSubject(ctx: Context, slug: string): Promise<FactSubject | null> {
  const row = await organisationHere(ctx, slug);
  return row && row.role !== null ? blankFact(ctx, { id: row.id, memberHere: true }) : null;
}

export async function findFactSubject(ctx: Context, slug: string, id: string): Promise<FactSubject | null> {
  return ctx.read(async (db) => {
    const organisation = await findOrganisation(db, ctx.actor, slug, ctx.today());
    const fact = organisation && (await store.factById(db, ctx.actor, here(ctx), id));
    if (!organisation || !fact || fact.organisationId !== organisation.id) return null;
    return factSubject(fact, organisation.role !== null);
  });
}

export const readFact = (ctx: Context, id: string) =>
  ctx.read((db) => store.factById(db, ctx.actor, here(ctx), id));

export type FactProblem = StateProblem | "unknown-wall" | "unknown-code" | "already-there" | "wrong-shape";
/** At which field a refusal is shown. */
export const FIELD_OF: Record<FactProblem, string> = {
  "would-not-see-it": "visibility",
  "would-wall-the-owner": "wall",
  "unknown-wall": "wall",
  "unknown-code": "code",
  "already-there": "value",
  "wrong-shape": "detail",
};
export type ChangeProblem = FactProblem | "not-found" | "changed-meanwhile";

export interface FactWanted {
  field: FactField;
  /** Of the field's shape. */
  item: Parameters<typeof factValues>[1];
  language?: string | null | undefined;
  /** Left out, what the organisation chose for the field. */
  visibility?: FactLevel | undefined;
  wall?: readonly string[] | undefined;
}

/** Adds what the organisation, or the cluster's team for it, says. */
export async function addFact(
  ctx: Context,
  organisationId: string,
  wanted: FactWanted,
): Promise<Result<string, FactProblem>> {
  const wall = await wallIds(ctx, wanted.wall ?? []);
  if (!wall) return refuse("unknown-wall");
  const visibility =
    wanted.visibility ??
    firstLevel(wanted.field, await ctx.read((db) => levelsOf(db, here(ctx), organisationId)));
  const next = visible(ctx, organisationId, visibility, wall);
  const stated = state(ctx.actor, next);
  if (!stated.ok) return stated;
  const values = await asWord(ctx, wanted.field, factValues(wanted.field, wanted.item));
  if (!values) return refuse("unknown-code");
  if (await saidAlready(ctx, organisationId, wanted.field, values.code)) return refuse("already-there");
  const fact: store.FactRecord = {
    ...values,
    clusterId: here(ctx),
    id: uuidv7(),
    organisationId,
    field: wanted.field,
    language: wanted.language ?? null,
    visibility,
    groupId: null,
    personId: next.personId ?? null,
    wall,
    origin: "declared",
    source: null,
    declaredBy: ctx.actor.personId,
    statedAt: ctx.now(),
  };
  await ctx.write(async (unit) => {
    await store.insertFact(unit, fact);
    unit.audit({ action: "fact.add", subjectKind: "fact", subjectId: fact.id, after: forTheLog(fact) });
    await touchProfile(unit, organisationId, ctx.now());
    await tellListed(unit, ctx, fact, null);
  });
  return ok(fact.id);
}

/** A competence by its word of the vocabulary; everything else as it is. `null` for a code that does not exist. */
async function asWord(ctx: Context, field: string, values: FactValues): Promise<FactValues | null> {
  if (field !== "competences") return values;
  const about = { actor: ctx.actor, clusterId: here(ctx), today: ctx.today() };
  const word = await ctx.read((db) =>
    wordFor(db, about, { value: values.value, code: values.code ?? undefined }),
  );
  return word && { ...values, ...word };
}

/** Of one code there is one item. Only those the asker sees are looked at: the others stay a secret. */
const saidAlready = (ctx: Context, organisationId: string, field: string, code: string | null) =>
  code === null
    ? Promise.resolve(false)
    : ctx.read((db) => store.hasCode(db, ctx.actor, { clusterId: here(ctx), organisationId, field, code }));

/** A person listed is told at the address that was given, unless it is the very person who listed themselves. */
async function tellListed(
  unit: Unit,
  ctx: Context,
  { id, field, detail }: { id: string; field: string; detail: FactValues["detail"] },
  before: FactValues["detail"],
) {
  if (field !== "people" || !detail?.email || detail.email === before?.email) return;
  if (String(detail.email).toLowerCase() === ctx.identity?.email.toLowerCase()) return;
  await unit.enqueue(
    "profile.tell-listed",
    { clusterId: here(ctx), factId: id },
    { key: `profile.tell-listed:${id}` },
  );
}

/** What persons are called and how they are reached is not kept in a log that nobody can take anything out of. */
export const forTheLog = <T extends { value: string; detail: FactValues["detail"] }>(
  fact: T,
  field?: string,
): unknown =>
  (field ?? (fact as { field?: string }).field) === "people" ? { ...fact, value: "", detail: null } : fact;

export interface FactChanged {
  version: number;
  value?: string | undefined;
  code?: string | undefined;
  validUntil?: string | null | undefined;
  detail?: Record<string, string | number> | null | undefined;
  language?: string | null | undefined;
  visibility?: Visibility | undefined;
  wall?: readonly string[] | undefined;
}

/** Changes a fact that is still as the asker read it. */
export async function changeFact(
  ctx: Context,
  id: string,
  change: FactChanged,
): Promise<Result<number, ChangeProblem>> {
  const fact = await readFact(ctx, id);
  if (!fact) return refuse("not-found");
  const wall = change.wall === undefined ? fact.wall : await changedWall(ctx, fact.wall, change.wall);
  if (!wall) return refuse("unknown-wall");
  const visibility = change.visibility ?? (fact.visibility as Visibility);
  const next = visible(ctx, fact.organisationId, visibility, wall);
  const stated = state(ctx.actor, next);
  if (!stated.ok) return stated;
  const values = await changedValues(ctx, fact, change);
  if (typeof values === "string") return refuse(values);
  const update: store.FactUpdate = {
    ...values,
    language: change.language === undefined ? fact.language : change.language,
    visibility,
    personId: next.personId ?? null,
    wall,
    declaredBy: ctx.actor.personId,
    statedAt: ctx.now(),
  };
  return ctx.write(async (unit) => {
    const done = await store.updateFact(unit, here(ctx), id, change.version, update);
    if (!done) return refuse("changed-meanwhile");
    unit.audit({
      action: "fact.change",
      subjectKind: "fact",
      subjectId: id,
      before: forTheLog(plain(fact)),
      after: forTheLog(update, fact.field),
    });
    await touchProfile(unit, fact.organisationId, ctx.now());
    await tellListed(unit, ctx, { ...fact, ...values }, fact.detail);
    return ok(change.version + 1);
  });
}

/** The item as it is after a change, again of the shape of its field. */
async function changedValues(
  ctx: Context,
  fact: store.FactRow,
  change: FactChanged,
): Promise<FactValues | "wrong-shape" | "unknown-code" | "already-there"> {
  const field = fact.field as FactField;
  const { value, code, validUntil, detail } = change;
  if (value === undefined && code === undefined && validUntil === undefined && detail === undefined) {
    const { value, code, validUntil, detail } = fact;
    return { value, code, validUntil, detail };
  }
  // Another word is another code, unless both are said.
  const keptCode =
    field === "competences" && value !== undefined && value !== fact.value ? undefined : fact.code;
  const item = {
    value: value ?? fact.value,
    ...given("code", code ?? keptCode),
    ...given("validUntil", validUntil === undefined ? fact.validUntil : validUntil),
    ...given("detail", detail === undefined ? fact.detail : detail),
  };
  const parsed = factShape(field).safeParse(item);
  if (!parsed.success) return "wrong-shape";
  const values = await asWord(ctx, field, factValues(field, parsed.data));
  if (!values) return "unknown-code";
  if (values.code !== fact.code && (await saidAlready(ctx, fact.organisationId, field, values.code)))
    return "already-there";
  return values;
}

const given = (name: string, value: unknown) =>
  value === undefined || value === null ? {} : { [name]: value };

/** Takes a fact away. What it said stays in the log, from where the same person can bring it back. */
export async function removeFact(
  ctx: Context,
  id: string,
  version: number,
): Promise<Result<true, "not-found" | "changed-meanwhile">> {
  const fact = await readFact(ctx, id);
  if (!fact) return refuse("not-found");
  return ctx.write(async (unit) => {
    if (!(await store.deleteFact(unit, here(ctx), id, version))) return refuse("changed-meanwhile");
    unit.audit({ action: "fact.remove", subjectKind: "fact", subjectId: id, before: forTheLog(plain(fact)) });
    await touchProfile(unit, fact.organisationId, ctx.now());
    return ok(true);
  });
}

/** The fact that this person removed and may put back, if it is not there again already. */
export async function findRemoved(ctx: Context, slug: string, id: string): Promise<FactSubject | null> {
  const row = await organisationHere(ctx, slug);
  const fact = row && (await removed(ctx, id));
  if (!row || !fact || fact.organisationId !== row.id) return null;
  if (await readFact(ctx, id)) return null;
  return {
    ...fact,
    visibility: fact.visibility as Visibility,
    owners: [fact.organisationId],
    memberHere: row.role !== null,
  };
}

export async function restoreFact(
  ctx: Context,
  subject: FactSubject,
  id: string,
): Promise<Result<true, "not-found">> {
  const fact = await removed(ctx, id);
  if (!fact || !can(ctx.actor, "fact.edit", subject)) return refuse("not-found");
  return ctx.write(async (unit) => {
    await store.insertFact(unit, fact);
    unit.audit({ action: "fact.restore", subjectKind: "fact", subjectId: id, after: fact });
    return ok(true);
  });
}

const removed = async (ctx: Context, id: string) => {
  const { personId } = ctx.actor;
  if (personId === null) return null;
  const fact = await ctx.system("undo of one's own removal of a fact", ({ db }) =>
    store.removedFact(db, here(ctx), id, personId),
  );
  // Of a person listed the log keeps nothing that could be put back.
  return fact?.field === "people" ? null : fact;
};

/** The record without what was joined to it for showing. */
function plain(fact: store.FactRow): store.FactRecord {
  const { clusterId, id, organisationId, field, value, code, validUntil, detail, language } = fact;
  const { visibility, groupId, personId, wall, origin, source, declaredBy, statedAt } = fact;
  return {
    ...{ clusterId, id, organisationId, field, value, code, validUntil, detail, language },
    ...{ visibility, groupId, personId, wall, origin, source, declaredBy, statedAt },
  };
}

function visible(ctx: Context, organisationId: string, visibility: Visibility, wall: string[]): Visible {
  return {
    clusterId: here(ctx),
    visibility,
    owners: [organisationId],
    personId: visibility === "private" ? ctx.actor.personId : null,
    wall,
  };
}

/** The organisations a wall names, as far as the asker sees them; `null` when one of them is unknown. */
async function wallIds(ctx: Context, slugs: readonly string[]): Promise<string[] | null> {
  const unique = [...new Set(slugs)];
  if (unique.length === 0) return [];
  const ends = await ctx.read((db) => endsBySlug(db, ctx.actor, unique));
  return ends.length === unique.length ? ends.map((end) => end.id) : null;
}

/** Whom the asker does not see stays behind the wall: what is not in the form was not taken out of it. */
async function changedWall(
  ctx: Context,
  before: readonly string[],
  slugs: readonly string[],
): Promise<string[] | null> {
  const wanted = await wallIds(ctx, slugs);
  if (!wanted) return null;
  const known = await ctx.read((db) => endsById(db, ctx.actor, before));
  const unseen = before.filter((id) => !known.some((end) => end.id === id));
  return [...new Set([...wanted, ...unseen])];
}
