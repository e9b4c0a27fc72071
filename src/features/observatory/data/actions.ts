import type { Context } from "../../../access/context.ts";
import type { Outside } from "../../../access/outside.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";

const DAYS: Readonly<Record<string, number>> = { daily: 1, weekly: 7, monthly: 30 };
export const SCHEDULES = ["never", "daily", "weekly", "monthly"] as const;

/** When an address is asked again, counted from now; null where nobody wants it. */
export const nextTime = (schedule: string, now: Date): Date | null =>
  DAYS[schedule] === undefined ? null : new Date(now.getTime() + DAYS[schedule] * 86_400_000);

/** The row itself, for those who keep it: only the cluster's own, never what lies in the commons. */
const own = (ctx: Context, slug: string) => ({ clusterId: ctx.cluster!.id, slug });

export async function saveKeeping(
  ctx: Context,
  outside: Pick<Outside, "check">,
  slug: string,
  said: { address: string; schedule: string },
): Promise<Result<null, "not-found" | "bad-address" | "bad-schedule">> {
  const address = said.address.trim();
  const schedule = SCHEDULES.find((one) => one === said.schedule);
  if (!schedule || (schedule !== "never" && address === "")) return refuse("bad-schedule");
  if (address !== "" && (address.length > 1000 || (await outside.check(address)) !== null))
    return refuse("bad-address");
  return ctx.write(async (unit) => {
    const key = own(ctx, slug);
    const before = await unit.db
      .selectFrom("dataset")
      .select(["id", "address", "schedule"])
      .where("clusterId", "=", key.clusterId)
      .where("slug", "=", key.slug)
      .where("derivedFrom", "is", null)
      .executeTakeFirst();
    if (!before) return refuse("not-found");
    // The first time is at once: whoever types an address wants to see whether it works.
    const nextAt = schedule === "never" ? null : ctx.now();
    await unit.db
      .updateTable("dataset")
      .set({ address: address || null, schedule, nextAt, lastProblem: null, updatedAt: ctx.now() })
      .where("clusterId", "=", key.clusterId)
      .where("id", "=", before.id)
      .execute();
    unit.audit({
      action: "dataset.keeping",
      subjectKind: "dataset",
      subjectId: before.id,
      before: { address: before.address, schedule: before.schedule },
      after: { address: address || null, schedule },
    });
    if (nextAt) await unit.enqueue("observatory.data.fetch", {}, { key: "observatory.data.fetch" });
    return ok(null);
  });
}

/** A dataset of the cluster with everything that hangs on it; `false` where there is none. */
export const removeDataset = (ctx: Context, slug: string): Promise<boolean> =>
  ctx.write(async (unit) => {
    const key = own(ctx, slug);
    const gone = await unit.db
      .deleteFrom("dataset")
      .where("clusterId", "=", key.clusterId)
      .where("slug", "=", key.slug)
      .returning(["id", "slug", "title", "version"])
      .executeTakeFirst();
    if (!gone) return false;
    const { id, ...before } = gone;
    unit.audit({ action: "dataset.remove", subjectKind: "dataset", subjectId: id, before });
    return true;
  });
