import { can } from "../../../../access/can.ts";
import type { Context } from "../../../../access/context.ts";
import { uuidv7 } from "../../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../../kernel/result.ts";
import type { Visibility, Visible } from "../../../../kernel/visibility.ts";
import { endsById, endsBySlug } from "../../links/store.ts";
import type { FactSubject } from "../../policy.ts";
import { findOrganisation, type OrganisationRow } from "../store.ts";
import { type StateProblem, state } from "./rules.ts";
import type { NewFact } from "./schema.ts";
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

export type FactProblem = StateProblem | "unknown-wall";
export type ChangeProblem = FactProblem | "not-found" | "changed-meanwhile";

/** Adds what the organisation, or the cluster's team for it, says. */
export async function addFact(
  ctx: Context,
  organisationId: string,
  wanted: NewFact,
): Promise<Result<string, FactProblem>> {
  const wall = await wallIds(ctx, wanted.wall);
  if (!wall) return refuse("unknown-wall");
  const next = visible(ctx, organisationId, wanted.visibility, wall);
  const stated = state(ctx.actor, next);
  if (!stated.ok) return stated;
  const fact: store.FactRecord = {
    clusterId: here(ctx),
    id: uuidv7(),
    organisationId,
    field: wanted.field,
    value: wanted.value,
    language: wanted.language ?? null,
    visibility: wanted.visibility,
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
    unit.audit({ action: "fact.add", subjectKind: "fact", subjectId: fact.id, after: fact });
  });
  return ok(fact.id);
}

export interface FactChanged {
  version: number;
  value?: string | undefined;
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
  const update: store.FactUpdate = {
    value: change.value ?? fact.value,
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
      before: plain(fact),
      after: update,
    });
    return ok(change.version + 1);
  });
}

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
    unit.audit({ action: "fact.remove", subjectKind: "fact", subjectId: id, before: plain(fact) });
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

const removed = (ctx: Context, id: string) => {
  const { personId } = ctx.actor;
  if (personId === null) return Promise.resolve(null);
  return ctx.system("undo of one's own removal of a fact", ({ db }) =>
    store.removedFact(db, here(ctx), id, personId),
  );
};

/** The record without what was joined to it for showing. */
function plain(fact: store.FactRow): store.FactRecord {
  const { declarer: _, clusterSlug: __, version: ___, ...record } = fact;
  return record;
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
