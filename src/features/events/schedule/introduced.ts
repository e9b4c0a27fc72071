import type { Context } from "../../../access/context.ts";

/** Where the contact is kept that came of a talk, as far as the asker may see it. */
export async function introductionOf(ctx: Context, meetingId: string): Promise<string | null> {
  const { cluster } = ctx;
  if (!cluster) return null;
  const found = await ctx.read((db) =>
    db
      .selectFrom("introduction")
      .select("id")
      .where("clusterId", "=", cluster.id)
      .where("meetingId", "=", meetingId)
      .executeTakeFirst(),
  );
  return found ? `/clusters/${cluster.slug}/introductions/${found.id}` : null;
}
