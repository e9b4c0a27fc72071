import type { ClusterId, OrganisationId, PersonId } from "../../../kernel/actor.ts";
import type { SystemUnit } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { handOver } from "./hand-over.ts";
import { CLOSE_DAYS, days } from "./rules.ts";
import type { Side } from "./words.ts";

interface HeldMeeting {
  clusterId: ClusterId;
  meetingId: string;
  /** Two who sat at one table know one another: nobody stays unnamed. */
  from: { organisationId: OrganisationId; personId: PersonId | null };
  to: { organisationId: OrganisationId; personId: PersonId | null };
  /** What it was about, where both know it by its name. */
  needId?: string | null;
  offerId?: string | null;
  heldAt: Date;
}

/**
 * A talk at an event whose two sides want to go on is an introduction that has met: from here on it is asked what came of it. Called
 * again for the same talk it answers the one that is there.
 *
 *     const id = await introductionFromMeeting(unit, { clusterId, meetingId, from, to, heldAt });
 */
export async function introductionFromMeeting(unit: SystemUnit, meeting: HeldMeeting): Promise<string> {
  const { db } = unit;
  const { clusterId, meetingId, heldAt } = meeting;
  const id = uuidv7();
  const made = await db
    .insertInto("introduction")
    .values({
      clusterId,
      id,
      state: "met",
      origin: "event",
      via: "direct",
      mediated: true,
      createdAt: heldAt,
      turnAt: heldAt,
      movedAt: heldAt,
      askedAt: heldAt,
      answeredAt: heldAt,
      toldAt: heldAt,
      metAt: heldAt,
      expiresAt: days(heldAt, CLOSE_DAYS),
      meetingId,
    })
    .onConflict((conflict) =>
      conflict.columns(["clusterId", "meetingId"]).where("meetingId", "is not", null).doNothing(),
    )
    .returning("id")
    .executeTakeFirst();
  if (!made) return found(unit, meeting);

  const row = (side: Side) => ({
    clusterId,
    introductionId: id,
    side,
    organisationId: meeting[side].organisationId,
    atClusterId: clusterId,
    personId: meeting[side].personId,
    needId: meeting.needId ?? null,
    offerId: meeting.offerId ?? null,
    shown: true,
    agreedAt: heldAt,
  });
  await db
    .insertInto("introductionSide")
    .values([row("from"), row("to")])
    .execute();
  unit.audit({
    action: "introduction.from-meeting",
    subjectKind: "introduction",
    subjectId: id,
    clusterId,
    // Who met is the talk's to tell: one of them may keep from somebody of the team that they came at all.
    after: { meeting: meetingId },
  });
  await handOver(unit, id);
  return id;
}

const found = async ({ db }: SystemUnit, { clusterId, meetingId }: HeldMeeting): Promise<string> =>
  (
    await db
      .selectFrom("introduction")
      .select("id")
      .where("clusterId", "=", clusterId)
      .where("meetingId", "=", meetingId)
      .executeTakeFirstOrThrow()
  ).id;
