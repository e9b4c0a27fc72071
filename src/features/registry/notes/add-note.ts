import type { ClusterId } from "../../../kernel/actor.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { teamOnly } from "./team-only.ts";

export const MOST_NOTE = 8000;

export interface NewNote {
  clusterId: ClusterId;
  organisationId: string;
  /** At most `MOST_NOTE` characters. */
  text: string;
  writtenBy: string;
  writtenAt?: Date;
}

/** Writes a note of the team about an organisation, and answers its id. Whoever calls has asked `can` for `note.write`. */
export async function addNote(unit: Unit, note: NewNote): Promise<string> {
  const id = uuidv7();
  const { clusterId, organisationId, writtenBy } = note;
  await unit.db
    .insertInto("note")
    .values({
      clusterId,
      id,
      organisationId,
      text: note.text.replaceAll("\u0000", ""),
      writtenBy,
      writtenAt: note.writtenAt ?? new Date(),
    })
    .execute();
  // The log cannot forget: what a note says of people stays out of it.
  unit.audit({
    action: "note.write",
    subjectKind: "note",
    subjectId: id,
    after: teamOnly({ organisationId, version: 1 }),
    clusterId,
  });
  return id;
}
