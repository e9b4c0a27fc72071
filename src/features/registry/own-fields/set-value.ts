import type { ClusterId } from "../../../kernel/actor.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import { teamOnly } from "../notes/team-only.ts";
import { type OwnField, type OwnValue, readOwnValue, type ValueProblem } from "./rules.ts";
import { heldValue, writeValue } from "./store.ts";

export interface SetOwnValue {
  clusterId: ClusterId;
  organisationId: string;
  field: Pick<OwnField, "id" | "key" | "kind" | "choices">;
  /** As typed, or as a sheet holds it; nothing empties the field. */
  value: unknown;
  locale?: "en" | "de";
  setBy: string | null;
}

/** Sets what the team's own field holds for one organisation, and answers what it held before. Whoever calls has asked `can`. */
export async function setOwnValue(
  unit: Unit,
  { clusterId, organisationId, field, value, locale, setBy }: SetOwnValue,
): Promise<Result<{ before: OwnValue | null; after: OwnValue | null }, ValueProblem>> {
  const place = { clusterId, organisationId, fieldId: field.id };
  const before = await heldValue(unit, place);
  const read = readOwnValue(field, value, locale, before);
  if (!read.ok) return read;
  const after = read.value;
  if (after !== before) {
    await writeValue(unit, place, field.kind, after, setBy);
    unit.audit({
      action: "own-value.set",
      subjectKind: "organisation",
      subjectId: organisationId,
      before: teamOnly({ field: field.key, value: before }),
      after: teamOnly({ field: field.key, value: after }),
      clusterId,
    });
  }
  return ok({ before, after });
}
