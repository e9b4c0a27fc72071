import { sql } from "kysely";
import type { Context } from "../../../../access/context.ts";
import type { Unit } from "../../../../kernel/gateway.ts";
import { uuidv7 } from "../../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../../kernel/result.ts";
import { networkChanged } from "../../../network/feature.ts";
import { keptFrom } from "../act.ts";
import type { Introduction } from "../store.ts";
import { partyIn } from "../subject.ts";
import type { Side } from "../words.ts";
import { LINK_OF, mayLink } from "./rules.ts";
import { lockOutcomes, type OutcomeRow, outcomesOf, sideColumn } from "./store.ts";

type LinkProblem = "not-found" | "not-yours";

/** One side agrees to a link that follows from a confirmed outcome, or does not; with the second yes it is there. */
export async function answerLink(
  ctx: Context,
  row: Introduction,
  outcomeId: string,
  yes: boolean,
): Promise<Result<{ linkId: string | null }, LinkProblem>> {
  const side = partyIn(ctx, row);
  if (side === "team" || !row.fromId || !row.toId) return refuse("not-yours");
  return ctx.write(async (unit) => {
    await lockOutcomes(unit.db, row.id);
    const one = (await outcomesOf(unit.db, row)).find(({ id }) => id === outcomeId);
    if (!one || !mayLink(one)) return refuse("not-found");
    const both = yes && (side === "from" ? one.linkTo : one.linkFrom) === true;
    const linkId = both ? await addLink(unit, row, one) : null;
    await unit.db
      .updateTable("outcome")
      .set({ [sideColumn(side)]: yes, ...(linkId ? { linkId } : {}) })
      .where("clusterId", "=", row.clusterId)
      .where("id", "=", outcomeId)
      .execute();
    unit.audit({
      action: "outcome.link",
      subjectKind: "introduction",
      subjectId: row.id,
      after: { outcome: outcomeId, agrees: yes, ...(linkId ? { link: linkId } : {}) },
      ...(linkId ? {} : keptFrom(ctx, row)),
    });
    if (linkId) await networkChanged(unit, row.clusterId);
    return ok({ linkId });
  });
}

/** What the two are to each other already grows by a further piece of evidence. */
async function addLink(unit: Unit, row: Introduction, one: OutcomeRow): Promise<string> {
  const { type, nature } = LINK_OF[one.kind as keyof typeof LINK_OF];
  const [from, to] = ends(row, one);
  const since = one.happenedOn ?? one.statedAt.toISOString().slice(0, 10);
  const { rows } = await sql<{ id: string }>`
    insert into link (cluster_id, id, type, nature, from_organisation_id, to_organisation_id, since, origin, evidence_kind, evidence, visibility)
    values (${row.clusterId}::uuid, ${uuidv7()}::uuid, ${type}, ${nature}, ${from}::uuid, ${to}::uuid, ${since}::date, 'derived',
      'introduction', array[${row.id}::uuid], 'cluster')
    on conflict (cluster_id, from_organisation_id, to_organisation_id, type) where origin = 'derived'
      do update set evidence = link.evidence || excluded.evidence
    returning id`.execute(unit.db);
  return rows[0]!.id;
}

/** An order runs from who supplies to who buys: the side whose need it was buys. Otherwise the order of the two says nothing. */
function ends(row: Introduction, { kind }: OutcomeRow): [string, string] {
  const [from, to] = [row.fromId!, row.toId!];
  const buyer: Side = row.kind === "customer" ? "to" : "from";
  if (kind === "order") return buyer === "from" ? [to, from] : [from, to];
  return kind === "investment" || kind === "hire" ? [from, to] : ([from, to].toSorted() as [string, string]);
}
