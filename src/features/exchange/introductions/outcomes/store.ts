import { sql } from "kysely";
import type { Db } from "../../../../kernel/gateway.ts";
import type { Introduction } from "../store.ts";
import type { OutcomeKind, Party, Side } from "../words.ts";
import type { Stated } from "./rules.ts";

interface Claim {
  id: string;
  outcomeId: string;
  programme: string;
  by: Party;
  statedAt: Date;
}

export interface OutcomeRow extends Stated {
  statedAt: Date;
  answeredAt: Date | null;
  happenedOn: string | null;
  note: string;
  linkFrom: boolean | null;
  linkTo: boolean | null;
  linkId: string | null;
  /** The two alone read it. */
  cents: number | null;
  sumsFrom: boolean | null;
  sumsTo: boolean | null;
  claims: Claim[];
}

/** What was said of an introduction, the latest first; values only where the asker is one of the two. */
export async function outcomesOf(
  db: Db,
  { clusterId, id }: Pick<Introduction, "clusterId" | "id">,
): Promise<OutcomeRow[]> {
  const rows = await db
    .selectFrom("outcome")
    .leftJoin("outcomeValue", (join) =>
      join
        .onRef("outcomeValue.clusterId", "=", "outcome.clusterId")
        .onRef("outcomeValue.outcomeId", "=", "outcome.id"),
    )
    .select([
      "outcome.id",
      "outcome.kind",
      "outcome.state",
      "outcome.by",
      "outcome.statedAt",
      "outcome.answeredAt",
    ])
    .select(["outcome.happenedOn", "outcome.note", "outcome.linkFrom", "outcome.linkTo", "outcome.linkId"])
    .select(["outcomeValue.cents", "outcomeValue.sumsFrom", "outcomeValue.sumsTo"])
    .where("outcome.clusterId", "=", clusterId)
    .where("outcome.introductionId", "=", id)
    .where("outcome.state", "<>", "withdrawn")
    .orderBy("outcome.statedAt", "desc")
    .limit(100)
    .execute();
  if (rows.length === 0) return [];
  const claims = (await db
    .selectFrom("outcomeClaim")
    .select(["id", "outcomeId", "programme", "by", "statedAt"])
    .where("clusterId", "=", clusterId)
    .where("introductionId", "=", id)
    .orderBy("statedAt")
    .execute()) as Claim[];
  return rows.map((row) => ({
    ...(row as Omit<OutcomeRow, "claims">),
    cents: row.cents === null ? null : Number(row.cents),
    claims: claims.filter((claim) => claim.outcomeId === row.id),
  }));
}

/** One answer at a time: of two that come at once the second sees the first. */
export const lockOutcomes = (db: Db, introductionId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`outcomes of ${introductionId}`}, 0))`.execute(db);

export interface Sum {
  kind: OutcomeKind;
  records: number;
  cents: number;
}

/** Sums of what both sides let be counted, from three pairs on. */
export async function sumsOf(db: Db, since: string, until: string): Promise<Sum[]> {
  const { rows } = await sql<{ kind: OutcomeKind; records: number; cents: string }>`
    select kind, records, cents from outcome_sums(${since}::date, ${until}::date)`.execute(db);
  return rows.map((row) => ({ ...row, cents: Number(row.cents) }));
}

export const sideColumn = (side: Side) => (side === "from" ? "linkFrom" : "linkTo");
