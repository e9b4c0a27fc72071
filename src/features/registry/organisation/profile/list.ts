import type { Context } from "../../../../access/context.ts";
import { decodeCursor, encodeCursor, type Page } from "../../../../kernel/page.ts";
import { type Completeness, completeness, partsOf } from "./completeness.ts";
import { type ProfileRow, profilesHere } from "./store.ts";

export type Listed = ProfileRow & Completeness;

export interface Profiles extends Page<Listed> {
  /** Over all members, not only those of this stretch. */
  mean: number;
  silent: number;
}

/** Members by how complete their profiles are, the emptiest first: a cluster has hundreds, so all are counted at once. */
export async function listProfiles(
  ctx: Context,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Profiles> {
  const rows = await ctx.read((db) =>
    profilesHere(db, ctx.actor, { clusterId: ctx.cluster!.id, today: ctx.today(), now: ctx.now() }),
  );
  const all = rows
    .map(
      (row): Listed => ({
        ...row,
        ...completeness(row.kind, partsOf({ ...row, fields: new Set(row.fields) })),
      }),
    )
    .sort((a, b) => a.percent - b.percent || a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
  const [after] = (cursor ? decodeCursor(cursor, 1) : null) ?? [];
  const start = typeof after === "number" && after > 0 ? after : 0;
  const items = all.slice(start, start + limit);
  return {
    items,
    total: all.length,
    next: start + limit < all.length ? encodeCursor([start + limit]) : null,
    mean: all.length === 0 ? 0 : Math.round(all.reduce((sum, row) => sum + row.percent, 0) / all.length),
    silent: all.filter((row) => row.silent).length,
  };
}
