import { uuidv7 } from "../../../kernel/ids.ts";
import type { Hand } from "./write-row.ts";

export interface FactRow {
  field: string;
  value: string;
  validUntil: string | null;
  detail: Record<string, unknown> | null;
}

/** What a row says of an organisation: the word of the person who brings the sheet, from this day. */
export async function insertFacts(
  { ctx, unit, run, recorder }: Hand,
  organisationId: string,
  rows: readonly FactRow[],
) {
  const { clusterId, options } = run;
  const facts = rows.map(({ field, value, validUntil, detail }) => ({
    clusterId,
    id: uuidv7(),
    organisationId,
    field,
    value,
    validUntil,
    detail: detail === null ? null : JSON.stringify(detail),
    language: field === "description" ? ctx.locale : null,
    visibility: options.factVisibility,
    origin: "declared",
    declaredBy: ctx.actor.personId,
    statedAt: ctx.now(),
  }));
  await unit.db.insertInto("fact").values(facts).execute();
  for (const fact of facts) recorder.made("fact", { cluster_id: clusterId, id: fact.id });
  unit.audit({
    action: "fact.import",
    subjectKind: "organisation",
    subjectId: organisationId,
    after: {
      organisationId,
      importId: run.id,
      count: facts.length,
      facts: facts.map(({ id, field }) => ({ id, field })),
    },
  });
}
