import type { JobHouse } from "../../../access/feature.ts";
import { introductionFromMeeting } from "../../exchange/feature.ts";
import { bothGoOn, heldAfter } from "../rules.ts";
import type { MeetingAnswer, MeetingState } from "../words.ts";

/**
 * What both sides said of a talk, taken together. It is done by the house, because neither side reads what the other said before both
 * want to go on.
 */
export async function answered(payload: Record<string, unknown>, house: JobHouse): Promise<void> {
  const { clusterId, meetingId } = payload as { clusterId: string; meetingId: string };
  await house.system("what both sides said of a talk", async (unit) => {
    const { db } = unit;
    const meeting = await db
      .selectFrom("meeting")
      .select(["state", "goesOn"])
      .where("clusterId", "=", clusterId)
      .where("id", "=", meetingId)
      .forUpdate()
      .executeTakeFirst();
    if (!meeting) return;
    const said = (await db
      .selectFrom("meetingResult")
      .select(["registrationId", "result"])
      .where("clusterId", "=", clusterId)
      .where("meetingId", "=", meetingId)
      .execute()) as { registrationId: string; result: MeetingAnswer }[];
    const answers = said.map(({ result }) => result);
    const state = heldAfter(meeting.state as MeetingState, answers);
    const goesOn = state === "held" && bothGoOn(answers);
    // Whoever says something was there; whoever the other missed was not, unless they say something themselves.
    const parties = await db
      .selectFrom("meetingParty as p")
      .innerJoin("registration as r", (join) =>
        join.onRef("r.clusterId", "=", "p.clusterId").onRef("r.id", "=", "p.registrationId"),
      )
      .select(["p.registrationId", "r.organisationId", "r.personId"])
      .where("p.clusterId", "=", clusterId)
      .where("p.meetingId", "=", meetingId)
      .orderBy("p.registrationId")
      .execute();
    for (const { registrationId } of parties) {
      const own = said.find((one) => one.registrationId === registrationId);
      const missed = said.some(
        (one) => one.registrationId !== registrationId && one.result === "other-absent",
      );
      const came = own ? true : missed ? false : null;
      if (came !== null)
        await db
          .updateTable("meetingParty")
          .set({ came })
          .where("clusterId", "=", clusterId)
          .where("meetingId", "=", meetingId)
          .where("registrationId", "=", registrationId)
          .execute();
    }
    if (state === meeting.state && goesOn === meeting.goesOn) return;
    await db
      .updateTable("meeting")
      .set({ state, goesOn, updatedAt: house.now() })
      .where("clusterId", "=", clusterId)
      .where("id", "=", meetingId)
      .execute();
    unit.audit({
      action: `meeting.${state}`,
      subjectKind: "meeting",
      subjectId: meetingId,
      clusterId,
      before: { state: meeting.state, goesOn: meeting.goesOn },
      after: { state, goesOn },
    });
    const [from, to] = parties;
    // From here on it is asked what comes of the contact, as of every introduction.
    if (goesOn && from && to)
      await introductionFromMeeting(unit, { clusterId, meetingId, from, to, heldAt: house.now() });
  });
}
