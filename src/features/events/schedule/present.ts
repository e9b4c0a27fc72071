import type { z } from "zod";
import type { MeetingOut } from "./schema.ts";
import type { MeetingRow } from "./store.ts";

export const presentMeeting = (meeting: MeetingRow): z.output<typeof MeetingOut> => ({
  id: meeting.id,
  state: meeting.state,
  because: meeting.because,
  from: meeting.fromAt.toISOString(),
  to: meeting.toAt.toISOString(),
  table: { name: meeting.tableName, link: meeting.tableLink },
  parties: meeting.parties.map((party) => ({
    registration: party.registrationId,
    organisation: { slug: party.organisationSlug, name: party.organisationName },
    person: party.personName === null ? null : { name: party.personName },
    role: party.role,
    came: party.came,
  })),
  goesOn: meeting.goesOn,
});
