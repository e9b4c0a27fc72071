import type { Context } from "../../../access/context.ts";
import type { ProjectFound } from "../actions.ts";

export function ParticipantsMap(_: { ctx: Context; found: ProjectFound }) {
  return null;
}
