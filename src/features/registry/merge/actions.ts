import type { ActAs, Context } from "../../../access/context.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { COMMONS } from "../../../kernel/visibility.ts";
import { notify } from "../../notices/feature.ts";
import { applyMerge } from "./apply.ts";
import { readCatalogue } from "./catalogue.ts";
import { joinMemberships } from "./memberships.ts";
import { type Column, FIELD_NAMES, FIELDS, type FieldName } from "./schema.ts";
import * as store from "./store.ts";
import { type Changed, changedSince, UNDO_DAYS, type UndoProblem, undoMerge } from "./undo.ts";

export interface Preview {
  kept: store.EndRow;
  merged: store.EndRow;
  /** Why it cannot be done here; `null` where it can. */
  blocked: "not-a-member" | "others" | null;
  /** Fields in which they differ, and which of them is taken unless somebody chooses. */
  fields: { field: FieldName; kept: string; merged: string; take: boolean }[];
  memberships: { role: string; since: string; until: string | null }[];
  moves: { table: string; rows: number }[];
  ownValues: { field: string; kept: string; merged: string }[];
}

/** What a merge would do, as far as the asker may see it; `null` where one of the two does not exist for them. */
export async function previewMerge(ctx: Context, kept: string, merged: string): Promise<Preview | null> {
  const seen = await ctx.read(async (db) => {
    const ends = await store.endsOf(db, ctx, kept, merged);
    if (!ends) return null;
    const [mine, theirs] = [
      await store.stretchesSeen(db, ctx, ends.kept.id),
      await store.stretchesSeen(db, ctx, ends.merged.id),
    ];
    const { stays, fresh } = joinMemberships(mine, theirs);
    const roles = new Map([...mine, ...theirs].map((one) => [one.id, one.role]));
    return {
      ...ends,
      memberships: [...stays, ...fresh]
        .filter(({ clusterId }) => clusterId === ctx.cluster?.id)
        .map(({ id, since, until }) => ({ role: roles.get(id)!, since, until }))
        .sort((a, b) => (a.since < b.since ? -1 : 1)),
      moves: await store.rowsSeen(db, ends.merged.id),
      ownValues: await store.valuesBoth(db, ctx, ends.kept.id, ends.merged.id),
    };
  });
  if (!seen) return null;
  return { ...seen, blocked: await blockedFor(ctx, seen), fields: differences(seen) };
}

type Ends = { kept: store.EndRow; merged: store.EndRow };

/**
 * A cluster's manager merges members that are theirs alone. Of one that is no member here nothing else is asked: whether others have
 * records of it is none of this cluster's business. Both cases are the operator's.
 */
async function blockedFor(ctx: Context, { kept, merged }: Ends): Promise<Preview["blocked"]> {
  const { cluster } = ctx;
  if (cluster === null) return null;
  if (!kept.memberHere || !merged.memberHere) return "not-a-member";
  const others = await ctx.system("whether a merge concerns other clusters", ({ client }) =>
    store.othersConcerned(client, cluster.id, [kept.id, merged.id]),
  );
  return others ? "others" : null;
}

const written = (row: store.EndRow, field: FieldName): string =>
  FIELDS[field]
    .map((column) => row[column])
    .filter((value) => value !== null && value !== undefined && String(value) !== "")
    .map(String)
    .join(", ");

/** What the kept one lacks is filled from the other; else its own stays. */
const differences = ({ kept, merged }: Ends): Preview["fields"] =>
  FIELD_NAMES.map((field) => ({ field, kept: written(kept, field), merged: written(merged, field) }))
    .filter((one) => one.kept !== one.merged && one.merged !== "")
    .map((one) => ({ ...one, take: one.kept === "" }));

export type MergeProblem = "not-found" | "not-a-member" | "others";

/** Merges two organisations, or says why not. `take` names what of the public identity comes from the merged one. */
export async function mergeOrganisations(
  ctx: Context,
  { kept, merged, take }: { kept: string; merged: string; take?: readonly FieldName[] | undefined },
): Promise<Result<{ id: string; slug: string }, MergeProblem>> {
  const ends = await ctx.read((db) => store.endsOf(db, ctx, kept, merged));
  if (!ends) return refuse("not-found");
  const blocked = await blockedFor(ctx, ends);
  if (blocked) return refuse(blocked);
  const offered = differences(ends);
  const chosen = take ?? offered.filter((one) => one.take).map((one) => one.field);
  const columns = offered
    .filter(({ field }) => chosen.includes(field))
    .flatMap(({ field }): readonly Column[] => FIELDS[field]);
  // Rows that the asker does not see move as well: they belong to the organisation, whoever merges it.
  const id = await ctx.system("merging organisations", async (unit) => {
    // Another cluster may have written a record in the meantime.
    if (
      ctx.cluster !== null &&
      (await store.othersConcerned(unit.client, ctx.cluster.id, [ends.kept.id, ends.merged.id]))
    )
      return null;
    return applyMerge(unit, {
      kept: ends.kept.id,
      merged: ends.merged.id,
      clusterId: ctx.cluster?.id ?? COMMONS,
      taken: Object.fromEntries(columns.map((column) => [snake(column), ends.merged[column]])),
      by: ctx.actor.personId,
      now: ctx.now(),
    });
  });
  return id === null ? refuse("others") : ok({ id, slug: ends.kept.slug });
}

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Asks the operator to merge what a manager may not. Only operators who see both are told of them. */
export async function proposeMerge(
  ctx: Context,
  as: ActAs,
  kept: string,
  merged: string,
): Promise<Result<null, "not-found" | "unseen">> {
  const ends = await ctx.read((db) => store.endsOf(db, ctx, kept, merged));
  if (!ends || !ctx.cluster) return refuse("not-found");
  const { cluster } = ctx;
  const names = { kept: ends.kept.name.slice(0, 90), merged: ends.merged.name.slice(0, 90) };
  const operators = await ctx.system("who operates the installation", ({ db }) =>
    db
      .selectFrom("person")
      .select("id")
      .where("operator", "=", true)
      .where("suspendedAt", "is", null)
      .execute(),
  );
  const told: string[] = [];
  for (const { id } of operators) {
    const there = await as({ personId: id, acting: null, clusterId: null });
    if (there && (await there.read((db) => store.endsOf(db, there, kept, merged)))) told.push(id);
  }
  if (told.length === 0) return refuse("unseen");
  await ctx.system("asking for a merge", async (unit) => {
    for (const id of told)
      await notify(unit, {
        to: { person: id },
        clusterId: null,
        topic: "registry.duplicates",
        text: {
          en: `${cluster.nameEn.slice(0, 60)} proposes to merge ${names.merged} into ${names.kept}.`,
          de: `${cluster.nameDe.slice(0, 60)} schlägt vor, ${names.merged} in ${names.kept} zusammenzuführen.`,
        },
        href: `/installation/merge?kept=${kept}&merged=${merged}`,
        key: `merge ${kept} ${merged}`,
      });
    unit.audit({
      action: "organisation.propose-merge",
      subjectKind: "organisation",
      subjectId: ends.kept.id,
      clusterId: cluster.id,
      after: { from: ends.merged.id, to: ends.kept.id, personId: ctx.actor.personId },
    });
  });
  return ok(null);
}

export const listMerges = (ctx: Context, limit: number): Promise<store.MergeRow[]> =>
  ctx.read((db) => store.mergesSeen(db, ctx).limit(limit).execute());

const DAY = 86_400_000;
export const undoUntil = (row: Pick<store.MergeRow, "mergedAt">) =>
  new Date(new Date(row.mergedAt).getTime() + UNDO_DAYS * DAY);

export const mayStillUndo = (ctx: Context, row: store.MergeRow) =>
  row.undoneAt === null && undoUntil(row) > ctx.now();

/** Takes a merge back. Where rows were changed since, it first says which; `confirmed` puts those back as well. */
export async function takeBack(
  ctx: Context,
  id: string,
  confirmed: boolean,
): Promise<Result<{ slug: string }, UndoProblem | "not-found" | "too-late">> {
  const row = await ctx.read((db) => store.mergesSeen(db, ctx).where("merge.id", "=", id).executeTakeFirst());
  if (!row) return refuse("not-found");
  if (!mayStillUndo(ctx, row)) return refuse("too-late");
  const done = await ctx.system("taking a merge back", async (unit) => {
    // Two who press the button at once take it back once.
    const open = await unit.client.query("select from merge where id = $1 and undone_at is null for update", [
      id,
    ]);
    if (open.rowCount === 0) return refuse("too-late");
    return undoMerge(unit, row, { confirmed, by: ctx.actor.personId, now: ctx.now() });
  });
  return done.ok ? ok({ slug: row.keptSlug }) : done;
}

/** Which records were changed since a merge, in numbers by table. */
export async function changesSince(ctx: Context, id: string): Promise<Changed[]> {
  const row = await ctx.read((db) => store.mergesSeen(db, ctx).where("merge.id", "=", id).executeTakeFirst());
  if (!row) return [];
  return ctx.system("what changed since a merge", async ({ client }) =>
    (await changedSince(client, await readCatalogue(client), id)).filter(({ told }) => told),
  );
}
