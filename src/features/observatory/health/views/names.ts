import type { Context } from "../../../../access/context.ts";
import type { Dimension } from "../measures/mixing.ts";
import { type HealthSay, wordOf } from "../messages.ts";
import { competenceNames } from "../store.ts";

/** What a group of actors is called. */
export type Names = (by: Dimension, label: string) => string;

export async function groupNames(ctx: Context, say: HealthSay, fields: readonly string[]): Promise<Names> {
  const titles = await ctx.read((db) => competenceNames(db, fields));
  return (by, label) =>
    by === "field" ? (titles.get(label)?.[ctx.locale] ?? label) : wordOf(say, by, label);
}
