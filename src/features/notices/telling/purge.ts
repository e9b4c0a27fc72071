import type { Job } from "../../../access/feature.ts";

const DAY = 86_400_000;
/** How long things are kept that nobody needs any more. */
export const KEPT_DAYS = { read: 90, unread: 365, link: 90, letter: 14, idempotency: 7 } as const;

/** What has been read, used up or forgotten goes. */
export const purge: Job = (_payload, house) => {
  const before = (days: number) => new Date(house.now().getTime() - days * DAY);
  return house.system("clearing away what is old", async ({ db }) => {
    await db
      .deleteFrom("notice")
      .where((q) =>
        q.or([q("readAt", "<", before(KEPT_DAYS.read)), q("createdAt", "<", before(KEPT_DAYS.unread))]),
      )
      .execute();
    await db
      .deleteFrom("actLink")
      .where((q) =>
        q.or([q("usedAt", "<", before(KEPT_DAYS.link)), q("expiresAt", "<", before(KEPT_DAYS.link))]),
      )
      .execute();
    // Letters that no mail server took: their links are worth nothing by now, who got which stays known.
    await db
      .updateTable("mail")
      .set({ body: "", headers: "{}" })
      .where("createdAt", "<", before(KEPT_DAYS.letter))
      .where("body", "<>", "")
      .execute();
    await db.deleteFrom("idempotency").where("createdAt", "<", before(KEPT_DAYS.idempotency)).execute();
  });
};
