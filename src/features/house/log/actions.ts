import type { Context } from "../../../access/context.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { COMMONS } from "../../../kernel/visibility.ts";
import type { LogFilter } from "./schema.ts";
import { linksWithoutEnds, mentioned, withEnds } from "./sentences.ts";
import { endsOfLinks, type LogEntry, logFacets, logOf, membersNamed, peopleNamed } from "./store.ts";
import { unveiled } from "./unveil.ts";

/** The log of the cluster one is in, with the names of whom it speaks of. */
export const readLog = (
  ctx: Context,
  filter: LogFilter,
  part: { limit: number; left?: number | undefined },
) =>
  ctx.read(async (db) => {
    const clusterId = ctx.cluster!.id;
    const found = await logOf(db, clusterId, filter, part);
    const entries = { ...found, items: await told(db, ctx, found.items) };
    const facets = await logFacets(db, clusterId);
    const ids = mentioned(entries.items);
    const people = await peopleNamed(db, [...new Set([...ids.people, ...facets.people])]);
    const organisations = await membersNamed(db, ctx.actor, ids.organisations);
    return { entries, facets, names: { people, organisations } };
  });

/** Entries as far as the reader may know what they are about. */
export async function told(db: Db, ctx: Context, entries: readonly LogEntry[]): Promise<LogEntry[]> {
  const open = entries.map((entry) => unveiled(entry, ctx.actor));
  return withEnds(open, await endsOfLinks(db, ctx, linksWithoutEnds(open)));
}

export type ReadLog = Awaited<ReturnType<typeof readLog>>;

/** The installation's own chain. Whoever runs the house made its accounts, so their names are told past the members' walls. */
export async function readInstallationLog(
  ctx: Context,
  filter: LogFilter,
  part: { limit: number; left?: number | undefined },
): Promise<ReadLog> {
  const read = await ctx.read(async (db) => ({
    entries: await logOf(db, COMMONS, filter, part),
    facets: await logFacets(db, COMMONS),
  }));
  const ids = mentioned(read.entries.items);
  const people = await ctx.system("names in the installation's log", ({ db }) =>
    peopleNamed(db, [...new Set([...ids.people, ...read.facets.people])]),
  );
  return { ...read, names: { people, organisations: new Map() } };
}
