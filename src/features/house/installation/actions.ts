import type { Context } from "../../../access/context.ts";
import type { Desk, Engine } from "../../../access/route.ts";
import {
  clustersHere,
  databaseVersion,
  keepVerified,
  lastBackup,
  lastVerified,
  mailFigures,
  sizesHere,
  type Verified,
} from "./store.ts";

/** How the house is doing, without a look into its members' records. */
export async function stateOfHouse(ctx: Context, desk: Desk) {
  const read = await ctx.read(async (db) => ({
    database: await databaseVersion(db),
    clusters: await clustersHere(db, ctx),
    sizes: await sizesHere(db),
    mail: await mailFigures(db),
    verified: await lastVerified(db),
    backup: await lastBackup(db),
  }));
  const people = await ctx.system("how many accounts there are", async ({ db }) => {
    const { count } = await db
      .selectFrom("person")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return Number(count);
  });
  const jobs = await desk.engine.jobs();
  return { ...read, people, jobs, version: desk.version, mailBy: desk.mail };
}
export type StateOfHouse = Awaited<ReturnType<typeof stateOfHouse>>;

/** Walks the log's chains now and keeps what was found, so that its age can be seen. */
export async function verifyLog(ctx: Context, engine: Engine): Promise<Verified> {
  const { entries, breaks } = await engine.verifyAudit();
  const found = {
    at: ctx.now().toISOString(),
    entries,
    breaks: breaks.slice(0, 100).map((one) => ({ ...one })),
  };
  await ctx.system("the log was verified", ({ db }) => keepVerified(db, found));
  await ctx.write(async ({ audit }) =>
    audit({ action: "audit.verify", subjectKind: "log", after: { count: entries, breaks: breaks.length } }),
  );
  return found;
}

export async function retryJob(ctx: Context, engine: Engine, id: string): Promise<boolean> {
  const found = await engine.retryJob(id);
  if (found)
    await ctx.write(async ({ audit }) => audit({ action: "job.retry", subjectKind: "job", subjectId: id }));
  return found;
}
